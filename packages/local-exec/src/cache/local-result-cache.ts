import type { Logger } from "@flytekit-ts/core";
import type { FlytekitError } from "@flytekit-ts/core/errors";
import type { Literals, TaskEntity } from "@flytekit-ts/core/tasks";
import { systemWords } from "@flytekit-ts/core/storage";
import type { Clock } from "../clock/clock.js";
import { errors } from "../errors.js";
import { cacheReasonWords, type CacheHitReason, type CacheMissReason } from "../events/cache-reason.js";
import { literalCodec } from "../events/literal-codec.js";
import type { Maybe } from "../scope/maybe.js";
import type { NodeRun } from "../scope/node-run.js";
import type { CachedTarget, ResultCache } from "../scope/result-cache.js";
import type { ScopeView } from "../scope/scope-view.js";
import { aboutNode, tellSucceeded } from "../scope/tell.js";
import { type CacheKey, keyOf } from "./key/key-of.js";
import { alone } from "./lock/single-flight.js";
import { waitInScope } from "./lock/wait-in-scope.js";
import { isOfAnother, madeBy } from "./made-by.js";
import { type Found, type LookedUp, ResultStore } from "./store/result-store.js";
import { cachedTaskOf } from "./task-of.js";
import { whyMissed } from "./why-missed.js";

/** What the cache of one run is made of. */
export interface CacheOfRun {
  readonly runId: string;
  readonly dir: string;
  /** The largest size of the folder, in bytes. */
  readonly maxSize: number;
  /** Whether all results are computed anew. */
  readonly overwrite: boolean;
  readonly logger: Logger;
  readonly clock: Clock;
  /** The cache version of a task. */
  readonly versionOf: (task: TaskEntity) => string;
}

/** One execution that asks the cache. */
interface Asking {
  readonly given: NodeRun<CachedTarget>;
  readonly task: TaskEntity;
  readonly scope: ScopeView;
  readonly key: CacheKey;
  readonly store: ResultStore;
  readonly run: () => Maybe<Literals>;
}

/**
 * The results of earlier runs on this machine, for one run.
 *
 * K1. Each execution that asks tells one hit or one miss, with its reason.
 * K2. Only what succeeded is stored, and nothing once the scope has ended.
 * K3. A folder that cannot be used fails no run: the task runs, and the run warns once (`CACHE_UNUSABLE`).
 */
export class LocalResultCache implements ResultCache {
  readonly #of: CacheOfRun;
  readonly #warned = new Set<string>();
  #store: Promise<ResultStore> | undefined;

  constructor(of: CacheOfRun) {
    this.#of = of;
  }

  isFor({ node }: NodeRun<CachedTarget>): boolean {
    return cachedTaskOf(node.target) !== undefined;
  }

  async through(
    given: NodeRun<CachedTarget>,
    scope: ScopeView,
    run: () => Maybe<Literals>,
  ): Promise<Literals> {
    const task = cachedTaskOf(given.node.target);
    if (task === undefined) return run();
    const start = this.#of.clock.elapsed();
    const version = this.#of.versionOf(task);
    let asking: Asking;
    try {
      this.#store ??= literalCodec().then((codec) => new ResultStore(this.#of.dir, this.#of.maxSize, codec));
      const [store, codec] = await Promise.all([this.#store, literalCodec()]);
      const key = await waitInScope(keyOf(task, version, given.inputs, codec), scope);
      asking = { given, task, scope, key, store, run };
    } catch (error) {
      if (scope.isOver) throw scope.reason;
      return this.#without({ given, scope, run }, error);
    }
    if (this.#of.overwrite || scope.overwritesCache) return this.#runAnew(asking, { kind: "overwrite" });
    const known = await this.#lookUp(asking);
    if (known.found !== undefined) return this.#hit(asking, known.found, { start, waited: false });
    if (task.settings.cache?.serialize !== true || known.reason?.kind === "unusable")
      return this.#runAnew(asking, known.reason);
    return this.#runAlone(asking, known.reason, start);
  }

  async #runAlone(asking: Asking, before: CacheMissReason | undefined, start: number): Promise<Literals> {
    const { key, store, scope } = asking;
    const place = { folder: store.folders.locks, key: key.key };
    let hasBegun = false;
    let outputs: Literals | undefined;
    try {
      return await alone(place, scope, async (waited) => {
        hasBegun = true;
        // Somebody else may have been at it in between.
        const known = await this.#lookUp(asking);
        if (known.found !== undefined) outputs = await this.#hit(asking, known.found, { start, waited });
        else outputs = await this.#runAnew(asking, known.reason ?? before);
        return outputs;
      });
    } catch (error) {
      if (scope.isOver || (hasBegun && outputs === undefined)) throw error;
      if (outputs === undefined) return this.#without(asking, error);
      // Only the lock could not be given back.
      this.#unusable(asking, error);
      return outputs;
    }
  }

  async #lookUp(asking: Asking): Promise<LookedUp> {
    try {
      return await asking.store.read(asking.task, asking.key);
    } catch (error) {
      return { found: undefined, reason: this.#unusable(asking, error) };
    }
  }

  async #hit(
    { given, task, scope, key }: Asking,
    { outputs, run, at, madeBy: maker }: Found,
    { start, waited }: { readonly start: number; readonly waited: boolean },
  ): Promise<Literals> {
    if (scope.isOver) throw scope.reason;
    const isStale = task.settings.cache?.version !== "auto" && isOfAnother(maker, madeBy(task));
    if (isStale) {
      const { version } = key.parts;
      this.#warn(errors.CACHE_VERSION_STALE({ task: task.name, version }), given, scope);
    }
    const reason: CacheHitReason = { kind: "found", run, at, waited, isStale };
    if (scope.isHeard) {
      await scope.tell({
        kind: "cache-hit",
        ...aboutNode(given),
        ...key,
        reason,
        words: cacheReasonWords(reason),
      });
      const duration = this.#of.clock.elapsed() - start;
      await tellSucceeded(given, { attempt: 0, outputs, duration, reused: "cache" }, scope);
    }
    return outputs;
  }

  async #runAnew(asking: Asking, known: CacheMissReason | undefined): Promise<Literals> {
    const { given, task, scope, key, store, run } = asking;
    const reason = known ?? (await this.#whyMissed(asking));
    if (scope.isOver) throw scope.reason;
    if (scope.isHeard)
      await scope.tell({
        kind: "cache-miss",
        ...aboutNode(given),
        ...key,
        reason,
        words: cacheReasonWords(reason),
      });
    const outputs = await run();
    if (scope.isOver) return outputs;
    try {
      // Not by the clock of the run: other runs have others.
      const by = { run: this.#of.runId, at: Date.now() };
      await store.write(task, key, outputs, { by, madeBy: madeBy(task) });
    } catch (error) {
      this.#unusable(asking, error);
    }
    return outputs;
  }

  async #whyMissed(asking: Asking): Promise<CacheMissReason> {
    const { key, store, task } = asking;
    try {
      return await whyMissed(key, store.recentOf(task.name));
    } catch (error) {
      return this.#unusable(asking, error);
    }
  }

  async #without(asking: Pick<Asking, "given" | "scope" | "run">, error: unknown): Promise<Literals> {
    const { given, scope, run } = asking;
    const reason = this.#unusable(asking, error);
    if (scope.isHeard)
      await scope.tell({
        kind: "cache-miss",
        ...aboutNode(given),
        key: "",
        reason,
        words: cacheReasonWords(reason),
      });
    return run();
  }

  #unusable({ given, scope }: Pick<Asking, "given" | "scope">, cause: unknown): CacheMissReason {
    const problem = systemWords(cause, "listing");
    this.#warn(errors.CACHE_UNUSABLE({ dir: this.#of.dir, problem }, { cause }), given, scope);
    return { kind: "unusable", problem };
  }

  #warn(error: FlytekitError, given: NodeRun<CachedTarget>, scope: ScopeView): void {
    if (scope.isHeard) void scope.tell({ kind: "cache-warning", ...aboutNode(given), error });
    if (this.#warned.has(error.message)) return;
    this.#warned.add(error.message);
    this.#of.logger.warn(error.message);
  }
}
