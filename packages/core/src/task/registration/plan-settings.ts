import type { RunAs } from "../../settings/security-context.js";

/**
 * Settings of all launch plans that are registered, also of those that workflows get by default. They come before what a plan
 * says itself: labels and annotations by their names, the others as a whole.
 */
export interface PlanSettings {
  readonly labels?: { readonly [name: string]: string } | undefined;
  readonly annotations?: { readonly [name: string]: string } | undefined;
  /** The identity with which executions run, such as `{ serviceAccount: "trainer" }`. */
  readonly runAs?: RunAs | undefined;
  /** The URI prefix under which executions store files and other large values. */
  readonly rawOutputPrefix?: string | undefined;
}
