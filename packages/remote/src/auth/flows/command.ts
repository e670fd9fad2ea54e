import { connectionErrors } from "../../errors/connection-errors.js";
import { authErrors as errors } from "../../errors/auth-errors.js";
import type { OAuthParts } from "./auth-parts.js";
import type { Flow } from "./flow.js";
import { withEnd } from "../tokens/tokens.js";
import { tokenOf } from "./run-command.js";

/**
 * A program prints a token. It keeps what it needs itself, so nothing is stored here.
 *
 * @throws `AUTH_SETTING_MISSING`
 */
export function externalCommand(parts: OAuthParts): Flow {
  const { command } = parts.config.auth;
  if (command === undefined || command.length === 0) {
    throw errors.AUTH_SETTING_MISSING({ type: "ExternalCommand", setting: "command" });
  }
  return {
    header: () => parts.knownServer()?.header ?? "authorization",
    signIn: async (signal) => {
      // Only the name of the header is asked for. A cluster that offers no sign-in takes the standard one.
      await parts.server(signal).catch((error: unknown) => {
        if (!connectionErrors.CALL_UNSUPPORTED.is(error)) throw error;
      });
      const accessToken = await tokenOf(command, parts.commandTime, signal);
      return withEnd({ accessToken }, parts.now(), undefined);
    },
  };
}
