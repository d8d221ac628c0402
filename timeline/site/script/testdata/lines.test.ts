import { breakLines } from "ts/lines";
import { check, each, equal } from "./check";

const measure = (text: string) => text.length * 7;

each({
  "a short title stays in a line": ["The crane falls", "The crane falls"],
  "a longer one is broken evenly": ["Russian troops cross the border of Ukraine", "Russian troops cross|the border of Ukraine"],
  "words are never cut": ["Internationalisation recommendations withdrawn", "Internationalisation|recommendations|withdrawn"],
} as Record<string, [string, string]>, ([title, want]) => equal(breakLines(title, measure, 160).join("|"), want));

test("four lines at the most, and what is left out is said to be", () => {
  const lines = breakLines("word ".repeat(100).trim(), measure, 200);
  equal(lines.length, 4);
  check(lines[3].endsWith("word …"), lines[3]);
});

test("more lines than need be where they are asked for, never more than four", () => {
  const title = "The council says that the bridge will open in May";
  equal([1, 2, 3, 4, 5, 6].map((least) => breakLines(title, measure, 240, least).length), [2, 2, 3, 4, 4, 4]);
});

test("a script without spaces breaks anywhere and loses nothing", () => {
  const title = "港口的起重机在四月二日被吊起来了并且再也没有放下来";
  const lines = breakLines(title, (t) => [...t].length * 14, 140);
  equal(lines.join(""), title);
  check(lines.length > 1, "broken");
});
