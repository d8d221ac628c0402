import { keepLabels, placeLabels, type Candidate, type Label } from "ts/labels";
import { check, equal } from "./check";

const text = (width: number, height: number) => ({ lines: [], width, height });

const at = (key: string, x: number, priority: number, ...texts: [number, number][]): Candidate<string> =>
  ({ item: key, key, x, priority, texts: (texts.length ? texts : [[100, 30] as [number, number]]).map(([w, h]) => text(w, h)) });

/** Each label as its key, > or < for its side, and its height over the marks. */
const shown = (labels: readonly Label<string>[]) =>
  labels.map((l) => `${l.key}${l.left ? "<" : ">"}${l.bottom}`).sort().join(" ");

function checkApart(labels: readonly Label<string>[], width: number, height: number): void {
  for (const a of labels) {
    check(a.from >= -8 && a.to <= width + 8 && a.bottom >= 0 && a.bottom + a.text.height <= height, `${a.key} is outside`);
    for (const b of labels) {
      if (a === b) continue;
      const across = a.from < b.to && b.from < a.to;
      const along = a.bottom < b.bottom + b.text.height && b.bottom < a.bottom + a.text.height;
      check(!(across && along), `${a.key} lies on ${b.key}`);
      const crosses = a.x > b.from && a.x < b.to && b.bottom < a.bottom + a.text.height;
      check(!crosses, `the pole of ${a.key} crosses ${b.key}`);
    }
  }
}

test("one label stands low on the right of its pole", () => {
  equal(shown(placeLabels([at("a", 50, 1)], 400, 100)), "a>0");
});

test("of two that overlap the earlier is the higher", () => {
  equal(shown(placeLabels([at("a", 50, 1), at("b", 90, 0)], 400, 100)), "a>37 b>0");
  equal(shown(placeLabels([at("a", 50, 0), at("b", 90, 1)], 400, 100)), "a>37 b>0");
});

test("at the right edge a label stands on the left", () => {
  equal(shown(placeLabels([at("a", 380, 1)], 400, 100)), "a<0");
});

test("what finds no room is not shown", () => {
  equal(shown(placeLabels([at("a", 50, 1), at("b", 90, 2)], 200, 50)), "b>0");
});

test("the narrower form is taken where the wide one does not fit", () => {
  const [label] = placeLabels([at("a", 50, 1, [300, 30], [120, 60])], 200, 100);
  equal(label.text.width, 120);
});

test("a neighbour turns to make room", () => {
  const labels = placeLabels([at("a", 200, 3), at("b", 210, 2), at("c", 215, 1)], 400, 67);
  equal(labels.length, 3);
  checkApart(labels, 400, 67);
});

test("none meets another, whatever the crowd", () => {
  for (let seed = 1; seed < 3; seed++) {
    const candidates = crowd(seed);
    checkApart(placeLabels(candidates, 1000, 260), 1000, 260);
  }
});

test("coming nearer only adds and moves nothing up or down", () => {
  for (let seed = 1; seed < 3; seed++) {
    let candidates = crowd(seed);
    let before = placeLabels(candidates, 1000, 260);
    for (let step = 0; step < 5; step++) {
      candidates = candidates.map((c) => ({ ...c, x: 500 + (c.x - 500) * 1.3 }));
      const after = keepLabels(before, candidates, 1000, 260);
      for (const old of before) {
        const now = after.find((l) => l.key === old.key);
        const by = 500 + (old.x - 500) * 1.3 - old.x;
        if (old.to + by <= 0 || old.from + by >= 1000) continue;
        check(now !== undefined, `seed ${seed}: ${String(old.key)} is lost`);
        equal([now!.left, now!.bottom], [old.left, old.bottom], `seed ${seed}: ${String(old.key)}`);
      }
      before = after;
    }
  }
});

test("going further off drops the less important of two that meet", () => {
  const before = placeLabels([at("a", 50, 1), at("b", 200, 2)], 400, 40);
  equal(shown(before), "a>0 b>0");
  equal(shown(keepLabels(before, [at("a", 100, 1), at("b", 150, 2)], 160, 40)), "b>0");
});

/** Eighteen labels of all sizes, in bursts; the same for the same seed. */
function crowd(seed: number): Candidate<string>[] {
  let state = seed * 7919;
  const next = () => (state = (state * 16807 + 11) % 2147483647) / 2147483647;
  return Array.from({ length: 18 }, (_, i) => {
    const burst = Math.floor(next() * 4) * 220 + 80;
    const width = 80 + next() * 130;
    return at(`e${i}`, burst + next() * 90, next(), [width, 31 + 16 * Math.floor(next() * 3)], [width * 0.7, 79]);
  });
}
