/** A function that makes something when it is first called, and then gives the same thing. */
export function lazily<T extends object>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
