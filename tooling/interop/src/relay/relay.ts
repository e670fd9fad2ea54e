import { dataset } from "@flytekit-ts/datasets";
import { mapTask, referenceTask, t, task, workflow } from "@flytekit-ts/workflow";

/** Where the tasks of Python are registered, and those of this module are. */
export const REGISTERED = { project: "proj", domain: "development", version: "v1" };

const reading = t.struct("Reading", {
  station: t.string(),
  celsius: t.float(),
  samples: t.int(),
  tags: t.list(t.string()),
});
const measurements = dataset({ columns: { station: t.string(), celsius: t.float(), samples: t.int() } });
// pandas says of its frames no columns.
const frame = dataset();

const first = referenceTask({
  ...REGISTERED,
  name: "relay_tasks.first",
  inputs: { n: t.int() },
  output: reading,
});
const rows = referenceTask({ ...REGISTERED, name: "relay_tasks.rows", inputs: { reading }, output: frame });
const counts = referenceTask({
  ...REGISTERED,
  name: "relay_tasks.counts",
  inputs: { kept: frame, report: t.file() },
  output: t.list(t.int()),
});
const closing = referenceTask({
  ...REGISTERED,
  name: "relay_tasks.closing",
  inputs: { squares: t.list(t.int()), celsius: t.float(), tag: t.string() },
  output: t.string(),
});

export const warmer = task({ name: "relay.warmer", inputs: { reading }, output: reading }, ({ reading }) => ({
  ...reading,
  celsius: reading.celsius + 1.5,
  tags: ["typescript", ...reading.tags],
}));

export const keep = task(
  { name: "relay.keep", inputs: { rows: measurements }, outputs: { kept: measurements, report: t.file() } },
  async ({ rows }) => {
    const kept: { station: string; celsius: number; samples: number }[] = [];
    for await (const row of rows.rows()) if (row.samples > 0) kept.push(row);
    const lines = kept.map(({ station, celsius }) => `${station} ${celsius.toFixed(1)}\n`);
    return { kept, report: new TextEncoder().encode(lines.join("")) };
  },
);

export const square = task(
  { name: "relay.square", inputs: { x: t.int() }, output: t.int() },
  ({ x }) => x * x,
);

/** Each task takes what a task of the other language made: records, datasets, files, lists, and parts of records. */
export const relay = workflow(
  { name: "relay.relay", inputs: { n: t.int() }, output: t.string() },
  ({ n }) => {
    const warm = warmer({ reading: first({ n }) });
    const { kept, report } = keep({ rows: rows({ reading: warm }) });
    const squares = mapTask(square)({ x: counts({ kept, report }) });
    return closing({ squares, celsius: warm.celsius, tag: warm.tags.at(1) });
  },
);
