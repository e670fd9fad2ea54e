import { coreErrors } from "@flytekit-ts/core/errors";
import { assertOptions, assertTexts } from "@flytekit-ts/core/tasks";
import type { Domain, Project } from "@flytekit-ts/models/admin";
import type { Connection } from "../../connection/connection.js";
import type { CallOptions } from "../../connection/unary-calls.js";
import { assertPart } from "../ids/assert-part.js";

/** A project to register. */
export interface NewProject {
  /** What entities name it by: at most 63 lower-case letters, digits and hyphens. */
  readonly id: string;
  /** What people see: at most 64 characters. By default the id. */
  readonly name?: string | undefined;
  /** At most 300 characters. */
  readonly description?: string | undefined;
  readonly labels?: { readonly [name: string]: string } | undefined;
}

/** What changes in a project. What is left out stays as it is. */
export interface ProjectChange extends Partial<Omit<NewProject, "id">> {
  readonly id: string;
  /** Nothing can be registered or executed in an archived project, and lists leave it out. */
  readonly state?: "active" | "archived" | undefined;
}

const NEW: ReadonlySet<string> = new Set(["id", "name", "description", "labels"]);
const CHANGED: ReadonlySet<string> = new Set([...NEW, "state"]);
const STATES = { active: 0, archived: 1 } as const;

/** One project, archived or not. */
export async function getProject(
  { admin }: Connection,
  id: string,
  options: CallOptions = {},
): Promise<Project> {
  return await admin.getProject({ id: assertPart(id, { at: "remote.project", option: "id" }) }, options);
}

/** The domains that every project has. */
export async function getDomains(
  { admin }: Connection,
  options: CallOptions = {},
): Promise<readonly Domain[]> {
  return (await admin.getDomains({}, options)).domains;
}

/** Makes a project. */
export async function registerProject(
  { admin }: Connection,
  project: NewProject,
  options: CallOptions = {},
): Promise<void> {
  const at = "remote.registerProject";
  assertOptions(project, NEW, at);
  assertProject(project, at);
  const { id, name = id, description = "", labels } = project;
  await admin.registerProject({ project: { id, name, description, labels: labelsOf(labels) } }, options);
}

/**
 * Changes a project.
 *
 * flyteadmin writes the state with every change: a new description alone would make an archived project active. So the
 * project is read first, and what a change leaves out is sent as it was.
 */
export async function updateProject(
  connection: Connection,
  change: ProjectChange,
  options: CallOptions = {},
): Promise<void> {
  const at = "remote.updateProject";
  assertOptions(change, CHANGED, at);
  assertProject(change, at);
  const { id, state } = change;
  if (state !== undefined && !Object.hasOwn(STATES, state)) {
    throw coreErrors.OPTION_INVALID({ at, option: "state", wanted: '"active" or "archived"', given: state });
  }
  const was = await getProject(connection, id, options);
  const { name = was.name, description = was.description, labels } = change;
  await connection.admin.updateProject(
    {
      ...{ id, name, description, org: was.org },
      labels: labels === undefined ? was.labels : labelsOf(labels),
      state: state === undefined ? was.state : STATES[state],
    },
    options,
  );
}

function labelsOf(labels: NewProject["labels"]): { readonly values: Map<string, string> } | undefined {
  return labels && { values: new Map(Object.entries(labels)) };
}

function assertProject({ id, name, description, labels }: NewProject, at: string): void {
  if (typeof id !== "string" || !/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(id)) {
    const wanted = "1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end";
    throw coreErrors.OPTION_INVALID({ at, option: "id", wanted, given: id });
  }
  assertLength(name, { at, option: "name", least: 1, most: 64 });
  assertLength(description, { at, option: "description", least: 0, most: 300 });
  assertTexts(labels, "labels", at);
}

interface Length {
  readonly at: string;
  readonly option: string;
  readonly least: number;
  readonly most: number;
}

function assertLength(text: unknown, { at, option, least, most }: Length): void {
  if (text === undefined) return;
  if (typeof text === "string" && text.length >= least && text.length <= most && text.isWellFormed()) return;
  const wanted = `a text of ${least} to ${most} characters`;
  throw coreErrors.OPTION_INVALID({ at, option, wanted, given: text });
}
