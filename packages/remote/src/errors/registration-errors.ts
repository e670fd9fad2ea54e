import { defineErrors } from "@flytekit-ts/core/errors";
import { describeDifference, type Difference } from "./parts/difference.js";

/** An entity of a registration: its kind, and where it is. */
export interface EntityAt {
  readonly kind: "task" | "workflow" | "launch-plan";
  readonly id: {
    readonly project: string;
    readonly domain: string;
    readonly name: string;
    readonly version: string;
  };
}

/** How far a registration came before it ended early. */
export interface EndedEarly {
  readonly endpoint: string;
  /** What is on the cluster now, by this registration or by one before it. */
  readonly registered: readonly (EntityAt & { readonly outcome: "created" | "unchanged" | "planned" })[];
  /** What is not known to be there. */
  readonly left: readonly EntityAt[];
  /** The launch plans that were activated. */
  readonly activated: readonly EntityAt["id"][];
}

/** The errors of registering: a part of the catalogue. */
export const registrationErrors = defineErrors({
  PACKAGE_INVALID: {
    origin: "user",
    message: (p: { problem: string; member?: string | undefined }) =>
      `${p.member === undefined ? "The package" : `${JSON.stringify(p.member)} of the package`} cannot be registered: ${p.problem}.`,
    hint: "Make the package again, with `packageEntities` or `pyflyte package`.",
  },
  PACKAGING_UNAVAILABLE: {
    origin: "user",
    message: (p: { problem: string }) => `Code cannot be registered: ${p.problem}.`,
    hint: "Install `@flytekit-ts/runtime`, which makes archives of code, or leave `code` out and build the code into the image.",
  },
  REGISTERED_DIFFERENTLY: {
    origin: "user",
    message: (p: EndedEarly & { entity: EntityAt; differences: readonly Difference[]; said: string }) =>
      [
        `${wordsOf(p.entity)} is registered at ${p.endpoint} with another structure${p.differences.length === 0 ? "." : ":"}`,
        ...p.differences.slice(0, MOST_SHOWN).map(describeDifference),
        ...(p.differences.length > MOST_SHOWN ? [`  and ${p.differences.length - MOST_SHOWN} more`] : []),
      ].join("\n"),
    hint: "A registered version never changes. Register the new structure with another version.",
  },
  REGISTRATION_ABORTED: {
    origin: "user",
    message: (p: EndedEarly) =>
      `Registering at ${p.endpoint} was aborted by its signal, with ${progressOf(p)} registered.`,
    hint: "Register again to go on: entities that are registered already stay as they are.",
  },
  REGISTRATION_STOPPED: {
    origin: "system",
    message: (p: EndedEarly & { at: string; problem: string }) =>
      `Registering at ${p.endpoint} stopped at ${p.at}, with ${progressOf(p)} registered: ${p.problem}`,
    hint: "Fix the cause and register again: entities that are registered already stay as they are.",
  },
  REGISTRATION_TOO_LARGE: {
    origin: "user",
    message: (p: { faults: readonly { readonly at: string; readonly problem: string }[] }) =>
      ["Nothing was registered:", ...p.faults.map(({ at, problem }) => `  - ${at} ${problem}.`)].join("\n"),
    hint: "Split what is too large. If the cluster has other limits, give them with `limits`.",
  },
});

const MOST_SHOWN = 20;

function wordsOf({ kind, id }: EntityAt): string {
  return `The ${kind.replace("-", " ")} ${id.name} ${id.version}`;
}

function progressOf({ registered, left }: EndedEarly): string {
  return `${registered.length} of ${registered.length + left.length} entities`;
}
