import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import type { ExecutionBackend } from "../executions/backend.js";
import type { Handlers } from "../serving/handlers.js";
import { takeNodeEvent } from "./node-event.js";
import { takeTaskEvent } from "./task-event.js";
import { takeWorkflowEvent } from "./workflow-event.js";

/** What an engine tells the server. */
export function events(backend: ExecutionBackend): Handlers<typeof AdminServiceDefinition> {
  return {
    createWorkflowEvent: async (request) => {
      await takeWorkflowEvent(backend, request);
      return {};
    },
    createNodeEvent: async (request) => {
      await takeNodeEvent(backend, request);
      return {};
    },
    createTaskEvent: async (request) => {
      await takeTaskEvent(backend, request);
      return {};
    },
  };
}
