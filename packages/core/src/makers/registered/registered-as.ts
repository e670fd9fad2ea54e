import type * as idl from "@flytekit-ts/models/core";
import { atCaller } from "../../errors/at-caller.js";
import { nestingOfType } from "../../literals/nesting.js";
import { resolveType } from "../../schemas/resolve-type.js";
import { changedTransformer } from "../../types/changed-transformer.js";
import { depthOf, shallow } from "../../types/depth-of.js";
import type { TypeLike } from "../../types/infer.js";
import { makeRecordType, makeType } from "../../types/runtime-type.js";
import type { JsonSchema, TypeTransformer } from "../../types/transformer.js";
import { mergeJson } from "./merge-json.js";
import { type RegisteredType, toLiteralType } from "./registered-type.js";

/** What Flyte has registered of a type, where that differs from what the type itself says. */
export interface Registered {
  /** flytekit's name of its transformer, by which unions choose: `"Pydantic Transformer"`. */
  readonly tag?: string;
  /** The parts of the literal type that differ. The others are those of the type. */
  readonly literalType?: RegisteredType;
  /** What differs in the JSON Schema of a record. A keyword that is `undefined` is none of the registered schema. */
  readonly schema?: { readonly [keyword: string]: unknown };
  /** The literal types of the fields of a record that differ. Flyte has none for one that is `undefined`. */
  readonly fields?: { readonly [field: string]: RegisteredType | undefined };
}

/**
 * The same type, which Flyte knows as something else: for references to what was registered from other languages, so that
 * what is compared with it is compared with what is registered. Values are those of the type.
 *
 * `pull` of `@flytekit-ts/remote` writes it where it has to.
 *
 * @throws `TYPE_UNKNOWN`, `VALUE_TOO_DEEP`
 * @example
 * const order = registeredAs(t.struct("Order", { id: t.int() }), { tag: "Pydantic Transformer" });
 */
export function registeredAs<const X extends TypeLike>(type: X, as: Registered): X {
  return atCaller(registeredAs, () => {
    const runtime = resolveType(type, "the type of registeredAs");
    const changed = { ...runtime, transformer: registeredTransformer(runtime.transformer, as) };
    // A record can be extended by a class, and stays so.
    const made: unknown =
      typeof type === "function" ? makeRecordType(changed.transformer.words, changed) : makeType(changed);
    return made as X;
  });
}

function registeredTransformer(inner: TypeTransformer, as: Registered): TypeTransformer {
  const type = registeredType(inner.literalType, as);
  const isRecord = inner.members?.kind === "record";
  const hasSchema = as.schema !== undefined || as.literalType?.metadata !== undefined;
  const { tag } = as;
  return shallow(
    changedTransformer(inner, {
      literalType: type,
      depth: Math.max(depthOf(inner), nestingOfType(type)),
      ...(tag === undefined ? {} : { tag }),
      // What records around this one say of it.
      ...(isRecord && hasSchema ? { jsonSchema: type.metadata as JsonSchema } : {}),
    }),
  );
}

const PARTS = ["type", "metadata", "annotation", "structure"] as const;

function registeredType(own: idl.LiteralType, { literalType, schema, fields }: Registered): idl.LiteralType {
  const type: idl.LiteralType = { ...own };
  if (literalType !== undefined) {
    const whole = toLiteralType(literalType);
    for (const part of PARTS) if (part in literalType) Object.assign(type, { [part]: whole[part] });
  }
  const metadata = schema === undefined ? type.metadata : mergeJson(type.metadata ?? {}, schema);
  return { ...type, metadata, structure: structureOf(type.structure, fields) };
}

function structureOf(
  own: idl.TypeStructure | undefined,
  fields: Registered["fields"],
): idl.TypeStructure | undefined {
  if (fields === undefined) return own;
  const dataclassType = new Map(own?.dataclassType);
  for (const [name, type] of Object.entries(fields)) {
    if (type === undefined) dataclassType.delete(name);
    else dataclassType.set(name, toLiteralType(type));
  }
  return { tag: own?.tag ?? "", dataclassType };
}
