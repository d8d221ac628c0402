// The lines that the title of a label is broken into.

export interface Text { lines: string[]; width: number; height: number }

type Measure = (text: string) => number; // the width of a text

const mostLines = 4;

/** Breaks a title into lines of even length, no wider than need be, of which there are at least so many. */
export function breakLines(title: string, measure: Measure, widest: number, least = 1): string[] {
  // A word wider than a line is a script without spaces: it may break anywhere.
  const words = title.split(/\s+/).flatMap((word) =>
    measure(word) > widest ? [...word].map((text, i) => ({ text, glue: i ? "" : " " })) : [{ text: word, glue: " " }]);
  for (let count = Math.min(least, mostLines); count <= mostLines; count++) {
    const goal = Math.min(widest, Math.max(measure(title) / count, 90));
    for (let width = goal; width < widest + 12; width += 12) {
      const lines = fill(words, measure, Math.min(width, widest));
      if (lines.length <= count && (count > 1 || measure(title) <= 130)) return lines;
    }
  }
  const lines = fill(words, measure, widest).slice(0, mostLines);
  lines[mostLines - 1] = lines[mostLines - 1].replace(/\s+\S+$/, "") + " …"; // a title of some hundred letters
  return lines;
}

interface Word { text: string; glue: string } // glue: what parts it from the word before

function fill(words: readonly Word[], measure: Measure, width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const joined = lines.length ? lines[lines.length - 1] + word.glue + word.text : "";
    if (joined && measure(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(word.text);
  }
  return lines;
}
