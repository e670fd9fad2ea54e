import { type Identifier, type K8sPod, Resources_ResourceName } from "@flytekit-ts/models/core";
import { refused } from "../../serving/refusal.js";
import { quantityOf } from "./quantity.js";
import { type Amounts, assertAmounts } from "./resources.js";

/** A container of a pod, as far as flyteadmin looks at it. */
interface PodContainer {
  readonly name: string;
  readonly requests: Amounts;
  readonly limits: Amounts;
}

/**
 * The containers of a pod.
 *
 * @throws Refusal INVALID_ARGUMENT without a pod, INTERNAL in the words of Go's JSON if it is none
 */
export function podContainers({ podSpec }: K8sPod): readonly PodContainer[] {
  if (podSpec === undefined)
    throw refused.invalid(
      "invalid TaskSpecification, pod tasks should specify their target as a K8sPod with a defined pod spec",
    );
  const containers = listOf(podSpec["containers"], "containers", "[]v1.Container");
  return containers.map((container) => {
    const fields = objectOf(container, "containers", "v1.Container");
    const resources = objectOf(fields["resources"] ?? {}, "containers.resources", "v1.ResourceRequirements");
    return {
      name: textOf(fields["name"] ?? "", "containers.name"),
      requests: amountsOf(resources["requests"] ?? {}, "containers.resources.requests"),
      limits: amountsOf(resources["limits"] ?? {}, "containers.resources.limits"),
    };
  });
}

/** @throws Refusal for a pod or resources that flyteadmin refuses */
export function assertPod(id: Identifier | undefined, pod: K8sPod, platform: Amounts): void {
  for (const container of podContainers(pod)) assertAmounts(id, container, platform);
}

/** By the names of the IDL in any case, which few names of Kubernetes are. */
function resourceOf(name: string): number | undefined {
  const found: unknown = Reflect.get(Resources_ResourceName, name.toUpperCase());
  return typeof found === "number" ? found : undefined;
}

function amountsOf(value: unknown, path: string): Amounts {
  const entries = Object.entries(objectOf(value, path, "v1.ResourceList"));
  return new Map(
    entries.flatMap(([name, amount]) => {
      const resource = resourceOf(name);
      return resource === undefined ? [] : [[resource, quantityOf(name, String(amount))] as const];
    }),
  );
}

function listOf(value: unknown, path: string, type: string): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : wrongJson(value, path, type);
}

function objectOf(value: unknown, path: string, type: string): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? { ...value }
    : wrongJson(value, path, type);
}

function textOf(value: unknown, path: string): string {
  return typeof value === "string" ? value : wrongJson(value, path, "string");
}

function wrongJson(value: unknown, path: string, type: string): never {
  throw refused.internal(
    `json: cannot unmarshal ${jsonKind(value)} into Go struct field PodSpec.${path} of type ${type}`,
  );
}

function jsonKind(value: unknown): string {
  if (Array.isArray(value)) return "array";
  return typeof value === "boolean" ? "bool" : value === null ? "null" : typeof value;
}
