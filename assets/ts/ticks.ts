// Ticks of the calendar at the level that fits: centuries … years, months,
// weeks, days, hours. Each has a name; eras, the year or month that they are in,
// are named where they begin and where a piece of the scale does.

import { civil, dayOf } from "./calendar";
import type { Scale } from "./scale";
import type { View } from "./view";
import type { Words } from "./words";

export interface Tick { x: number; name: string; era: string } // era: "" where none begins here
export interface Ticks {
  ticks: Tick[];
  eras: { x: number; name: string }[];
  years: boolean; // the ticks are years, and there are no eras but the years where pieces begin
}

interface Level {
  days: number; // about
  room: number; // pixels that a name needs
  next(day: number): number; // the first tick at or after a day
  name(day: number, words: Words): string;
  era?(day: number, words: Words): string;
}

const years = (n: number): Level => ({
  days: n * 365.2425,
  room: 52,
  next: (day) => {
    const { year, month, day: d } = civil(day);
    const begun = month > 1 || d > 1 || day % 1 !== 0 ? year + 1 : year;
    return dayOf(Math.ceil(begun / n) * n);
  },
  name: (day, words) => words.year(civil(day).year),
});

const months = (n: number): Level => ({
  days: n * 30.44,
  room: 44,
  next: (day) => {
    const { year, month, day: d } = civil(day);
    const count = year * 12 + month - 1 + (d > 1 || day % 1 !== 0 ? 1 : 0);
    return dayOf(0, Math.ceil(count / n) * n + 1);
  },
  name: (day, words) => words.month(civil(day).month),
  era: (day, words) => words.year(civil(day).year),
});

const days = (n: number): Level => ({
  days: n,
  room: 28,
  next: (day) => Math.ceil((day + 3) / n) * n - 3, // weeks begin on Monday; day -3 was one
  name: (day, words) => words.dayOfMonth(civil(day).day),
  era: (day, words) => words.monthYear(civil(day).year, civil(day).month),
});

const hours = (n: number): Level => ({
  days: n / 24,
  room: 44,
  next: (day) => Math.ceil((day * 24) / n - 1e-6) * n / 24,
  name: (day, words) => words.clock(day),
  era: (day, words) => words.date(day),
});

const levels: Level[] = [
  hours(0.25), hours(1), hours(6), days(1), days(7), months(1), months(3),
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, 1e3, 2e3, 5e3, 1e4, 1e5, 1e6, 1e7, 1e8].map(years),
];

/** The level of the ticks at a density in pixels a day. */
export function levelAt(density: number): Level {
  return levels.find((l) => l.days * density >= l.room) ?? levels[levels.length - 1];
}

/** The ticks of what is in view; folds have none. */
export function ticksOf(scale: Scale, view: View, words: Words): Ticks {
  const level = levelAt(view.density);
  const result: Ticks = { ticks: [], eras: [], years: !level.era };
  for (const piece of scale.pieces) {
    if (piece.silent) continue;
    const first = piece === scale.pieces[0];
    const last = piece === scale.pieces[scale.pieces.length - 1];
    const begin = Math.max(scale.day(view.left), first ? -Infinity : piece.begin);
    const end = Math.min(scale.day(view.right), last ? Infinity : piece.end);
    if (begin < end) addPiece(result, level, begin, end, (day) => view.x(scale.place(day)), words);
  }
  return result;
}

/** About as wide as a name is drawn. */
export const nameWidth = (name: string): number => name.length * 7 + 6;

function addPiece(to: Ticks, level: Level, begin: number, end: number, x: (day: number) => number, words: Words): void {
  const eraOf = level.era ?? ((day: number) => words.year(civil(day).year));
  let era = eraOf(begin, words);
  let eraX = x(begin);
  const eras: { x: number; name: string }[] = [];
  for (let day = level.next(begin), n = 0; day < end && n < 400; day = level.next(day + level.days / 2), n++) {
    const name = level.era ? eraOf(day, words) : "";
    const begins = name !== "" && (name !== era || day === begin);
    if (begins) {
      eras.push({ x: eraX, name: era });
      era = name;
      eraX = x(day);
    }
    const tick = { x: x(day), name: level.name(day, words), era: begins ? name : "" };
    if (tick.x + nameWidth(tick.name) < x(end)) to.ticks.push(tick);
  }
  eras.push({ x: eraX, name: era });
  // An era of which too little is in view for its name gives way to the next; a
  // piece too short for any has its first.
  const fitting = eras.filter((e, i) => (eras[i + 1]?.x ?? x(end)) - e.x > nameWidth(e.name));
  to.eras.push(...(fitting.length ? fitting : eras.slice(0, 1)));
}
