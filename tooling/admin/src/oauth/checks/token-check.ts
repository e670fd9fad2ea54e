import type { Call, Guard } from "../../serving/handlers.js";
import { refused } from "../../serving/refusal.js";
import { count, type OAuthState } from "../oauth-state.js";
import type { Claims } from "../tokens/access-token.js";
import { callerOf, tokenHeader } from "./token-fault.js";

/** What everyone may call. */
const OPEN = "/flyteidl.service.AuthMetadataService/";

const callers = new WeakMap<Call, Claims>();

/** Lets only callers with a valid token pass. */
export function tokenCheck(state: OAuthState): Guard {
  return (call) => {
    if (call.path.startsWith(OPEN)) {
      count(state, "grpc open");
      return;
    }
    const caller = callerOf(
      tokenHeader((name) => call.metadata.get(name)[0]?.toString(), state),
      state,
    );
    count(state, typeof caller === "string" ? "grpc refused" : "grpc taken");
    if (typeof caller === "string") throw refused.unauthenticated(caller);
    callers.set(call, caller);
  };
}

/** Who makes this call. */
export const callerIn = (call: Call): Claims | undefined => callers.get(call);
