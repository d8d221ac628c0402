// The history of the browser: deliberate steps can be gone back from, while
// moving about only changes the address of the step that one is at.

import { write, type State } from "./address";

export class Journal {
  private step = "";
  private waiting = 0;

  constructor(private readonly state: () => State) {}

  /** Writes the address: at once where a step is another than the last, else soon, for browsers allow only so many changes of it. */
  write(step = ""): void {
    clearTimeout(this.waiting);
    const further = step && step !== this.step;
    if (step) this.step = step;
    const put = () => {
      const address = location.pathname + write(this.state());
      try {
        if (!further) history.replaceState(null, "", address);
        else if (address !== location.pathname + location.search + location.hash) history.pushState(null, "", address);
      } catch { /* an address that may not change */ }
    };
    if (further) put(); else this.waiting = window.setTimeout(put, 250);
  }

  /** The reader went back or on: what comes next is another step. */
  turn(): void {
    clearTimeout(this.waiting);
    this.step = "";
  }
}
