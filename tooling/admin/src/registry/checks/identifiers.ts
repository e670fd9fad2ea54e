import { type Identifier, ResourceType } from "@flytekit-ts/models/core";
import { missing, refused } from "../../serving/refusal.js";
import { identifierText } from "../../texts/identifier-text.js";

/** Parts of an identifier that a call asks for. */
type Part = "project" | "domain" | "name" | "version";

const ALL: readonly Part[] = ["project", "domain", "name", "version"];

/** @throws Refusal INVALID_ARGUMENT for the first of the parts that is empty. */
export function assertParts<P extends Part>(
  id: Readonly<Record<P, string>> | undefined,
  parts: readonly P[],
): asserts id is Readonly<Record<P, string>> {
  if (id === undefined) throw missing("id");
  for (const part of parts) if (id[part] === "") throw missing(part);
}

/** The name of a resource type in the IDL: `LAUNCH_PLAN`. */
export function resourceTypeName(type: ResourceType): string {
  return Object.keys(ResourceType).find((name) => Reflect.get(ResourceType, name) === type) ?? String(type);
}

/**
 * Whether an identifier is whole and names what the call is about.
 *
 * @throws Refusal INVALID_ARGUMENT if it is not.
 */
export function assertIdentifier(
  id: Identifier | undefined,
  expected: ResourceType,
): asserts id is Identifier {
  if (id === undefined) throw missing("id");
  if (id.resourceType !== expected) {
    const [got, wanted] = [id.resourceType, expected].map((type) => resourceTypeName(type).toLowerCase());
    throw refused.invalid(
      `unexpected resource type ${got} for identifier [${identifierText(id)}], expected ${wanted} instead`,
    );
  }
  assertParts(id, ALL);
}

/** The refusal of a call that asks for an entity that is not there. */
export function entityMissing(type: ResourceType, id: Identifier) {
  const text = identifierText({ ...id, resourceType: ResourceType.UNSPECIFIED });
  return refused.notFound(`missing entity of type ${resourceTypeName(type)} with identifier ${text}`);
}
