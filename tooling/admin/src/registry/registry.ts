import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import type { Handlers } from "../serving/handlers.js";
import type { Backend } from "../state/backend.js";
import { attributes } from "./attributes.js";
import { descriptionEntities } from "./description-entities.js";
import { launchPlans } from "./launch-plans.js";
import { meta } from "./meta.js";
import { namedEntities } from "./named-entities.js";
import { projects } from "./projects.js";
import { tasks } from "./tasks.js";
import { workflows } from "./workflows.js";

/** All that has to do with what is registered: projects, some of them there at first, entities, and what is said of them. */
export function registry(
  backend: Backend,
  seeds: readonly string[],
): readonly Handlers<typeof AdminServiceDefinition>[] {
  const parts = [meta, tasks, workflows, launchPlans, namedEntities, descriptionEntities, attributes];
  return [projects(backend, seeds), ...parts.map((part) => part(backend))];
}
