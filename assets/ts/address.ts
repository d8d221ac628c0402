// The address of the page holds all that can be restored: search, filters, the
// view, and after # the selected event.

import { iso, parse } from "./calendar";
import type { Filter } from "./store";

/** What is chosen to be shown, and by what it is parted into lanes; "" for none. */
export interface Choice extends Filter { lanes: string }

export interface State extends Choice {
  from: number; // days; NaN where the view is the one that the page opens with
  to: number;
  id: string;
}

const facets = ["kind", "source", "people", "organisations", "places", "tags"];

export function read(location: { search: string; hash: string }): State {
  const query = new URLSearchParams(location.search);
  const day = (key: string) => parse(query.get(key) ?? "");
  return {
    search: query.get("q") ?? "",
    chosen: Object.fromEntries(facets.map((name) => [name, query.getAll(name).filter(Boolean)])),
    begin: day("since"),
    end: day("until") + 1,
    known: day("known"),
    lanes: query.get("lanes") ?? "",
    from: day("from"),
    to: day("to"),
    id: decode(location.hash.slice(1)),
  };
}

export function write(state: State): string {
  const query = new URLSearchParams();
  const put = (key: string, value: string) => { if (value) query.append(key, value); };
  const putDay = (key: string, day: number, fine = false) => { if (!isNaN(day)) put(key, iso(day, fine)); };
  put("q", state.search.trim());
  for (const name of facets) state.chosen[name]?.forEach((key) => put(name, key));
  putDay("since", state.begin);
  putDay("until", state.end - 1);
  putDay("known", state.known);
  put("lanes", state.lanes);
  if (state.to > state.from) {
    const fine = state.to - state.from < 4;
    putDay("from", state.from, fine);
    putDay("to", state.to, fine);
  }
  const text = query.toString();
  return (text ? "?" + text : "") + (state.id ? "#" + encodeURIComponent(state.id) : "");
}

/** Whether a choice leaves out nothing and parts nothing. */
export const plain = (choice: Choice): boolean => !write({ ...choice, from: NaN, to: NaN, id: "" });

function decode(text: string): string {
  try { return decodeURIComponent(text); } catch { return text; }
}
