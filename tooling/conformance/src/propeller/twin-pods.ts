import type { Entity } from "@flytekit-ts/core";
import { isRecoverable } from "@flytekit-ts/core/context";
import { executeTask, isTask, type Literals, type TaskEntity, testContext } from "@flytekit-ts/core/tasks";
import { encode } from "@flytekit-ts/models";
import {
  ContainerError_Kind,
  DynamicJobSpec,
  ErrorDocument,
  ExecutionError_ErrorKind,
  LiteralMap,
} from "@flytekit-ts/models/core";
import { type DataStore, joinUri, type Pod, type PodRunner } from "@flytekit-ts/propeller";
import { compileDynamic, isDynamic } from "@flytekit-ts/workflow/compile";
import { allTasks } from "@flytekit-ts/workflow/serialize";
import { errorText } from "../runs/failures.js";
import { SETTINGS } from "../settings.js";

/**
 * Runs the twins of tasks in place of their containers, in this process: by the name in a command, on the files that the
 * command names. What a container has to leave, and where, is as in a real one.
 */
export function twinPods(entities: readonly Entity[], store: DataStore): PodRunner {
  const tasks = new Map(entities.flatMap(allTasks).map((task) => [task.name, task]));
  // What a dynamic calls is known when it has run.
  const learn = (made: readonly Entity[]): void => {
    for (const task of made.filter(isTask)) tasks.set(task.name, task);
  };
  return {
    async run(pod) {
      const args = new Map(pod.command.map((arg, index) => [arg, pod.command[index + 1] ?? ""]));
      const task = tasks.get(args.get("task-name") ?? "") ?? tasks.get(pythonName(args));
      if (task === undefined) return { exitCode: 1, log: `no twin for ${pod.command.join(" ")}` };
      const prefix = args.get("--output-prefix") ?? "";
      const given = LiteralMap.decode((await store.read(args.get("--inputs") ?? "")) ?? new Uint8Array());
      const [file, bytes] = await leftBy(task, itemOf(pod, args.get("vars"), given.literals), { pod, learn });
      await store.write(joinUri(prefix, file), bytes);
      return { exitCode: 0, log: "" };
    },
  };
}

function pythonName(args: ReadonlyMap<string, string>): string {
  return `${args.get("task-module")}.${args.get("task-name")}`;
}

/** What one item of a map is given, of lists that all are given. */
function itemOf({ env }: Pod, vars: string | undefined, inputs: Literals): Literals {
  const index = env[env["BATCH_JOB_ARRAY_INDEX_VAR_NAME"] ?? ""];
  if (index === undefined) return inputs;
  const bound = new Set(vars?.split(","));
  const parts = [...inputs].map(([name, literal]) => {
    const { value } = literal;
    const part =
      value?.$case === "collection" && !bound.has(name) ? value.value.literals[Number(index)] : literal;
    return [name, part ?? literal] as const;
  });
  return new Map(parts);
}

interface Around {
  readonly pod: Pod;
  readonly learn: (made: readonly Entity[]) => void;
}

async function leftBy(
  task: TaskEntity,
  inputs: Literals,
  { pod, learn }: Around,
): Promise<readonly [string, Uint8Array]> {
  try {
    if (isDynamic(task)) {
      const made = compileDynamic(task, inputs, SETTINGS);
      if (made.kind === "graph") learn(made.compiled.entities);
      if (made.kind === "graph") return ["futures.pb", encode(DynamicJobSpec, made.spec)];
      return ["outputs.pb", encode(LiteralMap, { literals: new Map(made.outputs) })];
    }
    const context = testContext({ attempt: Number(pod.env["FLYTE_ATTEMPT_NUMBER"]) });
    const outputs = await executeTask(task, inputs, context);
    return ["outputs.pb", encode(LiteralMap, { literals: new Map(outputs) })];
  } catch (error) {
    return ["error.pb", errorDocument(task, error)];
  }
}

function errorDocument(task: TaskEntity, error: unknown): Uint8Array {
  const again = isRecoverable(task, error);
  return encode(ErrorDocument, {
    error: {
      code: again ? "USER:Recoverable" : "USER:RuntimeError",
      message: errorText(error),
      kind: again ? ContainerError_Kind.RECOVERABLE : ContainerError_Kind.NON_RECOVERABLE,
      origin: ExecutionError_ErrorKind.USER,
      timestamp: undefined,
      worker: "",
    },
  });
}
