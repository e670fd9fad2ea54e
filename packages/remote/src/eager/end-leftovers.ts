import type { TaskContext } from "@flytekit-ts/core";
import type { Execution } from "@flytekit-ts/models/admin";
import type { Connection } from "../connection/connection.js";
import { connectionErrors } from "../errors/connection-errors.js";
import { connect } from "../remote/connect.js";
import { namePrefix } from "./execution-name.js";
import { EXECUTION_LABEL } from "./labels.js";

const PAGE = 100;

/** Ends the executions that an eager task left running, until there are none. */
export async function endLeftovers(eager: string, context: TaskContext): Promise<void> {
  const { project, domain } = context.execution;
  const remote = await connect({ project, domain });
  try {
    while ((await endAll(eager, context, remote.connection)) > 0);
  } finally {
    await remote.close();
  }
}

/** Ends what is there now. Gives how many there were. */
async function endAll(eager: string, context: TaskContext, { admin }: Connection): Promise<number> {
  const { execution, logger, signal } = context;
  const cause = `clean-up of the eager execution ${execution.name}`;
  let ended = 0;
  for await (const { id } of leftovers(eager, context, admin)) {
    ended += 1;
    logger.info(`ending ${id?.name}`);
    try {
      await admin.terminateExecution({ id, cause }, { signal });
    } catch (error) {
      // It has ended by itself meanwhile.
      if (!connectionErrors.CLUSTER_REFUSED.is(error)) throw error;
    }
  }
  return ended;
}

// flyteadmin has labels in a table to filter by, but not those of single tasks. So the name finds them, and the label tells
// whose they are.
async function* leftovers(
  eager: string,
  { execution, signal }: TaskContext,
  admin: Connection["admin"],
): AsyncIterable<Execution> {
  const { project, domain, name } = execution;
  const prefix = namePrefix(eager, name);
  const filters = `contains(execution_name,${prefix})+value_in(phase,UNDEFINED;QUEUED;RUNNING)`;
  let token = "";
  do {
    const request = { id: { project, domain }, limit: PAGE, filters, token };
    const page = await admin.listExecutions(request, { signal });
    yield* page.executions.filter(({ spec }) => spec?.labels?.values.get(EXECUTION_LABEL) === name);
    ({ token } = page);
  } while (token !== "");
}
