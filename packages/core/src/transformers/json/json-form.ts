import type { TypeFault } from "../../errors/type-fault.js";

/** What tells plain untyped records from exact ones. */
export interface JsonForm {
  readonly isExact: boolean;
  /** The type in words. */
  readonly words: string;
  /** What each part of a record is, in words. */
  readonly part: string;
  /** The hint for a part that is something else. */
  readonly fault: TypeFault;
}

/** What JSON holds. A whole number is an integer on the wire, and an integer beyond 2^53 is refused. */
export const PLAIN: JsonForm = {
  isExact: false,
  words: "untyped record",
  part: "a value of JSON",
  fault: "no-json",
};

/** What MessagePack holds, with nothing lost. */
export const EXACT: JsonForm = {
  isExact: true,
  words: "exact untyped record",
  part: "a value of MessagePack",
  fault: "no-exact-json",
};
