// The scale of the line: days ⇄ places. It is linear, one place a day, but for
// folds: stretches in which nothing happened, pressed together and drawn as such.

export interface Stretch { begin: number; end: number }

export interface Piece {
  begin: number; // days
  end: number;
  from: number; // places
  to: number;
  folded: boolean;
}

/** An immutable scale of pieces; before the first and after the last it goes on, a place a day. */
export class Scale {
  constructor(readonly pieces: readonly Piece[]) {}

  get from(): number { return this.pieces[0].from; }
  get to(): number { return this.pieces[this.pieces.length - 1].to; }
  get folds(): Piece[] { return this.pieces.filter((p) => p.folded); }

  place(day: number): number {
    const p = this.find((piece) => day < piece.end);
    return p.from + (day - p.begin) * slope(p, day < p.begin || day > p.end);
  }

  day(place: number): number {
    const p = this.find((piece) => place < piece.to);
    return p.begin + (place - p.from) / slope(p, place < p.from || place > p.to);
  }

  private find(before: (p: Piece) => boolean): Piece {
    return this.pieces.find(before) ?? this.pieces[this.pieces.length - 1];
  }
}

function slope(p: Piece, outside: boolean): number {
  return outside || p.end === p.begin ? 1 : (p.to - p.from) / (p.end - p.begin);
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
const margin = 0.025; // of the same: what is left open on either side of a fold
const creaseWidth = 0.06; // of the same: how wide a fold is drawn

/** A scale over all stretches; the longest gaps are folded, each while it takes too much of the rest. */
export function scaleOf(stretches: readonly Stretch[], fold: boolean): Scale {
  const begin = Math.min(...bounds(stretches, "begin"));
  const end = Math.max(...bounds(stretches, "end"), begin + 1);
  const long: Stretch[] = [];
  let rest = end - begin;
  if (fold) {
    for (const gap of gaps(stretches).sort((a, b) => length(b) - length(a))) {
      if (length(gap) < longGap * rest) break;
      long.push(gap);
      rest -= length(gap);
    }
    rest = Math.max(rest, 8 * long.length); // a few single days: not all fold
  }
  return new Scale(pieces(begin, end, long.sort((a, b) => a.begin - b.begin), rest));
}

function pieces(begin: number, end: number, long: readonly Stretch[], rest: number): Piece[] {
  const list: Piece[] = [];
  const add = (from: number, to: number, width: number, folded: boolean) => {
    const at = list.length ? list[list.length - 1].to : 0;
    list.push({ begin: from, end: to, from: at, to: at + width, folded });
  };
  let at = begin;
  for (const gap of long) {
    const open = Math.min(length(gap) / 4, rest * margin);
    add(at, gap.begin + open, gap.begin + open - at, false);
    add(gap.begin + open, gap.end - open, rest * creaseWidth, true);
    at = gap.end - open;
  }
  add(at, end, end - at, false);
  return list;
}

const length = (s: Stretch) => s.end - s.begin;

/** Bounds one by one: a spread of a hundred thousand arguments overflows the stack. */
function bounds(stretches: readonly Stretch[], side: "begin" | "end"): number[] {
  if (!stretches.length) return [0];
  const pick = side === "begin" ? Math.min : Math.max;
  return [stretches.reduce((best, s) => pick(best, s[side]), stretches[0][side])];
}
