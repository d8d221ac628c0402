// A chronology whose events are all in the page: read from the entries of the
// chronicle, and there without waiting.

import { readEntry } from "./entry";
import { dated, type Event } from "./event";
import { gaps, type Stretch } from "./scale";
import type { Sieve } from "./sieve";
import type { Density, Facet, Filter, Silences, Store, Window } from "./store";

export class PageStore implements Store {
  readonly events: Event[];
  readonly extent: Stretch;
  readonly hours: boolean;
  readonly silences: Silences;
  changed = (): void => {};

  /** The events that are shown, in order. */
  list: Event[];

  later = 0;

  /** What filters, once it is there. */
  sieve: Sieve | null = null;

  readonly elements: readonly HTMLElement[];

  constructor(root: HTMLElement) {
    this.elements = [...root.querySelectorAll<HTMLElement>(".event")];
    this.events = this.elements.map(readEntry);
    const stretches = this.events.filter(dated);
    const sorted = gaps(stretches).sort((a, b) => b.end - b.begin - (a.end - a.begin));
    const middle = sorted[Math.floor(sorted.length / 2)];
    this.silences = { gaps: sorted, usual: middle ? middle.end - middle.begin : 0 };
    this.extent = extentOf(stretches);
    this.hours = stretches.some((e) => e.point && e.end - e.begin < 1);
    this.list = this.events;
  }

  get total(): number { return this.events.length; }
  get shown(): number { return this.list.length; }

  element(event: Event): HTMLElement { return this.elements[event.n]; }

  window(begin: number, end: number): Window {
    return { events: this.list.filter((e) => e.begin <= end && e.end >= begin), rest: [] };
  }

  density(begin: number, end: number, parts: number): Density {
    return { all: spread(this.events, begin, end, parts), shown: spread(this.list, begin, end, parts) };
  }

  async filter(filter: Filter): Promise<boolean> {
    const { list, later } = this.sieve?.pass(filter) ?? { list: this.events, later: 0 };
    this.list = list;
    this.later = later;
    return true;
  }

  async facets(): Promise<Facet[]> { return this.sieve?.facets() ?? []; }
  keys(event: Event, facet: string): readonly string[] { return this.sieve?.keys(event, facet) ?? []; }

  rank(event: Event): number { return this.list.indexOf(event); }
  async at(rank: number): Promise<Event | null> { return this.list[rank] ?? null; }
  async find(id: string): Promise<Event | null> { return this.events.find((e) => e.id === id) ?? null; }

  async since(day: number): Promise<number> {
    const rank = this.list.findIndex((e) => e.begin >= day);
    return rank < 0 ? this.list.length : rank;
  }
}

function extentOf(stretches: readonly Stretch[]): Stretch {
  if (!stretches.length) return { begin: 0, end: 1 };
  return { begin: Math.min(...stretches.map((s) => s.begin)), end: Math.max(...stretches.map((s) => s.end)) };
}

/** Counts events in parts of a stretch; one is spread over as long as it may have been. */
function spread(events: readonly Event[], begin: number, end: number, parts: number): number[] {
  const counts: number[] = new Array(parts).fill(0);
  const part = (day: number) => ((day - begin) / (end - begin)) * parts;
  for (const e of events) {
    if (!dated(e)) continue;
    const from = Math.max(0, Math.floor(part(e.begin)));
    const to = Math.min(parts - 1, Math.ceil(part(e.end)) - 1);
    for (let i = from; i <= Math.max(from, to); i++) counts[i] += 1 / (Math.max(from, to) - from + 1);
  }
  return counts;
}
