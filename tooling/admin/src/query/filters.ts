import { invalidValue, refused } from "../serving/refusal.js";
import type { ColumnKind } from "./columns.js";
import { readDuration } from "./durations.js";
import { ENTITIES, type Entity, type EntityName, JOINED } from "./entities.js";
import { isOperator, type Operator } from "./operators.js";

/** One condition of a filter: `eq(workflow.version,v1)`. */
export interface Filter {
  readonly entity: EntityName;
  readonly column: string;
  readonly kind: ColumnKind;
  readonly operator: Operator;
  /** More than one where semicolons separate them. */
  readonly values: readonly string[];
}

// Greedy, so that the value starts after the last comma.
const CONDITION = /(.+)\((.+),\s?(.+)\)/;

/**
 * The conditions of a text like `eq(version,v1)+contains(name,garden)`, for a list of entities of a kind. None if it is empty.
 *
 * @throws Refusal INVALID_ARGUMENT, as flyteadmin refuses it.
 */
export function parseFilters(text: string, primary: EntityName): readonly Filter[] {
  return text === "" ? [] : text.split("+").map((condition) => parseCondition(condition, primary));
}

function parseCondition(text: string, primary: EntityName): Filter {
  const [, name, field, value] = CONDITION.exec(text) ?? [];
  if (name === undefined || field === undefined || value === undefined) throw invalidValue("filters");
  const { entity, column } = fieldOf(field, primary);
  const { letter, columns }: Entity = ENTITIES[entity];
  if (!JOINED[primary].includes(entity))
    throw refused.invalid(`'${letter}' entity is not allowed in filters`);
  const kind = columns[column];
  if (kind === undefined) throw refused.invalid(`'${letter}.${column}' is invalid filter`);
  const values = value.split(";").map((each) => (kind === "duration" ? String(readDuration(each)) : each));
  if (!isOperator(name)) throw refused.invalid(`unrecognized filter function: ${name}`);
  return { ...storedAs(entity, column), kind, operator: name, values };
}

const OF_EXECUTION: readonly string[] = ["project", "domain", "name"];

/** Where the database has what a filter speaks of: flyteadmin sends some columns elsewhere. */
function storedAs(entity: EntityName, column: string): Pick<Filter, "entity" | "column"> {
  if (entity === "adminTag") return { entity: "executionTag", column: column === "name" ? "key" : column };
  // Meant for executions, this also hides the name of the task of an attempt.
  if (entity === "taskExecution" && OF_EXECUTION.includes(column))
    return { entity, column: `execution_${column}` };
  return { entity, column };
}

function fieldOf(field: string, primary: EntityName): { entity: EntityName; column: string } {
  for (const name of Object.keys(ENTITIES) as EntityName[]) {
    const { prefix }: Entity = ENTITIES[name];
    if (prefix !== undefined && field.startsWith(`${prefix}.`))
      return { entity: name, column: field.slice(prefix.length + 1) };
  }
  return { entity: primary, column: field };
}
