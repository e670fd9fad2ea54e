import { type Identifier, ResourceType } from "@flytekit-ts/models/core";
import { quoted } from "./quoted.js";

/** An identifier in protobuf's text format, as flyteadmin's messages hold it. Empty parts are left out. */
export function identifierText({ resourceType, ...parts }: Identifier): string {
  const type = Object.entries(ResourceType).find(([, value]) => value === resourceType)?.[0];
  const fields = (["project", "domain", "name", "version", "org"] as const).flatMap((part) =>
    parts[part] === "" ? [] : [`${part}:${quoted(parts[part])}`],
  );
  const ofType = resourceType === ResourceType.UNSPECIFIED ? [] : [`resource_type:${type ?? resourceType}`];
  return [...ofType, ...fields].join("  ");
}
