// Elements of SVG, kept from one frame to the next.

type Attributes = Record<string, string | number>;

/** An element with attributes; no attribute is a style, which the page's policy forbids. */
export function make(name: string, attributes: Attributes = {}, ...children: (Node | string)[]): SVGElement {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const key in attributes) {
    const value = attributes[key];
    element.setAttribute(key, typeof value === "number" ? String(Math.round(value * 10) / 10) : value);
  }
  element.append(...children);
  return element;
}

/** The children of a group, made anew. */
export function fill(group: Element, children: Node[]): void {
  group.replaceChildren(...children);
}
