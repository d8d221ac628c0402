// The script of a large chronology, run before the timeline's own: it hears the files
// and opens the chronology in tiles.

import { TiledChronicle } from "./leaves";
import { check } from "./files";
import type { Overview } from "./overview";
import type {} from "./scripts";
import { TiledStore } from "./tiled";

globalThis.dateline = {
  open(root, words) {
    const overview: Overview = JSON.parse(document.getElementById("overview")!.textContent!);
    check(overview.version, "overview"); // no line is better than a wrong one: the links lead everywhere
    const store = new TiledStore(overview);
    this.tile = (version, name, data) => store.files.tell(version, name, data);
    return { store, chronicle: new TiledChronicle(root, store, words) };
  },
};
