import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import {
  fromLiteral,
  hexOf,
  packed,
  roundTrip,
  roundTripPacked,
  struct,
  toLiteral,
  transformerOf,
} from "../../test/support/convert.js";
import { countingStore, storedText } from "../../test/support/stored-text.js";
import { traced } from "../../test/support/workflows.js";
import { bindValue } from "../binding/bind-value.js";
import { castability } from "../castability/castability.js";
import { SimpleType } from "../literals/idl-enums.js";
import { msgpackLiteral } from "../literals/literal.js";
import { t } from "../makers/t.js";
import type { FlyteType } from "../types/infer.js";
import { MOST_NESTED } from "./records/nesting.js";

class Tree extends t.struct("Tree", {
  value: t.int(),
  children: t.list(t.lazy((): t.Type<Tree> => Tree)),
}) {}

interface Link {
  readonly v: number;
  readonly next?: Link | undefined;
}
type Chain = FlyteType<Link, unknown, unknown>;
const chain = t.struct("Chain", { v: t.int(), next: t.optional(t.lazy((): Chain => chain)) });

interface Add {
  readonly left: Expr;
  readonly right: Expr;
  readonly kind: "add";
}
interface Mul {
  readonly left: Expr;
  readonly right: Expr;
  readonly kind: "mul";
}
type Expr = Add | Mul | number;
const add = (): FlyteType<Add, unknown, unknown> => sum;
const mul = (): FlyteType<Mul, unknown, unknown> => product;
const expr = t.union([t.lazy(add), t.lazy(mul), t.float()]);
const sum = t.struct("Add", { left: expr, right: expr, kind: t.enum(["add"]) });
const product = t.struct("Mul", { left: expr, right: expr, kind: t.enum(["mul"]) });

const oak = {
  value: 1,
  children: [
    { value: 2, children: [] },
    { value: 3, children: [{ value: 4, children: [] }] },
  ],
};
const links = (size: number): Link => {
  let link: Link = { v: 0, next: undefined };
  for (let i = 1; i < size; i += 1) link = { v: i, next: link };
  return link;
};
const UNTYPED = {
  type: { $case: "simple", value: SimpleType.STRUCT },
  metadata: undefined,
  annotation: { annotations: { "cache-key-metadata": { "serialization-format": "msgpack" } } },
  structure: undefined,
};

describe("a recursive record", () => {
  it("is written as flytekit writes it", () => {
    const small = { value: 1, children: [{ value: 2, children: [] }] };
    expect(hexOf(toLiteral(Tree, small))).toBe(
      "82a576616c756501a86368696c6472656e9182a576616c756502a86368696c6472656e90",
    );
    expect(hexOf(toLiteral(chain, links(2)))).toBe("82a17601a46e65787482a17600a46e657874c0");
  });

  it("is read back, in every form", () => {
    expect(roundTrip(Tree, oak)).toEqual(oak);
    expect(roundTripPacked(t.list(Tree), [oak])).toEqual([oak]);
    expect(fromLiteral(Tree, struct(oak))).toEqual(oak);
    expect(roundTrip(chain, links(5))).toEqual(links(5));
    expect(
      roundTrip(
        t.lazy((): Chain => chain),
        links(5),
      ),
    ).toEqual(links(5));
    expect(roundTrip(t.map(Tree), { a: oak })).toEqual({ a: oak });
  });

  it("has no schema, nor has what contains it, and its type is cut where it begins again", () => {
    const { literalType } = transformerOf(Tree);
    expect(literalType).toMatchObject({ metadata: undefined, annotation: UNTYPED.annotation });
    expect(literalType.structure?.dataclassType.get("children")?.type).toEqual({
      $case: "collectionType",
      value: UNTYPED,
    });
    const forest = transformerOf(t.struct("Forest", { trees: t.map(t.list(Tree)), n: t.int() })).literalType;
    expect(forest.metadata).toBeUndefined();
    expect([...(forest.structure?.dataclassType.keys() ?? [])]).toEqual(["trees", "n"]);
    expect(transformerOf(t.struct("P", { x: t.int() })).literalType.metadata).toBeDefined();
    const keyed = t.struct("K", { trees: t.map(Tree, { keys: t.int() }) });
    expect(transformerOf(keyed).literalType.metadata).toBeUndefined();
  });

  it("is castable to itself", () => {
    for (const type of [Tree, chain, expr, t.lazy((): Chain => chain), t.list(Tree)]) {
      const { literalType } = transformerOf(type);
      expect(castability(literalType, literalType)).toBe("castable");
    }
  });

  it("is named in words, wherever it is", () => {
    expect(transformerOf(t.list(t.lazy((): Chain => chain))).words).toBe("list of record Chain");
    expect(refusal(() => toLiteral(Tree, { value: 1, children: [{ value: "x", children: [] }] }))).toBe(
      "VALUE_TYPE_MISMATCH: .children[0].value should be integer, but was a string.",
    );
    expect(refusal(() => toLiteral(Tree, { value: 1, children: [5] }))).toBe(
      "VALUE_TYPE_MISMATCH: .children[0] should be record Tree, but was the number 5.",
    );
  });

  it("may contain itself in unions", () => {
    const value = { kind: "add", left: { kind: "mul", left: 1, right: 2.5 }, right: 3 };
    expect(roundTrip(expr, value)).toEqual(value);
    expect(roundTrip(t.list(expr), [value, 7])).toEqual([value, 7]);
    expect(roundTrip(expr, t.as(sum, { kind: "add", left: 1, right: 2 }))).toEqual({
      kind: "add",
      left: 1,
      right: 2,
    });
    expect(refusal(() => toLiteral(expr, { kind: "add", left: 1, right: "x" }))).toContain(
      "record Add or record Mul or float",
    );
  });

  it("takes no more time for each level of unions", () => {
    let value: Expr = 1;
    for (let i = 0; i < 100; i += 1) value = { kind: i % 2 === 0 ? "add" : "mul", left: value, right: i };
    const started = performance.now();
    expect(roundTrip(expr, value)).toEqual(value);
    expect(performance.now() - started).toBeLessThan(5000);
    const broken = JSON.parse(JSON.stringify(value).replace('"left":1,', '"left":"x",')) as unknown;
    expect(refusal(() => toLiteral(expr, broken))).toMatch(/^VALUE_TYPE_MISMATCH/);
  });
});

describe("a value that is too deep", () => {
  const deepest = links(MOST_NESTED + 1);

  it("is refused, and one that is as deep as can be is not", () => {
    expect(roundTrip(chain, deepest)).toEqual(deepest);
    const error = caught(() => toLiteral(chain, { v: 1, next: deepest }));
    expect(error).toMatchObject({
      code: "VALUE_TYPE_MISMATCH",
      hint: "Make it flatter, or pass it as a file.",
    });
    expect(error.text).toMatch(
      /^\.next\.next.*\.\.\. should be record Chain in at most 250 others, but was one that is nested more deeply, or that contains itself\.$/,
    );
    expect(error.text.length).toBeLessThan(500);
  });

  it("is refused if it contains itself", () => {
    const cycle: { v: number; next?: unknown } = { v: 1 };
    cycle.next = cycle;
    expect(refusal(() => toLiteral(chain, cycle))).toContain("or that contains itself");
    const twins: { value: number; children: unknown[] } = { value: 1, children: [] };
    twins.children.push(twins, twins);
    expect(refusal(() => toLiteral(Tree, twins))).toContain("or that contains itself");
    const both: Record<string, unknown> = { kind: "add", right: 1 };
    both["left"] = both;
    expect(refusal(() => toLiteral(expr, both))).toMatch(/^VALUE_TYPE_MISMATCH/);
    traced({}, () => {
      for (const value of [cycle, twins]) {
        const type = transformerOf(value === cycle ? chain : Tree);
        expect(refusal(() => bindValue(value, { type, at: "job.x" }))).toContain("or that contains itself");
      }
    });
  });

  it("is refused if it comes in bytes", () => {
    for (const levels of [1000, 100_000]) {
      const bytes = Buffer.from(`${"82a17601a46e657874".repeat(levels)}c0`, "hex");
      expect(refusal(() => fromLiteral(chain, msgpackLiteral(bytes)))).toContain("nested more deeply");
      const trees = Buffer.from(`${"82a576616c756501a86368696c6472656e91".repeat(levels)}c0`, "hex");
      expect(
        refusal(() => fromLiteral(t.list(Tree), msgpackLiteral(Buffer.concat([Buffer.from([0x91]), trees])))),
      ).toContain("nested more deeply");
      const lists = Buffer.from(`82a17601a161${"91".repeat(levels)}c0`, "hex");
      expect(fromLiteral(chain, msgpackLiteral(lists))).toEqual({ v: 1, next: undefined });
      const sums = Buffer.from(`${"83a46b696e64a3616464a5726967687401a46c656674".repeat(levels)}01`, "hex");
      expect(refusal(() => fromLiteral(expr, msgpackLiteral(sums)))).toMatch(/^VALUE_TYPE_MISMATCH/);
    }
  });
});

describe("t.lazy", () => {
  it("asks for the record once, at the first use", () => {
    let asked = 0;
    const type = t.lazy((): Chain => {
      asked += 1;
      return chain;
    });
    const around = t.struct("R", { x: t.list(t.map(t.optional(type))), u: t.union([type, t.int()]) });
    expect(transformerOf(around).literalType.metadata).toBeUndefined();
    expect(asked).toBe(0);
    roundTrip(around, { x: [{ a: links(2), b: links(3) }], u: 1 });
    expect(asked).toBe(1);
  });

  it("needs a function that returns a record", () => {
    const itself: FlyteType<unknown, unknown, unknown> = t.lazy(
      (): FlyteType<unknown, unknown, unknown> => itself,
    );
    const one: FlyteType<unknown, unknown, unknown> = t.lazy(
      (): FlyteType<unknown, unknown, unknown> => other,
    );
    const other = t.lazy(() => one);
    const what =
      "OPTION_INVALID: The option `type` of t.lazy takes a function that returns a record, but was given";
    expect(refusal(() => t.lazy(chain as never))).toBe(`${what} a type.`);
    expect(
      refusal(() =>
        toLiteral(
          t.lazy(() => t.int()),
          1,
        ),
      ),
    ).toBe(`${what} one that returns integer.`);
    expect(refusal(() => toLiteral(itself, {}))).toBe(`${what} one that returns itself.`);
    expect(refusal(() => toLiteral(one, {}))).toBe(`${what} one that returns itself.`);
    expect(
      refusal(() =>
        toLiteral(
          t.lazy(() => 5 as never),
          {},
        ),
      ),
    ).toMatch(/^TYPE_UNKNOWN: .* the type of t\.lazy/);
    const early = t.lazy((): Chain => {
      throw new ReferenceError("early");
    });
    const error = caught(() => toLiteral(early, {}));
    expect(error.text).toBe(
      "The option `type` of t.lazy takes a function that returns a record, but was given one that threw an error.",
    );
    expect(error.cause).toBeInstanceOf(ReferenceError);
    expect(error.location?.file).toContain("lazy.test.ts");
  });

  it("may return a lazy type", () => {
    expect(
      roundTrip(
        t.lazy(() => t.lazy((): Chain => chain)),
        links(3),
      ),
    ).toEqual(links(3));
  });

  it("stores and loads what is inside", async () => {
    const folder = t.struct("Folder", {
      file: t.optional(storedText()),
      folders: t.list(t.lazy((): FlyteType<unknown, unknown, unknown> => folder)),
    });
    const given = { file: { text: "a" }, folders: [{ file: { text: "b" }, folders: [] }, { folders: [] }] };
    const { storing, load } = transformerOf(folder);
    const stored = await storing?.(given)?.(countingStore());
    const a = { uri: "s3://b/a", loadedBy: "/tmp/x" };
    expect(await load?.(fromLiteral(folder, toLiteral(folder, stored)), countingStore())).toEqual({
      file: a,
      folders: [
        { file: { ...a, uri: "s3://b/b" }, folders: [] },
        { file: undefined, folders: [] },
      ],
    });
    expect(transformerOf(Tree).storing?.(oak)).toBeUndefined();
    const value = { v: 1, next: links(3) };
    expect(await transformerOf(chain).load?.(value, countingStore())).toEqual(value);
  });

  it("reads nothing that is no record", () => {
    expect(refusal(() => fromLiteral(chain, packed("82 a176 01 a46e657874 05")))).toBe(
      "VALUE_TYPE_MISMATCH: .next should be record Chain, but was the MessagePack int 5.",
    );
  });
});
