import type { Remote } from "@flytekit-ts/remote";
import type { Project } from "../config/project.js";
import type { Finding } from "./finding.js";

/** A cluster that somebody has named, and where its settings are from. */
export interface NamedCluster {
  readonly remote: Remote;
  readonly sources: ReadonlyMap<string, string>;
}

/** What checks look at. What takes time is done once, when a check first asks for it. */
export interface Patient {
  /** The folder of the nearest package.json, else the working directory. */
  readonly folder: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Fires when the time for all checks is over. */
  readonly signal: AbortSignal;
  /** @throws what is wrong with flyte.config.ts */
  project(): Promise<Project>;
  /** `undefined` where nobody has named a cluster. Nobody is asked to sign in. */
  cluster(): Promise<NamedCluster | undefined>;
}

/** One thing to look at. */
export interface Check {
  readonly name: string;
  /** Checks without whose success this one says nothing. */
  readonly needs?: "project" | undefined;
  /** What it throws is a problem. */
  examine(patient: Patient): Promise<Finding | readonly Finding[]>;
}
