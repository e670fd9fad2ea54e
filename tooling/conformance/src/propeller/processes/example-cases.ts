import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Mock, mock } from "@flytekit-ts/local-exec";
import type { OutSpec, Shape, Typed } from "@flytekit-ts/core";
import { isEntity } from "@flytekit-ts/core/graph";
import { isTask } from "@flytekit-ts/core/tasks";
import { isWorkflow } from "@flytekit-ts/workflow/compile";
import type { StandInCase } from "../compare-case-by-stand-in.js";
import { compareWithLocal } from "./local-case.js";
import type { PackagedModule } from "./package-module.js";
import type { ProcessCase } from "./process-case.js";
import type { ProcessRuns, Registration } from "./run-processes.js";

const EXAMPLES = new URL("../../../../../examples/", import.meta.url);

type Given = Readonly<Record<string, unknown>>;

/** A task that an example knows only by its id, and a module with one that takes its place. */
interface Outside {
  /** What the module of the example exports for it. */
  readonly name: string;
  readonly module: URL;
  readonly root?: string;
  readonly registered: Registration;
}

/** A module of an example, a workflow of it, its inputs, and what its gates are given. */
interface Example {
  readonly module: string;
  readonly name: string;
  readonly inputs: Given;
  readonly gates?: Given;
  readonly outside?: Outside;
  /** Where it is registered. */
  readonly registered?: Registration;
}

const claim = { order: "E-5091", price: 2400, daysOwned: 30, claimsThisYear: 1, returned: true };
const harbour = { project: "harbour", domain: "development", version: "v1" };

const example = (path: string): string => fileURLToPath(new URL(path, EXAMPLES));

const ALL: readonly Example[] = [
  {
    module: "01-hello/src/hello.ts",
    name: "hello.hello",
    inputs: { first: "Ada", names: ["Grace", "Barbara"] },
  },
  { module: "02-flights/src/flights.ts", name: "flights.flights", inputs: flightsData() },
  {
    module: "03-decisions/src/refunds.ts",
    name: "refunds.settle",
    inputs: claim,
    gates: { "large-refund": true, "note-for-customer": "sorry" },
  },
  { module: "04-many/src/rain.ts", name: "rain.watch", inputs: { basin: "upper", gauges: 4, day: 4 } },
  {
    module: "05-failures/src/backup.ts",
    name: "backup.nightly",
    inputs: { night: "monday", tables: ["customers", "orders"] },
  },
  {
    module: "06-plans/src/samples.ts",
    name: "samples.audit",
    inputs: { taken: new Date("2024-05-17T02:00:00Z") },
    outside: {
      name: "assay",
      module: new URL("../../../src/propeller/processes/laboratory.ts", import.meta.url),
      registered: { project: "laboratory", domain: "production", version: "2024-11" },
    },
  },
  {
    module: "07-measurements/src/measurements.ts",
    name: "measurements.measured",
    inputs: { all: example("07-measurements/data/measurements.parquet") },
  },
  {
    module: "08-rain/src/rain.ts",
    name: "rain.forecast",
    inputs: { csv: example("08-rain/data/seattle.csv"), steps: 200 },
  },
  {
    module: "09-tides/src/tides.ts",
    name: "tides.forecast",
    inputs: { csv: example("09-tides/data/gauges.csv"), after: 48 },
    registered: harbour,
    outside: {
      name: "fit",
      module: new URL("09-tides/test/fit-task.ts", EXAMPLES),
      root: example("09-tides"),
      registered: harbour,
    },
  },
];

/** The files that the second example reads are those of a package that it depends on. */
function flightsData(): Given {
  const manifest = createRequire(new URL("02-flights/package.json", EXAMPLES)).resolve("vega-datasets");
  const folder = join(dirname(manifest), "../data");
  return {
    flightsPath: join(folder, "flights-200k.json"),
    routesPath: join(folder, "flights-20k.json"),
  };
}

/** The examples, each against `runLocal`. */
export const exampleCases: readonly ProcessCase[] = ALL.map((each) => ({
  name: each.module.slice(0, each.module.indexOf("/")),
  compare: async (runs) => [await compareExample(each, runs)],
}));

async function compareExample(
  { module, name, inputs, gates, outside, registered }: Example,
  runs: ProcessRuns,
): Promise<StandInCase> {
  const { archive, exported, entities } = await runs.packaged(new URL(module, EXAMPLES));
  const workflow = entities.find((each) => each.name === name);
  if (!isWorkflow(workflow)) throw new Error(`${module} has no workflow ${name}`);
  const more = outside && (await runs.packaged(outside.module, { root: outside.root }));
  const packages = [
    { archive, ...registered },
    ...(more === undefined || outside === undefined
      ? []
      : [{ archive: more.archive, ...outside.registered }]),
  ];
  const mocks = more === undefined || outside === undefined ? [] : [mockOf(exported[outside.name], more)];
  const processes = await runs.runnerOf(name, packages);
  const run = { workflow, inputs, gates, mocks, phase: "Succeeded" } as const;
  return { run: name, differences: await compareWithLocal(run, processes, runs.place) };
}

/** What takes the place of a task here: the function of the one that does so on a cluster. */
function mockOf(entity: unknown, { entities: [task] }: PackagedModule): Mock {
  if (!isEntity(entity) || !isTask(task)) throw new Error("a task takes the place of a task");
  return mock(entity as Typed<Shape, OutSpec>, task.fn as never);
}
