import { encode } from "@flytekit-ts/models";
import * as idl from "@flytekit-ts/models/core";
import { resolveType } from "@flytekit-ts/core/types";
import { runLocal } from "@flytekit-ts/local-exec";
import { isFlytekitError, t, task, workflow } from "@flytekit-ts/workflow";
import { compile } from "@flytekit-ts/workflow/compile";
import { toStandardJsonSchema } from "@valibot/to-json-schema";
import { type } from "arktype";
import { Schema } from "effect";
import { Type } from "typebox";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { z as oldZ } from "zod-4.1";

const bytesOf = (each: unknown): string =>
  Buffer.from(encode(idl.LiteralType, resolveType(each as never, "x").transformer.literalType)).toString(
    "hex",
  );

function caught(act: () => unknown): {
  readonly code: string;
  readonly text: string;
  readonly line: number | undefined;
} {
  try {
    act();
  } catch (error) {
    if (isFlytekitError(error)) return { code: error.code, text: error.text, line: error.location?.line };
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("what a schema says of a value", () => {
  const messageOf = (schema: unknown, value: unknown): string =>
    caught(() => resolveType(schema as never, "x").transformer.toLiteral(value)).text;

  it("has the place that arktype means: none, where the whole value is wrong", () => {
    expect(messageOf(type("'a' | 'b'"), "c")).toBe(
      'The value should be what its arktype schema takes (must be "a" or "b"), but was a string.',
    );
    const order = type({ lines: type({ sku: "string" }).configure({ title: "Line" }).array() });
    const lines = [{ sku: "a" }, { sku: 1 }];
    expect(messageOf(order.configure({ title: "Order" }), { lines })).toMatch(/^\.lines\[1\]\.sku should be/);
  });

  it.each<[string, unknown]>([
    ["arktype", type("string.email")],
    ["arktype, a union", type("'a' | 'b' | number")],
    ["valibot", toStandardJsonSchema(v.picklist(["a", "b"]))],
    ["valibot, a check", toStandardJsonSchema(v.pipe(v.string(), v.email()))],
    ["zod", z.enum(["a", "b"])],
    ["effect", Schema.toStandardSchemaV1(Schema.Literals(["a", "b"]))],
  ])("has no string of the value: %s", (_library, schema) => {
    const said = messageOf(schema, 'hunter2 (was "hunter2") but received hunter2');
    expect(said).toContain("schema takes (");
    expect(said).not.toContain("hunter2");
  });

  it("is what a refinement of zod threw, which is no sign that it is asynchronous", () => {
    const boom = new Error("boom");
    const throwing = z.object({ a: z.string().refine(() => fail(boom)) });
    const { transformer } = resolveType(throwing.meta({ title: "P" }), "x");
    let thrown: unknown;
    try {
      transformer.toLiteral({ a: "x" });
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: "VALUE_TYPE_MISMATCH", cause: boom });
    const waiting = z.string().refine(async () => true);
    expect(caught(() => resolveType(waiting, "x").transformer.toLiteral("x")).code).toBe("SCHEMA_ASYNC");
  });

  it("names what to write in place of JSON of any kind", () => {
    const hintOf = (schema: unknown): string | undefined => {
      try {
        resolveType(schema as never, "x");
      } catch (error) {
        return isFlytekitError(error) ? error.hint : undefined;
      }
      return undefined;
    };
    expect(hintOf(z.json())).toContain("`t.json()`");
    expect(hintOf(Schema.toStandardSchemaV1(Schema.Json))).toContain("`t.json()`");
    // zod takes anything for a field.
    expect(hintOf(z.object({ a: t.int() }))).toContain(
      "is a `t.struct(...)`, whose fields may be schemas too",
    );
    const titled = z.object({ a: z.int() }).meta({ title: "P" });
    expect(hintOf(titled.extend({ b: z.int() }))).toContain("again after `.extend` or `.pick`");
  });
});

function fail(error: Error): never {
  throw error;
}

describe("a record of each library is the record of t, byte for byte", () => {
  const own = t.struct("User", { age: t.int(), born: t.datetime(), nick: t.optional(t.string()) });
  it.each<[string, () => unknown]>([
    [
      "zod",
      () => z.object({ age: z.int(), born: z.date(), nick: z.string().optional() }).meta({ title: "User" }),
    ],
    [
      "zod 4.1",
      () =>
        oldZ
          .object({ age: oldZ.int(), born: oldZ.date(), nick: oldZ.string().optional() })
          .meta({ title: "User" }),
    ],
    [
      "arktype",
      () => type({ age: "number.integer", born: "Date", "nick?": "string" }).configure({ title: "User" }),
    ],
    [
      "valibot",
      () => {
        const entries = {
          age: v.pipe(v.number(), v.integer()),
          born: v.date(),
          nick: v.optional(v.string()),
        };
        return toStandardJsonSchema(v.pipe(v.object(entries), v.title("User")));
      },
    ],
    [
      "effect",
      () => {
        const fields = { age: Schema.Int, born: Schema.Date, nick: Schema.optionalKey(Schema.String) };
        return Schema.toStandardSchemaV1(Schema.Struct(fields).annotate({ title: "User" }));
      },
    ],
  ])("%s", (_name, schema) => {
    expect(bytesOf(schema())).toBe(bytesOf(own));
  });

  it("TypeBox, which has no dates", () => {
    const fields = { age: Type.Integer(), nick: Type.Optional(Type.String()) };
    const record = t.struct("User", { age: t.int(), nick: t.optional(t.string()) });
    expect(bytesOf(t.schema(Type.Object(fields, { title: "User" })))).toBe(bytesOf(record));
  });
});

describe("a schema that no type holds", () => {
  it("is refused with its path, at the author's line", () => {
    const user = z.object({ born: z.map(z.string(), z.int()) }).meta({ title: "User" });
    const { code, text, line } = caught(() => task({ name: "demo.t", inputs: { user } }, () => {}));
    expect([code, text]).toEqual([
      "SCHEMA_NOT_REPRESENTABLE",
      "The schema for inputs.user.born of task demo.t describes a Map, which no Flyte type holds.",
    ]);
    expect(line).toBeGreaterThan(0);
  });

  it("is refused without a title, which a record in another has from its field", () => {
    const bare = z.object({ a: z.object({ b: z.array(z.object({ c: z.int() })) }) });
    expect(caught(() => resolveType(bare, "x")).text).toContain("a record without a name");
    expect(bytesOf(bare.meta({ title: "P" }))).toBe(
      bytesOf(t.struct("P", { a: t.struct("PA", { b: t.list(t.struct("PAB", { c: t.int() })) }) })),
    );
  });
});

describe("values", () => {
  const User = z.object({ name: z.string().min(2), pin: z.string().regex(/^\d+$/) }).meta({ title: "User" });
  const greet = task(
    { name: "demo.greet", inputs: { user: User }, output: z.string() },
    ({ user }) => user.name,
  );

  it("are refused on the way in with the path and the library's words, and are not shown", async () => {
    const act = runLocal(greet, { user: { name: "Ada", pin: "secret" } });
    const error: unknown = await act.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(String(error)).toMatch(/user\.pin should be what its zod schema takes \(Invalid string/);
    expect(String(error)).not.toContain("secret");
  });

  it("are refused with the path by each library", () => {
    const refusal = (schema: unknown, value: unknown): string =>
      caught(() => resolveType(schema as never, "x").transformer.toLiteral(value)).text;
    const field = /^\.a\[0\] should be what its \w+ schema takes \(.+\), but was the number 0\.$/;
    const value = { a: [0] };
    expect(refusal(z.object({ a: z.array(z.int().min(1)) }).meta({ title: "P" }), value)).toMatch(field);
    expect(refusal(type({ a: "(number.integer > 0)[]" }).configure({ title: "P" }), value)).toMatch(field);
    const entries = { a: v.array(v.pipe(v.number(), v.integer(), v.minValue(1))) };
    expect(refusal(toStandardJsonSchema(v.pipe(v.object(entries), v.title("P"))), value)).toMatch(field);
    const fields = { a: Schema.Array(Schema.Int.check(Schema.isGreaterThan(0))) };
    expect(refusal(Schema.toStandardSchemaV1(Schema.Struct(fields).annotate({ title: "P" })), value)).toMatch(
      field,
    );
    const json = Type.Object({ a: Type.Array(Type.Integer({ minimum: 1 })) }, { title: "P" });
    expect(refusal(t.schema(json), value)).toMatch(field);
  });

  it("are refused on the way out", async () => {
    const wrong = task({ name: "demo.wrong", output: z.int().positive() }, () => -1);
    await expect(runLocal(wrong, {})).rejects.toThrow("TASK_OUTPUT_INVALID");
  });

  it("are what the schema makes of them", async () => {
    const trimmed = task(
      { name: "demo.trim", inputs: { s: z.string().trim() }, output: z.string() },
      ({ s }) => s,
    );
    expect(await runLocal(trimmed, { s: "  a " })).toBe("a");
  });

  it("that a schema waits for are refused", () => {
    const later = z.string().refine(async () => true);
    const { transformer } = resolveType(later, "x");
    expect(caught(() => transformer.toLiteral("a")).code).toBe("SCHEMA_ASYNC");
  });
});

describe("a workflow", () => {
  it("passes promises between schemas of two versions of zod, and their fields", async () => {
    const User = z.object({ age: z.int(), born: z.date() }).meta({ title: "User" });
    const OldUser = oldZ.object({ age: oldZ.int(), born: oldZ.date() }).meta({ title: "User" });
    const make = task({ name: "demo.make", output: User }, () => ({ age: 36, born: new Date(0) }));
    const year = task({ name: "demo.year", inputs: { user: OldUser }, output: oldZ.int() }, ({ user }) =>
      user.born.getUTCFullYear(),
    );
    const half = task({ name: "demo.half", inputs: { n: t.int() }, output: t.float() }, ({ n }) => n / 2);
    const wf = workflow({ name: "demo.wf", outputs: { year: t.int(), half: t.float() } }, () => {
      const user = make();
      return { year: year({ user }), half: half({ n: user.age }) };
    });
    expect(() => compile(wf)).not.toThrow();
    expect(await runLocal(wf)).toEqual({ year: 1970, half: 18 });
  });

  it("has defaults and optional inputs as its schemas have", async () => {
    const inputs = { n: z.int().default(5), s: z.string().optional(), d: z.date().default(new Date(0)) };
    const echo = task(
      { name: "demo.echo", inputs, output: z.string() },
      ({ n, s, d }) => `${n} ${s} ${d.getTime()}`,
    );
    expect(await runLocal(echo, {})).toBe("5 undefined 0");
    const wf = workflow({ name: "demo.defaults", inputs, output: t.string() }, ({ n }) => echo({ n }));
    expect(await runLocal(wf, { n: 6 })).toBe("6 undefined 0");
  });
});

describe("a codec", () => {
  const Instant = z.codec(z.iso.datetime(), z.date(), {
    decode: (text) => new Date(text),
    encode: (date) => date.toISOString(),
  });

  it("may have a default, which is a converted value", async () => {
    const when = task(
      { name: "demo.when", inputs: { at: Instant.default(new Date(5)) }, output: z.number() },
      ({ at }) => at.getTime(),
    );
    expect(await runLocal(when, {})).toBe(5);
    expect(await runLocal(when, { at: "1970-01-01T00:00:01.000Z" })).toBe(1000);
  });

  it("is decoded also where the default itself is received", () => {
    const { default: fallback, transformer } = resolveType(Instant.default(new Date(5)), "x");
    expect(fallback?.value).toEqual(new Date(5));
    expect(transformer.toLiteral(fallback?.value)).toEqual(transformer.toLiteral(new Date(5).toISOString()));
  });

  it("may not have a default that could be either of its sides", () => {
    const Twice = z.codec(z.string(), z.string(), {
      decode: (text) => `${text}!`,
      encode: (text) => text.slice(0, -1),
    });
    expect(caught(() => resolveType(Twice.default("a!"), "x")).text).toContain(
      "could be either of its sides",
    );
  });

  it("may have a default inside a record", async () => {
    const P = z.object({ at: Instant.default(new Date(5)) }).meta({ title: "P" });
    const when = task({ name: "demo.field", inputs: { p: P }, output: z.number() }, ({ p }) =>
      p.at.getTime(),
    );
    expect(await runLocal(when, { p: {} })).toBe(5);
  });

  it("may give what no type holds", async () => {
    const Counts = z.codec(z.record(z.string(), z.int()), z.map(z.string(), z.int()), {
      decode: (record) => new Map(Object.entries(record)),
      encode: (map) => Object.fromEntries(map),
    });
    const size = task(
      { name: "demo.size", inputs: { counts: Counts }, output: z.int() },
      ({ counts }) => counts.size,
    );
    expect(await runLocal(size, { counts: { a: 1, b: 2 } })).toBe(2);
  });

  it("of effect gives an object of its class", async () => {
    class Person extends Schema.Class<Person>("Person")({ age: Schema.Int }) {
      get isAdult(): boolean {
        return this.age >= 18;
      }
    }
    const person = Schema.toStandardSchemaV1(Person);
    const adult = task(
      { name: "demo.adult", inputs: { person }, output: t.boolean() },
      ({ person: p }) => p.isAdult,
    );
    expect(await runLocal(adult, { person: { age: 36 } })).toBe(true);
  });
});
