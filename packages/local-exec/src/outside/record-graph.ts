import type { Literals } from "@flytekit-ts/core/tasks";
import { aliased } from "../graph/aliased.js";
import { Arrivals } from "../graph/arrivals.js";
import type { GraphNode, Plan } from "../plan/plan.js";
import type { Recorder } from "./recorder.js";

/** A graph whose nodes are recorded. */
export interface RecordedPart {
  readonly plan: Plan;
  readonly inputs: Literals;
  /** What the paths of its nodes begin with. */
  readonly prefix: string;
}

/** Record the nodes of a graph, each after those that it needs. */
export async function recordGraph({ plan, inputs, prefix }: RecordedPart, recorder: Recorder): Promise<void> {
  const arrivals = new Arrivals(inputs);
  const order = new Order(plan, arrivals);
  for (let node = order.next(); node !== undefined; node = order.next()) {
    const outputs = await recorder.node({ node, path: prefix + node.id, around: arrivals });
    if (outputs === undefined) continue;
    arrivals.add(node.id, aliased(node, outputs));
    order.done(node);
  }
  for (const { id } of order.unready)
    if ((await recorder.find(prefix + id)) !== undefined)
      recorder.note(prefix + id, "comes after nodes whose outputs are not known");
  const { failureNode } = plan;
  if (failureNode !== undefined)
    await recorder.handler({
      node: failureNode,
      path: prefix + failureNode.id,
      around: new Arrivals(inputs),
    });
}

/** The nodes of a graph, each when those that it needs are done. */
class Order {
  readonly #plan: Plan;
  readonly #arrivals: Arrivals;
  readonly #missing: number[];
  readonly #ready: GraphNode[] = [];
  /** An arm may need nodes that are not upstream of its conditional, so these come when there is nothing else. */
  readonly #branches: GraphNode[] = [];
  readonly #given = new Set<GraphNode>();

  constructor(plan: Plan, arrivals: Arrivals) {
    this.#plan = plan;
    this.#arrivals = arrivals;
    this.#missing = plan.nodes.map(({ upstream }) => upstream);
    for (const node of plan.nodes) if (node.upstream === 0) this.#add(node);
  }

  get unready(): readonly GraphNode[] {
    return this.#plan.nodes.filter((node) => !this.#given.has(node));
  }

  next(): GraphNode | undefined {
    const node = this.#ready.shift() ?? this.#nextBranch();
    if (node !== undefined) this.#given.add(node);
    return node;
  }

  done({ downstream }: GraphNode): void {
    for (const index of downstream) {
      const left = (this.#missing[index] ?? 0) - 1;
      this.#missing[index] = left;
      const node = this.#plan.nodes[index];
      if (left === 0 && node !== undefined) this.#add(node);
    }
  }

  #add(node: GraphNode): void {
    (node.target.kind === "branch" ? this.#branches : this.#ready).push(node);
  }

  #nextBranch(): GraphNode | undefined {
    const index = this.#branches.findIndex(({ target }) => this.#hasAll(target));
    return this.#branches.splice(Math.max(index, 0), 1)[0];
  }

  #hasAll(target: GraphNode["target"]): boolean {
    if (target.kind !== "branch") return true;
    const arms = [...target.arms.map(({ node }) => node), ...(target.otherwise ? [target.otherwise] : [])];
    return arms
      .flatMap(({ message }) => message.upstreamNodeIds)
      .every((id) => this.#arrivals.outputsOf(id) !== undefined);
  }
}
