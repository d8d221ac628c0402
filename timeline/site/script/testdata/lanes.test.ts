import { eventOf } from "ts/event";
import { lanesOf } from "ts/lanes";
import type { Store } from "ts/store";
import { check, equal } from "./check";

const event = (n: number) => eventOf({ form: "day", begin: n, end: n + 1 }, { id: `e${n}`, n, title: "", date: "", told: "" });
const facet = (names: string[]) => ({ name: "people", values: names.map((name) => ({ key: name, name, count: 1, of: 1 })) });

/** A store of so many events whose people are given. */
const store = (people: string[][]) => ({ events: people.map((_, n) => event(n)), keys: (e: { n: number }) => people[e.n] }) as unknown as Store;

test("an event is in the lane of each of its values", () => {
  const lanes = lanesOf(facet(["Ann", "Bo"]), store([["Ann"], ["Bo", "Ann"]]), "Other");
  equal([lanes.count, lanes.of(event(0)), lanes.of(event(1))], [2, [0], [1, 0]]);
});

test("what has no value, or one without a lane, is among the others", () => {
  const names = Array.from({ length: 12 }, (_, i) => `Person ${i}`);
  const lanes = lanesOf(facet(names), store([[], ["Person 11"], ["Person 0", "Person 11"]]), "Other");
  equal([lanes.count, lanes.of(event(0)), lanes.of(event(1)), lanes.of(event(2))], [8, [7], [7], [0, 7]]);
});

test("lanes lie one below the other and fill the room above the ticks", () => {
  const lanes = lanesOf(facet(["Ann", "Bo"]), store([["Ann"], ["Bo"]]), "Other");
  const whole = { width: 1000, height: 460, top: 0, bottom: 460, zone: 300, floor: 300, axis: 350, dot: 4.5, step: 12, barTop: 358, barStep: 10, tickTop: 426, crease: 46, mirrored: false };
  const [a, b] = [0, 1].map((i) => lanes.frame(whole, i));
  check(a.top < a.axis && a.axis < a.bottom && a.bottom < b.top && b.axis < b.bottom && b.bottom <= whole.tickTop, JSON.stringify([a, b]));
});
