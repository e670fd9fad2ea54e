import type { Callable, OutSpec, Shape } from "@flytekit-ts/core";
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

/** A reference: callable where the backend can run what it refers to. */
export interface ReferenceCallable<I extends Shape, O> extends Callable<I, O>, ReferenceEntity {
  readonly kind: "reference";
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
): ReferenceCallable<I, O> {
  return atCaller(referenceTask, () => toReference("task", declaration, referenceTask));
}

/** A launch plan that is already registered, in any project and version. @see referenceTask */
export function referenceLaunchPlan<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: ReferenceDeclaration<I, O>,
): ReferenceCallable<I, O> {
  return atCaller(referenceLaunchPlan, () => toReference("launch-plan", declaration, referenceLaunchPlan));
}

/**
 * A workflow that is already registered, for declaring launch plans of it.
 *
 * It cannot be called in a body, since the backend takes no sub-workflows from other registrations.
 */
export function referenceWorkflow<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: ReferenceDeclaration<I, O>,
): ReferenceCallable<I, O> {
  return atCaller(referenceWorkflow, () => toReference("workflow", declaration, referenceWorkflow));
}

function toReference<I extends Shape, O extends OutSpec>(
  kind: ReferencedKind,
  declaration: ReferenceDeclaration<I, O>,
  callee: (...args: never[]) => unknown,
): ReferenceCallable<I, O> {
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
  const reference: Reference = Object.freeze({ kind, project, domain, name, version });
  const entity: ReferenceEntity = {
    kind: "reference",
    name,
    interface: createInterface(declaration as Declared<Shape, OutSpec>, words),
    definedAt: placeOfDeclaration(callee, atCaller),
    reference,
    id: referenceId(reference),
  };
  return createCallable<I, O, ReferenceEntity>(entity);
}
