import { describe, expect, it } from "vitest";
import { parseStructures } from "./parse-structures.js";

const STRUCTURES = `
Pod = text name kind, Container[] containers initContainers,
  text{} labels, quantity{}[] amounts
Container = text image, int32[] ports, Probe
  livenessProbe
Probe = int64 seconds
`;

describe("parseStructures", () => {
  const probe = { fields: new Map([["seconds", "int64"]]) };
  const container = {
    fields: new Map<string, unknown>([
      ["image", "text"],
      ["ports", { list: "int32" }],
      ["livenessprobe", probe],
    ]),
  };

  it("reads fields with their types, in lines that go on", () => {
    expect(parseStructures(STRUCTURES, "Probe")).toEqual(probe);
    expect(parseStructures(STRUCTURES, "Container")).toEqual(container);
  });

  it("reads lists, maps, and structures inside each other, under folded names", () => {
    expect(parseStructures(STRUCTURES, "Pod")).toEqual({
      fields: new Map<string, unknown>([
        ["name", "text"],
        ["kind", "text"],
        ["containers", { list: container }],
        ["initcontainers", { list: container }],
        ["labels", { map: "text" }],
        ["amounts", { list: { map: "quantity" } }],
      ]),
    });
  });

  it("reads any other name as a plain type", () => {
    expect(parseStructures(STRUCTURES, "text[]")).toEqual({ list: "text" });
    expect(parseStructures(STRUCTURES, "boolean")).toBe("boolean");
  });
});
