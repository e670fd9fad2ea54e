import { isCostly } from "@flytekit-ts/core/graph";
import { parseQuantity } from "@flytekit-ts/core/tasks";
import { brief } from "../parts/message-parts.js";

/** All amounts given for one resource: requests, and limits on its use. */
export interface Amounts {
  readonly requests: readonly string[];
  readonly limits: readonly string[];
}

/** A fault in the amounts of a resource. `problem` is the end of a sentence. */
export interface AmountFault {
  readonly problem: string;
  /** Whether Kubernetes cannot read the quantity at all. */
  readonly unreadable: boolean;
  /** What to do about it, if that is not obvious. */
  readonly advice?: string;
}

const ONE = 1_000_000_000n;

/**
 * The faults in the amounts of a resource.
 *
 * Each amount must be a quantity that Kubernetes can read, and not below zero. GPUs are whole units, and their
 * request and limit must be equal. For other resources the request must not be above the limit. flyteadmin compares
 * whole units, rounded up: it accepts a request of 600m with a limit of 500m, and then Kubernetes refuses the pod.
 */
export function amountFaults({ requests, limits }: Amounts, isGpu: boolean): readonly AmountFault[] {
  const faults = [
    ...requests.flatMap((text) => quantityFaults(text, "request", isGpu)),
    ...limits.flatMap((text) => quantityFaults(text, "limit", isGpu)),
  ];
  const [request, limit] = [requests[0], limits[0]];
  if (faults.length > 0 || request === undefined || limit === undefined) return faults;
  const [low, high] = [parseQuantity(request) ?? 0n, parseQuantity(limit) ?? 0n];
  if (isGpu && wholeUnits(low) !== wholeUnits(high)) {
    return [
      fault(
        `has the request ${quoted(request)} and the limit ${quoted(limit)}, which have to be equal`,
        "Give one quantity for both: `gpu: 1`.",
      ),
    ];
  }
  return low > high
    ? [
        fault(
          `has the request ${quoted(request)} above its limit ${quoted(limit)}`,
          "Raise the limit, or lower the request.",
        ),
      ]
    : [];
}

function quantityFaults(text: string, end: "request" | "limit", isGpu: boolean): readonly AmountFault[] {
  const amount = parseQuantity(text);
  const given = `has the ${end} ${quoted(text)}`;
  if (amount === undefined) return [{ problem: `${given}, which Kubernetes cannot read`, unreadable: true }];
  if (!/\d/.test(text))
    return [fault(`${given}, which has no digits and counts as 0`, "Write the amount: `1Gi`.")];
  if (isCostly(text)) {
    return [fault(`${given}, whose exponent is so large that Flyte would need minutes to read it`, ROUND)];
  }
  if (amount < 0n) return [fault(`${given}, which is below zero`)];
  // As in the backend, thousandths are compared, rounded up.
  const isWhole = wholeUnits(amount * 1000n) % 1000n === 0n;
  return isGpu && !isWhole
    ? [fault(`${given}, but must be a whole number`, "Give a whole number: `gpu: 1`.")]
    : [];
}

const ROUND = 'Give a quantity such as "500m" or "2Gi".';

function wholeUnits(billionths: bigint): bigint {
  return (billionths + ONE - 1n) / ONE;
}

function fault(problem: string, advice?: string): AmountFault {
  return { problem, unreadable: false, ...(advice === undefined ? {} : { advice }) };
}

function quoted(text: string): string {
  return JSON.stringify(brief(text));
}
