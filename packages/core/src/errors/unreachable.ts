import { errors } from "../errors.js";

/** Marks a branch that the types rule out; reaching it means that data broke its declared type. */
export function unreachable(value: never): never {
  throw errors.UNREACHABLE({ value: String(value) });
}
