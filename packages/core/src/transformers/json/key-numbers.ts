import { floatOf } from "../../literals/flyte-float.js";

/** The keys of one map that Python takes for equal: `1`, `1.0` and `True` are one key of a `dict`. */
export class KeyNumbers {
  // Most maps have strings alone, which a map or object holds once.
  #seen: Set<number | bigint> | undefined;

  /** Whether an equal key was asked for before. */
  hasSeen(key: unknown): boolean {
    const number = numberOf(key);
    if (number === undefined) return false;
    this.#seen ??= new Set();
    if (this.#seen.has(number)) return true;
    this.#seen.add(number);
    return false;
  }
}

function numberOf(key: unknown): number | bigint | undefined {
  if (typeof key === "bigint") return Number.isSafeInteger(Number(key)) ? Number(key) : key;
  if (typeof key === "boolean") return Number(key);
  const number = typeof key === "object" && key !== null ? floatOf(key) : key;
  if (typeof number !== "number") return undefined;
  return Number.isInteger(number) && !Number.isSafeInteger(number) ? BigInt(number) : number;
}
