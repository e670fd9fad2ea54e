import { parseQuantity as nanosOf } from "@flytekit-ts/core/tasks";
import { refused } from "../../serving/refusal.js";

const BINARY: Readonly<Record<string, number>> = { Ki: 1, Mi: 2, Gi: 3, Ti: 4, Pi: 5, Ei: 6 };

/** An amount of something, as Kubernetes writes it. */
export interface Quantity {
  /** In billionths: amounts have no smaller parts. */
  readonly nanos: bigint;
  readonly isBinary: boolean;
  /** Whether it is written with an exponent. */
  readonly isExponent: boolean;
  /** As it was written, if Kubernetes keeps that. */
  readonly kept: string | undefined;
}

const DECIMAL: readonly string[] = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"];
const NANO = 1_000_000_000n;

/** An amount, or `undefined` for a text that is none. */
export function parseQuantity(text: string): Quantity | undefined {
  const nanos = nanosOf(text);
  if (nanos === undefined) return undefined;
  const isBinary = /[KMGTPE]i$/.test(text);
  const isExponent = /[eE][-+]?\d+$/.test(text);
  return { nanos, isBinary, isExponent, kept: isKept(text, isBinary) ? text : undefined };
}

/** Kubernetes keeps how an amount is written where it takes that for its shortest form at a glance. */
function isKept(text: string, isBinary: boolean): boolean {
  const [, whole = "", part = "", suffix = ""] = /^[+-]?0*(\d*)\.?(\d*)(.*)$/.exec(text) ?? [];
  const digits = `${whole === "" ? "0" : whole}${part}`;
  if (digits.length > 18) return false;
  if (isBinary) return part === "" && BigInt(digits) % 8n !== 0n;
  const exponent = /^[eE]([-+]?\d+)$/.exec(suffix)?.[1] ?? 3 * (DECIMAL.indexOf(suffix) - 3);
  const scale = Number(exponent) - part.length;
  return scale >= -9 && scale % 3 === 0 && !digits.endsWith("000") && !digits.startsWith("0");
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
export function quantityText({ nanos, isBinary, isExponent, kept }: Quantity): string {
  if (kept !== undefined) return kept;
  const sign = nanos < 0n ? "-" : "";
  const amount = nanos < 0n ? -nanos : nanos;
  if (amount === 0n) return "0";
  const units =
    isBinary && amount >= 1024n * NANO && amount % NANO === 0n ? binaryText(amount / NANO) : undefined;
  return `${sign}${units ?? decimalText(amount, isExponent)}`;
}

function binaryText(units: bigint): string {
  const names = ["", ...Object.keys(BINARY)];
  let rest = units;
  let step = 0;
  for (; rest % 1024n === 0n && step < names.length - 1; step += 1) rest /= 1024n;
  return `${rest}${names[step]}`;
}

function decimalText(nanos: bigint, isExponent: boolean): string {
  let rest = nanos;
  let step = 0;
  const last = isExponent ? Infinity : DECIMAL.length - 1;
  for (; rest % 1000n === 0n && step < last; step += 1) rest /= 1000n;
  const exponent = 3 * (step - 3);
  return `${rest}${isExponent ? (exponent === 0 ? "" : `e${exponent}`) : DECIMAL[step]}`;
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
