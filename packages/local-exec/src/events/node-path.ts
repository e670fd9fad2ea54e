/**
 * The path of the node that contains another, without the attempt that its nodes are of: `n4` for `n4@1/dn0`, and `n5` for
 * `n5>n0`. Undefined if the run itself contains it.
 */
export function pathAround(path: string): string | undefined {
  const end = Math.max(path.lastIndexOf("/"), path.lastIndexOf(">"));
  return end === -1 ? undefined : path.slice(0, end).replace(/@\d+$/, "");
}
