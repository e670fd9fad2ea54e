import { parseQuantity as nanosOf } from "@flytekit-ts/core/tasks";
import { refused } from "../../serving/refusal.js";

const BINARY: Readonly<Record<string, number>> = { Ki: 1, Mi: 2, Gi: 3, Ti: 4, Pi: 5, Ei: 6 };

/** An amount of something, as Kubernetes writes it. */
export interface Quantity {
  /** In billionths: amounts have no smaller parts. */
  readonly nanos: bigint;
  readonly isBinary: boolean;
}

const NANO = 1_000_000_000n;

/** An amount, or `undefined` for a text that is none. */
export function parseQuantity(text: string): Quantity | undefined {
  const nanos = nanosOf(text);
  return nanos === undefined ? undefined : { nanos, isBinary: /[KMGTPE]i$/.test(text) };
}

/** An amount in whole units, rounded up: flyteadmin compares these. */
export function wholeUnits({ nanos }: Quantity): bigint {
  return nanos > 0n ? (nanos + NANO - 1n) / NANO : nanos / NANO;
}

/** Whether an amount has no parts of a unit. */
export function isWhole({ nanos }: Quantity): boolean {
  return nanos % NANO === 0n;
}

/** An amount as Kubernetes writes it in its shortest form. */
export function quantityText({ nanos, isBinary }: Quantity): string {
  const sign = nanos < 0n ? "-" : "";
  const amount = nanos < 0n ? -nanos : nanos;
  if (amount === 0n) return "0";
  const units =
    isBinary && amount >= 1024n * NANO && amount % NANO === 0n ? binaryText(amount / NANO) : undefined;
  return `${sign}${units ?? decimalText(amount)}`;
}

function binaryText(units: bigint): string {
  const names = ["", ...Object.keys(BINARY)];
  let rest = units;
  let step = 0;
  for (; rest % 1024n === 0n && step < names.length - 1; step += 1) rest /= 1024n;
  return `${rest}${names[step]}`;
}

function decimalText(nanos: bigint): string {
  const names = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
  let rest = nanos;
  let step = 0;
  for (; rest % 1000n === 0n && step < names.length - 1; step += 1) rest /= 1000n;
  return `${rest}${names[step]}`;
}

/** @throws Refusal INVALID_ARGUMENT for a text that is no amount */
export function quantityOf(name: string, text: string): Quantity {
  const quantity = parseQuantity(text);
  if (quantity !== undefined) return quantity;
  const reason =
    "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
  throw refused.invalid(
    `Parsing of ${name} request failed for value ${text} - reason  ${reason}. Please follow K8s conventions for resources https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/`,
  );
}
