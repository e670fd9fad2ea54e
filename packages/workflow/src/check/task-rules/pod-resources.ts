import { coreErrors } from "@flytekit-ts/core/plugin";
import { brief } from "../message-parts.js";
import { type Problem, toProblem } from "../problem.js";
import { amountFaults } from "./amount-faults.js";
import type { PodContainer, PodQuantities } from "./pod-spec-shape.js";

/** The resources of a container in a pod make sense, as those of a container of Flyte's own have to. */
export function podResourceProblems(container: PodContainer | null, at: string): readonly Problem[] {
  const { requests, limits } = container?.resources ?? {};
  const names = new Set([...Object.keys(requests ?? {}), ...Object.keys(limits ?? {})]);
  const where = `container ${container?.name} of ${at}`;
  return [...names].flatMap((name) => {
    const amounts = { requests: textsOf(requests, name), limits: textsOf(limits, name) };
    // Names of resources are Kubernetes' here, but flyteadmin knows its own in any case.
    const faults = amountFaults(amounts, name.toLowerCase() === "gpu");
    return faults.map(({ problem }) =>
      toProblem(coreErrors.RESOURCE_INVALID({ at: where, resource: brief(name), problem }), {}),
    );
  });
}

function textsOf(quantities: PodQuantities, name: string): readonly string[] {
  const given = quantities != null && Object.hasOwn(quantities, name) ? quantities[name] : undefined;
  return given == null ? [] : [String(given).trim()];
}
