import { IDL_VERSION } from "@flytekit-ts/models";
import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { VERSION } from "../../version.js";
import type { versionSpec } from "./spec.js";

/** `tsflyte version` */
export const version: Action<typeof versionSpec> = async (_given, { out }) => {
  const versions = { tsflyte: VERSION, idl: IDL_VERSION, node: process.versions.node };
  const { tsflyte, idl, node } = versions;
  for (const line of [`tsflyte ${tsflyte}`, `flyteidl ${idl}`, `node ${node}`]) out.print(line);
  out.object(versions);
  return ExitCode.Success;
};
