// A chronology in tiles: what is known is given at once, what is missing counted and
// asked for when the view rests.

import { dated, type Event } from "./event";
import { Files, run } from "./files";
import { Counts, type Overview } from "./overview";
import type { Query } from "./query";
import type { Stretch } from "./scale";
import type { Density, Facet, Filter, Rest, Silences, Store, Window } from "./store";
import { Tree, type Leaf, type Unit } from "./tree";

const pause = 120; // milliseconds that the view has to rest before anything is fetched
const mostUnits = 7; // in view, of which tiles are fetched
const enough = 24; // events in view that a filter lets through, beyond which no more are fetched

export class TiledStore implements Store {
  readonly extent: Stretch;
  readonly silences: Silences;
  readonly files = new Files();
  readonly tree: Tree;
  later = 0;
  changed = (): void => {};

  private readonly counts: Counts;
  private readonly before: Uint32Array; // how many events before each number are known
  private list: Event[] | null = null; // those that are known, in order; null where more have come
  private query: Query | null = null;
  private asked = 0; // filters, so far
  private passed: Uint32Array | null = null; // the numbers of the events that are shown; null for all
  private timer = 0;
  private telling = false;

  constructor(private readonly overview: Overview) {
    const stretch = ([begin, end]: [number, number]): Stretch => ({ begin, end });
    this.extent = stretch(overview.extent);
    this.silences = { gaps: overview.gaps.map(stretch), usual: overview.usual };
    this.counts = new Counts(overview.counts);
    this.tree = new Tree(this.files, overview, () => this.tell());
    this.before = new Uint32Array(overview.count + 1);
  }

  get total(): number { return this.overview.count; }
  get shown(): number { return this.passed?.length ?? this.total; }
  get hours(): boolean { return this.overview.hours; }

  window(begin: number, end: number): Window {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.fetch(begin, end), pause);
    const events: Event[] = [];
    for (const e of this.known()) {
      if (touches(e, begin, end) && this.shows(e.n)) events.push(e);
    }
    return { events, rest: this.passed ? this.restOf(this.passed, begin, end) : this.rest(begin, end) };
  }

  density(begin: number, end: number, parts: number): Density {
    const { counts, passed } = this;
    const all: number[] = new Array(parts).fill(0);
    counts.spread(all, { begin, end }, (i) => counts.froms[i + 1] - counts.froms[i]);
    if (!passed) return { all, shown: all };
    const shown: number[] = new Array(parts).fill(0);
    counts.spread(shown, { begin, end }, (i) => place(passed, counts.froms[i + 1]) - place(passed, counts.froms[i]));
    return { all, shown };
  }

  async filter(filter: Filter, progress: (share: number) => void): Promise<boolean> {
    const turn = ++this.asked;
    const days = [filter.begin, filter.end, filter.known];
    if (!filter.search.trim() && !Object.values(filter.chosen).some((keys) => keys.length) && days.every(isNaN)) {
      this.passed = null;
      this.later = 0;
      return true;
    }
    const query = await this.queried();
    const result = await query.filter(filter, (share) => { if (turn === this.asked) progress(share); }, () => turn !== this.asked);
    if (turn !== this.asked || !result) return false;
    this.passed = result.passed;
    this.later = result.later;
    return true;
  }

  async facets(): Promise<Facet[]> { return (await this.queried()).facets(); }
  keys(event: Event, facet: string): readonly string[] { return this.query?.keys(event.n, facet) ?? []; }

  rank(event: Event): number {
    if (!this.passed) return event.n;
    const rank = place(this.passed, event.n);
    return this.passed[rank] === event.n ? rank : -1;
  }

  async at(rank: number): Promise<Event | null> {
    const n = this.passed ? this.passed[rank] : rank;
    if (!(n >= 0 && n < this.total)) return null;
    const leaf = await this.leafOf(n);
    return this.tree.known[n] ?? leaf.events[n - leaf.from] ?? null;
  }

  async since(day: number): Promise<number> {
    const leaf = await this.tree.leafSince(day);
    const n = leaf ? leaf.from + leaf.events.findIndex((e) => e.begin >= day) : this.datedCount();
    return this.passed ? place(this.passed, n) : n;
  }

  async find(id: string): Promise<Event | null> {
    const leaves = await this.files.get<Record<string, string>>(`ids-${hash(id) % this.overview.ids}`).catch(() => null);
    const name = leaves && Object.hasOwn(leaves, id) ? leaves[id] : "";
    if (!name) return null;
    return (await this.tree.leaf(name)).events.find((e) => e.id === id) ?? null;
  }

  /** Whether the filter lets the event of a number through. */
  shows(n: number): boolean { return !this.passed || this.passed[place(this.passed, n)] === n; }

  /** The leaf with the first event shown after a leaf, or the last before it. */
  async beside(leaf: Leaf, by: number): Promise<Leaf | null> {
    if (!this.passed) {
      const name = by > 0 ? leaf.next : leaf.previous;
      return name ? this.tree.leaf(name) : null;
    }
    const n = this.passed[by > 0 ? place(this.passed, leaf.from + leaf.count) : place(this.passed, leaf.from) - 1];
    return n === undefined ? null : this.leafOf(n);
  }

  leafOf(n: number): Promise<Leaf> {
    return this.query ? this.tree.leaf(this.query.leafOf(n)) : this.tree.leafAt(n);
  }

  private datedCount(): number { return this.counts.froms[this.counts.froms.length - 1]; }

  private known(): Event[] {
    if (this.list) return this.list;
    const list: Event[] = [];
    this.tree.known.forEach((e, n) => {
      if (e) list.push(e);
      this.before[n + 1] = list.length;
    });
    return this.list = list;
  }

  /** What is not known of each unit of the overview, or of finer ones where their counts are there. */
  private rest(begin: number, end: number): Rest[] {
    const { counts } = this;
    const rest: Rest[] = [];
    const add = (unit: Stretch, from: number, to: number) => {
      const count = to - from - this.before[to] + this.before[from];
      if (count) rest.push({ begin: unit.begin, end: unit.end, count });
    };
    const walk = (unit: Unit) => {
      if (unit.begin > end || unit.end < begin || unit.begin === Infinity) return;
      if (unit.units) { unit.units.forEach(walk); return; }
      const i = counts.at(unit.begin);
      const coarse = counts.begins[i] <= unit.begin && counts.ends[i] >= unit.end;
      if (coarse) { add(unit, unit.from, unit.from + unit.count); return; }
      for (let j = i; counts.begins[j] < unit.end; j++) {
        if (counts.begins[j] <= end && counts.ends[j] >= begin) add({ begin: counts.begins[j], end: counts.ends[j] }, counts.froms[j], counts.froms[j + 1]);
      }
    };
    walk(this.tree.root);
    return rest;
  }

  /** The same of what a filter lets through, day by day. */
  private restOf(passed: Uint32Array, begin: number, end: number): Rest[] {
    const rest: Rest[] = [];
    const days = this.query!.days;
    for (let i = 0; i < passed.length; i++) {
      const n = passed[i];
      const day = Math.floor(days[n]);
      if (!(day <= end && day + 1 >= begin) || this.tree.known[n]) continue;
      const last = rest[rest.length - 1];
      if (last?.begin === day) last.count++; else rest.push({ begin: day, end: day + 1, count: 1 });
    }
    return rest;
  }

  private queried(): Promise<Query> {
    return this.querying ??= (async () => {
      await run(this.overview.query);
      const query = globalThis.dateline!.query!(this.files, this.overview);
      await query.load();
      return this.query = query;
    })().catch((error) => { this.querying = null; throw error; });
  }

  private querying: Promise<Query> | null = null;

  /** Fetches what a view of so many days lacks; what cannot be had is left out. */
  private async fetch(begin: number, end: number): Promise<void> {
    const wanted: Promise<unknown>[] = [];
    if (this.passed) {
      const inView = this.passed.reduce((sum, n) => sum + (touches(this.tree.known[n], begin, end) ? 1 : 0), 0);
      const missing = this.query!.foremost(this.passed, begin, end, Math.max(enough - inView, 0), (n) => !this.tree.known[n]);
      wanted.push(...missing.map((n) => this.leafOf(n)));
    } else if (begin > this.extent.begin || end < this.extent.end) {
      this.lacking(this.tree.root, begin, end).forEach((unit) => wanted.push(this.tree.load(unit)));
    }
    await Promise.allSettled(wanted);
  }

  /** The units to fetch for a view: those in it, if they are few, and in those that are there the same again. */
  private lacking(unit: Unit, begin: number, end: number): Unit[] {
    const inView = unit.units!.filter((u) => u.begin < end && u.end > begin);
    if (inView.length > mostUnits) return [];
    return inView.flatMap((u) => {
      if (!this.tree.loaded(u)) return [u];
      return u.units ? this.lacking(u, begin, end) : [];
    });
  }

  /** Tells once of whatever came meanwhile. */
  private tell(): void {
    this.list = null;
    if (this.telling) return;
    this.telling = true;
    queueMicrotask(() => { this.telling = false; this.changed(); });
  }
}

const touches = (e: Event | undefined, begin: number, end: number): e is Event =>
  e !== undefined && dated(e) && e.begin <= end && e.end >= begin;

/** How many of ordered numbers come before one. */
function place(numbers: Uint32Array, n: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle] >= n) high = middle; else low = middle + 1;
  }
  return low;
}

/** FNV-1a of a text's UTF-8 bytes, 32 bits. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) h = Math.imul(h ^ byte, 0x01000193) >>> 0;
  return h;
}
