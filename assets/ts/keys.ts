// The keyboard. On the line, arrows go from event to event; anywhere on the
// page, a few single keys do what the buttons do.

export interface Actions {
  step(by: number): void; // events
  month(by: number): void;
  end(last: boolean): void;
  zoom(factor: number): void;
  fit(): void;
  open(): void; // to the event in the chronicle
  search(): void;
  help(): void;
  escape(): void;
}

export function watchKeys(plot: HTMLElement, mirrored: boolean, to: Actions): void {
  const on = mirrored ? -1 : 1;
  const line: Record<string, () => void> = {
    ArrowRight: () => to.step(on), ArrowLeft: () => to.step(-on),
    ArrowDown: () => to.step(1), ArrowUp: () => to.step(-1),
    PageDown: () => to.month(1), PageUp: () => to.month(-1),
    Home: () => to.end(false), End: () => to.end(true),
    Enter: () => to.open(),
  };
  const page: Record<string, () => void> = {
    "+": () => to.zoom(1.6), "=": () => to.zoom(1.6), "-": () => to.zoom(1 / 1.6), "−": () => to.zoom(1 / 1.6),
    "0": () => to.fit(), "/": () => to.search(), "?": () => to.help(), Escape: () => to.escape(),
  };
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented) return;
    const target = e.target;
    const writing = target instanceof Element && target.closest("input, textarea, select, dialog[open]") !== null;
    const action = target === plot ? line[e.key] ?? page[e.key] : page[e.key];
    if (!action || (writing && e.key !== "Escape")) return;
    if (e.key !== "Escape") e.preventDefault();
    action();
  });
}
