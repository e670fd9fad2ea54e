import type { Literals } from "../../values/literals.js";
import { cacheKey } from "../cache-store.js";
import type { TaskCall } from "./task-call.js";

/** Outputs of a task, and whether they were remembered. */
export interface CachedOutputs {
  readonly outputs: Literals;
  readonly cache: "hit" | "populated" | undefined;
  readonly key: string | undefined;
}

/** Outputs of a task that says it may be cached: remembered ones, or else made and remembered. */
export async function throughCache(call: TaskCall, make: () => Promise<Literals>): Promise<CachedOutputs> {
  const { scope, task, inputs } = call;
  const { metadata } = task;
  if (metadata?.discoverable !== true) return { outputs: await make(), cache: undefined, key: undefined };
  const { options, request } = scope.execution;
  const key = cacheKey(task, inputs);
  const lookUp = async (): Promise<CachedOutputs> => {
    const known = request.overwriteCache ? undefined : options.cache.get(key);
    if (known !== undefined) return { outputs: known, cache: "hit", key };
    const outputs = await make();
    options.cache.set(key, outputs);
    return { outputs, cache: "populated", key };
  };
  return metadata.cacheSerializable ? options.cache.alone(key, lookUp) : lookUp();
}
