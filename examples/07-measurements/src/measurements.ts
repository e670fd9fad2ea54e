import { dataset } from "@flytekit-ts/datasets";
import { t, task, workflow } from "@flytekit-ts/workflow";
import { z } from "zod";

/** What stations send: the columns of a Parquet file, for Python a `StructuredDataset` with these columns. */
export const measurements = dataset({
  columns: {
    station: t.string(),
    taken: t.datetime(),
    celsius: t.optional(t.float()),
    samples: t.int(),
  },
});

// What a measurement has to be, beyond its types.
const Plausible = z.object({
  station: z.enum(["north", "south"]),
  taken: z.date(),
  celsius: z.number().min(-60).max(60),
  samples: z.int().nonnegative(),
});

/** Keeps the measurements that can be true. Rows are read, checked and written one by one. */
export const clean = task(
  { name: "measurements.clean", inputs: { all: measurements }, output: measurements },
  ({ all }) => plausible(all.rows()),
);

async function* plausible<R>(rows: AsyncIterable<R>): AsyncGenerator<z.infer<typeof Plausible>> {
  for await (const row of rows) {
    const checked = Plausible.safeParse(row);
    if (checked.success) yield checked.data;
  }
}

/** The highest temperature of each station, as lines of text. */
export const report = task(
  { name: "measurements.report", inputs: { rows: measurements }, output: t.file("txt") },
  async ({ rows }) => {
    const highest = new Map<string, number>();
    for await (const { station, celsius = -Infinity } of rows.rows())
      highest.set(station, Math.max(celsius, highest.get(station) ?? -Infinity));
    const lines = [...highest]
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([station, celsius]) => `${station}: ${celsius} °C\n`);
    return new TextEncoder().encode(lines.join(""));
  },
);

export const measured = workflow(
  {
    name: "measurements.measured",
    inputs: { all: measurements },
    outputs: { rows: measurements, highest: t.file("txt") },
  },
  ({ all }) => {
    const rows = clean({ all });
    return { rows, highest: report({ rows }) };
  },
);
