import { defineErrors } from "./define-errors.js";

/** The errors of unions: a part of the catalogue. */
export const unionErrors = defineErrors({
  UNION_AMBIGUOUS: {
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
  },
});
