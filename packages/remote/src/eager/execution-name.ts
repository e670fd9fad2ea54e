import { createHash } from "node:crypto";
import { inspect } from "node:util";
import { shortName } from "@flytekit-ts/core/graph";
import { dnsSafe } from "@flytekit-ts/workflow/compile";

/** What makes one start different from the others of an execution. */
export interface NamedStart {
  /** The name of the task that starts it, and of the execution that this task is of. */
  readonly eager: string;
  readonly execution: string;
  readonly entity: { readonly kind: string; readonly name: string };
  /** How many of this entity were started before, from 0. */
  readonly count: number;
  readonly inputs: unknown;
}

/**
 * The name of an execution that an eager task starts. The same start has the same name, so that another attempt of the
 * task finds what the last one started. At most 63 characters.
 */
export function executionName({ eager, execution, entity, count, inputs }: NamedStart): string {
  const hash = createHash("md5");
  for (const part of [execution, entity.kind, entity.name, String(count), textOf(inputs)])
    hash.update(`${part}\0`);
  const digest = hash.digest("hex").slice(0, 16);
  return `${namePrefix(eager, execution)}-${dnsSafe(shortName(entity.name).slice(0, 8))}-${digest}`;
}

/** What the names of all executions begin with that an eager task starts, and perhaps others. */
export function namePrefix(eager: string, execution: string): string {
  return dnsSafe(`e-${shortName(eager).slice(0, 8)}-${execution.slice(0, 5)}`);
}

function textOf(inputs: unknown): string {
  const whole = { depth: null, maxArrayLength: null, maxStringLength: null } as const;
  return inspect(inputs, { ...whole, sorted: true, breakLength: Infinity, compact: true });
}
