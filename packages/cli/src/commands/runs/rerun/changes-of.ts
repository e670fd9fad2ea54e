import type { Entity } from "@flytekit-ts/core/graph";
import type { RuntimeType } from "@flytekit-ts/core/types";
import { typesAt } from "@flytekit-ts/local-exec/journal";
import type { Cli } from "../../../command/cli.js";
import { errors } from "../../../errors.js";
import { nameAndValue } from "../../../inputs/name-and-value.js";
import { typedValue } from "../../../local/options/typed-value.js";

/** What is changed in a run that is repeated. */
export interface Changes {
  /** The node from which on it is repeated; undefined: the whole. */
  readonly from: string | undefined;
  readonly inputs: Readonly<Record<string, unknown>> | undefined;
  readonly outputs: Readonly<Record<string, unknown>> | undefined;
}

interface Options {
  readonly from: string | undefined;
  readonly set: readonly string[];
  readonly output: readonly string[];
}

/** Read what `--from`, `--set` and `--output` say. @throws `USAGE_INVALID`, `INPUTS_INVALID` */
export async function changesOf(options: Options, entity: Entity, cli: Cli): Promise<Changes> {
  const sets = options.set.map((text) => placed(text, "set"));
  const outputs = options.output.map((text) => placed(text, "output"));
  const nodes = new Set([...sets, ...outputs].flatMap(({ node }) => (node === undefined ? [] : [node])));
  if (options.from !== undefined) nodes.add(options.from);
  const [from, second] = nodes;
  if (second !== undefined)
    throw usage(`it can be repeated from one node on, and not from ${[...nodes].join(" and ")}`);
  if (from === undefined && outputs.length > 0) throw usage("--output needs `--from NODE`");
  const types = from === undefined ? entity.interface : typesAt(entity, from);
  return {
    from,
    inputs: await valuesOf(sets, types?.inputs, cli),
    outputs: await valuesOf(outputs, types?.outputs, cli),
  };
}

interface Placed {
  readonly node: string | undefined;
  readonly name: string;
  readonly text: string;
  readonly flag: string;
}

// A path of a node has no dots, and a name of an input neither.
function placed(given: string, option: string): Placed {
  const [left, text] = nameAndValue(given, option);
  const at = left.lastIndexOf(".");
  const node = at === -1 ? undefined : left.slice(0, at);
  return { node, name: left.slice(at + 1), text, flag: `--${option} ${left}` };
}

async function valuesOf(
  all: readonly Placed[],
  types: ReadonlyMap<string, RuntimeType> | undefined,
  cli: Cli,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  if (all.length === 0) return undefined;
  const values: [string, unknown][] = [];
  for (const { name, text, flag } of all) {
    const type = types?.get(name);
    // The run says what is wrong with a name that there is not.
    values.push([name, type === undefined ? text : await typedValue(type, { text, flag, cli })]);
  }
  return Object.fromEntries(values);
}

function usage(problem: string): unknown {
  return errors.USAGE_INVALID({ command: "tsflyte runs rerun", problem });
}
