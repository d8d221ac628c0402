// The part of URLSearchParams that the address needs, for an engine without one.

class Parameters {
  private readonly list: [string, string][];

  constructor(text = "") {
    const plain = (part: string) => decodeURIComponent(part.replace(/\+/g, " "));
    this.list = text.replace(/^\?/, "").split("&").filter(Boolean).map((pair): [string, string] => {
      const [key, value = ""] = pair.split("=");
      return [plain(key), plain(value)];
    });
  }

  get(key: string): string | null { return this.list.find(([k]) => k === key)?.[1] ?? null; }
  getAll(key: string): string[] { return this.list.filter(([k]) => k === key).map(([, value]) => value); }
  append(key: string, value: string): void { this.list.push([key, value]); }

  toString(): string {
    const coded = (part: string) => encodeURIComponent(part).replace(/%20/g, "+");
    return this.list.map(([key, value]) => `${coded(key)}=${coded(value)}`).join("&");
  }
}

(globalThis as { URLSearchParams?: unknown }).URLSearchParams = Parameters;
