// The silences of the chronicle, in words: needed only where entries are hidden or
// fetched, for the page has its own written.

import type { Words } from "./words";

/** A silence, as the page's templates write it (dates/silence.html); "" where it is too short. */
export function later(days: number, words: Words): string {
  const months = Math.round(days / 30.44);
  if (months >= 24 || months === 12) {
    const years = Math.floor((days + 31) / 365.2425);
    return words.count(days - 365.2425 * years > 60 ? "laterOverYears" : "laterYears", years);
  }
  if (days >= 61) return words.count("laterMonths", months);
  return days >= 14 ? words.count("laterWeeks", Math.round(days / 7)) : "";
}
