import { ServerError, Status } from "nice-grpc";
import type { Fault, FaultyEndpoint, OAuthState } from "./oauth-state.js";

/** Never answers. */
const never = (): Promise<never> => new Promise(() => {});

/** Misbehaves, if a service over gRPC was told to. */
export async function meetFault(state: OAuthState, endpoint: FaultyEndpoint): Promise<void> {
  const fault: Fault | undefined = state.faults.get(endpoint);
  if (fault === undefined) return;
  if (fault.kind === "hang") await never();
  throw new ServerError(Status.INTERNAL, fault.kind === "answer" ? fault.body : "dropped");
}
