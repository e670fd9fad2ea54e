import type { ExecutionId } from "@flytekit-ts/core";
import { errors } from "../../errors.js";
import type { ClusterAccess } from "../../values/cluster-access.js";
import { consoleUrlOf } from "../state/console-url.js";
import { executionWords } from "../state/execution-words.js";
import type { ExecutionStatus } from "../state/status.js";

/**
 * Asserts that an execution has ended well.
 *
 * @throws `EXECUTION_FAILED`, `EXECUTION_TIMED_OUT`, `EXECUTION_ABORTED`, `EXECUTION_UNFINISHED`
 */
export function assertSucceeded(
  id: ExecutionId,
  { phase, error, aborted }: ExecutionStatus,
  { connection }: Pick<ClusterAccess, "connection">,
): void {
  const of = { execution: executionWords(id), consoleUrl: consoleUrlOf(connection.config, id) };
  const {
    code = "an unknown error",
    message = "the cluster does not say why",
    kind = "unknown",
  } = error ?? {};
  switch (phase) {
    case "SUCCEEDED":
      return;
    case "FAILED":
      throw errors.EXECUTION_FAILED({ ...of, code, kind, message });
    case "TIMED_OUT":
      throw errors.EXECUTION_TIMED_OUT({ ...of, message });
    case "ABORTED": {
      const { cause = "no cause was given", by = "" } = aborted ?? {};
      throw errors.EXECUTION_ABORTED({ ...of, cause, by });
    }
    default:
      throw errors.EXECUTION_UNFINISHED({ ...of, phase });
  }
}
