import type { OutputStream } from "@flytekit-ts/local-exec/reporter";

/**
 * The stream of this process that a stream of the host writes to, or else that stream itself.
 *
 * What tasks print with `console` goes to the streams of the process. Whoever draws on the same terminal has to hold that
 * back, and so has to have the very same stream.
 */
export function processStream(stream: OutputStream): OutputStream {
  const fd: unknown = Reflect.get(stream, "fd");
  if (typeof fd !== "number") return stream;
  return [process.stdout, process.stderr].find((each) => each.fd === fd) ?? stream;
}
