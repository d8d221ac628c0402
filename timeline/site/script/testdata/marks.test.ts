import { eventOf, type Given } from "ts/event";
import { layOut, type Layout } from "ts/marks";
import { Extent } from "ts/scale";
import { View } from "ts/view";
import { check, equal } from "./check";

const event = (n: number, given: Given) => eventOf(given, { id: `e${n}`, n, title: `Event ${n}`, date: "", told: "" });
const day = (n: number, at: number, weight = 0) => event(n, { form: "day", begin: at, end: at + 1, weight });
const scale = new Extent(0, 1000, [], 0).scale(0);
const room = { dotRows: 3, barRows: 2, dot: 10 };
const lay = (events: ReturnType<typeof event>[], pixels = 1000, rest: { begin: number; end: number; count: number }[] = []): Layout =>
  layOut(events, rest, scale, new View(0, 1000, pixels), room);

test("dots of one day are stacked", () => {
  equal(lay([day(0, 10), day(1, 10), day(2, 10), day(3, 100)]).dots.map((m) => m.row), [0, 1, 2, 0]);
});

test("what finds no row is piled with its neighbours, and counted", () => {
  const { dots, piles } = lay([day(0, 10), day(1, 10, 0.9), day(2, 10), day(3, 10), day(4, 500)]);
  equal(dots.map((m) => m.event.n), [4]);
  equal(piles.map((p) => [p.count, p.top!.n]), [[4, 1]]);
});

test("bars are packed below, and an open end fades far out", () => {
  const { bars } = lay([
    event(0, { form: "month", begin: 0, end: 30 }),
    event(1, { form: "month", begin: 10, end: 40 }),
    event(2, { form: "interval", begin: 50 }),
  ]);
  equal(bars.map((m) => m.row), [0, 1, 0]);
  equal([bars[2].from, bars[2].to], [50, 190]);
});

test("what is not at hand is counted where it is", () => {
  const { piles } = lay([], 1000, [{ begin: 100, end: 110, count: 7 }, { begin: 700, end: 710, count: 3 }]);
  equal(piles.map((p) => p.count), [7, 3]);
  check(piles[0].from < 120 && piles[1].from > 600, "piles are where their days are");
});

test("the number of marks is bounded by the width", () => {
  const events = Array.from({ length: 5000 }, (_, n) => day(n, n / 5));
  const { dots, bars, piles } = lay(events);
  check(dots.length + bars.length + piles.length < 350, `${dots.length} dots, ${piles.length} piles`);
  equal(dots.length + piles.reduce((n, p) => n + p.count, 0), 5000, "none is lost:");
});

test("an event outside of what is seen has no mark", () => {
  equal(layOut([day(0, 900)], [], scale, new View(0, 100, 1000), room).dots.length, 0);
});
