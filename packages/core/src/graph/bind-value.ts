import type * as idl from "@flytekit-ts/models/core";
import { errors } from "../errors.js";
import { isFlytekitError } from "../errors/flytekit-error.js";
import { unreachable } from "../errors/unreachable.js";
import { isPromise, isSpreadPromise, targetOf } from "../promise/flyte-promise.js";
import { describeTarget } from "../promise/promise-target.js";
import { isVoidPromise } from "../promise/void-promise.js";
import { isCastable } from "../types/is-castable.js";
import { isPlainObject, segmentOf } from "../types/plain-object.js";
import type { Members, TypeTransformer } from "../types/transformer.js";
import type { BindingData } from "./binding.js";

/** Where a value is going: its declared type, and the place it was written (`square.x`, `sum.xs[1]`). */
export interface BindingTarget {
  readonly type: TypeTransformer;
  readonly at: string;
}

/**
 * Turn what an author passed for one input into binding data.
 *
 * Promises may sit anywhere inside lists and maps, so containers are walked here. Anything else is a
 * constant and belongs to its type.
 *
 * @throws `BINDING_TYPE_MISMATCH`, naming the innermost place that is wrong, `PROMISE_IN_RECORD`,
 * `VOID_USED_AS_VALUE`, `PROMISE_USED_AS_VALUE`.
 */
export function bindValue(value: unknown, target: BindingTarget): BindingData {
  if (typeof value !== "object" || value === null) return bindConstant(value, target);
  if (isPromise(value)) return bindPromise(value, target);
  if (isVoidPromise(value)) throw errors.VOID_USED_AS_VALUE({ entity: value["~node"].entity });
  if (isSpreadPromise(value)) throw errors.PROMISE_USED_AS_VALUE({ promise: target.at, use: "by spreading it" });
  const members = target.type.members;
  return members === undefined ? bindConstant(value, target) : bindContainer(value, members, target);
}

function bindPromise(value: Parameters<typeof targetOf>[0], { type, at }: BindingTarget): BindingData {
  const source = targetOf(value);
  if (isCastable(source.type.literalType, type.literalType)) return { kind: "promise", target: source };
  const given = `${describeTarget(source)} of type ${source.type.words}`;
  throw errors.BINDING_TYPE_MISMATCH({ at, wanted: type.words, given });
}

function bindContainer(value: object, members: Members, { type, at }: BindingTarget): BindingData {
  switch (members.kind) {
    case "list":
      if (!Array.isArray(value)) return bindConstant(value, { type, at });
      return { kind: "list", items: value.map((item, i) => bindValue(item, { type: members.element, at: `${at}[${i}]` })) };
    case "map":
      if (!isPlainObject(value)) return bindConstant(value, { type, at });
      return { kind: "map", entries: new Map(Object.entries(value).map(([key, item]) => {
        return [key, bindValue(item, { type: members.value, at: at + segmentOf(key) })];
      })) };
    case "variants":
      return bindVariant(value, members.variants, { type, at });
    case "record":
      refusePromisesIn(value, at);
      return bindConstant(value, { type, at });
    default:
      return unreachable(members);
  }
}

// As flytekit: a list or map for a union is bound as the variant it fits, without a union's tag.
function bindVariant(value: object, variants: readonly TypeTransformer[], target: BindingTarget): BindingData {
  const fitting = variants.find(({ members }) =>
    Array.isArray(value) ? members?.kind === "list" : members?.kind === "map" && isPlainObject(value),
  );
  if (fitting !== undefined) return bindValue(value, { type: fitting, at: target.at });
  if (variants.some(({ members }) => members?.kind === "record")) refusePromisesIn(value, target.at);
  return bindConstant(value, target);
}

// A record travels as one piece of bytes: the backend has no way to put a promise into it.
function refusePromisesIn(value: object, at: string): void {
  for (const [key, item] of Object.entries(value)) {
    const place = Array.isArray(value) ? `${at}[${key}]` : at + segmentOf(key);
    if (isPromise(item)) throw errors.PROMISE_IN_RECORD({ at: place, promise: describeTarget(targetOf(item)) });
    if (typeof item === "object" && item !== null && !(item instanceof Date)) refusePromisesIn(item, place);
  }
}

function bindConstant(value: unknown, { type, at }: BindingTarget): BindingData {
  try {
    return fromLiteral(type.toLiteral(value));
  } catch (error) {
    if (!isFlytekitError(error) || !errors.VALUE_TYPE_MISMATCH.is(error)) throw error;
    const { path, wanted, given } = error.params;
    throw errors.BINDING_TYPE_MISMATCH({ at: at + path, wanted, given }, { cause: error });
  }
}

function fromLiteral(literal: idl.Literal): BindingData {
  const value = literal.value;
  switch (value?.$case) {
    case "scalar":
      return { kind: "constant", scalar: value.value };
    case "collection":
      return { kind: "list", items: value.value.literals.map(fromLiteral) };
    case "map":
      return { kind: "map", entries: new Map([...value.value.literals].map(([key, item]) => [key, fromLiteral(item)])) };
    default:
      throw errors.LITERAL_NOT_BINDABLE({ kind: value?.$case ?? "empty" });
  }
}
