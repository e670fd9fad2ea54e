import { foldedName, type JsonFields, type JsonShape, type PlainShape } from "./json-shape.js";

/**
 * The shape of a Go struct, from a list of structs in a short notation.
 *
 * A line starts with the name of a struct and ` = `. Then come groups, separated by commas: a type, then the names of
 * the fields of that type. `x[]` is a list of `x`, `x{}` a map. Indented lines continue the line before.
 */
export function parseStructures(structures: string, name: string): JsonShape {
  const lines = structures.replaceAll(/\n +/g, " ").trim().split("\n");
  return shapeOf(name, new Map(lines.map((line) => line.split(" = ") as [string, string])));
}

function shapeOf(type: string, structures: ReadonlyMap<string, string>): JsonShape {
  if (type.endsWith("[]")) return { list: shapeOf(type.slice(0, -2), structures) };
  if (type.endsWith("{}")) return { map: shapeOf(type.slice(0, -2), structures) };
  const line = structures.get(type);
  return line === undefined ? (type as PlainShape) : { fields: fieldsOf(line, structures) };
}

function fieldsOf(line: string, structures: ReadonlyMap<string, string>): JsonFields {
  const groups = line.split(", ").map((group) => group.split(" "));
  return new Map(
    groups.flatMap(([type = "", ...names]) => {
      const shape = shapeOf(type, structures);
      return names.map((name) => [foldedName(name), shape] as const);
    }),
  );
}
