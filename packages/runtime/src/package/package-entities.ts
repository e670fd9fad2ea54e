import { atCaller } from "@flytekit-ts/core/errors";
import type { Entity } from "@flytekit-ts/core/graph";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import { type CompileOptions, entitiesOf, isLaunchPlan } from "@flytekit-ts/workflow/compile";
import { serialize, withDefaultPlans } from "@flytekit-ts/workflow/serialize";
import { archiveOf } from "../archive/write-archive.js";
import { type CodeArchive, codeArchiveOf } from "../code/code-archive.js";
import { collectCode } from "../code/collect-code.js";
import { packErrors } from "../errors/pack-errors.js";
import { assertImages, imagesOfSettings } from "./assert-images.js";
import { assertModules } from "./assert-modules.js";
import { assertPackageSettings } from "./assert-settings.js";
import { codeWarnings } from "./code-warnings.js";
import { contentVersion } from "./content-version.js";
import type { EntityPackage, PackagedCode, PackageMember } from "./entity-package.js";
import { plansAfterWorkflows } from "./in-order.js";
import { memberName } from "./member-name.js";
import { messageBytes } from "./message-bytes.js";
import type { PackageSettings } from "./package-settings.js";
import { assertRegistration, OPEN, registered } from "./registration.js";
import { warn } from "./warn.js";
import { makeImages } from "../image/make-images.js";

/**
 * The archive that `flytectl register files --archive` takes: the messages of entities and of all they use, in the order of
 * registration, with the default launch plan of each workflow, and with their code if the settings ask for it.
 *
 * Everything is checked first, as in `serialize`. Equal projects give equal bytes, on every machine and Node.
 *
 * @throws `PACKAGE_EMPTY`, `PACKAGE_NAME_TOO_LONG`, `OPTION_INVALID` for images, `CODE_EMPTY`, `CODE_NOT_READ`,
 * `CODE_CHANGED`, `CODE_LACKS_MODULE`, `IMAGE_NOT_BUILT`, and what `serialize` throws
 * @example
 * const made = await packageEntities([pipeline], { image: "ghcr.io/acme/tasks:v1", code: {} });
 * await writePackage(made, "flyte-package.tgz");
 */
export async function packageEntities(
  entities: Entity | readonly Entity[],
  settings: PackageSettings,
  options: CompileOptions = {},
): Promise<EntityPackage> {
  const roots: readonly Entity[] = Array.isArray(entities) ? entities : [entities];
  if (roots.length === 0) throw packErrors.PACKAGE_EMPTY({ what: "no entity was given" });
  const serialized = atCaller(packageEntities, () => {
    assertPackageSettings(settings);
    return serializeOpen(roots, settings, options);
  });
  const { code } = settings;
  const collected = code === undefined ? undefined : collectCode(code, settings.root);
  if (collected !== undefined) assertModules(serialized, collected);
  const archive = collected === undefined ? undefined : await codeArchiveOf(collected.files);
  if (collected !== undefined && archive !== undefined) {
    for (const warning of codeWarnings(collected, archive)) warn(warning, options);
  }
  const images = await makeImages(imagesOfSettings(settings).hooks);
  return packed(serialized, { settings, archive, images, autoActivate: autoActiveIn(roots) });
}

function serializeOpen(
  roots: readonly Entity[],
  settings: PackageSettings,
  options: CompileOptions,
): readonly SerializedEntity[] {
  const { code, ids: _ids, image: _image, images: _images, ...rest } = settings;
  assertRegistration(settings);
  const { image, images } = imagesOfSettings(settings);
  const all = withDefaultPlans(roots);
  const defaults = new Set(all.slice(roots.length).map(({ name }) => name));
  const root = settings.root ?? code?.root;
  const fast =
    code === undefined
      ? undefined
      : { distribution: "{{ .remote_package_path }}", destination: code.destination ?? "/app" };
  const serialized = serialize(all, { ...rest, ...OPEN, image, images, root, fast }, options);
  if (serialized.length === 0) {
    throw packErrors.PACKAGE_EMPTY({ what: "the given entities are registered elsewhere" });
  }
  assertImages(serialized);
  return plansAfterWorkflows(serialized, defaults);
}

interface Parts {
  readonly settings: PackageSettings;
  readonly archive: CodeArchive | undefined;
  readonly images: readonly string[];
  readonly autoActivate: readonly string[];
}

function autoActiveIn(roots: readonly Entity[]): readonly string[] {
  const plans = entitiesOf(roots).filter(isLaunchPlan);
  return plans.flatMap(({ name, autoActivate }) => (autoActivate ? [name] : []));
}

async function packed(
  serialized: readonly SerializedEntity[],
  { settings, archive, images, autoActivate }: Parts,
): Promise<EntityPackage> {
  const version = settings.version ?? contentVersion(membersOf(serialized, { ids: "empty" }, ""), archive);
  const members = membersOf(serialized, settings, version);
  const entries = members.map(({ name, bytes }) => ({ path: name, content: bytes }));
  const code = archive === undefined ? [] : [{ path: archive.name, content: archive.bytes }];
  const bytes = await archiveOf([...entries, ...code]);
  const made = { bytes, version, members, autoActivate, images };
  return { ...made, ...(archive === undefined ? {} : { code: codeOf(archive) }) };
}

function membersOf(
  serialized: readonly SerializedEntity[],
  settings: Pick<PackageSettings, "ids" | "project" | "domain">,
  version: string,
): readonly PackageMember[] {
  const registration = registered(settings, version);
  return serialized.map((entity, index) => {
    const { kind, id } = entity;
    const name = memberName({ kind, name: id.name }, index, serialized.length);
    const bytes = messageBytes(entity, registration);
    return { name, kind, id: { ...id, ...registration.ids }, bytes };
  });
}

function codeOf({ name, digest, bytes, files }: CodeArchive): PackagedCode {
  return { name, digest, bytes, size: bytes.length, files };
}
