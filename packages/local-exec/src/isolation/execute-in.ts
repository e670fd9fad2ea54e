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
import { isExit } from "./pool/exit.js";
import type { Last, RunRequest, Said, TaskAddress } from "./protocol/messages.js";
import type { Ended, TaskPool } from "./pool/task-pool.js";

/** Where and how a task runs. */
export interface Place {
  readonly kind: "worker" | "process";
  readonly address: TaskAddress;
  /** How long it may go on when it should stop, in milliseconds. */
  readonly grace: number;
  /** The limit of its heap, in bytes. */
  readonly memory: number | undefined;
  /** The folder in which the run keeps files. */
  readonly folder: string;
  readonly run: Pick<RunContext, "secrets">;
}

type Given = NodeRun<TaskTarget>;

type Failed = Exclude<Ended, "killed" | { readonly kind: "succeeded" }>;

/** Execute a task in a worker of a pool. @throws what the task throws, `TASK_CRASHED`, `TASK_OUT_OF_MEMORY`, `TASK_PROCESS_LOST` */
export async function executeIn(
  pool: TaskPool,
  place: Place,
  given: Given,
  attempt: AttemptParts,
): Promise<Literals> {
  const codec = await literalCodec();
  const { scope } = attempt;
  if (scope.isOver) throw scope.reason;
  const answers = new Answers(attempt.store);
  const working = pool.work(requestOf(place, given, attempt, codec), (message, answer) => {
    if (message.kind === "ask") void answers.answer(message).then(answer);
    else pass(message, given, attempt, place);
  });
  let timer: NodeJS.Timeout | undefined;
  const stopListening = scope.onEnd((reason) => {
    working.send({ kind: "abort", reason: toErrorData(reason) });
    timer = setTimeout(working.kill, place.grace);
  });
  const ended = await working.ended;
  clearTimeout(timer);
  stopListening();
  if (answers.isUsed) await answers.close();
  if (ended === "killed") throw scope.reason;
  if (!isExit(ended) && ended.kind !== "loaded") attempt.report.note({ usage: ended.usage });
  if (!isExit(ended) && ended.kind === "succeeded") return codec.fromBytes(ended.outputs);
  throw errorOf(ended, given, place);
}

function errorOf(ended: Failed, given: Given, { kind, memory }: Place): Error {
  const lost: LostAttempt = { task: given.node.target.task.name, node: given.path, kind, memory };
  // As the end of a container: the task did not say that another attempt is useless.
  if (isExit(ended)) return markRecoverable(lostBy(lost, ended), true);
  if (ended.kind === "crashed") return markRecoverable(crashedBy(lost, ended.error), true);
  if (ended.kind === "loaded") return notFound(given, ended);
  return markRecoverable(toFlytekitError(fromErrorData(ended.error)), ended.isRecoverable);
}

// The task is of a graph that was made while the run went on. All others were found before.
function notFound({ node }: Given, { problems }: Extract<Last, { readonly kind: "loaded" }>): Error {
  const { name } = node.target.task;
  const texts = problems.map(([, error]) => `${name}: ${textOf(fromErrorData(error))}`);
  return errors.ISOLATION_MODULE_UNLOADABLE({ entity: name, problems: texts });
}

function requestOf(
  { address, folder }: Place,
  { inputs }: Given,
  { context, report, store }: AttemptParts,
  codec: LiteralCodec,
): RunRequest {
  return {
    kind: "run",
    task: address,
    inputs: codec.toBytes(inputs),
    executionId: context.executionId,
    attempt: context.attempt,
    folder,
    context: report.contextParts(),
    schemes: store.storage.schemes.filter((scheme) => !localDisk.schemes.includes(scheme)),
  };
}

// It is seen as if the task ran here.
function pass(
  message: Exclude<Said, { readonly kind: "ask" }>,
  given: Given,
  { context, report, scope }: AttemptParts,
  { run }: Place,
): void {
  if (message.kind === "logged") return context.logger[message.level](message.message, message.fields);
  if (message.kind === "showed") return context.deck.append(message.part);
  if (message.kind === "hide") return report.hide(message.secret);
  const text = run.secrets.masker.mask(message.text);
  process[message.to].write(text);
  const logged = { attempt: context.attempt, level: message.to, message: text.replace(/\n$/, "") };
  // Who cannot take it now cannot take the end of the node either, and the run waits for that.
  tellLogged(given, logged, scope)?.catch(() => {});
}
