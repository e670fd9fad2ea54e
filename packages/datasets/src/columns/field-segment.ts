/** A field or key as a part of a path: `.name`, or `["a b"]`. */
export function fieldSegment(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name.slice(0, 100))}]`;
}
