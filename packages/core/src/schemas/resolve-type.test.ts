import { describe, expect, it } from "vitest";
import { caught, refusal } from "../../test/support/caught.js";
import { schemaOf } from "../../test/support/schema-of.js";
import { castability } from "../castability/castability.js";
import { t } from "../makers/t.js";
import { decodeLiteral } from "../types/decode-literal.js";
import type { RuntimeType } from "../types/runtime-type.js";
import { resolveType } from "./resolve-type.js";

const AT = "inputs.x of task a.b";
const resolve = (schema: unknown): RuntimeType => resolveType(schema as never, AT);
const described = (json: unknown): RuntimeType => resolve(schemaOf(json));
const through = ({ transformer }: RuntimeType, value: unknown): unknown =>
  decodeLiteral(transformer, transformer.toLiteral(value));
const P = { type: "object", title: "P", additionalProperties: false };

describe("a schema is the type that t would make", () => {
  it.each([
    ["int", { type: "integer", minimum: 5 }, t.int()],
    ["float", { type: "number" }, t.float()],
    ["string with a format", { type: "string", format: "date-time" }, t.string()],
    ["boolean", { type: ["boolean"] }, t.boolean()],
    ["enum", { type: "string", enum: ["a", "b"] }, t.enum(["a", "b"])],
    ["literal", { const: "a" }, t.literal(["a"])],
    ["numbers", { enum: [1, 2] }, t.literal([1, 2])],
    ["constants one by one", { anyOf: [{ const: 1 }, { const: 1.5 }] }, t.literal([1, 1.5])],
    ["union", { anyOf: [{ type: "integer" }, { type: "string" }] }, t.union([t.int(), t.string()])],
    [
      "union with none",
      { oneOf: [{ type: "integer" }, { type: "string" }, { type: "null" }] },
      t.optional(t.union([t.int(), t.string()])),
    ],
    ["types", { type: ["integer", "string"] }, t.union([t.int(), t.string()])],
    ["list", { type: "array", items: { type: "integer" } }, t.list(t.int())],
    ["map", { type: "object", additionalProperties: { type: "number" } }, t.map(t.float())],
    ["untyped record", { type: "object" }, t.json()],
    ["nullable", { type: ["string", "null"] }, t.optional(t.string())],
    ["nullable of OpenAPI", { type: "string", nullable: true }, t.optional(t.string())],
    [
      "record",
      { ...P, properties: { a: { type: "integer" }, b: { type: "string" } }, required: ["a"] },
      t.struct("P", { a: t.int(), b: t.optional(t.string()) }),
    ],
    [
      "default",
      { ...P, properties: { a: { type: "integer", default: 5 } } },
      t.struct("P", { a: t.int().default(5) }),
    ],
    [
      "records inside",
      {
        ...P,
        properties: {
          a: { type: "array", items: { type: "object", properties: { n: { type: "number" } } } },
        },
        required: ["a"],
      },
      t.struct("P", { a: t.list(t.struct("PA", { n: t.optional(t.float()) })) }),
    ],
    [
      "definition",
      {
        $ref: "#/$defs/Q",
        $defs: { Q: { title: "Q", type: "object", properties: { n: { type: "null" } }, required: ["n"] } },
      },
      t.struct("Q", { n: t.none() }),
    ],
    [
      "intersection",
      {
        title: "P",
        allOf: [
          { type: "object", properties: { a: { type: "integer" } }, required: ["a"] },
          { type: "object", properties: { b: { type: "integer" } }, required: ["b"] },
        ],
      },
      t.struct("P", { a: t.int(), b: t.int() }),
    ],
  ])("%s", (_name, json, type) => {
    const { transformer } = described(json);
    const own = resolve(type).transformer;
    expect(transformer.literalType).toEqual(own.literalType);
    expect(transformer.jsonSchema).toEqual(own.jsonSchema);
    expect(transformer.tag).toBe(own.tag);
    expect(castability(transformer.literalType, transformer.literalType)).toBe("castable");
  });
});

describe("what no type holds is refused with its path", () => {
  it.each([
    [
      "a tuple",
      { ...P, properties: { a: { type: "array", prefixItems: [{ type: "integer" }] } } },
      "inputs.x.a of task a.b describes a tuple",
    ],
    ["any value", { type: "array", items: {} }, "inputs.x[] of task a.b describes any value"],
    [
      "no name",
      { type: "array", items: { ...P, title: undefined, properties: {} } },
      "inputs.x[] of task a.b describes a record without a name",
    ],
    ["never", false, "inputs.x of task a.b describes a value that never is"],
    ["an odd type", { type: "Map" }, 'describes a value of the type "Map", which JSON Schema does not have'],
    [
      "patterns",
      { type: "object", patternProperties: { "^a": true } },
      "describes keys that follow a pattern",
    ],
    [
      "more fields",
      { ...P, properties: { a: { type: "integer" } }, additionalProperties: true },
      "describes a record with more fields than it names",
    ],
    [
      "null and missing",
      { ...P, properties: { a: { type: ["integer", "null"] } } },
      "inputs.x.a of task a.b describes null beside undefined",
    ],
    ["no reference", { $ref: "#/$defs/X" }, "describes a `$ref` that leads nowhere"],
    ["a loop", { $ref: "#" }, "describes a value that contains itself, but not as a record"],
    [
      "a list in itself",
      { type: "array", items: { $ref: "#" } },
      "inputs.x[] of task a.b describes a value that contains itself",
    ],
    [
      "intersection",
      { allOf: [{ type: "integer" }, { type: "string" }] },
      "describes an intersection of different types",
    ],
    ["half a pair", { enum: ["\ud800"] }, "describes a constant that Flyte cannot hold"],
    [
      "a wrong default",
      { ...P, properties: { a: { type: "integer", default: "5" } } },
      "inputs.x.a of task a.b describes a default of another type",
    ],
  ])("%s", (_name, json, text) => {
    const error = caught(() => described(json));
    expect(error.code).toBe("SCHEMA_NOT_REPRESENTABLE");
    expect(error.text).toContain(text);
    expect(error.hint).toBeTruthy();
  });
});

describe("both sides of a schema", () => {
  it("must describe one type", () => {
    const record = (a: object): object => ({ ...P, properties: { a }, required: ["a"] });
    const act = (): unknown =>
      resolve(schemaOf(record({ type: "string" }), undefined, record({ type: "integer" })));
    expect(refusal(act)).toBe(
      "SCHEMA_SIDES_DIFFER: The schema for inputs.x.a of task a.b takes string and gives int, but a value of a Flyte type has one form.",
    );
  });

  it("may differ where a codec converts both ways: the input side is written", () => {
    const seconds = schemaOf(
      { type: "integer", "~codec": true },
      (value) =>
        typeof value === "number"
          ? { value: new Date(value * 1000) }
          : { issues: [{ message: "no number" }] },
      { "~flyte": { is: "datetime" }, "~codec": true },
    );
    const type = resolve(seconds);
    expect(type.transformer.literalType).toEqual(resolve(t.int()).transformer.literalType);
    expect(through(type, 5)).toEqual(new Date(5000));
  });
});

describe("a value", () => {
  const even = schemaOf({ type: "integer" }, (value) =>
    Number(value) % 2 === 0
      ? { value: Number(value) }
      : { issues: [{ message: "Must be even.", path: ["a", { key: 0 }] }] },
  );

  it("is validated on the way in", () => {
    expect(refusal(() => resolve(even).transformer.toLiteral({ a: [3] }))).toBe(
      "VALUE_TYPE_MISMATCH: .a[0] should be what its example schema takes (Must be even), but was the number 3.",
    );
  });

  it("is validated on the way out", () => {
    const literal = resolve(t.int()).transformer.toLiteral(3);
    expect(refusal(() => decodeLiteral(resolve(even).transformer, literal))).toContain(
      "should be what its example schema takes",
    );
  });

  it("is what the schema makes of it", () => {
    expect(through(resolve(even), "4")).toBe(4);
  });

  it("is validated also where a union takes over the variants", () => {
    const schema = schemaOf({ anyOf: [{ type: "integer" }, { type: "string" }] }, (value) =>
      value === 5 ? { value } : { issues: [{ message: "five" }] },
    );
    const { transformer } = resolve(t.union([schema as never, t.boolean()]));
    expect(() => transformer.toLiteral(5)).not.toThrow();
    expect(() => transformer.toLiteral(6)).toThrow("VALUE_TYPE_MISMATCH");
  });

  it("is refused if the schema makes another of it each time", () => {
    const plus = schemaOf({ type: "integer" }, (value) =>
      value === undefined ? { issues: [] } : { value: Number(value) + 1 },
    );
    expect(refusal(() => resolve(plus).transformer.toLiteral(3))).toContain(
      "leaves as it is once it has converted it",
    );
  });

  it("that is null stays null", () => {
    expect(through(described({ type: ["string", "null"] }), null)).toBeNull();
  });

  it("that is missing is no field", () => {
    expect(through(described({ ...P, properties: { a: { type: "integer" } } }), { a: undefined })).toEqual(
      {},
    );
  });

  it("is not shown, although the schema throws", () => {
    const failing = schemaOf({ type: "string" }, (value) => {
      if (value === undefined) return { issues: [] };
      throw new TypeError("bad");
    });
    const error = caught(() => resolve(failing).transformer.toLiteral("secret"));
    expect(error.message).not.toContain("secret");
    expect(error.cause).toEqual(new TypeError("bad"));
  });

  it("has fields that it does not declare: they are refused, and not lost", () => {
    const type = described({ ...P, properties: { a: { type: "integer" } }, required: ["a"] });
    expect(refusal(() => type.transformer.toLiteral({ a: 1, b: 2 }))).toContain(".b should be nothing");
  });
});

describe("a schema that takes nothing", () => {
  it("is a field that may be left out, as in t.struct", () => {
    const optional = schemaOf({ type: "string" }, (value) => ({ value })) as never;
    const [own, foreign] = [t.struct("P", { a: t.optional(t.string()) }), t.struct("P", { a: optional })];
    expect(resolve(foreign).transformer.literalType).toEqual(resolve(own).transformer.literalType);
    expect(through(resolve(foreign), {})).toEqual({ a: undefined });
  });

  it("is optional if it gives nothing", () => {
    const type = resolve(schemaOf({ type: "string" }, (value) => ({ value })));
    expect(type.transformer.literalType).toEqual(resolve(t.optional(t.string())).transformer.literalType);
    expect(through(type, undefined)).toBeUndefined();
  });

  it("has the default that it gives, new each time", () => {
    const type = resolve(
      schemaOf({ type: "array", items: { type: "integer" } }, (value) => ({ value: value ?? [5] })),
    );
    expect(type.default?.value).toEqual([5]);
    expect(type.default?.value).not.toBe(type.default?.value);
  });

  it("is refused if it takes null too", () => {
    expect(refusal(() => resolve(schemaOf({ type: ["string", "null"] }, (value) => ({ value }))))).toContain(
      "null beside undefined",
    );
  });
});

describe("a schema", () => {
  it("is read once", () => {
    let count = 0;
    const schema = schemaOf({
      get type() {
        count += 1;
        return "string";
      },
    });
    expect(resolve(schema)).toBe(resolve(schema));
    expect(count).toBeLessThanOrEqual(4);
  });

  it("describes its variable", () => {
    expect(described({ type: "integer", description: "how many" }).description).toBe("how many");
  });

  it("that is asynchronous is refused, and its promise handled", () => {
    const act = (): unknown =>
      resolve(schemaOf({ type: "string" }, async () => Promise.reject(new Error("late"))));
    expect(caught(act).code).toBe("SCHEMA_ASYNC");
  });

  it("without a JSON Schema is told what to do", () => {
    const of = (vendor: string): string | undefined =>
      caught(() => resolve({ "~standard": { version: 1, vendor, validate: () => ({}) } })).hint;
    expect(of("valibot")).toContain("toStandardJsonSchema(schema)");
    expect(of("effect")).toContain("Schema.toStandardSchemaV1(schema)");
    expect(of("zod")).toContain("Use zod 4");
    expect(of("other")).toContain("t.schema(jsonSchema)");
  });

  it.each([
    [{ type: "integer" }, "a JSON Schema was given", "t.schema(jsonSchema)"],
    [{ "~effect/Schema/Schema": "x" }, "a schema of effect was given", "Schema.toStandardSchemaV1(schema)"],
  ])("in another form than its own is told the right one: %j", (given, text, hint) => {
    const error = caught(() => resolve(given));
    expect([error.code, error.text, error.hint]).toEqual([
      "TYPE_UNKNOWN",
      expect.stringContaining(text),
      expect.stringContaining(hint),
    ]);
  });

  it.each([
    [
      "throws",
      {
        get type(): string {
          throw new Error("no");
        },
      },
      "SCHEMA_NOT_DESCRIBED",
    ],
    ["is no schema", 5, "SCHEMA_NOT_REPRESENTABLE"],
    ["has marks that are none", { "~flyte": { is: "nonsense" } }, "SCHEMA_NOT_REPRESENTABLE"],
    ["has a mark that is null", { "~flyte": null }, "SCHEMA_NOT_REPRESENTABLE"],
  ])("whose description %s is refused", (_name, description, code) => {
    expect(caught(() => described(description)).code).toBe(code);
  });

  it("that fails to describe itself says why", () => {
    const failing = schemaOf({
      get type(): string {
        throw new Error("No ids twice.");
      },
    });
    expect(caught(() => resolve(failing)).text).toContain("takes: it failed (No ids twice).");
  });

  it("that cannot be read is no type", () => {
    const odd = {
      get "~standard"() {
        throw new Error("odd");
      },
    };
    expect(caught(() => resolve(odd)).code).toBe("TYPE_UNKNOWN");
  });
});
