// Words for dates, numbers and stretches of time in the language of the page.

import { civil, clock } from "./calendar";

/** Strings of the page, with places for values in braces. */
export type Strings = Record<string, string>;

/** Strings that count, in the forms that they take for the samples. */
export type Forms = Record<string, string[]>;

/** Numbers that have every form of every language among them (line/words.html has the same). */
const samples = [0, 1, 2, 3, 5, 11, 20, 100];

export class Words {
  private readonly months: string[];
  private readonly locale: string;

  private readonly plural: Intl.PluralRules;

  constructor(locale: string, private readonly strings: Strings, private readonly forms: Forms) {
    // The calendar and digits that the server's dates have.
    this.locale = new Intl.Locale(locale, { calendar: "gregory", numberingSystem: "latn" }).toString();
    this.plural = new Intl.PluralRules(locale);
    const format = new Intl.DateTimeFormat(this.locale, { month: "short", timeZone: "UTC" });
    this.months = Array.from({ length: 12 }, (_, m) => format.format(Date.UTC(2001, m, 1)));
  }

  /** A string of the page, its places filled. */
  say(name: string, values: Record<string, string | number> = {}): string {
    return (this.strings[name] ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));
  }

  year(year: number): string {
    return year > 0 ? String(year) : this.say("yearBefore", { year: 1 - year });
  }

  month(month: number): string { return this.months[month - 1]; }

  monthYear(year: number, month: number): string {
    return this.say("dateMonth", { month: this.month(month), year: this.year(year) });
  }

  date(at: number): string {
    const { year, month, day } = civil(at);
    return this.say("dateDay", { day, month: this.month(month), year: this.year(year) });
  }

  clock(at: number): string { return clock(Math.round((at - Math.floor(at)) * 1440)); }

  /** From one day to another, as coarse as the stretch is long. */
  span(begin: number, end: number): string {
    const name = (day: number) => {
      const { year, month } = civil(day);
      if (end - begin > 3000) return this.year(year);
      return end - begin > 60 ? this.monthYear(year, month) : this.date(day);
    };
    const [from, to] = [name(begin), name(end - 1e-6)];
    if (from === to) return from;
    const [a, b] = [civil(begin), civil(end - 1e-6)];
    const sameYear = a.year === b.year && end - begin > 60;
    return this.say("dateInterval", { from: sameYear ? this.month(a.month) : from, to });
  }

  /** A string of the page that counts, in the form that a number takes. */
  count(name: string, n: number): string {
    const forms = this.forms[name];
    const form = this.plural.select(n);
    const i = samples.findIndex((sample) => this.plural.select(sample) === form);
    return (forms[Math.max(i, 0)] ?? "").replace("{n}", String(n));
  }

  /** How long a stretch is, to the half year: "4.5 years". */
  duration(days: number): string {
    if (days < 61) return this.unit(Math.round(days), "day");
    if (days < 700) return this.unit(Math.round(days / 30.44), "month");
    const years = days / 365.2425;
    const step = years < 20 ? 0.5 : years < 1000 ? 1 : 100;
    return this.unit(Math.round(years / step) * step, "year");
  }

  private unit(n: number, unit: string): string {
    return new Intl.NumberFormat(this.locale, { style: "unit", unit, unitDisplay: "long" }).format(n);
  }
}
