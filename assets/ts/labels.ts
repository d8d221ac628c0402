// Where labels go. A label flies like a flag from a pole at its date, to the
// right where there is room, else to the left, and no pole crosses the words of
// another. The important come first; what finds no room is not shown, never cut.

import type { Text } from "./lines";

/** What may be labelled: key tells it from the others from frame to frame, texts are the forms its words can take. */
export interface Candidate<T> { item: T; key: unknown; x: number; texts: Text[]; priority: number }

export interface Label<T> {
  item: T;
  key: unknown;
  x: number; // of the pole
  text: Text;
  left: boolean; // of its pole
  from: number; // where it begins and ends, the space beside its words included
  to: number;
  bottom: number; // pixels above the marks
}

const between = 8; // pixels beside a label
const above = 7; // pixels over a label
const mostTried = 120; // labels that are tried for in a frame
const mostTurned = 100; // times that a label is turned round for another

/** Chooses and places labels in a room of so many pixels, all anew. */
export function placeLabels<T>(candidates: readonly Candidate<T>[], width: number, height: number): Label<T>[] {
  let placed: Label<T>[] = [];
  let turns = mostTurned;
  for (const c of foremost(candidates)) {
    const wanted = forms(c, width);
    const add = (base: readonly Label<T>[]) => firstOf(wanted, (label) => stack([...base, label], height));
    let better = add(placed);
    // One that stands in the way may make room by turning round.
    for (const other of better ? [] : placed) {
      if (!wanted.some((l) => l.from < other.to && l.to > other.from)) continue;
      if (better || --turns < 0) break;
      const turned = turn(other);
      if (inside(turned, width)) better = add([...placed.filter((l) => l !== other), turned]);
    }
    placed = better ?? placed;
  }
  return placed;
}

function firstOf<A, B>(list: readonly A[], make: (item: A) => B | null): B | null {
  for (const item of list) {
    const made = make(item);
    if (made) return made;
  }
  return null;
}

/** Keeps labels where they were, as far as they do not meet, and adds others where room is free. */
export function keepLabels<T>(before: readonly Label<T>[], candidates: readonly Candidate<T>[], width: number, height: number): Label<T>[] {
  const was = new Map(before.map((l) => [l.key, l]));
  const placed: Label<T>[] = [];
  const others: Candidate<T>[] = [];
  for (const c of [...candidates].sort(byPriority)) {
    const old = was.get(c.key);
    if (!old) { others.push(c); continue; }
    const label = stand({ ...old, item: c.item, x: c.x });
    if (label.to > 0 && label.from < width && !placed.some((l) => meet(l, label))) placed.push(label);
  }
  for (const c of foremost(others)) {
    const free = firstOf(forms(c, width), (label) => lowest(label, placed, height));
    if (free) placed.push(free);
  }
  return placed;
}

/** A label with its reach. */
function stand<T>(l: Omit<Label<T>, "from" | "to">): Label<T> {
  const width = l.text.width + between;
  return { ...l, from: l.left ? l.x - width : l.x, to: l.left ? l.x : l.x + width };
}

const turn = <T>(l: Label<T>) => stand({ ...l, left: !l.left });

const inside = (l: Label<unknown>, width: number) => l.from >= -between && l.to <= width + between;

const byPriority = (a: Candidate<unknown>, b: Candidate<unknown>) => b.priority - a.priority;

function foremost<T>(candidates: readonly Candidate<T>[]): Candidate<T>[] {
  return [...candidates].sort(byPriority).slice(0, mostTried);
}

/** The forms that a label can take where they fit between the edges, the best first. */
function forms<T>({ item, key, x, texts }: Candidate<T>, width: number): Label<T>[] {
  return [false, true].flatMap((left) => texts.map((text) => stand({ item, key, x, text, left, bottom: 0 })))
    .filter((l) => inside(l, width));
}

const top = (l: Label<unknown>) => l.bottom + l.text.height;

/** Whether the pole of a would cross the words of b, were it high enough. */
function under(a: Label<unknown>, b: Label<unknown>): boolean {
  return b.left ? a.x >= b.from && a.x < b.to : a.x > b.from && a.x <= b.to;
}

function meet(a: Label<unknown>, b: Label<unknown>): boolean {
  if (a.from < b.to && b.from < a.to && a.bottom < top(b) + above && b.bottom < top(a) + above) return true;
  return (under(a, b) && b.bottom < top(a)) || (under(b, a) && a.bottom < top(b));
}

/** A label at the lowest place where it meets none of the others, or null. */
function lowest<T>(label: Label<T>, others: readonly Label<T>[], height: number): Label<T> | null {
  const places = [0, ...others.map((l) => top(l) + above)].sort((a, b) => a - b);
  for (const bottom of places) {
    const tried = { ...label, bottom };
    if (top(tried) > height) return null;
    if (!others.some((l) => meet(l, tried))) return tried;
  }
  return null;
}

/** Stacks labels as low as they go, or gives null where they do not fit. */
function stack<T>(labels: readonly Label<T>[], height: number): Label<T>[] | null {
  const done: Label<T>[] = [];
  const rest = [...labels].sort((a, b) => b.x - a.x);
  while (rest.length) {
    // What has a pole beneath it waits until that one stands.
    const next = rest.findIndex((l) => !rest.some((o) => o !== l && under(o, l)));
    const label = next < 0 ? null : lowest(rest.splice(next, 1)[0], done, height);
    if (!label) return null; // no room, or two that fly at each other
    done.push(label);
  }
  return done;
}
