// The second clock: the day up to which reports count. Its steps are the days on
// which something was published.

import { iso, parse } from "./calendar";
import type { Facet } from "./store";
import type { Words } from "./words";

export class Known {
  private steps: number[] = [];
  private day = NaN;
  private readonly field: HTMLFieldSetElement;
  private readonly clock: HTMLInputElement;
  private readonly date: HTMLInputElement;

  constructor(panel: HTMLElement, private readonly words: Words, private readonly root: HTMLElement) {
    this.field = panel.querySelector(".known")!;
    this.clock = this.field.querySelector<HTMLInputElement>("[name=clock]")!;
    this.date = this.field.querySelector<HTMLInputElement>("[name=known]")!;
  }

  /** Shows a day; the steps are those of the sources there are. */
  show(facets: readonly Facet[], day: number): void {
    const days = facets.find((f) => f.name === "source")?.values.map((v) => v.published) ?? [];
    this.steps = [...new Set(days.filter((d): d is number => typeof d === "number"))].sort((a, b) => a - b);
    this.day = day;
    this.field.hidden = !this.steps.length;
    this.clock.max = String(this.steps.length);
    const at = isNaN(day) ? this.steps.length : Math.max(this.steps.findLastIndex((d) => d <= day), 0);
    this.clock.value = String(at);
    const said = isNaN(day) ? this.words.say("knownAll") : this.words.say("knownBy", { date: this.words.date(day) });
    this.clock.setAttribute("aria-valuetext", said);
    this.field.querySelector("output")!.textContent = said;
    if (this.date !== document.activeElement) this.date.value = isNaN(day) ? "" : iso(day);
    this.hide();
  }

  /** The day that a field asks for: of the slider, whose last step is all; of the date, the last step up to it. */
  read(field: HTMLInputElement): number {
    if (field === this.clock) return this.steps[+field.value] ?? NaN;
    const day = parse(field.value);
    return isNaN(day) ? NaN : this.steps.findLast((d) => d <= day) ?? day;
  }

  /** Hides what was published later, and what is told of it; entries may come after the choice. */
  hide(): void {
    if (isNaN(this.day) && !this.root.querySelector(".citation[hidden]")) return;
    for (const entry of this.root.querySelectorAll(".entry")) {
      const citations = [...entry.querySelectorAll<HTMLElement>(".citation")];
      const late = (c: HTMLElement) => !isNaN(this.day) && !(+(c.dataset.published ?? NaN) <= this.day);
      for (const c of citations) put(c, late(c));
      const more = entry.querySelector<HTMLDetailsElement>(".more");
      if (more) {
        const others = [...more.querySelectorAll<HTMLElement>(".citation")];
        const left = others.filter((c) => !late(c)).length;
        put(more, !left);
        if (left && citations[0].hidden) more.open = true;
        const summary = more.querySelector("summary")!;
        const words = this.words.count("moreSources", left || others.length);
        if (summary.textContent !== words) summary.textContent = words;
      }
      const some = citations.some((c) => c.hidden);
      for (const told of entry.querySelectorAll<HTMLElement>(".accounts, .related, .independent")) put(told, some);
    }
  }
}

function put(element: HTMLElement, hidden: boolean): void {
  if (element.hidden !== hidden) element.hidden = hidden;
}
