import { describe, expect, it } from "vitest";

import { transformerOf } from "../../test/support/convert.js";
import { t } from "../makers/t.js";
import { differenceOf } from "./difference-of.js";
import type { TypeLike } from "../types/infer.js";

const P = (fields: Parameters<typeof t.struct>[1]) => t.struct("P", fields);
const difference = (a: TypeLike, b: TypeLike): string | undefined =>
  differenceOf(transformerOf(a), transformerOf(b));

describe("differenceOf", () => {
  it.each<[string, TypeLike, TypeLike, string | undefined]>([
    ["equal types", P({ a: t.int() }), P({ a: t.int() }), undefined],
    ["other names", t.int(), t.float(), undefined],
    ["a field of another type", P({ a: t.int() }), P({ a: t.float() }), "its field a is integer, not float"],
    ["a field too many", P({ a: t.int(), b: t.int() }), P({ a: t.int() }), "only it has the field b"],
    ["a field too few", P({}), P({ b: t.int() }), "only the other has the field b"],
    [
      "in a record inside",
      t.struct("Q", { p: P({ a: t.int() }) }),
      t.struct("Q", { p: P({ a: t.string() }) }),
      "in its field p, its field a is integer, not string",
    ],
    [
      "in a list",
      t.list(P({ a: t.int() })),
      t.list(P({ a: t.float() })),
      "its field a is integer, not float",
    ],
    ["in a map", t.map(P({ a: t.int() })), t.map(P({ a: t.float() })), "its field a is integer, not float"],
    [
      "in an optional",
      t.optional(P({ a: t.int() })),
      t.optional(P({ a: t.float() })),
      "its field a is integer, not float",
    ],
    [
      "another default",
      P({ a: t.int().default(1) }),
      P({ a: t.int() }),
      "their fields have another order or other defaults",
    ],
  ])("says where two types of one name differ: %s", (_what, a, b, text) => {
    expect(difference(a, b)).toBe(text);
  });
});
