// The keyboard. On the line, arrows go from event to event; anywhere on the
// page, a few single keys do what the buttons do.

export interface Actions {
  step(by: number): void; // events
  month(by: number): void;
  end(last: boolean): void;
  open(): void; // to the event in the chronicle
  press(what: string): void; // a button, or "search" or "leave"
}

const pressed: Record<string, string> = {
  "+": "in", "=": "in", "-": "out", "−": "out", "0": "fit", "?": "help", "/": "search", Escape: "leave",
};

export function watchKeys(plot: HTMLElement, mirrored: boolean, to: Actions): void {
  const on = mirrored ? -1 : 1;
  const line: Record<string, () => void> = {
    ArrowRight: () => to.step(on), ArrowLeft: () => to.step(-on),
    ArrowDown: () => to.step(1), ArrowUp: () => to.step(-1),
    PageDown: () => to.month(1), PageUp: () => to.month(-1),
    Home: () => to.end(false), End: () => to.end(true),
    Enter: () => to.open(),
  };
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.defaultPrevented) return;
    const target = e.target;
    const writing = target instanceof Element && target.closest("input, textarea, select, dialog[open]") !== null;
    const what = pressed[e.key];
    const action = what ? () => to.press(what) : target === plot && line[e.key];
    if (!action || (writing && e.key !== "Escape")) return;
    if (e.key !== "Escape") e.preventDefault();
    action();
  });
}
