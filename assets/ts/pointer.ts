// Mouse, pen and fingers on the line: drag to move, pinch or wheel to zoom,
// tap to select. Scrolling the page is never caught: a wheel zooms only with
// Ctrl or ⌘, and a finger that goes up or down scrolls.

export interface Gestures {
  pan(pixels: number): void;
  zoom(factor: number, x: number): void;
  tap(x: number, y: number): void;
  hover(x: number, y: number): void; // NaN where the pointer left
  rest(): void; // a gesture has ended
}

const slop = 4; // pixels that a tap may slip

export function watch(plot: HTMLElement, mirrored: boolean, to: Gestures): void {
  const points = new Map<number, { x: number; y: number }>();
  let moved = false;
  const locate = (e: MouseEvent) => {
    const box = plot.getBoundingClientRect();
    const x = e.clientX - box.left;
    return { x: mirrored ? box.width - x : x, y: e.clientY - box.top };
  };

  plot.addEventListener("pointerdown", (e) => {
    if (e.button) return;
    points.set(e.pointerId, locate(e));
    if (points.size === 1) moved = false;
  });
  plot.addEventListener("pointermove", (e) => {
    const now = locate(e);
    const before = points.get(e.pointerId);
    if (!before) { if (e.pointerType !== "touch") to.hover(now.x, now.y); return; }
    if (!moved && Math.hypot(now.x - before.x, now.y - before.y) < slop) return;
    if (!moved) plot.setPointerCapture(e.pointerId);
    moved = true;
    const other = [...points].find(([id]) => id !== e.pointerId)?.[1];
    if (other) {
      const was = Math.max(Math.abs(before.x - other.x), 20);
      const is = Math.max(Math.abs(now.x - other.x), 20);
      to.zoom(is / was, (now.x + other.x) / 2);
    } else {
      to.pan(before.x - now.x);
    }
    points.set(e.pointerId, now);
  });
  const end = (e: PointerEvent) => {
    if (!points.delete(e.pointerId)) return;
    const { x, y } = locate(e);
    if (e.type === "pointerup" && !moved) to.tap(x, y);
    if (!points.size) to.rest();
  };
  plot.addEventListener("pointerup", end);
  plot.addEventListener("pointercancel", end);
  plot.addEventListener("pointerleave", () => to.hover(NaN, NaN));
  plot.addEventListener("dblclick", (e) => { to.zoom(2, locate(e).x); to.rest(); });

  let resting = 0;
  plot.addEventListener("wheel", (e) => {
    const sideways = Math.abs(e.deltaX) > Math.abs(e.deltaY) || e.shiftKey;
    if (!sideways && !e.ctrlKey && !e.metaKey) return;
    e.preventDefault();
    const unit = e.deltaMode ? 16 : 1;
    if (e.ctrlKey || e.metaKey) to.zoom(Math.exp(-e.deltaY * unit * (Math.abs(e.deltaY) < 40 ? 0.012 : 0.004)), locate(e).x);
    else to.pan((e.deltaX || e.deltaY) * unit * (mirrored ? -1 : 1));
    clearTimeout(resting);
    resting = window.setTimeout(() => to.rest(), 200);
  }, { passive: false });
}
