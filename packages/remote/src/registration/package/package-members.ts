import { registrationErrors as errors } from "../../errors/registration-errors.js";
import type { RegistrablePackage } from "../terms/register-settings.js";
import { readArchive } from "./read-archive.js";

/** The files of a package: messages in the order of registration, and perhaps code. */
export interface PackageFiles {
  readonly members: RegistrablePackage["members"];
  readonly code: { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

const MEMBER = /_[123]\.pb$/;
const CODE = /^fast.*\.tar\.gz$/;

/** The files of a package. @throws `PACKAGE_INVALID` for what `flytectl register files` refuses */
export function packageFiles({ bytes, members, code }: RegistrablePackage): PackageFiles {
  if (code === undefined) return { members, code: undefined };
  const found = readArchive(bytes).get(code.name);
  if (found !== undefined) return { members, code: { name: code.name, bytes: found } };
  throw errors.PACKAGE_INVALID({ problem: `its archive has no file ${JSON.stringify(code.name)}` });
}

/** The files of a package's archive, such as the one that `pyflyte package` writes. @throws `PACKAGE_INVALID` */
export function archiveFiles(archive: Uint8Array): PackageFiles {
  const files = [...readArchive(archive)];
  const codes = files.filter(([name]) => CODE.test(name)).map(([name, bytes]) => ({ name, bytes }));
  const members = files
    .filter(([name]) => MEMBER.test(name))
    .map(([name, bytes]) => ({ name, bytes }))
    .toSorted((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const other = files.find(([name]) => !CODE.test(name) && !MEMBER.test(name));
  if (other !== undefined) {
    throw errors.PACKAGE_INVALID({ member: other[0], problem: "it is neither a message nor code" });
  }
  if (codes.length > 1) throw errors.PACKAGE_INVALID({ problem: "it has several archives of code" });
  return { members, code: codes[0] };
}
