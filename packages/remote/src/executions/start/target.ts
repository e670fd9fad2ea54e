import type { Entity } from "@flytekit-ts/core";
import type * as idl from "@flytekit-ts/models/core";
import type { RuntimeType } from "@flytekit-ts/core/types";
import type { InputTarget } from "../../values/input-target.js";

/** The outputs of an entity, and how a result of it looks. */
export interface OutputTypes {
  readonly outputs: ReadonlyMap<string, RuntimeType>;
  readonly outputStyle: "bare" | "named" | "void";
}

/** What is executed. */
export interface Target extends InputTarget {
  /** The id of a task or launch plan, with its version. */
  readonly id: idl.Identifier;
  readonly types: OutputTypes;
  /** The types that are known here; without them, those of the cluster hold. */
  readonly entity: Entity | undefined;
}
