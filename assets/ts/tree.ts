// The tiles that have been fetched, and the way to the others: from the overview
// down by the number or the day of an event.

import { readEntry } from "./entry";
import { eventOf, type Event } from "./event";
import type { Files } from "./files";
import type { Branch, Overview, Short } from "./overview";
import type { Stretch } from "./scale";
import { daysOf, isLeaf } from "./units";

const mostLeaves = 60; // whose entries are kept

export interface Unit extends Stretch {
  name: string;
  from: number; // the number of its first event
  count: number;
  leaf: boolean;
  units: Unit[] | null; // those of a branch that has been fetched
}

/** A leaf as its file has it. */
interface LeafFile { from: number; count: number; previous?: string; next?: string; html: string }

export interface Leaf {
  name: string;
  from: number;
  count: number;
  previous?: string;
  next?: string;
  element: HTMLElement; // with its entries
  events: Event[];
}

export class Tree {
  readonly root: Unit;

  /** Every event that has been fetched, by its number: one object however often it comes. */
  readonly known: (Event | undefined)[];
  private readonly leaves = new Map<string, Leaf>(); // those that came last
  private readonly read = new Set<string>(); // the names of all that have come

  /** grown is called when there is more in known. */
  constructor(private readonly files: Files, private readonly overview: Overview, private readonly grown: () => void) {
    this.known = new Array(overview.count).fill(undefined);
    this.root = { name: "", from: 0, count: overview.count, leaf: false, begin: -Infinity, end: Infinity, units: null };
    this.branch(this.root, overview);
  }

  /** Fetches a unit; the same again costs nothing. */
  async load(unit: Unit): Promise<void> {
    if (unit.leaf) await this.leaf(unit.name);
    else if (!unit.units) {
      const tile = await this.files.get<Branch>(unit.name);
      if (unit.units) return;
      this.branch(unit, tile);
      this.grown();
    }
  }

  loaded(unit: Unit): boolean { return unit.leaf ? this.read.has(unit.name) : unit.units !== null; }

  async leaf(name: string): Promise<Leaf> {
    const there = this.leaves.get(name);
    if (there) return there;
    const file = await this.files.get<LeafFile>(name);
    this.files.forget(name);
    return this.leaves.get(name) ?? this.adopt(name, file, parse(file.html));
  }

  /** Takes a leaf whose entries are there. */
  adopt(name: string, { from, count, previous, next }: Omit<LeafFile, "html">, element: HTMLElement): Leaf {
    const events = [...element.querySelectorAll<HTMLElement>(".event")].map((entry, i) => this.know(readEntry(entry, from + i)));
    const leaf = { name, from, count, previous, next, element, events };
    this.leaves.set(name, leaf);
    this.read.add(name);
    for (const [old, { element }] of this.leaves) {
      if (this.leaves.size > mostLeaves && !element.isConnected && old !== name) this.leaves.delete(old);
    }
    this.grown();
    return leaf;
  }

  /** The leaf that holds the event of a number. */
  async leafAt(n: number): Promise<Leaf> {
    for (const leaf of this.leaves.values()) if (n >= leaf.from && n < leaf.from + leaf.count) return leaf;
    return this.descend((units) => units.find((u) => n < u.from + u.count)!);
  }

  /** The leaf of the first event that begins on a day or later; null after the last. */
  async leafSince(day: number): Promise<Leaf | null> {
    return day < this.root.units!.reduce((end, u) => (u.begin < Infinity ? Math.max(end, u.end) : end), -Infinity)
      ? this.descend((units) => units.find((u) => u.end > day) ?? units[units.length - 1])
      : null;
  }

  private async descend(choose: (units: Unit[]) => Unit): Promise<Leaf> {
    let unit = this.root;
    while (!unit.leaf) {
      await this.load(unit);
      unit = choose(unit.units!);
    }
    return this.leaf(unit.name);
  }

  private branch(unit: Unit, tile: Branch): void {
    let from = tile.from;
    unit.units = tile.units.map(([name, count]) => {
      const child = { name, from, count, leaf: isLeaf(name, count, this.overview.leaf), ...daysOf(name), units: null };
      from += count;
      return child;
    });
    for (const short of tile.events) this.know(fromShort(short));
  }

  private know(event: Event): Event { return this.known[event.n] ??= event; }
}

const fromShort = (s: Short): Event => eventOf(s, { id: s.id, n: s.n, title: s.title, date: s.date, told: s.told });

/**
 * The entries of a leaf, whose HTML the templates wrote for a page one folder down.
 * It is parsed where no script runs; what could load or run is left behind all the same.
 */
function parse(html: string): HTMLElement {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  parsed.querySelectorAll("script, style, link, meta, base, iframe, object, embed, form").forEach((x) => x.remove());
  for (const name of ["href", "src"]) {
    parsed.querySelectorAll(`[${name}^="../"]`).forEach((x) => x.setAttribute(name, x.getAttribute(name)!.slice(3)));
  }
  const element = document.createElement("div");
  element.className = "leaf";
  element.append(...document.adoptNode(parsed.body).childNodes);
  return element;
}
