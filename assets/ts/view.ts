// The view: which places of the scale are on the screen. Immutable.

export class View {
  constructor(readonly left: number, readonly right: number, readonly width: number) {}

  /** Pixels a place; a place is a day where nothing is folded. */
  get density(): number { return this.width / (this.right - this.left); }

  x(place: number): number { return (place - this.left) * this.density; }
  place(x: number): number { return this.left + x / this.density; }

  pan(pixels: number): View {
    const by = pixels / this.density;
    return new View(this.left + by, this.right + by, this.width);
  }

  /** The nearest view of the same density that lies between two places. */
  within(left: number, right: number): View {
    const span = this.right - this.left;
    const at = Math.max(Math.min(this.left, right - span), left);
    return new View(at, at + span, this.width);
  }
}
