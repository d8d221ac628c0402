// Words for dates, numbers and stretches of time in the language of the page.

import { civil } from "./calendar";

/** Strings of the page, with places for values in braces. */
export type Strings = Record<string, string>;

export class Words {
  private readonly months: string[];
  private readonly units = new Map<string, Intl.NumberFormat>();
  private readonly locale: string;

  constructor(locale: string, readonly strings: Strings) {
    // The calendar and digits that the server's dates have.
    this.locale = new Intl.Locale(locale, { calendar: "gregory", numberingSystem: "latn" }).toString();
    const format = new Intl.DateTimeFormat(this.locale, { month: "short", timeZone: "UTC" });
    this.months = Array.from({ length: 12 }, (_, m) => format.format(Date.UTC(2001, m, 1)));
  }

  /** A string of the page, its places filled. */
  say(name: string, values: Record<string, string | number> = {}): string {
    return (this.strings[name] ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
  }

  year(year: number): string {
    return year > 0 ? String(year) : this.say("yearBeforePattern", { 0: 1 - year });
  }

  month(month: number): string { return this.months[month - 1]; }
  dayOfMonth(day: number): string { return String(day); }

  monthYear(year: number, month: number): string {
    return this.say("dateMonth", { month: this.month(month), year: this.year(year) });
  }

  date(at: number): string {
    const { year, month, day } = civil(at);
    return this.say("dateDay", { day, month: this.month(month), year: this.year(year) });
  }

  clock(at: number): string {
    const minutes = Math.round((at - Math.floor(at)) * 1440);
    const pad = (n: number) => String(n).padStart(2, "0");
    return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
  }

  /** From one day to another, as coarse as the stretch is long. */
  span(begin: number, end: number): string {
    const name = (day: number) => {
      const { year, month } = civil(day);
      if (end - begin > 3000) return this.year(year);
      return end - begin > 60 ? this.monthYear(year, month) : this.date(day);
    };
    const [from, to] = [name(begin), name(end - 1e-6)];
    return from === to ? from : this.say("dateInterval", { from, to });
  }

  /** A silence, as the page's templates write it (dates/silence.html); "" where it is too short. */
  later(days: number): string {
    const length = this.length(days);
    if (!length) return "";
    return this.say(length.over ? "laterOverPattern" : "laterPattern", { 0: length.words });
  }

  /** How long a stretch is: "7 months"; over where it is notably more. */
  length(days: number): { words: string; over: boolean } | null {
    const months = Math.round(days / 30.44);
    if (months >= 24 || months === 12) {
      const years = Math.floor((days + 31) / 365.2425);
      return { words: this.unit(years, "year"), over: days - 365.2425 * years > 60 };
    }
    if (days >= 61) return { words: this.unit(months, "month"), over: false };
    return days >= 14 ? { words: this.unit(Math.round(days / 7), "week"), over: false } : null;
  }

  /** How long a stretch is, to the half year: "4.5 years". */
  duration(days: number): string {
    if (days < 700) return this.length(days)?.words ?? this.unit(Math.round(days), "day");
    return this.unit(Math.round((days / 365.2425) * 2) / 2, "year");
  }

  private unit(n: number, unit: string): string {
    let format = this.units.get(unit);
    if (!format) {
      format = new Intl.NumberFormat(this.locale, { style: "unit", unit, unitDisplay: "long", useGrouping: false });
      this.units.set(unit, format);
    }
    return format.format(n);
  }
}
