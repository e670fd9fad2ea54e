/** What is wrong with a value, and where in it, in the form of Standard Schema. */
export interface Issue {
  readonly message: string;
  readonly path: readonly (string | number)[];
}

/** Checks one value; undefined if nothing is wrong. */
export type Check = (value: unknown) => Issue | undefined;

/** An issue of the value itself. */
export function issue(message: string): Issue {
  return { message, path: [] };
}

/** The same issue, seen from the value around its own. */
export function inside(key: string | number, found: Issue | undefined): Issue | undefined {
  return found === undefined ? undefined : { ...found, path: [key, ...found.path] };
}

/** The first issue of several checks. */
export function all(checks: readonly Check[]): Check {
  return (value) => {
    for (const check of checks) {
      const found = check(value);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}
