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

/** With what a server begins. */
export interface Beginning {
  /** The ids of its first projects. */
  readonly projects: readonly string[];
  /** Below which the server keeps what is its own: `s3://bucket`. */
  readonly root: string;
}

/** All that has to do with what is registered: projects, entities, attributes, and what is said of them. */
export function registry(
  backend: Backend,
  { projects: seeds, root }: Beginning,
): readonly Handlers<typeof AdminServiceDefinition>[] {
  const parts = [meta, tasks, launchPlans, namedEntities, descriptionEntities, attributes];
  return [projects(backend, seeds), workflows(backend, root), ...parts.map((part) => part(backend))];
}
