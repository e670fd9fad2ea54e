import type { OutSpec, Shape, TaskContext } from "@flytekit-ts/core";
import { functionTask, type Task, type TaskDeclaration } from "@flytekit-ts/core/tasks";

// What Flyte's console and flytekit call such a task.
const TASK_TYPE = "eager_failure_handler_task";

/**
 * The task that runs when an eager workflow fails: it ends the executions that the workflow left running, also where
 * the container of its body was killed.
 */
export function cleanUpTask(
  declaration: TaskDeclaration<Shape, OutSpec>,
  callee: (...args: never[]) => unknown,
): Task<Shape, undefined> {
  const { name, inputs, image, environment, secrets, runAs, module } = declaration;
  const given = { inputs, image, environment, secrets, runAs, module };
  const own = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return functionTask<Shape, undefined>(
    { name: `${name}-cleanup`, ...own },
    async (_inputs, context) => cleanUp(name, context),
    {
      callee,
      words: "clean-up task",
      template: () => ({ type: TASK_TYPE }),
    },
  );
}

async function cleanUp(eager: string, context: TaskContext): Promise<void> {
  // In a local run the body itself ended what it started.
  if (context["~start"] !== undefined) return;
  const { endLeftovers } = await import("./end-leftovers.js");
  await endLeftovers(eager, context);
}
