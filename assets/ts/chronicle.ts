// The chronicle in the page: which of its events are shown, which is the current
// one, which the reader has come to.

import type { Event } from "./event";
import type { PageStore } from "./page";

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

  /** What hides the entries that a filter holds back, once it is there. */
  sift: ((terms: readonly string[]) => void) | null = null;

  constructor(private readonly store: PageStore) {}

  update(terms: readonly string[]): void { this.sift?.(terms); }

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
