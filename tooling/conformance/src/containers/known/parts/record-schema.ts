/** What a record in MessagePack lacks of its JSON schema: `wrong` values, or fields that make it `incomplete`. */
export function misfits(value: unknown, schema: unknown): readonly ("wrong" | "incomplete")[] {
  if (!isObject(schema)) return [];
  const { type, properties, required, items, additionalProperties, anyOf } = schema;
  const variants: unknown = anyOf;
  if (Array.isArray(variants)) {
    const each = variants.map((variant) => misfits(value, variant));
    return (
      each.find((found) => found.length === 0) ?? each.find((found) => !found.includes("wrong")) ?? ["wrong"]
    );
  }
  if (Array.isArray(schema["enum"])) return schema["enum"].includes(value) ? [] : ["wrong"];
  if (type === "array")
    return Array.isArray(value) ? value.flatMap((each) => misfits(each, items)) : ["wrong"];
  if (type !== "object") return isOfType(value, type) ? [] : ["wrong"];
  const members = membersOf(value);
  if (members === undefined) return ["wrong"];
  if (!isObject(properties))
    return [...members.values()].flatMap((each) => misfits(each, additionalProperties));
  const missing = Object.keys(properties).filter((key) => !members.has(key));
  const isWrong = Array.isArray(required) && missing.some((key) => required.includes(key));
  return [
    ...(isWrong ? (["wrong"] as const) : missing.length > 0 ? (["incomplete"] as const) : []),
    ...Object.entries(properties).flatMap(([key, each]) =>
      members.has(key) ? misfits(members.get(key), each) : [],
    ),
  ];
}

function membersOf(value: unknown): ReadonlyMap<unknown, unknown> | undefined {
  return isObject(value) && Array.isArray(value["map"])
    ? new Map(value["map"] as readonly (readonly [unknown, unknown])[])
    : undefined;
}

function isOfType(value: unknown, type: unknown): boolean {
  switch (type) {
    case "integer":
      return isObject(value) && "int" in value;
    case "number":
      return isObject(value) && ("float" in value || "int" in value);
    case "string":
      return typeof value === "string";
    case "boolean":
      return typeof value === "boolean";
    case "null":
      return value === null;
    default:
      return true;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
