import type { BackendCode } from "../backend-code.js";
import { coreErrors, ResourceName } from "@flytekit-ts/core/plugin";
import type * as idl from "@flytekit-ts/models/core";
import { itemsOf, numberOf, textOf } from "../message-parts.js";
import { type Problem, toProblem } from "../problem.js";
import { amountFaults } from "./amount-faults.js";
import type { CheckedTask } from "./task-rule.js";

const NAMES: ReadonlyMap<number, string> = new Map([
  [ResourceName.CPU, "cpu"],
  [ResourceName.MEMORY, "memory"],
  [ResourceName.GPU, "gpu"],
  [ResourceName.EPHEMERAL_STORAGE, "ephemeralStorage"],
]);

type Entries = readonly idl.Resources_ResourceEntry[];

/**
 * The resources of a container make sense (validateTaskResources; the task compiler reads each quantity).
 *
 * The limits of the platform are a setting of the cluster and not looked at. A resource of any other name may
 * come more than once, since nothing uses it.
 */
export function resourceProblems({ template: { target }, at }: CheckedTask): readonly Problem[] {
  if (target?.$case !== "container") return [];
  const requests: Entries = itemsOf(target.value?.resources?.requests);
  const limits: Entries = itemsOf(target.value?.resources?.limits);
  const names = new Set([...requests, ...limits].map((entry) => numberOf(entry?.name)));
  return [...names].flatMap((name) => {
    const amounts = { requests: textsOf(requests, name), limits: textsOf(limits, name) };
    const resource = NAMES.get(name) ?? `resource ${name}`;
    const report = (problem: string, backendCode?: BackendCode): Problem =>
      toProblem(coreErrors.RESOURCE_INVALID({ at, resource, problem }), { backendCode });
    const repeated = NAMES.has(name) ? Object.entries(amounts).filter(([, texts]) => texts.length > 1) : [];
    if (repeated.length > 0) {
      return repeated.map(([end, texts]) => report(`has ${texts.length} ${end}, where one is allowed`));
    }
    return amountFaults(amounts, name === ResourceName.GPU).map(({ problem, unreadable }) =>
      report(problem, unreadable ? "UnrecognizedValue" : undefined),
    );
  });
}

function textsOf(entries: Entries, name: number): readonly string[] {
  return entries.filter((entry) => numberOf(entry?.name) === name).map((entry) => textOf(entry?.value));
}
