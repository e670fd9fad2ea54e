import type { Interface } from "@flytekit-ts/core/graph";
import { isOptional } from "@flytekit-ts/core/types";
import type { InputSpec } from "../../values/input-target.js";

/**
 * The inputs of an entity of this program. A launch plan has defaults of its own on the cluster, which may be newer than those
 * here; a task has none there, so they are sent.
 */
export function inputSpecs(
  declared: Interface,
  kind: "task" | "launch-plan",
): ReadonlyMap<string, InputSpec> {
  const left = kind === "task" ? "default" : "nothing";
  return new Map(
    [...declared.inputs].map(([name, type]): [string, InputSpec] => {
      const mayBeLeftOut = type.default !== undefined || isOptional(type.transformer);
      return [name, { type, absent: mayBeLeftOut ? left : "refused" }];
    }),
  );
}
