// What is known of a large chronology from the start: how many events begin in
// each unit of the calendar, so that nothing has to be fetched to be counted.

import { dayOf, civil } from "./calendar";
import type { Given } from "./event";
import type { Stretch } from "./scale";

/** An event as a branch has it. */
export interface Short extends Given { id: string; n: number; title: string; date: string; told: string }

export interface Branch { from: number; count: number; units: [string, number][]; events: Short[] }

export interface Overview extends Branch {
  version: number;
  leaf: number;
  extent: [number, number];
  hours: boolean;
  gaps: [number, number][];
  usual: number;
  counts: { unit: string; from: number; of: number[] };
  ids: number;
  columns: number;
  texts: number;
  query: string; // the path of the script that filters
}

const years: Record<string, number> = { year: 1, ten: 10, hundred: 100, thousand: 1000 };

/** Units with events, in order: unit i begins at days[i] and holds the numbers from froms[i] to froms[i + 1]. */
export class Counts {
  readonly begins: number[] = [];
  readonly ends: number[] = [];
  readonly froms: number[] = [0];

  constructor({ unit, from, of }: Overview["counts"]) {
    let at = 0;
    let n = 0;
    for (const count of of) {
      if (count < 0) { at -= count; continue; }
      this.begins.push(dayAfter(unit, from, at));
      this.ends.push(dayAfter(unit, from, ++at));
      this.froms.push(n += count);
    }
  }

  /** The first unit that ends after a day. */
  at(day: number): number {
    let [low, high] = [0, this.ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.ends[middle] > day) high = middle; else low = middle + 1;
    }
    return low;
  }

  /** Adds what counts says of a unit's events to the parts of a stretch that it is in. */
  spread(parts: number[], { begin, end }: Stretch, count: (unit: number) => number): void {
    const part = (day: number) => ((day - begin) / (end - begin)) * parts.length;
    for (let i = this.at(begin); i < this.begins.length && this.begins[i] < end; i++) {
      const from = Math.max(0, Math.floor(part(this.begins[i])));
      const to = Math.max(from, Math.min(parts.length, Math.ceil(part(this.ends[i]))) - 1);
      // A day that lies across two parts is in the first.
      const last = part(this.ends[i]) - part(this.begins[i]) < 1.5 ? from : to;
      for (let j = from; j <= last; j++) parts[j] += count(i) / (last - from + 1);
    }
  }
}

function dayAfter(unit: string, from: number, n: number): number {
  if (unit === "day") return from + n;
  const { year, month } = civil(from);
  return unit === "month" ? dayOf(year, month + n) : dayOf(year + n * years[unit]);
}
