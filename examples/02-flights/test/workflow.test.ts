import { mkdtemp, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runLocal, type RunEvent } from "@flytekit-ts/local-exec";
import { reporter } from "@flytekit-ts/local-exec/reporter";
import { WorkflowSpec } from "@flytekit-ts/models/admin";
import { fromJson, type JsonValue } from "@flytekit-ts/models/json";
import { compile } from "@flytekit-ts/workflow";
import { beforeAll, describe, expect, it } from "vitest";
import { writeCompiled } from "../src/compiled-files.js";
import { loadFlights } from "../src/data/load-flights.js";
import { loadRoutes } from "../src/data/load-routes.js";
import { locateData } from "../src/data/locate-data.js";
import { flights } from "../src/flights.js";
import { renderReport } from "../src/report/render-report.js";
import { renderTable } from "../src/report/render-table.js";
import { analyze } from "./analyze.js";

const inputs = { flightsPath: locateData("flights-200k.json"), routesPath: locateData("flights-20k.json") };

describe("the workflow", () => {
  const events: RunEvent[] = [];
  const screen: string[] = [];
  let given: Awaited<ReturnType<typeof run>>;

  function run() {
    const shown = reporter({ stream: { write: (text) => screen.push(text) }, color: false, unicode: false });
    return runLocal(flights, inputs, { onEvent: [(event) => events.push(event), shown.onEvent] });
  }

  beforeAll(async () => {
    given = await run();
  });

  it("gives what plain calls give, to the last byte", async () => {
    const expected = analyze(await loadFlights(inputs.flightsPath), await loadRoutes(inputs.routesPath));
    expect(given.overall).toEqual(expected.overall);
    expect(given.evaluation).toEqual(expected.evaluation);
    expect(given.table).toBe(renderTable(expected));
    expect(given.report).toBe(renderReport(expected));
  });

  it("gives the expected figures", () => {
    expect(given.overall).toMatchObject({ flights: 199_998, p10: -15, median: 0, p90: 37 });
    expect(given.overall.mean).toBeCloseTo(7.493949939499395, 9);
    expect(given.evaluation.model.rmse).toBeCloseTo(31.6271, 4);
  });

  it("has a node for each hour, twice, and for each band of distance", () => {
    const { template, subWorkflows, warnings } = compile(flights);
    const count = (name: string): number =>
      template.nodes.filter(
        ({ target }) => target?.$case === "taskNode" && target.value.reference?.value.name === name,
      ).length;
    expect([count("flights.summarize"), count("flights.tabulate_late")]).toEqual([32, 24]);
    expect(subWorkflows.map(({ workflow }) => workflow.name)).toEqual([
      "flights.airports",
      "flights.delay_model",
    ]);
    expect(
      template.nodes.length + subWorkflows.reduce((sum, each) => sum + each.template.nodes.length, 0),
    ).toBe(73);
    expect(warnings).toEqual([]);
  });

  it("shows progress, a line for each node that succeeded", () => {
    expect(events.filter(({ kind }) => kind === "node-succeeded")).toHaveLength(73);
    expect(screen).toHaveLength(75);
    expect(screen[0]).toBe("flights.flights started\n");
    expect(screen[1]).toMatch(/^\+ load_(?:flights|routes) \(n\d\) [\d.]+m?s\n$/);
    expect(screen.at(-1)).toMatch(/^\+ flights\.flights succeeded after [\d.]+m?s: 73 succeeded\n$/);
  });

  it("is written as bytes and as JSON of one message", async () => {
    const folder = await mkdtemp(join(tmpdir(), "flights-"));
    const [binary = "", json = ""] = await writeCompiled(folder);
    const spec = WorkflowSpec.decode(await readFile(binary));
    expect(fromJson(WorkflowSpec, JSON.parse(await readFile(json, "utf8")) as JsonValue)).toEqual(spec);
    expect(spec.template?.id?.name).toBe("flights.flights");
  });
});
