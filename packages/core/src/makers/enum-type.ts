import { atCaller } from "../errors/at-caller.js";
import * as errors from "../errors.js";
import { enumTransformer } from "../transformers/enum.js";
import type { FlyteType } from "../types/infer.js";
import { makeType } from "../types/runtime-type.js";
import { describeValue, quoteValue } from "../words/describe-value.js";
import { isWellFormed } from "../words/plain-object.js";

/** Makes `t.enum`. @throws `ENUM_VALUES_INVALID` */
export function enumOf(values: readonly string[]): FlyteType<unknown, unknown> {
  return atCaller(enumOf, () => {
    const problem = problemOfEnum(values);
    if (problem !== undefined) throw errors.ENUM_VALUES_INVALID({ problem });
    return makeType({ transformer: enumTransformer(values) });
  });
}

function problemOfEnum(values: unknown): string | undefined {
  if (!Array.isArray(values)) return `was given ${describeValue(values)}`;
  if (values.length === 0) return "was given an empty list";
  const odd = values.findIndex((value) => typeof value !== "string" || !isWellFormed(value));
  if (odd >= 0) return `was given ${quoteValue(values[odd])}`;
  const seen = new Set<unknown>();
  const twice: unknown = values.find((value) => seen.size === seen.add(value).size);
  return twice === undefined ? undefined : `was given ${quoteValue(twice)} twice`;
}
