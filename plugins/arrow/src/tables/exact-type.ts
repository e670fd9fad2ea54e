import { t, type TypeLike } from "@flytekit-ts/core";
import { SimpleType } from "@flytekit-ts/core/literals";
import { createType, isOptional, type TypeTransformer } from "@flytekit-ts/core/types";

/** The type that has the same values for Flyte and keeps all of them exactly: an int is a bigint, for example. */
export function exactType(type: TypeTransformer): TypeLike {
  const { members } = type;
  if (isOptional(type) && members?.kind === "variants") {
    const [inner] = members.variants.filter((variant) => variant.tag !== "none");
    if (inner !== undefined) return t.optional(exactType(inner));
  }
  if (members?.kind === "list") return t.list(exactType(members.element));
  if (members?.kind === "map") return t.map(exactType(members.value));
  if (members?.kind === "record") {
    const fields = [...members.fields].map(([name, field]) => [name, exactType(field)] as const);
    return t.struct("Row", Object.fromEntries(fields));
  }
  switch (type.literalType.type?.$case === "simple" ? type.literalType.type.value : undefined) {
    case SimpleType.INTEGER:
      return t.int({ bigint: true });
    case SimpleType.DATETIME:
      return type.tag === "date" ? t.date() : t.datetime({ exact: true });
    case SimpleType.DURATION:
      return t.duration({ exact: true });
    default:
      return createType({ transformer: type });
  }
}
