import { dirname } from "node:path";
import { fromErrorData, toErrorData } from "@flytekit-ts/core/literals";
import { localDisk } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import { type LiteralCodec, literalCodec } from "../events/literal-codec.js";
import type { TaskTarget } from "../plan/plan.js";
import type { AttemptParts } from "../scope/execute.js";
import type { NodeRun } from "../scope/node-run.js";
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
}

type Given = NodeRun<TaskTarget>;
type Last = Extract<FromWorker, { readonly kind: "succeeded" | "failed" | "crashed" }>;

/** Execute a task in a worker of a pool. @throws what the task throws, `TASK_CRASHED`, `TASK_OUT_OF_MEMORY`, `TASK_PROCESS_LOST` */
export async function executeIn(
  pool: TaskPool,
  place: Place,
  given: Given,
  attempt: AttemptParts,
): Promise<Literals> {
  const codec = await literalCodec();
  const { scope, store } = attempt;
  if (scope.isOver) throw scope.reason;
  const answers = new Answers(store, () => store.signal);
  let last: Last | undefined;
  const working = pool.work(requestOf(place, given, attempt, codec), (message) => {
    if (message.kind === "logged") log(message, given, attempt);
    else if (message.kind === "ask") void answers.answer(message).then(working.send);
    else if (message.kind !== "loaded") last = message;
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
  const { node, path } = given;
  const lost: LostAttempt = {
    task: node.target.task.name,
    node: path,
    kind: place.kind,
    memory: place.memory,
  };
  if (last?.kind === "succeeded") return codec.fromBytes(last.outputs);
  if (last?.kind === "failed") throw fromErrorData(last.error);
  if (last !== undefined) throw crashedBy(lost, last.error);
  throw exit === undefined || exit === "killed" ? scope.reason : lostBy(lost, exit);
}

function requestOf(
  { address }: Place,
  { inputs }: Given,
  attempt: AttemptParts,
  codec: LiteralCodec,
): RunRequest {
  const { context, store } = attempt;
  const workingDirectory = store.newUri("work");
  return {
    kind: "run",
    task: address,
    inputs: codec.toBytes(inputs),
    executionId: context.executionId,
    attempt: context.attempt,
    workingDirectory,
    folder: dirname(dirname(workingDirectory)),
    schemes: store.storage.schemes.filter((scheme) => !localDisk.schemes.includes(scheme)),
  };
}

function log(
  { level, message }: Extract<FromWorker, { readonly kind: "logged" }>,
  given: Given,
  { context, scope }: AttemptParts,
): void {
  if (level !== "stdout" && level !== "stderr") return context.logger[level](message);
  // As it would be seen if the task ran here.
  process[level].write(message);
  void tellLogged(given, { attempt: context.attempt, level, message: message.replace(/\n$/, "") }, scope);
}
