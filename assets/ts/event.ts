// An event as the line, the strip and the keys know it: plain data, no element.

import type { Stretch } from "./scale";

export interface Event extends Stretch {
  id: string;
  n: number; // its place among all events, in the order of time
  title: string;
  date: string; // in words
  kind: string;
  told: string; // the names of its sources
  weight: number; // importance, 0 to 1
  openBegin: boolean; // "until …"
  openEnd: boolean; // "since …"
  point: boolean; // a day or an hour: drawn as a dot
  interval: boolean; // said from day to day: hard ends
  slack: number; // days it may be off either way; 0 where it is sure
  unsure: boolean; // not yet reviewed, or dated by its publication alone
  others: Stretch[]; // where other sources date it
}

/** What an event's mark follows from, as the templates write it (event/data.html). */
export interface Given {
  form?: string;
  begin?: string | number; // days; absent where open or unknown
  end?: string | number;
  kind?: string;
  weight?: string | number;
  slack?: string | number;
  unsure?: unknown; // there, or not
  others?: string; // "begin end,begin end"
}

/** The event of what is given about its time and kind, and what is known of it otherwise. */
export function eventOf(given: Given, rest: Pick<Event, "id" | "n" | "title" | "date" | "told">): Event {
  const begin = given.begin === undefined ? NaN : +given.begin;
  const end = given.end === undefined ? NaN : +given.end;
  return {
    ...rest,
    kind: given.kind ?? "event",
    weight: +(given.weight ?? 0),
    begin: isNaN(begin) ? end - 1 : begin,
    end: isNaN(end) ? begin + 1 : end,
    openBegin: isNaN(begin),
    openEnd: isNaN(end),
    point: given.form === "day" || given.form === "time",
    interval: given.form === "interval",
    slack: +(given.slack ?? 0),
    unsure: given.unsure !== undefined,
    others: (given.others ?? "").split(",").filter(Boolean).map((pair) => {
      const [from, to] = pair.split(" ").map(Number);
      return { begin: from, end: to };
    }),
  };
}

/** Whether an event has a place on the line. */
export const dated = (e: Event): boolean => !isNaN(e.begin);

/** The day at which an event's label and dot stand: a day's dot in its middle. */
export function anchor(e: Event): number {
  if (e.openBegin) return e.end;
  return e.point ? (e.begin + e.end) / 2 : e.begin;
}
