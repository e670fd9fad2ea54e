import { CatalogCacheStatus } from "@flytekit-ts/models/core";
import {
  type ExternalResourceInfo,
  type TaskExecutionMetadata,
  TaskExecutionMetadata_InstanceClass,
} from "@flytekit-ts/models/event";
import { mergeLogs } from "./merge-logs.js";

/** Metadata of a task with what an event adds: the items of a map, for example, and how far they are. */
export function mergeMetadata(
  existing: TaskExecutionMetadata | undefined,
  latest: TaskExecutionMetadata | undefined,
): TaskExecutionMetadata | undefined {
  if (existing === undefined || latest === undefined) return latest ?? existing;
  const isDefault = latest.instanceClass === TaskExecutionMetadata_InstanceClass.DEFAULT;
  return {
    generatedName: latest.generatedName || existing.generatedName,
    externalResources: mergeResources(existing.externalResources, latest.externalResources),
    resourcePoolInfo: latest.resourcePoolInfo,
    pluginIdentifier: latest.pluginIdentifier || existing.pluginIdentifier,
    instanceClass: isDefault ? existing.instanceClass : latest.instanceClass,
  };
}

/** Metadata with their resources in the order of index and attempt. */
export function sortedResources(metadata: TaskExecutionMetadata): TaskExecutionMetadata {
  return { ...metadata, externalResources: metadata.externalResources.toSorted(inOrder) };
}

function mergeResources(
  existing: readonly ExternalResourceInfo[],
  latest: readonly ExternalResourceInfo[],
): ExternalResourceInfo[] {
  const merged = [...existing];
  for (const each of latest) {
    const at = placeIn(merged, each);
    const found = merged[at];
    if (found === undefined) merged.push(each);
    else if (inOrder(found, each) === 0) merged[at] = mergeResource(found, each);
    else merged.splice(at, 0, each);
  }
  return merged;
}

/** Where a resource is in a list in order, or would be. */
function placeIn(resources: readonly ExternalResourceInfo[], wanted: ExternalResourceInfo): number {
  let [from, to] = [0, resources.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    const found = resources[middle];
    if (found !== undefined && inOrder(found, wanted) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

function mergeResource(existing: ExternalResourceInfo, latest: ExternalResourceInfo): ExternalResourceInfo {
  const isUncached = latest.cacheStatus === CatalogCacheStatus.CACHE_DISABLED;
  return {
    ...existing,
    externalId: latest.externalId || existing.externalId,
    phase: latest.phase,
    cacheStatus: isUncached ? existing.cacheStatus : latest.cacheStatus,
    logs: mergeLogs(existing.logs, latest.logs),
    customInfo: latest.customInfo ?? existing.customInfo,
    logContext: latest.logContext ?? existing.logContext,
  };
}

function inOrder(one: ExternalResourceInfo, other: ExternalResourceInfo): number {
  return one.index - other.index || one.retryAttempt - other.retryAttempt;
}
