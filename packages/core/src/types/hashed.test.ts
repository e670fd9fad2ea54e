import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import {
  fromLiteral,
  inUnion,
  roundTrip,
  toLiteral,
  transformerOf,
  wireOf,
} from "../../test/support/convert.js";
import { here } from "../../test/support/here.js";
import { countingStore, storedText } from "../../test/support/stored-text.js";
import * as errors from "../errors.js";
import { t } from "../makers/t.js";
import { runtimeType } from "./runtime-type.js";

const hashed = t.float().hashed((value) => `h${value}`);

describe("hashed", () => {
  it("writes the hash that flytekit writes", () => {
    expect(
      wireOf(
        t.float().hashed(() => "fixed"),
        1.5,
      ),
    ).toEqual(["CAI=", "CgsKCREAAAAAAAD4PyIFZml4ZWQ="]);
    expect(roundTrip(hashed, 1.5)).toBe(1.5);
  });

  it("hashes elements of lists and maps, and whole lists", () => {
    expect(toLiteral(t.list(hashed), [1, 2]).value).toMatchObject({
      value: { literals: [{ hash: "h1" }, { hash: "h2" }] },
    });
    expect(toLiteral(t.map(hashed), { a: 1 }).value).toMatchObject({
      value: { literals: new Map([["a", toLiteral(hashed, 1)]]) },
    });
    expect(
      toLiteral(
        t.list(t.int()).hashed(([first]) => `${first}`),
        [7],
      ).hash,
    ).toBe("7");
  });

  it("hashes an optional, but no variant of one, and no field of a record", () => {
    const whole = t.optional(t.int()).hashed((value) => `h${value}`);
    expect([toLiteral(whole, 1).hash, toLiteral(whole, null).hash]).toEqual(["h1", "hundefined"]);
    const variant = toLiteral(t.optional(hashed), 1);
    expect(variant).toEqual(toLiteral(t.optional(t.float()), 1));
    const record = t.struct("R", { x: hashed });
    expect(toLiteral(record, { x: 1 })).toEqual(toLiteral(t.struct("R", { x: t.float() }), { x: 1 }));
    expect(fromLiteral(hashed, inUnion(toLiteral(hashed, 1)))).toBe(1);
  });

  it("gives the function what a task receives", () => {
    const seen: unknown[] = [];
    const keep = (value: unknown): string => `${seen.push(value)}`;
    toLiteral(t.date().hashed(keep), new Date(0));
    toLiteral(t.int({ bigint: true }).hashed(keep), 1);
    toLiteral(t.struct("R", { x: t.int().default(2) }).hashed(keep), {});
    expect(seen).toEqual(["1970-01-01", 1n, { x: 2 }]);
  });

  it("hashes what is stored once it is stored, and not again", async () => {
    const seen: unknown[] = [];
    const type = storedText().hashed((value) => `h${seen.push(value)}`);
    const { storing, ...transformer } = transformerOf(type);
    const stored = await storing?.({ text: "a" })?.(countingStore());
    expect(transformer.toLiteral(stored)).toMatchObject({ hash: "h1" });
    expect(seen).toEqual([{ uri: "s3://b/a", loadedBy: "/tmp/x" }]);
    expect(storing?.({ uri: "s3://b/c" })).toBeUndefined();
    const record = transformerOf(t.struct("R", { x: type }));
    const value = await record.storing?.({ x: { text: "a" } })?.(countingStore());
    expect(record.toLiteral(value).hash).toBe("");
    expect(seen.length).toBe(1);
  });

  it("stands in any order with the rest", () => {
    const hash = (value: number): string => `h${value}`;
    for (const type of [
      t.int().hashed(hash).default(3).describe("d").annotate({ a: 1 }),
      t.int().annotate({ a: 1 }).describe("d").default(3).hashed(hash),
    ]) {
      const runtime = runtimeType(type, "x");
      expect([runtime.default?.value, runtime.description]).toEqual([3, "d"]);
      expect(runtime.transformer.literalType.annotation?.annotations).toEqual({ a: 1 });
      expect(toLiteral(type, 4).hash).toBe("h4");
    }
    class Named extends t.struct("Named", { x: t.int() }).hashed(({ x }) => `${x}`) {}
    expect(toLiteral(Named, { x: 1 }).hash).toBe("1");
  });

  it("refuses a hash that is no string, at the line of the function", () => {
    for (const [given, words] of [
      [1, "the number 1"],
      [undefined, "nothing"],
      ["", "an empty string"],
      ["\ud800", "a string with half a surrogate pair"],
      [Promise.resolve("x"), "an object of class Promise"],
    ] as const) {
      const type = t.int().hashed(() => given as string); // given
      const error = caught(() => toLiteral(t.list(type), [1]));
      expect(`${error.code}: ${error.text}`).toBe(
        `HASH_INVALID: The hash of a value (integer) must be a string, but the function given to \`hashed\` returned ${words}.`,
      );
      expect(error.location).toEqual(here(import.meta.url, "given", "hashed(() => given"));
    }
    const cause = new Error("mine");
    const fail = (): never => {
      throw cause;
    };
    expect(caught(() => toLiteral(t.int().hashed(fail), 1))).toMatchObject({ code: "HASH_INVALID", cause });
    expect(caught(() => toLiteral(t.int().hashed(fail), "x")).code).toBe(errors.VALUE_TYPE_MISMATCH.code);
  });

  it("refuses what is no function, and a second function", () => {
    expect(refusal(() => t.int().hashed("x" as never))).toBe(
      "OPTION_INVALID: The option `hashed` of a type takes one function, but was given a string.",
    );
    expect(refusal(() => hashed.annotate({}).hashed(() => "x"))).toMatch(/but was given a second one/);
  });
});
