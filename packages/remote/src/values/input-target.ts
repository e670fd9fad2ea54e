import type { RuntimeType } from "@flytekit-ts/core/types";

/** An input of an entity that is executed. */
export interface InputSpec {
  readonly type: RuntimeType;
  /** What is sent where a caller leaves it out. */
  readonly absent: "refused" | "default" | "nothing";
}

/** What inputs are given to. */
export interface InputTarget {
  /** `launch plan orchard.harvest` */
  readonly words: string;
  readonly inputs: ReadonlyMap<string, InputSpec>;
  /** Inputs that a launch plan has set, and no caller can. */
  readonly fixed: ReadonlySet<string>;
}
