import { coreErrors } from "@flytekit-ts/core/errors";
import type { MatchableAttributesConfiguration, MatchingAttributes } from "@flytekit-ts/models/admin";
import type { Connection } from "../../connection/connection.js";
import type { CallOptions } from "../../connection/unary-calls.js";
import { unlessAbsent } from "../lists/get-others.js";
import { type AttributeKind, type Attributes, type AttributesOf, resourceOf } from "./attribute-kinds.js";
import { type AttributePlace, placeOf } from "./attribute-place.js";

/** The attributes of one kind at a place; `undefined` if none are set there. */
export async function getAttributes<K extends AttributeKind>(
  { admin, config }: Connection,
  place: AttributePlace,
  kind: K,
  options: CallOptions = {},
): Promise<AttributesOf<K> | undefined> {
  const { of, ...asked } = placeOf(config, place, "remote.attributes");
  const request = { domain: "", workflow: "", ...asked, resourceType: resourceOf(kind, "remote.attributes") };
  const answer = await unlessAbsent(ask());
  const target = answer?.attributes?.matchingAttributes?.target;
  return target?.$case === kind ? valueOf<K>(target) : undefined;

  async function ask(): Promise<Answer> {
    if (of === "project") return await admin.getProjectAttributes(request, options);
    if (of === "domain") return await admin.getProjectDomainAttributes(request, options);
    return await admin.getWorkflowAttributes(request, options);
  }
}

// Their kind was compared, which the compiler cannot follow into the type of the value.
function valueOf<K extends AttributeKind>({ value }: Attributes): AttributesOf<K> {
  return value as unknown as AttributesOf<K>;
}

interface Answer {
  readonly attributes: { readonly matchingAttributes: MatchingAttributes | undefined } | undefined;
}

/** Sets the attributes of one kind at a place, in place of those before. */
export async function setAttributes(
  { admin, config }: Connection,
  place: AttributePlace,
  attributes: Attributes,
  options: CallOptions = {},
): Promise<void> {
  const at = "remote.setAttributes";
  const { of, ...asked } = placeOf(config, place, at);
  if (typeof attributes !== "object" || attributes === null || !("value" in attributes)) {
    const wanted = '`{ $case: "taskResourceAttributes", value }`, or another kind';
    throw coreErrors.OPTION_INVALID({ at, option: "attributes", wanted, given: attributes });
  }
  resourceOf(attributes.$case, at);
  const matchingAttributes = { target: attributes };
  const set = { domain: "", workflow: "", ...asked, matchingAttributes };
  if (of === "project") await admin.updateProjectAttributes({ attributes: set }, options);
  else if (of === "domain") await admin.updateProjectDomainAttributes({ attributes: set }, options);
  else await admin.updateWorkflowAttributes({ attributes: set }, options);
}

/** Removes the attributes of one kind at a place. Those that are not there are no error. */
export async function deleteAttributes(
  { admin, config }: Connection,
  place: AttributePlace,
  kind: AttributeKind,
  options: CallOptions = {},
): Promise<void> {
  const at = "remote.deleteAttributes";
  const { of, ...asked } = placeOf(config, place, at);
  const request = { domain: "", workflow: "", ...asked, resourceType: resourceOf(kind, at) };
  if (of === "project") await admin.deleteProjectAttributes(request, options);
  else if (of === "domain") await admin.deleteProjectDomainAttributes(request, options);
  else await admin.deleteWorkflowAttributes(request, options);
}

/** The attributes of one kind wherever they are set. */
export async function listAttributes(
  { admin }: Connection,
  kind: AttributeKind,
  options: CallOptions = {},
): Promise<readonly MatchableAttributesConfiguration[]> {
  const resourceType = resourceOf(kind, "remote.allAttributes");
  return (await admin.listMatchableAttributes({ resourceType }, options)).configurations;
}
