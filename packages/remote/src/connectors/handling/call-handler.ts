import { isFlytekitError, isNonRecoverable, NonRecoverableError, textOf } from "@flytekit-ts/core/errors";
import { joinStorages, type Signal } from "@flytekit-ts/core/storage";
import { connectorErrors as errors } from "../../errors/connector-errors.js";
import { type Connector, connectorWords } from "../definition/connector.js";
import type { ConnectorContext } from "../definition/handlers.js";
import { connectorSecrets, maskedLogger, type Surroundings } from "./surroundings.js";

/** Which function of which connector is called, and for whom. */
export interface HandlerCall {
  readonly connector: Connector;
  readonly operation: string;
  readonly outputPrefix: string;
  /** Aborted when whoever called gave up. */
  readonly signal: Signal;
}

/**
 * Call a function of a connector: within its time, with its own secrets, and with nothing of them in what it says.
 *
 * @throws `CONNECTOR_TIMED_OUT`, `CONNECTOR_FAILED` with what it threw as the cause, the errors of what it returned, and the
 * reason of the signal
 */
export async function callHandler<T>(
  call: HandlerCall,
  around: Surroundings,
  work: (context: ConnectorContext) => T | Promise<T>,
): Promise<T> {
  call.signal.throwIfAborted();
  const controller = new AbortController();
  const { connector, outputPrefix } = call;
  const context: ConnectorContext = {
    signal: controller.signal,
    logger: maskedLogger(around.logger, around.masker),
    secrets: connectorSecrets(connector, around),
    outputPrefix,
    storage: joinStorages(around.storages),
  };
  let stop: (() => void) | undefined;
  const ended = new Promise<never>((_, reject) => {
    const end = (reason: unknown): void => {
      controller.abort(reason);
      reject(reason);
    };
    const timer = setTimeout(() => end(timedOut(call, around.deadline)), around.deadline);
    const onAbort = (): void => end(call.signal.reason);
    call.signal.addEventListener("abort", onAbort, { once: true });
    stop = () => {
      clearTimeout(timer);
      call.signal.removeEventListener("abort", onAbort);
    };
  });
  try {
    return await Promise.race([Promise.resolve(context).then(work), ended]);
  } catch (error) {
    throw controller.signal.aborted ? controller.signal.reason : failureOf(error, call, around);
  } finally {
    stop?.();
  }
}

function timedOut({ connector, operation }: HandlerCall, deadline: number): Error {
  const seconds = deadline / 1000;
  return errors.CONNECTOR_TIMED_OUT({ connector: connectorWords(connector), operation, seconds });
}

/** A failure without secrets. What this package found wrong is told as it is. */
function failureOf(error: unknown, { connector, operation }: HandlerCall, around: Surroundings): unknown {
  const isOurs = isFlytekitError(error) && Object.hasOwn(errors, error.code);
  const said = around.masker.mask(textOf(error));
  const isClean = isWithoutSecrets(error, around);
  if (isOurs && isClean) return error;
  // What it threw holds a secret, maybe in its stack: nobody gets to see it.
  const context = isClean ? { cause: error } : {};
  const failure = errors.CONNECTOR_FAILED({ connector: connectorWords(connector), operation, said }, context);
  return isNonRecoverable(error) ? new NonRecoverableError(failure.text, { cause: failure }) : failure;
}

// Clients of HTTP put their headers into what they throw.
function isWithoutSecrets(error: unknown, { masker }: Surroundings): boolean {
  if (masker.isEmpty) return true;
  const whole = process.getBuiltinModule("node:util").inspect(error, { depth: 10, maxArrayLength: 1000 });
  return masker.mask(whole) === whole;
}
