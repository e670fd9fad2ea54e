// node journal.mjs <start|resume> <journal> <effects file> [run id]
// Runs a mixed workflow with a journal, and prints the id of the run when it begins, and its result. With SPLIT_WRITES some
// records are written in two parts with a pause in between, so that a kill finds them torn.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { type LocalOptions, type LocalRun, startLocal } from "@flytekit-ts/local-exec";
import { resumeLocal } from "@flytekit-ts/local-exec/journal";
import { mixed } from "../support/mixed-for-kills.js";

const [, , mode = "start", journal = "", effects = "", id = ""] = process.argv;
// Tasks in other processes have the environment, and not the arguments.
process.env["EFFECTS"] = effects;
const isolation = process.env["ISOLATION"] === "process" ? "process" : "none";

if (process.env["SPLIT_WRITES"] !== undefined) {
  const write = fs.writeSync as (fd: number, bytes: Uint8Array) => number;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  Object.assign(fs, {
    writeSync(fd: number, bytes: Uint8Array) {
      const isRecord = bytes instanceof Uint8Array && bytes.length > 60 && bytes[8] === 32;
      if (!isRecord || Math.random() < 0.5) return write(fd, bytes);
      const size = 1 + Math.floor(Math.random() * (bytes.length - 1));
      write(fd, bytes.subarray(0, size));
      Atomics.wait(pause, 0, 0, 4);
      return size + write(fd, bytes.subarray(size));
    },
  });
  syncBuiltinESMExports();
}

const options: LocalOptions & { readonly journal: string } = {
  journal,
  concurrency: 4,
  isolation,
  secrets: { "vault/password": "hunter2-secret" },
  logger: { debug() {}, info() {}, warn() {}, error() {} },
};
const run: LocalRun<unknown> =
  mode === "start" ? startLocal(mixed, { x: 1 }, options) : resumeLocal(mixed, { ...options, run: id });
for await (const event of run.events()) {
  if (event.kind === "run-started") process.stdout.write(`${JSON.stringify({ id: run.id })}\n`);
}
const outcome = await run.result.then(
  (result) => ({ result }),
  (error: unknown) => ({ code: Reflect.get(error as object, "code") as unknown, error: String(error) }),
);
process.stdout.write(`${JSON.stringify(outcome)}\n`);
