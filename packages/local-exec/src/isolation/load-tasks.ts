import { fromErrorData } from "@flytekit-ts/core/literals";
import { textOf } from "@flytekit-ts/core/errors";
import type { TaskEntity } from "@flytekit-ts/core/tasks";
import { addressOf, moduleOf, problemOfModule } from "./address.js";
import { isExit } from "./pool/exit.js";
import { isTypeScript } from "./pool/loaders.js";
import type { TaskPool } from "./pool/task-pool.js";
import { howOf } from "./lost.js";

const loaded = new WeakMap<TaskPool, Set<string>>();

/**
 * Let a worker find tasks before anything runs. Returns the problems, in words.
 *
 * Others of these workers do so at the same time, and nobody waits for them: they are there when the tasks run.
 */
export async function loadTasks(
  pool: TaskPool,
  tasks: readonly TaskEntity[],
  workers: number,
): Promise<readonly string[]> {
  const known = loaded.get(pool) ?? new Set<string>();
  loaded.set(pool, known);
  const problems: string[] = [];
  const unknown: TaskEntity[] = [];
  for (const task of tasks) {
    const problem = problemOfModule(task);
    if (problem !== undefined) problems.push(`${task.name}: ${problem}`);
    else if (!known.has(keyOf(task))) unknown.push(task);
  }
  if (unknown.length === 0) return problems;
  const loading = loadIn(pool, unknown);
  for (let more = 1; more < workers; more += 1) void loadIn(pool, unknown);
  const found = await loading;
  unknown.forEach((task, index) => {
    const problem = found.get(index);
    if (problem === undefined) known.add(keyOf(task));
    else problems.push(`${task.name}: ${problem}`);
  });
  return problems;
}

function keyOf(task: TaskEntity): string {
  return JSON.stringify(addressOf(task));
}

async function loadIn(pool: TaskPool, tasks: readonly TaskEntity[]): Promise<ReadonlyMap<number, string>> {
  const request = { kind: "load", tasks: tasks.map((task) => addressOf(task)) } as const;
  const ended = await pool.work(request, () => {}).ended;
  if (ended !== "killed" && !isExit(ended) && ended.kind === "loaded")
    return new Map(
      ended.problems.map(([index, error]) => [index, describe(fromErrorData(error), tasks[index])]),
    );
  const why = isExit(ended) ? howOf(ended) : "it gave no answer";
  return new Map(tasks.map((_, index) => [index, `the worker ended while it loaded the module: ${why}`]));
}

function describe(error: unknown, task: TaskEntity | undefined): string {
  const text = textOf(error);
  const isUnread =
    /Unknown file extension|ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX|TypeScript .* not supported/.test(text);
  if (!isUnread || task === undefined || !isTypeScript(moduleOf(task))) return text;
  return `${text}. Install tsx, with which workers load TypeScript`;
}
