import { folded, matches, occurrences, termsOf } from "ts/search";
import { each, equal } from "./check";

// Accents are taken off by a class of letters that the engine of these tests does
// not know; the page's search is tested with them in a browser.
each({
  "The CRANE": "the crane", "It’s “up”": "it's \"up\"", "«da»": "\"da\"", "Володимир": "володимир", "a\u00a0b – c": "a b - c",
}, (want, text) => equal(folded(text), want));

test("every word must occur, in any order", () => {
  const text = folded("The Crane is lifted at North Quay");
  equal(matches(text, termsOf(" quay  CRANE ")), true);
  equal(matches(text, termsOf("quay ship")), false);
  equal(matches(text, termsOf("  ")), true);
});

each({
  "plain": ["a crane, a crane", "crane", "crane|crane"],
  "any case": ["Crane and CRANE", "crane", "Crane|CRANE"],
  "two words": ["a crane, a ship", "ship crane", "ship|crane"],
  "outside the plane": ["😀 crane 😀", "crane", "crane"],
  "none": ["ship", "crane", ""],
} as Record<string, [string, string, string]>, ([text, query, want]) => {
  equal(occurrences(text, termsOf(query)).map(([from, to]) => text.slice(from, to)).join("|"), want);
});
