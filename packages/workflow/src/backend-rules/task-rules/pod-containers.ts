import { foldedName, quantityText } from "./json-shape.js";

/** Amounts of resources by their names. */
export type PodQuantities = ReadonlyMap<string, string>;

/** The parts of a pod's container that are checked. */
export interface PodContainer {
  readonly name: string;
  readonly requests: PodQuantities;
  readonly limits: PodQuantities;
  /** Its command and its arguments. */
  readonly words: readonly unknown[];
}

/** The containers of a pod specification, as Go reads them. The specification must have its shape. */
export function containersOf(podSpec: unknown): readonly PodContainer[] {
  const containers = fieldOf(podSpec, "containers");
  return (Array.isArray(containers) ? containers : []).map((container: unknown) => {
    const name = fieldOf(container, "name");
    const resources = fieldOf(container, "resources");
    return {
      name: typeof name === "string" ? name : "",
      requests: quantitiesOf(fieldOf(resources, "requests")),
      limits: quantitiesOf(fieldOf(resources, "limits")),
      words: [fieldOf(container, "command"), fieldOf(container, "args")].flatMap((words: unknown) =>
        Array.isArray(words) ? (words as readonly unknown[]) : [],
      ),
    };
  });
}

/** The value of a field. If it comes in several spellings, the alphabetically last one counts. */
function fieldOf(value: unknown, name: string): unknown {
  const spellings = Object.entries(value ?? {}).filter(
    ([key, part]) => part != null && foldedName(key) === name,
  );
  return spellings.toSorted(([a], [b]) => (a < b ? -1 : 1)).at(-1)?.[1];
}

function quantitiesOf(map: unknown): PodQuantities {
  const entries: readonly [string, string | number | null | undefined][] = Object.entries(map ?? {});
  return new Map(
    entries.flatMap(([name, value]) => (value == null ? [] : [[name, quantityText(value)] as const])),
  );
}
