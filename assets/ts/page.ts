// A chronology whose events are all in the page: read from the entries of the
// chronicle, and there without waiting.

import { readEntry, textsOf } from "./entry";
import { dated, type Event } from "./event";
import { gaps, type Stretch } from "./scale";
import { folded, matches, termsOf } from "./search";
import type { Density, Facet, Filter, Silences, Store, Value, Window } from "./store";

const searched = ".headline, .when, .quote, .speaker, .source, .people, .organisations, .places, .tags, .prose";
const listed = ["people", "organisations", "places", "tags"];

export class PageStore implements Store {
  readonly events: Event[];
  readonly extent: Stretch;
  readonly hours: boolean;
  readonly silences: Silences;
  changed = (): void => {};

  /** The events that are shown, in order. */
  list: Event[];

  private readonly elements: HTMLElement[];
  private readonly texts: string[] = [];
  private readonly keys: Record<string, string[]>[] = []; // by event: by facet
  private readonly names = new Map<string, string>(); // of what a key alone does not name
  private terms: string[] = [];
  private chosen: Filter["chosen"] = {};

  constructor(root: HTMLElement) {
    this.elements = [...root.querySelectorAll<HTMLElement>(".event")];
    this.events = this.elements.map(readEntry);
    const sources: [string, string][] = JSON.parse(root.dataset.sources ?? "[]");
    sources.forEach(([id, name]) => this.names.set("source " + id, name));
    this.elements.forEach((element, n) => {
      const numbers = (element.dataset.sources ?? "").split(" ").filter(Boolean);
      this.keys[n] = { kind: [this.events[n].kind], source: numbers.map((i) => sources[+i - 1]?.[0] ?? "") };
      for (const name of listed) this.keys[n][name] = textsOf(element, `.${name} bdi`);
      this.names.set("kind " + this.events[n].kind, textsOf(element, ".notes .kind")[0] ?? "");
    });
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

  filter(filter: Filter): Promise<boolean> {
    this.terms = termsOf(filter.search);
    this.chosen = filter.chosen;
    this.list = this.events.filter((e) => this.fits(e));
    return Promise.resolve(true);
  }

  facets(): Promise<Facet[]> {
    return Promise.resolve(["kind", "source", ...listed].map((name) => this.facet(name)).filter((f) => f.values.length));
  }

  rank(event: Event): number { return this.list.indexOf(event); }
  at(rank: number): Promise<Event | null> { return Promise.resolve(this.list[rank] ?? null); }
  find(id: string): Promise<Event | null> { return Promise.resolve(this.events.find((e) => e.id === id) ?? null); }

  since(day: number): Promise<number> {
    const rank = this.list.findIndex((e) => e.begin >= day);
    return Promise.resolve(rank < 0 ? this.list.length : rank);
  }

  /** Whether the filter lets an event through, one facet perhaps left aside. */
  private fits(e: Event, aside = ""): boolean {
    for (const name in this.chosen) {
      const wanted = this.chosen[name];
      if (name !== aside && wanted.length && !this.keys[e.n][name]?.some((key) => wanted.includes(key))) return false;
    }
    return !this.terms.length || matches(this.text(e), this.terms);
  }

  private text(e: Event): string {
    return this.texts[e.n] ??= folded([...this.element(e).querySelectorAll(searched)].map((x) => x.textContent).join("\n"));
  }

  private facet(name: string): Facet {
    const values = new Map<string, Value>();
    for (const e of this.events) {
      const fits = this.fits(e, name);
      for (const key of new Set(this.keys[e.n][name])) {
        let value = values.get(key);
        if (!value) values.set(key, value = { key, name: this.names.get(name + " " + key) ?? key, count: 0, of: 0 });
        value.of++;
        if (fits) value.count++;
      }
    }
    return { name, values: [...values.values()].sort((a, b) => b.of - a.of) };
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
