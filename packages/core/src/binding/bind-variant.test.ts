import { describe, expect, it } from "vitest";

import { caught, refusal } from "../../test/support/caught.js";
import { transformerOf } from "../../test/support/convert.js";
import { traced } from "../../test/support/workflows.js";
import { t } from "../makers/t.js";
import { task } from "../task/task.js";
import type { BindingData } from "../trace/binding.js";
import type { TypeLike } from "../types/infer.js";
import { bindValue } from "./bind-value.js";

const point = t.struct("Point", { x: t.int() });
const spot = t.struct("Spot", { x: t.int() });
const bind = (type: TypeLike, value: unknown): BindingData =>
  bindValue(value, { type: transformerOf(type), at: "job.x" });

/** A binding, short: the tags of constants, the names of promises. */
function said(binding: BindingData): unknown {
  switch (binding.kind) {
    case "list":
      return binding.items.map(said);
    case "map":
      return Object.fromEntries([...binding.entries].map(([key, item]) => [key, said(item)]));
    case "promise":
      return binding.target.var;
    default: {
      const scalar = binding.kind === "constant" ? binding.scalar.value : undefined;
      return scalar?.$case === "union" ? scalar.value.type?.structure?.tag : scalar?.$case;
    }
  }
}

traced({ n: t.int(), s: t.string(), maybe: t.optional(t.int()), p: point }, ({ n, s, maybe, p }) => {
  const either = t.union([t.int(), t.list(t.int()), t.list(t.string()), t.map(t.int()), point]);

  describe("bindVariant", () => {
    it.each<[string, TypeLike, unknown, unknown]>([
      ["a constant", either, 5, "int"],
      ["a promise", either, n, "n"],
      ["a list of promises", either, [n, n], ["n", "n"]],
      ["a list of the other promises", either, ["a", s], ["primitive", "s"]],
      ["a map of promises", either, { a: n, b: 1 }, { a: "n", b: "primitive" }],
      ["a map that could be no record", either, { y: 1 }, { y: "primitive" }],
      ["a promised record", either, p, "p"],
      ["a record beside other types", t.union([t.int(), point]), { x: 1 }, "Object-Dataclass-Transformer"],
      ["a list of unions", t.list(t.union([t.int(), t.string()])), [1, "a", n, s], ["int", "str", "n", "s"]],
      [
        "an optional list of unions",
        t.optional(t.list(t.union([t.int(), t.none()]))),
        [1, maybe],
        ["int", "maybe"],
      ],
      ["a value of t.as", t.union([point, spot]), t.as(spot, { x: 1 }), "Object-Dataclass-Transformer"],
      [
        "a list with values of t.as",
        t.list(t.union([point, spot])),
        [t.as(spot, { x: 1 }), t.as(point, { x: 1 })],
        ["Object-Dataclass-Transformer", "Object-Dataclass-Transformer"],
      ],
      [
        "a list in t.as",
        t.union([t.list(t.int()), t.list(t.string())]),
        t.as(t.list(t.int()), []),
        "constant",
      ],
    ])("binds %s", (what, type, value, result) => {
      if (what === "a list in t.as") expect(bind(type, value).kind).toBe("constant");
      else expect(said(bind(type, value))).toEqual(result);
    });

    it.each<[string, TypeLike, unknown, string]>([
      [
        "an empty list",
        either,
        [],
        "job.x is an array, which may be meant as list of integer or list of string.",
      ],
      [
        "a map that is a record, too",
        either,
        { x: 1 },
        "job.x is an object, which may be meant as map of integer or record Point.",
      ],
      [
        "a record of one shape",
        t.list(t.union([point, spot])),
        [{ x: 1 }],
        "job.x[0] is an object, which may be meant as record Point or record Spot.",
      ],
      [
        "a record of one shape inside",
        t.struct("R", { u: t.union([point, spot]) }),
        { u: { x: 1 } },
        "job.x.u is an object, which may be meant as record Point or record Spot.",
      ],
      [
        "a number",
        t.union([t.int(), t.float()]),
        1,
        "job.x is the number 1, which may be meant as integer or float.",
      ],
    ])("refuses %s as ambiguous", (_what, type, value, text) => {
      expect(caught(() => bind(type, value))).toMatchObject({ code: "UNION_AMBIGUOUS", text });
    });

    it.each<[string, TypeLike, unknown, string]>([
      [
        "a promise that fits two variants",
        t.union([point, spot]),
        p,
        "BINDING_TYPE_MISMATCH: job.x takes record Point or record Spot, but was given inputs.p of type record Point (record Point fits both",
      ],
      [
        "a mix of lists",
        either,
        [n, s],
        "BINDING_TYPE_MISMATCH: job.x takes integer or list of integer or list of string or map of integer or record Point, but was given an array.",
      ],
      [
        "what is wrong inside",
        t.union([t.int(), t.list(t.int())]),
        [n, s],
        "BINDING_TYPE_MISMATCH: job.x[1] takes integer, but was given inputs.s of type string",
      ],
      [
        "a value that no variant takes",
        t.union([t.int(), t.string()]),
        1.5,
        "BINDING_TYPE_MISMATCH: job.x takes integer or string, but was given the number 1.5.",
      ],
      [
        "a promise in a record",
        t.union([t.int(), point]),
        { x: n },
        "PROMISE_IN_RECORD: job.x.x is inside a record",
      ],
      [
        "a promise in a record in t.as",
        t.union([point, spot]),
        t.as(point, { x: n } as never),
        "PROMISE_IN_RECORD: job.x.x is inside a record",
      ],
      [
        "a promise in t.as",
        t.union([t.int(), t.float()]),
        t.as(t.int(), n as never),
        "PROMISE_IN_RECORD: job.x is inside",
      ],
      [
        "t.as for no union",
        t.int(),
        t.as(t.int(), 5),
        "BINDING_TYPE_MISMATCH: job.x takes integer, but was given a value of t.as.",
      ],
    ])("refuses %s", (_what, type, value, text) => {
      expect(refusal(() => bind(type, value))).toContain(text);
    });

    it("says at the author's line that a value is ambiguous", () => {
      const job = task({ name: "m.job", inputs: { x: t.union([t.int(), t.float()]) } }, () => {});
      const error = caught(() => traced({}, () => job({ x: 1 })));
      expect(error).toMatchObject({ code: "UNION_AMBIGUOUS" });
    });
  });
});
