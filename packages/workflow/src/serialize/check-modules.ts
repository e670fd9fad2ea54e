import type { Stats } from "node:fs";
import { resolve } from "node:path";
import type { SerializationSettings, TaskEntity } from "@flytekit-ts/core/tasks";
import * as errors from "../errors.js";
import { type Problem, toProblem } from "../problem/problem.js";
import { exportsNothing } from "./exports-nothing.js";
import type { LoadedTask } from "./loaded-tasks.js";

/**
 * Why containers would not find these tasks by module and name.
 *
 * A module is loaded only in the container, so only what its path, its text and the stack of the declaration tell is
 * found here. Of a `root` that is no folder of this machine, nothing is known but the paths.
 */
export function checkModules(
  loaded: readonly LoadedTask[],
  settings: SerializationSettings,
): readonly Problem[] {
  const { root = process.cwd() } = settings;
  const isHere = statsOf(root)?.isDirectory() ?? false;
  const program = isHere ? silentProgram() : undefined;
  // A module mostly has many tasks, and the disk is asked once for each module.
  const modules = new Map(
    [...new Set(loaded.map(({ module }) => module))].map((each) => [each, statsOf(resolve(root, each))]),
  );
  return loaded.flatMap(({ task, module }) => {
    const stats = modules.get(module);
    const isMissing = isHere && !(stats?.isFile() ?? false);
    const isSilent = program !== undefined && stats?.ino === program.ino && stats.dev === program.dev;
    return checkModule(task, { module, root, isMissing, isSilent });
  });
}

// Others can use nothing of a module without exports, so only a program itself may have none, as bundles do.
function silentProgram(): Stats | undefined {
  const [, file] = process.argv;
  const stats = file === undefined ? undefined : statsOf(file);
  return file !== undefined && stats?.isFile() && exportsNothing(file) ? stats : undefined;
}

interface Module {
  readonly module: string;
  readonly root: string;
  readonly isMissing: boolean;
  readonly isSilent: boolean;
}

function checkModule({ name: task, definedAt: place }: TaskEntity, given: Module): readonly Problem[] {
  const { module, root, isMissing, isSilent } = given;
  if (module === "") return [toProblem(errors.TASK_MODULE_INVALID({ task, module, root }), { place })];
  const { madeBy } = place;
  if (madeBy !== undefined) {
    const error = errors.TASK_NOT_REACHABLE({ task, module, maker: madeBy.name });
    return [toProblem(error, { place: { location: madeBy.calledAt ?? place.location } })];
  }
  if (isMissing) return [toProblem(errors.TASK_MODULE_INVALID({ task, module, root }), { place })];
  if (isSilent) return [toProblem(errors.TASK_NOT_REACHABLE({ task, module }), { place })];
  if (!/^(?:\.\.\/|\/|[a-z]:)/i.test(module)) return [];
  return [toProblem(errors.TASK_MODULE_OUTSIDE_ROOT({ task, module, root }), { severity: "warning", place })];
}

// A path may lead through a file, or hold what no path of the system may hold.
function statsOf(path: string): Stats | undefined {
  try {
    // Loaded only here, since importing `node:fs` is slow (docs/benchmarks.md).
    return process.getBuiltinModule("node:fs").statSync(path);
  } catch {
    return undefined;
  }
}
