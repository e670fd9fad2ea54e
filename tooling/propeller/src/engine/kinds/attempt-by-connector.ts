import { TaskExecutionMetadata } from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";
import { encode } from "@flytekit-ts/models";
import { LiteralMap } from "@flytekit-ts/models/core";
import { joinUri } from "../../data/join-uri.js";
import { render } from "../../pods/render.js";
import type { Literals } from "../../values/literals.js";
import { podName } from "../ids.js";
import { attemptsOf } from "../run-attempts.js";
import { environment, placeholdersOf, placesOf } from "./pod-of.js";
import { readResults } from "./read-results.js";
import type { TaskCall, TaskEnd } from "./task-call.js";
import { type Attempt, toldAttempt } from "./told-attempt.js";

/** Let a connector run an attempt of a task. What it gives as outputs is written where a pod would. @throws `NodeFailure` */
export async function attemptByConnector(call: TaskCall, given: Attempt): Promise<TaskEnd> {
  const { scope, task, uniqueId, inputs } = call;
  const { options, request } = scope.execution;
  const { attempt, signal, previous } = given;
  const { outputPrefix } = placesOf(call, attempt);
  const written = async (): Promise<Literals> => {
    const left = await readResults(options, task, outputPrefix);
    return left.kind === "outputs" ? left.outputs : new Map();
  };
  const template = withArguments(call, attempt, previous);
  const execution = executionOf(call, attempt);
  return toldAttempt(call, given, podName(request.name, uniqueId, attempt), async () => {
    const job = { template, inputs, outputPrefix, execution, written };
    const outputs = await (options.connectors ?? missing()).run(job, signal);
    const bytes = encode(LiteralMap, { literals: new Map(outputs) });
    await options.store.write(joinUri(outputPrefix, "outputs.pb"), bytes);
    return { kind: "outputs", outputs };
  });
}

/** The template with the arguments of its container filled in; its command stays as it is. */
function withArguments(call: TaskCall, attempt: number, previous: string | undefined): idl.TaskTemplate {
  const { task } = call;
  if (task.target?.$case !== "container") return task;
  const placeholders = placeholdersOf(call, attempt, previous);
  const args = task.target.value.args.map((each) => render(each, placeholders));
  return { ...task, target: { $case: "container", value: { ...task.target.value, args } } };
}

function executionOf(call: TaskCall, retryAttempt: number): TaskExecutionMetadata {
  const { scope, task, node, uniqueId } = call;
  const { request, options } = scope.execution;
  const { project, domain } = options;
  const executionId = { project, domain, name: request.name };
  return TaskExecutionMetadata.fromPartial({
    taskExecutionId: { taskId: task.id, retryAttempt, nodeExecutionId: { nodeId: uniqueId, executionId } },
    namespace: `${project}-${domain}`,
    labels: new Map([
      ["execution-id", request.name],
      ["node-id", uniqueId],
      ["project", project],
      ["domain", domain],
    ]),
    k8sServiceAccount: "default",
    environmentVariables: new Map(
      Object.entries({ ...environment(call, options, retryAttempt), ...request.envs }),
    ),
    maxAttempts: attemptsOf(node, task),
    identity: task.securityContext?.runAs,
  });
}

function missing(): never {
  throw new Error("the engine has no connectors");
}
