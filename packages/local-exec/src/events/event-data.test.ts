import { literalOf } from "@flytekit-ts/core/literals";
import type { Literals } from "@flytekit-ts/core/tasks";
import { describe, expect, it } from "vitest";
import { errors } from "../errors.js";
import { type EventData, fromEventData, toEventData } from "./event-data.js";
import type { RunEvent } from "./events.js";
import { literalCodec } from "./literal-codec.js";

const integer = (value: bigint): Literals =>
  new Map([
    [
      "x",
      literalOf({
        $case: "scalar",
        value: { value: { $case: "primitive", value: { value: { $case: "integer", value } } } },
      }),
    ],
  ]);
const node = { at: 5, runId: "r", node: "n0/n1", name: "inc", entity: "inc", item: 4, attempt: 1 };

const events: readonly RunEvent[] = [
  { kind: "run-started", at: 1, runId: "r", entity: "wf" },
  { ...node, kind: "node-started", inputs: integer(1n) },
  { ...node, kind: "node-started" },
  { ...node, kind: "node-succeeded", duration: 2.5, outputs: integer(2n), reused: "cache" },
  { ...node, kind: "node-waiting", gate: { for: "time", since: 0, until: 7 } },
  { ...node, kind: "node-logged", level: "info", message: "hello" },
];

describe("an event as data", () => {
  it.each(events)("is the same event again: $kind", async (event) => {
    const codec = await literalCodec();
    const data = JSON.parse(JSON.stringify(toEventData(event, codec))) as EventData;
    expect(fromEventData(data, codec)).toEqual(event);
  });

  it("has its error again", async () => {
    const codec = await literalCodec();
    const error = errors.RUN_ABORTED({ entity: "wf", reason: "enough" });
    const event: RunEvent = { ...node, kind: "node-failed", duration: 1, retrying: false, error };
    const data = JSON.parse(JSON.stringify(toEventData(event, codec))) as EventData;
    expect(fromEventData(data, codec)).toMatchObject({
      kind: "node-failed",
      error: { code: "RUN_ABORTED", message: error.message, params: error.params, stack: error.stack },
    });
  });

  it("has literals that are refused if their bytes are not whole", async () => {
    const codec = await literalCodec();
    const data = toEventData({ ...node, kind: "node-started", inputs: integer(300n) }, codec);
    const broken = { ...data, inputs: "CgF4EgAS" } as EventData;
    expect(() => fromEventData(broken, codec)).toThrow("IDL_MALFORMED");
  });
});
