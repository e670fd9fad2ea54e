import {
  type OutSpec,
  type Shape,
  type TaskDeclaration,
  type TaskFunction,
  type TemplateTask,
  templateTask,
} from "@flytekit-ts/core/tasks";

export interface QueryDeclaration<I extends Shape, O> extends TaskDeclaration<I, O> {
  readonly warehouse: string;
  readonly query: string;
  /** Answers the query in local runs. Without it, a local run needs a mock. */
  readonly local?: TaskFunction<I, O>;
}

/** Declare a query that the warehouse plugin of the cluster runs. */
export function queryTask<const I extends Shape = {}, const O extends OutSpec = undefined>(
  declaration: QueryDeclaration<I, O>,
): TemplateTask<I, O> {
  return templateTask<I, O>(declaration, {
    words: "query task",
    callee: queryTask,
    options: ["warehouse", "query", "local"],
    fn: declaration?.local,
    template: () => ({
      type: "acme_query",
      target: "none",
      custom: { warehouse: declaration.warehouse, query: declaration.query },
    }),
  });
}
