import * as errors from "../../errors.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { brief, entriesOf, textOf } from "../parts/message-parts.js";
import { shapeFault } from "./json-shape.js";
import { containersOf } from "./pod-containers.js";
import { podResourceProblems } from "./pod-resources.js";
import { podSpecShape } from "./pod-spec-shape.js";
import type { CheckedTask } from "./task-rule.js";

const LABEL = /^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/;

/**
 * A pod can be read, and its containers have names that Kubernetes accepts (validateK8sPod).
 *
 * flyteadmin accepts two more faults: a pod without containers, and a pod without its primary container, which the
 * configuration of the task has to name.
 */
export function podProblems({ template: { target, config }, at }: CheckedTask): readonly Problem[] {
  if (target?.$case !== "k8sPod" || target.value == null) return [];
  const { podSpec } = target.value;
  const backendCode = "InvalidValue";
  if (podSpec == null)
    return [toProblem(errors.PART_MISSING({ at, part: "pod specification" }), { backendCode })];
  const fault = shapeFault(podSpec, podSpecShape(), "podSpec");
  if (fault !== undefined) return [toProblem(errors.POD_INVALID({ at, problem: fault }), { backendCode })];

  const containers = containersOf(podSpec);
  const names = containers.map(({ name }) => name);
  const misnamed = names.filter((name) => !LABEL.test(name));
  if (misnamed.length > 0) {
    return misnamed.map((name) => {
      const problem = `has a container named ${quoted(name)}, which is not a DNS label`;
      return toProblem(errors.POD_INVALID({ at, problem }), { backendCode });
    });
  }
  const lost = primaryFault(names, textOf(new Map(entriesOf(config)).get("primary_container_name")));
  return [
    ...(lost === undefined ? [] : [toProblem(errors.POD_INVALID({ at, problem: lost }), {})]),
    ...containers.flatMap((container) => podResourceProblems(container, at)),
  ];
}

function primaryFault(names: readonly string[], primary: string): string | undefined {
  if (names.length === 0) return "has no containers";
  if (names.includes(primary)) return undefined;
  if (primary === "")
    return "has no primary container: `primary_container_name` is not in the task's `config`";
  return `has no container named ${quoted(primary)}, which is the name of its primary container`;
}

function quoted(name: string): string {
  return JSON.stringify(brief(name));
}
