import type { After, CallOptions, Condition, Entity, FlyteType } from "@flytekit-ts/core";
import { conditional, launchPlan, mapTask, workflow } from "@flytekit-ts/workflow";
import type {
  CallDescription,
  ConditionDescription,
  NodeDescription,
  Ref,
  Refs,
  WorkflowDescription,
} from "./description.js";
import { tasks } from "./tasks.js";
import { types } from "./types.js";

// A description decides what is called with what, so TypeScript cannot: an entity is called with anything.
type Erased = Entity & ((args: object, options?: CallOptions) => After);
type Promises = Readonly<Record<string, unknown>>;

/**
 * The workflows of a description and their launch plans, children first, with the tasks that they call, by the
 * names that descriptions have for them.
 *
 * @throws for what is described and not known, and what our packages refuse.
 */
export function buildWorkflows(descriptions: readonly WorkflowDescription[]): ReadonlyMap<string, Entity> {
  const entities = new Map<string, Entity>(tasks.map((each) => [each.name.replace("rnd.", ""), each]));
  for (const description of descriptions) {
    const built = build(description, entities);
    entities.set(description.name, built);
    const { plan } = description;
    if (plan === undefined) continue;
    const options = { name: plan.name, defaultInputs: plan.defaults ?? {}, fixedInputs: plan.fixed ?? {} };
    entities.set(plan.name, launchPlan(built as never, options as never));
  }
  return entities;
}

function build(description: WorkflowDescription, entities: ReadonlyMap<string, Entity>): Entity {
  const { name, inputs, outputTypes, failurePolicy, interruptible, onFailure, nodes, outputs } = description;
  const declaration = {
    name: `rnd.${name}`,
    inputs: typesOf(inputs),
    ...(isBare(outputTypes) ? { output: typeOf(outputTypes["o0"]) } : { outputs: typesOf(outputTypes) }),
    failurePolicy,
    interruptible,
    onFailure: onFailure === undefined ? undefined : entityOf(onFailure, entities),
  };
  const body = (promises: Promises): unknown => {
    const graph = new Body(promises, entities);
    for (const node of nodes) graph.add(node);
    const results = graph.refs(outputs);
    return isBare(outputTypes) ? results["o0"] : results;
  };
  return workflow(declaration as never, body as never);
}

function isBare(outputTypes: WorkflowDescription["outputTypes"]): boolean {
  return Object.keys(outputTypes).join() === "o0";
}

function typesOf(names: { readonly [name: string]: string }): Record<string, FlyteType<unknown, unknown>> {
  return Object.fromEntries(Object.entries(names).map(([name, type]) => [name, typeOf(type)]));
}

function typeOf(name: string | undefined): FlyteType<unknown, unknown> {
  const type = types.get(name ?? "");
  if (type === undefined) throw new Error(`there is no type ${name}`);
  return type;
}

function entityOf(name: string | undefined, entities: ReadonlyMap<string, Entity>): Erased {
  const entity = entities.get(name ?? "");
  if (entity === undefined) throw new Error(`there is no ${name ?? "entity"} to call`);
  return entity as Erased;
}

/** One body under way: the results of its calls so far. */
class Body {
  readonly #inputs: Promises;
  readonly #entities: ReadonlyMap<string, Entity>;
  readonly #results: unknown[] = [];

  constructor(inputs: Promises, entities: ReadonlyMap<string, Entity>) {
    this.#inputs = inputs;
    this.#entities = entities;
  }

  /** Make the next call of the body itself. */
  add({ after, options = {}, ...call }: NodeDescription): void {
    const { timeoutSeconds, ...other } = options;
    this.#results.push(
      this.#call(call, {
        ...other,
        ...(timeoutSeconds === undefined ? {} : { timeout: timeoutSeconds * 1000 }),
        ...(after === undefined ? {} : { after: after.map((index) => this.#results[index] as After) }),
      }),
    );
  }

  refs(refs: Refs = {}): Promises {
    return Object.fromEntries(Object.entries(refs).map(([name, ref]) => [name, this.#ref(ref)]));
  }

  #call(description: CallDescription, options: CallOptions = {}): After {
    if ("conditional" in description) return this.#conditional(description, options);
    const args = this.refs(description.args);
    if ("call" in description) return entityOf(description.call, this.#entities)(args, options);
    const { mapTask: target, bound, concurrency, minSuccessRatio } = description;
    const how = { over: Object.keys(args), concurrency, minSuccessRatio };
    const map = mapTask(entityOf(target, this.#entities) as never, how as never) as unknown as Erased;
    return map({ ...args, ...this.refs(bound) }, options);
  }

  // What flytekit's call options say of a node cannot be said of a conditional, but for its order.
  #conditional(
    { conditional: name, arms, else: last, fail }: ConditionalDescription,
    { after }: CallOptions,
  ): After {
    const [first, ...others] = arms;
    if (first === undefined) throw new Error(`the conditional ${name} has no arm`);
    const start = conditional(name, { after });
    let chain = start.if(this.#condition(first.if), () => this.#call(first));
    for (const arm of others)
      chain = chain.elseIf(this.#condition(arm.if), () => this.#call(arm)) as typeof chain;
    return last === undefined ? chain.fail(fail ?? "") : (chain.else(() => this.#call(last)) as After);
  }

  #condition(description: ConditionDescription): Condition {
    if ("and" in description) {
      const [left, right] = description.and;
      return this.#condition(left).and(this.#condition(right));
    }
    if ("or" in description) {
      const [left, right] = description.or;
      return this.#condition(left).or(this.#condition(right));
    }
    const { op, left, right } = description;
    const promise = this.#ref(left) as Record<string, ((value?: unknown) => Condition) | undefined>;
    const compare = promise[op];
    if (compare === undefined) throw new Error(`${op} is no comparison of ${JSON.stringify(left)}`);
    return right === undefined ? compare() : compare(this.#ref(right));
  }

  #ref(ref: Ref): unknown {
    if (typeof ref !== "object" || ref === null) throw new Error(`${JSON.stringify(ref)} is no reference`);
    if ("const" in ref) return ref.const;
    if ("input" in ref) return this.#inputs[ref.input];
    if ("list" in ref) return ref.list.map((item) => this.#ref(item));
    if ("map" in ref) return this.refs(ref.map);
    if ("of" in ref) return (this.#ref(ref.of) as { at(item: string | number): unknown }).at(ref.item);
    if (!(ref.node in this.#results)) throw new Error(`there is no node ${ref.node} to refer to`);
    const result = this.#results[ref.node];
    return ref.output === "o0" ? result : (result as Promises)[ref.output];
  }
}

type ConditionalDescription = Extract<CallDescription, { readonly conditional: string }>;
