/** A URI or a path below another one. */
export function joinUri(base: string, ...parts: readonly string[]): string {
  return [base.replace(/\/+$/, ""), ...parts].join("/");
}
