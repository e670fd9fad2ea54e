import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import type { Handlers } from "../serving/handlers.js";
import type { Backend } from "../state/backend.js";
import { meta } from "./meta.js";
import { projects } from "./projects.js";

/** All that has to do with what is registered: projects, entities, and what is said of them. */
export function registry(backend: Backend): readonly Handlers<typeof AdminServiceDefinition>[] {
  return [meta(backend), projects(backend)];
}
