// The density strip: all events on a scale without folds, and on it the window
// that the line shows. The window can be dragged, and each of its edges.

import { Pen } from "./draw";
import { Scale } from "./scale";
import type { Store } from "./store";
import { fill, make } from "./svg";
import { ticksOf } from "./ticks";
import { View } from "./view";
import type { Words } from "./words";

const bin = 4; // pixels
const foot = 15; // pixels below the bars, for names
const near = 14; // pixels about an edge that take hold of it

export class Strip {
  private readonly begin: number;
  private readonly end: number;
  private left = 0;
  private right = 0;
  width = 0;
  private height = 0; // until it is drawn
  private readonly pen = new Pen(this);
  private readonly ground = make("g");
  private readonly frame = make("g");

  /** move is told the days that the window is dragged to. */
  constructor(
    private readonly svg: SVGSVGElement,
    private readonly store: Store,
    private readonly words: Words,
    readonly mirrored: boolean,
    private readonly move: (begin: number, end: number, done: boolean) => void,
  ) {
    const { extent: { begin, end }, hours } = store;
    const margin = Math.max((end - begin) * 0.01, hours ? 0.01 : 1, hours ? 0 : (14 - (end - begin)) / 2);
    this.begin = begin - margin;
    this.end = end + margin;
    svg.append(this.ground, this.frame);
    this.listen();
  }

  /** Draws all events, those that are shown in front. */
  draw(): void {
    this.width = this.svg.clientWidth;
    this.height = this.svg.clientHeight;
    const { height } = this;
    const { all, shown } = this.store.density(this.begin, this.end, Math.max(1, Math.ceil(this.width / bin)));
    const most = Math.max(...all);
    const some = this.store.shown < this.store.total;
    const shape = (counts: readonly number[], name: string) => make("path", { class: name, d: this.outline(counts, most, height) });
    fill(this.ground, [
      shape(all, some ? "strip-density faint" : "strip-density"),
      ...(some ? [shape(shown, "strip-density")] : []),
      ...this.names(),
    ]);
  }

  private names(): Node[] {
    const y = this.height - foot;
    const scale = new Scale([{ begin: this.begin, end: this.end, from: this.begin, to: this.end, silent: 0 }]);
    const { years, ticks, eras } = ticksOf(scale, new View(this.begin, this.end, this.width), this.words);
    return (years ? ticks : eras).flatMap(({ x, name }) =>
      [this.pen.path("tick", [[x, y], [x, y + 6]]), this.pen.text(x + 4, y + 12, name, "strip-name")]);
  }

  drawWindow(begin: number, end: number): void {
    const height = this.height - foot; // asked for anew, it would have the page laid out within each frame
    if (height <= 0) return;
    this.left = Math.max(this.x(begin), 4);
    this.right = Math.min(this.x(end), this.width - 4);
    if (this.right - this.left < 4) this.right = this.left + 4;
    const rect = (from: number, to: number, name: string, y = 0, h = height) => this.pen.rect(from, y, to - from, h, name);
    const grip = (x: number) => rect(x - 4, x + 4, "strip-handle", height / 2 - 9, 18);
    fill(this.frame, [
      rect(0, this.left, "strip-shade"),
      rect(this.right, this.width, "strip-shade"),
      rect(this.left, this.right, "strip-window", 0.5, height - 0.5),
      grip(this.left),
      grip(this.right),
    ]);
  }

  private x(day: number): number { return ((day - this.begin) / (this.end - this.begin)) * this.width; }
  private day(x: number): number { return this.begin + (x / this.width) * (this.end - this.begin); }

  private outline(counts: readonly number[], most: number, height: number): string {
    const y = height - foot;
    return counts.map((n, i) => {
      if (!n) return "";
      const h = Math.max(2, Math.sqrt(n / most) * (y - 5));
      const x = this.mirrored ? this.width - (i + 1) * bin : i * bin;
      return `M${x} ${y}v${-h.toFixed(1)}h${bin - 1}V${y}z`;
    }).join("");
  }

  private listen(): void {
    let hold: "left" | "right" | "both" | null = null;
    let last = 0;
    const at = (e: PointerEvent) => {
      const box = this.svg.getBoundingClientRect();
      return this.mirrored ? box.right - e.clientX : e.clientX - box.left;
    };
    const tell = (left: number, right: number, done = false) => this.move(this.day(left), this.day(right), done);
    this.svg.addEventListener("pointerdown", (e) => {
      const x = at(e);
      this.svg.setPointerCapture(e.pointerId);
      last = x;
      if (Math.abs(x - this.left) < near) hold = "left";
      else if (Math.abs(x - this.right) < near) hold = "right";
      else {
        hold = "both";
        const half = (this.right - this.left) / 2;
        if (x < this.left || x > this.right) tell(x - half, x + half);
      }
    });
    this.svg.addEventListener("pointermove", (e) => {
      const x = at(e);
      if (hold === "left") tell(Math.min(x, this.right - 4), this.right);
      if (hold === "right") tell(this.left, Math.max(x, this.left + 4));
      if (hold === "both") tell(this.left + x - last, this.right + x - last);
      last = x;
    });
    const end = () => { if (hold) tell(this.left, this.right, true); hold = null; };
    this.svg.addEventListener("pointerup", end);
    this.svg.addEventListener("pointercancel", end);
  }
}
