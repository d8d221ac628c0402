// The scale of the line: days ⇄ places. It is linear, one place a day, but for
// folds: stretches in which nothing happened, pressed together and drawn as such.

export interface Stretch { begin: number; end: number }

export interface Piece extends Stretch {
  from: number; // places
  to: number;
  silent: number; // days without an event, of a fold; else 0
}

/** An immutable scale of pieces; before the first and after the last it goes on, a place a day. */
export class Scale {
  constructor(readonly pieces: readonly Piece[]) {}

  get from(): number { return this.pieces[0].from; }
  get to(): number { return this.pieces.at(-1)!.to; }
  get folds(): Piece[] { return this.pieces.filter((p) => p.silent); }

  place(day: number): number {
    const p = this.find((piece) => day < piece.end);
    return p.from + (day - p.begin) * slope(p, day < p.begin || day > p.end);
  }

  day(place: number): number {
    const p = this.find((piece) => place < piece.to);
    return p.begin + (place - p.from) / slope(p, place < p.from || place > p.to);
  }

  private find(before: (p: Piece) => boolean): Piece {
    return this.pieces.find(before) ?? this.pieces.at(-1)!;
  }
}

function slope(p: Piece, outside: boolean): number {
  return outside || p.end === p.begin || p.to === p.from ? 1 : (p.to - p.from) / (p.end - p.begin);
}

/** The empty stretches between events, given the stretches that these take, in any order. */
export function gaps(stretches: readonly Stretch[]): Stretch[] {
  const found: Stretch[] = [];
  const sorted = [...stretches].sort((a, b) => a.begin - b.begin);
  let until = sorted.length ? sorted[0].end : 0;
  for (const s of sorted) {
    if (s.begin > until) found.push({ begin: until, end: s.begin });
    until = Math.max(until, s.end);
  }
  return found;
}

const longGap = 0.2; // of what is not folded: a gap longer than this is
const leastGap = 0.03; // of the whole: a gap shorter than this never is
const unusualGap = 4; // times the gap in the middle of all: neither is one shorter than this
const margin = 0.025; // of what is not folded: left open on either side of a fold

/** The time that events take, with the gaps in it that may be folded. */
export class Extent {
  readonly folds: Stretch[] = []; // in order, each with its margins
  private readonly silences: number[] = [];

  /** gaps are the stretches without events, longest first; usual is how long the one in the middle of all is. */
  constructor(readonly begin: number, readonly end: number, gaps: readonly Stretch[], usual: number) {
    const long: Stretch[] = [];
    let rest = end - begin;
    // The longest first, each while it takes too much of the rest.
    for (const gap of gaps) {
      if (length(gap) < Math.max(longGap * rest, leastGap * (end - begin), unusualGap * usual)) break;
      long.push(gap);
      rest -= length(gap);
    }
    for (const gap of long.sort((a, b) => a.begin - b.begin)) {
      const open = Math.min(length(gap) / 4, Math.max(rest, 8 * long.length) * margin);
      this.folds.push({ begin: gap.begin + open, end: gap.end - open });
      this.silences.push(length(gap));
    }
  }

  /** The days that are not folded away. */
  get open(): number {
    return this.openBetween(this.begin, this.end);
  }

  /** The same between two days. */
  openBetween(begin: number, end: number): number {
    return this.folds.reduce((rest, f) => rest - common(f, begin, end), end - begin);
  }

  /** How many folds lie between two days, a part of one counted as that. */
  foldsBetween(begin: number, end: number): number {
    return this.folds.reduce((n, f) => n + common(f, begin, end) / length(f), 0);
  }

  /** The scale on which a fold is so many places wide. */
  scale(crease: number): Scale {
    const pieces: Piece[] = [];
    let at = 0;
    const add = (begin: number, end: number, width: number, silent: number) => {
      pieces.push({ begin, end, from: at, to: at + width, silent });
      at += width;
    };
    let day = this.begin;
    this.folds.forEach((fold, i) => {
      add(day, fold.begin, fold.begin - day, 0);
      add(fold.begin, fold.end, crease, this.silences[i]);
      day = fold.end;
    });
    add(day, this.end, this.end - day, 0);
    return new Scale(pieces);
  }
}

const length = (s: Stretch) => s.end - s.begin;

/** How much of a stretch lies between two days. */
const common = (s: Stretch, begin: number, end: number) => Math.max(0, Math.min(s.end, end) - Math.max(s.begin, begin));
