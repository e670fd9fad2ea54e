import type { JsonValue } from "@flytekit-ts/models/json";
import { t } from "@flytekit-ts/core";
import type { Described } from "../described/described.js";
import { bareOf } from "../described/described.js";
import { kindOf } from "../described/kind-of.js";
import { within } from "../described/source.js";
import type { Read } from "../rows/read-json.js";
import { nativeOfAny } from "./native-of-any.js";
import type { OfKind } from "./of-kind.js";
import { type Making, maker, type Twin, type Type } from "./twin.js";

/** One of several types, or an optional, whose last variant is none. */
export function unionTwin(union: OfKind<"union">, making: Making): Twin {
  const variants = union.variants.map((type) => ({ type, twin: making.twinOf(type, making) }));
  const values = variants.filter(({ type }) => type.kind !== "none").length;
  const taking = (value: Read): readonly Variant[] => variants.filter(({ twin }) => twin.takes(value));
  const fitting = (value: Read): readonly Variant[] => variants.filter(({ twin }) => twin.fits(value));
  return {
    type: typeOf(union, variants),
    fits: (value) => fitting(value).length > 0,
    takes(value) {
      const fit = fitting(value);
      return (fit.length > 0 ? fit : taking(value)).length === 1;
    },
    native(value, literal) {
      const found = fitting(value);
      // The default of a float stands in the schema as an int.
      const fit = found.length > 0 ? found : taking(value);
      const [only, another] = fit.length > 1 ? told(fit, literal) : fit;
      if (only === undefined) return nativeOfAny(value);
      const native = only.twin.native(value, within(literal, "scalar", "union", "value"));
      // An optional of one type has nothing to choose.
      if (another !== undefined || value === null || values < 2) return native;
      return (t.as as (type: unknown, value: unknown) => unknown)(only.twin.type, native);
    },
    isSame: (value, decoded) => variants.some(({ twin }) => twin.isSame(value, decoded)),
  };
}

interface Variant {
  readonly type: Described;
  readonly twin: Twin;
}

function typeOf({ isRequired }: OfKind<"union">, variants: readonly Variant[]): Type {
  const types = variants.map(({ twin }) => twin.type);
  const last = variants.at(-1);
  if (last?.type.kind !== "none" || isRequired === true) return maker("union")(types);
  const others = types.slice(0, -1);
  return maker("optional")(others.length === 1 ? others[0] : maker("union")(others));
}

/** Of variants whose values have one form, the one of the kind that the literal names. */
function told(fit: readonly Variant[], literal: JsonValue | undefined): readonly Variant[] {
  const type = within(literal, "scalar", "union", "type");
  if (type === undefined) return fit;
  const kind = kindOf({ type, values: [] });
  const same = fit.filter((variant) => bareOf(variant.type).kind === kind);
  return same.length === 0 ? fit : same;
}
