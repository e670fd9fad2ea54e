import type { BackendCode } from "../../problem/backend-code.js";
import { coreErrors } from "@flytekit-ts/core/errors";
import { ResourceName } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";
import { itemsOf, numberOf, textOf } from "../parts/message-parts.js";
import { type Problem, toProblem } from "../../problem/problem.js";
import { type Amounts, amountFaults } from "./amount-faults.js";
import type { CheckedTask } from "./task-rule.js";

const NAMES: ReadonlyMap<number, string> = new Map([
  [ResourceName.CPU, "cpu"],
  [ResourceName.MEMORY, "memory"],
  [ResourceName.GPU, "gpu"],
  [ResourceName.EPHEMERAL_STORAGE, "ephemeralStorage"],
]);

type Entries = readonly idl.Resources_ResourceEntry[];

/**
 * The resources of a container are valid (validateTaskResources; the task compiler reads each quantity).
 *
 * The limits of the platform are a setting of the cluster and are not checked. A resource with an unknown name may be
 * repeated, since nothing uses it.
 */
export function resourceProblems({ template: { target }, at }: CheckedTask): readonly Problem[] {
  if (target?.$case !== "container") return [];
  const amounts = new Map<number, { readonly requests: string[]; readonly limits: string[] }>();
  const collect = (entries: Entries, end: "requests" | "limits"): void => {
    for (const entry of entries) {
      const name = numberOf(entry?.name);
      const ofName = amounts.get(name) ?? { requests: [], limits: [] };
      ofName[end].push(textOf(entry?.value));
      amounts.set(name, ofName);
    }
  };
  collect(itemsOf(target.value?.resources?.requests), "requests");
  collect(itemsOf(target.value?.resources?.limits), "limits");
  return [...amounts].flatMap(([name, ofName]) => problemsOf(name, ofName, at));
}

function problemsOf(name: number, amounts: Amounts, at: string): readonly Problem[] {
  const resource = NAMES.get(name) ?? `resource ${name}`;
  const report = (problem: string, backendCode?: BackendCode, advice?: string): Problem =>
    toProblem(coreErrors.RESOURCE_INVALID({ at, resource, problem, advice }), { backendCode });
  const repeated = NAMES.has(name) ? Object.entries(amounts).filter(([, texts]) => texts.length > 1) : [];
  if (repeated.length > 0) {
    return repeated.map(([end, texts]) => report(`has ${texts.length} ${end}, where one is allowed`));
  }
  return amountFaults(amounts, name === ResourceName.GPU).map(({ problem, unreadable, advice }) =>
    report(problem, unreadable ? "UnrecognizedValue" : undefined, advice),
  );
}
