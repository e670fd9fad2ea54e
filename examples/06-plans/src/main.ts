import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { mock, runLocal } from "@flytekit-ts/local-exec";
import { compile, serialize } from "@flytekit-ts/workflow";
import { type Round, toWorkflow } from "./round.js";
import { assay, audit, downstream, nightly } from "./samples.js";

// The laboratory is somewhere else: here a function stands in for it.
const mocks = [mock(assay, ({ site }) => ({ nitrate: site.length * 4, ph: 7.2 }))];
const taken = new Date("2024-05-17T02:00:00Z");

process.stdout.write(`An audit, by two launch plans:\n${await runLocal(audit, { taken }, { mocks })}\n\n`);

const file = join(import.meta.dirname, "..", "rounds", "tuesday.json");
const round = toWorkflow(JSON.parse(await readFile(file, "utf8")) as Round);
const { report } = await runLocal(round, { taken }, { mocks });
process.stdout.write(`${round.name}, from ${file.split("/").slice(-2).join("/")}:\n`);
for (const { id, upstreamNodeIds } of compile(round).template.nodes) {
  process.stdout.write(
    `  ${id}${upstreamNodeIds.length === 0 ? "" : ` after ${upstreamNodeIds.join(", ")}`}\n`,
  );
}
process.stdout.write(`${report}\n\nWhat a cluster would be given:\n`);

const settings = { project: "water", domain: "production", version: "v1", image: "water:v1" };
for (const { kind, id } of serialize([audit, nightly, downstream, round], settings)) {
  process.stdout.write(`  ${kind.padEnd(11)} ${id.name}\n`);
}
