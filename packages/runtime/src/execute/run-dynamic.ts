import { isAbsolute, relative, resolve } from "node:path";
import { encode } from "@flytekit-ts/models";
import { DynamicJobSpec } from "@flytekit-ts/models/core";
import { carriedSettings, SETTINGS_VARIABLE } from "@flytekit-ts/core/context";
import { fetchLiterals, loadLiterals } from "@flytekit-ts/core/storage";
import {
  type Literals,
  loaderArgs,
  type SerializationSettings,
  type TaskResolver,
} from "@flytekit-ts/core/tasks";
import { compileDynamic, type DynamicEntity, failingAsTask } from "@flytekit-ts/workflow/compile";
import { moduleResolver } from "@flytekit-ts/workflow/serialize";
import type { Resolver } from "../finding/resolver.js";
import { inputsInvalid } from "./inputs-invalid.js";
import type { Run } from "./run.js";
import type { Made } from "../results/write-results.js";

/**
 * Run the body of a dynamic and give the graph that it made; its outputs if it called nothing.
 *
 * The tasks of the graph are registered by what the dynamic was registered with, under its own version.
 *
 * @throws `TASK_INPUTS_INVALID`, `TASK_FAILED` for what the body threw, and what `compileDynamic` throws.
 */
export async function runDynamic(run: Run, task: DynamicEntity, given: Literals): Promise<Made> {
  let inputs: Literals;
  try {
    inputs = await fetchLiterals(given, run.attempt.store);
    // What does not fit its type is no fault of the body.
    await loadLiterals(task.interface.inputs, inputs, run.attempt.store);
  } catch (cause) {
    throw inputsInvalid(task, cause);
  }
  const result = compileDynamic(failingAsTask(task), inputs, settingsOf(run));
  if (result.kind === "outputs") return { kind: "outputs", literals: result.outputs };
  return { kind: "graph", bytes: encode(DynamicJobSpec, result.spec) };
}

function settingsOf({ env, info, options, resolver, roots }: Run): SerializationSettings {
  const text = env[SETTINGS_VARIABLE];
  const carried =
    text === undefined || text === ""
      ? { project: "", domain: "", version: "", image: "" }
      : carriedSettings(text);
  return {
    ...carried,
    project: carried.project || info.execution.project,
    domain: carried.domain || info.execution.domain,
    version: info.task.version,
    ...(options.fast === undefined ? {} : { fast: options.fast }),
    resolver: isWhole(resolver) && options.resolver !== undefined ? resolver : resolverBelow(roots),
  };
}

function isWhole(resolver: Resolver): resolver is TaskResolver {
  return "loaderArgs" in resolver && typeof resolver.loaderArgs === "function" && "location" in resolver;
}

/** Names modules by where they are in this container: the root of the registration is a folder of another machine. */
function resolverBelow(roots: readonly string[]): TaskResolver {
  return {
    ...moduleResolver(),
    loaderArgs(task) {
      const { module } = task.definedAt;
      const root = roots.find((each) => module !== undefined && isInside(resolve(each), module));
      return loaderArgs(task, resolve(root ?? "."));
    },
  };
}

function isInside(root: string, file: string): boolean {
  const path = relative(root, file);
  return path !== "" && !path.startsWith("..") && !isAbsolute(path);
}
