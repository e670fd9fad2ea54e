import { encode } from "@flytekit-ts/models";
import { WorkflowClosure } from "@flytekit-ts/models/admin";
import type { TaskTemplate } from "@flytekit-ts/models/core";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import { registrationErrors as errors } from "../../errors/registration-errors.js";
import { compiledClosure } from "../messages/compiled-closure.js";
import { entityKey } from "../messages/entity-key.js";
import { entityWords } from "../messages/entity-words.js";
import { requestOf } from "../messages/request-of.js";
import { type RegisterLimits, settledLimits } from "./register-limits.js";

interface Fault {
  readonly at: string;
  readonly problem: string;
}

/**
 * Asserts that a cluster takes entities, all of them, before the first is sent.
 *
 * @throws `REGISTRATION_TOO_LARGE` with all faults
 */
export function checkLimits(entities: readonly SerializedEntity[], given: RegisterLimits | undefined): void {
  const limits = settledLimits(given);
  const tasks = new Map<string, TaskTemplate>();
  for (const { kind, id, message } of entities) {
    if (kind === "task" && message.template !== undefined) tasks.set(entityKey(id), message.template);
  }
  const sizes = entities.map((entity) => requestOf(entity).length);
  const ofTasks = sizes.reduce((sum, size, place) => sum + (entities[place]?.kind === "task" ? size : 0), 0);
  const faults = entities.flatMap((entity, place): readonly Fault[] => {
    const at = entityWords(entity);
    const bytes = sizes[place] ?? 0;
    // Connections and longer ids never make a workflow so much larger, so most need not be weighed.
    const isSmall = bytes * 4 + ofTasks <= limits.closureBytes;
    return [
      ...over(at, { bytes, limit: limits.messageBytes, what: "needs a request" }),
      ...(entity.kind === "workflow" ? nodeFaults(at, entity, limits.nodes) : []),
      ...(entity.kind === "workflow" && !isSmall ? closureFaults(at, entity, { limits, tasks }) : []),
    ];
  });
  if (faults.length > 0) throw errors.REGISTRATION_TOO_LARGE({ faults });
}

interface Around {
  readonly limits: Readonly<Record<keyof RegisterLimits, number>>;
  readonly tasks: ReadonlyMap<string, TaskTemplate>;
}

type SerializedWorkflow = Extract<SerializedEntity, { readonly kind: "workflow" }>;

function nodeFaults(at: string, { message }: SerializedWorkflow, limit: number): readonly Fault[] {
  const nodes = message.template?.nodes.length ?? 0;
  return nodes > limit ? [{ at, problem: `has ${nodes} nodes, and the cluster takes ${limit}` }] : [];
}

function closureFaults(
  at: string,
  { message }: SerializedWorkflow,
  { limits, tasks }: Around,
): readonly Fault[] {
  const compiledWorkflow = compiledClosure(message, tasks);
  const bytes = encode(WorkflowClosure, { compiledWorkflow, createdAt: undefined }).length;
  return over(at, { bytes, limit: limits.closureBytes, what: "compiles to a workflow with its tasks" });
}

function over(
  at: string,
  { bytes, limit, what }: { readonly bytes: number; readonly limit: number; readonly what: string },
): readonly Fault[] {
  if (bytes <= limit) return [];
  return [{ at, problem: `${what} of ${bytes} bytes, and the cluster takes ${limit}` }];
}
