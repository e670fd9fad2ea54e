import { coreErrors } from "@flytekit-ts/core/errors";
import { type Problem, toProblem } from "../../problem/problem.js";
import { brief } from "../parts/message-parts.js";
import { amountFaults } from "./amount-faults.js";
import type { PodContainer } from "./pod-containers.js";

/** The resources of a pod's container are valid. The rules are those for Flyte containers. */
export function podResourceProblems(container: PodContainer, at: string): readonly Problem[] {
  const { requests, limits } = container;
  const names = new Set([...requests.keys(), ...limits.keys()]);
  const where = `container ${container.name} of ${at}`;
  return [...names].flatMap((name) => {
    const amounts = { requests: textsOf(requests.get(name)), limits: textsOf(limits.get(name)) };
    // Resources have Kubernetes' names here. flyteadmin recognises its own names in upper and lower case.
    const faults = amountFaults(amounts, name.toLowerCase() === "gpu");
    return faults.map(({ problem }) =>
      toProblem(coreErrors.RESOURCE_INVALID({ at: where, resource: brief(name), problem }), {}),
    );
  });
}

function textsOf(quantity: string | undefined): readonly string[] {
  return quantity === undefined ? [] : [quantity];
}
