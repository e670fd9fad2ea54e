import * as errors from "../errors.js";
import { type FlytekitError, isFlytekitError } from "../errors/flytekit-error.js";
import type { BindingData } from "../trace/binding.js";
import { isChosen } from "../types/chosen.js";
import type { TypeTransformer } from "../types/transformer.js";
import { describeValue } from "../words/describe-value.js";
import type { BindingTarget } from "./binding-target.js";
import { refusePromises } from "./refuse-promises.js";

/** How to bind a value: with the promises inside it, or as a constant. */
export interface Binds {
  bindValue(value: unknown, target: BindingTarget): BindingData;
  bindConstant(value: unknown, target: BindingTarget): BindingData;
}

/**
 * Binds an object to a union. As in flytekit, a list or map is bound as the variant it fits, without a union's tag, since
 * promises may be inside; anything else is a constant.
 *
 * @throws `UNION_AMBIGUOUS` if several variants fit: the backend wants exactly one.
 */
export function bindVariant(
  value: object,
  variants: readonly TypeTransformer[],
  { bindValue, bindConstant, ...target }: BindingTarget & Binds,
): BindingData {
  if (isChosen(value)) {
    refusePromises(value.value, { type: value["~as"], at: target.at });
    return bindConstant(value, target);
  }
  const possible = variants.filter((variant) => variant.mayBe?.(value) !== false);
  const [only] = possible;
  if (possible.length < 2) {
    const isContainer = only?.members?.kind === "list" || only?.members?.kind === "map";
    if (isContainer) return bindValue(value, { type: only, at: target.at });
    refusePromises(value, target);
    return bindConstant(value, target);
  }
  const fitting = fittingVariants(possible, (type) => bindValue(value, { type, at: target.at }));
  if (fitting.bound.length > 1) {
    const candidates = fitting.bound.map(({ type }) => type.words);
    throw errors.UNION_AMBIGUOUS({ path: target.at, given: describeValue(value), candidates });
  }
  const [best] = fitting.bound;
  if (best === undefined) throw mistakeOf(fitting.failures, target) ?? mismatch(value, target);
  return best.data.kind === "constant" ? bindConstant(value, target) : best.data;
}

interface Fitting {
  readonly bound: { readonly type: TypeTransformer; readonly data: BindingData }[];
  readonly failures: FlytekitError[];
}

function fittingVariants(
  variants: readonly TypeTransformer[],
  bind: (type: TypeTransformer) => BindingData,
): Fitting {
  const { bound, failures }: Fitting = { bound: [], failures: [] };
  for (const type of variants) {
    try {
      bound.push({ type, data: bind(type) });
    } catch (error) {
      if (!isFlytekitError(error)) throw error;
      failures.push(error);
    }
  }
  return { bound, failures };
}

// The error of the only variant that has something to say about what is inside the value.
function mistakeOf(failures: readonly FlytekitError[], { at }: BindingTarget): FlytekitError | undefined {
  const inside = failures.filter(
    (error) => !errors.BINDING_TYPE_MISMATCH.is(error) || error.params.at !== at,
  );
  return inside.length === 1 ? inside[0] : undefined;
}

function mismatch(value: object, { type, at }: BindingTarget): Error {
  return errors.BINDING_TYPE_MISMATCH({ at, wanted: type.words, given: describeValue(value) });
}
