// The chronicle in the page: which of its events are shown, which is the current
// one, which the reader has come to.

import { dated, type Event } from "./event";
import { folded, matches, occurrences, termsOf } from "./search";
import type { Words } from "./words";

export interface Filter { search: string; kind: string; source: number } // 0: all sources

const searched = ".headline, .when, .quote, .speaker, .source, .people, .organisations, .places, .tags, .prose";
const mostMarked = 300; // events whose matches are marked

export class Chronicle {
  private readonly texts: string[] = [];
  private current: Event | null = null;
  private filtered = false; // until then the silences are those of the templates

  constructor(
    private readonly root: HTMLElement,
    readonly events: readonly Event[],
    private readonly words: Words,
  ) {}

  /** Shows the events that a filter lets through and gives them back. */
  filter(filter: Filter): Event[] {
    const terms = termsOf(filter.search);
    const shown = this.events.filter((e) =>
      (!filter.kind || e.kind === filter.kind) &&
      (!filter.source || e.sources.includes(filter.source)) &&
      (!terms.length || matches(this.text(e), terms)));
    const visible = new Set(shown);
    for (const e of this.events) e.element.hidden = !visible.has(e);
    this.root.querySelectorAll<HTMLElement>(".month, .year").forEach((group) => {
      group.hidden = !group.querySelector(".event:not([hidden])");
    });
    if (this.filtered || shown.length < this.events.length) this.writeSilences(shown);
    this.filtered = shown.length < this.events.length;
    this.markFound(shown, terms);
    return shown;
  }

  /** Makes one event the current one, or none. */
  select(event: Event | null): void {
    this.current?.element.classList.remove("current");
    event?.element.classList.add("current");
    this.current = event;
  }

  reveal(event: Event): void {
    event.element.scrollIntoView({ block: "start" });
  }

  /** The event that is being read: the first below a height of the window. */
  readAt(y: number): Event | null {
    const x = this.root.getBoundingClientRect();
    for (const below of [0, 60, 140]) {
      const element = document.elementFromPoint(x.left + x.width / 2, y + below)?.closest<HTMLElement>(".event");
      const event = element && this.events.find((e) => e.element === element);
      if (event) return event;
    }
    return null;
  }

  private text(e: Event): string {
    return this.texts[e.n] ??= folded([...e.element.querySelectorAll(searched)].map((x) => x.textContent).join("\n"));
  }

  /** Writes the silences between the events that are shown. */
  private writeSilences(shown: readonly Event[]): void {
    this.root.querySelectorAll(".silence").forEach((silence) => silence.remove());
    let until = Infinity;
    let month: Element | null = null;
    for (const e of shown) {
      const words = dated(e) ? this.words.later(e.begin - until) : "";
      const within = e.element.closest(".month");
      if (words) {
        const silence = Object.assign(document.createElement("p"), { className: "silence", textContent: words });
        (within === month ? e.element : within ?? e.element).prepend(silence);
      }
      month = within;
      if (dated(e)) until = until === Infinity ? e.end : Math.max(until, e.end);
    }
  }

  /** Marks what was searched for without touching the text, where the browser can. */
  private markFound(shown: readonly Event[], terms: readonly string[]): void {
    if (!("highlights" in CSS)) return;
    const ranges: Range[] = [];
    if (terms.length) {
      for (const e of shown.slice(0, mostMarked)) {
        for (const part of e.element.querySelectorAll(searched)) addRanges(part, terms, ranges);
      }
    }
    CSS.highlights.set("found", new Highlight(...ranges));
  }
}

function addRanges(part: Element, terms: readonly string[], ranges: Range[]): void {
  const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as globalThis.Text;
    for (const [from, to] of occurrences(node.data, terms)) {
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, to);
      ranges.push(range);
    }
  }
}
