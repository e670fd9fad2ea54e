import type { ExecutionId } from "@flytekit-ts/core";
import type { Change } from "./changes.js";
import { isNews, markOfItem, markOfNode, markOfTask } from "./digest.js";
import type { ExecutionFault } from "./state/execution-fault.js";
import { isSameExecution } from "./state/execution-id.js";
import type { Look } from "./look/look-at.js";
import type { NodeState } from "./state/node-state.js";
import { OpenLevels } from "./open-levels.js";
import { type ExecutionPhase, isLast } from "./state/phases.js";
import { TasksToSee } from "./tasks-to-see.js";
import { type Mark, Told } from "./told.js";

/** What is observed. */
export interface Observed {
  readonly id: ExecutionId;
  readonly tasks: "all" | "failed" | "none";
  /** The cursor behind which it goes on. */
  readonly after: string | undefined;
}

/** The execution itself as it is now. */
export interface ExecutionNow {
  readonly phase: ExecutionPhase;
  readonly error: ExecutionFault | undefined;
}

type Untold<C> = C extends Change ? Omit<C, "cursor"> : never;

/** Compares what the cluster shows with what has been told. */
export class Observer {
  readonly #look: Look;
  readonly #observed: Observed;
  readonly #told: Told;
  readonly #levels: OpenLevels;
  readonly #tasks: TasksToSee;

  constructor(look: Look, observed: Observed) {
    this.#look = look;
    this.#observed = observed;
    this.#told = new Told(observed.id, observed.after);
    this.#levels = new OpenLevels(look, observed.id);
    this.#tasks = new TasksToSee(observed.tasks);
  }

  /** Whether there is more to look at than came to its turn. */
  get isBehind(): boolean {
    return this.#tasks.isBehind;
  }

  /** What is new. With `isFinal` it is looked everywhere, and the execution is told last. */
  async *look(now: ExecutionNow, isFinal: boolean): AsyncGenerator<Change> {
    if (!isFinal) yield* this.#execution(now);
    for await (const nodes of this.#levels.list(isFinal)) for (const node of nodes) yield* this.#node(node);
    for (const node of this.#tasks.next(isFinal)) yield* this.#attempts(node);
    if (isFinal) yield* this.#execution(now);
  }

  *#execution({ phase, error }: ExecutionNow): Generator<Change> {
    const { id } = this.#observed;
    const mark = { phase, digest: "" };
    if (!isNews(this.#told.get(""), mark)) return;
    yield this.#tell("", mark, { kind: "execution", id, phase, ...(error === undefined ? {} : { error }) });
  }

  async *#node(node: NodeState): AsyncGenerator<Change> {
    const key = this.#keyOf(node);
    const mark = markOfNode(node);
    const isNew = isNews(this.#told.get(key), mark);
    // All that has ended was seen before the mark says so.
    if (this.#told.get(seen(key))?.digest !== mark.digest) this.#tasks.add(key, node, isNew);
    if (isNew)
      yield this.#tell(key, mark, { kind: "node", path: node.path, node: await this.#look.whole(node) });
  }

  async *#attempts(node: NodeState): AsyncGenerator<Change> {
    const key = this.#keyOf(node);
    const { path } = node;
    for (const listed of await this.#look.tasks(node)) {
      const attempt = `${key}#${listed.attempt}`;
      const mark = markOfTask(listed);
      const { items } = listed;
      if (isNews(this.#told.get(attempt), mark)) {
        const { items: _, ...task } = await this.#look.wholeTask(node, listed);
        yield this.#tell(attempt, mark, { kind: "task", path, task });
      }
      for (const item of items) {
        const itemKey = `${attempt}[${item.index}.${item.attempt}]`;
        const itemMark = markOfItem(item);
        if (!isNews(this.#told.get(itemKey), itemMark)) continue;
        yield this.#tell(itemKey, itemMark, { kind: "item", path: `${path}/n${item.index}`, item });
      }
    }
    if (isLast(node.phase)) this.#told.set(seen(key), markOfNode(node));
  }

  #tell(key: string, mark: Mark, change: Untold<Change>): Change {
    this.#told.set(key, mark);
    const cursor = this.#told.cursor();
    // Not enumerable: whoever prints a change would make a cursor of all that was told.
    return Object.defineProperty(change, "cursor", { get: cursor }) as Change;
  }

  #keyOf({ id, execution }: NodeState): string {
    if (isSameExecution(execution, this.#observed.id)) return id;
    return `${execution.project}/${execution.domain}/${execution.name}>${id}`;
  }
}

function seen(key: string): string {
  return `${key}~`;
}
