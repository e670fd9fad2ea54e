/**
 * Big workflows stay cheap to check: type instantiations per node of a body of 100 have a ceiling.
 *
 * Counted is what 100 more units cost beside the first seventeen, which pay for the entities that all of them use.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Compiler, compilers, runTsc } from "../types/support/compilers.js";
import { addCorpus, type Installation, install } from "../types/support/installation.js";
import { mixture, ownTasks, type Program, zodMixture } from "./body-source.js";
import { chains } from "./chain-source.js";

const TIMEOUT = 120_000;
const FIRST = 17;
const MORE = 100;
/** Instantiations a node; over types of zod, and for a task declared for one node alone, the budget is another. */
const NODE_CEILING = 20;
const ZOD_CEILING = 40;
const TASK_CEILING = 150;

const measured = compilers.filter(({ version }) => version === "5.9" || version === "7.0");
let project: Installation;

beforeAll(async () => {
  project = await install({ direct: ["workflow", "core"] });
  addCorpus(project);
}, TIMEOUT);
afterAll(() => project.remove());

async function costOf(compiler: Compiler, { unit, source }: Program): Promise<number> {
  const [few, many] = await Promise.all([
    instantiations(compiler, `${FIRST}`, source(FIRST)),
    instantiations(compiler, `${FIRST + MORE}`, source(FIRST + MORE)),
  ]);
  const cost = (many - few) / MORE;
  console.log(`TypeScript ${compiler.version}: ${cost} instantiations a ${unit}`);
  return cost;
}

async function instantiations(compiler: Compiler, name: string, text: string): Promise<number> {
  // The types of Node are half of all there is to read, and nothing that is counted.
  const settings = { extends: "./tsconfig.json", compilerOptions: { types: [] }, files: [`${name}.ts`] };
  project.write({ [`${name}.ts`]: text, [`${name}.json`]: JSON.stringify(settings) });
  // Several checkers would count what they share more than once.
  const alone = compiler.version === "7.0" ? ["--singleThreaded"] : [];
  const args = ["--project", `${name}.json`, "--extendedDiagnostics", ...alone];
  const { diagnostics, output } = await runTsc(compiler, project.directory, args);
  expect(diagnostics).toEqual([]);
  const count = /^Instantiations: +(\d+)$/m.exec(output)?.[1];
  expect(count).toBeDefined();
  return Number(count);
}

describe.each(measured)("type instantiations with TypeScript $version", (compiler) => {
  it(
    `are at most ${NODE_CEILING} a node`,
    async () => {
      expect(await costOf(compiler, mixture)).toBeLessThanOrEqual(NODE_CEILING);
    },
    TIMEOUT,
  );

  it(
    `are at most ${ZOD_CEILING} a node over types of zod`,
    async () => {
      expect(await costOf(compiler, zodMixture)).toBeLessThanOrEqual(ZOD_CEILING);
    },
    TIMEOUT,
  );

  it(
    `are at most ${TASK_CEILING} a task with its node, and are counted`,
    async () => {
      const cost = await costOf(compiler, ownTasks);
      expect(cost).toBeLessThanOrEqual(TASK_CEILING);
      // Types that are new are not free: a measure that gave nothing here would measure nothing above.
      expect(cost).toBeGreaterThan(NODE_CEILING);
    },
    TIMEOUT,
  );
});

// TypeScript 5.7 to 6.0 works out what a body returns from its end, and each call of a chain takes some of its stack.
describe.each(compilers)("chains of calls in one body, with TypeScript $version", (compiler) => {
  it(
    "are fine as long as no warning is given, and at any length where the type of the result is written",
    async () => {
      expect(await instantiations(compiler, "chains", chains())).toBeGreaterThan(0);
    },
    TIMEOUT,
  );
});
