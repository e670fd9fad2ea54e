import { availableParallelism, cpus, totalmem } from "node:os";
import { checkCost } from "./check-cost.js";
import { bundledImport } from "./bundled-import.js";
import { commandLine } from "./command-line/start.js";
import { coldImport } from "./cold-import.js";
import { containerStart } from "./containers/start.js";
import { compileCost } from "./compile-cost.js";
import { firstCompile } from "./first-compile.js";
import { againstFlytekit } from "./flytekit.js";
import { literalCost } from "./literal-cost.js";
import { againstBefore } from "./runs/before.js";
import { eventLoop } from "./runs/event-loop.js";
import { isolated } from "./isolation.js";
import { journaled } from "./runs/journaled.js";
import { memory } from "./runs/memory.js";
import { parallel } from "./runs/parallel.js";
import { localOverhead } from "./local-overhead.js";
import { parquet } from "./parquet.js";
import { registering } from "./register/register.js";
import { s3Throughput } from "./s3/throughput.js";
import { wideRuns } from "./wide-runs.js";

const gibibytes = Math.round(totalmem() / 2 ** 30);
const model = cpus()[0]?.model ?? "an unknown processor";
process.stdout.write(
  `Node ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} x ${model}, ${gibibytes} GiB\n\n` +
    `| what                                                 |    median |       min |       max | in | aim    |\n` +
    `| ---------------------------------------------------- | --------: | --------: | --------: | -- | ------ |\n`,
);
const parts = [
  coldImport,
  bundledImport,
  compileCost,
  firstCompile,
  checkCost,
  literalCost,
  localOverhead,
  wideRuns,
  againstBefore,
  journaled,
  parallel,
  isolated,
  eventLoop,
  memory,
  parquet,
  containerStart,
  s3Throughput,
  againstFlytekit,
  registering,
  commandLine,
];
for (const part of parts) {
  for (const line of await part()) process.stdout.write(`${line}\n`);
}
