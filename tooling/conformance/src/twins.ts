import type { Entity } from "@flytekit-ts/core";
import { entities as c01 } from "./cases/c01-linear.js";
import { entities as c02 } from "./cases/c02-named-outputs.js";
import { entities as c03 } from "./cases/c03-collections.js";
import { entities as c04 } from "./cases/c04-defaults.js";
import { entities as c05 } from "./cases/c05-order.js";
import { entities as c06 } from "./cases/c06-overrides.js";
import { entities as c07 } from "./cases/c07-subworkflow.js";
import { entities as c08 } from "./cases/c08-conditional.js";
import { entities as c09 } from "./cases/c09-conditional-nested.js";
import { entities as c10 } from "./cases/c10-imperative.js";
import { entities as c11 } from "./cases/c11-failure-node.js";
import { entities as c12 } from "./cases/c12-failure-imperative.js";
import { entities as c13 } from "./cases/c13-launch-plans.js";
import { entities as c14 } from "./cases/c14-launch-plan-node.js";
import { entities as c15 } from "./cases/c15-references.js";
import { entities as c16 } from "./cases/c16-map.js";
import { entities as c17 } from "./cases/c17-gates.js";
import { entities as c18 } from "./cases/c18-types.js";
import { entities as c19 } from "./cases/c19-records.js";
import { entities as c20 } from "./cases/c20-dynamic.js";
import { entities as c21 } from "./cases/c21-task-metadata.js";
import { entities as c22 } from "./cases/c22-container-task.js";
import { entities as c23 } from "./cases/c23-void-and-static.js";
import { entities as c24 } from "./cases/c24-diamond.js";
import { aliasBound, handlerNumbered, type KnownDifference } from "./messages/known-differences.js";

/** What one reference case makes flytekit register, written with our packages. */
export interface Twin {
  readonly name: string;
  /** As the reference case lists them: workflows, and launch plans that nothing else reaches. */
  readonly entities: readonly Entity[];
  /** Where our messages are meant to differ. */
  readonly known?: readonly KnownDifference[];
  /** Problems that flytekit does not look for. */
  readonly allow?: readonly string[];
}

/** The twin of each reference case. */
export const twins: readonly Twin[] = [
  { name: "c01_linear", entities: c01 },
  { name: "c02_named_outputs", entities: c02 },
  { name: "c03_collections", entities: c03 },
  { name: "c04_defaults", entities: c04 },
  { name: "c05_order", entities: c05 },
  {
    name: "c06_overrides",
    entities: c06,
    known: [aliasBound({ workflow: "c06_overrides.overridden", node: "n3", output: "o0", alias: "renamed" })],
  },
  { name: "c07_subworkflow", entities: c07 },
  { name: "c08_conditional", entities: c08 },
  { name: "c09_conditional_nested", entities: c09 },
  { name: "c10_imperative", entities: c10 },
  { name: "c11_failure_node", entities: c11 },
  {
    name: "c12_failure_imperative",
    entities: c12,
    known: [handlerNumbered("c12_failure_imperative.recover")],
  },
  { name: "c13_launch_plans", entities: c13 },
  { name: "c14_launch_plan_node", entities: c14 },
  { name: "c15_references", entities: c15 },
  // Flyte's open-source compiler refuses the map over a launch plan; flytekit does not say so.
  { name: "c16_map", entities: c16, allow: ["MAP_TARGET_NEEDS_NEWER_BACKEND"] },
  { name: "c17_gates", entities: c17 },
  { name: "c18_types", entities: c18 },
  { name: "c19_records", entities: c19 },
  { name: "c20_dynamic", entities: c20 },
  { name: "c21_task_metadata", entities: c21 },
  { name: "c22_container_task", entities: c22 },
  { name: "c23_void_and_static", entities: c23 },
  { name: "c24_diamond", entities: c24 },
];
