import type { EntityStarter } from "@flytekit-ts/core/tasks";
import type { Starter } from "./starter.js";

/** Starts entities in this process, as the run of the task does. */
export function startHere(start: EntityStarter): Starter {
  return {
    start: async (entity, inputs, signal) => ({ outputs: start(entity, inputs, signal) }),
    close: async () => {},
  };
}
