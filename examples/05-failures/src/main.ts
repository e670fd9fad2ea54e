import { startLocal } from "@flytekit-ts/local-exec";
import { isFlytekitError } from "@flytekit-ts/workflow";
import { diary, nightly } from "./backup.js";

for (const [night, tables] of [
  ["monday", ["customers", "orders"]],
  ["tuesday", ["customers", "archive", "invoices"]],
] as const) {
  process.stdout.write(`${night}: ${tables.join(", ")}\n`);
  const run = startLocal(nightly, { night, tables: [...tables] });
  for await (const event of run.events()) {
    if (event.kind !== "node-failed" || event.error.code !== "TASK_FAILED") continue;
    process.stdout.write(`  ! ${event.error.text}${event.retrying ? " (tried again)" : ""}\n`);
  }
  const outcome = await run.result.then(
    ({ backup, logs }) => `${backup}, and logs of ${logs} days`,
    (error: unknown) => (isFlytekitError(error) ? error.text : String(error)),
  );
  for (const line of diary.splice(0)) process.stdout.write(`  - ${line.replaceAll("\n", "\n    ")}\n`);
  process.stdout.write(`  = ${outcome.replaceAll("\n", "\n    ")}\n`);
}
