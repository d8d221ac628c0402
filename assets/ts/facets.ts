// The facets: their values with counts to choose from, and what is chosen as
// buttons that take it back.

import type { Choice } from "./address";
import { folded } from "./search";
import type { Facet, Value } from "./store";
import type { Words } from "./words";

const shownAtFirst = 8; // values of a facet
const searchable = 12; // values from which on one can be searched for
const mostShown = 60;

interface Row { item: HTMLElement; box: HTMLInputElement; count: Element }

export class Facets {
  private readonly rows = new Map<string, Row>();
  private facets: Facet[] = [];
  private choice!: Choice;

  constructor(private readonly panel: HTMLElement, private readonly words: Words, private readonly chips: Element) {
    panel.addEventListener("input", (e) => {
      const field = e.target as HTMLInputElement;
      if (field.name === "find") this.list(this.facets.find((f) => f.name === field.dataset.facet)!);
    });
    panel.addEventListener("click", (e) => {
      const more = (e.target as Element).closest<HTMLElement>("[data-more]");
      if (!more) return;
      more.setAttribute("aria-expanded", String(more.getAttribute("aria-expanded") !== "true"));
      this.list(this.facets.find((f) => f.name === more.dataset.more)!);
    });
  }

  show(facets: Facet[], choice: Choice): void {
    this.facets = facets;
    this.choice = choice;
    this.facets.forEach((facet) => this.list(facet));
    const chips = this.facets.flatMap((f) => (choice.chosen[f.name] ?? []).map((key) =>
      this.chip(f.values.find((v) => v.key === key)?.name ?? key, { facet: f.name, key })));
    const { begin, end, known } = choice;
    if (!isNaN(begin) || !isNaN(end)) chips.unshift(this.chip(this.dates(begin, end), { drop: "dates" }));
    if (!isNaN(known)) chips.unshift(this.chip(this.words.say("knownBy", { date: this.words.date(known) }), { drop: "known" }));
    this.chips.replaceChildren(...chips);
  }

  /** Lists the values of a facet: the most frequent and the chosen, more where they are asked for. */
  private list(facet: Facet): void {
    const { name, values } = facet;
    const field = this.fieldset(facet);
    const sought = folded(field.querySelector<HTMLInputElement>("[name=find]")?.value ?? "");
    const more = field.querySelector<HTMLElement>("[data-more]")!;
    const open = sought !== "" || more.getAttribute("aria-expanded") === "true";
    const chosen = this.choice.chosen[name] ?? [];
    const found = values.filter((v) => folded(v.name).includes(sought));
    const most = open ? mostShown : shownAtFirst;
    const shown = found.filter((v, i) => i < most || chosen.includes(v.key));
    more.hidden = values.length <= shownAtFirst || sought !== "";
    more.textContent = this.words.say(open ? "fewerValues" : "moreValues", { n: values.length - shownAtFirst });
    const items = shown.map((v) => this.row(name, v, chosen.includes(v.key)));
    const list = field.querySelector("ul")!;
    // Left as it is where nothing changes, for the focus stays with it.
    if (list.children.length !== items.length || items.some((item, i) => list.children[i] !== item)) list.replaceChildren(...items);
  }

  private fieldset({ name, values }: Facet): Element {
    const id = `facet-${name}`;
    const there = this.panel.querySelector("#" + id);
    if (there) return there;
    const field = element("fieldset", { id, className: "facet" },
      element("legend", { textContent: this.words.say(name === "kind" ? "kinds" : name) }));
    if (values.length > searchable) {
      const find = element("input", { type: "search", name: "find", autocomplete: "off", placeholder: this.words.say("findValue") });
      find.dataset.facet = name;
      find.setAttribute("aria-label", `${this.words.say(name)}: ${this.words.say("findValue")}`);
      field.append(find);
    }
    const more = element("button", { type: "button", className: "more-values" });
    more.dataset.more = name;
    more.setAttribute("aria-expanded", "false");
    field.append(element("ul"), more);
    this.panel.append(field);
    return field;
  }

  private row(facet: string, value: Value, chosen: boolean): HTMLElement {
    const id = `${facet} ${value.key}`;
    let row = this.rows.get(id);
    if (!row) {
      const box = element("input", { type: "checkbox", name: facet, value: value.key });
      const count = element("span", { className: "value-count" });
      const name = element("bdi", { className: "value-name", textContent: value.name });
      const item = element("li", {}, element("label", {}, box, name, " ", count));
      this.rows.set(id, row = { item, box, count });
    }
    row.box.checked = chosen;
    row.count.textContent = String(value.count);
    row.item.classList.toggle("none", !value.count && !chosen);
    return row.item;
  }

  private chip(name: string, data: Record<string, string>): HTMLElement {
    const button = element("button", { type: "button", className: "chip", title: this.words.say("dropFilter") }, element("bdi", { textContent: name }));
    button.setAttribute("aria-label", `${this.words.say("dropFilter")}: ${name}`);
    Object.assign(button.dataset, data);
    return button;
  }

  private dates(begin: number, end: number): string {
    const [from, to] = [begin, end - 1].map((day) => (isNaN(day) ? "…" : this.words.date(day)));
    return from === to ? from : this.words.say("dateInterval", { from, to });
  }
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K, properties: Partial<HTMLElementTagNameMap[K]> = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}
