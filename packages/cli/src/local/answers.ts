import { nameAndValue } from "./environment.js";
import type { LocalGiven } from "./given.js";

/** The answers for gates that are known beforehand, by the names of their signals. @throws `USAGE_INVALID` */
export function answersOf({ approve, reject, answer }: LocalGiven): { readonly [signal: string]: unknown } {
  return Object.fromEntries([
    ...approve.map((name) => [name, true] as const),
    ...reject.map((name) => [name, false] as const),
    ...answer.map((text) => nameAndValue(text, "answer")),
  ]);
}
