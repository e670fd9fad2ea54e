import { fromPython, toPython } from "./exchange/directions.js";
import { Python } from "./exchange/python.js";
import { runDirection } from "./exchange/run-direction.js";
import { distribution } from "./report/distribution.js";

const python = new Python({ command: "/tmp/fk/bin/python", env: {} });
const seed = Number(process.argv[2] ?? 1);
for (const direction of [toPython(), fromPython()]) {
  const started = Date.now();
  const out = await runDirection({ python, direction, seed, runs: Number(process.argv[3] ?? 100) });
  console.log(out.passed, out.failed, Date.now() - started, "ms");
  for (const f of out.failures) console.log(JSON.stringify(f.case), "\n   ", f.difference.slice(0, 1500));
  console.log(distribution(out.cases));
}
await python.close();
