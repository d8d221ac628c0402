// The line: holds what is shown, lays it out and draws it, one queued frame for
// any number of changes.

import { civil, dayOf } from "./calendar";
import { Drawing, type Frame, type Scene } from "./draw";
import { anchor, dated, type Event } from "./event";
import { Labeller, widestLabel } from "./labeller";
import type { Label } from "./labels";
import { cellOf, layOut, openLength, type Layout, type Mark, type Pile } from "./marks";
import { Extent, type Scale } from "./scale";
import type { Store } from "./store";
import { ticksOf } from "./ticks";
import { View } from "./view";
import type { Words } from "./words";

export interface Target { event: Event | null; pile: Pile | null }

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
  private layout: Layout = { dots: [], bars: [], piles: [] };
  private labels: Label<Mark | Pile>[] = [];
  private readonly labeller = new Labeller();
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

  point(target: Event | Pile | null): void {
    if (target === this.hover) return;
    this.hover = target;
    this.queue();
  }

  /** Factor > 1 comes nearer; what is at x stays there. */
  zoom(factor: number, x = this.focusX()): void {
    this.labeller.recede(factor < 1);
    const day = this.scale.day(this.view.place(x));
    this.setDensity(this.view.density * factor);
    const left = this.scale.place(day) - x / this.view.density;
    this.look(left);
  }

  pan(pixels: number): void { this.look(this.view.pan(pixels).left); }

  fit(): void {
    this.relabel();
    this.setDensity(0);
    this.look(this.scale.from - edge / this.view.density);
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
    for (const l of this.labels) {
      const top = this.frame.floor - l.bottom - l.text.height;
      if (x >= l.from - 4 && x <= l.to + 4 && y >= top - 2 && y <= top + l.text.height + 2) {
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

  /** The view of a density, from a place on, as far as there is something to see. */
  private look(left: number): void {
    const { density, width } = this.view;
    let after = this.scale.to + this.after() / density;
    let before = this.scale.from - edge / density;
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
    const width = this.frame.width - edge - this.after() - this.extent.folds.length * this.frame.crease;
    return Math.min(Math.max(width, 50) / this.extent.open, this.nearest > closest ? this.nearest : widestDay);
  }

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
    const marks = [...this.layout.dots, ...this.layout.bars].map((m) => m.x).filter(inside);
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
      width, height, axis, zone: slim ? 0 : zone, floor: zone, mirrored: this.mirrored,
      dot: slim ? 3.5 : 4.5, step: slim ? 9 : 12, barTop: axis + (slim ? 6 : 8), barStep: slim ? 6 : 10,
      tickTop: height - (slim ? 17 : 33), crease: slim ? 15 : 46,
    };
  }

  private relabel(): void {
    this.labeller.reset();
    this.labels = [];
  }

  /** What labels stand on: a little above the marks. */
  private floor(): number {
    if (this.layout.piles.length) return this.frame.zone;
    const rows = this.layout.dots.reduce((most, m) => Math.max(most, m.row), 0);
    return Math.max(this.frame.zone, this.frame.axis - rows * this.frame.step - this.frame.dot - 12);
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
    const day = (x: number) => scale.day(view.place(x));
    const { events, rest } = this.store.window(day(-openLength), day(frame.width + openLength), cellOf(view).days);
    this.layout = layOut(events, rest, scale, view, room);
    frame.floor = Math.min(this.labels.length ? frame.floor : Infinity, this.floor());
    this.labels = frame.zone ? this.labeller.choose(this.layout, frame, view.density, this.current) : [];
    const ticks = ticksOf(scale, view, this.words);
    const scene: Scene = { scale, view, ticks, layout: this.layout, labels: this.labels, today: this.today, current: this.current, hover: this.hover };
    this.drawing.draw(scene, frame);
    const marks = this.layout.dots.length + this.layout.bars.length;
    const piled = this.layout.piles.reduce((n, p) => n + p.count, 0);
    this.drawn(this.labels.length, marks + piled);
  }
}

function dayToday(): number {
  const now = new Date();
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate()) + now.getHours() / 24;
}
