import { refused } from "../serving/refusal.js";
import type { FaultyEndpoint, OAuthState } from "./oauth-state.js";

/** Misbehaves, if a service over gRPC was told to. */
export async function meetFault(state: OAuthState, endpoint: FaultyEndpoint): Promise<void> {
  const fault = state.faults.get(endpoint);
  if (fault === undefined) return;
  if (fault.kind === "hang") await new Promise(() => {});
  throw refused.internal(fault.kind === "answer" ? fault.body : "dropped");
}
