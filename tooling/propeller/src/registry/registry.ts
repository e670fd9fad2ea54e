import type * as admin from "@flytekit-ts/models/admin";
import type * as idl from "@flytekit-ts/models/core";

/** What can be registered. */
export type Registered =
  | { readonly kind: "task"; readonly spec: admin.TaskSpec }
  | { readonly kind: "workflow"; readonly spec: admin.WorkflowSpec }
  | { readonly kind: "plan"; readonly plan: admin.LaunchPlan };

/** Where the engine finds what a node refers to. */
export interface Entities {
  task(id: idl.Identifier): idl.TaskTemplate | undefined;
  subWorkflow(id: idl.Identifier): idl.WorkflowTemplate | undefined;
}

/** All that was registered, by full id: one differing part of an id is another thing. */
export class Registry {
  readonly #tasks = new Map<string, idl.TaskTemplate>();
  readonly #workflows = new Map<string, admin.WorkflowSpec>();
  readonly #plans = new Map<string, admin.LaunchPlan>();

  /** @throws for a message without what flyteadmin needs of it */
  add(entity: Registered): void {
    switch (entity.kind) {
      case "task": {
        const template = needed(entity.spec.template, "a task has no template");
        this.#tasks.set(keyOf(needed(template.id, "a task has no id")), template);
        return;
      }
      case "workflow": {
        const template = needed(entity.spec.template, "a workflow has no template");
        this.#workflows.set(keyOf(needed(template.id, "a workflow has no id")), entity.spec);
        return;
      }
      case "plan":
      default:
        this.#plans.set(keyOf(needed(entity.plan.id, "a launch plan has no id")), entity.plan);
    }
  }

  task(id: idl.Identifier): idl.TaskTemplate | undefined {
    return this.#tasks.get(keyOf(id));
  }

  workflow(id: idl.Identifier): admin.WorkflowSpec | undefined {
    return this.#workflows.get(keyOf(id));
  }

  plan(id: idl.Identifier): admin.LaunchPlan | undefined {
    return this.#plans.get(keyOf(id));
  }

  /** A plan, or else a workflow, of that name, whatever its version is. @throws if there is none, or more than one */
  named(name: string): admin.LaunchPlan | admin.WorkflowSpec {
    const plans = [...this.#plans.values()].filter(({ id }) => id?.name === name);
    const workflows = [...this.#workflows.values()].filter(({ template }) => template?.id?.name === name);
    const [found, other] = plans.length > 0 ? plans : workflows;
    if (found === undefined) throw new Error(`there is no launch plan or workflow ${name}: ${this.#names()}`);
    if (other !== undefined) throw new Error(`there is more than one ${name}`);
    return found;
  }

  #names(): string {
    const plans = [...this.#plans.values()].map(({ id }) => id?.name);
    const workflows = [...this.#workflows.values()].map(({ template }) => template?.id?.name);
    const names = [...new Set([...plans, ...workflows])];
    return names.length === 0 ? "nothing is registered" : `there are ${names.join(", ")}`;
  }
}

/** An id as a text, by which it is told from any other. */
export function keyOf({ resourceType, project, domain, name, version, org }: idl.Identifier): string {
  return JSON.stringify([resourceType, project, domain, name, version, org]);
}

function needed<T>(value: T | undefined, problem: string): T {
  if (value === undefined) throw new Error(problem);
  return value;
}
