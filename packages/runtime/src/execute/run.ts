import type { Literals, TaskEntity } from "@flytekit-ts/core/tasks";
import type { Resolver } from "../finding/resolver.js";
import type { Made } from "../results/write-results.js";
import type { Attempt, Surroundings } from "./attempt.js";
import type { MapItem } from "./map-item.js";

/** What a command runs. */
export interface Run extends Surroundings {
  readonly resolver: Resolver;
  /** The folders that modules are looked for in. */
  readonly roots: readonly string[];
  readonly loaderArgs: readonly string[];
  readonly attempt: Attempt;
  readonly item: MapItem | undefined;
}

/** What is known when a task has ended, as far as it came. */
export interface Progress {
  task?: TaskEntity;
  inputs?: Literals;
  made?: Made;
}
