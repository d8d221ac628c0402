// Lanes: the most frequent values of a facet have one each, all others one. An event
// of several values is in the lane of each.

import type { Frame, Pen } from "./draw";
import type { Event } from "./event";
import type { Lanes } from "./line";
import { breakLines } from "./lines";
import type { PageStore } from "./page";
import type { Facet, Store } from "./store";

const most = 7; // besides the one of all others
const column = 130; // pixels, for names
const lineHeight = 16;

export function lanesOf(facet: Facet, store: Store, others: string): Lanes {
  const values = facet.values.slice(0, most);
  const places = new Map(values.map((v, i) => [v.key, i]));
  const of = (event: Event): number[] => {
    const keys = store.keys(event, facet.name);
    const found = keys.flatMap((key) => places.get(key) ?? []);
    return found.length < keys.length || !keys.length ? [...found, values.length] : found;
  };
  const complete = "events" in store && !(store as PageStore).events.some((e) => of(e).includes(values.length));
  const names = values.map((v) => v.name).concat(complete ? [] : others);
  return {
    count: names.length,
    inset: column,
    of,
    frame: (frame, i) => laneFrame(frame, i, names.length),
    head: (frame, i, pen) => head(names[i], frame, pen),
  };
}

function laneFrame(frame: Frame, i: number, count: number): Frame {
  const height = (frame.tickTop - 6) / count;
  const axis = (i + 1) * height - 13;
  return { ...frame, inset: column, top: i * height + 3, bottom: (i + 1) * height, axis, zone: Math.max(axis - 30, i * height), barTop: axis + 7, barStep: 7 };
}

/** What a lane is called, in a column that covers what lies beneath it. */
function head(name: string, frame: Frame, pen: Pen): Node[] {
  const height = frame.bottom - frame.top;
  const lines = breakLines(name, (text) => text.length * 7, column - 12).slice(0, Math.max(1, Math.floor(height / lineHeight)));
  return [
    pen.rect(0, frame.top - 3, column, height + 4, "lane-paper"),
    pen.path("grid", [[0, frame.bottom], [frame.width, frame.bottom]]),
    ...lines.map((line, i) => pen.text(2, frame.top + 14 + i * lineHeight, line, "lane-name")),
  ];
}
