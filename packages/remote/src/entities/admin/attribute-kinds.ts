import { coreErrors } from "@flytekit-ts/core/errors";
import type { MatchableResource, MatchingAttributes } from "@flytekit-ts/models/admin";

/** What flyteadmin keeps for projects, domains and workflows, by the names of Flyte's messages. */
export type Attributes = NonNullable<MatchingAttributes["target"]>;

/** The name of one kind of attributes: `taskResourceAttributes`. */
export type AttributeKind = Attributes["$case"];

/** The attributes of one kind. */
export type AttributesOf<K extends AttributeKind> = AttributeValues[K];

type AttributeValues = { readonly [A in Attributes as A["$case"]]: A["value"] };

// Enum numbers of the IDL, written out: importing the generated enum would load the whole admin service.
const RESOURCES: { readonly [K in AttributeKind]: MatchableResource } = {
  taskResourceAttributes: 0,
  clusterResourceAttributes: 1,
  executionQueueAttributes: 2,
  executionClusterLabel: 3,
  qualityOfService: 4,
  pluginOverrides: 5,
  workflowExecutionConfig: 6,
  clusterAssignment: 7,
};

/** How Flyte's messages number a kind of attributes. @throws `OPTION_INVALID` */
export function resourceOf(kind: AttributeKind, at: string): MatchableResource {
  if (typeof kind === "string" && Object.hasOwn(RESOURCES, kind)) return RESOURCES[kind];
  const wanted = Object.keys(RESOURCES)
    .map((each) => JSON.stringify(each))
    .join(", ");
  throw coreErrors.OPTION_INVALID({ at, option: "kind", wanted: `one of ${wanted}`, given: kind });
}
