// The script of a large chronology, run before the timeline's own: it hears the files
// and opens the chronology in tiles.

import { TiledChronicle } from "./leaves";
import type {} from "./scripts";
import { TiledStore } from "./tiled";

globalThis.dateline = {
  open(root, words) {
    const store = new TiledStore(JSON.parse(document.getElementById("overview")!.textContent!));
    this.tile = (version, name, data) => store.files.tell(version, name, data);
    return { store, chronicle: new TiledChronicle(root, store, words) };
  },
};
