import { toErrorData } from "@flytekit-ts/core/literals";
import type { Answer, LoadRequest, Request } from "../protocol/messages.js";
import { becomeWorker } from "../script/task-scope.js";
import { findTask } from "./find-task.js";
import { runTask } from "./run-task.js";

/** What the workers of a pool do: load tasks, and run their functions. It never rejects. */
export async function serve(request: Request): Promise<Answer> {
  becomeWorker();
  return request.kind === "load" ? load(request) : runTask(request);
}

async function load({ tasks }: LoadRequest): Promise<Answer> {
  const results = await Promise.allSettled(tasks.map((task) => findTask(task)));
  const problems = results.flatMap((result, index) =>
    result.status === "rejected" ? [[index, toErrorData(result.reason)] as const] : [],
  );
  return { kind: "loaded", problems };
}
