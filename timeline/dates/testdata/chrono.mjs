// Runs chrono-node for BenchmarkPeers, on the texts and in the turns that it
// gives, and tells what processor time each turn took.
//
// The first line of standard input is a JSON array of {text, reference}, each
// line after it asks for one run over all texts. The answer is a line of JSON.
import path from "node:path";
import readline from "node:readline";
import { createRequire } from "node:module";

const require = createRequire(path.join(process.cwd(), "package.json"));
const chrono = require("chrono-node");

let texts;
for await (const line of readline.createInterface({ input: process.stdin })) {
  if (!texts) {
    texts = JSON.parse(line).map((t) => ({ text: t.text, reference: new Date(t.reference) }));
    continue;
  }
  let found = 0;
  const start = process.cpuUsage();
  for (const t of texts) found += chrono.parse(t.text, t.reference).length;
  const used = process.cpuUsage(start);
  console.log(JSON.stringify({ seconds: (used.user + used.system) / 1e6, found }));
}
