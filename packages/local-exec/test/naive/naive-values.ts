import type * as idl from "@flytekit-ts/models/core";

/** Literals by name, as messages hold them. */
export type Values = ReadonlyMap<string, idl.Literal>;

/** The value of a binding, given what nodes have put out. */
export function valueOf(
  data: idl.BindingData | undefined,
  outputsOf: (nodeId: string) => Values | undefined,
): idl.Literal {
  const { value } = data ?? {};
  switch (value?.$case) {
    case "scalar":
      return literal({ $case: "scalar", value: value.value });
    case "collection":
      return listOf(value.value.bindings.map((each) => valueOf(each, outputsOf)));
    case "map": {
      const literals = new Map(
        [...value.value.bindings].map(([key, each]) => [key, valueOf(each, outputsOf)] as const),
      );
      return literal({ $case: "map", value: { literals } });
    }
    case "promise": {
      const whole = outputsOf(value.value.nodeId)?.get(value.value.var);
      if (whole === undefined) throw new Error(`nothing at ${value.value.nodeId}.${value.value.var}`);
      return value.value.attrPath.reduce((from, { value: step }) => partOf(from, step?.value), whole);
    }
    default:
      throw new Error("a binding of nothing");
  }
}

/** A literal of a value. */
export function literal(value: idl.Literal["value"]): idl.Literal {
  return { value, hash: "", metadata: new Map() };
}

/** A list of literals. */
export function listOf(literals: idl.Literal[]): idl.Literal {
  return literal({ $case: "collection", value: { literals } });
}

/** The number or boolean in a literal. */
export function plainOf({ value }: idl.Literal): unknown {
  const scalar = value?.$case === "scalar" ? value.value.value : undefined;
  return scalar?.$case === "primitive" ? scalar.value.value?.value : undefined;
}

/** The elements of a list, and nothing of other literals. */
export function elementsOf({ value }: idl.Literal): readonly idl.Literal[] | undefined {
  return value?.$case === "collection" ? value.value.literals : undefined;
}

function partOf(from: idl.Literal, step: string | number | undefined): idl.Literal {
  const scalar = from.value?.$case === "scalar" ? from.value.value.value : undefined;
  if (scalar?.$case === "binary") return packedPart(scalar.value.value, step);
  const part = elementsOf(from)?.[Number(step)];
  if (part === undefined) throw new Error(`no part ${step}`);
  return part;
}

// MessagePack as far as our records have it: small maps and lists with short keys, and whole numbers.
function packedPart(bytes: Uint8Array, step: string | number | undefined): idl.Literal {
  let at = 0;
  const next = (): number => bytes[at++] ?? 0;
  const read = (): unknown => {
    const head = next();
    if (head < 0x80) return head;
    if (head < 0x90) return Object.fromEntries(Array.from({ length: head & 15 }, () => [read(), read()]));
    if (head < 0xa0) return Array.from({ length: head & 15 }, read);
    if (head < 0xc0) return String.fromCodePoint(...Array.from({ length: head & 31 }, next));
    if (head >= 0xe0) return head - 0x100;
    const size = [1, 2, 4, 8][head & 3] ?? 0;
    const unsigned = Array.from({ length: size }, next).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
    return Number(head >= 0xd0 ? BigInt.asIntN(size * 8, unsigned) : unsigned);
  };
  const part = (read() as Record<string | number, unknown>)[step ?? ""];
  if (Array.isArray(part)) return listOf(part.map(integerOf));
  return integerOf(part);
}

// Our records hold nothing else, and a path never ends on a record.
function integerOf(value: unknown): idl.Literal {
  if (typeof value !== "number") throw new Error("a part that our records do not have");
  const integer = { $case: "integer" as const, value: BigInt(value) };
  return literal({ $case: "scalar", value: { value: { $case: "primitive", value: { value: integer } } } });
}
