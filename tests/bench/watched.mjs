// Reads what watched.sh measured, a pair a line, and prints the ratios: node watched.mjs FILE
import { readFileSync } from "node:fs";

const measures = ["server_us_per_delivery", "deliveries_per_second"];
const pairs = readFileSync(process.argv[2], "utf8").trim().split("\n").map(JSON.parse);

for (const { alone, watched } of pairs) {
  console.log(measures.map((of) => `${of}: ${alone[of]} alone, ${watched[of]} watched`).join("; "));
}
for (const of of measures) {
  const ratios = pairs.map(({ alone, watched }) => watched[of] / alone[of]).sort((a, b) => a - b);
  const median = (ratios[(ratios.length - 1) >> 1] + ratios[ratios.length >> 1]) / 2;
  const spread = `from ${ratios[0].toFixed(3)} to ${ratios.at(-1).toFixed(3)} in ${ratios.length} pairs`;
  console.log(`${of}, watched to alone: median ${median.toFixed(3)}, ${spread}`);
}
