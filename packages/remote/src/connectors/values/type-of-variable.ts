import { t } from "@flytekit-ts/core";
import { resolveType, type RuntimeType, type TypeLike } from "@flytekit-ts/core/types";
import {
  BlobType_BlobDimensionality,
  type LiteralType,
  SimpleType,
  type Variable,
} from "@flytekit-ts/models/core";

/** Types by the name of their variable. */
export type Types = ReadonlyMap<string, RuntimeType>;

/**
 * The types of variables of which only their messages are known. Those that have no type here are left out, such as one
 * that the deprecated schemas of Flyte have.
 */
export function typesOfVariables(variables: ReadonlyMap<string, Variable> = new Map()): Types {
  const types = new Map<string, RuntimeType>();
  for (const [name, { type }] of variables) {
    const found = runtimeTypeOf(name, type);
    if (found !== undefined) types.set(name, found);
  }
  return types;
}

function runtimeTypeOf(name: string, type: LiteralType | undefined): RuntimeType | undefined {
  try {
    const found = type === undefined ? undefined : typeLikeOf(type);
    return found === undefined ? undefined : resolveType(found, name);
  } catch {
    // A type that no maker takes, such as a union of variants that are the same to us: its literal is given.
    return undefined;
  }
}

const SIMPLE: ReadonlyMap<number, () => TypeLike> = new Map<number, () => TypeLike>([
  [SimpleType.NONE, t.none],
  [SimpleType.INTEGER, t.int],
  [SimpleType.FLOAT, t.float],
  [SimpleType.STRING, t.string],
  [SimpleType.BOOLEAN, t.boolean],
  [SimpleType.DATETIME, t.datetime],
  [SimpleType.DURATION, t.duration],
  [SimpleType.BINARY, t.binary],
  [SimpleType.ERROR, t.error],
  [SimpleType.STRUCT, t.json],
]);

function typeLikeOf({ type }: LiteralType): TypeLike | undefined {
  switch (type?.$case) {
    case "simple":
      return SIMPLE.get(type.value)?.();
    case "collectionType":
      return around(type.value, (inner) => t.list(inner));
    case "mapValueType":
      return around(type.value, (inner) => t.map(inner));
    case "blob": {
      const { format, dimensionality } = type.value;
      return dimensionality === BlobType_BlobDimensionality.MULTIPART ? t.directory(format) : t.file(format);
    }
    case "enumType":
      return t.enum(type.value.values);
    case "structuredDatasetType":
      return t.dataset({ format: type.value.format });
    case "unionType":
      return unionOf(type.value.variants);
    default:
      return undefined;
  }
}

function around(inner: LiteralType, make: (type: TypeLike) => TypeLike): TypeLike | undefined {
  const type = typeLikeOf(inner);
  return type === undefined ? undefined : make(type);
}

function unionOf(variants: readonly LiteralType[]): TypeLike | undefined {
  const some = variants.filter(({ type }) => type?.$case !== "simple" || type.value !== SimpleType.NONE);
  const types = some.map(typeLikeOf);
  if (types.includes(undefined)) return undefined;
  const [first, second, ...rest] = types as TypeLike[];
  if (first === undefined) return t.none();
  const type = second === undefined ? first : t.union([first, second, ...rest]);
  return some.length === variants.length ? type : t.optional(type);
}
