import { foldedName, type JsonFields, type JsonShape, type PlainShape } from "./json-shape.js";
import { POD_STRUCTURES } from "./pod-structures.js";

let shape: JsonShape | undefined;

/** What a pod specification has to look like for the backend to read it. Made when the first pod is checked. */
export function podSpecShape(): JsonShape {
  shape ??= shapeOf("PodSpec", linesOf(POD_STRUCTURES));
  return shape;
}

function linesOf(structures: string): ReadonlyMap<string, string> {
  // A structure goes on in lines that are indented.
  const lines = structures.replaceAll(/\n +/g, " ").trim().split("\n");
  return new Map(lines.map((line) => line.split(" = ") as [string, string]));
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
      const fieldShape = shapeOf(type, structures);
      return names.map((name) => [foldedName(name), fieldShape] as const);
    }),
  );
}
