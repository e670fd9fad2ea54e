import { explainCast } from "@flytekit-ts/core/casts";
import { type Report, reportTo } from "@flytekit-ts/core/errors";
import {
  addNode,
  BARE_OUTPUT,
  type Interface,
  interfaceOf,
  type Node,
  resultOf,
} from "@flytekit-ts/core/graph";
import type { RuntimeType } from "@flytekit-ts/core/types";
import { isSameMessage } from "../backend-rules/parts/is-same-message.js";
import * as errors from "../errors.js";
import type { Arm } from "./arm.js";
import { nodeOfArm, plainOutputOf } from "./arm-workflow.js";
import type { BranchEntity } from "./branch-entity.js";
import type { Opening } from "./opening.js";

/** The arms of a finished conditional. `last` is the last arm, or the message of `fail`. */
export interface Finished {
  readonly arms: readonly Arm[];
  readonly last: Arm | string;
}

/**
 * Add the node of a finished conditional and return the promises of the outputs that all its arms have.
 *
 * Outputs with the same name and different types are a fault of the body, because the backend refuses them.
 */
export function addBranch({ name, place, options, outer }: Opening, { arms, last }: Finished): unknown {
  const report = reportTo(outer, place);
  const all = typeof last === "string" ? arms : [...arms, last];
  const output = bareOutputOf(all);
  const nodes = new Map(all.map((arm): [Arm, Node] => [arm, nodeOfArm(arm, output)]));
  const nodeOf = (arm: Arm): Node => nodes.get(arm) as Node;
  // The backend requires a message.
  const end: BranchEntity["last"] =
    typeof last === "string"
      ? { kind: "fail", message: last === "" ? "Condition failed" : last }
      : { kind: "node", node: nodeOf(last) };
  const entity: BranchEntity = Object.freeze({
    kind: "branch",
    name,
    words: `conditional(${JSON.stringify(name)})`,
    interface: commonInterface(all, output, { name, report }),
    definedAt: place,
    arms: arms.flatMap((arm) =>
      arm.condition === undefined ? [] : [{ condition: arm.condition, node: nodeOf(arm), place: arm.place }],
    ),
    last: end,
  });
  return resultOf(entity, addNode(outer, entity, { args: {}, options, place }, report).key);
}

/**
 * The name of the output that holds the bare results of all arms.
 *
 * One call may return its result as `o0`, another as a named output. Flyte compares outputs by name, so if the names
 * differ, all have to be `o0`. An arm with another name becomes a sub-workflow.
 */
function bareOutputOf(arms: readonly Arm[]): string {
  const names = new Set(arms.map((arm) => (arm.result.style === "bare" ? plainOutputOf(arm) : BARE_OUTPUT)));
  const [only] = names;
  return names.size === 1 && only !== undefined ? only : BARE_OUTPUT;
}

interface Telling {
  readonly name: string;
  readonly report: Report;
}

function commonInterface(
  arms: readonly Arm[],
  output: string,
  { name: conditional, report }: Telling,
): Interface {
  const [first, ...others] = arms.map((arm) => outputsOf(arm, output));
  const isBare = arms.some(({ result }) => result.style === "bare");
  const common = new Map<string, RuntimeType>();
  for (const [name, type] of first ?? []) {
    const types = others.map((outputs) => outputs.get(name));
    if (types.includes(undefined)) continue;
    const other = types.find((each) => each !== undefined && !isSame(each, type));
    if (other !== undefined) {
      const [one, another] = [type.transformer, other.transformer];
      const types = [one.words, another.words];
      // Two records of the same name need an explanation of how they differ.
      const why =
        explainCast(one.literalType, another.literalType) ??
        explainCast(another.literalType, one.literalType);
      const params = { conditional, output: name, types, ...(one.words === another.words ? { why } : {}) };
      report(errors.CONDITIONAL_ARMS_DIFFER(params));
    }
    common.set(name, type);
  }
  return interfaceOf(new Map(), common, isBare ? "bare" : "named");
}

function outputsOf({ result }: Arm, output: string): ReadonlyMap<string, RuntimeType> {
  return new Map(
    [...result.outputs].map(([name, target]) => [
      result.style === "bare" ? output : name,
      { transformer: target.type },
    ]),
  );
}

function isSame(a: RuntimeType, b: RuntimeType): boolean {
  return isSameMessage(a.transformer.literalType, b.transformer.literalType);
}
