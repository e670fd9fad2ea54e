/**
 * Refuses a oneof whose case the message does not have.
 *
 * Each generated encoder calls this for a oneof of which it wrote nothing. Without it, a misspelt `$case` would be
 * an absent field.
 *
 * @throws TypeError
 */
export function assertNoCase(oneof: unknown, field: string): void {
  if (oneof === undefined || oneof === null) return;
  const given: unknown = typeof oneof === "object" ? Reflect.get(oneof, "$case") : oneof;
  const words = typeof given === "string" ? JSON.stringify(given.slice(0, 60)) : "none";
  throw new TypeError(`the oneof ${field} has a $case that the message does not have: ${words}`);
}
