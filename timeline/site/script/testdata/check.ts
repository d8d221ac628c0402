// What tests are written with.

declare global {
  /** Hands a test over to be run. */
  function test(name: string, body: () => void): void;
}

/** Throws where two values, or what they hold, are not the same. */
export function equal(got: unknown, want: unknown, what = "got"): void {
  const [a, b] = [show(got), show(want)];
  if (a !== b) throw new Error(`${what} ${a}, want ${b}`);
}

export function check(holds: boolean, what: string): void {
  if (!holds) throw new Error(what);
}

/** Runs a test for every row of a table. */
export function each<T>(rows: Record<string, T>, body: (row: T, name: string) => void): void {
  for (const name of Object.keys(rows)) test(name, () => body(rows[name], name));
}

function show(value: unknown): string {
  return JSON.stringify(value, (_, v) => (typeof v === "number" && !isFinite(v) ? String(v) : v === undefined ? "undefined" : v));
}
