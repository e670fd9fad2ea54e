import type { TypeFault } from "../../errors/type-fault.js";
import * as errors from "../../errors.js";
import { segmentOf } from "../../words/plain-object.js";

// Python writes no more than 511, and its reader allows 1,024.
const DEEPEST = 511;
// A longer path is cut in the middle.
const MOST_SEGMENTS = 12;

/** Where a walk through an untyped record is, so that what it refuses has a path. */
export class Walk {
  readonly #path: (string | number)[] = [];
  readonly #owners: object[] = [];
  readonly #wanted: string;

  constructor(wanted: string) {
    this.#wanted = wanted;
  }

  /** Enter a list or record, which `leave` leaves. `owner` is the object, if there is one. */
  enter(owner: object = this): void {
    this.#owners.push(owner);
    this.#path.push("");
    if (this.#owners.length <= DEEPEST) return;
    const isCycle = owner !== this && this.#owners.indexOf(owner) < this.#owners.length - 1;
    this.#path.pop();
    const given = isCycle ? "an object that contains itself" : `nested more than ${DEEPEST} levels deep`;
    throw this.refused(given, isCycle ? undefined : "too-deep");
  }

  leave(): void {
    this.#owners.pop();
    this.#path.pop();
  }

  /** Says which part is next. */
  at(key: string | number): void {
    this.#path[this.#path.length - 1] = key;
  }

  /** The error for the part where the walk is. */
  refused(given: string, fault: TypeFault | undefined, wanted = this.#wanted): Error {
    return errors.VALUE_TYPE_MISMATCH({ path: this.#where(), wanted, given, fault });
  }

  #where(): string {
    const segments = this.#path.map((key) => (typeof key === "number" ? `[${key}]` : segmentOf(key)));
    if (segments.length <= MOST_SEGMENTS) return segments.join("");
    const half = MOST_SEGMENTS / 2;
    return `${segments.slice(0, half).join("")}...${segments.slice(-half).join("")}`;
  }
}
