// Draws the line: grid, folds, axis, marks, labels. Coordinates run from left to
// right in time; for a script written the other way the whole is mirrored.

import type { Event } from "./event";
import type { Label } from "./labels";
import { openLength, type Layout, type Mark, type Pile } from "./marks";
import type { Scale } from "./scale";
import { fill, make } from "./svg";
import { nameWidth, type Name, type Ticks } from "./ticks";
import type { View } from "./view";
import type { Words } from "./words";

/** Where the parts of the drawing are, in pixels from its top. */
export interface Frame {
  width: number;
  height: number;
  inset: number; // from its side, where names of lanes stand
  top: number; // of the room for labels
  bottom: number; // of the lane that this is
  zone: number; // where the room for dots begins; 0 where there is none for labels
  floor: number; // what labels stand on
  axis: number;
  dot: number; // radius
  step: number; // between rows of dots
  barTop: number;
  barStep: number;
  tickTop: number;
  crease: number; // width of a fold
  mirrored: boolean;
}

export interface Scene {
  scale: Scale;
  view: View;
  ticks: Ticks;
  today: number;
  current: Event | null;
  hover: Event | Pile | null;
}

/** A lane, or all: what is in it and where it is. */
export interface Band {
  frame: Frame;
  layout: Layout;
  labels: Label<Mark | Pile>[];
  head: (pen: Pen) => Node[]; // what stands at its side
}

const lineHeight = 16;
const dateHeight = 15;
export const labelHeight = (lines: number): number => dateHeight + lines * lineHeight;
export const poleGap = 6; // between a pole and its words

export class Drawing {
  private readonly groups: Record<string, SVGElement> = {};

  constructor(private readonly svg: SVGSVGElement, private readonly words: Words) {
    svg.append(gradients());
    for (const name of ["folds", "grid", "poles", "axis", "bars", "dots", "labels", "lanes"]) {
      svg.append(this.groups[name] = make("g", { class: `layer-${name}` }));
    }
  }

  draw(scene: Scene, frame: Frame, bands: readonly Band[]): void {
    const pen = new Pen(frame);
    this.svg.setAttribute("viewBox", `0 0 ${frame.width} ${frame.height}`); // so that it fits paper, too
    const each = (name: string, nodes: (band: Band) => Node[]) => fill(this.groups[name], bands.flatMap(nodes));
    fill(this.groups.folds, folds(scene, bands[0].frame, pen));
    fill(this.groups.grid, grid(scene, bands[0].frame, pen, this.words));
    fill(this.groups.axis, [...bands.flatMap((b) => axis(scene, b.frame, pen)), ...tickNames(scene, frame, pen, this.words)]);
    each("bars", (b) => b.layout.bars.map((m) => bar(m, scene, b.frame, pen)));
    each("dots", (b) => [
      ...b.layout.piles.map((p) => pile(p, scene, b.frame, pen)),
      ...b.layout.dots.map((m) => dot(m, scene, b.frame, pen)),
    ]);
    each("poles", (b) => b.labels.map((l) => pole(l, scene, b.frame, pen)));
    each("labels", (b) => b.labels.map((l) => label(l, scene, b.frame, pen, this.words)));
    each("lanes", (b) => b.head(pen));
  }
}

function folds({ scale, view }: Scene, frame: Frame, pen: Pen): Node[] {
  const top = frame.floor || frame.zone;
  return inView(scale, view, frame).map(([from, to]) => pen.rect(from, top, to - from, frame.tickTop - top, "fold-paper"));
}

/** From where to where the folds in view reach. */
function inView(scale: Scale, view: View, frame: Frame): [number, number][] {
  return scale.folds.map((f): [number, number] => [view.x(f.from), view.x(f.to)]).filter(([from, to]) => to > 0 && from < frame.width);
}

/** Puts shapes where they belong on a drawing that may be mirrored. */
export class Pen {
  constructor(private readonly frame: Pick<Frame, "width" | "mirrored">) {}

  x(x: number): number { return this.frame.mirrored ? this.frame.width - x : x; }

  rect(x: number, y: number, width: number, height: number, name: string, more: Record<string, string | number> = {}): SVGElement {
    return make("rect", { x: this.frame.mirrored ? this.x(x + width) : x, y, width: Math.max(width, 0), height, class: name, ...more });
  }

  path(name: string, points: [number, number][]): SVGElement {
    return make("path", { class: name, d: "M" + points.map(([x, y]) => `${r(this.x(x))} ${r(y)}`).join("L") });
  }

  text(x: number, y: number, words: string, name: string): SVGElement {
    return make("text", { x: this.x(x), y, class: name }, words);
  }

  /** The gradient of a name, for the way the drawing runs. */
  gradient(name: string): string {
    const other: Record<string, string> = { "fade-end": "fade-begin", "fade-begin": "fade-end" };
    return `url(#${this.frame.mirrored ? other[name] ?? name : name})`;
  }
}

const r = (n: number) => Math.round(n * 10) / 10;

/** The soft ends of bars, as masks, so that the bar keeps its own colour. */
function gradients(): SVGElement {
  const stops: Record<string, [number, number][]> = {
    "fade-both": [[0, 0.12], [0.25, 1], [0.75, 1], [1, 0.12]],
    "fade-end": [[0, 1], [0.35, 1], [1, 0]],
    "fade-begin": [[0, 0], [0.65, 1], [1, 1]],
  };
  return make("defs", {}, ...Object.entries(stops).flatMap(([name, list]) => [
    make("linearGradient", { id: `${name}-ramp` }, ...list.map(([offset, opacity]) =>
      make("stop", { offset, "stop-color": "#fff", "stop-opacity": String(opacity) }))),
    make("mask", { id: name, maskContentUnits: "objectBoundingBox" },
      make("rect", { width: 1, height: 1, fill: `url(#${name}-ramp)` })),
  ]));
}

function grid({ scale, view, ticks, today }: Scene, frame: Frame, pen: Pen, words: Words): Node[] {
  const rule = (name: string, x: number, to: number) => pen.path(name, [[x, frame.floor], [x, to]]);
  const lines: Node[] = frame.zone ? ticks.begins.map((x) => rule("grid", x, frame.axis)) : [];
  if (today < scale.pieces[0].begin || today > scale.pieces.at(-1)!.end) return lines;
  const x = view.x(scale.place(today));
  return [...lines, rule("today", x, frame.tickTop), pen.text(x + 4, frame.tickTop - 2, words.say("today"), "today-name")];
}

function axis({ scale, view }: Scene, frame: Frame, pen: Pen): Node[] {
  const y = frame.axis;
  const nodes: Node[] = [];
  let at = 0;
  for (const [from, to] of inView(scale, view, frame)) {
    const edge = (x: number) => pen.path("axis", [[x - 2, y + 6], [x + 2, y - 6]]);
    nodes.push(pen.path("axis", [[at, y], [from, y]]), edge(from), pen.path("fold-break", [[from, y], [to, y]]), edge(to));
    at = to;
  }
  return [...nodes, pen.path("axis", [[at, y], [frame.width, y]])];
}

/** How long a fold is, where that fits below it. */
function foldNames(scene: Scene, frame: Frame, pen: Pen, words: Words, taken: [number, number][]): Node[] {
  return scene.scale.folds.flatMap((f) => {
    const middle = (scene.view.x(f.from) + scene.view.x(f.to)) / 2;
    const name = words.duration(f.silent);
    const half = name.length * 3.2;
    if (!frame.zone || half > frame.crease || middle < half || middle > frame.width - half) return [];
    taken.push([middle - half, middle + half]);
    return [pen.text(middle, frame.tickTop + 12, name, "fold-name")];
  });
}

function tickNames(scene: Scene, frame: Frame, pen: Pen, words: Words): Node[] {
  const { ticks, eras } = scene.ticks;
  const nodes: Node[] = ticks.map((t) => pen.path("tick", [[t.x, frame.tickTop - 4], [t.x, frame.tickTop]]));
  const taken: [number, number][] = [];
  const put = (names: readonly Name[], y: number, style: string) => {
    for (const { x, name } of names) {
      const end = x + nameWidth(name);
      if (x < -2 || end > frame.width + 6 || taken.some(([from, to]) => x < to && end > from)) continue;
      taken.push([x, end]);
      nodes.push(pen.text(x + 3, y, name, style));
    }
  };
  const y = frame.tickTop + 12;
  nodes.push(...foldNames(scene, frame, pen, words, taken));
  if (scene.ticks.years) {
    put([...ticks, ...eras], y, "tick-era");
  } else if (!frame.zone) { // a slim strip has one row, eras first
    put(eras, y, "tick-era");
    put(ticks, y, "tick-name");
  } else {
    put(ticks, y, "tick-name");
    taken.length = 0;
    put(eras, y + 15, "tick-era");
  }
  return nodes;
}

/** The classes of an event's mark: its kind, its doubt, its review. */
function classes(event: Event, scene: Scene): string {
  return `mark kind-${event.kind}${event.slack ? " about" : ""}${event.unsure ? " unsure" : ""}${touched(event, scene)}`;
}

/** The classes of what the reader has selected or points at. */
function touched(meant: Event | Pile, { current, hover }: Scene): string {
  return (meant === current ? " current" : "") + (meant === hover ? " hover" : "");
}

function dot(mark: Mark, scene: Scene, frame: Frame, pen: Pen): Node {
  const { event } = mark;
  const y = frame.axis - mark.row * frame.step;
  const group = make("g", { class: classes(event, scene) });
  const at = (day: number) => scene.view.x(scene.scale.place(day));
  if (event.slack) {
    group.append(pen.path("slack", [[at(event.begin - event.slack), y], [at(event.end + event.slack), y]]));
  }
  for (const other of event.others) {
    const x = at((other.begin + other.end) / 2);
    const middle = (x + mark.x) / 2;
    group.append(pen.path("tie", [[mark.x, y], [middle, y - frame.step], [x, y]]));
    group.append(make("circle", { class: "body other", cx: pen.x(x), cy: y, r: frame.dot - 1.5 }));
  }
  group.append(shape(event.kind, pen.x(mark.x), y, frame.dot, frame.mirrored ? -1 : 1));
  if (event.kind === "denial") group.append(pen.path("strike", [[mark.x - 4, y + 4], [mark.x + 4, y - 4]]));
  if (event === scene.current) {
    group.append(make("circle", { class: "ring", cx: pen.x(mark.x), cy: y, r: frame.dot + 4 }));
  }
  return group;
}

function shape(kind: string, x: number, y: number, size: number, forward: number): SVGElement {
  const path = (d: string) => make("path", { class: "body", d: `M${r(x)} ${r(y)}${d}z` });
  const d = r(size * 1.15);
  if (kind === "statement") return path(`m0 ${-d}l${d} ${d}l${-d} ${d}l${-d} ${-d}`);
  if (kind === "plan") return path(`m${-d * forward} ${-d}l${2 * d * forward} ${d}l${-2 * d * forward} ${d}`); // still to come
  return make("circle", { class: "body", cx: x, cy: y, r: size });
}

function bar(mark: Mark, scene: Scene, frame: Frame, pen: Pen): Node {
  const { event } = mark;
  const y = frame.barTop + mark.row * frame.barStep;
  const height = frame.barStep - 3;
  // No wider than the screen needs: a century at a day's scale is a very long shape.
  const from = Math.max(mark.from, -2 * openLength);
  const to = Math.min(mark.to, frame.width + 2 * openLength);
  const soft = event.openEnd ? "fade-end" : event.openBegin ? "fade-begin" : event.interval ? "" : "fade-both";
  const more: Record<string, string | number> = { rx: soft ? height / 2 : 1 };
  if (soft) more.mask = pen.gradient(soft);
  return make("g", { class: classes(event, scene) + (soft === "fade-both" ? " bar span" : " bar") },
    pen.rect(from, y, to - from, height, "body", more));
}

const pileHeight = (p: Pile, frame: Frame) => Math.max(10, (frame.axis - frame.zone - 18) * p.share);

function pile(p: Pile, scene: Scene, frame: Frame, pen: Pen): Node {
  const height = pileHeight(p, frame);
  const width = Math.max(p.to - p.from - 2, 4);
  const group = make("g", { class: "pile" + touched(p, scene) });
  group.append(pen.rect(p.from + 1, frame.axis - height, width, height, "body"));
  const count = String(p.count);
  if (width > count.length * 7) group.append(pen.text(p.from + 1 + width / 2, frame.axis - height - 3, count, "pile-count"));
  return group;
}

const isPile = (item: Mark | Pile): item is Pile => "events" in item;

/** What is selected or pointed at by way of a mark or a pile. */
export const meant = (item: Mark | Pile): Event | Pile => (isPile(item) ? item : item.event);

/** The top of what a label's pole stands on. */
function foot(item: Mark | Pile, frame: Frame): number {
  if (isPile(item)) return frame.axis - pileHeight(item, frame) - 15;
  return item.event.point ? frame.axis - item.row * frame.step - frame.dot : frame.barTop + item.row * frame.barStep;
}

function pole(l: Label<Mark | Pile>, scene: Scene, frame: Frame, pen: Pen): Node {
  const top = frame.floor - l.bottom - l.text.height;
  const style = "label" + (meant(l.item) === scene.current ? " current" : "");
  return make("g", { class: style }, pen.path("pole", [[l.x, top + 2], [l.x, foot(l.item, frame)]]));
}

function label(l: Label<Mark | Pile>, scene: Scene, frame: Frame, pen: Pen, words: Words): Node {
  const top = frame.floor - l.bottom - l.text.height;
  const item = l.item;
  const date = isPile(item) ? `${item.count} · ${words.span(item.begin, item.end)}` : item.event.date;
  const x = l.x + (l.left ? -poleGap : poleGap);
  return make("g", { class: `label${l.left ? " left" : ""}${touched(meant(item), scene)}` },
    pen.text(x, top + 11, date, "label-date"),
    ...l.text.lines.map((line, i) => pen.text(x, top + dateHeight + 12 + i * lineHeight, line, "label-title")),
  );
}
