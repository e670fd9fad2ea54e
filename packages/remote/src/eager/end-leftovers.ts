import type { TaskContext } from "@flytekit-ts/core";
import { Sort_Direction } from "@flytekit-ts/models/admin";
import type { Connection } from "../connection/connection.js";
import { connect } from "../remote/connect.js";
import { EXECUTION_LABEL } from "./labels.js";

const PAGE = 100;

/** Ends the executions that an eager task left running, until there are none. */
export async function endLeftovers({ execution, logger, signal }: TaskContext): Promise<void> {
  const { project, domain, name } = execution;
  const remote = await connect({ project, domain });
  const { admin } = remote.connection;
  try {
    for (;;) {
      const { executions } = await listOf(admin, execution, signal);
      if (executions.length === 0) return;
      for (const { id } of executions) {
        if (id === undefined) continue;
        logger.info(`ending ${id.name}`);
        await admin.terminateExecution({ id, cause: `clean-up of the eager execution ${name}` }, { signal });
      }
    }
  } finally {
    await remote.close();
  }
}

async function listOf(
  admin: Connection["admin"],
  { project, domain, name }: TaskContext["execution"],
  signal: TaskContext["signal"],
): ReturnType<Connection["admin"]["listExecutions"]> {
  const filters = [
    `value_in(execution_tag.key,${EXECUTION_LABEL})`,
    `value_in(execution_tag.value,${name})`,
    "value_in(phase,UNDEFINED;QUEUED;RUNNING)",
  ].join("+");
  const sortBy = { key: "created_at", direction: Sort_Direction.DESCENDING };
  return admin.listExecutions({ id: { project, domain }, limit: PAGE, filters, sortBy }, { signal });
}
