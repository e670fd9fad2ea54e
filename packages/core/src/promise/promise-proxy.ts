import { errors } from "../errors.js";
import { placeOfCaller } from "../entity/source-location.js";
import type { FlytePromise } from "../types/infer.js";
import { comparisonOf, isOperator } from "./comparison.js";
import { createPromise } from "./flyte-promise.js";
import { describeTarget, type PromiseTarget } from "./promise-target.js";

type Holder = { readonly "~promise": PromiseTarget };
type Child = FlytePromise<unknown, unknown>;

const BRAND = Symbol.for("@flytekit-ts/promise");
const INSPECT = Symbol.for("nodejs.util.inspect.custom");

/**
 * What a promise answers when code looks at it.
 *
 * P1. `then` and `constructor` are undefined always: `await` must not wait for a promise of Flyte, and test
 *     matchers must not take it for a class.
 * P2. A record answers to its fields, a list or map to `at`; operators come after fields; all else is
 *     undefined, because printers and matchers probe for names.
 * P3. What JavaScript does with a value (arithmetic, templates, `==`, iteration, JSON) throws, and says so.
 * P4. The same part asked twice is the same object.
 */
export const promiseHandler: ProxyHandler<Holder> = {
  get(holder, key) {
    if (key === "~promise") return holder["~promise"];
    if (key === "then" || key === "constructor") return undefined;
    return typeof key === "symbol" ? symbolOf(holder, key) : memberOf(holder, key);
  },
};

function memberOf(holder: Holder, key: string): unknown {
  const target = holder["~promise"];
  const members = target.type.members;
  const field = members?.kind === "record" ? members.fields.get(key) : undefined;
  if (field !== undefined) return childOf(holder, key, field);
  if (key === "at" && members?.kind === "list") return (index: number) => elementAt(holder, index);
  if (key === "at" && members?.kind === "map") return (entry: string) => entryAt(holder, entry);
  if (key === "toJSON") return toJson(target);
  return isOperator(key) ? comparisonOf(target, key) : undefined;
}

function elementAt(holder: Holder, index: number): Child {
  const target = holder["~promise"];
  if (target.type.members?.kind !== "list" || !Number.isInteger(index) || index < 0 || index > 0x7fffffff) {
    throw errors.PROMISE_INDEX_INVALID(
      { promise: describeTarget(target), index, wanted: "an index from 0" },
      { location: placeOfCaller(elementAt).location },
    );
  }
  return childOf(holder, index, target.type.members.element);
}

function entryAt(holder: Holder, key: string): Child {
  const target = holder["~promise"];
  if (target.type.members?.kind !== "map" || typeof key !== "string") {
    throw errors.PROMISE_INDEX_INVALID({ promise: describeTarget(target), index: key, wanted: "a string key" });
  }
  return childOf(holder, key, target.type.members.value);
}

const children = new WeakMap<Holder, Map<string | number, Child>>();

function childOf(holder: Holder, step: string | number, type: PromiseTarget["type"]): Child {
  let known = children.get(holder);
  if (known === undefined) children.set(holder, (known = new Map()));
  let child = known.get(step);
  if (child === undefined) {
    const { node, var: name, path } = holder["~promise"];
    known.set(step, (child = createPromise({ node, var: name, path: [...path, step], type })));
  }
  return child;
}

function symbolOf(holder: Holder, key: symbol): unknown {
  const target = holder["~promise"];
  switch (key) {
    case BRAND:
      return true;
    case INSPECT:
      return () => `FlytePromise(${describeTarget(target)})`;
    case Symbol.toPrimitive:
      return function convert(): never {
        throw usedAsValue(target, "in an expression", convert);
      };
    case Symbol.iterator:
    case Symbol.asyncIterator:
      return function iterate(): never {
        throw usedAsValue(target, "as something to iterate", iterate);
      };
    default:
      return undefined;
  }
}

// JSON.stringify always passes a key; printers that only probe pass none.
function toJson(target: PromiseTarget) {
  return function toJSON(...keys: readonly unknown[]): string {
    if (keys.length > 0) throw usedAsValue(target, "as JSON", toJSON);
    return `FlytePromise(${describeTarget(target)})`;
  };
}

function usedAsValue(target: PromiseTarget, use: string, callee: (...args: never[]) => unknown): Error {
  const { location } = placeOfCaller(callee);
  return errors.PROMISE_USED_AS_VALUE({ promise: describeTarget(target), use }, { location });
}
