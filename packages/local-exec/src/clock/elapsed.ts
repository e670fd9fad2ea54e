/**
 * Milliseconds since a moment of no meaning, which never go back. It is not `performance.now()`, because Node loads the
 * whole module behind that when it is first used.
 */
export function elapsed(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}
