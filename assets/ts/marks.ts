// Where marks go: dots stacked on the line, bars packed in rows below it, and
// where there is no room, piles that count. Their number is bounded by the
// width, never by how many events there are.

import { anchor, type Event } from "./event";
import type { Scale } from "./scale";
import { levelAt } from "./ticks";
import type { View } from "./view";

export interface Mark {
  event: Event;
  x: number; // of its label and dot
  from: number; // pixels that it covers
  to: number;
  row: number; // dots: from the line upwards; bars: downwards
}

export interface Pile {
  events: Event[];
  top: Event; // the most important
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

/** The layout of the events in view, which are in order of time. */
export function layOut(events: readonly Event[], scale: Scale, view: View, room: Room): Layout {
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
  return pile({ dots, bars, piles: [] }, full, scale, view);
}

function markOf(event: Event, x: (day: number) => number): Mark {
  const at = x(anchor(event));
  if (event.point) return { event, x: at, from: at, to: at, row: 0 };
  const from = event.openBegin ? x(event.end) - openLength : x(event.begin);
  const to = event.openEnd ? x(event.begin) + openLength : x(event.end);
  return { event, x: at, from, to: Math.max(to, from + 10), row: 0 };
}

/** Gathers dots into piles wherever one of them found no room, a stretch of the calendar each. */
function pile(layout: Layout, full: readonly Event[], scale: Scale, view: View): Layout {
  if (!full.length) return layout;
  const level = levelAt((view.density * 30) / pileWidth); // narrower than ticks: no name has to fit
  const cell = (day: number) => level.next(day - level.days + 1e-6);
  const piles = new Map<number, Pile>();
  for (const event of full) {
    const begin = cell(event.begin);
    if (piles.has(begin)) continue;
    const end = level.next(begin + level.days / 2);
    const from = view.x(scale.place(begin));
    piles.set(begin, { events: [], top: event, share: 1, begin, end, from, to: Math.max(view.x(scale.place(end)), from + 8) });
  }
  const dots: Mark[] = [];
  for (const mark of layout.dots) {
    const p = piles.get(cell(mark.event.begin));
    if (p) p.events.push(mark.event); else dots.push(mark);
  }
  for (const event of full) piles.get(cell(event.begin))!.events.push(event);
  const most = Math.max(...[...piles.values()].map((p) => p.events.length));
  for (const p of piles.values()) {
    p.share = Math.sqrt(p.events.length / most);
    p.top = p.events.reduce((best, e) => (e.weight > best.weight ? e : best));
  }
  return { dots, bars: layout.bars, piles: [...piles.values()] };
}
