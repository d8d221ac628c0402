// An event read from its entry in the chronicle.

import { eventOf, type Event } from "./event";

export function readEntry(entry: HTMLElement, n: number): Event {
  return eventOf(entry.dataset, {
    id: entry.id,
    n,
    title: textsOf(entry, ".headline")[0] ?? "",
    date: textsOf(entry, ".when")[0] ?? "",
    told: [...new Set(textsOf(entry, ".source b"))].join(", "),
  });
}

export const textsOf = (element: Element, selector: string): string[] =>
  [...element.querySelectorAll(selector)].map((e) => e.textContent!.trim());
