import type { Read } from "../rows/read-json.js";
import type { OfKind } from "./of-kind.js";
import { floatIn, integerIn, nativeOfAny } from "./native-of-any.js";
import { maker, type Twin } from "./twin.js";

/** One of several strings. */
export function enumTwin({ values }: OfKind<"enum">): Twin {
  return constantTwin(maker("enum")(values), values);
}

/** One of several constants of one kind. */
export function choiceTwin({ values, of }: OfKind<"choice">): Twin {
  const options = of === "float" ? [{ float: true }] : [];
  return constantTwin(maker("literal")(values, ...options), values, of === "float");
}

function constantTwin(type: Twin["type"], values: readonly unknown[], areFloats = false): Twin {
  const native = (value: Read): unknown => {
    const number = areFloats ? floatIn(value) : integerIn(value);
    if (number === undefined) return nativeOfAny(value);
    return typeof values[0] === "bigint" ? number : Number(number);
  };
  const fits = (value: Read): boolean => values.includes(native(value));
  return {
    type,
    fits,
    takes: fits,
    native,
    isSame: (value, decoded) => native(value) === decoded,
  };
}
