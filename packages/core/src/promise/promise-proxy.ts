import { STAMP, STAMPED } from "../brands/contract.js";
import { PROMISE } from "../brands/promise-brand.js";
import { errors } from "../errors.js";
import { placeOfCaller } from "../source/source-location.js";
import { describeTarget, type PromiseTarget } from "../trace/promise-target.js";
import type { FlytePromise } from "../types/infer.js";
import type { TypeTransformer } from "../types/transformer.js";
import { comparisonOf, isOperator } from "./comparison.js";
import { isValueMethod } from "./value-methods.js";

const INSPECT: unique symbol = Symbol.for("nodejs.util.inspect.custom");

interface Holder {
  readonly "~promise": PromiseTarget;
  /**
   * On the holder, because Node's printer looks behind proxies. Not enumerable, because test matchers do not and
   * compare enumerable properties.
   */
  readonly [INSPECT]: () => string;
}
type Child = FlytePromise<unknown, unknown>;

const INSPECTED: PropertyDescriptor = {
  value(this: Holder) {
    return describe(this["~promise"]);
  },
};

/** Makes the promise of a target. */
export function createPromise(target: PromiseTarget): FlytePromise<unknown, unknown> {
  const holder = Object.freeze(Object.defineProperty({ "~promise": target }, INSPECT, INSPECTED)) as Holder;
  return new Proxy(holder, handler) as unknown as FlytePromise<unknown, unknown>;
}

/**
 * The properties of a promise.
 *
 * P1. `then` and `constructor` are always undefined: `await` must not wait for a `FlytePromise`, and test
 *     matchers must not treat it as an instance of a class.
 * P2. A promise of a record has the record's fields, and a promise of a list or map has `at`. A field hides an
 *     operator of the same name. Other properties are undefined, because printers and matchers look for them.
 * P3. Using the promise as a value (arithmetic, templates, `==`, iteration, JSON, methods such as `map`) throws
 *     `PROMISE_USED_AS_VALUE`.
 * P4. Reading the same part twice gives the same object.
 */
const handler: ProxyHandler<Holder> = {
  get(holder, key) {
    if (key === "~promise" || key === INSPECT) return Reflect.get(holder, key);
    if (key === "then" || key === "constructor") return undefined;
    return typeof key === "symbol" ? symbolOf(holder["~promise"], key) : memberOf(holder, key);
  },
};

function memberOf(holder: Holder, key: string): unknown {
  const target = holder["~promise"];
  const members = target.type.members;
  const field = members?.kind === "record" ? members.fields.get(key) : undefined;
  if (field !== undefined) return childOf(holder, key, field);
  if (key === "at" && members?.kind === "list") return elementOf(holder, members.element);
  if (key === "at" && members?.kind === "map") return entryOf(holder, members.value);
  if (key === "toJSON") return toJson(target);
  if (isOperator(key)) return comparisonOf(target, key);
  return isValueMethod(target.type, key) ? methodOf(target, key) : undefined;
}

function elementOf(holder: Holder, element: TypeTransformer) {
  return function at(index: unknown): Child {
    // An index in the IDL is an int32, and the backend counts from the front only.
    if (typeof index === "number" && Number.isInteger(index) && index >= 0 && index <= 0x7fffffff) {
      return childOf(holder, index, element);
    }
    const params = { promise: describeTarget(holder["~promise"]), index, wanted: "an index from 0" };
    throw errors.PROMISE_INDEX_INVALID(params, { location: placeOfCaller(at).location });
  };
}

function entryOf(holder: Holder, value: TypeTransformer) {
  return function at(key: unknown): Child {
    if (typeof key === "string") return childOf(holder, key, value);
    const params = { promise: describeTarget(holder["~promise"]), index: key, wanted: "a string key" };
    throw errors.PROMISE_INDEX_INVALID(params, { location: placeOfCaller(at).location });
  };
}

const children = new WeakMap<Holder, Map<string | number, Child>>();

function childOf(holder: Holder, step: string | number, type: TypeTransformer): Child {
  const known = children.get(holder) ?? new Map<string | number, Child>();
  children.set(holder, known);
  const { node, var: name, path } = holder["~promise"];
  const child = known.get(step) ?? createPromise({ node, var: name, path: [...path, step], type });
  known.set(step, child);
  return child;
}

function symbolOf(target: PromiseTarget, key: symbol): unknown {
  switch (key) {
    case PROMISE:
      return true;
    case STAMPED:
      return STAMP;
    case Symbol.toPrimitive:
      return function convert(): never {
        throw usedAsValue(target, "in an expression", convert);
      };
    case Symbol.iterator:
      // Promises of other types have no iterator, so JavaScript itself refuses to iterate them: test matchers would
      // otherwise compare them by iterating.
      return target.type.members?.kind === "list" || target.type.members?.kind === "map"
        ? iterator(target)
        : undefined;
    case Symbol.asyncIterator:
      return iterator(target);
    default:
      return undefined;
  }
}

function iterator(target: PromiseTarget) {
  return function iterate(): never {
    throw usedAsValue(target, "as something to iterate over", iterate);
  };
}

// JSON.stringify always passes a key. A printer that calls toJSON without arguments gets the description.
function toJson(target: PromiseTarget) {
  return function toJSON(...keys: readonly unknown[]): string {
    if (keys.length > 0) throw usedAsValue(target, "as JSON", toJSON);
    return describe(target);
  };
}

function describe(target: PromiseTarget): string {
  return `FlytePromise(${describeTarget(target)})`;
}

function methodOf(target: PromiseTarget, name: string) {
  return function call(): never {
    throw usedAsValue(target, `with the method ${name}`, call);
  };
}

function usedAsValue(target: PromiseTarget, use: string, callee: (...args: never[]) => unknown): Error {
  const { location } = placeOfCaller(callee);
  const isList = target.type.members?.kind === "list";
  return errors.PROMISE_USED_AS_VALUE({ promise: describeTarget(target), use, isList }, { location });
}
