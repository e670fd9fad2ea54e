import type { Identifier, WorkflowTemplate } from "@flytekit-ts/models/core";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import { registrationErrors as errors } from "../../errors/registration-errors.js";
import { nodesOf } from "../messages/nodes-of.js";
import { templatesOf, usedByNode } from "../messages/used-ids.js";

/** Where a package is registered, and as which version. */
export interface Place {
  readonly project: string;
  readonly domain: string;
  readonly version: string;
}

/** What stands for a part that is still open, beside nothing at all. */
const OPEN: { readonly [P in keyof Place]: string } = {
  project: "{{ registration.project }}",
  domain: "{{ registration.domain }}",
  version: "{{ registration.version }}",
};

/**
 * Fills in what a package leaves open in the identifiers of a message, in place. What an author wrote out stays: also where
 * it names entities of other projects.
 *
 * @throws `PACKAGE_INVALID` for an entity of another project or domain
 */
export function hydrate(entity: SerializedEntity, place: Place, member: string): void {
  fill(entity.id, place);
  const { kind, id } = entity;
  for (const part of ["project", "domain"] as const) {
    if (id[part] === place[part]) continue;
    const problem = `it belongs to the ${part} ${JSON.stringify(id[part])}, not to ${JSON.stringify(place[part])}`;
    throw errors.PACKAGE_INVALID({ member, problem });
  }
  if (kind === "launch-plan") fill(entity.message.spec?.workflowId, place);
  if (kind === "workflow")
    for (const template of templatesOf(entity.message)) hydrateTemplate(template, place, member);
}

function hydrateTemplate(template: WorkflowTemplate, place: Place, member: string): void {
  fill(template.id, place);
  for (const node of nodesOf(template)) {
    fill(usedByNode(node), place);
    if (node.target === undefined) {
      throw errors.PACKAGE_INVALID({ member, problem: `its node ${JSON.stringify(node.id)} runs nothing` });
    }
  }
}

function fill(id: Identifier | undefined, place: Place): void {
  if (id === undefined) return;
  for (const part of ["project", "domain", "version"] as const) {
    if (id[part] === "" || id[part] === OPEN[part]) id[part] = place[part];
  }
}
