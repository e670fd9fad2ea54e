import { isDeepStrictEqual } from "node:util";
import type { Codec } from "@flytekit-ts/models";
import {
  LaunchPlanCreateRequest,
  LaunchPlanSpec,
  TaskCreateRequest,
  WorkflowCreateRequest,
} from "@flytekit-ts/models/admin";
import {
  type Identifier,
  Node,
  TaskTemplate,
  TypedInterface,
  type WorkflowTemplate,
} from "@flytekit-ts/models/core";
import { toJson } from "@flytekit-ts/models/json";
import type { Remote } from "@flytekit-ts/remote";
import type { Created } from "./python-client.js";

/** What is asked of our client. */
export type Reader = Pick<Remote, "task" | "workflow" | "launchPlan">;

/** Where our client reads something else than Python registered. */
export async function compareRegistered(
  remote: Reader,
  created: readonly Created[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const each of created) found.push(...(await compareOne(remote, each)));
  return found;
}

async function compareOne(remote: Reader, { method, request }: Created): Promise<readonly string[]> {
  switch (method) {
    case "create_task": {
      const { id, spec } = TaskCreateRequest.decode(request);
      const { closure } = await remote.task(known(id));
      const place = `task ${id?.name}`;
      return unlike(place, TaskTemplate, { sent: spec?.template, read: closure.compiledTask?.template });
    }
    case "create_workflow": {
      const { id, spec } = WorkflowCreateRequest.decode(request);
      const { compiled, closure } = await remote.workflow(known(id));
      const read = (compiled ?? closure.compiledWorkflow)?.primary?.template;
      return compareWorkflow(`workflow ${id?.name}`, spec?.template, read);
    }
    case "create_launch_plan": {
      const { id, spec } = LaunchPlanCreateRequest.decode(request);
      const { spec: read } = await remote.launchPlan(known(id));
      return unlike(`launch plan ${id?.name}`, LaunchPlanSpec, { sent: spec, read });
    }
  }
}

/** A compiled workflow has two nodes more, ids of arms with that of their conditional, and promises that name the start. */
function compareWorkflow(
  place: string,
  sent: WorkflowTemplate | undefined,
  read: WorkflowTemplate | undefined,
): readonly string[] {
  const nodes = read?.nodes.filter(({ id }) => id !== "start-node" && id !== "end-node") ?? [];
  const wanted = sent?.nodes ?? [];
  const ids = wanted.map(({ id }) => id).join();
  const readIds = nodes.map(({ id }) => id).join();
  if (ids !== readIds) return [`${place}: the nodes ${readIds} instead of ${ids}`];
  return [
    ...unlike(`${place}, interface`, TypedInterface, { sent: sent?.interface, read: read?.interface }),
    ...wanted.flatMap((node, index) =>
      unlike(`${place}, node ${node.id}`, Node, {
        sent: plain(node),
        read: nodes[index] && plain(nodes[index]),
      }),
    ),
  ];
}

/** A node as far as a compiler leaves it alone. */
function plain({ id, metadata, target, outputAliases, inputs }: Node): Node {
  const named = inputs.map((each) => ({ var: each.var, binding: undefined }));
  const isBranch = target?.$case === "branchNode";
  return {
    id,
    metadata,
    outputAliases,
    inputs: named,
    upstreamNodeIds: [],
    target: isBranch ? undefined : target,
  };
}

function known(id: Identifier | undefined): Identifier {
  if (id === undefined) throw new Error("Python sent a request without an id");
  return id;
}

function unlike<T>(
  place: string,
  codec: Codec<T>,
  { sent, read }: { readonly sent: T | undefined; readonly read: T | undefined },
): readonly string[] {
  if (sent === undefined || read === undefined)
    return [`${place}: ${sent === undefined ? "not sent" : "not there"}`];
  const [wanted, got] = [toJson(codec, sent), toJson(codec, read)];
  return isDeepStrictEqual(wanted, got)
    ? []
    : [`${place}: ${JSON.stringify(got)} instead of ${JSON.stringify(wanted)}`];
}
