import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { compile } from "@flytekit-ts/workflow";
import { describe, expect, it } from "vitest";
import { bytesOf, encoded, encodedAgain, serialized } from "./bytes-of.js";
import { digestsOf } from "./digest.js";
import { randomWorkflow } from "./random-workflow.js";
import type { WorkflowEntity } from "../../src/trace/workflow-entity.js";
import { graphOf } from "../../src/graph/graph.js";
import { armNodesOf, isBranch } from "../../src/conditional/branch-entity.js";
import { isWorkflow } from "../../src/trace/workflow-entity.js";

const WORKFLOWS = Number(process.env["RANDOM_WORKFLOWS"] ?? 1000);
const hex = (all: readonly Uint8Array[]): string =>
  all.map((each) => Buffer.from(each).toString("hex")).join(" ");

describe("random workflows", () => {
  it("compile to equal bytes twice, which decode and encode to the same bytes", () => {
    for (let seed = 1; seed <= WORKFLOWS; seed += 1) {
      const first = hex(bytesOf(randomWorkflow(seed)));
      const entity = randomWorkflow(seed);
      expect(hex(bytesOf(entity)), `seed ${seed}`).toBe(first);
      const entities = serialized(entity);
      expect(hex(entities.map(encoded)), `seed ${seed}, the same object`).toBe(first);
      expect(hex(entities.map(encodedAgain)), `seed ${seed}, decoded`).toBe(first);
    }
  });

  it("compile to equal bytes in another process", async () => {
    const script = createRequire(import.meta.url).resolve("@flytekit-ts/bundle/run-source");
    const file = fileURLToPath(new URL("print-digest.ts", import.meta.url));
    const other = promisify(execFile)(process.execPath, [script, file, String(WORKFLOWS)]);
    // While the other process is at it, too.
    const { all, allButLast } = digestsOf(WORKFLOWS);
    expect((await other).stdout.trim()).toBe(all);
    // Other workflows have another digest, so the digest does tell.
    expect(allButLast).not.toBe(all);
  });

  it("hold every kind of node, and conditionals in arms of arms", () => {
    const kinds = new Set<string>();
    let deepest = 0;
    const walk = (entity: WorkflowEntity, depth: number): void => {
      const { nodes, failureNode } = graphOf(entity);
      const visit = (node: (typeof nodes)[number], inside: number): void => {
        kinds.add(node.entity.kind);
        if (!isBranch(node.entity)) return isWorkflow(node.entity) ? walk(node.entity, inside) : undefined;
        deepest = Math.max(deepest, inside + 1);
        for (const arm of armNodesOf(node.entity)) visit(arm, inside + 1);
      };
      for (const node of nodes) visit(node, depth);
      if (failureNode !== undefined) kinds.add("failure");
    };
    for (let seed = 1; seed <= 200; seed += 1) walk(randomWorkflow(seed) as unknown as WorkflowEntity, 0);
    expect([...kinds].toSorted()).toEqual(
      ["branch", "failure", "gate", "launch-plan", "map", "reference", "task", "workflow"].toSorted(),
    );
    expect(deepest).toBeGreaterThanOrEqual(3);
    expect(compile(randomWorkflow(1) as unknown as WorkflowEntity).template.nodes.length).toBeGreaterThan(0);
  });
});
