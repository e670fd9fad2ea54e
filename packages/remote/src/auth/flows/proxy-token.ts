import type { AuthParts } from "./auth-parts.js";
import type { Flow } from "./flow.js";
import { withEnd } from "../tokens/tokens.js";
import { tokenOf } from "./run-command.js";

/** A program prints the token of a proxy before the cluster. */
export function proxyToken(command: readonly string[], { commandTime, now }: AuthParts): Flow {
  return {
    header: () => "proxy-authorization",
    signIn: async (signal) => {
      const accessToken = await tokenOf(command, commandTime, signal);
      return withEnd({ accessToken }, now(), undefined);
    },
  };
}
