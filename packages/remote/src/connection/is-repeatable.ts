// A second one of these would start a second execution, or be told that the first one's effect is in its way.
const ONCE = new Set(["createExecution", "relaunchExecution", "recoverExecution", "registerProject"]);

/** Whether a method may be called again where it is not known what became of the first call. */
export function isRepeatable(method: string): boolean {
  return !ONCE.has(method);
}
