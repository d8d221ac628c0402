// Filters and searches all events of a large chronology, by columns that are fetched
// when they are first needed and by texts that are read through part by part.

import type { Files } from "./files";
import type { Overview } from "./overview";
import { folded, matches, termsOf } from "./search";
import type { Facet, Filter, Value } from "./store";
import { isLeaf, unitsOf } from "./units";

type Numbers = (number | number[])[]; // of each event a number, or several; -1 for none

interface ColumnsFile {
  from: number;
  count: number;
  day: (number | null)[];
  length: (number | null)[];
  kind: string;
  weight: number[];
  [facet: string]: unknown;
}
interface TextFile { from: number; texts: string[] }
type Name = [key: string, name?: string, more?: string, published?: number | null]; // more: to search in
type Names = Record<string, Name[]>; // by facet

const kinds: Record<string, string> = { e: "event", s: "statement", p: "plan", d: "denial" };
const listed = ["source", "people", "organisations", "places", "tags"];
const atOnce = 4; // files asked for at the same time

export class Query {
  /** The first day of every event; not a number where it has none. */
  readonly days: Float64Array;

  /** How many days it takes; not a number where its end is open. */
  private readonly lengths: Float64Array;
  private readonly weights: Float32Array;
  private readonly columns: Record<string, Numbers> = {};
  private names: Names = {};
  private readonly texts: string[][] = []; // folded, by file
  private readonly starts: number[] = []; // numbers of the first events of leaves
  private readonly leaves: string[] = [];
  private asked: Filter = { search: "", chosen: {}, begin: NaN, end: NaN, known: NaN };
  private found: Uint8Array | null = null; // by event: whether the last search found it

  constructor(private readonly files: Files, private readonly overview: Overview) {
    this.days = new Float64Array(overview.count);
    this.lengths = new Float64Array(overview.count);
    this.weights = new Float32Array(overview.count);
  }

  /** Fetches the columns. */
  async load(): Promise<void> {
    const parts = await Promise.all([...Array(this.overview.columns).keys()].map((i) => this.files.get<ColumnsFile>(`columns-${i}`)));
    this.names = { ...await this.files.get<Names>("names"), kind: Object.values(kinds).map((key): Name => [key]) };
    for (const name of ["kind", ...listed]) this.columns[name] = [];
    for (const part of parts) this.take(part);
    this.cut();
  }

  /** The numbers of the events that a filter lets through, in order, and how many more were told of later; null where it was stopped. */
  async filter(filter: Filter, progress: (share: number) => void, stopped: () => boolean): Promise<{ passed: Uint32Array; later: number } | null> {
    const found = await this.search(termsOf(filter.search), progress, stopped);
    if (stopped()) return null;
    this.found = found;
    this.asked = filter;
    const all = this.passing();
    if (isNaN(filter.known)) return { passed: all, later: 0 };
    const passed = all.filter((n) => this.knownBy(n, filter.known));
    return { passed, later: all.length - passed.length };
  }

  /** The keys that an event has in a facet. */
  keys(n: number, facet: string): string[] {
    return valuesOf(this.columns[facet]?.[n] ?? -1).map((i) => this.names[facet][i][0]);
  }

  facets(): Facet[] {
    const passing = this.passing();
    const of = (name: string) => (this.asked.chosen[name]?.length ? this.passing(name) : passing);
    return ["kind", ...listed].map((name) => this.facet(name, of(name))).filter((f) => f.values.length);
  }

  /** The leaf that the event of a number is in. */
  leafOf(n: number): string {
    let [low, high] = [0, this.starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.starts[middle] > n) high = middle; else low = middle + 1;
    }
    return this.leaves[low - 1];
  }

  /** Of the events of some numbers that begin between two days and are wanted, the most important. */
  foremost(numbers: Uint32Array, begin: number, end: number, most: number, wanted: (n: number) => boolean): number[] {
    const inside = [...numbers].filter((n) => this.days[n] < end && this.days[n] + 1 > begin && wanted(n));
    return inside.sort((a, b) => this.weights[b] - this.weights[a]).slice(0, most);
  }

  private take(part: ColumnsFile): void {
    let day = 0;
    part.day.forEach((by, i) => { this.days[part.from + i] = by === null ? NaN : (day += by); });
    part.length.forEach((days, i) => { this.lengths[part.from + i] = days ?? NaN; });
    part.weight.forEach((weight, i) => { this.weights[part.from + i] = weight; });
    const letters = Object.keys(kinds);
    this.columns.kind.push(...[...part.kind].map((letter) => letters.indexOf(letter)));
    for (const name of listed) for (const value of part[name] as Numbers) this.columns[name].push(value);
  }

  /** Finds the leaves as the templates cut them (tiles/leaf.html). */
  private cut(): void {
    const { leaf: most } = this.overview;
    const units: string[][] = [];
    this.days.forEach((day, n) => { // many days come again
      units.push(n && day === this.days[n - 1] ? units[n - 1] : isNaN(day) ? ["undated"] : unitsOf(day));
    });
    const counts = new Map<string, number>();
    for (const names of units) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    const inside = new Map<string, number>();
    units.forEach((names, n) => {
      const last = names[names.length - 1];
      let leaf = names.find((name) => isLeaf(name, counts.get(name)!, most));
      if (!leaf) {
        const i = inside.get(last) ?? 0;
        inside.set(last, i + 1);
        leaf = `${last}.${Math.floor(i / most) + 1}`;
      }
      if (leaf === this.leaves[this.leaves.length - 1]) return;
      this.starts.push(n);
      this.leaves.push(leaf);
    });
  }

  /** Looks for terms in texts and names; null where there are none to look for. */
  private async search(terms: readonly string[], progress: (share: number) => void, stopped: () => boolean): Promise<Uint8Array | null> {
    if (!terms.length) return null;
    const found = new Uint8Array(this.overview.count);
    const named = terms.map((term) => this.naming(term));
    let next = 0;
    let done = 0;
    const scan = async () => {
      while (next < this.overview.texts && !stopped()) {
        const i = next++;
        const texts = this.texts[i] ??= (await this.files.get<TextFile>(`text-${i}`)).texts.map(folded);
        const from = i * textsInFile;
        texts.forEach((text, j) => {
          const fits = matches(text, terms) || terms.every((term, t) => named[t](from + j) || text.includes(term));
          if (fits) found[from + j] = 1;
        });
        progress(++done / this.overview.texts);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, scan));
    return found;
  }

  /** Tells of events whether one of their names has a term in it. */
  private naming(term: string): (n: number) => boolean {
    const has = listed.map((name) => new Set(this.names[name].flatMap((words, i) => (folded(words.slice(0, 3).join("\n")).includes(term) ? [i] : []))));
    return (n) => listed.some((name, f) => has[f].size > 0 && valuesOf(this.columns[name][n]).some((i) => has[f].has(i)));
  }

  /** The numbers of the events that pass whatever was known when, one facet perhaps left aside. */
  private passing(aside = ""): Uint32Array {
    const { chosen, begin, end } = this.asked;
    const tests = Object.entries(chosen).filter(([name, keys]) => keys.length && name !== aside).map(([name, keys]) => {
      const wanted = new Set((this.names[name] ?? []).flatMap(([key], i) => (keys.includes(key) ? [i] : [])));
      return (n: number) => valuesOf(this.columns[name]?.[n] ?? -1).some((i) => wanted.has(i));
    });
    if (this.found) tests.push((n) => this.found![n] > 0);
    if (!isNaN(begin)) tests.push((n) => !(this.days[n] + this.lengths[n] <= begin) && !isNaN(this.days[n]));
    if (!isNaN(end)) tests.push((n) => this.days[n] < end);
    const numbers: number[] = [];
    for (let n = 0; n < this.overview.count; n++) if (tests.every((test) => test(n))) numbers.push(n);
    return Uint32Array.from(numbers);
  }

  private knownBy(n: number, day: number): boolean {
    return valuesOf(this.columns.source[n]).some((i) => (this.names.source[i][3] ?? Infinity) <= day);
  }

  private facet(name: string, passing: Uint32Array): Facet {
    const column = this.columns[name];
    const values: Value[] = this.names[name].map(([key, words, , published]) => ({ key, name: words ?? key, count: 0, of: 0, published }));
    for (const of of column) for (const i of valuesOf(of)) values[i].of++;
    for (const n of passing) {
      if (isNaN(this.asked.known) || this.knownBy(n, this.asked.known)) for (const i of valuesOf(column[n])) values[i].count++;
    }
    return { name, values: values.filter((v) => v.of).sort((a, b) => b.of - a.of) };
  }
}

const textsInFile = 1000;

const valuesOf = (value: number | number[]): number[] => (typeof value === "number" ? (value < 0 ? [] : [value]) : value);

globalThis.dateline!.query = (files, overview) => new Query(files, overview);
