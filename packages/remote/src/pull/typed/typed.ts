import { resolveType, type TypeLike, type TypeTransformer } from "@flytekit-ts/core/types";

/** A type that was read from the cluster, twice: as code of the module, and as what that code makes. */
export interface Typed {
  readonly type: TypeLike;
  readonly code: string;
  /** What the type does not say, for comments beside the variable or field. */
  readonly notes: readonly string[];
}

/** A type with code that makes it. */
export function typed(type: TypeLike, code: string, notes: readonly string[] = []): Typed {
  return { type, code, notes };
}

/** How values of a type become literals, and what Flyte knows of it. */
export function transformerOf({ type }: Typed): TypeTransformer {
  return resolveType(type, "a pulled type").transformer;
}
