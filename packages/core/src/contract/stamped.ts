import { STAMP, STAMPED } from "../brands/contract.js";

/** Stamps what another copy may read, with the contract of this copy. A spread keeps the stamp. */
export function stamped<T extends object>(made: T): T {
  return Object.defineProperty(made, STAMPED, { value: STAMP, enumerable: true });
}
