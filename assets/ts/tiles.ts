// The script of a large chronology, run before the timeline's own: it hears the files
// and opens the chronology in tiles.

import type { Files } from "./files";
import { TiledChronicle } from "./leaves";
import type { Overview } from "./overview";
import type { Query } from "./query";
import type { Opened } from "./store";
import { TiledStore } from "./tiled";
import type { Words } from "./words";

declare global {
  /** What scripts of the site tell each other. */
  var dateline: {
    tile?(version: number, name: string, data: unknown): void;
    open?(root: HTMLElement, words: Words): Opened;
    query?(files: Files, overview: Overview): Query;
  } | undefined;
}

globalThis.dateline = {
  open(root, words) {
    const store = new TiledStore(JSON.parse(document.getElementById("overview")!.textContent!));
    this.tile = (version, name, data) => store.files.tell(version, name, data);
    return { store, chronicle: new TiledChronicle(root, store, words) };
  },
};
