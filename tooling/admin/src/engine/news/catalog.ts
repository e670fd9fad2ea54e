import {
  CatalogCacheStatus,
  type CatalogMetadata,
  ResourceType,
  type TaskExecutionIdentifier,
} from "@flytekit-ts/models/core";
import type { NodeRecord } from "@flytekit-ts/propeller";

/** The task executions that made what is remembered, by the key of that. */
export type CatalogSources = Map<string, TaskExecutionIdentifier>;

/** Whether the outputs of a node were remembered, and where. */
export interface CacheNews {
  readonly cacheStatus: CatalogCacheStatus;
  readonly catalogKey: CatalogMetadata | undefined;
}

/** What an event says of the cache of a node that has succeeded. What was made now is remembered as made by the task given. */
export function cacheNews(
  { cache, cacheKey }: Readonly<NodeRecord>,
  sources: CatalogSources,
  made: TaskExecutionIdentifier,
): CacheNews {
  if (cache === undefined || cacheKey === undefined)
    return { cacheStatus: CatalogCacheStatus.CACHE_DISABLED, catalogKey: undefined };
  if (cache === "populated") sources.set(cacheKey, made);
  const source = sources.get(cacheKey) ?? made;
  const [project = "", domain = "", name = "", version = "", tag = ""] = JSON.parse(
    cacheKey,
  ) as readonly string[];
  const datasetId = { resourceType: ResourceType.DATASET, project, domain, name, version, org: "" };
  return {
    cacheStatus: cache === "hit" ? CatalogCacheStatus.CACHE_HIT : CatalogCacheStatus.CACHE_POPULATED,
    catalogKey: {
      datasetId,
      artifactTag: { artifactId: tag.slice(-16), name: tag },
      sourceExecution: { $case: "sourceTaskExecution", value: source },
    },
  };
}
