import { assertContract } from "../contract/assert-contract.js";
import { stamped } from "../contract/stamped.js";
import * as errors from "../errors.js";
import { placeOfCaller } from "../source/source-location.js";
import type { NodeKey } from "../trace/node-key.js";
import type { VoidPromise } from "../types/infer.js";

const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/** A void promise with the node it stands for. */
export interface TracedVoidPromise extends VoidPromise {
  readonly "~node": NodeKey;
}

/** The result of calling an entity without outputs. It can be passed to `after`; using it as a value throws. */
export function createVoidPromise(node: NodeKey): TracedVoidPromise {
  // Not enumerable, because matchers compare enumerable properties.
  const hidden = (value: unknown): PropertyDescriptor => ({ value, enumerable: false });
  const refuse = function refuse(): never {
    throw errors.VOID_USED_AS_VALUE({ entity: node.entity }, { location: placeOfCaller(refuse).location });
  };
  const promise: TracedVoidPromise = stamped({ "~void": true, "~node": node });
  Object.defineProperty(promise, Symbol.toPrimitive, hidden(refuse));
  Object.defineProperty(
    promise,
    INSPECT,
    hidden(() => `VoidPromise(${node.entity})`),
  );
  return Object.freeze(promise);
}

/** Whether a value is a void promise, of this copy of the package or another. @throws `VERSIONS_MIXED` */
export function isVoidPromise(value: unknown): value is TracedVoidPromise {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "~void")) return false;
  assertContract(value);
  return true;
}
