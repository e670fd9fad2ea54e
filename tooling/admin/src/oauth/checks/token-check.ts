import { type CallContext, ServerError, type ServerMiddleware, Status } from "nice-grpc";
import { count, type OAuthState } from "../oauth-state.js";
import type { Claims } from "../tokens/access-token.js";
import { callerOf, tokenHeader } from "./token-fault.js";

/** What everyone may call. */
const open = ["/flyteidl.service.AuthMetadataService/", "/grpc."];

const callers = new WeakMap<CallContext, Claims>();

/** Lets only callers with a valid token pass. */
export function tokenCheck(state: OAuthState): ServerMiddleware {
  return async function* checkToken(call, context) {
    const { path } = call.method;
    if (open.some((start) => path.startsWith(start))) {
      count(state, "grpc open");
      return yield* call.next(call.request, context);
    }
    const caller = callerOf(
      tokenHeader((name) => context.metadata.get(name)?.toString(), state),
      state,
    );
    if (typeof caller === "string") {
      count(state, "grpc refused");
      throw new ServerError(Status.UNAUTHENTICATED, caller);
    }
    count(state, "grpc taken");
    callers.set(context, caller);
    return yield* call.next(call.request, context);
  };
}

/** Who makes this call. */
export const callerIn = (context: CallContext): Claims | undefined => callers.get(context);
