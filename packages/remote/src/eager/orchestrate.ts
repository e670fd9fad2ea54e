import { NonRecoverableError, type TaskContext } from "@flytekit-ts/core";
import { eagerErrors as errors } from "../errors/eager-errors.js";
import { type Child, Children } from "./children.js";
import type { EagerContext, Run } from "./eager-context.js";
import { startHere } from "./start-here.js";
import type { Starter } from "./starter.js";

/** A body with what it is called with. */
export interface Call<I> {
  readonly body: (inputs: I, context: EagerContext) => Promise<unknown>;
  readonly inputs: I;
  readonly context: TaskContext;
}

/** Calls the body of an eager workflow, and leaves nothing running that it started. */
export async function orchestrate<I>(eager: string, { body, inputs, context }: Call<I>): Promise<unknown> {
  const starter = await starterFor(context);
  const children = new Children(eager, starter, context.signal);
  const run = ((entity: unknown, given?: object) => children.run(entity, { ...given })) as Run;
  try {
    const result = await body(inputs, withRun(context, run));
    await children.settle();
    return result;
  } catch (error) {
    await children.end(error);
    // Another attempt would find the same execution, which has failed.
    if (errors.EAGER_CHILD_FAILED.is(error)) throw new NonRecoverableError(error.message, { cause: error });
    throw error;
  } finally {
    await starter.close();
    tell(context, children.list);
  }
}

async function starterFor(context: TaskContext): Promise<Starter> {
  const here = context["~start"];
  if (here !== undefined) return startHere(here);
  const { startOnCluster } = await import("./start-on-cluster.js");
  return startOnCluster(context);
}

// The parts of a context are made when they are asked for, so they cannot be copied.
function withRun(context: TaskContext, run: Run): EagerContext {
  return Object.create(context, { run: { value: run, enumerable: true } }) as EagerContext;
}

function tell({ deck }: TaskContext, children: readonly Child[]): void {
  const rows = children.flatMap(({ entity, execution, state }) =>
    execution === undefined ? [] : [{ entity, execution: execution.name, state, page: execution.url }],
  );
  if (rows.length > 0) deck.table(rows, "Eager Executions");
}
