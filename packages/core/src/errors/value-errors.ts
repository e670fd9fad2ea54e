import { defineError } from "./define-errors.js";
import { faultHint, type TypeFault } from "./type-fault.js";

// The errors of values that do not fit their types.

export const UNION_AMBIGUOUS = defineError("UNION_AMBIGUOUS", {
  origin: "user",
  message: (p: {
    path: string;
    given: string;
    candidates: readonly string[];
    /** Set for a value that does not say which variant it is. */
    form?: "read" | "in-record" | undefined;
  }) => {
    const what = `${p.path === "" ? "The value" : p.path} is ${p.given}`;
    const either = p.candidates.join(" or ");
    if (p.form === undefined) return `${what}, which may be meant as ${either}.`;
    return p.form === "read"
      ? `${what} that does not say which variant it is, and that can be read as ${either}.`
      : `${what}, which is written without its variant in a record, and could then be read as ${either}.`;
  },
  hint: ({ form }) =>
    form === undefined
      ? "Say which is meant with `t.as(type, value)`."
      : "Declare variants whose values differ, such as records with a field of their own.",
});

export const VALUE_TOO_DEEP = defineError("VALUE_TOO_DEEP", {
  origin: "user",
  message: (p: { type: string; limit: number }) =>
    `A type is nested more deeply than decoders can read (${p.limit} messages): ${p.type.length > 80 ? `${p.type.slice(0, 80)}...` : p.type}`,
  hint: "Flatten the type, or pass the data as a file.",
});

export const VALUE_TYPE_MISMATCH = defineError("VALUE_TYPE_MISMATCH", {
  origin: "user",
  message: (p: { path: string; wanted: string; given: string; fault?: TypeFault | undefined }) =>
    `${p.path === "" ? "The value" : p.path} should be ${p.wanted}, but was ${p.given}.`,
  hint: ({ fault }) => faultHint(fault, "Give a value of this type, or declare the type that the value has."),
});
