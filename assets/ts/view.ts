// The view: which places of the scale are on the screen. Immutable.

export class View {
  constructor(readonly left: number, readonly right: number, readonly width: number) {}

  /** Pixels a place; a place is a day where nothing is folded. */
  get density(): number { return this.width / (this.right - this.left); }

  x(place: number): number { return (place - this.left) * this.density; }
  place(x: number): number { return this.left + x / this.density; }

  /** Factor > 1 comes nearer; what is at x stays there. */
  zoom(factor: number, x: number): View {
    const at = this.place(x);
    return new View(at - (at - this.left) / factor, at + (this.right - at) / factor, this.width);
  }

  pan(pixels: number): View {
    const by = pixels / this.density;
    return new View(this.left + by, this.right + by, this.width);
  }

  /** The nearest view that stays inside the limits and no closer than density allows. */
  within(limits: View, closest: number): View {
    const whole = limits.right - limits.left;
    const span = Math.min(whole, Math.max(this.right - this.left, Math.min(whole, this.width / closest)));
    const middle = (this.left + this.right) / 2;
    const left = Math.min(Math.max(middle - span / 2, limits.left), limits.right - span);
    return new View(left, left + span, this.width);
  }

  same(other: View): boolean {
    const close = (a: number, b: number) => Math.abs(a - b) * this.density < 0.5;
    return close(this.left, other.left) && close(this.right, other.right);
  }
}
