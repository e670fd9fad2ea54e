/**
 * Whether a function of an author gave a promise of JavaScript, where a value is needed at once. The promise counts as
 * handled from then on: nobody waits for it, and a rejection that nobody handles would end the process.
 */
export function isLater(result: unknown): boolean {
  if (typeof result !== "object" || result === null) return false;
  const then: unknown = Reflect.get(result, "then");
  if (typeof then !== "function") return false;
  Reflect.apply(then, result, [() => undefined, () => undefined]);
  return true;
}
