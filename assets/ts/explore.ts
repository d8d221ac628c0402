// The explorer: search, facets, dates, the day of knowledge and lanes. A script of
// its own, fetched when one of them is first used.

import { plain, type Choice } from "./address";
import type { PageChronicle } from "./chronicle";
import { Facets } from "./facets";
import { Known } from "./known";
import { lanesOf } from "./lanes";
import type { PageStore } from "./page";
import type { Explorer, Host } from "./scripts";
import { termsOf } from "./search";
import type { Facet } from "./store";
import { Sieve } from "./sieve";
import { sifter } from "./sift";
import { iso, parse } from "./calendar";
import type { Words } from "./words";

class Panel implements Explorer {
  private choice: Choice;
  private readonly panel: HTMLElement;
  private readonly facets: Facets;
  private readonly known: Known;
  private parted: string | undefined;

  constructor(private readonly host: Host) {
    const { form, words } = host;
    this.choice = host.choice;
    if ("sieve" in host.store) {
      const store = host.store as PageStore;
      store.sieve = new Sieve(store.events, store.elements, JSON.parse(host.root.dataset.sources ?? "[]"));
      (host.chronicle as PageChronicle).sift = sifter(host.root, store, words);
    }
    this.panel = form.querySelector<HTMLElement>(".panel")!;
    this.facets = new Facets(this.panel, words, form.querySelector(".chips")!);
    this.known = new Known(this.panel, words, host.root);
    form.addEventListener("input", (e) => this.changed(e.target as HTMLInputElement));
    form.addEventListener("click", (e) => this.pressed((e.target as Element).closest("button")));
    form.addEventListener("reset", (e) => {
      e.preventDefault();
      this.stay();
      this.refine({ ...nothing, lanes: this.choice.lanes }, "reset");
    });
    new MutationObserver(() => this.known.hide()).observe(host.root, { childList: true, subtree: true });
    const typed = form.q.value; // before this script was there
    if (typed.trim() && typed.trim() !== this.choice.search) this.refine({ ...this.choice, search: typed }, "q");
    else void this.show(this.choice);
  }

  async show(choice: Choice): Promise<boolean> {
    const { form, store, words, chronicle } = this.host;
    this.choice = choice;
    this.fill(choice);
    const count = form.querySelector(".count")!;
    const progress = (share: number) => { count.textContent = words.say("searching", { n: Math.floor(share * 100) }); };
    if (!await store.filter(choice, progress)) return false;
    const facets = (await store.facets()).map((f) => (f.name === "kind" ? named(f, words) : f));
    if (choice !== this.choice) return false;
    chronicle.update(termsOf(choice.search));
    this.facets.show(facets, choice);
    this.known.show(facets, choice.known);
    this.part(facets);
    form.querySelector<HTMLElement>("[type=reset]")!.hidden = plain({ ...choice, lanes: "" });
    count.textContent = this.counted();
    return true;
  }

  copy(button: HTMLElement): void {
    const area = button.parentElement!.querySelector("textarea")!;
    area.select();
    const done = () => { button.textContent = this.host.words.say("copied"); };
    if (navigator.clipboard) navigator.clipboard.writeText(area.value).then(done, () => {});
    else if (document.execCommand("copy")) done();
  }

  toggle(): void {
    const button = this.host.form.querySelector("[data-do=filter]")!;
    this.panel.hidden = !this.panel.hidden;
    button.setAttribute("aria-expanded", String(!this.panel.hidden));
    if (!this.panel.hidden) this.panel.querySelector<HTMLElement>("input")?.focus();
  }

  /** Parts the line as it is chosen. */
  private part(facets: readonly Facet[]): void {
    const { line, store, words, form } = this.host;
    const facet = facets.find((f) => f.name === this.choice.lanes);
    if (facet?.name === this.parted) return;
    this.parted = facet?.name;
    form.ownerDocument.querySelector(".line")!.classList.toggle("parted", facet !== undefined);
    line.part(facet ? lanesOf(facet, store, words.say("lanesOther")) : null);
  }

  private counted(): string {
    const { store: { shown, total, later }, words } = this.host;
    const all = words.count("eventCount", total);
    const count = shown < total ? words.say("resultCount", { n: shown, all }) : all;
    return isNaN(this.choice.known) ? count : `${count} · ${words.count("laterKnown", later)}`;
  }

  /** Puts a choice into the fields, but not under the reader's hands. */
  private fill({ search, begin, end, lanes }: Choice): void {
    const { q, since, until, lanes: parted } = this.fields();
    const put = (field: HTMLInputElement | HTMLSelectElement | null, value: string) => {
      if (field && field !== document.activeElement) field.value = value;
    };
    if (q.value.trim() !== search) put(q, search);
    put(since, isNaN(begin) ? "" : iso(begin));
    put(until, isNaN(end) ? "" : iso(end - 1));
    put(parted, lanes);
  }

  private fields(): Record<string, HTMLInputElement> {
    return Object.fromEntries(["q", "since", "until", "lanes"].map((name) =>
      [name, this.host.form.elements.namedItem(name) as HTMLInputElement]));
  }

  private changed(field: HTMLInputElement): void {
    const { name, value } = field;
    switch (name) {
      case "q": return this.refine({ ...this.choice, search: value }, "q");
      case "since": return this.refine({ ...this.choice, begin: parse(value) }, name);
      case "until": return this.refine({ ...this.choice, end: parse(value) + 1 }, name);
      case "lanes": return this.refine({ ...this.choice, lanes: value }, name + value);
      case "clock": case "known": return this.refine({ ...this.choice, known: this.known.read(field) }, "known");
      case "": case "find": return;
    }
    const others = (this.choice.chosen[name] ?? []).filter((key) => key !== value);
    const chosen = { ...this.choice.chosen, [name]: field.checked ? [...others, value] : others };
    this.refine({ ...this.choice, chosen }, `${name} ${value} ${field.checked}`);
  }

  private pressed(button: HTMLButtonElement | null): void {
    if (!button) return;
    const { facet, key, drop } = button.dataset;
    if (facet || drop) this.stay();
    if (button.dataset.set === "window") {
      const [begin, end] = this.host.line.days();
      this.refine({ ...this.choice, begin: Math.floor(begin), end: Math.ceil(end) }, "window");
    } else if (facet) {
      const keys = this.choice.chosen[facet].filter((other) => other !== key);
      this.refine({ ...this.choice, chosen: { ...this.choice.chosen, [facet]: keys } }, `drop ${facet} ${key}`);
    } else if (drop === "dates") this.refine({ ...this.choice, begin: NaN, end: NaN }, "drop dates");
    else if (drop === "known") this.refine({ ...this.choice, known: NaN }, "drop known");
  }

  /** Keeps the focus in the form when the button that has it is about to go. */
  private stay(): void { this.host.form.querySelector<HTMLElement>("[data-do=filter]")!.focus(); }

  private refine(choice: Choice, step: string): void {
    this.choice = choice;
    void this.host.refine(choice, step);
  }
}

/** The kinds, which tiles have by their keys alone, in the words of the page. */
function named(kinds: Facet, words: Words): Facet {
  return { ...kinds, values: kinds.values.map((v) => ({ ...v, name: words.say(`kind_${v.key}`) })) };
}

const nothing: Choice = { search: "", chosen: {}, begin: NaN, end: NaN, known: NaN, lanes: "" };

(globalThis.dateline ??= {}).explore = (host) => new Panel(host);
