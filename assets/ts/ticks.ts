// Ticks of the calendar at the level that fits: centuries … years, months,
// weeks, days, hours. Each has a name; eras, the year or month that they are in,
// are named where they begin and where a piece of the scale does.

import { civil, dayOf } from "./calendar";
import type { Scale } from "./scale";
import type { View } from "./view";
import type { Words } from "./words";

export interface Name { x: number; name: string }

export interface Ticks {
  ticks: Name[];
  eras: Name[];
  begins: number[]; // where an era begins, in pixels
  years: boolean; // the ticks are years; the only eras are the years where pieces begin
}

export interface Level {
  days: number; // about
  room: number; // pixels that a name needs
  next(day: number): number; // the first tick at or after a day
  name(day: number, words: Words): string;
  era?: Level;
}

const years = (n: number): Level => ({
  days: n * 365.2425,
  room: 52,
  next: (day) => {
    const { year, month, day: d } = civil(day);
    const begun = month > 1 || d > 1 || day % 1 !== 0 ? year + 1 : year;
    return dayOf(roundYear(begun, n));
  },
  name: (day, words) => words.year(civil(day).year),
});

/** The first round year at or after one; before Christ years are round as they are counted back. */
function roundYear(year: number, n: number): number {
  if (year > 0) return Math.ceil(year / n) * n;
  const before = Math.floor((1 - year) / n) * n;
  return before > 0 ? 1 - before : n;
}

const months = (n: number): Level => ({
  days: n * 30.44,
  room: 44,
  next: (day) => {
    const { year, month, day: d } = civil(day);
    const count = year * 12 + month - 1 + (d > 1 || day % 1 !== 0 ? 1 : 0);
    return dayOf(0, Math.ceil(count / n) * n + 1);
  },
  name: (day, words) => words.month(civil(day).month),
  era: years(1),
});

const monthsOfYears: Level = {
  ...months(1),
  name: (day, words) => words.monthYear(civil(day).year, civil(day).month),
};

const days = (n: number): Level => ({
  days: n,
  room: 28,
  next: (day) => Math.ceil((day + 3) / n) * n - 3, // weeks begin on Monday; day -3 was one
  name: (day) => String(civil(day).day),
  era: monthsOfYears,
});

const hours = (n: number): Level => ({
  days: n / 24,
  room: 44,
  next: (day) => (Math.ceil((day * 24) / n - 1e-6) * n) / 24,
  name: (day, words) => words.clock(day),
  era: { ...days(1), name: (day, words) => words.date(day) },
});

const levels: Level[] = [
  hours(0.25), hours(1), hours(6), days(1), days(7), months(1), months(3),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 1e5, 1e6, 1e7, 1e8].map(years),
];

/** The level of the ticks at a density in pixels a day. */
export function levelAt(density: number): Level {
  return levels.find((l) => l.days * density >= l.room) ?? levels.at(-1)!;
}

/** The ticks of what is in view; folds have none. */
export function ticksOf(scale: Scale, view: View, words: Words): Ticks {
  const level = levelAt(view.density);
  const era = level.era ?? years(1);
  const pinned = level.days < 3000; // at a scale of decades, a year where a piece begins says nothing
  const result: Ticks = { ticks: [], eras: [], begins: [], years: !level.era };
  scale.pieces.forEach((piece, i) => {
    if (piece.silent) return;
    const begin = Math.max(scale.day(view.left), i ? piece.begin : -Infinity);
    const end = Math.min(scale.day(view.right), i < scale.pieces.length - 1 ? piece.end : Infinity);
    if (begin >= end) return;
    const x = (day: number) => view.x(scale.place(day));
    const names = (l: Level) => daysOf(l, begin, end).map((day) => ({ x: x(day), name: l.name(day, words) }));
    // A name may not reach into the fold behind it.
    result.ticks.push(...names(level).filter((t) => t.x + nameWidth(t.name) < x(end)));
    const eras = level.era ? names(era) : [];
    result.begins.push(...eras.map((e) => e.x));
    result.eras.push(...fitting(pinned ? [{ x: x(begin), name: era.name(begin, words) }, ...eras] : [], x(end)));
  });
  return result;
}

/** The days at which a level has ticks. */
function daysOf(level: Level, begin: number, end: number): number[] {
  const found: number[] = [];
  for (let day = level.next(begin); day < end && found.length < 400; day = level.next(day + level.days / 2)) found.push(day);
  return found;
}

/** About as wide as a name is drawn. */
export const nameWidth = (name: string): number => name.length * 7 + 6;

/** The eras with room for their names; a piece too short for any has its first. */
function fitting(eras: Name[], end: number): Name[] {
  const found = eras.filter((e, i) => (eras[i + 1]?.x ?? end) - e.x > nameWidth(e.name));
  return found.length ? found : eras.slice(0, 1);
}
