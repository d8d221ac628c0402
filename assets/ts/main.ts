// The timeline in the page: joins the line and the chronicle, one selection, one
// address. What it shows comes from a store, which may have it at hand or not.

import { read, write, type State } from "./address";
import { PageChronicle, readAt, type Chronicle } from "./chronicle";
import type { Event } from "./event";
import { civil, dayOf } from "./calendar";
import { watchKeys } from "./keys";
import { Line } from "./line";
import type { Pile } from "./marks";
import { PageStore } from "./page";
import { watch } from "./pointer";
import { termsOf } from "./search";
import type { Filter, Opened, Store } from "./store";
import { Strip } from "./strip";
import type {} from "./tiles";
import { Words } from "./words";

const find = <T extends Element>(selector: string, within: ParentNode = document): T => within.querySelector<T>(selector)!;

class Timeline {
  private readonly section = find<HTMLElement>(".line");
  private readonly plot = find<HTMLElement>(".plot");
  private readonly tip = find<HTMLElement>(".tip");
  private readonly form = find<HTMLFormElement>(".filters");
  private readonly words = new Words(document.documentElement.lang, JSON.parse(this.section.dataset.words!), JSON.parse(this.section.dataset.forms!));
  private readonly mirrored = document.documentElement.dir === "rtl";
  private readonly root = find<HTMLElement>("#chronicle");
  private readonly store: Store;
  private readonly chronicle: Chronicle;
  private readonly line: Line;
  private readonly strip: Strip;
  private current: Event | null = null;
  private folded = this.section.dataset.fold !== "false";
  private scrolling = 0; // until when scrolling is ours and not the reader's
  private writing = 0;

  constructor() {
    const opened = globalThis.dateline?.open?.(this.root, this.words) ?? openPage(this.root, this.words);
    this.store = opened.store;
    this.chronicle = opened.chronicle;
    this.line = new Line(this.plot, this.store, this.words, this.folded, this.mirrored, (n, all) => this.afterDrawing(n, all));
    this.strip = new Strip(find("svg.strip-drawing"), this.store, this.words, this.mirrored, (begin, end, done) => {
      this.line.lookAt(begin, end);
      if (done) this.remember();
    });
    const toggle = find<HTMLElement>("[data-do=fold]");
    toggle.hidden = !this.line.folds;
    this.store.changed = () => { this.line.update(false); this.strip.draw(); };
    this.listen();
    this.restore(read(location));
    this.line.resize();
    this.strip.draw();
  }

  private listen(): void {
    watch(this.plot, this.mirrored, {
      pan: (pixels) => this.line.pan(pixels),
      zoom: (factor, x) => this.line.zoom(factor, x),
      tap: (x, y) => this.tap(this.line.at(x, y)),
      hover: (x, y) => this.hover(x, y),
      rest: () => this.remember(),
    });
    watchKeys(this.plot, this.mirrored, {
      step: (by) => this.step(by),
      month: (by) => this.month(by),
      end: (last) => this.go(last ? this.store.shown - 1 : 0),
      zoom: (factor) => { this.line.zoom(factor); this.remember(); },
      fit: () => { this.line.fit(); this.remember(); },
      open: () => this.open(),
      search: () => this.form.q.focus(),
      help: () => find<HTMLDialogElement>(".help").showModal(),
      escape: () => { if (document.activeElement === this.form.q) this.form.q.blur(); },
    });
    document.addEventListener("click", (e) => this.click(e));
    this.form.addEventListener("input", () => this.applyFilter());
    this.form.addEventListener("submit", (e) => e.preventDefault());
    this.form.addEventListener("reset", () => setTimeout(() => this.applyFilter()));
    window.addEventListener("hashchange", () => this.selectFromAddress());
    window.addEventListener("popstate", () => this.restore(read(location)));
    window.addEventListener("scroll", () => this.scrolled(), { passive: true });
    for (const readers of ["wheel", "touchmove"]) {
      window.addEventListener(readers, () => { this.scrolling = 0; }, { passive: true });
    }
    new IntersectionObserver(([zone]) => this.section.classList.toggle("stuck", !zone.isIntersecting)).observe(find(".zone"));
    new ResizeObserver(() => {
      this.line.resize();
      this.strip.draw();
    }).observe(this.plot);
  }

  private async restore(state: State): Promise<void> {
    this.form.q.value = state.search;
    this.form.kind.value = state.kind;
    this.form.source.value = state.source;
    if (!isNaN(state.from) && state.to > state.from) this.line.lookAt(state.from, state.to);
    if (await this.applyFilter(false)) await this.selectFromAddress();
  }

  private async selectFromAddress(): Promise<void> {
    const id = read(location).id;
    if (!id || id === this.current?.id) return;
    const event = await this.store.find(id);
    if (!event || id !== read(location).id) return;
    if (this.store.rank(event) < 0) {
      this.form.reset();
      await this.applyFilter();
    }
    this.select(event);
    this.pause();
    if (!this.chronicle.element(event)) await this.chronicle.reveal(event);
  }

  private filter(): Filter {
    const { q, kind, source } = this.form;
    const one = (value: string) => (value ? [value] : []);
    return { search: q.value, chosen: { kind: one(kind.value), source: one(source.value) } };
  }

  /** Shows what the form asks for; false where it was asked for something else meanwhile. */
  private async applyFilter(remember = true): Promise<boolean> {
    const filter = this.filter();
    const count = find(".count", this.form);
    if (!await this.store.filter(filter, (share) => { count.textContent = this.words.say("searching", { n: Math.floor(share * 100) }); })) return false;
    this.chronicle.update(termsOf(filter.search));
    this.line.update(true);
    this.strip.draw();
    const { shown, total } = this.store;
    const chosen = Object.values(filter.chosen).some((keys) => keys.length);
    find<HTMLElement>("[type=reset]", this.form).hidden = !filter.search && !chosen;
    find<HTMLElement>(".nothing").hidden = shown > 0;
    const all = this.words.count("eventCount", total);
    count.textContent = shown < total ? this.words.say("resultCount", { n: shown, all }) : all;
    if (this.current && this.store.rank(this.current) < 0) this.select(null);
    this.describe();
    if (remember) this.remember();
    return true;
  }

  /** Makes an event the selected one, on the line and in the chronicle. */
  private select(event: Event | null, bring = true): void {
    this.current = event;
    this.chronicle.select(event);
    this.line.select(event, bring);
    this.describe();
  }

  /** Selects at the reader's wish: goes there, and the address says so. */
  private async choose(event: Event | null): Promise<void> {
    if (!event) return;
    this.select(event);
    this.pause();
    this.remember();
    await this.chronicle.reveal(event);
    this.pause();
  }

  /** Chooses the event at a place among those shown. */
  private async go(rank: number): Promise<void> {
    await this.choose(await this.store.at(Math.min(Math.max(rank, 0), this.store.shown - 1)));
  }

  private step(by: number): void {
    void this.go((this.current ? this.store.rank(this.current) : by > 0 ? -1 : this.store.shown) + by);
  }

  /** To the first event of the next or the previous month that has one. */
  private async month(by: number): Promise<void> {
    if (!this.current) return this.step(by);
    const first = (e: Event, by: number) => { const { year, month } = civil(e.begin); return dayOf(year, month + by); };
    if (by > 0) {
      const rank = await this.store.since(first(this.current, 1));
      if (rank < this.store.shown) await this.go(rank);
      return;
    }
    const last = await this.store.at(await this.store.since(first(this.current, 0)) - 1);
    if (last) await this.go(await this.store.since(first(last, 0)));
  }

  private async open(): Promise<void> {
    const event = this.current ?? await this.store.at(0);
    const entry = event && this.chronicle.element(event);
    if (entry) find<HTMLElement>(".headline a", entry).focus();
  }

  private tap(target: Event | Pile | null): void {
    if (!target) return;
    if ("events" in target) {
      const margin = (target.end - target.begin) * 0.2;
      this.line.lookAt(target.begin - margin, target.end + margin);
      this.remember();
    } else {
      void this.choose(target);
    }
  }

  private hover(x: number, y: number): void {
    const target = isNaN(x) ? null : this.line.at(x, y);
    this.line.point(target);
    this.plot.classList.toggle("pointing", target !== null);
    this.tip.hidden = !target;
    if (!target) return;
    const pile = "events" in target;
    const date = pile ? this.words.span(target.begin, target.end) : target.date;
    const title = pile ? [target.count, target.top?.title].filter(Boolean).join(" · ") : target.title;
    this.tip.replaceChildren(Object.assign(document.createElement("b"), { textContent: date }), title);
    const width = this.plot.clientWidth;
    const left = this.mirrored ? width - x : x;
    this.tip.style.left = `${Math.max(0, Math.min(left + 12, width - this.tip.offsetWidth))}px`;
    this.tip.style.top = `${y + 18 + this.tip.offsetHeight > this.plot.clientHeight ? y - this.tip.offsetHeight - 12 : y + 18}px`;
  }

  private click(e: MouseEvent): void {
    const target = e.target as HTMLElement;
    const button = target.closest<HTMLElement>("[data-do]");
    if (button) return this.press(button);
    const link = target.closest<HTMLAnchorElement>("a.permalink");
    const event = this.chronicle.holding(target);
    if (link && event) { e.preventDefault(); void this.choose(event); return; }
    if (event && !target.closest("a, summary, button") && !getSelection()?.toString()) {
      this.select(event);
      this.remember();
    }
  }

  private press(button: HTMLElement): void {
    switch (button.dataset.do) {
      case "in": this.line.zoom(1.6); break;
      case "out": this.line.zoom(1 / 1.6); break;
      case "fit": this.line.fit(); break;
      case "fold":
        this.folded = !this.folded;
        this.line.fold(this.folded);
        button.setAttribute("aria-pressed", String(this.folded));
        break;
      case "help": find<HTMLDialogElement>(".help").showModal(); return;
      case "copy": this.copy(button); return;
    }
    this.remember();
  }

  private copy(button: HTMLElement): void {
    const area = button.parentElement!.querySelector("textarea")!;
    area.select();
    const done = () => { button.textContent = this.words.say("copied"); };
    if (navigator.clipboard) navigator.clipboard.writeText(area.value).then(done, () => {});
    else if (document.execCommand("copy")) done();
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
    this.remember();
  }

  private pause(): void { this.scrolling = performance.now() + 150; }

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

  /** Writes the address, soon: browsers allow only so many changes of it. */
  private remember(): void {
    clearTimeout(this.writing);
    this.writing = window.setTimeout(() => {
      const [from, to] = this.line.isWhole() ? [NaN, NaN] : this.line.days();
      const state: State = {
        search: this.form.q.value.trim(), kind: this.form.kind.value, source: this.form.source.value,
        from, to, id: this.current?.id ?? "",
      };
      try { history.replaceState(null, "", location.pathname + write(state)); } catch { /* an address that may not change */ }
    }, 250);
  }
}

function openPage(root: HTMLElement, words: Words): Opened {
  const store = new PageStore(root);
  return { store, chronicle: new PageChronicle(root, store, words) };
}

// What is to be read is on the screen before the line is drawn.
if (document.querySelector(".line")) requestAnimationFrame(() => setTimeout(() => new Timeline()));
