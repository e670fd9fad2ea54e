import type { TaskLog } from "@flytekit-ts/models/core";
import { type DataStore, joinUri, type Pod, type PodRunner, Slots } from "@flytekit-ts/propeller";
import type { ObjectStore } from "../objects/object-store.js";

/** A link to a log lives as long as S3 lets it: a week. */
const LOG_SECONDS = 7 * 24 * 3600;

/**
 * The pods of one execution: as many at a time as it may have. What a pod printed is kept as an object, and the link to that is known
 * from the start.
 */
export function podsOf(
  store: ObjectStore & DataStore,
  { pods, most }: { readonly pods: PodRunner; readonly most: number },
  onStarted: (pod: string, logs: TaskLog[]) => void,
): PodRunner {
  const slots = most > 0 ? new Slots(most) : undefined;
  const run = async (pod: Pod, signal: AbortSignal) => {
    signal.throwIfAborted();
    const uri = joinUri(pod.outputPrefix, "log.txt");
    onStarted(pod.name, [await logOf(store, uri)]);
    const end = await pods.run(pod, signal);
    if (end.log !== "") await store.write(uri, new TextEncoder().encode(end.log));
    return end;
  };
  return {
    run: (pod, signal) => (slots === undefined ? run(pod, signal) : slots.use(() => run(pod, signal))),
  };
}

async function logOf(store: ObjectStore, uri: string): Promise<TaskLog> {
  return {
    uri: await store.link({ method: "GET", uri, seconds: LOG_SECONDS, headers: {} }),
    name: "Kubernetes Logs",
    messageFormat: 0,
    ttl: undefined,
    ShowWhilePending: false,
    HideOnceFinished: false,
  };
}
