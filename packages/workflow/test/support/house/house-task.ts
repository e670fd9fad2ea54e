import { functionTask, type Task, type TaskDeclaration } from "@flytekit-ts/core/tasks";
import type { FlyteType } from "@flytekit-ts/core/types";
import { t, task } from "@flytekit-ts/workflow";

type Int = FlyteType<number, "int">;
type Inputs = { readonly x: Int };

const declaration = (name: string): TaskDeclaration<Inputs, Int> => ({
  name,
  inputs: { x: t.int() },
  output: t.int(),
});

/** A wrapper whose tasks belong to this file. */
export function forgetful(name: string): Task<Inputs, Int> {
  return task(declaration(name), ({ x }) => x);
}

/** A wrapper whose tasks belong to the file that calls it. */
export function careful(name: string): Task<Inputs, Int> {
  return functionTask(declaration(name), ({ x }) => x, { callee: careful });
}

/** A wrapper that is told the file. */
export function told(name: string, module: string): Task<Inputs, Int> {
  return task({ ...declaration(name), module }, ({ x }) => x);
}

const own = (name: string): Task<Inputs, Int> => forgetful(name);

export const made = ["house.made"].map(own)[0];
