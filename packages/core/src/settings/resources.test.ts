import { describe, expect, it } from "vitest";

import { refusal } from "../../test/support/caught.js";
import { ResourceName } from "../literals/idl-enums.js";
import { type Resources, toIdlResources } from "./resources.js";

const resources = (given: unknown) => toIdlResources(given as Resources, "task a");

describe("toIdlResources", () => {
  it("takes one value as a request, and keeps flytekit's order", () => {
    expect(resources({ ephemeralStorage: "1Gi", gpu: 1, memory: "500Mi", cpu: 0.5 })).toEqual({
      requests: [
        { name: ResourceName.CPU, value: "0.5" },
        { name: ResourceName.MEMORY, value: "500Mi" },
        { name: ResourceName.GPU, value: "1" },
        { name: ResourceName.EPHEMERAL_STORAGE, value: "1Gi" },
      ],
      limits: [],
    });
  });

  it("takes a request, a limit, or both", () => {
    expect(resources({ cpu: { request: 1, limit: "2" }, memory: { limit: "1Gi" }, gpu: {} })).toEqual({
      requests: [{ name: ResourceName.CPU, value: "1" }],
      limits: [
        { name: ResourceName.CPU, value: "2" },
        { name: ResourceName.MEMORY, value: "1Gi" },
      ],
    });
  });

  it("takes undefined for what is left out", () => {
    expect(resources({ cpu: undefined, memory: { request: undefined, limit: "1" } })).toMatchObject({
      requests: [],
    });
  });

  it.each([
    "0",
    "1",
    "1.5",
    ".5",
    "1.",
    "100m",
    "5u",
    "5n",
    "1k",
    "1M",
    "1G",
    "1T",
    "1P",
    "1E",
    "1Ki",
    "1Mi",
    "1Gi",
    "1Ti",
    "1Pi",
    "1Ei",
    "1e3",
    "1E3",
    "1e-3",
    "+1",
    0,
    1e21,
  ])("reads the quantity %s as Kubernetes does", (quantity) => {
    expect(resources({ memory: quantity }).requests[0]?.value).toBe(String(quantity));
  });

  it.each([
    ["-1", '"-1"'],
    ["-500m", '"-500m"'],
    [-1, "-1"],
  ])("refuses the quantity %s, which is negative", (quantity, shown) => {
    expect(refusal(() => resources({ memory: quantity }))).toBe(
      `RESOURCE_INVALID: In the resources of task a, memory has the quantity ${shown}, which is negative.`,
    );
  });

  it.each([
    ["", '""'],
    ["1K", '"1K"'],
    ["1ki", '"1ki"'],
    ["1mi", '"1mi"'],
    ["1 Gi", '"1 Gi"'],
    ["1e99999999999999999999", '"1e99999999999999999999"'],
    ["1e", '"1e"'],
    ["Gi", '"Gi"'],
    ["1,5", '"1,5"'],
    [NaN, "NaN"],
    [Infinity, "Infinity"],
    [true, "true"],
    [5n, "the bigint 5"],
  ])("refuses the quantity %s", (quantity, shown) => {
    const text = `RESOURCE_INVALID: In the resources of task a, memory has the quantity ${shown}, which Kubernetes cannot read.`;
    expect(refusal(() => resources({ memory: quantity }))).toBe(text);
    expect(refusal(() => resources({ memory: { limit: quantity } }))).toBe(text);
  });

  it.each(["1e-99999999", "1e2147483647", "1e-1000001", "1e2147483648"])(
    "refuses the quantity %s, which would occupy the backend",
    (quantity) => {
      expect(refusal(() => resources({ memory: quantity }))).toBe(
        `RESOURCE_INVALID: In the resources of task a, memory has the quantity "${quantity}", whose exponent is so large that Flyte would need minutes to read it.`,
      );
    },
  );

  it.each(["1e-1000000", "1e300", "1e4294967296"])("takes the quantity %s", (quantity) => {
    expect(() => resources({ memory: quantity })).not.toThrow();
  });

  it.each([
    [{ mem: "1Gi" }, "RESOURCE_INVALID: In the resources of task a, mem is not a resource."],
    [{ cpu: { requests: 1 } }, "cpu takes a quantity or { request, limit }, but was given requests."],
    [{ cpu: [1, 2] }, "cpu takes a quantity or { request, limit }, but was given an array."],
    [{ cpu: null }, "cpu takes a quantity or { request, limit }, but was given null."],
    [null, "OPTION_INVALID: The option `resources` of task a takes resources by name, but was given null."],
    ["2", 'OPTION_INVALID: The option `resources` of task a takes resources by name, but was given "2".'],
  ])("refuses %j", (given, text) => {
    expect(refusal(() => resources(given))).toContain(text);
  });
});
