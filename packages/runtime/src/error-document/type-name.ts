import { isFlytekitError } from "@flytekit-ts/core/errors";

/** What the class of a thrown value is called: what an author threw is known by it. Never throws. */
export function typeName(error: unknown): string {
  try {
    if (isFlytekitError(error)) return "FlytekitError";
    if (typeof error !== "object" || error === null) return error === null ? "null" : typeof error;
    const own = asName(Reflect.get(error, "name"));
    // A class that extends `Error` inherits the name `Error`, unless its author gave it one.
    if (own !== undefined && own !== "Error") return own;
    const made: unknown = Reflect.get(error, "constructor");
    return (typeof made === "function" ? asName(made.name) : undefined) ?? own ?? "object";
  } catch {
    return "object";
  }
}

function asName(name: unknown): string | undefined {
  // As a text: V8 reads literals when it loads a module, and the tables of Unicode take it milliseconds.
  const words = new RegExp(String.raw`^[\p{L}_$][\p{L}\p{N}_$.]{0,199}$`, "u");
  return typeof name === "string" && words.test(name) ? name : undefined;
}
