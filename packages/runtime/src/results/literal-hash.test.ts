import type { Literal, Primitive } from "@flytekit-ts/models/core";
import { literalOf, scalarLiteral } from "@flytekit-ts/core/literals";
import { describe, expect, it } from "vitest";
import { literalHash } from "./literal-hash.js";

const primitive = (value: NonNullable<Primitive["value"]>): Literal =>
  scalarLiteral({ $case: "primitive", value: { value } });
const float = (value: number): Literal => primitive({ $case: "floatValue", value });

const struct = {
  a: 1,
  b: 2.5,
  c: "é😀",
  d: [true, null, 1e16, 1e-5, -0, 123_456_789_012_345_680],
};
const dataset = { uri: "s3://x", metadata: { structuredDatasetType: undefined } };
const map = new Map([
  ["é", float(1e22)],
  ["b\u007f", primitive({ $case: "stringValue", value: '\0\u2028"\\/' })],
]);

describe("literalHash", () => {
  // What flytekit 1.16.31 computes of the same messages.
  it.each<[string, Literal, string]>([
    ["a whole float", float(5), "EdJD9ywnkfbPBsVhdE1JzQvmxrqRCMQBgHkWrSyaZao="],
    ["not a number", float(Number.NaN), "KqrS+zZTW+biwUDuqO7CsrmBV7XPIOCifzVVYh+ggE0="],
    [
      "a struct with numbers of all sizes",
      scalarLiteral({ $case: "generic", value: struct }),
      "Wz5S7hRskH37YaxRcdlSPlSA4VwBmAirttWsummv0jk=",
    ],
    [
      "a map with names of all scripts",
      literalOf({ $case: "map", value: { literals: map } }),
      "3ePRXLocj98iIHHxHqFRmFoGpGUEUcckAtkSzZSHyu0=",
    ],
    [
      "a dataset",
      scalarLiteral({ $case: "structuredDataset", value: dataset }),
      "AoARTW8ykQGaRFcLwkXG1EripQu0UjOqIwIVcQLgAow=",
    ],
  ])("equals flytekit's for %s", (_, literal, hash) => expect(literalHash(literal)).toBe(hash));
});
