import { describe, expect, it } from "vitest";

import {
  BINARY,
  BOOLEAN,
  enumOf,
  FLOAT,
  INT,
  list,
  NONE,
  recordOf,
  STRING,
  STRUCT,
  tag,
  UNTYPED,
} from "../../test/support/types.js";
import { simpleType } from "../literals/literal-type.js";
import { castability } from "./castability.js";

describe("castSimple", () => {
  it.each([
    ["an integer", INT, INT],
    ["a type without regard to what is said about it", { ...INT, metadata: { a: 1 } }, INT],
    ["none", NONE, NONE],
    ["an enum for a string", enumOf("a"), STRING],
    ["a string for an enum", STRING, enumOf("a")],
    ["an enum in the same order", enumOf("a", "b"), enumOf("a", "b")],
    ["what has no tag for what has one", INT, tag(INT, "x")],
    ["what has the same tag", tag(INT, "x"), tag(INT, "x")],
    ["an enum for a string, whatever the tags", tag(enumOf("a"), "x"), tag(STRING, "y")],
    ["what has no type for what has none", UNTYPED, UNTYPED],
    ["a kind that is not known yet", simpleType(42 as 1), simpleType(42 as 1)],
  ])("takes %s", (_what, from, to) => {
    expect(castability(from, to)).toBe("castable");
  });

  it.each([
    ["integer for a float", INT, FLOAT],
    ["float for an integer", FLOAT, INT],
    ["none for an integer", NONE, INT],
    ["integer for none", INT, NONE],
    ["type at all for none", UNTYPED, NONE],
    ["none for no type at all", NONE, UNTYPED],
    ["enum in another order", enumOf("a", "b"), enumOf("b", "a")],
    ["enum with fewer values", enumOf("a"), enumOf("a", "b")],
    ["enum whose values run together", enumOf("a", "b"), enumOf("a, b")],
    ["enum for an integer", enumOf("a"), INT],
    ["enum that holds what no message does", enumOf(Symbol("odd") as never, "a"), enumOf("a", {} as never)],
    ["other tag", tag(INT, "x"), tag(INT, "y")],
    ["tag for none", tag(INT, "x"), INT],
    ["tag for another record", tag(STRUCT, "x"), STRUCT],
    ["bytes for a record", BINARY, STRUCT],
    ["list for an integer", list(INT), INT],
    ["list for no type at all", list(INT), UNTYPED],
    ["record for a boolean", recordOf("A", {}), BOOLEAN],
    ["other kind that is not known yet", simpleType(42 as 1), simpleType(43 as 1)],
  ])("takes no %s", (_what, from, to) => {
    expect(castability(from, to)).toBe("not-castable");
  });
});
