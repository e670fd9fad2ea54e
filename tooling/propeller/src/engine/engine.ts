import { encode } from "@flytekit-ts/models";
import { LiteralMap, WorkflowMetadata_OnFailurePolicy } from "@flytekit-ts/models/core";
import { joinUri } from "../data/join-uri.js";
import { type Entities, keyOf } from "../registry/registry.js";
import { NodeFailure } from "../values/failure.js";
import type { Literals } from "../values/literals.js";
import { CacheStore } from "./cache-store.js";
import { assertInputs, planRequest, type Started } from "./plan-request.js";
import type { ExecutionResult } from "./records.js";
import { flyteRules } from "./rules.js";
import { runGraph } from "./run-graph.js";
import { runNode } from "./run-node.js";
import type { EngineOptions, Execution, Recursion, Request, Settings } from "./scope.js";

/** What is executed, and with what. */
export interface ExecuteOptions {
  /** The name of the execution. */
  readonly name?: string | undefined;
  readonly inputs?: Literals | undefined;
  /** What gates are given: a boolean for an approval, a value for an input, by the id of the signal. */
  readonly signals?: Literals | undefined;
  /** An earlier execution of the same: what succeeded there is not run again. */
  readonly recover?: ExecutionResult | undefined;
  /** Run what is remembered anew, and remember that. */
  readonly overwriteCache?: boolean | undefined;
  /** Variables for every container. */
  readonly envs?: Readonly<Record<string, string>> | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A stand-in for Flyte's engine. */
export class Engine {
  readonly #settings: Settings;
  readonly #onNode: Execution["onNode"];
  #count = 0;

  constructor({ onNode = () => {}, ...options }: EngineOptions) {
    const { dataRoot, rawRoot, cache, rules, project = "proj", domain = "development" } = options;
    this.#onNode = onNode;
    this.#settings = {
      ...options,
      project,
      domain,
      rawRoot: rawRoot ?? joinUri(dataRoot, "raw"),
      cache: cache ?? new CacheStore(),
      rules: rules ?? flyteRules,
      hooks: options.hooks ?? {},
    };
  }

  /**
   * Execute a launch plan, or a workflow as its default plan would be: without defaults of its own.
   *
   * What fails while it runs is part of the result.
   *
   * @throws `NodeFailure` of code `InvalidArgument` for inputs that do not fit, `Error` for an unknown name
   */
  async execute(name: string, options: ExecuteOptions = {}): Promise<ExecutionResult> {
    return this.run(this.#started(name, options.inputs ?? new Map()), options);
  }

  /** Execute a workflow with all that a launch plan would decide. What fails while it runs is part of the result. */
  async run(started: Started, options: ExecuteOptions = {}): Promise<ExecutionResult> {
    const { signals = new Map(), overwriteCache = started.overwriteCache, envs, recover } = options;
    this.#count += 1;
    const request: Request = {
      ...started,
      name: options.name ?? `execution${this.#count}`,
      signals,
      overwriteCache,
      envs: { ...started.envs, ...envs },
      recover,
      lineage: [],
      signal: options.signal ?? new AbortController().signal,
    };
    return execute(this.#settings, request, this.#onNode);
  }

  #started(name: string, inputs: Literals): Started {
    const found = this.#settings.registry.named(name);
    if ("spec" in found) return planRequest(this.#settings.registry, found, inputs);
    const { template, subWorkflows } = found;
    if (template === undefined) throw new Error(`the workflow ${name} has no template`);
    assertInputs(template, inputs);
    return { workflow: template, subWorkflows, inputs, overwriteCache: false, envs: {} };
  }
}

const execute: Recursion["execute"] = async (options, request, onNode) => {
  const { workflow, subWorkflows, inputs } = request;
  // Whatever goes wrong here ends all processes.
  const end = new AbortController();
  const known = new Map(subWorkflows.map((each) => [each.id === undefined ? "" : keyOf(each.id), each]));
  const entities: Entities = {
    task: (id) => options.registry.task(id),
    subWorkflow: (id) => known.get(keyOf(id)),
  };
  const own = workflow.metadata?.onFailure ?? WorkflowMetadata_OnFailurePolicy.FAIL_IMMEDIATELY;
  const execution: Execution = {
    request,
    options,
    policy: own,
    records: new Map(),
    tasks: [],
    onNode,
    run: { graph: runGraph, node: runNode, execute },
  };
  const result = (phase: ExecutionResult["phase"], rest: Partial<ExecutionResult>): ExecutionResult => {
    const { records: nodes, tasks } = execution;
    return { name: request.name, phase, outputs: new Map(), failure: undefined, nodes, tasks, ...rest };
  };
  try {
    await writeNode(execution, "start-node", inputs);
    const { nodes, outputs: bindings, failureNode } = workflow;
    const parts = { nodes, outputs: bindings, failureNode, own, inputs, entities };
    const outputs = await runGraph(
      execution,
      parts,
      undefined,
      AbortSignal.any([request.signal, end.signal]),
    );
    await writeNode(execution, "end-node", outputs);
    return result("SUCCEEDED", { outputs });
  } catch (error) {
    if (request.signal.aborted) return result("ABORTED", {});
    if (error instanceof NodeFailure) return result("FAILED", { failure: error.failure });
    throw error;
  } finally {
    end.abort();
  }
};

/** The nodes at both ends have files, as others do: what a workflow is given, and gives. */
async function writeNode({ options, request }: Execution, node: string, literals: Literals): Promise<void> {
  const { project, domain, dataRoot, store } = options;
  const file = joinUri(dataRoot, `${project}-${domain}-${request.name}`, node, "data", "0", "outputs.pb");
  await store.write(file, encode(LiteralMap, { literals: new Map(literals) }));
}
