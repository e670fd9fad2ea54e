import type { Entity } from "@flytekit-ts/core";
import { entities as x01 } from "./cases/x01-policy.js";
import { entities as x02 } from "./cases/x02-failure-node.js";
import { entities as x03 } from "./cases/x03-branch.js";
import { entities as x04 } from "./cases/x04-map.js";
import { entities as x05 } from "./cases/x05-dynamic.js";
import { entities as x06 } from "./cases/x06-retries.js";
import { entities as x07 } from "./cases/x07-gates.js";
import { entities as x08 } from "./cases/x08-children.js";
import { entities as x09 } from "./cases/x09-records.js";
import { entities as x10 } from "./cases/x10-policy-nested.js";
import { entities as x11 } from "./cases/x11-branch-waits.js";

/** The twin of a case that is only run; what it registers was not recorded. */
export interface RunTwin {
  readonly name: string;
  readonly entities: readonly Entity[];
}

/** The twins of the cases that are only run. */
export const runTwins: readonly RunTwin[] = [
  { name: "x01_policy", entities: x01 },
  { name: "x02_failure_node", entities: x02 },
  { name: "x03_branch", entities: x03 },
  { name: "x04_map", entities: x04 },
  { name: "x05_dynamic", entities: x05 },
  { name: "x06_retries", entities: x06 },
  { name: "x07_gates", entities: x07 },
  { name: "x08_children", entities: x08 },
  { name: "x09_records", entities: x09 },
  { name: "x10_policy_nested", entities: x10 },
  { name: "x11_branch_waits", entities: x11 },
];
