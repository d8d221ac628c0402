// The timeline in the page: joins the line and the chronicle, one selection, one
// address. Everything here works on what the page already holds.

import { read, write, type State } from "./address";
import { Chronicle } from "./chronicle";
import { readEvents, type Event } from "./event";
import { civil } from "./calendar";
import { watchKeys } from "./keys";
import { Line } from "./line";
import type { Pile } from "./marks";
import { watch } from "./pointer";
import { Strip } from "./strip";
import { Words } from "./words";

const find = <T extends Element>(selector: string, within: ParentNode = document): T => within.querySelector<T>(selector)!;

class Timeline {
  private readonly section = find<HTMLElement>(".line");
  private readonly plot = find<HTMLElement>(".plot");
  private readonly tip = find<HTMLElement>(".tip");
  private readonly form = find<HTMLFormElement>(".filters");
  private readonly words = new Words(document.documentElement.lang, JSON.parse(this.section.dataset.words!), JSON.parse(this.section.dataset.forms!));
  private readonly mirrored = document.documentElement.dir === "rtl";
  private readonly events: Event[];
  private readonly chronicle: Chronicle;
  private readonly line: Line;
  private readonly strip: Strip;
  private shown: Event[];
  private current: Event | null = null;
  private folded = this.section.dataset.fold !== "false";
  private scrolling = 0; // until when scrolling is ours and not the reader's
  private writing = 0;

  constructor() {
    const root = find<HTMLElement>("#chronicle");
    this.events = readEvents(root);
    this.shown = this.events;
    this.chronicle = new Chronicle(root, this.events, this.words);
    this.line = new Line(this.plot, this.events, this.words, this.folded, this.mirrored, (n, all) => this.afterDrawing(n, all));
    this.strip = new Strip(find("svg.strip-drawing"), this.events, this.words, this.mirrored, (begin, end, done) => {
      this.line.lookAt(begin, end);
      if (done) this.remember();
    });
    const toggle = find<HTMLElement>("[data-do=fold]");
    toggle.hidden = !this.line.folds;
    this.listen();
    this.restore(read(location));
    this.line.resize();
    this.strip.drawEvents(this.events, this.shown);
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
      end: (last) => this.choose(this.shown[last ? this.shown.length - 1 : 0]),
      zoom: (factor) => { this.line.zoom(factor); this.remember(); },
      fit: () => { this.line.fit(); this.remember(); },
      open: () => find<HTMLElement>(".headline a", (this.current ?? this.shown[0])?.element).focus(),
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
    new ResizeObserver(() => {
      this.line.resize();
      this.strip.drawEvents(this.events, this.shown);
    }).observe(this.plot);
  }

  private restore(state: State): void {
    this.form.q.value = state.search;
    this.form.kind.value = state.kind;
    this.form.source.value = state.source;
    this.applyFilter(false);
    if (!isNaN(state.from) && state.to > state.from) this.line.lookAt(state.from, state.to);
    this.selectFromAddress();
  }

  private selectFromAddress(): void {
    const id = read(location).id;
    const event = this.events.find((e) => e.id === id);
    if (!event || event === this.current) return;
    if (event.element.hidden) this.form.reset();
    this.select(event);
    this.pause();
  }

  private applyFilter(remember = true): void {
    const option = this.form.source.selectedOptions[0] as HTMLOptionElement | undefined;
    const { value: search } = this.form.q;
    const kind = this.form.kind.value;
    this.shown = this.chronicle.filter({ search, kind, source: +(option?.dataset.number ?? 0) });
    this.line.show(this.shown);
    this.strip.drawEvents(this.events, this.shown);
    const filtered = this.shown.length < this.events.length;
    find<HTMLElement>("[type=reset]", this.form).hidden = !search && !kind && !option?.value;
    find<HTMLElement>(".nothing").hidden = this.shown.length > 0;
    find(".count", this.form).textContent = filtered
      ? this.words.say("resultCount", { n: this.shown.length, all: this.words.count("eventCount", this.events.length) })
      : this.words.count("eventCount", this.events.length);
    if (this.current && !this.shown.includes(this.current)) this.select(null);
    this.describe();
    if (remember) this.remember();
  }

  /** Makes an event the selected one, on the line and in the chronicle. */
  private select(event: Event | null, bring = true): void {
    this.current = event;
    this.chronicle.select(event);
    this.line.select(event, bring);
    this.describe();
  }

  /** Selects at the reader's wish: goes there, and the address says so. */
  private choose(event: Event | undefined): void {
    if (!event) return;
    this.select(event);
    this.pause();
    this.chronicle.reveal(event);
    this.remember();
  }

  private step(by: number): void {
    const at = this.current ? this.shown.indexOf(this.current) : by > 0 ? -1 : this.shown.length;
    this.choose(this.shown[Math.min(Math.max(at + by, 0), this.shown.length - 1)]);
  }

  /** To the first event of the next or the previous month that has one. */
  private month(by: number): void {
    const key = (e: Event) => { const { year, month } = civil(e.begin); return year * 12 + month; };
    if (!this.current) return this.step(by);
    const now = key(this.current);
    const others = this.shown.filter((e) => (by > 0 ? key(e) > now : key(e) < now));
    if (!others.length) return;
    const goal = key(by > 0 ? others[0] : others[others.length - 1]);
    this.choose(others.find((e) => key(e) === goal));
  }

  private tap(target: Event | Pile | null): void {
    if (!target) return;
    if ("events" in target) {
      const margin = (target.end - target.begin) * 0.2;
      this.line.lookAt(target.begin - margin, target.end + margin);
      this.remember();
    } else {
      this.choose(target);
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
    const title = pile ? target.events.length + " · " + target.top.title : target.title;
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
    const event = this.events.find((x) => x.element.contains(target));
    if (link && event) { e.preventDefault(); this.choose(event); return; }
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
    const event = this.chronicle.readAt(below + 48);
    if (!event || event === this.current) return;
    this.select(event);
    this.remember();
  }

  private pause(): void { this.scrolling = performance.now() + 150; }

  /** Tells readers of the screen where the selection is. */
  private describe(): void {
    const at = this.current ? this.shown.indexOf(this.current) + 1 : 0;
    const all = this.shown.length;
    const e = this.current;
    const sources = e ? [...e.element.querySelectorAll(".source b")].map((b) => b.textContent).join(", ") : "";
    this.plot.setAttribute("aria-valuemax", String(all));
    this.plot.setAttribute("aria-valuenow", String(at));
    this.plot.setAttribute("aria-valuetext", e
      ? this.words.say("selected", { date: e.date, title: e.title, kind: e.kindName, sources, n: at, all })
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

if (document.querySelector(".line")) new Timeline();
