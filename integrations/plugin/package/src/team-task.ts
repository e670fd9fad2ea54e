import {
  functionTask,
  type OutSpec,
  type Shape,
  type Task,
  type TaskDeclaration,
  type TaskFunction,
} from "@flytekit-ts/core/tasks";

/** Declare a task as this house does: tried again twice, and labelled with its team. */
export function teamTask<const I extends Shape = {}, const O extends OutSpec = undefined>(
  { team, ...declaration }: TaskDeclaration<I, O> & { readonly team: string },
  fn: TaskFunction<I, O>,
): Task<I, O> {
  const environment = { ...declaration.environment, TEAM: team };
  return functionTask({ retries: 2, ...declaration, environment }, fn, { callee: teamTask });
}
