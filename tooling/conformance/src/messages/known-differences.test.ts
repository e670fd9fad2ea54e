import { fileURLToPath } from "node:url";
import { encode } from "@flytekit-ts/models";
import { WorkflowSpec } from "@flytekit-ts/models/admin";
import { type SerializedEntity, serialize } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { buildWorkflows } from "../random/build-workflows.js";
import { readRows } from "../random/read-rows.js";
import { SETTINGS } from "../settings.js";
import { compareMessages, type MessageDifference } from "./compare-messages.js";
import { nestedArmsSearched } from "./known-differences.js";
import type { ReferenceMessage } from "./reference.js";

/** A conditional in an arm, an arm of which calls a sub-workflow that calls another; a plain arm calls one too. */
const read = readRows(fileURLToPath(new URL("../../data/nested-arms.jsonl", import.meta.url)));
if ("problem" in read) throw new Error(read.problem);
const [row] = read.rows;
if (row === undefined) throw new Error("no row");
const { workflows, messages } = row;

const ours: readonly SerializedEntity[] = serialize([...buildWorkflows(workflows).values()], SETTINGS).filter(
  ({ kind }) => kind !== "task",
);

/** flytekit's messages, with the named sub-workflow left out of the root's list. */
function withoutSubWorkflow(name: string): readonly ReferenceMessage[] {
  return messages.map((each) => {
    if (each.name !== "rnd.nested") return each;
    const spec = WorkflowSpec.decode(Uint8Array.from(Buffer.from(each.pb, "base64")));
    const subWorkflows = spec.subWorkflows.filter(({ id }) => id?.name !== name);
    expect(subWorkflows).toHaveLength(spec.subWorkflows.length - 1);
    const bytes = encode(WorkflowSpec, { ...spec, subWorkflows });
    return { ...each, pb: Buffer.from(bytes).toString("base64") };
  });
}

function pathsOf(differences: readonly MessageDifference[]): readonly string[] {
  return differences.flatMap(({ name, fields }) => fields.map(({ path }) => `${name} ${path}`));
}

describe("sub-workflows of nested arms", () => {
  it("are missing from flytekit's list, those that they call too", () => {
    expect(pathsOf(compareMessages(ours, messages))).toEqual([
      "rnd.nested sub_workflows[rnd.deep]",
      "rnd.nested sub_workflows[rnd.deepest]",
    ]);
    expect(compareMessages(ours, messages, [nestedArmsSearched])).toEqual([]);
  });

  it("are the only ones that may be missing from it", () => {
    const reference = withoutSubWorkflow("rnd.plain");
    expect(pathsOf(compareMessages(ours, reference, [nestedArmsSearched]))).toEqual([
      "rnd.nested sub_workflows[rnd.plain]",
    ]);
  });

  it("are missed where we do not list them", () => {
    const fewer = ours.map((each): SerializedEntity => {
      if (each.kind !== "workflow") return each;
      const subWorkflows = each.message.subWorkflows.filter(({ id }) => id?.name !== "rnd.deepest");
      return { ...each, message: { ...each.message, subWorkflows } };
    });
    expect(pathsOf(compareMessages(fewer, messages, [nestedArmsSearched]))).toEqual([
      "rnd.deep sub_workflows",
      "rnd.nested sub_workflows[rnd.deepest]",
    ]);
  });
});
