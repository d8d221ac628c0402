// Search in text: every word of a query must occur, whatever its case, accents
// and kind of quotation mark.

/** Text as it is compared: letters only distinguished by what a reader would type. */
export function folded(text: string): string {
  if (/^[\0-~]*$/.test(text)) return text.toLowerCase();
  return [...text].map(foldedLetter).join("");
}

function foldedLetter(letter: string): string {
  if (letter < "\u007f") return letter.toLowerCase();
  return letter.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[‘’‚′]/g, "'").replace(/[“”„«»]/g, '"').replace(/[‐-―]/g, "-").replace(/\s/g, " ");
}

export function termsOf(query: string): string[] {
  return folded(query).split(/\s+/).filter(Boolean);
}

export function matches(text: string, terms: readonly string[]): boolean {
  return terms.every((term) => text.includes(term));
}

/** Where terms occur in a text, as offsets into it. */
export function occurrences(text: string, terms: readonly string[]): [number, number][] {
  let plain = "";
  const from: number[] = []; // the place in text of every letter of plain
  let at = 0;
  for (const letter of text) {
    const simple = foldedLetter(letter);
    for (let i = 0; i < simple.length; i++) from.push(at);
    plain += simple;
    at += letter.length;
  }
  from.push(text.length);
  const found: [number, number][] = [];
  for (const term of terms) {
    for (let i = plain.indexOf(term); i >= 0; i = plain.indexOf(term, i + term.length)) {
      found.push([from[i], from[i + term.length]]);
    }
  }
  return found;
}
