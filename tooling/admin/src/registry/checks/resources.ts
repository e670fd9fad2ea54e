import {
  type Identifier,
  type Resources_ResourceEntry,
  Resources_ResourceName,
} from "@flytekit-ts/models/core";
import { refused } from "../../serving/refusal.js";
import { identifierText } from "../../texts/identifier-text.js";
import { enumName } from "../../texts/text-fields.js";
import { isWhole, type Quantity, quantityOf, quantityText, wholeUnits } from "./quantity.js";

const { CPU, GPU, MEMORY, EPHEMERAL_STORAGE } = Resources_ResourceName;

/** Amounts of resources by their number. */
export type Amounts = ReadonlyMap<number, Quantity>;

/** What a container asks for, and what it may have at most. */
export interface Wanted {
  readonly requests: Amounts;
  readonly limits: Amounts;
}

/**
 * The amounts of a list of resources.
 *
 * @throws Refusal INVALID_ARGUMENT for one twice, for a text that is no amount, and for parts of a GPU
 */
export function amountsOf(id: Identifier | undefined, entries: readonly Resources_ResourceEntry[]): Amounts {
  const amounts = new Map<number, Quantity>();
  for (const { name, value } of entries) {
    if (![CPU, GPU, MEMORY, EPHEMERAL_STORAGE].some((each) => each === name)) continue;
    const label = enumName(Resources_ResourceName, name);
    if (amounts.has(name))
      throw refused.invalid(`can't specify ${label} limit for task [${textOf(id)}] multiple times`);
    const amount = quantityOf(label, value);
    if (name === GPU && !isWhole(amount))
      throw refused.invalid(`gpu for [${textOf(id)}] must be a whole number, got: ${value} instead`);
    amounts.set(name, amount);
  }
  return amounts;
}

/** @throws Refusal INVALID_ARGUMENT where a request is more than its limit, or either more than the platform gives */
export function assertAmounts(
  id: Identifier | undefined,
  { requests, limits }: Wanted,
  platform: Amounts,
): void {
  for (const [name, request] of requests) {
    const limit = limits.get(name);
    const most = platform.get(name);
    const label = enumName(Resources_ResourceName, name);
    if (name === GPU) {
      if (limit !== undefined && wholeUnits(limit) !== wholeUnits(request))
        throw refused.invalid(
          `For extended resource 'gpu' the default value must equal the limit value for task [${textOf(id)}]`,
        );
    } else if (limit !== undefined && wholeUnits(limit) < wholeUnits(request))
      throw refused.invalid(
        `Requested ${label} default [${quantityText(request)}] is greater than the limit [${quantityText(limit)}]. Please fix your configuration`,
      );
    if (most === undefined) continue;
    for (const [kind, amount] of [["limit", limit] as const, ["default", request] as const])
      if (amount !== undefined && wholeUnits(amount) > wholeUnits(most))
        throw refused.invalid(
          `Requested ${label} ${kind} [${quantityText(amount)}] is greater than current limit set in the platform configuration [${quantityText(most)}]. Please contact Flyte Admins to change these limits or consult the configuration`,
        );
  }
}

function textOf(id: Identifier | undefined): string {
  return id === undefined ? "<nil>" : identifierText(id);
}
