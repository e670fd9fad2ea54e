import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import { inspectedObject, inspectEntity } from "../../entities/inspected-entity.js";
import { serializedJson } from "../../packaging/message-json.js";
import { findInProject } from "./find.js";
import { printInspected } from "./print-inspected.js";
import type { inspectSpec } from "./spec.js";

/** `tsflyte inspect` */
export const inspect: Action<typeof inspectSpec> = async ({ arguments: { FILE, ENTITY }, options }, cli) => {
  const { out, host } = cli;
  if (options.remote === true)
    return await (await import("./inspect-on-cluster.js")).inspectOnCluster(FILE, ENTITY, { options, cli });
  const { project, found } = await findInProject(FILE, ENTITY, cli);
  const inspected = inspectEntity(found, project);
  if (options.idl !== true) {
    out.object(inspectedObject(inspected));
    printInspected(inspected, { out, cwd: host.cwd });
    return ExitCode.Success;
  }
  const { message, entity } = inspected;
  if (message === undefined) {
    out.warn(`The ${entity.kind} ${entity.name} is registered elsewhere, so it has no message here.`);
    return ExitCode.Failure;
  }
  const json = serializedJson(message);
  out.object({ kind: message.kind, name: message.id.name, message: json });
  out.write(`${JSON.stringify(json, undefined, 2)}\n`);
  return ExitCode.Success;
};
