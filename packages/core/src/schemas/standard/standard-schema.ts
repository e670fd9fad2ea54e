/** The two sides of a schema: the values that it takes, and those that it gives. */
export type Side = "input" | "output";

/**
 * What a schema of another library says of itself, as far as https://standardschema.dev defines it. No type of a
 * library is needed: whatever has this form is a schema.
 */
export interface StandardProps {
  readonly vendor: string;
  validate(value: unknown): unknown;
  readonly jsonSchema?: { readonly [S in Side]?: (options: DescribeOptions) => unknown };
}

/** What a library is asked for: a dialect of JSON Schema, and its own options. */
export interface DescribeOptions {
  readonly target: string;
  readonly libraryOptions?: { readonly [option: string]: unknown };
}

/** The dialect that all libraries write. */
export const TARGET = "draft-2020-12";

/** The Standard Schema part of a value; undefined if it has none, or does not let itself be read. */
export function standardOf(value: unknown): StandardProps | undefined {
  if (!isObject(value)) return undefined;
  try {
    const props: unknown = Reflect.get(value, "~standard");
    if (!isObject(props) || typeof Reflect.get(props, "validate") !== "function") return undefined;
    const { vendor } = props as Partial<StandardProps>;
    return typeof vendor === "string" ? (props as StandardProps) : undefined;
  } catch {
    return undefined;
  }
}

/** Whether a value can have properties of its own: an object or a function. */
export function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}
