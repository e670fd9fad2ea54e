import type { DescribedField } from "../described/described.js";
import { isReadObject, type Read } from "../rows/read-json.js";
import { emptyOf } from "./empty-of.js";
import { nativeOfAny } from "./native-of-any.js";
import type { OfKind } from "./of-kind.js";
import { type Making, maker, type Twin, type Type } from "./twin.js";

/** Records with their fields. */
export function recordTwin(type: OfKind<"record">, making: Making): Twin {
  const { name, fields } = type;
  const around = new Map([...making.around, [name, () => twin]]);
  const parts = new Map(fields.map((field) => [field.name, fieldTwin(field, { ...making, around })]));
  const types = Object.fromEntries([...parts].map(([key, part]) => [key, part.declared]));
  const fit = (key: string, item: Read): boolean => parts.get(key)?.twin.fits(item) ?? false;
  const twin: Twin = {
    type: maker("struct")(name, types),
    fits: (value) =>
      isReadObject(value) &&
      value.size === fields.length &&
      [...value].every(([key, item]) => fit(key, item)),
    // A record is a plain object here, and may leave out what has a default.
    takes: (value) =>
      isReadObject(value) &&
      [...value].every(([key, item]) => parts.get(key)?.twin.takes(item) ?? false) &&
      fields.every((field) => value.has(field.name) || mayBeLeftOut(field)),
    native(value) {
      if (!isReadObject(value)) return nativeOfAny(value);
      const entries = [...value].map(([key, item]) => [
        key,
        parts.get(key)?.twin.native(item) ?? nativeOfAny(item),
      ]);
      return Object.fromEntries(entries) as unknown;
    },
    isSame(value, decoded) {
      if (!isReadObject(value) || typeof decoded !== "object" || decoded === null) return false;
      if (Object.keys(decoded).some((key) => !value.has(key) && !parts.has(key))) return false;
      return [...parts].every(([key, part]) =>
        part.twin.isSame(value.has(key) ? (value.get(key) ?? null) : part.default, memberIn(decoded, key)),
      );
    },
  };
  return twin;
}

interface FieldTwin {
  readonly twin: Twin;
  readonly declared: Type;
  /** What the field has where it is left out. */
  readonly default: Read;
}

function fieldTwin(field: DescribedField, making: Making): FieldTwin {
  const twin = making.twinOf(field.type, making);
  if (field.default === undefined) return { twin, declared: twin.type, default: null };
  if (field.default !== "made") {
    const { value } = field.default;
    // The default of an optional is none already.
    const declared = value === null ? twin.type : twin.type.default(twin.native(value));
    return { twin, declared, default: value };
  }
  return { twin, declared: twin.type.default(emptyOf(field.type)), default: null };
}

function mayBeLeftOut({ type, default: fallback }: DescribedField): boolean {
  return (
    fallback !== undefined || (type.kind === "union" && type.variants.some(({ kind }) => kind === "none"))
  );
}

function memberIn(object: object, key: string): unknown {
  return Object.hasOwn(object, key) ? Reflect.get(object, key) : undefined;
}

/** The record that is around. */
export function selfTwin({ name }: OfKind<"self">, making: Making): Twin {
  const around = making.around.get(name);
  if (around === undefined) throw new Error(`there is no record ${name} around`);
  return {
    type: maker("lazy")(() => around().type),
    fits: (value) => around().fits(value),
    takes: (value) => around().takes(value),
    native: (value, literal) => around().native(value, literal),
    isSame: (value, decoded) => around().isSame(value, decoded),
  };
}
