import { coreErrors, textOf } from "@flytekit-ts/core/errors";
import type { Entity } from "@flytekit-ts/core/graph";
import { assertOptions } from "@flytekit-ts/core/tasks";
import { systemCode } from "@flytekit-ts/core/storage";
import { entitiesOf, isLaunchPlan, workflowErrors } from "@flytekit-ts/workflow/compile";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import { serialize, withDefaultPlans } from "@flytekit-ts/workflow/serialize";
import type { Connection } from "../connection/connection.js";
import { type Scope, scopeOf } from "../entities/ids/scope.js";
import { registrationErrors as errors } from "../errors/registration-errors.js";
import { OPTIONS } from "./terms/assert-options.js";
import { preparePackage } from "./package/prepare-package.js";
import type { Prepared } from "./terms/prepared.js";
import type { RegisterSettings, RegistrablePackage } from "./terms/register-settings.js";

const AT = "remote.register";
const KNOWN: ReadonlySet<string> = new Set([
  ...OPTIONS,
  ...["image", "images", "environment", "defaultResources", "plans", "root", "cacheVersion", "resolver"],
  ...["allow", "onWarning", "code", "defaultPlans"],
]);

// Checked here for good, with the limits of the cluster.
const CHECKED_LATER = ["CLOSURE_TOO_LARGE", "REQUEST_TOO_LARGE", "WORKFLOW_TOO_LARGE"];

/** What entities register: their messages, checked as Flyte would check them. */
export async function prepareEntities(
  connection: Connection,
  roots: readonly Entity[],
  settings: RegisterSettings,
): Promise<Prepared> {
  assertOptions(settings, KNOWN, AT);
  if (roots.length === 0) {
    throw coreErrors.OPTION_INVALID({
      at: AT,
      option: "entities",
      wanted: "at least one entity",
      given: roots,
    });
  }
  const scope = scopeOf(connection.config, settings, AT);
  const plans = entitiesOf(roots).filter(isLaunchPlan);
  const prepared =
    settings.code === undefined
      ? serialized(roots, settings, scope)
      : preparePackage(connection, await packaged(roots, settings, scope), optionsOf(settings, scope));
  const authored = new Set(plans.map(({ name }) => name));
  const entities =
    settings.defaultPlans === false
      ? prepared.entities.filter(({ kind, id }) => kind !== "launch-plan" || authored.has(id.name))
      : prepared.entities;
  if (entities.length === 0) {
    const wanted = "entities that are not registered elsewhere already";
    throw coreErrors.OPTION_INVALID({ at: AT, option: "entities", wanted, given: roots });
  }
  const autoActive = new Set(plans.filter(({ autoActivate }) => autoActivate).map(({ name }) => name));
  return { ...prepared, entities, autoActive };
}

function serialized(roots: readonly Entity[], settings: RegisterSettings, scope: Scope): Prepared {
  const { version, allow = [], onWarning, ...rest } = settings;
  if (version === undefined) {
    throw coreErrors.OPTION_INVALID({
      ...{ at: AT, option: "version", wanted: "a version", given: version },
      advice: "Only with `code` can it be left out: then it is made of all that is registered.",
    });
  }
  const all = settings.defaultPlans === false ? roots : withDefaultPlans(roots);
  const options = { allow: [...allow, ...CHECKED_LATER], onWarning };
  const entities = withoutPlace(() => serialize(all, { ...plainSettings(rest), ...scope, version }, options));
  return { ...scope, version, entities, autoActive: new Set() };
}

// The place of wrong settings is the line that called `serialize`: here one of this file, which says nothing to authors.
function withoutPlace(act: () => readonly SerializedEntity[]): readonly SerializedEntity[] {
  try {
    return act();
  } catch (error) {
    if (workflowErrors.SETTINGS_INVALID.is(error)) throw workflowErrors.SETTINGS_INVALID(error.params);
    throw error;
  }
}

function plainSettings({
  image,
  images,
  environment,
  defaultResources,
  plans,
  root,
  cacheVersion,
  resolver,
}: Omit<RegisterSettings, "version">) {
  return { image, images, environment, defaultResources, plans, root, cacheVersion, resolver };
}

function optionsOf({ version, signal }: RegisterSettings, scope: Scope) {
  return { ...scope, version, signal };
}

async function packaged(
  roots: readonly Entity[],
  settings: RegisterSettings,
  scope: Scope,
): Promise<RegistrablePackage> {
  const { version, code, allow = [], onWarning } = settings;
  const { packageEntities } = await packaging();
  const open = { ...plainSettings(settings), ...scope, version, code: code as PackageSettings["code"] };
  const options = { allow: [...allow, ...CHECKED_LATER], onWarning };
  return await packageEntities(roots, { ...open, ids: "settings" }, options);
}

type Packaging = typeof import("@flytekit-ts/runtime/package");
type PackageSettings = Parameters<Packaging["packageEntities"]>[1];

// An optional peer, which only registering code needs.
async function packaging(): Promise<Packaging> {
  try {
    return await import("@flytekit-ts/runtime/package");
  } catch (error) {
    const isAbsent = ["ERR_MODULE_NOT_FOUND", "MODULE_NOT_FOUND"].includes(systemCode(error));
    const problem = isAbsent
      ? "the package `@flytekit-ts/runtime` is not installed"
      : `the package \`@flytekit-ts/runtime\` cannot be loaded: ${textOf(error)}`;
    throw errors.PACKAGING_UNAVAILABLE({ problem }, { cause: error });
  }
}
