import { t, type TypeLike } from "@flytekit-ts/core";
import { unknownType } from "@flytekit-ts/core/pulled";
import { resolveType } from "@flytekit-ts/core/types";
import { describe, expect, it } from "vitest";
import { nameOfType } from "./name-of-type.js";
import { namedType } from "./named-type.js";

const pickle = {
  type: { $case: "blob", value: { format: "PythonPickle", dimensionality: 0 } },
} as const;
const tree = t.struct("Tree", { kind: t.string(), rings: t.int() });
const names = (type: TypeLike): readonly string[] => {
  const { transformer } = resolveType(type, "a type");
  return [nameOfType(transformer), nameOfType(namedType(transformer.literalType))];
};

describe("nameOfType", () => {
  it.each<[TypeLike, string]>([
    [t.int(), "int"],
    [t.float(), "float"],
    [t.string(), "string"],
    [t.boolean(), "boolean"],
    [t.datetime(), "datetime"],
    [t.duration(), "duration"],
    [t.none(), "none"],
    [t.error(), "Flyte error"],
    [t.dataset(), "dataset"],
    [t.file(), "file"],
    [t.file("csv"), "file (csv)"],
    [t.directory("png"), "directory (png)"],
    [t.json(), "record of any fields"],
    [tree, "record Tree"],
    [t.enum(["red", "green"]), '"red" or "green"'],
    [t.list(t.map(t.int())), "list of map of int"],
    [t.list(t.optional(t.int())), "list of (int, or none)"],
    [t.map(t.enum(["red", "green"])), 'map of ("red" or "green")'],
    [t.optional(tree), "record Tree, or none"],
    [t.union([t.int(), t.list(t.string())]), "int or list of string"],
    [t.list(t.list(t.list(t.list(t.list(t.list(t.int())))))), `${"list of ".repeat(5)}...`],
  ])("is the same of code and of a message: %#", (type, name) => {
    expect(names(type)).toEqual([name, name]);
  });

  it("is what a type calls itself for which no text stands, which no message has", () => {
    const leaf = unknownType("leaf of Python", { literalType: pickle });
    expect(names(leaf)).toEqual(["leaf of Python", "file (PythonPickle)"]);
    expect(names(t.list(leaf))).toEqual(["list of leaf of Python", "list of file (PythonPickle)"]);
  });

  it("is short for a union of many, and there for what has no type", () => {
    const enumeration = Array.from({ length: 40 }, (_, i) => t.struct(`R${i}`, { [`x${i}`]: t.int() }));
    const [first, second, ...rest] = enumeration;
    if (first === undefined || second === undefined) throw new TypeError("no records");
    expect(names(t.union([first, second, ...rest]))[0]).toMatch(
      /^record R0 or .* or record R11 or one of 28 more$/,
    );
    expect(nameOfType(namedType(undefined))).toBe("no type");
  });
});
