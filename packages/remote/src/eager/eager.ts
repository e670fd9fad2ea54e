import type { OutSpec, Returned, Shape, Values } from "@flytekit-ts/core";
import { atCaller } from "@flytekit-ts/core/errors";
import type { Entity } from "@flytekit-ts/core/graph";
import { functionTask, type TaskDeclaration } from "@flytekit-ts/core/tasks";
import type { Workflow, WorkflowDeclaration } from "@flytekit-ts/workflow";
import { functionWorkflow } from "@flytekit-ts/workflow/compile";
import { cleanUpTask } from "./clean-up-task.js";
import type { EagerContext } from "./eager-context.js";
import { orchestrate } from "./orchestrate.js";

/** The declaration of an eager workflow. */
export interface EagerDeclaration<I, O> extends TaskDeclaration<I, O> {
  /** What the body may start. It is registered with the workflow. */
  readonly uses?: readonly Entity[] | undefined;
}

/**
 * Declare a workflow whose body is plain code: it starts tasks, workflows and launch plans, waits for their values, and
 * may branch, loop and catch as it likes.
 *
 * It is a workflow of one task, which runs the body, with a failure handler that ends what the task left running. Each
 * entity that the body starts is an execution of its own. The container of the task needs the address of the cluster,
 * and what it signs in with, from its environment.
 *
 * @throws what `task` throws
 * @example
 * const grow = eager({ name: "grow", inputs: { n: t.int() }, output: t.int(), uses: [square] }, async ({ n }, { run }) => {
 *   let size = n;
 *   while (size < 100) size = await run(square, { x: size });
 *   return size;
 * });
 */
export function eager<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: EagerDeclaration<I, O>,
  body: (inputs: Values<I>, context: EagerContext) => Promise<Returned<O>>,
): Workflow<I, O> {
  return atCaller(eager, () => {
    const { uses = [], ...own } = declaration;
    const kind = {
      callee: eager,
      words: "eager workflow",
      carriesSettings: true,
      eager: { body, uses },
    } as const;
    const task = functionTask<I, O>(
      { deck: true, ...own },
      async (inputs, context) => (await orchestrate(own.name, { body, inputs, context })) as Returned<O>,
      kind,
    );
    const { name, inputs, output, outputs, docs, module } = declaration;
    const onFailure = cleanUpTask(declaration, eager);
    const parts = { name, inputs, output, outputs, docs, module, onFailure };
    // The clean-up has the inputs of the declaration, which the compiler cannot see.
    const whole = parts as unknown as WorkflowDeclaration<I, O>;
    const isVoid = output === undefined && outputs === undefined;
    const wire = (promises: unknown): unknown => {
      const result: unknown = Reflect.apply(task, undefined, [promises]);
      return isVoid ? undefined : result;
    };
    return functionWorkflow(whole, wire, { callee: eager, failureNodeId: "efn" });
  });
}
