import type * as idl from "@flytekit-ts/models/core";
import { localStore } from "@flytekit-ts/core/storage";
import type { Literals } from "@flytekit-ts/core/tasks";
import type { FailurePolicy } from "@flytekit-ts/workflow";
import type { GraphNode, Plan, PlannedNode } from "../../src/plan/plan.js";
import type { NodeRun, Outcome } from "../../src/scope/node-run.js";
import { type RunContext, Scope } from "../../src/scope/scope.js";
import { realClock } from "../../src/clock/real-clock.js";
import { executeHere } from "../../src/nodes/run-task-node.js";
import { ScriptedAnswers } from "../../src/given/scripted-answers.js";
import { Slots } from "../../src/scope/slots.js";

/** A node without inputs that runs nothing by itself. */
export function stubNode(id: string, upstreamNodeIds: string[] = []): PlannedNode {
  const message: idl.Node = {
    id,
    metadata: undefined,
    inputs: [],
    upstreamNodeIds,
    outputAliases: [],
    target: undefined,
  };
  return { id, message, entity: id, target: { kind: "missing", entity: undefined as never } };
}

/** A plan of such nodes: by id, those that come before. */
export function stubPlan(upstream: Readonly<Record<string, string[]>>, failureNode?: PlannedNode): Plan {
  const ids = Object.keys(upstream);
  const nodes = ids.map((id): GraphNode => {
    const before = upstream[id] ?? [];
    const downstream = ids.flatMap((other, index) => (upstream[other]?.includes(id) ? [index] : []));
    return { ...stubNode(id, before), upstream: before.length, downstream };
  });
  return { nodes, outputs: [], failureNode, policy: "fail-immediately", interruptible: false };
}

/** What running a node does, by its id; nothing where nothing is said. */
export type Does = Readonly<Record<string, (given: NodeRun, scope: Scope) => Outcome | Promise<Outcome>>>;

/** A run whose nodes do what the test says; `entered` are their paths in order, `told` what was told of them. */
export function stubRun(does: Does, policy: FailurePolicy = "fail-immediately") {
  const entered: string[] = [];
  const told: string[] = [];
  const given: NodeRun[] = [];
  const nothing: Literals = new Map();
  const run: RunContext = {
    id: "run",
    logger: undefined as never,
    logTask: undefined as never,
    secrets: undefined as never,
    folder: undefined as never,
    mocks: new Map(),
    start: undefined as never,
    gates: { scripted: new ScriptedAnswers({}), open: undefined, sleeps: false },
    slots: new Slots(4),
    store: localStore(),
    isHeard: true,
    clock: realClock,
    backoff: undefined,
    cache: undefined,
    history: undefined,
    journaling: undefined,
    execute: executeHere,
    tell: (event) => void told.push("node" in event ? `${event.node} ${event.kind.slice(5)}` : event.kind),
    async runNode(node, scope) {
      entered.push(node.path);
      given.push(node);
      return (await does[node.node.id]?.(node, scope)) ?? nothing;
    },
  };
  return {
    scope: new Scope(run, {
      policy,
      depth: 0,
      interruptible: false,
      overwritesCache: false,
      executionId: "run",
    }),
    entered,
    told,
    given,
  };
}
