import type { OutputPrefixes } from "@flytekit-ts/core";
import type { CheckpointPlaces, SecretValue } from "@flytekit-ts/core/context";
import type { AttemptNotes } from "../events/events.js";

/** What the context of an attempt in another thread or process is made with. It can be cloned. */
export interface ContextParts {
  readonly checkpoint: CheckpointPlaces;
  readonly prefixes: OutputPrefixes;
  /** The values of the secrets that the task declares, by name. From now on they are hidden in what the run tells. */
  readonly secrets: { readonly [name: string]: SecretValue };
}

/** The attempt, for who executes it elsewhere. */
export interface AttemptReport {
  /** Takes notes, for the event of its end. */
  note(notes: AttemptNotes): void;
  contextParts(): ContextParts;
  /** Hides the value of a secret in what the run tells. */
  hide(secret: SecretValue): void;
}
