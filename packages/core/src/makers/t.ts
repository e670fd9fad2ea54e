import * as t from "./t-members.js";

/**
 * The Flyte types. Each has `.default(value)` and `.describe(text)`.
 *
 * @example
 * const person = t.struct("Person", { name: t.string(), age: t.int(), nick: t.optional(t.string()) });
 */
export { t };
