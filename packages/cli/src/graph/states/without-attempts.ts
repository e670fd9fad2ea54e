/** A path of nodes without the attempts of what is around them: each attempt is of the same graph, and the last one counts. */
export function withoutAttempts(path: string): string {
  return path.replaceAll(/@\d+(?=[/>]|$)/g, "");
}
