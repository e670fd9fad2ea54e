import * as admin from "@flytekit-ts/models/admin";
import * as idl from "@flytekit-ts/models/core";
import { fromJson } from "@flytekit-ts/models/json";
import { readFileSync } from "node:fs";
import type { RegisteredEntity } from "../../src/pull/source/pull-source.js";
import { registeredPlan, registeredTask } from "../../src/pull/source/registered-entity.js";

interface Row {
  readonly kind: "task" | "launch-plan";
  readonly name: string;
  readonly interface: never;
  readonly spec?: never;
}

/** What flytekit 1.16 registers of `tooling/interop/python/pull_tasks.py`, as `pull_interfaces.py` beside it prints it. */
export function flytekitEntities(): readonly RegisteredEntity[] {
  const text = readFileSync(new URL("flytekit.jsonl", import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => entityOf(JSON.parse(line) as Row));
}

function entityOf(row: Row): RegisteredEntity {
  const id = {
    resourceType: 1,
    project: "shop",
    domain: "development",
    name: row.name,
    version: "v1",
    org: "",
  } as const;
  const typed = fromJson(idl.TypedInterface, row.interface);
  if (row.kind === "task") {
    const template = { interface: typed } as idl.TaskTemplate;
    return registeredTask({
      id,
      closure: { compiledTask: { template }, createdAt: undefined },
      shortDescription: "",
    });
  }
  const spec = fromJson(admin.LaunchPlanSpec, row.spec ?? {});
  const closure = { expectedInputs: spec.defaultInputs, expectedOutputs: typed.outputs };
  return registeredPlan({
    id: { ...id, resourceType: 3 },
    spec,
    closure: closure as admin.LaunchPlanClosure,
  });
}
