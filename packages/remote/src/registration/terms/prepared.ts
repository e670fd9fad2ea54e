import type { SerializedEntity } from "@flytekit-ts/workflow";
import type { Scope } from "../../entities/ids/scope.js";
import type { Uploaded } from "../../transfer/uploaded.js";

/** What is about to be registered. */
export interface Prepared extends Scope {
  readonly version: string;
  /** An entity comes after those that it uses. */
  readonly entities: readonly SerializedEntity[];
  /** The names of launch plans that ask for their activation themselves. */
  readonly autoActive: ReadonlySet<string>;
  /** Sends the code, and gives the entities that name its place; none if there is no code. */
  readonly uploadCode?: (() => Promise<UploadedCode>) | undefined;
}

/** Code on the cluster, and the entities that use it. */
export interface UploadedCode {
  readonly code: Uploaded;
  readonly entities: readonly SerializedEntity[];
}
