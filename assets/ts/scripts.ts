// What the scripts of the site tell each other. Each is complete in itself; they
// share one global object and types, and no code.

import type { Choice } from "./address";
import type { Chronicle } from "./chronicle";
import type { Files } from "./files";
import type { Line } from "./line";
import type { Overview } from "./overview";
import type { Query } from "./query";
import type { Opened, Store } from "./store";
import type { Words } from "./words";

/** What the timeline lets the explorer work with. */
export interface Host {
  readonly root: HTMLElement; // the chronicle
  readonly form: HTMLFormElement;
  readonly words: Words;
  readonly store: Store;
  readonly chronicle: Chronicle;
  readonly line: Line;
  readonly choice: Choice;

  /** Shows what is chosen; a step, where it is another than the last, can be gone back from. */
  refine(choice: Choice, step?: string): Promise<boolean>;
}

/** Search, facets, dates, lanes: the script that is fetched when they are first used. */
export interface Explorer {
  /** Shows a choice in the controls, the store and the chronicle; false where another came between. */
  show(choice: Choice): Promise<boolean>;

  /** Opens or closes the panel of the filters. */
  toggle(): void;

  /** Copies what is beside a button. */
  copy(button: HTMLElement): void;
}

declare global {
  var dateline: {
    explore?(host: Host): Explorer;
    tile?(version: number, name: string, data: unknown): void;
    open?(root: HTMLElement, words: Words): Opened;
    query?(files: Files, overview: Overview): Query;
  } | undefined;
}
