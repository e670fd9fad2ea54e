import type { ExecutionId } from "@flytekit-ts/core";
import type { Signal } from "@flytekit-ts/core/storage";
import type { Execution } from "@flytekit-ts/models/admin";
import type { Connection } from "../connection/connection.js";
import { connectionErrors as errors } from "../errors/connection-errors.js";
import { patientCalling } from "./calling.js";
import type { Change } from "./changes.js";
import { toFault } from "./state/execution-fault.js";
import { executionPhase, isLast } from "./state/phases.js";
import { lookAt } from "./look/look-at.js";
import { type ExecutionNow, Observer } from "./observer.js";
import { realTiming, type Timing } from "./timing.js";
import { toWatching, type WatchOptions } from "./watch-options.js";

/** What is watched, and with which time. */
export interface Watched {
  readonly connection: Connection;
  readonly id: ExecutionId;
  readonly options: WatchOptions;
  readonly timing?: Timing;
}

/** How much longer each wait is, as long as nothing changes. */
const SLOWER = 1.5;

/**
 * What changes in an execution, until it has ended and all is told.
 *
 * T1. Each state that the cluster shows is told once. What lies between two looks may not be: clusters keep the last phase.
 * T2. A node is told before what is inside it, and before its attempts. The end of the execution comes last.
 * T3. All calls are made one after the other, with waits between them, and none while the caller does not ask for changes.
 */
export async function* watch({
  connection,
  id,
  options,
  timing = realTiming,
}: Watched): AsyncGenerator<Change, void, undefined> {
  const watching = toWatching(options);
  const { signal } = options;
  const calling = patientCalling({ ...watching, signal, timing });
  const look = lookAt(connection, calling, signal);
  const observer = new Observer(look, { id, tasks: watching.tasks, after: options.after });
  let wait = watching.shortest;
  for (;;) {
    assertGoesOn(connection, signal);
    const now = nowOf(await look.execution(id));
    const isOver = isLast(now.phase);
    let isQuiet = true;
    for await (const change of observer.look(now, isOver)) {
      isQuiet = false;
      yield change;
    }
    if (isOver) return;
    wait = isQuiet && !observer.isBehind ? Math.min(watching.longest, wait * SLOWER) : watching.shortest;
    // Those who watch many executions must not ask all at once.
    await timing.wait(wait * (0.8 + timing.random() * 0.4), signal);
  }
}

function nowOf({ closure }: Execution): ExecutionNow {
  const result = closure?.outputResult;
  const error = result?.$case === "error" ? toFault(result.value) : undefined;
  return { phase: executionPhase(closure?.phase ?? 0), error };
}

function assertGoesOn({ config: { endpoint } }: Connection, signal: Signal | undefined): void {
  if (signal?.aborted === true)
    throw errors.CALL_ABORTED({ endpoint, call: "AdminService.GetExecution" }, { cause: signal.reason });
}
