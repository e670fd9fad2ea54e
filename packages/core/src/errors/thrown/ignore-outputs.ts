import { hasBrand } from "../../brands/has-brand.js";

const BRAND = Symbol.for("@flytekit-ts/ignore-outputs");

/**
 * An error that a task throws to end without outputs in a container, as one that has not failed.
 *
 * It is for tasks that several processes run together, where only one of them, the leader, gives the outputs. In a
 * local run nobody else gives them, so there it is an error like any other.
 */
export class IgnoreOutputs extends Error {
  /** Whether a value is such an error, of this copy of the package or another. */
  static override [Symbol.hasInstance](value: unknown): value is IgnoreOutputs {
    const isOfClass: unknown = Function.prototype[Symbol.hasInstance].call(this, value);
    return isOfClass === true || (this === IgnoreOutputs && isIgnoreOutputs(value));
  }

  constructor(message: string, options?: { readonly cause?: unknown }) {
    super(message, options);
    this.name = "IgnoreOutputs";
    Object.defineProperty(this, BRAND, { value: true });
  }
}

/** Whether a thrown value is an `IgnoreOutputs`, of this copy of the package or another. */
export function isIgnoreOutputs(value: unknown): boolean {
  return hasBrand(value, BRAND);
}
