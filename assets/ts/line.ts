// The line: holds what is shown, lays it out and draws it, one queued frame for
// any number of changes.

import { Drawing, labelHeight, poleGap, type Frame, type Scene } from "./draw";
import { anchor, dated, type Event } from "./event";
import { breakLines, placeLabels, type Candidate, type Label, type Text } from "./labels";
import { layOut, type Layout, type Mark, type Pile } from "./marks";
import { scaleOf, type Scale } from "./scale";
import { ticksOf } from "./ticks";
import { View } from "./view";
import type { Words } from "./words";

export interface Target { event: Event | null; pile: Pile | null }

const widestLabel = 216; // pixels
const edge = 20; // pixels kept free beside the first and last mark
const reach = 16; // pixels from a mark within which it is meant
const closest = 90; // pixels a day, as near as zooming goes
const closestHours = 1440 * 4; // the same where events have an hour

export class Line {
  scale: Scale;
  view: View;
  private shown: readonly Event[];
  private current: Event | null = null;
  private hover: Event | Pile | null = null;
  private frame: Frame;
  private layout: Layout = { dots: [], bars: [], piles: [] };
  private labels: Label<Mark | Pile>[] = [];
  private labelled = new Set<Event>();
  private readonly texts = new Map<Event, Text>();
  private readonly drawing: Drawing;
  private readonly nearest: number;
  private queued = false;

  /** drawn is called after every frame. */
  constructor(
    private readonly plot: HTMLElement,
    private readonly all: readonly Event[],
    private readonly words: Words,
    fold: boolean,
    private readonly mirrored: boolean,
    private readonly drawn: (labelled: number, inView: number) => void,
  ) {
    this.shown = all;
    this.drawing = new Drawing(plot.querySelector<SVGSVGElement>(".plot-drawing")!, words);
    this.nearest = all.some((e) => e.point && e.end - e.begin < 1) ? closestHours : closest;
    this.scale = this.makeScale(fold);
    this.frame = this.measure();
    this.view = this.whole();
  }

  get folds(): number { return this.scale.folds.length; }

  fold(on: boolean): void {
    this.scale = this.makeScale(on);
    this.view = this.whole();
    this.labelled.clear();
    this.queue();
  }

  resize(): void {
    const whole = this.isWhole();
    this.frame = this.measure();
    this.texts.clear();
    this.view = whole ? this.whole() : new View(this.view.left, this.view.right, this.frame.width);
    this.queue();
  }

  show(events: readonly Event[]): void {
    this.shown = events;
    this.labelled.clear();
    this.queue();
  }

  select(event: Event | null, bring = true): void {
    this.current = event;
    if (event && bring && dated(event)) this.bring(event);
    this.queue();
  }

  point(target: Event | Pile | null): void {
    if (target === this.hover) return;
    this.hover = target;
    this.queue();
  }

  zoom(factor: number, x = this.focusX()): void {
    if (factor < 1) this.labelled.clear();
    this.look(this.view.zoom(factor, x));
  }

  pan(pixels: number): void { this.look(this.view.pan(pixels)); }

  fit(): void {
    this.labelled.clear();
    this.look(this.whole());
  }

  /** Shows the days from begin to end. */
  lookAt(begin: number, end: number): void {
    this.look(new View(this.scale.place(begin), this.scale.place(end), this.frame.width));
  }

  isWhole(): boolean { return this.view.same(this.whole()); }

  /** The days in view. */
  days(): [number, number] { return [this.scale.day(this.view.left), this.scale.day(this.view.right)]; }

  /** What is meant by a place on the drawing: a label, a pile, else the nearest mark. */
  at(x: number, y: number): Event | Pile | null {
    for (const l of this.labels) {
      const top = this.frame.zone - l.bottom - l.text.height;
      if (x >= l.x - 4 && x <= l.x + l.text.width && y >= top - 2 && y <= top + l.text.height + 2) {
        return "events" in l.item ? l.item : l.item.event;
      }
    }
    const pile = this.layout.piles.find((p) => x >= p.from - 2 && x <= p.to + 2 && y > this.frame.zone && y <= this.frame.axis);
    if (pile) return pile;
    return this.nearestMark(x, y);
  }

  private nearestMark(x: number, y: number): Event | null {
    let best: Event | null = null;
    let least = reach;
    const consider = (m: Mark, dx: number, dy: number) => {
      const distance = Math.hypot(dx, dy);
      if (distance < least) { least = distance; best = m.event; }
    };
    for (const m of this.layout.dots) consider(m, m.x - x, this.frame.axis - m.row * this.frame.step - y);
    for (const m of this.layout.bars) {
      const dx = Math.max(m.from - x, x - m.to, 0);
      consider(m, dx, this.frame.barTop + m.row * this.frame.barStep + 3 - y);
    }
    return best;
  }

  private look(view: View): void {
    this.view = view.within(this.whole(), this.nearest);
    this.queue();
  }

  /** Brings an event into view if it is not, a third of the way across. */
  private bring(event: Event): void {
    const x = this.view.x(this.scale.place(anchor(event)));
    if (x > edge && x < this.frame.width - edge) return;
    this.look(this.view.pan(x - this.frame.width / 3));
  }

  private focusX(): number {
    const middle = this.frame.width / 2;
    if (!this.current || !dated(this.current)) return middle;
    const x = this.view.x(this.scale.place(anchor(this.current)));
    return x > 0 && x < this.frame.width ? x : middle;
  }

  private makeScale(fold: boolean): Scale {
    const stretches = this.all.filter(dated).map(({ begin, end }) => ({ begin, end }));
    return scaleOf(stretches, fold);
  }

  /** The view of all events, with room for the labels of the last. */
  private whole(): View {
    const { width, zone } = this.frame;
    const after = zone ? Math.min(widestLabel * 0.85, width / 4) : edge;
    const span = Math.max(this.scale.to - this.scale.from, 6);
    const density = (width - edge - after) / span;
    const middle = (this.scale.from + this.scale.to - span) / 2;
    return new View(middle - edge / density, middle + span + after / density, width);
  }

  private measure(): Frame {
    const width = this.plot.clientWidth;
    const height = this.plot.clientHeight;
    const zone = this.plot.querySelector<HTMLElement>(".zone")!.offsetHeight;
    const slim = zone < 60;
    const axis = slim ? Math.round(height * 0.48) : zone + 52;
    return {
      width, height, axis, zone: slim ? 0 : zone, mirrored: this.mirrored,
      dot: 4.5, step: 12, barTop: axis + 7, barStep: slim ? 7 : 10,
      tickTop: slim ? height - 16 : height - 31,
    };
  }

  private queue(): void {
    if (this.queued) return;
    this.queued = true;
    requestAnimationFrame(() => { this.queued = false; this.draw(); });
  }

  private draw(): void {
    const { frame, view, scale } = this;
    const room = {
      dot: frame.dot * 2 + 2,
      dotRows: Math.max(1, Math.floor((frame.axis - frame.zone - 6) / frame.step)),
      barRows: Math.max(1, Math.floor((frame.tickTop - 5 - frame.barTop) / frame.barStep)),
    };
    this.layout = layOut(this.shown.filter(dated), scale, view, room);
    this.labels = frame.zone ? this.chooseLabels() : [];
    const ticks = ticksOf(scale, view, this.words);
    const scene: Scene = { scale, view, ticks, layout: this.layout, labels: this.labels, current: this.current, hover: this.hover };
    this.drawing.draw(scene, frame);
    const marks = this.layout.dots.length + this.layout.bars.length;
    const piled = this.layout.piles.reduce((n, p) => n + p.events.length, 0);
    this.drawn(this.labels.filter((l) => !("events" in l.item)).length, marks + piled);
  }

  private chooseLabels(): Label<Mark | Pile>[] {
    const candidates: Candidate<Mark | Pile>[] = [];
    for (const mark of [...this.layout.dots, ...this.layout.bars]) {
      if (mark.x < 0) continue;
      candidates.push({ item: mark, x: mark.x, text: this.textOf(mark.event), priority: this.priority(mark.event) });
    }
    for (const p of this.layout.piles) {
      const top = p.events.reduce((best, e) => (e.weight > best.weight ? e : best));
      candidates.push({ item: p, x: (p.from + p.to) / 2, text: this.textOf(top), priority: top.weight + 0.5 });
    }
    const labels = placeLabels(candidates, this.frame.width, this.frame.zone);
    this.labelled = new Set(labels.flatMap((l) => ("events" in l.item ? [] : [l.item.event])));
    return labels;
  }

  /** The selected first, then what was labelled already, so that coming nearer only adds. */
  private priority(event: Event): number {
    if (event === this.current) return 9;
    return event.weight + (this.labelled.has(event) ? 2 : 0);
  }

  private textOf(event: Event): Text {
    let text = this.texts.get(event);
    if (!text) {
      const widest = Math.min(widestLabel, this.frame.width / 3);
      const lines = breakLines(event.title, (t) => measureText(t, titleFont), widest);
      const width = Math.max(measureText(event.date, dateFont), ...lines.map((l) => measureText(l, titleFont)));
      text = { lines, width: width + poleGap, height: labelHeight(lines.length) };
      this.texts.set(event, text);
    }
    return text;
  }
}

const titleFont = "500 13.5px ";
const dateFont = "700 12px ";
const canvas = document.createElement("canvas").getContext("2d")!;

function measureText(text: string, font: string): number {
  canvas.font = font + getComputedStyle(document.documentElement).fontFamily;
  return canvas.measureText(text).width;
}
