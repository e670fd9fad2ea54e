import { foldedName, type JsonFields, type JsonShape, type PlainShape } from "./json-shape.js";

/**
 * The shape of a structure of Go, from a list of structures in short.
 *
 * A line begins with the name of one, and lists what its fields hold: a type, then the fields of it. `x[]` is a list,
 * `x{}` a map; a structure goes on in lines that are indented.
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
