import { mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { runCluster } from "./cluster/run-cluster.js";
import { runConnectors } from "./connectors/run-connectors.js";
import { runOnCluster } from "./cluster/run-on-cluster.js";
import { type ContainersRun, runContainers } from "./containers/run-containers.js";
import { runTides } from "./example/run-tides.js";
import { runExample } from "./example/run-example.js";
import { type Direction, fromPython, toPython } from "./exchange/directions.js";
import { Python } from "./exchange/python.js";
import { type Outcome, runDirection } from "./exchange/run-direction.js";
import type { Options } from "./options.js";
import { faults } from "./planted/faults.js";
import { missedFaults } from "./planted/find-faults.js";
import type { Interpreter } from "./python/interpreter.js";
import { runPulling } from "./pulling/run-pulling.js";
import { runRelay } from "./relay/run-relay.js";
import { failureText } from "./report/failure-text.js";
import { rareKinds } from "./report/distribution.js";
import { tables } from "./report/tables.js";
import { runSigningIn } from "./signing-in/run-signing-in.js";

// A container is a process: it takes as long as some fifty values in one.
const VALUES_A_CONTAINER = 50;

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([
  ["TypeScript-Python-TypeScript", toPython()],
  ["Python-TypeScript-Python", fromPython()],
]);

/** Exchanges random values with Python in both directions. @returns how many came back as they were. */
export async function interop(
  interpreter: Interpreter,
  { seed, runs }: Options,
  say: (line: string) => void,
): Promise<{ readonly passed: number; readonly failed: number }> {
  say(`seed ${seed}, ${runs} values each way`);
  const exchange = async (direction: Direction, i: number): Promise<Outcome> =>
    withPython(interpreter, (python) => runDirection({ python, direction, seed: seed + i, runs }));
  const outcomes = new Map<string, Outcome>();
  const entries = [...DIRECTIONS];
  const atOnce = availableParallelism() > 1;
  const running = entries.map(([, direction], i) => (atOnce ? exchange(direction, i) : undefined));
  for (const [i, [name, direction]] of entries.entries()) {
    const outcome = await (running[i] ?? exchange(direction, i));
    outcomes.set(name, outcome);
    for (const failure of outcome.failures) say(failureText(name, failure));
  }
  for (const line of tables(outcomes)) say(line);
  // Few values say little of how often a kind occurs.
  const rare = runs < 2000 ? [] : [...outcomes.values()].flatMap(({ cases }) => rareKinds(cases, runs));
  if (rare.length > 0) say(`too few values of ${rare.join(", ")}`);

  const missed = await withPython(interpreter, missedFaults);
  for (const name of missed) say(`a planted fault was not found: ${name}`);
  const found = faults.length - missed.length;
  say(`planted faults: ${found} of ${faults.length} found`);

  const unlike = await withPython(interpreter, runExample);
  const read = unlike === undefined ? 1 : 0;
  say(`examples/07-measurements: ${unlike ?? "Python reads what it writes"}`);

  const containers = await inContainers(interpreter, { seed, count: Math.ceil(runs / VALUES_A_CONTAINER) });
  for (const failure of containers.failures) say(failure);
  say(`containers: ${containers.passed} of ${containers.passed + containers.failures.length} as described`);

  const whole = await wholeParts(interpreter, say);

  const sum = (of: "passed" | "failed"): number =>
    [...outcomes.values()].reduce((total, outcome) => total + outcome[of], 0);
  const [passed, failed] = [
    sum("passed") + found + read + containers.passed + whole.passed,
    sum("failed") + missed.length + (1 - read) + rare.length + containers.failures.length + whole.failed,
  ];
  say(`${passed} passed, ${failed} failed`);
  return { passed, failed };
}

/** A part that either differs somewhere, or not at all. */
interface WholePart {
  readonly name: string;
  /** Gives in what it differs; undefined if in nothing. */
  readonly run: (interpreter: Interpreter, folder: string) => Promise<string | undefined>;
  /** What is said if it does not differ. */
  readonly words: string;
}

const WHOLE_PARTS: readonly WholePart[] = [
  {
    name: "a workflow of both languages",
    run: runRelay,
    words: "its tasks take from each other what they should",
  },
  {
    name: "examples/09-tides",
    run: runTides,
    words: "runs as on a cluster, with its task in Python",
  },
  {
    name: "signing in",
    run: runSigningIn,
    words: "flytekit and our client take each other's tokens from one keyring",
  },
  {
    name: "Python's clients on a cluster",
    run: runCluster,
    words: "they register and read, and our client reads each field of it",
  },
  {
    name: "pulled types",
    run: runPulling,
    words: "each language calls tasks of the other, and the cluster takes it",
  },
  { name: "connectors", run: runConnectors, words: "each language runs tasks of the other" },
  {
    name: "a cluster",
    run: runOnCluster,
    words: "flytekit runs its workflows there, and our client reads them",
  },
];

async function wholeParts(
  interpreter: Interpreter,
  say: (line: string) => void,
): Promise<{ readonly passed: number; readonly failed: number }> {
  let failed = 0;
  for (const { name, run, words } of WHOLE_PARTS) {
    const unlike = await withPython(interpreter, async (_, folder) => run(interpreter, folder));
    say(`${name}: ${unlike ?? words}`);
    if (unlike !== undefined) failed += 1;
  }
  return { passed: WHOLE_PARTS.length - failed, failed };
}

async function inContainers(
  interpreter: Interpreter,
  drawn: { readonly seed: number; readonly count: number },
): Promise<ContainersRun> {
  return withPython(interpreter, async (python, folder) => runContainers(python, { ...drawn, folder }));
}

async function withPython<T>(
  interpreter: Interpreter,
  use: (python: Python, folder: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "interop-"));
  const python = new Python(interpreter, folder);
  try {
    return await use(python, folder);
  } finally {
    await python.close();
    rmSync(folder, { recursive: true });
  }
}
