import type { OutputStream } from "@flytekit-ts/local-exec/reporter";
import type { Host } from "../command/host.js";

/** Whether a stream gets colours: as the option says, else FORCE_COLOR, else NO_COLOR, else if it is a terminal that has them. */
export function hasColor(stream: OutputStream, env: Host["env"], option: boolean | undefined): boolean {
  if (option !== undefined) return option;
  const force = env["FORCE_COLOR"];
  if (force !== undefined) return force !== "0" && force !== "false";
  // no-color.org: any text that is not empty.
  return (env["NO_COLOR"] ?? "") === "" && isCapable(stream, env);
}

/** Whether a stream is a terminal that can move its cursor and has colours. */
export function isCapable(stream: OutputStream, env: Host["env"]): boolean {
  return stream.isTTY === true && env["TERM"] !== "dumb";
}
