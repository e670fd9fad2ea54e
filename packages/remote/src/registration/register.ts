import { coreErrors } from "@flytekit-ts/core/errors";
import { type Entity, isEntity } from "@flytekit-ts/core/graph";
import { assertOptions } from "@flytekit-ts/core/tasks";
import type { Connection } from "../connection/connection.js";
import { assertRegisterOptions } from "./terms/assert-options.js";
import { preparePackage } from "./package/prepare-package.js";
import { prepareEntities } from "./prepare-entities.js";
import type { Prepared } from "./terms/prepared.js";
import type {
  RegisterPackageOptions,
  RegisterSettings,
  RegistrablePackage,
} from "./terms/register-settings.js";
import type { Registration } from "./terms/registration.js";
import { sendPrepared } from "./sending/send-prepared.js";

/** Registers entities, or a package of them. */
export async function register(
  connection: Connection,
  given: Entity | readonly Entity[] | RegistrablePackage | Uint8Array,
  settings: RegisterSettings | RegisterPackageOptions,
): Promise<Registration> {
  if (typeof settings !== "object" || settings === null)
    assertOptions(settings, new Set(), "remote.register");
  assertRegisterOptions(settings);
  return await sendPrepared(connection, await prepare(connection, given, settings), settings);
}

async function prepare(
  connection: Connection,
  given: unknown,
  settings: RegisterSettings | RegisterPackageOptions,
): Promise<Prepared> {
  if (given instanceof Uint8Array || isPackage(given)) return preparePackage(connection, given, settings);
  const roots: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (roots.every(isEntity)) return await prepareEntities(connection, roots, settings as RegisterSettings);
  const wanted = "tasks, workflows and launch plans, or a package";
  throw coreErrors.OPTION_INVALID({ at: "remote.register", option: "entities", wanted, given });
}

function isPackage(given: unknown): given is RegistrablePackage {
  if (typeof given !== "object" || given === null || Array.isArray(given)) return false;
  const { bytes, members } = given as { readonly bytes?: unknown; readonly members?: unknown };
  return bytes instanceof Uint8Array && Array.isArray(members);
}
