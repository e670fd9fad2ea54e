import type { Signal } from "@flytekit-ts/core/storage";
import { LaunchPlanSpec } from "@flytekit-ts/models/admin";
import { TaskTemplate, type WorkflowTemplate, WorkflowTemplate as Template } from "@flytekit-ts/models/core";
import type { SerializedEntity } from "@flytekit-ts/workflow";
import type { Connection } from "../../connection/connection.js";
import type { Difference } from "../../errors/parts/difference.js";
import { compareJson } from "./compare-json.js";
import { areReadable, parseDifferences } from "./parse-differences.js";
import { plainTemplate } from "./plain-template.js";

/**
 * Where an entity differs from what is registered under its identifier.
 *
 * flyteadmin's own words are taken where they name single fields. For workflows it compares with nothing, and calls
 * everything new; then, and where a value is printed as a Go program holds it, the entity is fetched and compared here.
 */
export async function differencesOf(
  connection: Connection,
  entity: SerializedEntity,
  { said, signal }: { readonly said: string; readonly signal: Signal | undefined },
): Promise<readonly Difference[]> {
  const told = parseDifferences(said);
  if (entity.kind !== "workflow" && areReadable(told)) return told;
  try {
    const found = await fetchedDifferences(connection, entity, signal);
    return found.length > 0 ? found : told;
  } catch {
    // This only makes a failure readable: the words of the server are better than a second failure.
    return told;
  }
}

/** Where an entity differs from what is registered, fetched and compared here. */
export async function fetchedDifferences(
  { admin }: Connection,
  { kind, id, message }: SerializedEntity,
  signal: Signal | undefined,
): Promise<readonly Difference[]> {
  // Registrations that go well need no JSON.
  const { toJson } = await import("@flytekit-ts/models/json");
  const templateJson = (template: WorkflowTemplate | undefined): unknown =>
    template && toJson(Template, plainTemplate(template));
  const byName = (templates: readonly WorkflowTemplate[]): unknown =>
    Object.fromEntries(templates.map((each) => [each.id?.name ?? "", templateJson(each)]));
  if (kind === "task") {
    const { closure } = await admin.getTask({ id }, { signal });
    const template = closure?.compiledTask?.template;
    return compareJson(
      { template: template && toJson(TaskTemplate, template) },
      {
        template: message.template && toJson(TaskTemplate, { ...message.template, id }),
      },
    );
  }
  if (kind === "launch-plan") {
    const { spec } = await admin.getLaunchPlan({ id }, { signal });
    const [was, is] = [spec, message.spec].map((each) => each && toJson(LaunchPlanSpec, each));
    return compareJson(was, is);
  }
  const { closure } = await admin.getWorkflow({ id }, { signal });
  const compiled = closure?.compiledWorkflow;
  return compareJson(
    {
      template: templateJson(compiled?.primary?.template),
      subWorkflows: byName(compiled?.subWorkflows.flatMap(({ template }) => template ?? []) ?? []),
    },
    { template: templateJson(message.template), subWorkflows: byName(message.subWorkflows) },
  );
}
