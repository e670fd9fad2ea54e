import { dirname } from "node:path";
import { textOf } from "@flytekit-ts/core/errors";
import { fromErrorData, toErrorData } from "@flytekit-ts/core/literals";
import { localDisk } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import { type LiteralCodec, literalCodec } from "../events/literal-codec.js";
import { toFlytekitError } from "../events/to-flytekit-error.js";
import type { TaskTarget } from "../plan/plan.js";
import type { AttemptParts } from "../scope/execute.js";
import type { NodeRun } from "../scope/node-run.js";
import type { RunContext } from "../scope/scope.js";
import { markRecoverable } from "../scope/recoverable-mark.js";
import { tellLogged } from "../scope/tell.js";
import { Answers } from "./answers.js";
import { crashedBy, type LostAttempt, lostBy } from "./lost.js";
import type { FromWorker, RunRequest, TaskAddress } from "./protocol/messages.js";
import type { TaskPool } from "./pool/task-pool.js";

/** Where and how a task runs. */
export interface Place {
  readonly kind: "worker" | "process";
  readonly address: TaskAddress;
  /** How long it may go on when it should stop, in milliseconds. */
  readonly grace: number;
  /** The limit of its heap, in bytes. */
  readonly memory: number | undefined;
  readonly run: Pick<RunContext, "secrets">;
}

type Given = NodeRun<TaskTarget>;
type Last = Extract<FromWorker, { readonly kind: "loaded" | "succeeded" | "failed" | "crashed" }>;

/** Execute a task in a worker of a pool. @throws what the task throws, `TASK_CRASHED`, `TASK_OUT_OF_MEMORY`, `TASK_PROCESS_LOST` */
export async function executeIn(
  pool: TaskPool,
  place: Place,
  given: Given,
  attempt: AttemptParts,
): Promise<Literals> {
  const codec = await literalCodec();
  const { context, report, scope, store } = attempt;
  if (scope.isOver) throw scope.reason;
  const answers = new Answers(store, () => store.signal);
  let last: Last | undefined;
  const working = pool.work(requestOf(place, given, attempt, codec), (message) => {
    if (message.kind === "logged") context.logger[message.level](message.message, message.fields);
    else if (message.kind === "wrote") pass(message, given, attempt, place);
    else if (message.kind === "hide") report.hide(message.secret);
    else if (message.kind === "showed") context.deck.append(message.part);
    else if (message.kind === "ask") void answers.answer(message).then(working.send);
    else last = message;
  });
  let timer: NodeJS.Timeout | undefined;
  const stopListening = scope.onEnd((reason) => {
    working.send({ kind: "abort", reason: toErrorData(reason) });
    timer = setTimeout(working.kill, place.grace);
  });
  const exit = await working.ended;
  clearTimeout(timer);
  stopListening();
  await answers.close();
  if (last?.kind === "loaded") throw notFound(given, last);
  if (last !== undefined) report.note({ usage: last.usage });
  if (last?.kind === "succeeded") return codec.fromBytes(last.outputs);
  if (last?.kind === "failed")
    throw markRecoverable(toFlytekitError(fromErrorData(last.error)), last.isRecoverable);
  if (last === undefined && exit === "killed") throw scope.reason;
  const { kind, memory } = place;
  const lost: LostAttempt = { task: given.node.target.task.name, node: given.path, kind, memory };
  // As the end of a container: the task did not say that another attempt is useless.
  throw markRecoverable(last === undefined ? lostBy(lost, exit) : crashedBy(lost, last.error), true);
}

// The task is of a graph that was made while the run went on. All others were found before.
function notFound({ node }: Given, { problems }: Extract<Last, { readonly kind: "loaded" }>): Error {
  const { name } = node.target.task;
  const texts = problems.map(([, error]) => `${name}: ${textOf(fromErrorData(error))}`);
  return errors.ISOLATION_MODULE_UNLOADABLE({ entity: name, problems: texts });
}

function requestOf(
  { address }: Place,
  { inputs }: Given,
  attempt: AttemptParts,
  codec: LiteralCodec,
): RunRequest {
  const { context, report, store } = attempt;
  const workingDirectory = store.newUri("work");
  return {
    kind: "run",
    task: address,
    inputs: codec.toBytes(inputs),
    executionId: context.executionId,
    attempt: context.attempt,
    workingDirectory,
    folder: dirname(dirname(workingDirectory)),
    context: report.contextParts(),
    schemes: store.storage.schemes.filter((scheme) => !localDisk.schemes.includes(scheme)),
  };
}

// It is seen as if the task ran here.
function pass(
  { to, text }: Extract<FromWorker, { readonly kind: "wrote" }>,
  given: Given,
  { context, scope }: AttemptParts,
  { run }: Place,
): void {
  const message = run.secrets.masker.mask(text);
  process[to].write(message);
  const logged = { attempt: context.attempt, level: to, message: message.replace(/\n$/, "") };
  // Who cannot take it now cannot take the end of the node either, and the run waits for that.
  tellLogged(given, logged, scope)?.catch(() => {});
}
