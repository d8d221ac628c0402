// Where labels go. A label flies like a flag from a pole at its date, so that
// of two that overlap the earlier is the higher and no pole crosses a word. The
// important come first; what finds no room is not shown, never cut.

export interface Text { lines: string[]; width: number; height: number }

export interface Candidate<T> { item: T; x: number; text: Text; priority: number }

export interface Label<T> { item: T; x: number; text: Text; bottom: number } // bottom: pixels above the marks

const between = 8; // pixels beside a label
const above = 7; // pixels over a label

/** Chooses and places labels in a room of so many pixels. */
export function placeLabels<T>(candidates: readonly Candidate<T>[], width: number, height: number): Label<T>[] {
  let placed: Label<T>[] = [];
  let tries = 0;
  for (const c of [...candidates].sort((a, b) => b.priority - a.priority)) {
    if (c.x < 0 || c.x + c.text.width > width) continue;
    if (++tries > 120) break;
    placed = stack([...placed, { ...c, bottom: 0 }], height) ?? placed;
  }
  return placed;
}

/** Stacks labels as low as they go, or gives null where they do not fit. */
function stack<T>(labels: Label<T>[], height: number): Label<T>[] | null {
  const done: Label<T>[] = [];
  for (const label of [...labels].sort((a, b) => b.x - a.x)) {
    const end = label.x + label.text.width + between;
    let bottom = 0;
    for (const later of done) {
      if (later.x < end) bottom = Math.max(bottom, later.bottom + later.text.height + above);
    }
    if (bottom + label.text.height > height) return null;
    done.push({ ...label, bottom });
  }
  return done;
}

/** Breaks a title into lines of even length, no wider than need be; measure gives a text's width. */
export function breakLines(title: string, measure: (text: string) => number, widest: number): string[] {
  // A word wider than a line is a script without spaces: it may break anywhere.
  const words = title.split(/\s+/).flatMap((word) =>
    measure(word) > widest ? [...word].map((text, i) => ({ text, glue: i ? "" : " " })) : [{ text: word, glue: " " }]);
  for (let count = 1; count <= 4; count++) {
    const goal = Math.min(widest, Math.max(measure(title) / count, 90));
    for (let width = goal; width <= widest; width += 12) {
      const lines = fill(words, measure, width);
      if (lines.length <= count && (count > 1 || measure(title) <= 130)) return lines;
    }
  }
  const lines = fill(words, measure, widest).slice(0, 4);
  lines[3] = lines[3].replace(/\s+\S+$/, "") + " …"; // a title of some hundred letters
  return lines;
}

interface Word { text: string; glue: string } // glue: what parts it from the word before

function fill(words: readonly Word[], measure: (text: string) => number, width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const joined = lines.length ? lines[lines.length - 1] + word.glue + word.text : "";
    if (joined && measure(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(word.text);
  }
  return lines;
}
