// Marks what was searched for, without touching the text, where the browser can.

import { occurrences } from "./search";

const marked = ".headline, .when, .quote, .speaker, .source, .people, .organisations, .places, .tags, .prose";

/** Marks terms in entries, and nothing else in the page. */
export function markFound(entries: readonly HTMLElement[], terms: readonly string[]): void {
  if (!("highlights" in CSS)) return;
  const ranges: Range[] = [];
  if (terms.length) {
    for (const entry of entries) {
      for (const part of entry.querySelectorAll(marked)) addRanges(part, terms, ranges);
    }
  }
  CSS.highlights.set("found", new Highlight(...ranges));
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
