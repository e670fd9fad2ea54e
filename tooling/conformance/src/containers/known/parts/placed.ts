import type { Literal, LiteralMap, LiteralType, VariableMap } from "@flytekit-ts/models/core";

/** A literal and the type of its place. */
export interface Placed {
  readonly literal: Literal;
  readonly type: LiteralType;
}

/** The literals of a map, with the types that are declared for them, and all their parts with theirs. */
export function placedIn(
  literals: LiteralMap | undefined,
  variables: VariableMap | undefined,
): readonly Placed[] {
  return [...(literals?.literals ?? [])].flatMap(([name, literal]) => {
    const type = variables?.variables.get(name)?.type;
    return type === undefined ? [] : parts({ literal, type });
  });
}

function parts(placed: Placed): readonly Placed[] {
  const { literal, type } = placed;
  const [value, kind] = [literal.value, type.type];
  if (value?.$case === "collection" && kind?.$case === "collectionType")
    return [placed, ...value.value.literals.flatMap((each) => parts({ literal: each, type: kind.value }))];
  if (value?.$case === "map" && kind?.$case === "mapValueType")
    return [
      placed,
      ...[...value.value.literals.values()].flatMap((each) => parts({ literal: each, type: kind.value })),
    ];
  const union = unionIn(literal);
  if (union?.value !== undefined && union.type !== undefined)
    return [placed, ...parts({ literal: union.value, type: union.type })];
  return [placed];
}

type Union = Extract<ScalarValue, { $case: "union" }>["value"];
type ScalarValue = NonNullable<Extract<NonNullable<Literal["value"]>, { $case: "scalar" }>["value"]["value"]>;

/** The scalar of a literal. */
export function scalarIn({ value }: Literal): ScalarValue | undefined {
  return value?.$case === "scalar" ? value.value.value : undefined;
}

/** The union of a literal. */
export function unionIn(literal: Literal): Union | undefined {
  const scalar = scalarIn(literal);
  return scalar?.$case === "union" ? scalar.value : undefined;
}

/** Whether a type is of this simple kind. */
export function isSimple({ type }: LiteralType, kind: number): boolean {
  return type?.$case === "simple" && type.value === kind;
}

/** All types in a type. */
export function typesIn(type: LiteralType): readonly LiteralType[] {
  const inner = type.type;
  if (inner?.$case === "collectionType" || inner?.$case === "mapValueType")
    return [type, ...typesIn(inner.value)];
  if (inner?.$case === "unionType") return [type, ...inner.value.variants.flatMap(typesIn)];
  return [type];
}
