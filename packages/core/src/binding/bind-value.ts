import type * as idl from "@flytekit-ts/models/core";

import { faultOfCast } from "../castability/fault-of-cast.js";
import { isCastable } from "../castability/is-castable.js";
import { whyNotCast } from "../castability/why-not-cast.js";
import { unreachable } from "../errors/parts/unreachable.js";
import * as errors from "../errors.js";
import { isPromise, isSpreadPromise, targetOf } from "../promise/flyte-promise.js";
import { isVoidPromise } from "../promise/void-promise.js";
import type { BindingData } from "../trace/binding.js";
import { describeTarget } from "../trace/promise-target.js";
import { unwritten, within } from "../types/mismatch.js";
import type { Members, TypeTransformer } from "../types/transformer.js";
import { isPlainObject, isWellFormed, segmentOf } from "../words/plain-object.js";
import { bindVariant } from "./bind-variant.js";
import type { BindingTarget } from "./binding-target.js";
import { refusePromises, spreadUsed, voidUsed } from "./refuse-promises.js";

// False in a bundle that has no types made of others, which then has no code for them.
declare const FLYTEKIT_COMPOSITES: boolean | undefined;

/**
 * Turn the argument for one input into binding data.
 *
 * Promises may be anywhere inside lists and maps, so this function walks them. Any other value is a constant,
 * which its type encodes.
 *
 * @throws `BINDING_TYPE_MISMATCH`, naming the innermost place that is wrong, `PROMISE_IN_RECORD`,
 * `UNION_AMBIGUOUS`, `VOID_USED_AS_VALUE`, `PROMISE_USED_AS_VALUE`.
 */
export function bindValue(value: unknown, target: BindingTarget): BindingData {
  if (typeof value !== "object" || value === null) return bindConstant(value, target);
  if (isPromise(value)) return bindPromise(value, target);
  if (isVoidPromise(value)) throw voidUsed(value, target);
  if (isSpreadPromise(value)) throw spreadUsed(value);
  const members = target.type.members;
  if (members === undefined) return bindConstant(value, target);
  if (typeof FLYTEKIT_COMPOSITES === "boolean" && !FLYTEKIT_COMPOSITES)
    throw errors.PART_LEFT_OUT({
      what: `Binding a ${target.type.words} to ${target.at}`,
      part: "composites",
    });
  return bindContainer(value, members, target);
}

function bindPromise(value: Parameters<typeof targetOf>[0], { type, at }: BindingTarget): BindingData {
  const source = targetOf(value);
  if (isCastable(source.type.literalType, type.literalType)) return { kind: "promise", target: source };
  const given = `${describeTarget(source)} of type ${source.type.words}`;
  const why = whyNotCast(source.type.literalType, type.literalType);
  const fault = faultOfCast(source.type.literalType, type.literalType);
  throw errors.BINDING_TYPE_MISMATCH({ at, wanted: type.words, given, why, fault });
}

function bindContainer(value: object, members: Members, target: BindingTarget): BindingData {
  switch (members.kind) {
    case "list":
      return Array.isArray(value) ? bindList(value, members.element, target.at) : bindConstant(value, target);
    case "map":
      return isPlainObject(value) && Object.keys(value).every(isWellFormed)
        ? bindMap(value, members.value, target.at)
        : bindConstant(value, target);
    case "variants":
      return bindVariant(value, members.variants, { ...target, bindValue, bindConstant });
    case "record":
      refusePromises(value, target);
      return bindConstant(value, target);
    default:
      return unreachable(members);
  }
}

// Array.from and not map(), which skips the holes of a sparse array: a hole is a missing value and is refused.
function bindList(values: readonly unknown[], type: TypeTransformer, at: string): BindingData {
  return {
    kind: "list",
    items: Array.from(values, (item, i) => bindValue(item, { type, at: `${at}[${i}]` })),
  };
}

function bindMap(values: Record<string, unknown>, type: TypeTransformer, at: string): BindingData {
  const entries = Object.entries(values).map(([key, item]) => {
    return [key, bindValue(item, { type, at: at + segmentOf(key) })] as const;
  });
  return { kind: "map", entries: new Map(entries) };
}

function bindConstant(value: unknown, { type, at }: BindingTarget): BindingData {
  try {
    return fromLiteral(type.toLiteral(value));
  } catch (thrown) {
    const error = unwritten(thrown, type.words);
    if (!errors.VALUE_TYPE_MISMATCH.is(error)) throw within(at, error);
    const { path, ...rest } = error.params;
    throw errors.BINDING_TYPE_MISMATCH({ at: at + path, ...rest }, { cause: error });
  }
}

function fromLiteral(literal: idl.Literal): BindingData {
  const value = literal.value;
  switch (value?.$case) {
    case "scalar":
      return { kind: "constant", scalar: value.value };
    case "collection":
      return { kind: "list", items: value.value.literals.map(fromLiteral) };
    case "map": {
      const entries = [...value.value.literals].map(([key, item]) => [key, fromLiteral(item)] as const);
      return { kind: "map", entries: new Map(entries) };
    }
    default:
      throw errors.LITERAL_NOT_BINDABLE({ kind: value?.$case ?? "empty" });
  }
}
