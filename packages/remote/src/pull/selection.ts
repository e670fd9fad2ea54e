import { coreErrors } from "@flytekit-ts/core/errors";
import { assertOptions } from "@flytekit-ts/core/tasks";
import { isPlainObject } from "@flytekit-ts/core/types";
import type { Signal } from "@flytekit-ts/core/storage";
import type { AskedEntity, Asking } from "./source/asking.js";
import type { PulledKind } from "./source/pull-source.js";

/** What to pull. */
export interface PullSelection {
  /** The project and domain of all that names no other. Those of the configuration, if it has any. */
  readonly project?: string | undefined;
  readonly domain?: string | undefined;
  /** The entities, by name or in full. Without it, all that the project has in the domain. */
  readonly entities?: readonly (string | SelectedEntity)[] | undefined;
  /** `["task"]` leaves out launch plans. Both kinds, if nothing is said. */
  readonly kinds?: readonly PulledKind[] | undefined;
  /** Ends the calls. */
  readonly signal?: Signal | undefined;
}

/** An entity to pull. Without a version, the newest is meant; without a kind, the task and the launch plan of the name. */
export interface SelectedEntity {
  readonly name: string;
  readonly version?: string | undefined;
  readonly kind?: PulledKind | undefined;
  readonly project?: string | undefined;
  readonly domain?: string | undefined;
}

const AT = "pull";
const KINDS: readonly PulledKind[] = ["task", "launch-plan"];
const OPTIONS = new Set(["project", "domain", "entities", "kinds", "signal"]);
const PARTS = new Set(["name", "version", "kind", "project", "domain"]);

interface Defaults {
  readonly project?: string | undefined;
  readonly domain?: string | undefined;
}

/**
 * What is asked for in full, in an order that does not depend on that of the selection.
 *
 * @throws `OPTION_INVALID`, `OPTION_UNKNOWN`
 */
export function askingOf(selection: PullSelection, defaults: Defaults): Asking {
  assertOptions(selection, OPTIONS, AT, 'Pass one object: `pull(remote, { entities: ["shop.rate"] })`.');
  const kinds = kindsOf(selection.kinds);
  const project = textOf("project", selection.project ?? defaults.project);
  const domain = textOf("domain", selection.domain ?? defaults.domain);
  const whole = { project, domain, kinds };
  const { entities } = selection;
  if (entities === undefined) return whole;
  if (!Array.isArray(entities)) throw invalid("entities", "a list of names or entities", entities);
  const asked = entities.map((entity: unknown) => entityOf(entity, whole));
  return { ...whole, entities: distinct(asked) };
}

function entityOf(given: unknown, whole: Asking): AskedEntity {
  const { project, domain } = whole;
  if (typeof given === "string")
    return { project, domain, name: textOf("entities", given), kinds: whole.kinds };
  if (!isPlainObject(given)) throw invalid("entities", "names or entities", given);
  assertOptions(given, PARTS, "an entity of pull");
  const { kind, version } = given;
  return {
    project: textOf("entities.project", given["project"] ?? project),
    domain: textOf("entities.domain", given["domain"] ?? domain),
    name: textOf("entities.name", given["name"]),
    ...(version === undefined ? {} : { version: textOf("entities.version", version) }),
    kinds: kind === undefined ? whole.kinds : kindsOf([kind]),
  };
}

function kindsOf(given: unknown): readonly PulledKind[] {
  if (given === undefined) return KINDS;
  const known = Array.isArray(given) ? KINDS.filter((kind) => given.includes(kind)) : [];
  if (known.length > 0 && known.length === new Set(given as unknown[]).size) return known;
  throw invalid("kinds", '"task" and "launch-plan", or one of them', given);
}

function textOf(option: string, given: unknown): string {
  if (typeof given === "string" && given.trim() !== "") return given;
  throw invalid(option, "a string that is not empty", given);
}

function invalid(option: string, wanted: string, given: unknown): Error {
  const advice =
    option === "project" || option === "domain"
      ? `Say it in the selection or in the configuration: \`pull(remote, { ${option}: "..." })\`.`
      : 'Write it as `pull(remote, { entities: ["shop.rate", { name: "shop.main", version: "v1" }] })`.';
  return coreErrors.OPTION_INVALID({ at: AT, option, wanted, given, advice });
}

function distinct(entities: readonly AskedEntity[]): readonly AskedEntity[] {
  const byText = new Map(entities.map((entity) => [JSON.stringify(entity), entity]));
  return [...byText].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, entity]) => entity);
}
