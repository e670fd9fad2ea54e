import { closest, type Entity } from "@flytekit-ts/core/graph";
import type { FlytekitError } from "@flytekit-ts/core/errors";
import { untilAborted } from "@flytekit-ts/core/storage";
import {
  type CodeOptions,
  type EntityPackage,
  type PackagedIds,
  packageEntities,
  runtimeErrors,
} from "@flytekit-ts/runtime/package";
import type { Problem } from "@flytekit-ts/workflow/checks";
import type { Host } from "../command/host.js";
import type { Project } from "../config/project.js";
import { errors } from "../errors.js";
import { packagingErrors } from "../errors/packaging-errors.js";
import { modulesOf, projectEntities } from "../project/project-entities.js";
import { assertSource } from "../sources/load-module.js";
import { withBundle } from "./code/bundle-of-project.js";
import { refuseTypeScript } from "./code/refuse-typescript.js";
import { type ProjectImages, projectImages } from "./images/project-images.js";

/** What is packaged of a project, and how. Its image, code, version and environment are settings of the project. */
export interface PackageProjectOptions {
  readonly host: Pick<Host, "cwd" | "env" | "signal">;
  /** Modules in place of those of the project; relative to the working directory. */
  readonly files?: readonly string[] | undefined;
  /** Exports of these modules in place of all, as for one workflow that is to be run. */
  readonly exports?: readonly string[] | undefined;
  /** Take files in place of links to them, for `code: "files"`. */
  readonly followLinks?: boolean | undefined;
  /** What stands for project, domain and version; by default nothing, which a registration fills in. */
  readonly ids?: PackagedIds | undefined;
  readonly onWarning?: ((problem: Problem) => void) | undefined;
  /** Gets each line that Docker prints while it builds images. */
  readonly onLine?: ((line: string) => void) | undefined;
}

/**
 * Package a project for a cluster: its modules as one bundle, as files, or without code, as its settings say, with the
 * messages of all that they export. What `tsflyte package`, `tsflyte register` and `tsflyte run --remote` send.
 *
 * Equal projects give equal bytes on every machine.
 *
 * @throws `USAGE_INVALID` without modules or an image, `MODULE_IS_TYPESCRIPT`, `DOCKER_FAILED`, `SOURCE_UNLOADABLE`,
 * `ENTITY_NOT_IN_FILE`, and what `bundle` and `packageEntities` throw; the reason of the signal when it fires
 */
export async function packageProject(
  project: Project,
  options: PackageProjectOptions,
): Promise<EntityPackage> {
  const { code = "bundle" } = project.settings;
  const { files = [], host, onWarning, onLine } = options;
  // Before anything that takes long: what is wrong with images is wrong with what was typed.
  const images = await projectImages(project, { host, onLine });
  if (code === "bundle") {
    const modules = modulesOf(project, files, host.cwd);
    for (const each of modules) await assertSource(each);
    return withBundle(project, { modules, signal: host.signal }, async ({ bundle, loaded }) => {
      for (const warning of bundle.warnings) onWarning?.(toProblem(warning));
      const entities = chosen([...loaded.entities], modules, options);
      return packed(entities, { project, options, images, root: loaded.root, code: { bundle } });
    });
  }
  const found = await projectEntities(project, files, host.cwd, host.signal);
  const modules = [...new Set(found.map(({ file }) => file))];
  const entities = chosen(
    found.map((each) => [each.export, each.entity]),
    modules,
    options,
  );
  refuseTypeScript(entities, project, code);
  const { root } = project;
  const { followLinks } = options;
  const collected = code === "image" ? undefined : { root, followLinks };
  return packed(entities, { project, options, images, root, code: collected });
}

function chosen(
  all: readonly (readonly [string, Entity])[],
  modules: readonly string[],
  { exports }: PackageProjectOptions,
): readonly Entity[] {
  if (exports === undefined) return all.map(([, entity]) => entity);
  return exports.map((wanted) => {
    const found = all.find(([name]) => name === wanted) ?? all.find(([, { name }]) => name === wanted);
    if (found !== undefined) return found[1];
    const has = all.map(([name]) => name);
    throw errors.ENTITY_NOT_IN_FILE({
      file: modules.join(", "),
      name: wanted,
      has,
      closest: closest(wanted, has),
    });
  });
}

interface Packing {
  readonly project: Project;
  readonly options: PackageProjectOptions;
  readonly images: ProjectImages;
  readonly root: string;
  readonly code: CodeOptions | undefined;
}

async function packed(entities: readonly Entity[], packing: Packing): Promise<EntityPackage> {
  const { project, options, images, root, code } = packing;
  const { settings } = project;
  const { host, ids, onWarning } = options;
  const { allow } = settings;
  host.signal.throwIfAborted();
  const named = { project: settings.project, domain: settings.domain, version: settings.version };
  try {
    const made = packageEntities(
      entities,
      {
        ...images,
        ...named,
        ids,
        root,
        environment: settings.environment,
        defaultResources: settings.resources,
        plans: settings.plans,
        resolver: settings.resolver,
        ...(code === undefined ? {} : { code: { ...code, destination: settings.destination } }),
      },
      { allow, onWarning },
    );
    return await untilAborted(made, host.signal);
  } catch (error) {
    // What Docker said is nearer to what has to be done than that a hook failed.
    const isHook = runtimeErrors.IMAGE_NOT_BUILT.is(error) && packagingErrors.DOCKER_FAILED.is(error.cause);
    host.signal.throwIfAborted();
    throw isHook ? error.cause : error;
  }
}

function toProblem({ code, text: message, hint, location }: FlytekitError): Problem {
  return {
    ...{ code, severity: "warning", message },
    ...(hint === undefined ? {} : { hint }),
    ...(location === undefined ? {} : { location }),
  };
}
