import type {
  ExactTaskFunction,
  OutSpec,
  Returned,
  Shape,
  TaskContext,
  Typed,
  Values,
} from "@flytekit-ts/core";
import { atCaller, coreErrors, describeValue } from "@flytekit-ts/core/errors";
import { assertOptions } from "@flytekit-ts/core/tasks";
import { errors } from "../errors.js";
import { mock, type Mockable } from "../mocks/mock.js";
import type { InterceptedAttempt, WatchedMock } from "../scope/interceptor.js";

/** One call of a mock. */
export interface MockCall<I extends Shape> {
  readonly inputs: Values<I>;
  readonly runId: string;
  /** The path of the node, as in events. */
  readonly node: string;
  /** The index of the item, if the node is an item of a map. */
  readonly item: number | undefined;
  /** 0 for the first attempt. */
  readonly attempt: number;
}

/** A mock that keeps its calls. */
export interface CountingMock<I extends Shape> extends WatchedMock {
  /** The calls so far, of all runs that the mock was given to, in order. */
  readonly calls: readonly MockCall<I>[];
  /** How many calls there were. */
  readonly times: number;
}

/** Options of a mock that keeps its calls. */
export interface MockedOptions {
  /** A run that did not call the mock fails, unless this is `"allowed"`. */
  readonly unused?: "allowed" | undefined;
}

// A value instead of a function: what the entity would return.
type ExactReturned<O, R> = R extends (...args: never[]) => unknown ? never : R & Returned<O>;

/**
 * Replace an entity in a run by a function, or by what it returns, and keep the calls.
 *
 * It goes where the result of `mock` goes: `mocks: [mocked(train, 0.9)]`. If a run succeeds without any call of it, the run
 * fails with `MOCK_UNUSED`: the test is then about something else than its author believes.
 *
 * @throws `MOCK_INVALID`, `OPTION_INVALID`, `OPTION_UNKNOWN`, `OPTIONS_NOT_AN_OBJECT`, `VERSIONS_MIXED`
 * @example
 * const train = mocked(trainReference, ({ rows }) => rows / 10);
 * await runLocal(report, { rows: 5 }, { mocks: [train] });
 * expect(train.calls[0].inputs).toEqual({ rows: 5 });
 */
export function mocked<I extends Shape, O extends OutSpec, R extends Returned<O> = Returned<O>>(
  entity: Typed<I, O> & Mockable,
  result: ExactTaskFunction<I, O, R> | ExactReturned<O, R>,
  options: MockedOptions = {},
): CountingMock<I> {
  return atCaller(mocked, () => {
    assertOptions(options, new Set(["unused"]), "mocked");
    if (options.unused !== undefined && options.unused !== "allowed")
      throw wrongUnused(options.unused, "mocked");
    const calls: MockCall<I>[] = [];
    const attempts = new WeakMap<TaskContext, InterceptedAttempt>();
    const used = new Set<string>();
    const fn = (inputs: Values<I>, context: TaskContext): unknown => {
      const { runId = "", node = "", item, attempt = 0 } = attempts.get(context) ?? {};
      calls.push({ inputs, runId, node, item, attempt });
      return typeof result === "function"
        ? (result as (...given: unknown[]) => unknown)(inputs, context)
        : result;
    };
    const { entity: replaced } = mock(entity, fn as unknown as ExactTaskFunction<I, O, R>);
    const interceptor = Object.assign(
      (about: InterceptedAttempt, next: () => ReturnType<WatchedMock["interceptor"]>) => {
        attempts.set(about.context, about);
        used.add(about.runId);
        return next();
      },
      {
        finished(runId: string) {
          if (!used.delete(runId) && options.unused === undefined)
            throw errors.MOCK_UNUSED({ entity: replaced.name });
        },
      },
    );
    return Object.freeze({
      entity: replaced,
      fn,
      interceptor,
      calls,
      get times() {
        return calls.length;
      },
    });
  });
}

/** The error for an option `unused` that is not `"allowed"`. */
export function wrongUnused(given: unknown, at: string): Error {
  const inWords = describeValue(given);
  const advice = 'Leave it out, or write `unused: "allowed"`.';
  return coreErrors.OPTION_INVALID({
    at,
    option: "unused",
    wanted: '"allowed"',
    given: inWords,
    inWords,
    advice,
  });
}
