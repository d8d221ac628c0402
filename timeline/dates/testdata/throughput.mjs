// Measures chrono-node on the same texts as BenchmarkCorpora, for comparison.
//
//   npm install chrono-node          in a folder of its own
//   node throughput.mjs FOLDER ...   run from there; folders of .tml files
//
// It prints the best of five runs over all texts on one core.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const require = createRequire(path.join(process.cwd(), "package.json"));
const chrono = require("chrono-node");

const entities = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };
const plain = (tml) =>
  (tml.match(/<TEXT>([\s\S]*)<\/TEXT>/) ?? ["", ""])[1]
    .replace(/<[^>]*>/g, "")
    .replace(/&\w+;/g, (e) => entities[e] ?? e);

const texts = process.argv
  .slice(2)
  .flatMap((dir) => fs.readdirSync(dir).filter((f) => f.endsWith(".tml")).map((f) => path.join(dir, f)))
  .map((f) => plain(fs.readFileSync(f, "utf8")));
const bytes = texts.reduce((n, t) => n + Buffer.byteLength(t), 0);

let best = Infinity;
let found = 0;
for (let run = 0; run < 5; run++) {
  found = 0;
  const start = process.cpuUsage();
  for (const text of texts) found += chrono.parse(text, new Date(2000, 0, 1)).length;
  const used = process.cpuUsage(start);
  best = Math.min(best, (used.user + used.system) / 1e6);
}
console.log(`${texts.length} texts, ${bytes} bytes, ${found} dates, ${(bytes / 1e6 / best).toFixed(2)} MB/s`);
