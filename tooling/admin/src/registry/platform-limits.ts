import { type Identifier, Resources_ResourceName } from "@flytekit-ts/models/core";
import type { State } from "../state/state.js";
import { parseQuantity } from "./checks/quantity.js";
import type { Amounts } from "./checks/resources.js";
import { attributesFor } from "./resource-attributes.js";

/** How much of each resource a task of an id may have. Without attributes, and where they say nothing or 0, there is no limit. */
export function platformLimits(state: State, { project, domain, name }: Identifier): Amounts {
  const row = attributesFor(state, { resource: "TASK_RESOURCE", project, domain, workflow: name });
  const target = row?.attributes.target;
  const limits = target?.$case === "taskResourceAttributes" ? target.value.limits : undefined;
  const { CPU, MEMORY, GPU, EPHEMERAL_STORAGE } = Resources_ResourceName;
  const given = [
    [CPU, limits?.cpu],
    [MEMORY, limits?.memory],
    [GPU, limits?.gpu],
    [EPHEMERAL_STORAGE, limits?.ephemeralStorage],
  ] as const;
  return new Map(
    given.flatMap(([resource, text]) => {
      const amount = parseQuantity(text ?? "");
      return amount === undefined || amount.nanos === 0n ? [] : [[resource, amount] as const];
    }),
  );
}
