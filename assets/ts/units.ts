// The units of the calendar that a large chronology is cut into, by their names
// (docs/tiles.md): "20xx", "2014", "2014-06", "2014-06-03.2", "undated".

import { civil, dayOf } from "./calendar";
import type { Stretch } from "./scale";

/** The days of a unit; none for what has no date. */
export function daysOf(name: string): Stretch {
  const m = /^(-?)(\d+)(x*)(?:-(\d\d))?(?:-(\d\d))?/.exec(name);
  if (!m) return { begin: Infinity, end: Infinity };
  const years = 10 ** m[3].length;
  const year = +(m[1] + m[2]) * years;
  const month = +(m[4] ?? 1);
  if (m[5]) return { begin: dayOf(year, month, +m[5]), end: dayOf(year, month, +m[5]) + 1 };
  return { begin: dayOf(year, month), end: m[4] ? dayOf(year, month + 1) : dayOf(year + years) };
}

/** Whether a unit holds its events itself. */
export const isLeaf = (name: string, count: number, most: number): boolean =>
  name.includes(".") || (count <= most && !name.includes("x"));

/** The year, month and day that a day is in, as names. */
export function unitsOf(day: number): [string, string, string] {
  const { year, month, day: d } = civil(day);
  const pad = (n: number, length: number) => String(n).padStart(length, "0");
  const y = (year < 0 ? "-" : "") + pad(Math.abs(year), 4);
  const m = `${y}-${pad(month, 2)}`;
  return [y, m, `${m}-${pad(d, 2)}`];
}
