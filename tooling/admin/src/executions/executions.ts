import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import type { Handlers } from "../serving/handlers.js";
import type { ExecutionBackend } from "./backend.js";
import { calls } from "./calls.js";
import { lists } from "./lists/lists.js";
import { metrics } from "./metrics/metrics.js";
import { shows } from "./show/shows.js";

/** All calls that have to do with executions, but for the events of an engine. */
export function executions(backend: ExecutionBackend): readonly Handlers<typeof AdminServiceDefinition>[] {
  return [calls(backend), shows(backend), lists(backend), metrics(backend)];
}
