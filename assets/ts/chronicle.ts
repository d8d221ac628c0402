// The chronicle in the page: which of its events are shown, which is the current
// one, which the reader has come to.

import { dated, type Event } from "./event";
import type { PageStore } from "./page";
import type { Words } from "./words";

/** What the timeline asks of a chronicle. */
export interface Chronicle {
  /** Shows the events that the store shows, with terms that were searched for. */
  update(terms: readonly string[]): void;
  select(event: Event | null): void;

  /** Scrolls to an event, once it is there. */
  reveal(event: Event): Promise<void>;

  /** The entry of an event, if it is there. */
  element(event: Event): HTMLElement | null;

  /** The event whose entry holds a node. */
  holding(node: Element): Event | null;
}

/** The chronicle of a page that holds all events. */
export class PageChronicle implements Chronicle {
  private current: Event | null = null;
  private filtered = false; // until then the silences are those of the templates

  constructor(private readonly root: HTMLElement, private readonly store: PageStore, private readonly words: Words) {}

  update(): void {
    const { list, events } = this.store;
    const visible = new Set(list);
    for (const e of events) this.element(e).hidden = !visible.has(e);
    this.root.querySelectorAll<HTMLElement>(".month, .year").forEach((group) => {
      group.hidden = !group.querySelector(".event:not([hidden])");
    });
    if (this.filtered || list.length < events.length) this.writeSilences(list);
    this.filtered = list.length < events.length;
  }

  select(event: Event | null): void {
    if (this.current) this.element(this.current).classList.remove("current");
    if (event) this.element(event).classList.add("current");
    this.current = event;
  }

  reveal(event: Event): Promise<void> {
    this.element(event).scrollIntoView({ block: "start" });
    return Promise.resolve();
  }

  element(event: Event): HTMLElement { return this.store.element(event); }

  holding(node: Element): Event | null {
    const id = node.closest(".event")?.id;
    return (id && this.store.events.find((e) => e.id === id)) || null;
  }

  /** Writes the silences between the events that are shown. */
  private writeSilences(shown: readonly Event[]): void {
    this.root.querySelectorAll(".silence").forEach((silence) => silence.remove());
    let until = Infinity;
    let month: Element | null = null;
    for (const e of shown) {
      const words = dated(e) ? this.words.later(e.begin - until) : "";
      const element = this.element(e);
      const within = element.closest(".month");
      if (words) {
        const silence = Object.assign(document.createElement("p"), { className: "silence", textContent: words });
        (within === month ? element : within ?? element).prepend(silence);
      }
      month = within;
      if (dated(e)) until = until === Infinity ? e.end : Math.max(until, e.end);
    }
  }
}

/** The entry that is being read: the first below a height of the window. */
export function readAt(root: HTMLElement, y: number): Element | null {
  const x = root.getBoundingClientRect();
  for (const below of [0, 60, 140]) {
    const element = document.elementFromPoint(x.left + x.width / 2, y + below)?.closest(".event");
    if (element && root.contains(element)) return element;
  }
  return null;
}
