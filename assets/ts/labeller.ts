// Which labels the line shows. While the reader comes nearer or moves along,
// what was shown stays where it was and others join it; only at another level of
// the calendar do they settle anew, and even then none is lost on the way in.

import { poleGap, labelHeight, type Frame } from "./draw";
import type { Event } from "./event";
import { breakLines, type Text } from "./lines";
import { keepLabels, placeLabels, type Candidate, type Label } from "./labels";
import type { Layout, Mark, Pile } from "./marks";
import { levelAt } from "./ticks";

export const widestLabel = 236; // pixels

export class Labeller {
  private labels: Label<Mark | Pile>[] = [];
  private level: unknown = null;
  private receding = false;
  private readonly texts = new Map<Event, Text[]>();
  private readonly titleWidth = ruler(titleFont);
  private readonly dateWidth = ruler(dateFont);

  /** Says that the reader goes further off: from the next level on, what was shown has no right to stay. */
  recede(away: boolean): void { this.receding = away; }

  choose(layout: Layout, frame: Frame, density: number, current: Event | null): Label<Mark | Pile>[] {
    const level = levelAt(density);
    const { inset } = frame; // what lies beside it is no room for labels
    const width = frame.width - inset;
    const shown = new Set(this.receding && level !== this.level ? [] : this.labels.map((l) => l.key));
    const priority = (key: unknown, own: number) => own + (shown.has(key) ? 2 : 0) + (key === current ? 9 : 0);
    const candidates: Candidate<Mark | Pile>[] = [...layout.dots, ...layout.bars].map((mark) => ({
      item: mark, key: mark.event, x: mark.x - inset, texts: this.textsOf(mark.event, frame),
      priority: priority(mark.event, mark.event.weight + spread(mark.event) / 1000),
    }));
    for (const p of layout.piles) {
      if (!p.top) continue;
      candidates.push({
        item: p, key: p.begin, x: (p.from + p.to) / 2 - inset, texts: this.textsOf(p.top, frame),
        priority: priority(p.begin, p.top.weight + p.share / 2),
      });
    }
    const kept = keepLabels(this.labels, candidates, width, frame.floor - frame.top);
    const settled = level === this.level ? null : placeLabels(candidates, width, frame.floor - frame.top);
    this.level = level;
    const labels = settled && (this.receding || settled.length >= kept.length) ? settled : kept;
    return this.labels = labels.map((l) => ({ ...l, x: l.x + inset, from: l.from + inset, to: l.to + inset }));
  }

  private textsOf(event: Event, frame: Frame): Text[] {
    let texts = this.texts.get(event);
    if (!texts) {
      const low = frame.floor - frame.top < 90; // room for few lines: longer ones
      const widest = Math.min(low ? 400 : widestLabel, frame.width / 3);
      const least = breakLines(event.title, this.titleWidth, widest).length;
      const forms = [0, 1, 2].map((more) => breakLines(event.title, this.titleWidth, widest, least + more));
      if (low && this.titleWidth(event.title) <= widest) forms.unshift([event.title]);
      texts = forms.map((lines) => ({
        lines,
        width: Math.max(this.dateWidth(event.date), ...lines.map(this.titleWidth)) + poleGap,
        height: labelHeight(lines.length),
      })).filter((text, i, all) => !i || text.width < all[i - 1].width);
      this.texts.set(event, texts);
    }
    return texts;
  }
}

/** Of equals, some here and some there. */
const spread = (e: Event) => (e.n * 0.618) % 1;

const titleFont = "500 13.5px ";
const dateFont = "700 12px ";

/** Measures words in a font of a weight and size; the family is the page's. */
function ruler(font: string): (words: string) => number {
  const canvas = document.createElement("canvas").getContext("2d")!;
  canvas.font = font + getComputedStyle(document.documentElement).fontFamily;
  return (words) => canvas.measureText(words).width;
}
