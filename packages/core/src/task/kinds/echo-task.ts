import { atCaller } from "../../errors/at-caller.js";
import * as errors from "../../errors.js";
import type { Shape } from "../../types/infer.js";
import { isPlainObject } from "../../words/plain-object.js";
import type { TaskDeclaration } from "../task-entity.js";
import { type TemplateTask, templateTask } from "../template-task.js";

/** The declaration of an echo task: the output has the type of the one input. */
export interface EchoTaskDeclaration<I> extends Omit<
  TaskDeclaration<I, undefined>,
  "output" | "outputs" | "retry"
> {}

/**
 * Declare a task that gives back its input. The engine of the cluster runs it, so it needs no container: it is for tests
 * and for measuring what a node costs.
 *
 * It has at most one input: the engine refuses more.
 *
 * @throws what `task` throws.
 * @example
 * const echo = echoTask({ name: "echo", inputs: { x: t.int() } });
 */
export function echoTask<const I extends Shape = {}>(
  declaration: EchoTaskDeclaration<I>,
): TemplateTask<I, EchoOutput<I>> {
  return atCaller(echoTask, () => {
    const [name, ...more] = inputNames(declaration);
    if (more.length > 0) throw tooMany(declaration, [name ?? "", ...more]);
    const type: unknown = name === undefined ? undefined : Reflect.get(declaration.inputs as object, name);
    const whole = type === undefined ? declaration : { ...declaration, output: type };
    const fn = (values: never): unknown => (name === undefined ? undefined : Reflect.get(values, name));
    return templateTask<I, never>(whole as TaskDeclaration<I, never>, {
      words: "echo task",
      callee: echoTask,
      fn,
      template: () => ({ type: "echo", target: "none" }),
    }) as unknown as TemplateTask<I, EchoOutput<I>>;
  });
}

/** The output of an echo task: its input, or nothing. */
export type EchoOutput<I extends Shape> = [keyof I] extends [never] ? undefined : I[keyof I];

function inputNames(declaration: unknown): readonly string[] {
  const inputs = isPlainObject(declaration) ? declaration["inputs"] : undefined;
  return isPlainObject(inputs) ? Object.keys(inputs) : [];
}

function tooMany({ name }: { readonly name: string }, names: readonly string[]): Error {
  return errors.OPTION_INVALID({
    at: `echo task ${name}`,
    option: "inputs",
    wanted: "one input",
    given: names,
    inWords: `${names.length} inputs`,
    advice: "The engine's plugin takes one variable. Declare an echo task for each input.",
  });
}
