// An event as the line needs it, read from its entry in the chronicle.

import type { Stretch } from "./scale";

export interface Event extends Stretch {
  id: string;
  element: HTMLElement;
  n: number; // its place in the chronicle
  title: string;
  date: string; // in words
  kind: string;
  kindName: string;
  sources: number[]; // places in the list of sources
  weight: number; // importance, 0 to 1
  openBegin: boolean; // "until …"
  openEnd: boolean; // "since …"
  point: boolean; // a day or an hour: drawn as a dot
  interval: boolean; // said from day to day: hard ends
  slack: number; // days it may be off either way; 0 where it is sure
  unsure: boolean; // not yet reviewed, or dated by its publication alone
  others: Stretch[]; // where other sources date it
}

/** The dated events of a chronicle, in its order. */
export function readEvents(chronicle: HTMLElement): Event[] {
  const events: Event[] = [];
  chronicle.querySelectorAll<HTMLElement>(".event").forEach((element, n) => {
    events.push(readEvent(element, n));
  });
  return events;
}

function readEvent(element: HTMLElement, n: number): Event {
  const data = element.dataset;
  const text = (selector: string) => element.querySelector(selector)?.textContent?.trim() ?? "";
  const begin = data.begin === undefined ? NaN : +data.begin;
  const end = data.end === undefined ? NaN : +data.end;
  return {
    id: element.id,
    element,
    n,
    title: text(".headline"),
    date: text(".when"),
    kind: data.kind ?? "event",
    kindName: text(".notes .kind"),
    sources: (data.sources ?? "").split(" ").filter(Boolean).map(Number),
    weight: +(data.weight ?? 0),
    begin: isNaN(begin) ? end - 1 : begin,
    end: isNaN(end) ? begin + 1 : end,
    openBegin: isNaN(begin),
    openEnd: isNaN(end),
    point: data.form === "day" || data.form === "time",
    interval: data.form === "interval",
    slack: +(data.slack ?? 0),
    unsure: data.unsure !== undefined,
    others: (data.others ?? "").split(",").filter(Boolean).map((pair) => {
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
