import { defineError } from "../define-errors.js";

export const UNREACHABLE = defineError("UNREACHABLE", {
  origin: "system",
  message: (p: { value: string }) => `A value does not have its declared type: ${p.value}.`,
  hint: "Report this: it is a bug in flytekit-ts or in a plugin.",
});

/** Marks a branch that the types rule out. Code reaches it only if a value does not have its declared type. */
export function unreachable(value: never): never {
  throw UNREACHABLE({ value: String(value) });
}
