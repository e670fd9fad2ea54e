import { fileURLToPath } from "node:url";
import { serialize } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { compareMessages } from "../messages/compare-messages.js";
import { nestedArmsSearched } from "../messages/known-differences.js";
import { SETTINGS } from "../settings.js";
import { buildWorkflows } from "./build-workflows.js";
import { readRows } from "./read-rows.js";

const read = readRows(fileURLToPath(new URL("../../data/pipelines.jsonl", import.meta.url)));
if ("problem" in read) throw new Error(read.problem);
const { rows } = read;

describe("the messages of random workflows", () => {
  it("are those of 300", () => {
    expect(rows).toHaveLength(300);
  });

  it.each(rows.map((row) => [row.name, row] as const))("%s are ours", (_, { workflows, messages }) => {
    const described = [...buildWorkflows(workflows).values()].filter(({ kind }) => kind !== "task");
    const ours = serialize(described, SETTINGS).filter(({ kind }) => kind !== "task");
    expect(compareMessages(ours, messages, [nestedArmsSearched])).toEqual([]);
  });
});
