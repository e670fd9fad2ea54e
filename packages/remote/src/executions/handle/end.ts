import type { ExecutionId } from "@flytekit-ts/core";
import { assertText } from "@flytekit-ts/core/tasks";
import { coreErrors } from "@flytekit-ts/core/errors";
import type { Connection } from "../../connection/connection.js";
import type { Abortable } from "../../values/cluster-access.js";

/** Ends an execution. @throws `OPTION_INVALID`, `CLUSTER_REFUSED` */
export async function terminate(
  id: ExecutionId,
  { cause, signal }: Abortable & { readonly cause: string },
  { admin }: Connection,
): Promise<void> {
  const at = "execution.terminate";
  if (typeof cause !== "string") {
    const advice = 'Say why, for those who read it in the console: `terminate("superseded")`.';
    throw coreErrors.OPTION_INVALID({
      at,
      option: "cause",
      wanted: "a string that is not empty",
      given: cause,
      advice,
    });
  }
  assertText(cause, "cause", at);
  await admin.terminateExecution({ id: { ...id, org: "" }, cause }, { signal });
}

/** Hides an execution from lists, or shows it again. */
export async function setState(
  id: ExecutionId,
  state: "active" | "archived",
  { admin }: Connection,
  { signal }: Abortable,
): Promise<void> {
  await admin.updateExecution({ id: { ...id, org: "" }, state: state === "archived" ? 1 : 0 }, { signal });
}
