import { ResourceName, toNanoseconds } from "@flytekit-ts/core/literals";
import type * as idl from "@flytekit-ts/models/core";
import type { GraphFact } from "../model/graph-node.js";
import { spanWords } from "../words/span-words.js";

const RESOURCES = new Map<number, string>([
  [ResourceName.CPU, "CPU"],
  [ResourceName.GPU, "GPU"],
  [ResourceName.MEMORY, "memory"],
  [ResourceName.EPHEMERAL_STORAGE, "storage"],
]);

/** Retries, timeout, cache and whether it may be interrupted: of the call, else of the task. */
export function nodeFacts(
  node: idl.NodeMetadata | undefined,
  task: idl.TaskMetadata | undefined,
): readonly GraphFact[] {
  const facts: GraphFact[] = [];
  const add = (name: string, value: string): void => void facts.push({ name, value });
  const retries = node?.retries?.retries ?? task?.retries?.retries ?? 0;
  if (retries > 0) add("retries", String(retries));
  const timeout = node?.timeout ?? task?.timeout;
  if (timeout !== undefined && (timeout.seconds > 0n || timeout.nanos > 0))
    add("timeout", spanWords(Number(toNanoseconds(timeout)) / 1e6));
  const isCached = node?.cacheableValue?.value ?? task?.discoverable ?? false;
  const version = node?.cacheVersionValue?.value ?? task?.discoveryVersion ?? "";
  if (isCached) add("cache", version === "" ? "yes" : `version ${version}`);
  if (isCached && (node?.cacheSerializableValue?.value ?? task?.cacheSerializable ?? false))
    add("cache is filled", "by one execution at a time");
  if (node?.interruptibleValue?.value ?? task?.interruptibleValue?.value ?? false)
    add("interruptible", "yes");
  return facts;
}

/** What a task's message says of where and how it runs. Of secrets only the names. */
export function taskFacts(task: idl.TaskTemplate | undefined, overridden?: string): readonly GraphFact[] {
  if (task === undefined) return [];
  const facts: GraphFact[] = [{ name: "task type", value: task.type }];
  const add = (name: string, value: string | undefined): void =>
    void (value === undefined || value === "" || facts.push({ name, value }));
  const { target, securityContext, extendedResources, metadata } = task;
  const container = target?.$case === "container" ? target.value : undefined;
  add("image", overridden || container?.image);
  facts.push(...resourceFacts(container?.resources, "resources"));
  add("accelerator", extendedResources?.gpuAccelerator?.device);
  if (task.type === "raw-container") add("command", container?.command.join(" "));
  // Names only: values may be secret. Those that begin with _F_ are Flyte's own.
  const names = container?.env.map(({ key }) => key).filter((key) => !key.startsWith("_F_"));
  add("environment", names?.join(", "));
  add("secrets", securityContext?.secrets.map(secretWords).join(", "));
  add("pod template", metadata?.podTemplateName);
  add("deprecated", metadata?.deprecatedErrorMessage);
  return facts;
}

/** What a container asks for and what it may use: `2 CPU, 1Gi memory (at most 4 CPU)`. */
export function resourceFacts(resources: idl.Resources | undefined, name: string): readonly GraphFact[] {
  const words = (entries: readonly idl.Resources_ResourceEntry[]): string =>
    entries.map((each) => `${each.value} ${RESOURCES.get(each.name) ?? "of a resource"}`).join(", ");
  const requests = words(resources?.requests ?? []);
  const limits = words(resources?.limits ?? []);
  const value =
    requests === "" || limits === ""
      ? `${requests}${limits === "" ? "" : `at most ${limits}`}`
      : requests === limits
        ? requests
        : `${requests} (at most ${limits})`;
  return value === "" ? [] : [{ name, value }];
}

function secretWords({ group, key }: idl.Secret): string {
  return [group, key].filter((part) => part !== "").join("/");
}
