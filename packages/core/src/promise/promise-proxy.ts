import { STAMP, STAMPED } from "../brands/contract.js";
import { PROMISE } from "../brands/promise-brand.js";
import * as errors from "../errors.js";
import { placeOfCaller } from "../source/source-location.js";
import { describeTarget, type PromiseTarget } from "../trace/promise-target.js";
import type { FlytePromise } from "../types/infer.js";
import type { TypeTransformer } from "../types/transformer.js";
import { comparisonOf, isOperator } from "./comparison.js";
import { assertKnownKey, assertKnownKeys, type Trap } from "./known-keys.js";
import { isWellFormed } from "../words/plain-object.js";
import { ownFields } from "./own-fields.js";
import { usedAsValue } from "./used-as-value.js";
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
  const hasFields = fieldsOf(target).size > 0;
  // The keys of a promised record are its fields. Other promises show this key, so that a copy is recognised.
  const bare = hasFields ? Object.defineProperty({}, "~promise", { value: target }) : { "~promise": target };
  const holder = Object.defineProperty(bare, INSPECT, INSPECTED) as Holder;
  // A holder of fields is frozen when it gets them.
  return new Proxy(hasFields ? holder : Object.freeze(holder), handler) as unknown as Child;
}

const NO_FIELDS: ReadonlyMap<string, TypeTransformer> = new Map();

function fieldsOf({ type: { members } }: PromiseTarget): ReadonlyMap<string, TypeTransformer> {
  return members?.kind === "record" ? members.fields : NO_FIELDS;
}

/**
 * The properties of a promise.
 *
 * P1. `then` and `constructor` are undefined: `await` must not wait for a `FlytePromise`, and test matchers must
 *     not treat it as an instance of a class. Only a record may have fields of these names; they are promises,
 *     which are no functions, so `await` does not wait for them.
 * P2. A promise of a record has the record's fields, and a promise of a list or map has `at`. A field hides an
 *     operator of the same name. Other properties are undefined, because printers and matchers look for them.
 * P3. Using the promise as a value (arithmetic, templates, `==`, iteration, JSON, methods such as `map`) throws
 *     `PROMISE_USED_AS_VALUE`.
 * P4. Reading the same part twice gives the same object.
 * P5. The keys of a promised record are its fields, so that a copy (`{ ...rest }`, `Object.entries`) has them. In a
 *     body the keys of other promises cannot be listed: nobody knows them before the workflow runs.
 */
const handler: ProxyHandler<Holder> = {
  get(holder, key) {
    if (key === "~promise" || key === INSPECT) return Reflect.get(holder, key);
    return typeof key === "symbol" ? symbolOf(holder["~promise"], key) : memberOf(holder, key);
  },
  has(holder, key) {
    assertKnownKey(holder["~promise"], key, handler.has as Trap);
    return Reflect.has(withFields(holder, key), key);
  },
  getOwnPropertyDescriptor: (holder, key) => Reflect.getOwnPropertyDescriptor(withFields(holder, key), key),
  ownKeys(holder) {
    assertKnownKeys(holder["~promise"], handler.ownKeys as Trap);
    return Reflect.ownKeys(withFields(holder));
  },
  preventExtensions: (holder) => Reflect.preventExtensions(withFields(holder)),
  set: () => false,
  // On a frozen holder this succeeds where nothing changes, as in Object.freeze.
  defineProperty: (holder, key, change) => Reflect.defineProperty(withFields(holder), key, change),
  deleteProperty: () => false,
  setPrototypeOf: () => false,
};

// Our own keys and symbols are asked for often, and no field has such a name.
function withFields(holder: Holder, key?: string | symbol): Holder {
  if (Object.isFrozen(holder) || typeof key === "symbol" || key?.startsWith("~") === true) return holder;
  const fields = [...fieldsOf(holder["~promise"])];
  return ownFields(
    holder,
    fields.map(([name, type]) => [name, childOf(holder, name, type)]),
  );
}

function memberOf(holder: Holder, key: string): unknown {
  const target = holder["~promise"];
  const members = target.type.members;
  const field = fieldsOf(target).get(key);
  if (field !== undefined) return childOf(holder, key, field);
  if (key === "then" || key === "constructor") return undefined;
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
    if (typeof key === "string" && isWellFormed(key)) return childOf(holder, key, value);
    const wanted = typeof key === "string" ? "a key of whole characters" : "a string key";
    const params = { promise: describeTarget(holder["~promise"]), index: key, wanted };
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
