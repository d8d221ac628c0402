// Days, counted from 1970-01-01, and the civil dates they are: the proleptic
// Gregorian calendar with a year 0. A day may have a fraction, its time.

export interface Civil { year: number; month: number; day: number }

const cycle = 146097; // days in 400 years

/** The day of a date; a month outside 1–12 counts on into other years. */
export function dayOf(year: number, month = 1, day = 1): number {
  const months = year * 12 + month - 1;
  let y = Math.floor(months / 12);
  let m = months - y * 12 + 1;
  if (m < 3) { y -= 1; m += 12; } // years from March, so that leap days come last
  const leaps = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return 365 * y + leaps + Math.floor((153 * (m - 3) + 2) / 5) + day - 1 - 719468;
}

/** The date of a day. */
export function civil(day: number): Civil {
  const z = Math.floor(day) + 719468;
  const era = Math.floor(z / cycle);
  const d = z - era * cycle;
  const y = Math.floor((d - Math.floor(d / 1460) + Math.floor(d / 36524) - Math.floor(d / 146096)) / 365);
  const inYear = d - (365 * y + Math.floor(y / 4) - Math.floor(y / 100));
  const m = Math.floor((5 * inYear + 2) / 153);
  const month = m < 10 ? m + 3 : m - 9;
  return {
    year: y + era * 400 + (month < 3 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * m + 2) / 5) + 1,
  };
}

/** A day as "2022-02-24", with its time, "2022-02-24T17:30", where fine: the way the address of the page has it. */
export function iso(at: number, fine = false): string {
  const minutes = Math.round(at * 1440);
  const { year, month, day } = civil(Math.floor(minutes / 1440));
  const inDay = ((minutes % 1440) + 1440) % 1440;
  const time = fine && inDay ? "T" + clock(inDay) : "";
  return `${year < 0 ? "-" : ""}${pad(Math.abs(year), 4)}-${pad(month)}-${pad(day)}${time}`;
}

const pad = (n: number, length = 2) => String(n).padStart(length, "0");

/** Minutes of a day as "17:30". */
export const clock = (minutes: number): string => `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;

/** The day that iso wrote, or NaN. */
export function parse(text: string): number {
  const m = /^(-?\d{4,9})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/.exec(text);
  return m ? dayOf(+m[1], +m[2], +m[3]) + (+(m[4] ?? 0) + +(m[5] ?? 0) / 60) / 24 : NaN;
}
