import type { Signal } from "@flytekit-ts/core/storage";

/** The package managers that a project can be made for. */
export type PackageManager = "npm" | "pnpm" | "yarn";

/** What project to make, and where. */
export interface InitOptions {
  /** The folder of the project: absent, or empty but for `.git`. A relative one is in the working directory. */
  readonly folder: string;
  /** The name in its package.json. By default that of the folder, changed to what npm takes. */
  readonly name?: string | undefined;
  /** By default npm. */
  readonly packageManager?: PackageManager | undefined;
  /** Whether the packages are installed, which needs a network. By default they are. */
  readonly install?: boolean | undefined;
  /** Whether the folder becomes a repository of git, if it is in none and git is there. By default it does. */
  readonly git?: boolean | undefined;
  /** Ends the making: before the files are all there, none stays; an installation is stopped. */
  readonly signal?: Signal | undefined;
  /** Called with a sentence for each thing that takes time. */
  readonly onStep?: ((says: string) => void) | undefined;
}

/** A project that was made. */
export interface InitResult {
  /** Absolute. */
  readonly folder: string;
  readonly name: string;
  readonly packageManager: PackageManager;
  /** Relative to the folder, with slashes, in order. */
  readonly files: readonly string[];
  readonly isInstalled: boolean;
  /** The lockfile of the workspace that installed its packages, in place of one of its own: its Dockerfile has to find one. */
  readonly workspaceLockfile?: string | undefined;
  /** Whether it was made a repository of git. */
  readonly isRepository: boolean;
}
