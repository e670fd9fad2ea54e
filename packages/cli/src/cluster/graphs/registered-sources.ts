import { isFlytekitError } from "@flytekit-ts/core/errors";
import type { Signal } from "@flytekit-ts/core/storage";
import type {
  CompiledWorkflowClosure,
  Identifier,
  Node,
  TaskTemplate,
  TypedInterface,
  WorkflowTemplate,
} from "@flytekit-ts/models/core";
import { type RegisteredLaunchPlan, remoteErrors, type Remote } from "@flytekit-ts/remote";
import { declaredIn } from "../../graph/read/declared.js";
import { scheduleWords } from "../../graph/read/schedule-words.js";
import type { Plan, Sources } from "../../graph/read/sources.js";
import { nodesOfArms, topNodes } from "./top-nodes.js";

/** The messages of what is registered, as they are read from a cluster: workflows, and the plans that their nodes start. */
export class RegisteredSources implements Sources {
  readonly #remote: Remote;
  readonly #signal: Signal;
  readonly #workflows = new Map<string, WorkflowTemplate>();
  readonly #tasks = new Map<string, TaskTemplate>();
  readonly #plans = new Map<string, Plan | undefined>();

  constructor(remote: Remote, signal: Signal) {
    this.#remote = remote;
    this.#signal = signal;
  }

  workflow(id: Identifier): WorkflowTemplate | undefined {
    return this.#workflows.get(keyOf(id));
  }

  task(id: Identifier): TaskTemplate | undefined {
    return this.#tasks.get(keyOf(id));
  }

  plan(id: Identifier): Plan | undefined {
    return this.#plans.get(keyOf(id));
  }

  authored(): undefined {
    return undefined;
  }

  authoredWorkflow(): undefined {
    return undefined;
  }

  /** Know a template that comes from elsewhere. */
  add(template: WorkflowTemplate | TaskTemplate | undefined): void {
    if (template?.id === undefined) return;
    if ("nodes" in template) this.#workflows.set(keyOf(template.id), template);
    else this.#tasks.set(keyOf(template.id), template);
  }

  /** Know a workflow with all that it uses, and read the plans that it starts. */
  async addClosure(closure: CompiledWorkflowClosure | undefined): Promise<void> {
    if (closure === undefined) return;
    const templates = [closure.primary, ...closure.subWorkflows].flatMap((each) => each?.template ?? []);
    for (const each of templates) this.add({ ...each, nodes: [...topNodes(each)] });
    for (const { template } of closure.tasks) this.add(template);
    for (const each of templates) for (const id of plansIn(each.nodes)) await this.#addPlan(id);
  }

  /** Know a launch plan, and read the workflow that it starts. */
  async addPlan({ id, spec, closure }: RegisteredLaunchPlan): Promise<void> {
    const { workflowId: workflow } = spec;
    this.#plans.set(keyOf(id), {
      workflow,
      fixed: spec.fixedInputs?.literals ?? new Map(),
      schedule: scheduleWords(spec.entityMetadata?.schedule),
      interface: declaredIn(interfaceOfPlan(closure)),
    });
    if (workflow === undefined || this.#workflows.has(keyOf(workflow))) return;
    const found = await unlessAbsent(() => this.#remote.workflow(workflow, { signal: this.#signal }));
    await this.addClosure(found?.compiled);
  }

  async #addPlan(id: Identifier): Promise<void> {
    if (this.#plans.has(keyOf(id))) return;
    this.#plans.set(keyOf(id), undefined);
    const found = await unlessAbsent(() => this.#remote.launchPlan(id, { signal: this.#signal }));
    if (found !== undefined) await this.addPlan(found);
  }
}

/** What a registered launch plan takes and gives. */
export function interfaceOfPlan({
  expectedInputs,
  expectedOutputs,
}: RegisteredLaunchPlan["closure"]): TypedInterface {
  const inputs = [...(expectedInputs?.parameters ?? [])].flatMap(([name, { var: variable }]) =>
    variable === undefined ? [] : [[name, variable] as const],
  );
  return { inputs: { variables: new Map(inputs) }, outputs: expectedOutputs };
}

// What a node starts may have been registered elsewhere, or be of a project that one may not look at: then it is a node alone.
async function unlessAbsent<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    const isAbsent = remoteErrors.CLUSTER_ENTITY_NOT_FOUND.is(error) || remoteErrors.NOT_PERMITTED.is(error);
    if (isFlytekitError(error) && isAbsent) return undefined;
    throw error;
  }
}

const keyOf = ({ project, domain, name, version }: Identifier): string =>
  JSON.stringify([project, domain, name, version]);

function plansIn(nodes: readonly Node[]): readonly Identifier[] {
  return nodes
    .flatMap((node) => [node, ...nodesOfArms(node)])
    .flatMap(({ target }) => {
      const own = target?.$case === "arrayNode" ? target.value.node?.target : target;
      const reference = own?.$case === "workflowNode" ? own.value.reference : undefined;
      return reference?.$case === "launchplanRef" ? [reference.value] : [];
    });
}
