// What the pointer is on, in words beside it.

import type { Event } from "./event";
import type { Pile } from "./marks";
import type { Words } from "./words";

/** Shows what is meant at a place of the plot, in pixels from its left and top; nothing for null. */
export function showTip(plot: HTMLElement, target: Event | Pile | null, x: number, y: number, words: Words): void {
  const tip = plot.querySelector<HTMLElement>(".tip")!;
  plot.classList.toggle("pointing", target !== null);
  tip.hidden = !target;
  if (!target) return;
  const pile = "events" in target;
  const date = pile ? words.span(target.begin, target.end) : target.date;
  const title = pile ? [target.count, target.top?.title].filter(Boolean).join(" · ") : target.title;
  tip.replaceChildren(Object.assign(document.createElement("b"), { textContent: date }), title);
  tip.style.left = `${Math.max(0, Math.min(x + 12, plot.clientWidth - tip.offsetWidth))}px`;
  tip.style.top = `${y + 18 + tip.offsetHeight > plot.clientHeight ? y - tip.offsetHeight - 12 : y + 18}px`;
}
