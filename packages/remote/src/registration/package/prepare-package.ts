import { coreErrors } from "@flytekit-ts/core/errors";
import { assertOptions } from "@flytekit-ts/core/tasks";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import type { Connection } from "../../connection/connection.js";
import { scopeOf } from "../../entities/ids/scope.js";
import { registrationErrors as errors } from "../../errors/registration-errors.js";
import { upload } from "../../transfer/upload.js";
import { entityKey } from "../messages/entity-key.js";
import { assertIds } from "../messages/assert-ids.js";
import type { Prepared, UploadedCode } from "../terms/prepared.js";
import { OPTIONS } from "../terms/assert-options.js";
import type { RegisterPackageOptions, RegistrablePackage } from "../terms/register-settings.js";
import { decodeMember } from "./decode-member.js";
import { needsCode, withCode } from "./fill-code.js";
import { hydrate } from "./hydrate.js";
import { archiveFiles, packageFiles, type PackageFiles } from "./package-members.js";

const AT = "remote.register";
const KNOWN: ReadonlySet<string> = new Set([...OPTIONS, "destination"]);

/** What a package registers. @throws `PACKAGE_INVALID`, `OPTION_INVALID`, `OPTION_UNKNOWN` */
export function preparePackage(
  connection: Connection,
  given: RegistrablePackage | Uint8Array,
  options: RegisterPackageOptions,
): Prepared {
  assertOptions(options, KNOWN, AT);
  const { destination = "." } = options;
  if (typeof destination !== "string" || destination === "") {
    throw coreErrors.OPTION_INVALID({
      at: AT,
      option: "destination",
      wanted: "the path of a folder",
      given: destination,
    });
  }
  const scope = scopeOf(connection.config, options, AT);
  const version = options.version ?? (given instanceof Uint8Array ? undefined : given.version);
  if (typeof version !== "string" || version === "") {
    throw coreErrors.OPTION_INVALID({ at: AT, option: "version", wanted: "a version", given: version });
  }
  const files = given instanceof Uint8Array ? archiveFiles(given) : packageFiles(given);
  const entities = entitiesOf(files, { ...scope, version });
  const { code } = files;
  const autoActive = new Set(given instanceof Uint8Array ? [] : given.autoActivate);
  const prepared = { ...scope, version, entities, autoActive };
  if (code === undefined) return prepared;
  const uploadCode = async (): Promise<UploadedCode> => {
    const uploaded = await upload(connection, code.bytes, {
      ...scope,
      name: code.name,
      signal: options.signal,
    });
    const place = { uri: uploaded.uri, destination };
    return { code: uploaded, entities: entities.map((each) => withCode(each, place)) };
  };
  return { ...prepared, uploadCode };
}

function entitiesOf(
  { members, code }: PackageFiles,
  place: Parameters<typeof hydrate>[1],
): readonly SerializedEntity[] {
  if (members.length === 0) throw errors.PACKAGE_INVALID({ problem: "it has no entities" });
  const seen = new Set<string>();
  return members.map((member) => {
    const { name } = member;
    const entity = decodeMember(member);
    hydrate(entity, place, name);
    assertIds(entity, name);
    const key = entityKey(entity.id);
    if (seen.has(key))
      throw errors.PACKAGE_INVALID({ member: name, problem: "its entity is in the package twice" });
    seen.add(key);
    if (code === undefined && needsCode(entity)) {
      throw errors.PACKAGE_INVALID({ member: name, problem: "it needs code, and the package has none" });
    }
    return entity;
  });
}
