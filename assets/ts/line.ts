// The line: holds what is shown, lays it out and draws it, one queued frame for
// any number of changes.

import { civil, dayOf } from "./calendar";
import { Drawing, meant, type Band, type Frame, type Pen } from "./draw";
import { anchor, dated, type Event } from "./event";
import { Labeller, widestLabel } from "./labeller";
import { cellOf, layOut, openLength, type Mark, type Pile } from "./marks";
import { Extent, type Scale } from "./scale";
import type { Rest, Store } from "./store";
import { ticksOf } from "./ticks";
import { View } from "./view";
import type { Words } from "./words";

/** What the line is parted into. */
export interface Lanes {
  count: number;
  inset: number; // pixels kept free at the side, for their names

  /** The lanes, from 0, that an event is in. */
  of(event: Event): number[];
  frame(frame: Frame, i: number): Frame;
  head(frame: Frame, i: number, pen: Pen): Node[];
}

const edge = 20; // pixels kept free beside the first and last mark
const reach = 16; // pixels from a mark within which it is meant
const closest = 90; // pixels a day, as near as zooming goes
const closestHours = 1440 * 24; // the same where events have an hour
const widestDay = 60; // pixels a day where all is in view

export class Line {
  private extent: Extent;
  private scale!: Scale;
  private view!: View;
  private current: Event | null = null;
  private hover: Event | Pile | null = null;
  private frame: Frame;
  private bands: Band[] = [];
  private labellers: Labeller[] = [];
  private lanes: Lanes | null = null;
  private readonly drawing: Drawing;
  private readonly nearest: number;

  /** The reader's day, which is drawn where the span contains it. */
  readonly today = dayToday();
  private queued = false;

  /** drawn is called after every frame. */
  constructor(
    private readonly plot: HTMLElement,
    private readonly store: Store,
    private readonly words: Words,
    fold: boolean,
    private readonly mirrored: boolean,
    private readonly drawn: (labelled: number, inView: number) => void,
  ) {
    this.drawing = new Drawing(plot.querySelector<SVGSVGElement>(".plot-drawing")!, words);
    this.nearest = store.hours ? closestHours : closest;
    this.extent = this.makeExtent(fold);
    this.frame = this.measure();
    this.fit();
  }

  get folds(): number { return this.extent.folds.length; }

  fold(on: boolean): void {
    this.extent = this.makeExtent(on);
    this.fit();
  }

  resize(): void {
    if (!this.plot.clientWidth || matchMedia("print").matches) return; // paper takes what is on the screen
    const whole = this.isWhole();
    const [begin, end] = this.days();
    this.frame = this.measure();
    this.relabel();
    if (whole) this.fit(); else this.lookAt(begin, end);
  }

  /** Draws anew what the store has to show; afresh where it shows other events. */
  update(afresh: boolean): void {
    if (afresh) this.relabel();
    this.queue();
  }

  select(event: Event | null, bring = true): void {
    this.current = event;
    if (event && bring && dated(event)) this.bring(event);
    this.queue();
  }

  /** Parts the line into lanes, or makes it one again. */
  part(lanes: Lanes | null): void {
    this.lanes = lanes;
    this.frame = this.measure();
    this.fit();
  }

  point(target: Event | Pile | null): void {
    if (target === this.hover) return;
    this.hover = target;
    this.queue();
  }

  /** Factor > 1 comes nearer; what is at x stays there. */
  zoom(factor: number, x = this.focusX()): void {
    for (const labeller of this.labellers) labeller.recede(factor < 1);
    const day = this.scale.day(this.view.place(x));
    this.setDensity(this.view.density * factor);
    const left = this.scale.place(day) - x / this.view.density;
    this.look(left);
  }

  pan(pixels: number): void { this.look(this.view.pan(pixels).left); }

  fit(): void {
    this.relabel();
    this.setDensity(0);
    this.look(this.scale.from - this.before() / this.view.density);
  }

  /** Shows the days from begin to end. */
  lookAt(begin: number, end: number): void {
    const folds = this.extent.foldsBetween(begin, end) * this.frame.crease;
    this.setDensity(Math.max(this.frame.width - folds, 1) / Math.max(this.extent.openBetween(begin, end), 1e-3));
    this.look(this.scale.place(begin));
  }

  /** Shows so many years of the calendar about a day, 0 for a month; without one, about what is looked at. */
  lookAtPart(years: number, about = this.scale.day(this.view.place(this.focusX()))): void {
    const { year, month } = civil(about);
    const first = years ? Math.floor(year / years) * years : year;
    if (years) this.lookAt(dayOf(first), dayOf(first + years));
    else this.lookAt(dayOf(year, month), dayOf(year, month + 1));
  }

  isWhole(): boolean { return this.view.density <= this.wholeDensity() * 1.001; }

  /** The days in view. */
  days(): [number, number] { return [this.scale.day(this.view.left), this.scale.day(this.view.right)]; }

  /** What is meant by a place on the drawing: a label, a pile, else the nearest mark. */
  at(x: number, y: number): Event | Pile | null {
    const band = this.bands.find((b) => y <= b.frame.bottom) ?? this.bands.at(-1)!;
    for (const l of band.labels) {
      const top = band.frame.floor - l.bottom - l.text.height;
      if (x >= l.from - 4 && x <= l.to + 4 && y >= top - 2 && y <= top + l.text.height + 2) {
        return meant(l.item);
      }
    }
    const pile = band.layout.piles.find((p) => x >= p.from - 2 && x <= p.to + 2 && y > band.frame.zone && y <= band.frame.axis);
    return pile ?? this.nearestMark(band, x, y);
  }

  private nearestMark({ layout, frame }: Band, x: number, y: number): Event | null {
    let best: Event | null = null;
    let least = reach;
    const consider = (m: Mark, dx: number, dy: number) => {
      const distance = Math.hypot(dx, dy);
      if (distance < least) { least = distance; best = m.event; }
    };
    for (const m of layout.dots) consider(m, m.x - x, frame.axis - m.row * frame.step - y);
    for (const m of layout.bars) {
      const dx = Math.max(m.from - x, x - m.to, 0);
      consider(m, dx, frame.barTop + m.row * frame.barStep + 3 - y);
    }
    return best;
  }

  /** The view of a density, from a place on, as far as there is something to see. */
  private look(left: number): void {
    const { density, width } = this.view;
    let after = this.scale.to + this.after() / density;
    let before = this.scale.from - this.before() / density;
    const spare = width / density - (after - before);
    if (spare > 0) { // a few days alone do not fill the width: they stand in the middle
      before -= spare / 2;
      after += spare / 2;
    }
    this.view = new View(left, left + width / density, width).within(before, after);
    this.queue();
  }

  /** Sets how near to look, and the scale with it: folds keep their width on the screen. */
  private setDensity(wanted: number): void {
    const density = Math.min(Math.max(wanted, this.wholeDensity()), this.nearest);
    this.scale = this.extent.scale(this.frame.crease / density);
    this.view = new View(0, this.frame.width / density, this.frame.width);
  }

  /** The density at which all events are in view. */
  private wholeDensity(): number {
    const width = this.frame.width - this.before() - this.after() - this.extent.folds.length * this.frame.crease;
    return Math.min(Math.max(width, 50) / this.extent.open, this.nearest > closest ? this.nearest : widestDay);
  }

  /** Pixels kept free before the first event: for the names of lanes, where there are any. */
  private before(): number { return edge + (this.frame.zone && this.lanes ? this.lanes.inset : 0); }

  /** Pixels kept free after the last event, for its label. */
  private after(): number {
    return this.frame.zone ? Math.min(widestLabel * 0.85, this.frame.width / 4) : edge;
  }

  /** Brings an event into view if it is not, a third of the way across. */
  private bring(event: Event): void {
    const x = this.view.x(this.scale.place(anchor(event)));
    if (x > edge && x < this.frame.width - edge) return;
    this.pan(x - this.frame.width / 3);
  }

  /** What zooming without a pointer keeps in its place: the selected event, else the one nearest the middle. */
  private focusX(): number {
    const middle = this.frame.width / 2;
    const inside = (x: number) => x > 0 && x < this.frame.width;
    if (this.current && dated(this.current)) {
      const x = this.view.x(this.scale.place(anchor(this.current)));
      if (inside(x)) return x;
    }
    const marks = this.bands.flatMap(({ layout }) => [...layout.dots, ...layout.bars]).map((m) => m.x).filter(inside);
    return marks.reduce((best, x) => (Math.abs(x - middle) < Math.abs(best - middle) ? x : best), marks[0] ?? middle);
  }

  private makeExtent(fold: boolean): Extent {
    const { extent, silences } = this.store;
    return new Extent(extent.begin, extent.end, fold ? silences.gaps : [], silences.usual);
  }

  private measure(): Frame {
    const width = this.plot.clientWidth;
    const height = this.plot.clientHeight;
    const zone = this.plot.querySelector<HTMLElement>(".zone")!.offsetHeight;
    const slim = zone < 60;
    const axis = slim ? 36 : zone + 54;
    return {
      width, height, inset: 0, axis, top: 0, bottom: height, zone: slim ? 0 : zone, floor: zone, mirrored: this.mirrored,
      dot: slim ? 3.5 : 4.5, step: slim ? 9 : 12, barTop: axis + (slim ? 6 : 8), barStep: slim ? 6 : 10,
      tickTop: height - (slim ? 17 : 33), crease: slim ? 15 : 46,
    };
  }

  private relabel(): void {
    this.labellers = [];
    this.bands = [];
  }

  private queue(): void {
    if (this.queued) return;
    this.queued = true;
    requestAnimationFrame(() => { this.queued = false; this.draw(); });
  }

  private draw(): void {
    const { frame, view, scale, lanes } = this;
    const day = (x: number) => scale.day(view.place(x));
    const { events, rest } = this.store.window(day(-openLength), day(frame.width + openLength), cellOf(view).days);
    // Of those not at hand nobody knows where they belong: the last lane is of all others.
    this.bands = lanes && frame.zone && !this.plot.closest(".stuck") // one line is enough beside what is read
      ? Array.from({ length: lanes.count }, (_, i) => this.band(events.filter((e) => lanes.of(e).includes(i)), i < lanes.count - 1 ? [] : rest, lanes.frame(frame, i), i))
      : [this.band(events, rest, frame, 0)];
    const ticks = ticksOf(scale, view, this.words);
    this.drawing.draw({ scale, view, ticks, today: this.today, current: this.current, hover: this.hover }, frame, this.bands);
    const count = (of: (b: Band) => number) => this.bands.reduce((n, b) => n + of(b), 0);
    this.drawn(count((b) => b.labels.length), count(({ layout: { dots, bars, piles } }) => dots.length + bars.length + piles.reduce((n, p) => n + p.count, 0)));
  }

  /** What is drawn in a frame: all, or one lane. */
  private band(events: readonly Event[], rest: readonly Rest[], frame: Frame, i: number): Band {
    const layout = layOut(events, rest, this.scale, this.view, {
      dot: frame.dot * 2 + 2,
      dotRows: Math.max(1, Math.floor((frame.axis - frame.zone - 6) / frame.step)),
      barRows: Math.max(1, Math.floor((Math.min(frame.tickTop, frame.bottom) - 5 - frame.barTop) / frame.barStep)),
    });
    // Labels stand a little above the marks, and as they stood while one comes nearer.
    const rows = layout.dots.reduce((most, m) => Math.max(most, m.row), 0);
    const floor = layout.piles.length ? frame.zone : Math.max(frame.zone, frame.axis - rows * frame.step - frame.dot - 12);
    frame.floor = Math.min(this.bands[i]?.frame.floor ?? Infinity, floor);
    const labeller = this.labellers[i] ??= new Labeller();
    return {
      frame, layout,
      labels: frame.zone ? labeller.choose(layout, frame, this.view.density, this.current) : [],
      head: (pen) => (frame.top ? this.lanes!.head(frame, i, pen) : []),
    };
  }
}

function dayToday(): number {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) + now.getHours() / 24;
}
