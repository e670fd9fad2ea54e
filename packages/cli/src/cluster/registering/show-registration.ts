import type { Registration, RegistrationEvent } from "@flytekit-ts/remote";
import type { Output } from "../../command/output.js";
import { entityWords } from "../../entities/shown-name.js";
import { bytesText } from "../../values/words.js";

/** Show the steps of a registration while they happen. */
export function registrationProgress(out: Output, isDry = false): (event: RegistrationEvent) => void {
  return (event) => {
    switch (event.kind) {
      case "prepared":
        // What is not sent is listed at the end.
        return isDry
          ? undefined
          : out.note(`Registering ${count(event.entities)} in version ${event.version}`);
      case "uploaded":
        return out.note(`Uploaded the code: ${bytesText(event.code.bytes)}`);
      case "registered": {
        const { kind, id, outcome } = event.entity;
        out.object({
          kind: "registered",
          ...entityJson({ kind, id }),
          outcome,
          done: event.done,
          total: event.total,
        });
        return out.print(`${markOf(outcome, out)} ${entityWords(kind, id.name)}${wordsOf(outcome, out)}`);
      }
      case "activated":
        out.object({ kind: "activated", ...entityJson({ kind: "launch-plan", id: event.id }) });
        return out.print(`${markOf("created", out)} launch plan ${event.id.name} is active`);
    }
  };
}

/** Say what a registration did. */
export function showRegistration(
  { project, domain, version, entities, activated, code }: Registration,
  { out, consoleUrl }: { readonly out: Output; readonly consoleUrl: string },
): void {
  const numbers = { created: 0, unchanged: 0, planned: 0 };
  for (const { outcome } of entities) numbers[outcome] += 1;
  out.object({
    kind: "registration",
    ...{ project, domain, version, ...numbers },
    activated: activated.map(({ name }) => name),
    code: code && { ...code },
    consoleUrl,
  });
  const place = `${project}/${domain}`;
  if (numbers.planned > 0) {
    for (const { kind, id } of entities) out.print(`  ${entityWords(kind, id.name)}`);
    return out.print(
      `Would register ${count(numbers.planned)} in version ${version} in ${place}; nothing was sent.`,
    );
  }
  const same =
    numbers.unchanged === 0
      ? ""
      : `; ${numbers.unchanged} ${numbers.unchanged === 1 ? "was" : "were"} there already`;
  out.print(`Registered ${count(numbers.created)} in version ${version} in ${place}${same}.`);
  out.note(consoleUrl);
}

function entityJson({ kind, id }: Pick<Registration["entities"][number], "kind" | "id">) {
  const { project, domain, name, version } = id;
  return { entity: { kind, project, domain, name, version } };
}

function count(entities: number): string {
  return `${entities} ${entities === 1 ? "entity" : "entities"}`;
}

function markOf(outcome: string, { paint }: Output): string {
  return outcome === "unchanged" ? paint("dim", "=") : paint("green", "✓");
}

function wordsOf(outcome: string, { paint }: Output): string {
  return outcome === "unchanged" ? paint("dim", " was there already") : "";
}
