import { describeValue, textOf } from "@flytekit-ts/core/errors";
import { isTask, type TaskEntity } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import { withoutImporter } from "../errors/without-importer.js";
import { loadAdvice } from "./load-advice.js";
import type { Resolver } from "./resolver.js";

/** What the resolver finds. Its errors are the author's: a module that is missing, or that cannot be evaluated. */
export async function loadTask(resolver: Resolver, args: readonly string[]): Promise<unknown> {
  try {
    return await resolver.loadTask(args);
  } catch (cause) {
    const problem = withoutImporter(textOf(cause).replace(/\.$/, ""), args[1] ?? "");
    throw errors.TASK_NOT_LOADED({ at: placeOf(args), problem, advice: loadAdvice(cause) }, { cause });
  }
}

/** A task, of what a resolver has found. @throws `LOADED_VALUE_NOT_TASK` */
export function assertTask(value: unknown, args: readonly string[]): TaskEntity {
  if (isTask(value)) return value;
  throw errors.LOADED_VALUE_NOT_TASK({ at: placeOf(args), given: describeValue(value) });
}

function placeOf(args: readonly string[]): string {
  const [first, module, second, name] = args;
  if (first === "task-module" && second === "task-name") return `${name ?? ""} in ${module ?? ""}`;
  return JSON.stringify(args);
}
