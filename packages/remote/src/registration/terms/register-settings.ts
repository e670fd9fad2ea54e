import type { Signal } from "@flytekit-ts/core/storage";
import type { SerializationSettings } from "@flytekit-ts/core/tasks";
import type { CompileOptions } from "@flytekit-ts/workflow/compile";
import type { GivenScope } from "../../entities/ids/scope.js";
import type { RegisterLimits } from "../limits/register-limits.js";
import type { RegistrationEvent } from "./registration.js";

/** What every registration takes. */
export interface RegisterOptions extends GivenScope {
  /** Without it, and with code, a version is made of all that is registered. */
  readonly version?: string | undefined;
  /**
   * The launch plans to activate when everything is registered: `true` for all, or names. By default those with
   * `autoActivate`. An active plan takes the place of the version that was active before.
   */
  readonly activate?: boolean | readonly string[] | undefined;
  /** How many entities are sent at the same time: 1 to 64, by default 32. */
  readonly concurrency?: number | undefined;
  /** For a cluster that takes more, or less, than Flyte's defaults. */
  readonly limits?: RegisterLimits | undefined;
  /** Check everything, and send nothing at all: each entity comes back as `planned`. */
  readonly dryRun?: boolean | undefined;
  /** Called after each step. What it throws ends the registration. */
  readonly onProgress?: ((event: RegistrationEvent) => void) | undefined;
  readonly signal?: Signal | undefined;
}

/** How entities are registered. */
export interface RegisterSettings
  extends
    RegisterOptions,
    CompileOptions,
    Omit<SerializationSettings, "project" | "domain" | "version" | "fast"> {
  /** Code that containers download, in place of what their image has: fast registration. It needs `@flytekit-ts/runtime`. */
  readonly code?: CodeSettings | undefined;
  /** Whether each workflow gets the launch plan of its name, with which people start it. True if absent. */
  readonly defaultPlans?: boolean | undefined;
}

/** How a package is registered that was made before. */
export interface RegisterPackageOptions extends RegisterOptions {
  /** The folder in the container for code whose package leaves that open. `.` if absent. */
  readonly destination?: string | undefined;
}

/** The code to archive, as `packageEntities` of `@flytekit-ts/runtime/package` takes it. */
export interface CodeSettings {
  readonly root?: string | undefined;
  readonly files?: readonly (string | CodeFile)[] | undefined;
  /** A bundle that `bundle` of `@flytekit-ts/runtime/bundle` made. */
  readonly bundle?: object | undefined;
  readonly followLinks?: boolean | undefined;
  readonly destination?: string | undefined;
}

interface CodeFile {
  readonly path: string;
  readonly content: Uint8Array;
  readonly mode?: number | undefined;
}

/** What `packageEntities` makes: messages whose project, domain and version may be open, and perhaps code. */
export interface RegistrablePackage {
  /** The archive. */
  readonly bytes: Uint8Array;
  readonly version: string;
  readonly members: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly code?: { readonly name: string } | undefined;
  /** The names of launch plans that ask to be active themselves. */
  readonly autoActivate?: readonly string[] | undefined;
}
