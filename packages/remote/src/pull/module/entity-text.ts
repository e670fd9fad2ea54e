import { docComment, lineComments, quoted } from "../text/quoted.js";
import { objectText, type Property } from "../text/object-text.js";
import type { Typed } from "../typed/typed.js";
import type { ReadEntity } from "./read-entity.js";

const MAKERS = { task: "referenceTask", "launch-plan": "referenceLaunchPlan" } as const;

/** The declaration of a reference. */
export function entityText(name: string, { entity, inputs, outputs }: ReadEntity): string {
  const { kind, project, domain, version, description } = entity;
  const options: Property[] = [
    ...Object.entries({ project, domain, name: entity.name, version }).map(([key, value]) => {
      return { name: key, code: quoted(value) };
    }),
    ...(inputs.size === 0 ? [] : [{ name: "inputs", code: variablesText(inputs) }]),
    ...outputsText(outputs),
  ];
  const doc = docComment(description.trim() === "" ? `${entity.name} ${version}` : description);
  return `${doc}export const ${name} = ${MAKERS[kind]}(${objectText(options)});\n`;
}

function variablesText(variables: ReadonlyMap<string, Typed>): string {
  return objectText([...variables].map(([name, made]) => propertyOf(name, made)));
}

// One output without a name of its own is the result itself.
function outputsText(outputs: ReadonlyMap<string, Typed>): readonly Property[] {
  const bare = outputs.size === 1 ? outputs.get("o0") : undefined;
  if (bare !== undefined) return [propertyOf("output", bare)];
  return outputs.size === 0 ? [] : [{ name: "outputs", code: variablesText(outputs) }];
}

function propertyOf(name: string, { code, notes }: Typed): Property {
  return { name, code, before: lineComments(notes) };
}
