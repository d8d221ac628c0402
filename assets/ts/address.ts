// The address of the page holds all that can be restored: search, filters, the
// view, and after # the selected event.

import { iso, parse } from "./calendar";

export interface State {
  search: string;
  kind: string;
  source: string;
  from: number; // days; NaN where the whole span is shown
  to: number;
  id: string;
}

export function read(location: { search: string; hash: string }): State {
  const query = new URLSearchParams(location.search);
  return {
    search: query.get("q") ?? "",
    kind: query.get("kind") ?? "",
    source: query.get("source") ?? "",
    from: parse(query.get("from") ?? ""),
    to: parse(query.get("to") ?? ""),
    id: decode(location.hash.slice(1)),
  };
}

export function write(state: State): string {
  const query = new URLSearchParams();
  const put = (key: string, value: string) => { if (value) query.set(key, value); };
  put("q", state.search);
  put("kind", state.kind);
  put("source", state.source);
  if (!isNaN(state.from) && !isNaN(state.to)) {
    put("from", iso(state.from));
    put("to", iso(state.to));
  }
  const text = query.toString();
  return (text ? "?" + text : "") + (state.id ? "#" + encodeURIComponent(state.id) : "");
}

function decode(text: string): string {
  try { return decodeURIComponent(text); } catch { return text; }
}
