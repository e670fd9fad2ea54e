import { join } from "node:path";
import { startLocal } from "@flytekit-ts/local-exec";
import { resumeLocal } from "@flytekit-ts/local-exec/journal";
import { reporter } from "@flytekit-ts/local-exec/reporter";
import { forecast } from "./rain.js";

// node dist/main.js [folder [run]]: starts a run, or goes on with one that was killed.
const [folder = "out", run] = process.argv.slice(2);
const csv = new URL("../data/seattle.csv", import.meta.url);
const options = {
  journal: join(folder, "runs"),
  cache: join(folder, "cache"),
  ...reporter(),
} as const;

const going =
  run === undefined ? startLocal(forecast, { csv }, options) : resumeLocal(forecast, { ...options, run });
console.log(`run ${going.id}: if it is killed, go on with \`node dist/main.js ${folder} ${going.id}\``);
const { scores, report } = await going.result;
for (const { year, accuracy, likeToday } of scores)
  console.log(`${year}: ${percent(accuracy)} right; like the day before: ${percent(likeToday)}`);
console.log(report.uri);

function percent(part: number): string {
  return `${(100 * part).toFixed(1)} %`;
}
