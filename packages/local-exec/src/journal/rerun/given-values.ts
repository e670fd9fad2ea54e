import type * as idl from "@flytekit-ts/models/core";
import type { ValueStore } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { RuntimeType } from "@flytekit-ts/core/types";
import { errors } from "../../errors.js";
import { isMistake, isToStore, literalOrMistake } from "../../given/literal-or-mistake.js";
import { declaredOf } from "../../plan/declared-of.js";
import type { PlannedNode } from "../../plan/plan.js";

/** Values for a node of a run, in place of those that it had. */
export interface SetValues {
  /** Some of its inputs by name. The others stay as they are. */
  readonly inputs?: Readonly<Record<string, unknown>> | undefined;
  /** All of its outputs by name; an entity declared with `output` has one, `o0`. Then the node does not run. */
  readonly outputs?: Readonly<Record<string, unknown>> | undefined;
}

/** What is wrong with values for a node. */
export function problemsOf(node: PlannedNode, { inputs, outputs }: SetValues): readonly string[] {
  if (inputs === undefined && outputs === undefined) return [];
  const declared = declaredOf(node.message);
  if (declared === undefined) {
    const advice = node.target.kind === "gate" ? ": answer it with `gates`" : "";
    return [`the node ${node.id} (${node.entity}) takes no values of its own${advice}`];
  }
  const problems: string[] = [];
  if (inputs !== undefined) problems.push(...problemsIn(inputs, declared.inputs, "input"));
  if (outputs !== undefined) {
    problems.push(...problemsIn(outputs, declared.outputs, "output"));
    for (const name of declared.outputs.keys())
      if (!Object.hasOwn(outputs, name)) problems.push(`the output ${name} is missing`);
  }
  return problems;
}

type Types = ReadonlyMap<string, RuntimeType>;

function problemsIn(
  values: Readonly<Record<string, unknown>>,
  types: Types,
  what: string,
): readonly string[] {
  return Object.keys(values).flatMap((name) => {
    const type = types.get(name);
    if (type === undefined) return [`there is no ${what} ${name}`];
    const converted = literalOrMistake(name, () => values[name], type);
    return !isToStore(converted) && isMistake(converted) ? [converted.problem] : [];
  });
}

/** Values for a node as literals. @throws `RERUN_INVALID` */
export async function literalsFor(
  node: PlannedNode,
  what: "inputs" | "outputs",
  {
    values,
    store,
    entity,
  }: { readonly values: SetValues; readonly store: ValueStore; readonly entity: string },
): Promise<Literals> {
  const problems = [...problemsOf(node, values)];
  const literals = new Map<string, idl.Literal>();
  for (const [name, value] of problems.length > 0 ? [] : Object.entries(values[what] ?? {})) {
    const type = declaredOf(node.message)?.[what].get(name);
    if (type === undefined) continue;
    const converted = literalOrMistake(name, () => value, type);
    const literal = isToStore(converted) ? await converted.store(store) : converted;
    if (isMistake(literal)) problems.push(literal.problem);
    else literals.set(name, literal);
  }
  if (problems.length > 0) throw errors.RERUN_INVALID({ entity, problems });
  return literals;
}
