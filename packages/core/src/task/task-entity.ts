import { type Entity, isEntity } from "../entity/entity.js";
import { createInterface } from "../entity/interface.js";
import { assertNamed, assertText } from "../options/options.js";
import { atCaller } from "../errors/at-caller.js";
import { type TaskOptions, type TaskSettings, toTaskSettings } from "../settings/task-settings.js";
import { placeOfDeclaration, placeOfModule } from "../source/source-location.js";
import type { Declared, OutSpec, Shape } from "../types/infer.js";
import { tellDeclared } from "../entity/declared-tasks.js";
import type { TaskContext } from "./task-context.js";
import type { TaskHooks } from "./task-hooks.js";
import type { TemplateOf } from "./template.js";

/** A task without its TypeScript types, for compilers and executors. */
export interface TaskEntity extends Entity {
  readonly kind: "task";
  readonly settings: TaskSettings;
  /** The author's function; undefined if only a cluster can run the task. */
  readonly fn: ((inputs: never, context: TaskContext) => unknown) | undefined;
  /** Makes the parts of the template that are special to this kind of task; undefined for plain function tasks. */
  readonly template?: TemplateOf | undefined;
  /** What the kind of task does around the function; undefined for nothing. */
  readonly hooks?: TaskHooks | undefined;
  /** Whether containers of the task get the settings of its registration, because it makes tasks itself. */
  readonly carriesSettings?: true | undefined;
  /** What only a task has that starts other entities while it runs. */
  readonly eager?: EagerParts | undefined;
}

/** How a task starts other entities while it runs. Flyte knows such a task by `is_eager`. */
export interface EagerParts {
  /** The author's function. Its text tells two such tasks of one name apart. */
  readonly body: (inputs: never, context: never) => unknown;
  /** What it may start. They are registered with it, and a container finds them through it. */
  readonly uses: readonly Entity[];
}

/** A task's declaration. */
export interface TaskDeclaration<I, O> extends Declared<I, O>, TaskOptions {
  /** `import.meta.url` of the file that declares the task, if the call stack does not show it. */
  readonly module?: string | undefined;
}

/** How a wrapper describes the tasks that it makes. */
export interface TaskKind extends TaskHooks {
  /** The kind of task in words, for messages: `container task`. */
  readonly words: string;
  /** The function that the author called. The task is declared at the line of its caller. */
  readonly callee: (...args: never[]) => unknown;
  /** The function for local runs and unit tests. */
  readonly fn?: TaskEntity["fn"];
  readonly template?: TemplateOf | undefined;
  /** Whether containers of such tasks get the settings of the registration, as a dynamic needs to make tasks. */
  readonly carriesSettings?: true | undefined;
  /** For tasks that start other entities while they run: what they may start. */
  readonly eager?: EagerParts | undefined;
  /** Names of the declaration's options that only this kind of task has. */
  readonly options?: readonly string[] | undefined;
}

const KNOWN: readonly string[] = (
  "name inputs output outputs module retries retry timeout interruptible cache isolation resources image environment " +
  "accelerator sharedMemory podTemplate secrets runAs deck config custom deprecated docs"
).split(" ");

/**
 * Make a task of any kind that is not callable yet. `functionTask` and `templateTask` make it callable.
 *
 * @throws what `task` throws.
 */
export function toTaskEntity<I, O>(declaration: TaskDeclaration<I, O>, kind: TaskKind): TaskEntity {
  const { words, callee, fn, template, before, after, options = [] } = kind;
  // Whoever runs a task without a function of ours sees none of its errors.
  const known = template !== undefined && fn === undefined ? KNOWN.filter((each) => each !== "retry") : KNOWN;
  const at = assertNamed(declaration, new Set([...known, ...options]), words);
  const { name, module } = declaration;
  assertText(module, "module", at);
  const declared = createInterface(declaration as Declared<Shape, OutSpec>, words);
  const task: TaskEntity = {
    kind: "task",
    name,
    interface: declared,
    definedAt: module === undefined ? placeOfDeclaration(callee, atCaller) : placeOfModule(module),
    settings: toTaskSettings(declaration, new Set(declared.inputNames), at),
    fn,
    template,
    ...(before === undefined && after === undefined ? {} : { hooks: { before, after } }),
    ...(kind.carriesSettings === true ? { carriesSettings: true } : {}),
    ...(kind.eager === undefined ? {} : { eager: kind.eager }),
  };
  tellDeclared(task);
  return task;
}

/** Whether a value is a task, of this copy of the package or another. */
export function isTask(value: unknown): value is TaskEntity {
  return isEntity(value) && value.kind === "task";
}
