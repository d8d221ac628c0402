// What the views ask of a chronology. There are two: one whose events are all in
// the page, and one that fetches them in tiles (docs/tiles.md). What is at hand is
// given at once; what is not is counted, fetched, and told of when it is there.

import type { Chronicle } from "./chronicle";
import type { Event } from "./event";
import type { Stretch } from "./scale";

/** Events of a stretch of the calendar that are not at hand. */
export interface Rest extends Stretch { count: number }

/** What there is to draw of a stretch: events in the order of time, and how many more. */
export interface Window { events: readonly Event[]; rest: readonly Rest[] }

/** How many events fall in each of the equal parts of a stretch: of all, of those shown. */
export interface Density { all: number[]; shown: number[] }

/** The stretches without any event, longest first, perhaps only the long ones, and the usual length of all. */
export interface Silences { gaps: Stretch[]; usual: number }

/** What is chosen in a facet is any of its values; an event has to fit every facet. */
export interface Filter {
  search: string;
  chosen: Readonly<Record<string, readonly string[]>>;

  /** Days, NaN where open: what ended before begin or began at end or later is left out. */
  begin: number;
  end: number;

  /** A day, NaN for any: what no source published by its end tells of is left out. */
  known: number;
}

/** A value of a facet: count is what choosing it alone would show, of is all there is. */
export interface Value {
  key: string;
  name: string;
  count: number;
  of: number;

  /** Of a source: the last day on which it may have been published; null where nothing is known of that. */
  published?: number | null;
}

/** kind, source (keys are ids), people, organisations, places, tags: those that have values, most events first. */
export interface Facet { name: string; values: Value[] }

export interface Store {
  /** How many events there are, and how many the filter lets through. */
  readonly total: number;
  readonly shown: number;

  /** How many more it would let through if known were NaN. */
  readonly later: number;

  /** The days from the first to the last event. */
  readonly extent: Stretch;

  /** Whether an event has an hour. */
  readonly hours: boolean;
  readonly silences: Silences;

  /**
   * The events that are shown and touch the days from begin to end. What is missing
   * is asked for, as fine as a cell of so many days needs, and told by changed.
   */
  window(begin: number, end: number, cell: number): Window;
  density(begin: number, end: number, parts: number): Density;

  /** Shows what a filter lets through; progress is told, from 0 to 1. A later filter ends an earlier one, which gives false. */
  filter(filter: Filter, progress: (share: number) => void): Promise<boolean>;
  facets(): Promise<Facet[]>;

  /** The keys that an event has in a facet; none before facets() was there. */
  keys(event: Event, facet: string): readonly string[];

  /** The place of an event among those shown, from 0; -1 where it is none of them. */
  rank(event: Event): number;

  /** The event at a place among those shown; null outside them. */
  at(rank: number): Promise<Event | null>;

  /** The place among those shown of the first that begins at a day or later. */
  since(day: number): Promise<number>;

  /** The event of an id, shown or not. */
  find(id: string): Promise<Event | null>;

  /** Called when window or density have more to say. */
  changed: () => void;
}

/** A chronology that is open, with the list of its events. */
export interface Opened { store: Store; chronicle: Chronicle }
