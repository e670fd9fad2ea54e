import type * as idl from "@flytekit-ts/models/core";
import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { entriesOf, itemsOf, textOf } from "../parts/message-parts.js";
import type { CheckedTask } from "./task-rule.js";

/**
 * A task with a container or pod target has that container or pod. A container has an image. If the task has inputs
 * or outputs, its container has a command or arguments. (validateContainer of the task compiler; flyteadmin also
 * checks the image.)
 */
export function containerProblems({ template, at }: CheckedTask): readonly Problem[] {
  const { target } = template;
  if (target?.$case === "k8sPod") return target.value == null ? [missing(at, "pod")] : [];
  if (target?.$case !== "container") return [];
  const container: idl.Container | undefined = target.value;
  if (container == null) return [missing(at, "container")];
  const image = textOf(container.image) === "" ? [missing(at, "container image")] : [];
  const runs = itemsOf(container.command).length + itemsOf(container.args).length > 0;
  const command = runs || !hasVariables(template) ? [] : [missing(at, "command and no arguments")];
  return [...image, ...command];
}

function hasVariables({ interface: sides }: CheckedTask["template"]): boolean {
  return entriesOf(sides?.inputs?.variables).length + entriesOf(sides?.outputs?.variables).length > 0;
}

function missing(at: string, part: string): Problem {
  return toProblem(errors.PART_MISSING({ at, part }), { backendCode: "ValueRequired" });
}
