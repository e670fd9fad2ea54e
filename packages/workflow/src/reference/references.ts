import type { Callable, NodeCallOptions, OutSpec, Refused, Shape, Typed } from "@flytekit-ts/core";
import { atCaller, coreErrors } from "@flytekit-ts/core/errors";
import { createCallable, createInterface, placeOfDeclaration } from "@flytekit-ts/core/graph";
import { assertNamed, assertText, type Declared } from "@flytekit-ts/core/tasks";
import { isPathStep, NAME, wantedInstead } from "../messages/id-parts.js";
import {
  type Reference,
  type ReferencedKind,
  type ReferenceEntity,
  referenceId,
} from "./reference-entity.js";

/** The declaration of a reference: the id of an entity that is already registered, and its interface. */
export interface ReferenceDeclaration<I, O> extends Declared<I, O> {
  readonly project: string;
  readonly domain: string;
  readonly version: string;
}

/** A reference to a task or launch plan, which a body can call. */
export interface ReferenceCallable<I extends Shape, O, K extends ReferencedKind = ReferencedKind>
  extends Callable<I, O, NodeCallOptions>, ReferenceEntity {
  readonly kind: "reference";
  readonly reference: Reference<K>;
}

/** A reference to a workflow, for declaring launch plans of it. No body can call it. */
export interface ReferenceWorkflow<I extends Shape, O> extends Typed<I, O>, ReferenceEntity {
  readonly kind: "reference";
  readonly reference: Reference<"workflow">;
  (call: Refused<"no body can call a referenced workflow: call a launch plan of it">): never;
}

const KNOWN = new Set(["name", "inputs", "output", "outputs", "project", "domain", "version"]);

/**
 * A task that is already registered, in any project and version.
 *
 * A local run needs a mock for it. It cannot be used inside a dynamic.
 *
 * @throws `OPTIONS_NOT_AN_OBJECT`, `OPTION_UNKNOWN`, `OPTION_INVALID`, `NAME_INVALID`, and what the interface throws.
 */
export function referenceTask<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: ReferenceDeclaration<I, O>,
): ReferenceCallable<I, O, "task"> {
  return atCaller(referenceTask, () => toReference("task", declaration, referenceTask));
}

/** A launch plan that is already registered, in any project and version. @see referenceTask */
export function referenceLaunchPlan<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: ReferenceDeclaration<I, O>,
): ReferenceCallable<I, O, "launch-plan"> {
  return atCaller(referenceLaunchPlan, () => toReference("launch-plan", declaration, referenceLaunchPlan));
}

/**
 * A workflow that is already registered, for declaring launch plans of it.
 *
 * It cannot be called in a body, since the backend takes no sub-workflows from other registrations.
 */
export function referenceWorkflow<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: ReferenceDeclaration<I, O>,
): ReferenceWorkflow<I, O> {
  return atCaller(referenceWorkflow, () => {
    return toReference("workflow", declaration, referenceWorkflow) as unknown as ReferenceWorkflow<I, O>;
  });
}

function toReference<I extends Shape, O extends OutSpec, K extends ReferencedKind>(
  kind: K,
  declaration: ReferenceDeclaration<I, O>,
  callee: (...args: never[]) => unknown,
): ReferenceCallable<I, O, K> {
  const words = kind.replace("-", " ");
  const at = assertNamed(declaration, KNOWN, `reference ${words}`);
  const { name, project, domain, version } = declaration;
  for (const [option, text] of Object.entries({ project, domain, version })) {
    if (text === undefined) {
      const advice = "A reference names what it refers to by project, domain, name and version.";
      throw coreErrors.OPTION_INVALID({
        at,
        option,
        wanted: "a string that is not empty",
        given: text,
        advice,
      });
    }
    assertText(text, option, at);
    if (isPathStep(text)) {
      const advice = "Write it as the console shows it.";
      throw coreErrors.OPTION_INVALID({ at, option, wanted: wantedInstead(NAME, text), given: text, advice });
    }
  }
  const reference: Reference<K> = Object.freeze({ kind, project, domain, name, version });
  const entity: ReferenceEntity = {
    kind: "reference",
    name,
    interface: createInterface(declaration, words),
    definedAt: placeOfDeclaration(callee, atCaller),
    reference,
    id: referenceId(reference),
  };
  return createCallable<I, O, ReferenceEntity>(entity) as unknown as ReferenceCallable<I, O, K>;
}
