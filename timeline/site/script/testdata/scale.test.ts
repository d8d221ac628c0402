import { Extent, gaps } from "ts/scale";
import { View } from "ts/view";
import { check, equal } from "./check";

const year = 365;

test("gaps are what no stretch covers", () => {
  const found = gaps([{ begin: 50, end: 60 }, { begin: 0, end: 10 }, { begin: 5, end: 20 }, { begin: 60, end: 61 }]);
  equal(found, [{ begin: 20, end: 50 }]);
});

test("without folds a place is a day", () => {
  const scale = new Extent(100, 200, [], 0).scale(10);
  equal([100, 150, 199].map((day) => scale.place(day)), [0, 50, 99]);
  equal([scale.place(90), scale.place(210)], [-10, 110], "beyond the ends");
});

test("a long silence is folded, and a short one is not", () => {
  const extent = new Extent(0, 10 * year, [{ begin: year, end: 9 * year }, { begin: 20, end: 30 }], 10);
  equal(extent.folds.length, 1);
  check(extent.folds[0].begin > year && extent.folds[0].end < 9 * year, "the fold leaves a margin on either side");
  check(extent.open < 3 * year, "what is open is what is not folded");
});

test("day and place are each other's inverse, in folds too", () => {
  const scale = new Extent(0, 10 * year, [{ begin: year, end: 9 * year }], 10).scale(40);
  for (let day = -100; day < 11 * year; day += 13) {
    check(Math.abs(scale.day(scale.place(day)) - day) < 1e-6, `day ${day} became ${scale.day(scale.place(day))}`);
  }
});

test("what lies between two days is counted with parts of folds", () => {
  const extent = new Extent(0, 10 * year, [{ begin: year, end: 9 * year }], 10);
  const [fold] = extent.folds;
  equal(extent.foldsBetween(0, 10 * year), 1);
  equal(extent.foldsBetween(0, (fold.begin + fold.end) / 2), 0.5);
  equal(extent.foldsBetween(0, fold.begin), 0);
  equal(extent.openBetween(0, 10 * year), extent.open);
  equal(extent.openBetween(fold.begin, fold.end), 0);
});

test("a view moves by pixels and stays between its ends", () => {
  const view = new View(0, 100, 1000);
  equal(view.density, 10);
  equal([view.x(5), view.place(50)], [50, 5]);
  const moved = view.pan(200);
  equal([moved.left, moved.right], [20, 120]);
  equal([moved.within(0, 110).left, moved.within(30, 200).left], [10, 30]);
});
