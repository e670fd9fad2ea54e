import type * as idl from "@flytekit-ts/models/core";
import { decodeLiteral, toLiteral } from "@flytekit-ts/core/literals";
import { fetchLiterals, type ValueStore } from "@flytekit-ts/core/storage";
import type { Literals, TaskEntity } from "@flytekit-ts/core/tasks";
import { listTransformer } from "@flytekit-ts/core/types";
import { errors } from "../errors.js";
import { type Environment, wholeNumber } from "../command/environment.js";
import { missingInput } from "./check-inputs.js";

/** Which item of a map a container runs, and which inputs it gets whole. */
export interface MapItem {
  readonly index: number;
  readonly bound: ReadonlySet<string>;
}

/** The index of the item, from the variables that Flyte sets. @throws `CONTAINER_INVALID` */
export function itemIndex(env: Environment): number {
  const offset = wholeNumber(env, "BATCH_JOB_ARRAY_INDEX_OFFSET") ?? 0;
  const name = env["BATCH_JOB_ARRAY_INDEX_VAR_NAME"];
  if (name === undefined || name === "") return offset;
  const index = wholeNumber(env, name);
  if (index !== undefined) return offset + index;
  throw errors.CONTAINER_INVALID({
    problem: `the environment variable ${name}, which has its index, is not set`,
  });
}

/** The loader arguments of a map, as the inputs that are bound and the arguments of its task. @throws `TASK_NOT_LOADED` */
export function splitMapArgs(args: readonly string[]): {
  readonly bound: ReadonlySet<string>;
  readonly loaderArgs: readonly string[];
} {
  const [word, names, ...loaderArgs] = args;
  if (word === "vars" && names !== undefined)
    return { bound: new Set(names.split(",").filter((name) => name !== "")), loaderArgs };
  const problem = 'the arguments of a map start with "vars" and the names of its bound inputs';
  throw errors.TASK_NOT_LOADED({ at: `of the arguments ${JSON.stringify(args)}`, problem });
}

/** The inputs of one item: its element of each list, and the whole value of what is bound. @throws `MAP_ITEM_INVALID` */
export async function itemInputs(
  task: TaskEntity,
  inputs: Literals,
  { index, bound, store }: MapItem & { readonly store: ValueStore },
): Promise<Literals> {
  const invalid = (problem: string): Error => errors.MAP_ITEM_INVALID({ task: task.name, index, problem });
  const missing = missingInput(task, inputs);
  if (missing !== undefined) throw invalid(`its input ${missing} is not given`);
  const own = new Map<string, idl.Literal>();
  const lengths = new Map<string, number>();
  for (const [name, literal] of inputs) {
    if (bound.has(name)) {
      own.set(name, literal);
      continue;
    }
    const items = await itemsOf(task, name, await fetched(name, literal, store));
    if (items === undefined) throw invalid(`its input ${name} is no list`);
    lengths.set(name, items.length);
    const item = items.at(index);
    if (item === undefined) throw invalid(`its input ${name} has only ${items.length} items`);
    own.set(name, item);
  }
  if (new Set(lengths.values()).size <= 1) return own;
  throw invalid(
    `its lists differ in length: ${[...lengths].map(([name, n]) => `${name} has ${n}`).join(", ")}`,
  );
}

// Only the list itself: its items may be stored separately too, and the others are not needed.
async function fetched(name: string, literal: idl.Literal, store: ValueStore): Promise<idl.Literal> {
  if (literal.value?.$case !== "offloadedMetadata") return literal;
  return (await fetchLiterals(new Map([[name, literal]]), store)).get(name) ?? literal;
}

async function itemsOf(
  task: TaskEntity,
  name: string,
  literal: idl.Literal,
): Promise<readonly idl.Literal[] | undefined> {
  if (literal.value?.$case === "collection") return literal.value.value.literals;
  const type = task.interface.inputs.get(name);
  if (type === undefined) return undefined;
  // A list inside a record arrives as MessagePack, and is decoded with the type of the map's input.
  const values: unknown = decodeLiteral(listTransformer(type.transformer), literal);
  return Array.isArray(values) ? values.map((value: unknown) => toLiteral(name, value, type)) : undefined;
}
