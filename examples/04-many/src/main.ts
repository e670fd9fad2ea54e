import { startLocal } from "@flytekit-ts/local-exec";
import { watch } from "./rain.js";

for (const [basin, gauges] of [
  ["upper", 8],
  ["delta", 3],
] as const) {
  const run = startLocal(watch, { basin, gauges, day: 4 });
  let items = 0;
  let made = 0;
  for await (const event of run.events()) {
    if (event.kind !== "node-started") continue;
    if (event.item !== undefined) items += 1;
    if (event.node.includes("/dn")) made += 1;
  }
  const { missing, warnings } = await run.result;
  process.stdout.write(`${basin}: ${items} gauges read, ${missing} without an answer\n`);
  process.stdout.write(`  ${made} nodes made from the readings\n`);
  for (const warning of warnings) process.stdout.write(`  ${warning}\n`);
}
