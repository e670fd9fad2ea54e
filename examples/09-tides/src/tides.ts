import { writeFile } from "node:fs/promises";
import { mapTask, referenceTask, t, task, workflow } from "@flytekit-ts/workflow";

export const PERIOD = 12.4206; // hours of the moon's main tide

export const readings = t.struct("Readings", {
  gauge: t.string(),
  hours: t.list(t.float()),
  metres: t.list(t.float()),
});

export const tide = t.struct("Tide", {
  gauge: t.string(),
  mean: t.float(),
  amplitude: t.float(),
  phase: t.float(),
});

/** The project, domain and version that both halves are registered under. */
export const registered = { project: "harbour", domain: "development", version: "v1" };

/** python/fit.py */
export const fit = referenceTask({
  ...registered,
  name: "fit.fit",
  inputs: { readings: t.list(readings) },
  output: t.list(tide),
});

export const read = task(
  { name: "tides.read", inputs: { csv: t.file("csv") }, output: t.list(readings) },
  async ({ csv }, { logger }) => {
    const gauges = new Map<string, { gauge: string; hours: number[]; metres: number[] }>();
    for (const line of (await csv.text()).trim().split("\n").slice(1)) {
      const [gauge = "", hour, metres] = line.split(",");
      const found = gauges.get(gauge) ?? { gauge, hours: [], metres: [] };
      gauges.set(gauge, found);
      found.hours.push(Number(hour));
      found.metres.push(Number(metres));
    }
    logger.info("read", { gauges: gauges.size });
    return [...gauges.values()];
  },
);

export const nextHighWater = task(
  { name: "tides.next_high_water", inputs: { tide, after: t.float() }, output: t.string() },
  ({ tide: { gauge, mean, amplitude, phase }, after }) => {
    const first = (phase / (2 * Math.PI)) * PERIOD;
    const hour = first + Math.ceil((after - first) / PERIOD) * PERIOD;
    return `${gauge}: ${(mean + amplitude).toFixed(1)} m in hour ${hour.toFixed(1)}`;
  },
);

export const report = task(
  { name: "tides.report", inputs: { lines: t.list(t.string()) }, output: t.file("txt"), deck: true },
  async ({ lines }, { deck, newFile }) => {
    deck.text(lines.join("\n"), "High water");
    const path = newFile("high-water.txt");
    await writeFile(path, `${lines.join("\n")}\n`);
    return path;
  },
);

export const forecast = workflow(
  {
    name: "tides.forecast",
    inputs: { csv: t.file("csv"), after: t.float().default(48) },
    outputs: { tides: t.list(tide), report: t.file("txt") },
  },
  ({ csv, after }) => {
    const tides = fit({ readings: read({ csv }) });
    const lines = mapTask(nextHighWater, { over: ["tide"] })({ tide: tides, after });
    return { tides, report: report({ lines }) };
  },
);
