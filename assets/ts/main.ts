// The script of the timeline: opens it on what the page holds.

import { PageChronicle } from "./chronicle";
import { PageStore } from "./page";
import type {} from "./scripts";
import type { Opened } from "./store";
import { Timeline } from "./timeline";
import { Words } from "./words";

function open(line: HTMLElement): void {
  const root = document.getElementById("chronicle")!;
  const words = new Words(document.documentElement.lang, JSON.parse(line.dataset.words!), JSON.parse(line.dataset.forms!));
  const { store, chronicle } = globalThis.dateline?.open?.(root, words) ?? openPage(root);
  new Timeline(root, words, store, chronicle);
}

function openPage(root: HTMLElement): Opened {
  const store = new PageStore(root);
  return { store, chronicle: new PageChronicle(store) };
}

// What is to be read is on the screen before the line is drawn.
const line = document.querySelector<HTMLElement>(".line");
if (line) requestAnimationFrame(() => setTimeout(() => open(line)));
