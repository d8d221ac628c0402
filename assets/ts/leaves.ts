// The chronicle of a large chronology: leaves one after the other, fetched as the
// reader comes near, and taken away far from what is read.

import type { Chronicle } from "./chronicle";
import { dated, type Event } from "./event";
import { markFound } from "./found";
import { later } from "./silence";
import type { TiledStore } from "./tiled";
import type { Leaf } from "./tree";
import type { Words } from "./words";

const near = 1; // windows from an end of what is there, within which more is fetched
const far = 4; // windows from what is seen, beyond which leaves are taken away

export class TiledChronicle implements Chronicle {
  private leaves: Leaf[]; // in the page, in order
  private current: Event | null = null;
  private terms: readonly string[] = [];
  private filtered = false;
  private turn = 0; // counts what is shown from another place: what was begun before it ends
  private filling = false;

  constructor(private readonly root: HTMLElement, private readonly store: TiledStore, private readonly words: Words) {
    const element = root.querySelector<HTMLElement>(".leaf")!;
    const { leaf: name = "", from, next } = element.dataset;
    const count = element.querySelectorAll(".event").length;
    this.leaves = [store.tree.adopt(name, { from: Number(from), count, next }, element)];
    for (const moved of ["scroll", "resize"]) {
      window.addEventListener(moved, () => { this.name(); void this.fill(); }, { passive: true });
    }
    void this.fill();
  }

  update(terms: readonly string[]): void {
    this.terms = terms;
    const filtered = this.store.shown < this.store.total;
    if (filtered || this.filtered) void this.restart();
    this.filtered = filtered;
  }

  select(event: Event | null): void {
    this.root.querySelector(".current")?.classList.remove("current");
    this.current = event;
    if (event) this.element(event)?.classList.add("current");
  }

  async reveal(event: Event): Promise<void> {
    if (!this.element(event)) await this.show(this.store.leafOf(event.n));
    await this.scrollTo(event);
    await this.fill();
  }

  /** Goes there at once, and again while entries that are laid out only now move it away. */
  private async scrollTo(event: Event): Promise<void> {
    let top = NaN;
    for (let tries = 0; tries < 6; tries++) {
      const element = this.element(event);
      if (!element || this.current !== event) return;
      element.scrollIntoView({ block: "start", behavior: "instant" });
      await new Promise(requestAnimationFrame);
      await new Promise((done) => setTimeout(done));
      const now = element.getBoundingClientRect().top;
      if (Math.abs(now - top) < 1) return;
      top = now;
    }
  }

  element(event: Event): HTMLElement | null {
    const leaf = this.leaves.find((l) => event.n >= l.from && event.n < l.from + l.count);
    return leaf ? entries(leaf)[event.n - leaf.from] : null;
  }

  holding(node: Element): Event | null {
    const id = node.closest(".event")?.id;
    for (const leaf of this.leaves) {
      const event = id && leaf.events.find((e) => e.id === id);
      if (event) return event;
    }
    return null;
  }

  /** Shows the chronicle from the first event on that is shown, or from the one selected. */
  private async restart(): Promise<void> {
    const at = this.current ? Math.max(this.store.rank(this.current), 0) : 0;
    const first = await this.store.at(at);
    if (first) await this.show(this.store.leafOf(first.n));
    else this.place([]);
    await this.fill();
  }

  /** Shows one leaf in place of all that is there. */
  private async show(wanted: Promise<Leaf>): Promise<void> {
    const turn = ++this.turn;
    const leaf = await wanted;
    if (turn === this.turn) this.place([leaf]);
  }

  /** Adds leaves until there is something to read a window's height around what is seen. */
  private async fill(): Promise<void> {
    if (this.filling || !this.root.clientWidth) return;
    this.filling = true;
    try {
      while (await this.grow());
    } catch { /* what cannot be fetched is at its own page */ } finally {
      this.filling = false;
    }
  }

  private async grow(): Promise<boolean> {
    const { leaves, turn } = this;
    if (!leaves.length) return false;
    const box = this.root.getBoundingClientRect();
    const after = box.bottom < innerHeight * (1 + near) ? await this.store.beside(leaves[leaves.length - 1], 1) : null;
    if (turn !== this.turn) return true;
    if (after) { this.place([...leaves, after]); return true; }
    const before = box.top > -innerHeight * near ? await this.store.beside(leaves[0], -1) : null;
    if (turn !== this.turn) return true;
    if (before) this.place([before, ...leaves]);
    return before !== null;
  }

  /** Puts leaves into the page, less those that are far, and keeps in its place what is seen. */
  private place(wanted: Leaf[]): void {
    const kept = wanted.filter((l) => !l.element.isConnected || !isFar(l.element));
    const seen = kept.find((l) => l.element.isConnected && l.element.getBoundingClientRect().bottom > 0);
    const top = seen?.element.getBoundingClientRect().top ?? 0;
    this.leaves = kept;
    for (const leaf of kept) this.dress(leaf);
    const elements = kept.map((l) => l.element);
    for (const child of [...this.root.children]) if (!elements.includes(child as HTMLElement)) child.remove();
    elements.forEach((element, i) => { if (this.root.children[i] !== element) this.root.insertBefore(element, this.root.children[i] ?? null); });
    this.join();
    this.name();
    if (seen) scrollBy({ top: seen.element.getBoundingClientRect().top - top, behavior: "instant" });
    if (this.current) this.element(this.current)?.classList.add("current");
    markFound(kept.flatMap(entries), this.terms);
  }

  /** Hides the entries that the filter holds back. */
  private dress(leaf: Leaf): void {
    entries(leaf).forEach((entry, i) => { entry.hidden = !this.store.shows(leaf.from + i); });
    leaf.element.querySelectorAll<HTMLElement>(".month, .year").forEach((group) => {
      group.hidden = !group.querySelector(".event:not([hidden])");
    });
  }

  /** Names a year and a month once where they go on from one leaf to the next, and writes the silences of what is shown. */
  private join(): void {
    for (const name of ["year", "month"]) {
      let before = "";
      this.root.querySelectorAll<HTMLElement>(`.${name}:not([hidden])`).forEach((group) => {
        const heading = group.querySelector(`.${name}-name`)?.textContent ?? "";
        const year = group.closest(".year")?.querySelector(".year-name")?.textContent ?? "";
        group.classList.toggle("again", before === year + heading);
        before = year + heading;
      });
    }
    this.root.querySelectorAll<HTMLElement>(".silence").forEach((silence) => { silence.hidden = this.store.shown < this.store.total && !silence.dataset.own; });
    this.root.querySelectorAll(".silence[data-own]").forEach((silence) => silence.remove());
    if (this.store.shown < this.store.total) this.writeSilences();
  }

  /** A year that goes on is named again where it is being read. */
  private name(): void {
    const y = innerHeight / 3;
    this.root.querySelectorAll(".year.again").forEach((year) => {
      const { top, bottom } = year.getBoundingClientRect();
      year.classList.toggle("read", top < y && bottom > y);
    });
  }

  private writeSilences(): void {
    let until = Infinity;
    for (const leaf of this.leaves) {
      const list = entries(leaf);
      leaf.events.forEach((e, i) => {
        if (list[i].hidden || !dated(e)) return;
        const words = later(e.begin - until, this.words);
        if (words) {
          const silence = Object.assign(document.createElement("p"), { className: "silence", textContent: words });
          silence.dataset.own = "";
          list[i].prepend(silence);
        }
        until = until === Infinity ? e.end : Math.max(until, e.end);
      });
    }
  }
}

const entries = (leaf: Leaf): HTMLElement[] => [...leaf.element.querySelectorAll<HTMLElement>(".event")];

function isFar(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom < -innerHeight * far || top > innerHeight * (1 + far);
}
