import { setImmediate, setTimeout as wait } from "node:timers/promises";
import { onTaskDeclared } from "@flytekit-ts/core/context";
import { loaderArgs, type TaskEntity } from "@flytekit-ts/core/tasks";
import { workflowErrors } from "@flytekit-ts/workflow/compile";
import { moduleResolver } from "@flytekit-ts/workflow/serialize";
import type { TaskAddress } from "../protocol/messages.js";
import { hasBegunRun, nextRun } from "../script/task-scope.js";

const found = new Map<string, Promise<TaskEntity>>();
const declared: TaskEntity[] = [];
onTaskDeclared((task) => void declared.push(task as TaskEntity));

/** Find a task by its module and name, as a container does. Each is looked for once. @throws `TASK_NOT_REACHABLE` */
export function findTask(address: TaskAddress): Promise<TaskEntity> {
  const key = JSON.stringify(address);
  const before = found.get(key);
  if (before !== undefined) return before;
  const looking = find(address);
  found.set(key, looking);
  return looking;
}

/** How long a script may take to declare a task after it has begun a run, in milliseconds. */
const PATIENCE = 3000;

/**
 * A script that begins a run may not export its tasks, and will not come to its end here if it awaits the run. So its tasks
 * are those that it has declared by then.
 */
async function find({ root, args }: TaskAddress): Promise<TaskEntity> {
  const wanted = args.join("\0");
  const declaredTask = (): TaskEntity | undefined =>
    declared.find((each) => loaderArgs(each, root).join("\0") === wanted);
  // A script that awaits its run is never loaded to its end.
  const before = hasBegunRun() ? declaredTask() : undefined;
  if (before !== undefined) return before;
  const loading = moduleResolver(root).loadTask(args) as Promise<TaskEntity>;
  const loaded = loading.then(
    () => true,
    () => false,
  );
  const first = await Promise.race([loaded, hasBegunRun() ? patience() : nextRun()]);
  if (first === true) return loading;
  // A script that does not wait for its run declares more after it.
  await setImmediate();
  const task = hasBegunRun() ? declaredTask() : undefined;
  if (task !== undefined) return task;
  if (first === false) return loading;
  if (await Promise.race([loaded, patience()])) return loading;
  const late = hasBegunRun() ? declaredTask() : undefined;
  if (late !== undefined) return late;
  throw notDeclared(args);
}

async function patience(): Promise<void> {
  await wait(PATIENCE);
}

function notDeclared(args: readonly string[]): Error {
  const [, module = "", , task = ""] = args;
  return workflowErrors.TASK_NOT_REACHABLE({ task, module });
}
