import { join } from "node:path";
import { type LocalRun, type RunEvent, startLocal } from "@flytekit-ts/local-exec";
import { resumeLocal } from "@flytekit-ts/local-exec/journal";
import { forecast } from "../src/rain.js";

// A program for a test: goes on with a run, then does the same from the beginning, and prints what happened.
const [folder = "", run = ""] = process.argv.slice(2);
const csv = new URL("../data/seattle.csv", import.meta.url);
const options = { journal: join(folder, "runs"), cache: join(folder, "cache"), logger: false } as const;

async function told<R>({
  events,
  result,
}: LocalRun<R>): Promise<{ readonly result: R; readonly events: RunEvent[] }> {
  const heard: RunEvent[] = [];
  for await (const event of events()) heard.push(event);
  return { result: await result, events: heard };
}

const resumed = await told(resumeLocal(forecast, { ...options, run }));
const again = await told(startLocal(forecast, { csv }, options));
const report = await resumed.result.report.text();
console.log(
  JSON.stringify({ resumed, again, report }, (_name, value: unknown) =>
    typeof value === "bigint" ? `${value}` : value,
  ),
);
