// Hides the entries of a page that a filter holds back, and writes the silences
// between those that are left.

import { dated } from "./event";
import { markFound } from "./found";
import type { PageStore } from "./page";
import { later } from "./silence";
import type { Words } from "./words";

const mostMarked = 300; // entries whose matches are marked

/** What a chronicle does when its store shows other events. */
export function sifter(root: HTMLElement, store: PageStore, words: Words): (terms: readonly string[]) => void {
  let filtered = false; // until then the silences are those of the templates
  return (terms) => {
    const { list, events } = store;
    const visible = new Set(list);
    for (const e of events) store.element(e).hidden = !visible.has(e);
    root.querySelectorAll<HTMLElement>(".month, .year").forEach((group) => {
      group.hidden = !group.querySelector(".event:not([hidden])");
    });
    if (filtered || list.length < events.length) writeSilences(root, store, words);
    filtered = list.length < events.length;
    markFound(list.slice(0, mostMarked).map((e) => store.element(e)), terms);
  };
}

function writeSilences(root: HTMLElement, store: PageStore, words: Words): void {
  root.querySelectorAll(".silence").forEach((silence) => silence.remove());
  let until = Infinity;
  let month: Element | null = null;
  for (const e of store.list) {
    const said = dated(e) ? later(e.begin - until, words) : "";
    const element = store.element(e);
    const within = element.closest(".month");
    if (said) {
      const silence = Object.assign(document.createElement("p"), { className: "silence", textContent: said });
      (within === month ? element : within ?? element).prepend(silence);
    }
    month = within;
    if (dated(e)) until = until === Infinity ? e.end : Math.max(until, e.end);
  }
}
