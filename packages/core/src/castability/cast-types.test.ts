import { describe, expect, it } from "vitest";

import {
  blob,
  FLOAT,
  INT,
  list,
  map,
  NONE,
  optional,
  recordOf,
  STRUCT,
  tag,
} from "../../test/support/types.js";
import { castability } from "./castability.js";

describe("castingTypes", () => {
  it.each([
    ["a list of the same", list(INT), list(INT)],
    ["a list of what fits", list(INT), list(optional(INT))],
    ["an empty list", list(NONE), list(list(INT))],
    ["an empty list for a list of none", list(NONE), list(NONE)],
    ["an empty map", map(NONE), map(INT)],
    ["a map of lists", map(list(INT)), map(list(INT))],
    ["a list whatever its tag", tag(list(INT), "x"), tag(list(INT), "y")],
    ["files of one format", blob("csv"), blob("csv")],
    ["many files for one", blob("csv", true), blob("csv")],
    ["a file of any format where none is named", blob("csv"), blob("")],
    ["a file without a format where one is named", blob(""), blob("csv")],
  ])("takes %s", (_what, from, to) => {
    expect(castability(from, to)).toBe("castable");
  });

  it.each([
    ["list of integers for one of floats", list(INT), list(FLOAT)],
    ["list of lists that do not fit", list(list(INT)), list(list(FLOAT))],
    ["list of tagged integers for one of others", list(tag(INT, "x")), list(INT)],
    ["list for a map", list(INT), map(INT)],
    ["map for a list, even an empty one", map(NONE), list(INT)],
    ["record for a map", STRUCT, map(INT)],
    ["map for a record", map(INT), recordOf("A", {})],
    ["none for a list", NONE, list(INT)],
    ["file of another format", blob("csv"), blob("parquet")],
    ["format in another case", blob("CSV"), blob("csv")],
    ["integer for a file", INT, blob("")],
  ])("takes no %s", (_what, from, to) => {
    expect(castability(from, to)).toBe("not-castable");
  });
});
