import {
  type Binding,
  type BindingData,
  createPromise,
  type Expression,
  isConjunction,
  isStart,
  type Node,
  type NodeKey,
  type Operand,
  type PromiseTarget,
  type Tracer,
  tracersFrom,
} from "@flytekit-ts/core/graph";
import type { RuntimeType } from "@flytekit-ts/core/types";
import { nodeIdOf } from "../messages/assign-node-ids.js";
import { type BranchEntity, isBranch } from "./branch-entity.js";

/**
 * Turns the promises of enclosing bodies that an arm uses into inputs of the sub-workflow that the arm becomes.
 *
 * C1. Equal promises become one input. Inputs are in the order of their first use.
 * C2. The input for a workflow input has the same name. For the output of a node it is `<node>_<output>[_<path>]`, behind
 *     an `n` if the id begins with a digit. A name that is taken gets a number. So names depend on the body alone, never on the order of compiling.
 * C3. A promise that belongs to none of the enclosing bodies is left alone; the check of the sub-workflow reports it.
 */
export class Captures {
  readonly #tracer: Tracer;
  readonly #inputs = new Map<string, { readonly target: PromiseTarget; readonly name: string }>();
  readonly #names = new Set<string>();
  readonly #after = new Set<NodeKey>();

  /** `tracer` is the tracer of the arm. */
  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  /** The inputs of the sub-workflow, by name. */
  get types(): ReadonlyMap<string, RuntimeType> {
    return new Map(
      [...this.#inputs.values()].map(({ name, target }) => [name, { transformer: target.type }]),
    );
  }

  /** The arguments of the call of the sub-workflow. */
  get args(): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
      [...this.#inputs.values()].map(({ name, target }) => [name, createPromise(target)]),
    );
  }

  /** Outer nodes that nodes of the arm name in `after`. */
  get after(): readonly NodeKey[] {
    return [...this.#after];
  }

  node(node: Node): Node {
    const own = node.after.filter((key) => !this.#isAround(key));
    for (const key of node.after) if (this.#isAround(key)) this.#after.add(key);
    return Object.freeze({
      ...node,
      bindings: node.bindings.map((binding) => this.binding(binding)),
      after: own,
      entity: isBranch(node.entity) ? this.#branch(node.entity) : node.entity,
    });
  }

  binding({ var: name, binding }: Binding): Binding {
    return { var: name, binding: this.#data(binding) };
  }

  #data(data: BindingData): BindingData {
    switch (data.kind) {
      case "promise":
        return { kind: "promise", target: this.target(data.target) };
      case "list":
        return { kind: "list", items: data.items.map((item) => this.#data(item)) };
      case "map":
        return {
          kind: "map",
          entries: new Map([...data.entries].map(([key, item]) => [key, this.#data(item)])),
        };
      default:
        return data;
    }
  }

  #branch(branch: BranchEntity): BranchEntity {
    const arms = branch.arms.map(({ condition, node, place }) => {
      return { condition: this.#expression(condition), node: this.node(node), place };
    });
    const last: BranchEntity["last"] =
      branch.last.kind === "node" ? { kind: "node", node: this.node(branch.last.node) } : branch.last;
    return Object.freeze({ ...branch, arms, last });
  }

  #expression(expression: Expression): Expression {
    if (isConjunction(expression)) {
      const { left, operator, right } = expression;
      return { left: this.#expression(left), operator, right: this.#expression(right) };
    }
    const { left, operator, right } = expression;
    return { left: this.#operand(left), operator, right: this.#operand(right) };
  }

  #operand(operand: Operand): Operand {
    return operand.kind === "promise" ? { kind: "promise", target: this.target(operand.target) } : operand;
  }

  target(target: PromiseTarget): PromiseTarget {
    const tracer = this.#around(target.node);
    if (tracer === undefined) return target;
    const words = wordsOf(target, tracer);
    // Two enclosing bodies may both have a node n0, so the key includes the index of the body.
    const key = JSON.stringify([[...tracersFrom(this.#tracer)].indexOf(tracer), words]);
    const known = this.#inputs.get(key) ?? {
      target,
      name: this.#freeName(variableOf(words)),
    };
    this.#inputs.set(key, known);
    return { node: this.#tracer.start, var: known.name, path: [], type: target.type };
  }

  #isAround(key: NodeKey): boolean {
    return this.#around(key) !== undefined;
  }

  #around(key: NodeKey): Tracer | undefined {
    return [...tracersFrom(this.#tracer.outer)].find(({ start }) => start.trace === key.trace);
  }

  #freeName(wanted: string): string {
    let name = wanted;
    for (let next = 2; this.#names.has(name); next += 1) name = `${wanted}_${next}`;
    this.#names.add(name);
    return name;
  }
}

// An id may begin with a digit, and a name of a variable may not.
function variableOf(words: readonly string[]): string {
  return words
    .join("_")
    .replaceAll(/\W/g, "_")
    .replace(/^(?=\d)/, "n");
}

function wordsOf({ node, var: name, path }: PromiseTarget, { nodes }: Tracer): readonly string[] {
  const steps = path.map(String);
  if (isStart(node)) return [name, ...steps];
  const found = nodes[node.index];
  return [found === undefined ? `n${node.index}` : nodeIdOf(found), name, ...steps];
}
