import { assertEntityName } from "../../options/names.js";
import { hidden } from "../../options/options.js";
import { atCaller } from "../../errors/at-caller.js";
import * as errors from "../../errors.js";
import { SqlDialect } from "../../literals/idl-enums.js";
import type { OutSpec, Shape } from "../../types/infer.js";
import { isPlainObject } from "../../words/plain-object.js";
import type { TaskDeclaration } from "../task-entity.js";
import { type TemplateTask, templateTask } from "../template-task.js";

/** The declaration of a query. */
export interface SqlTaskDeclaration<I, O> extends Omit<TaskDeclaration<I, O>, "retry"> {
  /** The task type of the plugin that runs the query, such as `bigquery_query_job_task` or `snowflake`. */
  readonly type: string;
  /** The query. The plugin replaces `{{ .inputs.day }}` with the value of the input `day`. */
  readonly query: string;
  /** The dialect of the query; it is not said by default. */
  readonly dialect?: "ansi" | "hive" | "other" | undefined;
}

/** A query that a plugin of the backend runs. */
export interface SqlTask<I extends Shape, O> extends TemplateTask<I, O> {
  readonly fn: undefined;
}

const DIALECTS = new Map<unknown, (typeof SqlDialect)[keyof typeof SqlDialect]>([
  [undefined, SqlDialect.UNDEFINED],
  ["ansi", SqlDialect.ANSI],
  ["hive", SqlDialect.HIVE],
  ["other", SqlDialect.OTHER],
]);

/**
 * Declare a query, which a plugin of the backend runs: settings of the plugin are in `config` and `custom`.
 *
 * Each input must be in the query, and the query may name no others. The text is sent as it is, without blanks around it.
 * The task has no function: it runs on a cluster, and local runs need a mock.
 *
 * @throws what `task` throws.
 * @example
 * const sales = sqlTask({
 *   name: "sales", type: "bigquery_query_job_task", inputs: { day: t.string() }, output: t.dataset(),
 *   query: "SELECT * FROM sales WHERE day = '{{ .inputs.day }}'", custom: { ProjectID: "shop", Location: "EU" },
 * });
 */
export function sqlTask<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: SqlTaskDeclaration<I, O>,
): SqlTask<I, O> {
  return atCaller(sqlTask, () => {
    assertQuery(declaration);
    const { type, query, dialect } = declaration;
    const statement = query.trim();
    const value = { statement, dialect: DIALECTS.get(dialect) ?? SqlDialect.UNDEFINED };
    return templateTask<I, O>(declaration, {
      words: "SQL task",
      callee: sqlTask,
      options: ["type", "query", "dialect"],
      template: () => ({ type, target: { $case: "sql", value } }),
    }) as SqlTask<I, O>;
  });
}

function assertQuery(declaration: unknown): void {
  const given = isPlainObject(declaration) ? declaration : {};
  const { name, type, query, dialect } = given;
  assertEntityName(name, "SQL task");
  const at = `SQL task ${name}`;
  const refuse = (option: string, wanted: string, advice: string): never => {
    throw errors.OPTION_INVALID({ at, option, wanted, ...hidden(given[option]), advice });
  };
  if (typeof type !== "string" || type.trim() === "")
    refuse("type", "the task type of a plugin", 'Name the plugin of your cluster: `type: "snowflake"`.');
  if (typeof query !== "string" || query.trim() === "")
    return refuse("query", "the text of a query", 'Write the query: `query: "SELECT 1"`.');
  if (!DIALECTS.has(dialect))
    refuse("dialect", '"ansi", "hive" or "other"', "Leave `dialect` out if the plugin knows it.");
  const inputs = isPlainObject(given["inputs"]) ? Object.keys(given["inputs"]) : [];
  const named = [...query.matchAll(/\{\{\s*\.inputs\.(\w+)\s*\}\}/gi)].map(([, input = ""]) => input);
  const unknown = named.find((each) => !inputs.includes(each));
  const unused = inputs.find((each) => !named.includes(each));
  if (unknown === undefined && unused === undefined) return;
  const inWords = unknown === undefined ? `no \`{{ .inputs.${unused} }}\`` : `\`{{ .inputs.${unknown} }}\``;
  const known = inputs.length === 0 ? "There are no inputs" : `The inputs are ${inputs.join(", ")}`;
  const advice = `${known}: use each of them as \`{{ .inputs.name }}\`, and declare what the query needs.`;
  const wanted = "a query with the inputs of the task";
  throw errors.OPTION_INVALID({ at, option: "query", wanted, given: inWords, inWords, advice });
}
