import { dynamic, mapTask, t, task, workflow } from "@flytekit-ts/workflow";

const reading = t.struct("Reading", { gauge: t.string(), millimetres: t.float() });

/** The gauges of a river basin. */
export const listGauges = task(
  { name: "rain.list_gauges", inputs: { basin: t.string(), count: t.int() }, output: t.list(t.string()) },
  ({ basin, count }) => Array.from({ length: count }, (_, index) => `${basin}-${index + 1}`),
);

/** One gauge, one day. Every fifth gauge is broken; the rest is the same on each run. */
export const readGauge = task(
  {
    name: "rain.read_gauge",
    inputs: { gauge: t.string(), day: t.int(), factor: t.float().default(1) },
    output: reading,
  },
  ({ gauge, day, factor }) => {
    const number = Number(gauge.slice(gauge.lastIndexOf("-") + 1));
    if (number % 5 === 0) throw new Error(`gauge ${gauge} does not answer`);
    return { gauge, millimetres: Math.round(((number * 37 + day * 11) % 60) * factor * 10) / 10 };
  },
);

/** What came in; the list has holes where gauges failed. */
export const keep = task(
  {
    name: "rain.keep",
    inputs: { readings: t.list(t.optional(reading)) },
    outputs: { good: t.list(reading), missing: t.int() },
  },
  ({ readings }) => {
    const good = readings.filter((each) => each !== undefined);
    return { good, missing: readings.length - good.length };
  },
);

/** How high the river will be behind a gauge, in metres. */
export const forecast = task(
  { name: "rain.forecast", inputs: { millimetres: t.float() }, output: t.float() },
  ({ millimetres }) => Math.round(millimetres * 4.2) / 100 + 1.5,
);

export const warn = task(
  { name: "rain.warn", inputs: { gauge: t.string(), metres: t.float() }, output: t.string() },
  ({ gauge, metres }) => `${gauge}: ${metres.toFixed(2)} m expected`,
);

/**
 * A forecast and a warning for each gauge with much rain.
 *
 * The body is run when its inputs are known, so the number of its nodes may depend on them.
 */
export const warnings = dynamic(
  {
    name: "rain.warnings",
    inputs: { readings: t.list(reading), limit: t.float() },
    output: t.list(t.string()),
    uses: [forecast, warn],
  },
  ({ readings, limit }) =>
    readings
      .filter(({ millimetres }) => millimetres > limit)
      .map(({ gauge, millimetres }) => warn({ gauge, metres: forecast({ millimetres }) })),
);

/** Read every gauge, four at a time; the day counts if three in four answer. */
export const readAll = mapTask(readGauge, { over: ["gauge"], concurrency: 4, minSuccessRatio: 0.75 });

/** Read all gauges of a basin and warn of high water. */
export const watch = workflow(
  {
    name: "rain.watch",
    inputs: { basin: t.string(), gauges: t.int(), day: t.int(), limit: t.float().default(40) },
    outputs: { missing: t.int(), warnings: t.list(t.string()) },
  },
  ({ basin, gauges, day, limit }) => {
    const readings = readAll({ gauge: listGauges({ basin, count: gauges }), day, factor: 1.1 });
    const { good, missing } = keep({ readings });
    return { missing, warnings: warnings({ readings: good, limit }) };
  },
);
