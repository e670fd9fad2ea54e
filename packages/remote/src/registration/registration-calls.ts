import type { Entity } from "@flytekit-ts/core/graph";
import type { Identifier } from "@flytekit-ts/models/core";
import type { Connection } from "../connection/connection.js";
import type { CallOptions } from "../connection/unary-calls.js";
import { activate, deactivate, type GivenPlan } from "./activation.js";
import type {
  RegisterPackageOptions,
  RegisterSettings,
  RegistrablePackage,
} from "./terms/register-settings.js";
import type { Registration } from "./terms/registration.js";

/** Registering entities, and activating their launch plans. */
export interface RegistrationCalls {
  /**
   * Registers entities and all that they use, each workflow with the launch plan of its name.
   *
   * What is there already with the same structure is left as it is, so a registration that ended early goes on when it
   * is made again. Everything is checked before anything is sent, and plans are activated when all is registered.
   *
   * @throws `OPTION_INVALID`, what `serialize` and `packageEntities` throw, `PACKAGING_UNAVAILABLE`,
   * `REGISTRATION_TOO_LARGE`, `REGISTERED_DIFFERENTLY`, `REGISTRATION_STOPPED`, `REGISTRATION_ABORTED`
   */
  register(entities: Entity | readonly Entity[], settings: RegisterSettings): Promise<Registration>;
  /**
   * Registers a package: what `packageEntities` made, or the bytes of an archive such as `pyflyte package` writes. What it
   * leaves open is filled in as `flytectl register files` does it.
   *
   * @throws `PACKAGE_INVALID`, and what registering entities throws
   */
  register(made: RegistrablePackage | Uint8Array, options?: RegisterPackageOptions): Promise<Registration>;
  /** Makes a version of a launch plan the active one, in place of the one before: the version named, or the newest. */
  activate(plan: GivenPlan, options?: CallOptions): Promise<Identifier>;
  /** Makes a version of a launch plan inactive: the version named, or the active one. `undefined` if none was active. */
  deactivate(plan: GivenPlan, options?: CallOptions): Promise<Identifier | undefined>;
}

/** The calls that register. */
export function registrationCalls(connection: Connection): RegistrationCalls {
  return {
    register: async (
      given: Entity | readonly Entity[] | RegistrablePackage | Uint8Array,
      settings?: RegisterSettings | RegisterPackageOptions,
    ) => {
      // Most callers of a cluster register nothing, and need not wait for what compiles workflows.
      const { register } = await import("./register.js");
      return await register(connection, given, settings === undefined ? {} : settings);
    },
    activate: (plan, options) => activate(connection, plan, options),
    deactivate: (plan, options) => deactivate(connection, plan, options),
  };
}
