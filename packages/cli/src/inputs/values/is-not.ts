// Names of these kinds are words for many, or for the values themselves.
const WITHOUT_ARTICLE = /^(?:["\d-]|bytes\b|none\b|true\b|false\b)/;

/** That something is none of a type: `is not an int`, `is not a list of float`, `is not "red" or "blue"`. */
export function isNot(name: string): string {
  if (WITHOUT_ARTICLE.test(name)) return `is not ${name}`;
  return `is not ${/^[aeiou]/i.test(name) ? "an" : "a"} ${name}`;
}
