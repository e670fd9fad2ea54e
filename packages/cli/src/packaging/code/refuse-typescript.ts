import type { Entity } from "@flytekit-ts/core/graph";
import { serialize } from "@flytekit-ts/workflow/serialize";
import type { Project } from "../../config/project.js";
import { packagingErrors } from "../../errors/packaging-errors.js";
import { serializationSettings } from "../images/serialization-settings.js";

const TYPESCRIPT = /\.[cm]?tsx?$/;

/**
 * Refuse tasks that containers would load from TypeScript: whether they can depends on the image. `allow` lets it pass.
 *
 * @throws `MODULE_IS_TYPESCRIPT`, and what `serialize` throws
 */
export function refuseTypeScript(
  entities: readonly Entity[],
  project: Project,
  code: "files" | "image",
): void {
  const { allow = [], resolver } = project.settings;
  // A resolver of one's own finds tasks in its own way.
  if (resolver?.location !== undefined) return;
  if (allow.includes("MODULE_IS_TYPESCRIPT")) return;
  const byModule = new Map<string, string[]>();
  const settings = serializationSettings(project);
  for (const { kind, message, id } of serialize(entities, settings, { allow, onWarning: () => undefined })) {
    const target = kind === "task" ? message.template?.target : undefined;
    if (target?.$case !== "container") continue;
    const { args } = target.value;
    const module = args[args.indexOf("task-module") + 1];
    if (!args.includes("task-module") || module === undefined || !TYPESCRIPT.test(module)) continue;
    byModule.set(module, [...(byModule.get(module) ?? []), id.name]);
  }
  for (const [module, tasks] of byModule) throw packagingErrors.MODULE_IS_TYPESCRIPT({ module, tasks, code });
}
