import type { ExecutionCreateRequest } from "@flytekit-ts/models/admin";
import { attributesFor } from "../../registry/resource-attributes.js";
import { refused } from "../../serving/refusal.js";
import type { State } from "../../state/state.js";

/**
 * Whether an execution asks for the pool of clusters that attributes give its domain.
 *
 * @throws Refusal INVALID_ARGUMENT if it asks for another
 */
export function assertPool(state: State, { project, domain, spec }: ExecutionCreateRequest): void {
  const wanted = spec?.clusterAssignment?.clusterPoolName ?? "";
  const row = attributesFor(state, { resource: "CLUSTER_ASSIGNMENT", project, domain, workflow: "" });
  const target = row?.attributes.target;
  const given = target?.$case === "clusterAssignment" ? target.value.clusterPoolName : "";
  if (wanted === "" || given === "" || wanted === given) return;
  const [place, pools] = [
    `project "${project}" and domain "${domain}"`,
    `pool "${wanted}", because its configured to run on pool "${given}"`,
  ];
  throw refused.invalid(`execution with ${place} cannot run on cluster ${pools}`);
}
