/**
 * An expression with tables of Unicode, such as `\p{L}`, as a text.
 *
 * V8 reads the literals of a module when it loads it, also in functions that nobody calls, and the tables take it
 * milliseconds. So an expression that has them is made when it is used.
 */
export function alphabets({ raw }: TemplateStringsArray): RegExp {
  return new RegExp(raw.join(""), "u");
}
