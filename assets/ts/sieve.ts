// Which events of a page pass a filter, and what there is to choose from. It
// comes with the explorer: a page that is only read does without.

import { textsOf } from "./entry";
import type { Event } from "./event";
import { folded, matches, termsOf } from "./search";
import type { Facet, Filter, Value } from "./store";

const searched = ".headline, .when, .quote, .speaker, .source, .people, .organisations, .places, .tags, .prose";
const listed = ["people", "organisations", "places", "tags"];

/** Id, name, and the last day on which it may have been published. */
type Source = [string, string, number | null];

export class Sieve {
  private filter: Filter = { search: "", chosen: {}, begin: NaN, end: NaN, known: NaN };
  private terms: string[] = [];
  private readonly texts: string[] = [];
  private readonly names = new Map<string, string>(); // of what a key alone does not name
  private readonly published = new Map<string, number | null>(); // by source
  private readonly held: Record<string, string[]>[]; // by event: its keys by facet

  constructor(private readonly events: readonly Event[], private readonly elements: readonly HTMLElement[], sources: readonly Source[]) {
    for (const [id, name, published] of sources) {
      this.names.set("source " + id, name);
      this.published.set(id, published);
    }
    this.held = elements.map((element, n) => {
      const numbers = (element.dataset.sources ?? "").split(" ").filter(Boolean);
      const keys: Record<string, string[]> = { kind: [events[n].kind], source: numbers.map((i) => sources[+i - 1]?.[0] ?? "") };
      for (const name of listed) keys[name] = textsOf(element, `.${name} bdi`);
      this.names.set("kind " + events[n].kind, textsOf(element, ".notes .kind")[0] ?? "");
      return keys;
    });
  }

  /** The events that pass, and how many more would if known were NaN. */
  pass(filter: Filter): { list: Event[]; later: number } {
    this.filter = filter;
    this.terms = termsOf(filter.search);
    const through = this.events.filter((e) => this.fits(e));
    const list = through.filter((e) => this.wasKnown(e));
    return { list, later: through.length - list.length };
  }

  facets(): Facet[] {
    return ["kind", "source", ...listed].map((name) => this.facet(name)).filter((f) => f.values.length);
  }

  keys(e: Event, facet: string): readonly string[] { return this.held[e.n][facet] ?? []; }

  /** Whether the filter lets an event through, known and perhaps one facet left aside. */
  private fits(e: Event, aside = ""): boolean {
    const { chosen, begin, end } = this.filter;
    for (const name in chosen) {
      const wanted = chosen[name];
      if (name !== aside && wanted.length && !this.keys(e, name).some((key) => wanted.includes(key))) return false;
    }
    // A date that is not known is in no range.
    if (!isNaN(begin) && !(e.end > begin) || !isNaN(end) && !(e.begin < end)) return false;
    return !this.terms.length || matches(this.text(e), this.terms);
  }

  private wasKnown(e: Event): boolean {
    const { known } = this.filter;
    return isNaN(known) || this.keys(e, "source").some((id) => (this.published.get(id) ?? Infinity) <= known);
  }

  private text(e: Event): string {
    return this.texts[e.n] ??= folded(textsOf(this.elements[e.n], searched).join("\n"));
  }

  private facet(name: string): Facet {
    const values = new Map<string, Value>();
    for (const e of this.events) {
      const fits = this.fits(e, name) && this.wasKnown(e);
      for (const key of new Set(this.keys(e, name))) {
        let value = values.get(key);
        if (!value) values.set(key, value = { key, name: this.names.get(name + " " + key) ?? key, count: 0, of: 0, published: this.published.get(key) });
        value.of++;
        if (fits) value.count++;
      }
    }
    return { name, values: [...values.values()].sort((a, b) => b.of - a.of) };
  }
}
