// The timeline in the page: joins the line and the chronicle, one selection, one
// address. What it shows comes from a store, which may have it at hand or not.

import { plain, read, type Choice, type State } from "./address";
import { civil, dayOf } from "./calendar";
import { readAt, type Chronicle } from "./chronicle";
import type { Event } from "./event";
import { Journal } from "./journal";
import { watchKeys, type Actions } from "./keys";
import { Line } from "./line";
import type { Pile } from "./marks";
import { watch } from "./pointer";
import type { Stretch } from "./scale";
import type { Explorer, Host } from "./scripts";
import type { Store } from "./store";
import { Strip } from "./strip";
import { showTip } from "./tip";
import type { Words } from "./words";

const find = <T extends Element>(selector: string, within: ParentNode = document): T => within.querySelector<T>(selector)!;

export class Timeline implements Host, Actions {
  readonly form = find<HTMLFormElement>(".filters");
  readonly line: Line;
  private readonly section = find<HTMLElement>(".line");
  private readonly plot = find<HTMLElement>(".plot");
  private readonly mirrored = document.documentElement.dir === "rtl";
  private readonly strip: Strip;
  private readonly journal = new Journal(() => this.state());
  private readonly opening: Stretch; // the days that are shown at first
  choice: Choice = read({ search: "", hash: "" });
  private explorer: Promise<Explorer> | null = null;
  private current: Event | null = null;
  private folded = this.section.dataset.fold !== "false";
  private scrolling = 0; // until when scrolling is ours and not the reader's

  constructor(readonly root: HTMLElement, readonly words: Words, readonly store: Store, readonly chronicle: Chronicle) {
    const { begin, end } = this.section.dataset;
    this.opening = { begin: +(begin ?? NaN), end: +(end ?? NaN) };
    this.line = new Line(this.plot, store, words, this.folded, this.mirrored, (n, all) => this.afterDrawing(n, all));
    this.strip = new Strip(find("svg.strip-drawing"), store, words, this.mirrored, (begin, end, done) => {
      this.line.lookAt(begin, end);
      if (done) this.journal.write();
    });
    this.offer();
    store.changed = () => { this.line.update(false); this.strip.draw(); };
    this.listen();
    void this.restore(read(location));
    this.line.resize();
    this.strip.draw();
  }

  async refine(choice: Choice, step?: string): Promise<boolean> {
    this.choice = choice;
    if (this.explorer || !plain(choice)) {
      const explorer = await this.explore().catch(() => null);
      if (explorer && !await explorer.show(choice)) return false;
    }
    this.line.update(true);
    this.strip.draw();
    find<HTMLElement>(".nothing").hidden = this.store.shown > 0;
    if (this.current && this.store.rank(this.current) < 0) this.select(null);
    this.describe();
    if (step) this.journal.write(step);
    return true;
  }

  /** What serves this chronology: a shorter span than its own, a fold where there is one, today. */
  private offer(): void {
    const { begin, end } = this.store.extent;
    const show = (name: string, on: boolean) => { find<HTMLElement>(`[data-do="${name}"]`).hidden = !on; };
    show("fold", this.line.folds > 0);
    show("10", end - begin > 5000);
    show("1", end - begin > 500);
    show("0", end - begin > 45);
    show("today", begin <= this.line.today && this.line.today <= end);
  }

  private listen(): void {
    watch(this.plot, this.mirrored, {
      pan: (pixels) => this.line.pan(pixels),
      zoom: (factor, x) => this.line.zoom(factor, x),
      tap: (x, y) => this.tap(this.line.at(x, y)),
      hover: (x, y) => this.hover(x, y),
      rest: () => this.journal.write(),
    });
    watchKeys(this.plot, this.mirrored, this);
    document.addEventListener("click", (e) => this.click(e));
    this.form.addEventListener("submit", (e) => e.preventDefault());
    for (const use of ["input", "focusin"]) {
      this.form.addEventListener(use, () => { void this.explore().catch(() => {}); }, { once: true });
    }
    window.addEventListener("popstate", () => { this.journal.turn(); void this.restore(read(location)); });
    window.addEventListener("scroll", () => this.scrolled(), { passive: true });
    for (const readers of ["wheel", "touchmove"]) {
      window.addEventListener(readers, () => { this.scrolling = 0; }, { passive: true });
    }
    new IntersectionObserver(([zone]) => {
      this.section.classList.toggle("stuck", !zone.isIntersecting);
      this.line.update(false);
    }).observe(find(".zone"));
    new ResizeObserver(() => {
      this.line.resize();
      this.strip.draw();
    }).observe(this.plot);
  }

  /** The explorer, whose script is fetched when it is first asked for. */
  private explore(): Promise<Explorer> {
    return this.explorer ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = this.form.dataset.script!;
      script.onload = () => resolve(globalThis.dateline!.explore!(this));
      script.onerror = reject;
      document.head.append(script);
    });
  }

  private state(): State {
    const [begin, end] = this.line.days();
    const same = isNaN(this.opening.begin) ? this.line.isWhole()
      : Math.abs(begin - this.opening.begin) + Math.abs(end - this.opening.end) < (end - begin) / 500;
    const [from, to] = same ? [NaN, NaN] : [begin, end];
    return { ...this.choice, from, to, id: this.current?.id ?? "" };
  }

  private async restore(state: State): Promise<void> {
    const { begin, end } = state.to > state.from ? { begin: state.from, end: state.to } : this.opening;
    if (end > begin) this.line.lookAt(begin, end); else this.line.fit();
    if (!await this.refine(state)) return;
    const event = state.id ? await this.store.find(state.id) : null;
    if (state.id !== read(location).id || event === this.current) return;
    if (event && this.store.rank(event) < 0) await this.refine(read({ search: "", hash: "" }), "all");
    this.select(event);
    this.pause();
    if (event && !this.chronicle.element(event)) await this.chronicle.reveal(event);
  }

  /** Makes an event the selected one, on the line and in the chronicle. */
  private select(event: Event | null, bring = true): void {
    this.current = event;
    this.chronicle.select(event);
    this.line.select(event, bring);
    this.describe();
  }

  /** Selects at the reader's wish: goes there, and the address says so. */
  private async choose(event: Event | null, step?: string): Promise<void> {
    if (!event) return;
    this.select(event);
    this.pause();
    this.journal.write(step ?? event.id);
    await this.chronicle.reveal(event);
    this.pause();
  }

  /** Chooses the event at a place among those shown; however far the keys go, it is one step. */
  private async go(rank: number): Promise<void> {
    await this.choose(await this.store.at(Math.min(Math.max(rank, 0), this.store.shown - 1)), "keys");
  }

  step(by: number): void {
    void this.go((this.current ? this.store.rank(this.current) : by > 0 ? -1 : this.store.shown) + by);
  }

  /** To the first event of the next or the previous month that has one. */
  async month(by: number): Promise<void> {
    if (!this.current) return this.step(by);
    const { store } = this;
    const first = (e: Event, by = 0) => { const { year, month } = civil(e.begin); return store.since(dayOf(year, month + by)); };
    if (by > 0) {
      const rank = await first(this.current, 1);
      if (rank < store.shown) await this.go(rank);
      return;
    }
    const last = await store.at(await first(this.current) - 1);
    if (last) await this.go(await first(last));
  }

  end(last: boolean): void { void this.go(last ? this.store.shown - 1 : 0); }

  async open(): Promise<void> {
    const event = this.current ?? await this.store.at(0);
    const entry = event && this.chronicle.element(event);
    if (entry) find<HTMLElement>(".headline a", entry).focus();
  }

  private tap(target: Event | Pile | null): void {
    if (!target) return;
    if ("events" in target) {
      const margin = (target.end - target.begin) * 0.2;
      this.line.lookAt(target.begin - margin, target.end + margin);
      this.journal.write(`pile ${target.begin}`);
    } else {
      void this.choose(target);
    }
  }

  private hover(x: number, y: number): void {
    const target = isNaN(x) ? null : this.line.at(x, y);
    this.line.point(target);
    showTip(this.plot, target, this.mirrored ? this.plot.clientWidth - x : x, y, this.words);
  }

  private click(e: MouseEvent): void {
    const target = e.target as HTMLElement;
    const button = target.closest<HTMLElement>("[data-do]");
    if (button) return this.press(button.dataset.do!, button);
    const link = target.closest<HTMLAnchorElement>("a.permalink");
    const event = this.chronicle.holding(target);
    if (link && event) { e.preventDefault(); void this.choose(event); return; }
    if (event && !target.closest("a, summary, button") && !getSelection()?.toString()) {
      this.select(event);
      this.journal.write(event.id);
    }
  }

  /** Does what a button says, or a key in its place. */
  press(what: string, button?: HTMLElement): void {
    switch (what) {
      case "in": this.line.zoom(1.6); break;
      case "out": this.line.zoom(1 / 1.6); break;
      case "fit": this.line.fit(); break;
      case "10": case "1": case "0": this.line.lookAtPart(+what); break;
      case "today": this.line.lookAtPart(1, this.line.today); break;
      case "fold":
        this.folded = !this.folded;
        this.line.fold(this.folded);
        button!.setAttribute("aria-pressed", String(this.folded));
        break;
      case "help": find<HTMLDialogElement>(".help").showModal(); return;
      case "search": this.form.q.focus(); return;
      case "leave": this.form.q.blur(); return;
      case "filter": case "copy":
        void this.explore().then((e) => (what === "copy" ? e.copy(button!) : e.toggle()), () => {});
        return;
      default: return;
    }
    this.journal.write(what === "in" || what === "out" ? "" : what);
  }

  /** The event that is being read becomes the selected one, unless the page scrolls by itself. */
  private scrolled(): void {
    if (performance.now() < this.scrolling) { this.pause(); return; }
    const below = this.section.getBoundingClientRect().bottom;
    if (scrollY < 40) return;
    const pinned = below < innerHeight / 3;
    if (!pinned) return;
    const entry = readAt(this.root, below + 48);
    const event = entry && this.chronicle.holding(entry);
    if (!event || event === this.current) return;
    this.select(event);
    this.journal.write();
  }

  private pause(): void { this.scrolling = performance.now() + 300; }

  /** Tells readers of the screen where the selection is. */
  private describe(): void {
    const e = this.current;
    const at = e ? this.store.rank(e) + 1 : 0;
    const all = this.store.shown;
    this.plot.setAttribute("aria-valuemax", String(all));
    this.plot.setAttribute("aria-valuenow", String(at));
    this.plot.setAttribute("aria-valuetext", e
      ? this.words.say("selected", { date: e.date, title: e.title, kind: this.words.say("kind_" + e.kind), sources: e.told, n: at, all })
      : this.words.count("eventCount", all));
  }

  private afterDrawing(labelled: number, inView: number): void {
    const some = labelled < inView;
    find(".labelled").textContent = some ? this.words.say("labelled", { n: labelled, all: inView }) : "";
    this.strip.drawWindow(...this.line.days());
  }
}
