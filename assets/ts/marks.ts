// Where marks go: dots stacked on the line, bars packed in rows below it, and
// where there is no room, piles that count. Their number is bounded by the
// width, never by how many events there are.

import { anchor, type Event } from "./event";
import type { Scale } from "./scale";
import type { Rest } from "./store";
import { levelAt, type Level } from "./ticks";
import type { View } from "./view";

export interface Mark {
  event: Event;
  x: number; // of its label and dot
  from: number; // pixels that it covers
  to: number;
  row: number; // dots: from the line upwards; bars: downwards
}

export interface Pile {
  events: Event[]; // those at hand
  count: number; // all
  top: Event | null; // the most important at hand
  share: number; // of the tallest, 0 to 1
  from: number;
  to: number;
  begin: number; // days
  end: number;
}

export interface Layout { dots: Mark[]; bars: Mark[]; piles: Pile[] }

export interface Room { dotRows: number; barRows: number; dot: number } // dot: pixels a dot takes

export const openLength = 140; // pixels of an end that fades

const mostOverlaid = 60; // bars that lie over others
const pileWidth = 16; // pixels, at the least

/** The layout of the events in view, which are in order of time; of rest only the number is known. */
export function layOut(events: readonly Event[], rest: readonly Rest[], scale: Scale, view: View, room: Room): Layout {
  const x = (day: number) => view.x(scale.place(day));
  const dots: Mark[] = [];
  const bars: Mark[] = [];
  const full: Event[] = [];
  let overlaid = 0;
  const dotEnds: number[] = new Array(room.dotRows).fill(-Infinity);
  const barEnds: number[] = new Array(room.barRows).fill(-Infinity);
  for (const event of events) {
    const mark = markOf(event, x);
    if (mark.to < -openLength || mark.from > view.width + openLength) continue;
    const ends = event.point ? dotEnds : barEnds;
    mark.row = ends.findIndex((end) => end <= mark.from + 0.5);
    if (mark.row < 0 && !event.point && overlaid < mostOverlaid) {
      mark.row = overlaid++ % room.barRows;
    }
    if (mark.row < 0) { full.push(event); continue; }
    ends[mark.row] = event.point ? mark.from + room.dot : Math.max(ends[mark.row], mark.to + 3);
    (event.point ? dots : bars).push(mark);
  }
  return pile({ dots, bars, piles: [] }, full, rest, scale, view);
}

function markOf(event: Event, x: (day: number) => number): Mark {
  const at = x(anchor(event));
  if (event.point) return { event, x: at, from: at, to: at, row: 0 };
  const from = event.openBegin ? x(event.end) - openLength : x(event.begin);
  const to = event.openEnd ? x(event.begin) + openLength : x(event.end);
  return { event, x: at, from, to: Math.max(to, from + 10), row: 0 };
}

/** The stretch of the calendar that a pile takes: narrower than ticks, for no name has to fit. */
export const cellOf = (view: View): Level => levelAt((view.density * 30) / pileWidth);

/** Gathers dots into piles wherever one of them found no room, a stretch of the calendar each. */
function pile(layout: Layout, full: readonly Event[], rest: readonly Rest[], scale: Scale, view: View): Layout {
  if (!full.length && !rest.length) return layout;
  const level = cellOf(view);
  const cell = (day: number) => level.next(day - level.days + 1e-6);
  const piles = new Map<number, Pile>();
  const open = (day: number): Pile => {
    const begin = cell(day);
    let p = piles.get(begin);
    if (!p) {
      const end = level.next(begin + level.days / 2);
      const from = view.x(scale.place(begin));
      p = { events: [], count: 0, top: null, share: 1, begin, end, from, to: Math.max(view.x(scale.place(end)), from + 8) };
      piles.set(begin, p);
    }
    return p;
  };
  for (const r of rest) open(r.begin).count += r.count;
  for (const event of full) open(event.begin).events.push(event);
  const dots: Mark[] = [];
  for (const mark of layout.dots) {
    const p = piles.get(cell(mark.event.begin));
    if (p) p.events.push(mark.event); else dots.push(mark);
  }
  let most = 1;
  for (const p of piles.values()) most = Math.max(most, p.count += p.events.length);
  for (const p of piles.values()) {
    p.share = Math.sqrt(p.count / most);
    for (const e of p.events) if (!p.top || e.weight > p.top.weight) p.top = e;
  }
  return { dots, bars: layout.bars, piles: [...piles.values()] };
}
