import type { Interface, SourceLocation } from "@flytekit-ts/core/graph";
import type { JsonValue } from "../command/output.js";
import type { ProjectEntity } from "../project/project-entities.js";
import { literalJson } from "../values/literal-json.js";
import { typeName } from "./type-name.js";
import { isRequired } from "./interface-words.js";

type RuntimeType = Interface["inputs"] extends ReadonlyMap<string, infer T> ? T : never;

/** An entity as `--json` prints it. */
export interface EntityObject {
  readonly [key: string]: JsonValue | undefined;
  readonly kind: string;
  readonly name: string;
  readonly export: string;
  readonly file: string;
  readonly line: number | undefined;
  readonly column: number | undefined;
}

/** What is said of an entity in lists: its names, its place, and its inputs and outputs with their types in words. */
export function entityObject({ export: exported, entity, file }: ProjectEntity): EntityObject {
  const { kind, name, interface: declared } = entity;
  const place = locationOf(entity, file);
  return {
    ...{ kind, name, export: exported },
    ...{ file: place.file, line: place.line, column: place.column },
    ...interfaceObject(declared),
  };
}

/** Inputs and outputs with their types in words. */
export function interfaceObject({ inputs, outputs }: Pick<Interface, "inputs" | "outputs">): {
  readonly inputs: JsonValue;
  readonly outputs: JsonValue;
} {
  return {
    inputs: [...inputs].map(([input, type]) => inputObject(input, type)),
    outputs: [...outputs].map(([output, type]) => ({
      name: output,
      type: typeName(type.transformer),
      description: type.description,
    })),
  };
}

/** Where an entity is declared; if that is not known, the module that exports it. */
export function locationOf(
  { definedAt }: Pick<ProjectEntity["entity"], "definedAt">,
  file: string,
): Partial<SourceLocation> & { readonly file: string } {
  return definedAt.location ?? { file };
}

function inputObject(name: string, type: RuntimeType): { readonly [key: string]: JsonValue | undefined } {
  const { transformer, default: fallback, description } = type;
  return {
    name,
    type: typeName(transformer),
    required: isRequired(type),
    default: fallback === undefined ? undefined : literalJson(transformer.toLiteral(fallback.value)),
    description,
  };
}
