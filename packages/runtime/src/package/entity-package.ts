import type { Identifier } from "@flytekit-ts/models/core";

/** The archive that `flytectl register files --archive` takes, and what is in it. */
export interface EntityPackage {
  /** A gzipped tar. Equal projects give equal bytes. */
  readonly bytes: Uint8Array;
  /** The version to register: that of the settings, or a hash of messages, code and settings. Safe in a URL. */
  readonly version: string;
  /** The messages, in the order of registration. */
  readonly members: readonly PackageMember[];
  readonly code?: PackagedCode | undefined;
  /** The names of the launch plans that ask to be active once they are registered. No archive says this. */
  readonly autoActivate: readonly string[];
  /** Images that hooks made, or found. */
  readonly images: readonly string[];
}

/** One message of a package. */
export interface PackageMember {
  /** Its file: `<index>_<name>_<1 task, 2 workflow, 3 launch plan>.pb`. */
  readonly name: string;
  readonly kind: "task" | "workflow" | "launch-plan";
  readonly id: Identifier;
  readonly bytes: Uint8Array;
}

/** The code archive of a package. */
export interface PackagedCode {
  /** Its file: `fast<digest>.tar.gz`. */
  readonly name: string;
  readonly digest: string;
  /** The archive itself: a gzipped tar. */
  readonly bytes: Uint8Array;
  /** Size of the archive in bytes. */
  readonly size: number;
  /** The files in it; sizes are in bytes. */
  readonly files: readonly { readonly path: string; readonly bytes: number }[];
}
