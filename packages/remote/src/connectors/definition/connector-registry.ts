import { coreErrors, describeValue } from "@flytekit-ts/core/errors";
import { connectorErrors as errors } from "../../errors/connector-errors.js";
import type { Connector } from "./connector.js";

/** Connectors by task type and version. */
export class ConnectorRegistry {
  readonly #known = new Map<string, Connector>();

  /**
   * Adds a connector.
   *
   * @throws `CONNECTOR_EXISTS` for one of the same task type and version, unless it is to be overridden; `OPTION_INVALID`
   */
  add(connector: Connector, { override = false }: { readonly override?: boolean | undefined } = {}): this {
    assertConnector(connector);
    const { taskType, version, name, kind } = connector;
    const key = keyOf(taskType, version);
    const other = this.#known.get(key);
    if (other !== undefined && !override)
      throw errors.CONNECTOR_EXISTS({ taskType, version, name, other: other.name });
    const unlike = [...this.#known.values()].find(
      (each) => each !== other && each.name === name && each.kind !== kind,
    );
    if (unlike !== undefined) throw mixed(name);
    this.#known.set(key, connector);
    return this;
  }

  /** The connector for tasks of this type. @throws `CONNECTOR_NOT_FOUND` */
  find(taskType: string, version = 0): Connector {
    const found = this.#known.get(keyOf(taskType, version));
    if (found !== undefined) return found;
    const wanted = `tasks of type ${JSON.stringify(taskType.slice(0, 200))}, version ${version}`;
    throw errors.CONNECTOR_NOT_FOUND({ wanted, known: [...this.#known.keys()] });
  }

  /** All connectors, in the order in which they were added. */
  all(): readonly Connector[] {
    return [...this.#known.values()];
  }
}

function keyOf(taskType: string, version: number): string {
  return `${taskType} ${version}`;
}

function assertConnector(value: unknown): void {
  const kind: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "kind") : undefined;
  if (kind === "async" || kind === "sync") return;
  const advice = "Give what `defineConnector` returned.";
  const wanted = "a connector";
  const given = describeValue(value);
  throw coreErrors.OPTION_INVALID({
    at: "connectors",
    option: "connector",
    wanted,
    given,
    inWords: given,
    advice,
  });
}

// The engine asks once of each name whether it is synchronous.
function mixed(name: string): Error {
  const inWords = `the name ${name} for both an asynchronous and a synchronous one`;
  return coreErrors.OPTION_INVALID({
    at: `connector ${name}`,
    option: "name",
    wanted: "a name for connectors of one kind",
    given: inWords,
    inWords,
    advice: "Give one of them another `name`.",
  });
}
