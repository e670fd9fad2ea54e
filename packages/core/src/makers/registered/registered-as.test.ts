import { describe, expect, it } from "vitest";
import { t } from "../t.js";
import { SimpleType } from "../../literals/idl-enums.js";
import { simpleType } from "../../literals/literal-type.js";
import { resolveType } from "../../schemas/resolve-type.js";
import type { TypeLike } from "../../types/infer.js";
import type { TypeTransformer } from "../../types/transformer.js";
import { mergeJson } from "./merge-json.js";
import type { RegisteredType } from "./registered-type.js";
import { registeredAs } from "./registered-as.js";

const transformerOf = (type: TypeLike): TypeTransformer => resolveType(type, "a test").transformer;

const order = t.struct("Order", { id: t.int(), note: t.string().default("-") });

describe("a type that is registered as another", () => {
  it("has the values of the type, and what is registered for Flyte", () => {
    const span = registeredAs(t.string(), { literalType: { type: { $case: "simple", value: 6 } } });
    expect(transformerOf(span).literalType).toEqual(simpleType(SimpleType.DURATION));
    expect(transformerOf(span).toLiteral("PT1M")).toEqual(transformerOf(t.string()).toLiteral("PT1M"));
  });

  it("names itself in unions as it is registered", () => {
    const pydantic = registeredAs(order, { tag: "Pydantic Transformer" });
    const { type } = transformerOf(t.optional(pydantic)).literalType;
    expect(type).toMatchObject({
      value: { variants: [{ structure: { tag: "Pydantic Transformer" } }, { structure: { tag: "none" } }] },
    });
    const literal = transformerOf(t.optional(pydantic)).toLiteral({ id: 1 });
    expect(literal.value).toMatchObject({
      value: { value: { value: { type: { structure: { tag: "Pydantic Transformer" } } } } },
    });
  });

  it("changes a schema within, for itself and for records around it", () => {
    const changed = registeredAs(order, {
      schema: { additionalProperties: undefined, properties: { id: { title: "Id" } }, required: [] },
    });
    const schema = {
      type: "object",
      title: "Order",
      properties: { id: { type: "integer", title: "Id" }, note: { type: "string", default: "-" } },
      required: [],
    };
    expect(transformerOf(changed).literalType.metadata).toEqual(schema);
    const outer = transformerOf(t.struct("Outer", { order: changed })).literalType;
    expect(outer.metadata).toMatchObject({ properties: { order: schema } });
    expect(outer.structure?.dataclassType.get("order")?.metadata).toEqual(schema);
  });

  it("changes the types of fields, and takes out those that Flyte does not know", () => {
    const changed = registeredAs(order, {
      fields: { id: { type: { $case: "simple", value: SimpleType.FLOAT } }, note: undefined },
    });
    const { structure } = transformerOf(changed).literalType;
    expect([...(structure?.dataclassType ?? [])]).toEqual([["id", simpleType(SimpleType.FLOAT)]]);
  });

  it("stays a record that a class can extend", () => {
    class Order extends registeredAs(order, { tag: "Pydantic Transformer" }) {}
    const value: Order = { id: 1, note: "x" };
    expect(transformerOf(Order).tag).toBe("Pydantic Transformer");
    expect(() => Reflect.construct(Order, [value])).toThrow("RECORD_CONSTRUCTED");
  });

  it("keeps its default and description", () => {
    const type = registeredAs(t.int().default(3).describe("how many"), { tag: "number" });
    const { default: given, description } = resolveType(type, "a test");
    expect([given?.value, description]).toEqual([3, "how many"]);
  });

  it("is no deeper than protobuf takes", () => {
    let deep: RegisteredType = { type: { $case: "simple", value: SimpleType.INTEGER } };
    for (let i = 0; i < 100; i += 1) deep = { type: { $case: "collectionType", value: deep } };
    expect(() => registeredAs(t.json(), { literalType: deep })).toThrow("VALUE_TOO_DEEP");
  });

  it("is made of a type only", () => {
    expect(() => registeredAs({} as never, {})).toThrow("TYPE_UNKNOWN");
  });
});

it("merges keys that objects have of their own", () => {
  const given = JSON.parse('{ "__proto__": { "a": 1 }, "b": null }') as { [key: string]: unknown };
  const merged = mergeJson(given, { ["__proto__"]: { a: 2 }, b: undefined, c: null });
  expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
  expect(JSON.stringify(merged)).toBe('{"__proto__":{"a":2},"c":null}');
});
