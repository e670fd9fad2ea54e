import type { Bound, OutSpec, Shape, TaskDeclaration, Values } from "@flytekit-ts/core";
import { atCaller, coreErrors } from "@flytekit-ts/core/errors";
import { type Callable, createCallable, type Entity, isEntity } from "@flytekit-ts/core/graph";
import { assertFunction, type Exact, toTaskEntity } from "@flytekit-ts/core/tasks";
import type { DynamicEntity } from "./dynamic-entity.js";

/** A task whose body makes nodes when it runs, and so knows the values of its inputs. */
export interface Dynamic<I extends Shape, O> extends Callable<I, O>, DynamicEntity {
  readonly kind: "task";
  readonly "~unmapped": "a dynamic cannot be mapped: call it with the whole list, its body may loop over the values";
}

/** The declaration of a dynamic. */
export interface DynamicDeclaration<I, O> extends TaskDeclaration<I, O> {
  /** Entities that the body calls. Only those that no other workflow uses are needed here. */
  readonly uses?: readonly Entity[] | undefined;
}

/**
 * Declare a task whose body makes nodes like the body of a workflow, but runs when the task runs and gets values.
 *
 * So the number of nodes may depend on data. The body may return values, promises, and lists and maps of both.
 *
 * @throws what `task` throws.
 * @example
 * const grow = dynamic({ name: "grow", inputs: { n: t.int() }, output: t.list(t.int()), uses: [square] }, ({ n }) =>
 *   Array.from({ length: n }, (_, x) => square({ x })),
 * );
 */
export function dynamic<
  const I extends Shape = {},
  const O extends OutSpec = undefined,
  R extends Bound<O> = Bound<O>,
>(declaration: DynamicDeclaration<I, O>, body: (values: Values<I>) => R & Exact<R, O>): Dynamic<I, O> {
  return atCaller(dynamic, () => {
    const kind = { words: "dynamic", callee: dynamic, carriesSettings: true, options: ["uses"] } as const;
    const entity = toTaskEntity(declaration, kind);
    const at = `dynamic ${entity.name}`;
    assertFunction(body, at);
    const uses = assertUses(declaration.uses, at);
    const whole: DynamicEntity = { ...entity, dynamic: Object.freeze({ body, uses }) };
    return createCallable<I, O, DynamicEntity>(whole) as unknown as Dynamic<I, O>;
  });
}

function assertUses(uses: unknown = [], at: string): readonly Entity[] {
  const refuse = (given: unknown): never => {
    const advice = "List what `task(...)` and the like returned: `uses: [square]`.";
    throw coreErrors.OPTION_INVALID({ at, option: "uses", wanted: "a list of entities", given, advice });
  };
  if (!Array.isArray(uses)) return refuse(uses);
  return Array.from(uses, (each: unknown) => (isEntity(each) ? each : refuse(each)));
}
