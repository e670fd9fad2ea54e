import { describeLiteralType, SimpleType } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { few } from "../parts/few.js";
import { brief, entriesOf, itemsOf } from "../parts/message-parts.js";
import { containersOf } from "./pod-containers.js";
import type { CheckedTask } from "./task-rule.js";

// As Flyte finds them, in any case of letters: `{{.inputs.a}}` and `{{ $Inputs.a }}`.
const PLACEHOLDER = /\{\{\s*[.$]inputs\.([^}\s]+)\s*\}\}/gi;

/**
 * The command and arguments of a container use only inputs that the task has, and whose values can be written there.
 *
 * flyteadmin does not check them. Each run of the task fails before its container starts.
 */
export function placeholderProblems({ template, at }: CheckedTask): readonly Problem[] {
  const used = new Set(
    wordsOf(template).flatMap((word) =>
      typeof word === "string" && word.includes("{{")
        ? [...word.matchAll(PLACEHOLDER)].map(([, input = ""]) => input)
        : [],
    ),
  );
  if (used.size === 0) return [];
  const inputs = new Map(entriesOf(template.interface?.inputs?.variables));
  return [...used].flatMap((input) => {
    const problem = whyUnusable(inputs.get(input), inputs);
    if (problem === undefined) return [];
    return [toProblem(errors.COMMAND_INPUT_INVALID({ at, input: brief(input), problem }), { input })];
  });
}

function wordsOf({ target }: CheckedTask["template"]): readonly unknown[] {
  if (target?.$case === "container") {
    return [...itemsOf(target.value?.command), ...itemsOf(target.value?.args)];
  }
  return target?.$case === "k8sPod" ? containersOf(target.value?.podSpec).flatMap(({ words }) => words) : [];
}

function whyUnusable(
  variable: idl.Variable | undefined,
  inputs: ReadonlyMap<string, unknown>,
): string | undefined {
  if (variable === undefined) {
    const known = few(inputs.keys());
    return known.length === 0 ? "the task has no inputs" : `the inputs of the task are ${known.join(", ")}`;
  }
  const { type } = variable;
  // A missing type is another problem.
  if (type?.type == null || isWritten(type)) return undefined;
  return `Flyte cannot write a value of type ${describeLiteralType(type)} into a command`;
}

function isWritten({ type }: idl.LiteralType): boolean {
  switch (type?.$case) {
    case "simple":
      return type.value !== SimpleType.NONE && type.value !== SimpleType.ERROR;
    case "collectionType":
      return type.value?.type == null || isWritten(type.value);
    case "unionType":
    case "mapValueType":
    case "structuredDatasetType":
      return false;
    default:
      return true;
  }
}
