import { civil, dayOf, iso, parse } from "ts/calendar";
import { each, equal } from "./check";

each({
  "the epoch": [0, 1970, 1, 1],
  "the day before": [-1, 1969, 12, 31],
  "a leap day": [11016, 2000, 2, 29],
  "no leap day in 1900": [-25508, 1900, 3, 1],
  "year 1": [-719162, 1, 1, 1],
  "year 0, which is 1 BC": [-719528, 0, 1, 1],
  "490 BC": [-898132, -489, 1, 1],
  "a year of five digits": [5489230, 16999, 1, 1],
} as Record<string, number[]>, ([day, year, month, date]) => {
  equal(dayOf(year, month, date), day, "day");
  equal(civil(day), { year, month, day: date }, "date");
});

test("every day is the date that it came from", () => {
  for (let day = -800000; day < 800000; day += 997) {
    const { year, month, day: date } = civil(day);
    equal(dayOf(year, month, date), day);
  }
});

test("a month past twelve is one of the next year, and one before the first of the last", () => {
  equal(dayOf(2021, 14, 1), dayOf(2022, 2, 1));
  equal(dayOf(2022, 0, 1), dayOf(2021, 12, 1));
});

each({
  "2022-02-24": 19047, "1969-12-31": -1, "-0489-01-01": -898132, "0000-03-01": -719468, "16999-12-31": 5489594,
}, (day, text) => {
  equal(iso(day), text, "written");
  equal(parse(text), day, "read");
});

each({ "2022-02-24T06:00": 19047.25, "2022-02-24T00:01": 19047 + 1 / 1440, "1969-12-31T18:00": -0.25 }, (at, text) => {
  equal(iso(at, true), text, "written");
  equal(parse(text), at, "read");
});

test("a day that arithmetic missed by a hair is that day", () => {
  equal(iso(19047 - 1e-9), "2022-02-24");
  equal(iso(19047 - 1e-9, true), "2022-02-24");
});

for (const text of ["", "2022", "2022-2-4", "24.02.2022", "2022-02-24T6", "x2022-02-24"]) {
  test(`${text || "nothing"} is no day`, () => equal(isNaN(parse(text)), true));
}
