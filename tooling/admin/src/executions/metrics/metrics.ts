import type { AdminServiceDefinition } from "@flytekit-ts/models/service";
import type { Handlers } from "../../serving/handlers.js";
import type { ExecutionBackend } from "../backend.js";
import { executionOf } from "../find.js";
import { assertExecutionId } from "../identifiers.js";
import { measure } from "./measure.js";

/** How long the parts of an execution took. */
export function metrics(backend: ExecutionBackend): Handlers<typeof AdminServiceDefinition> {
  return {
    getExecutionMetrics: async ({ id, depth }) => {
      assertExecutionId(id);
      return { span: await measure.execution(backend, executionOf(backend.state, id), depth) };
    },
  };
}
