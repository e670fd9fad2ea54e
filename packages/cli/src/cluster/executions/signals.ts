import type { Signal } from "@flytekit-ts/core/storage";
import { SimpleType } from "@flytekit-ts/core/literals";
import type { Execution, ExecutionSignal } from "@flytekit-ts/remote";
import { errors } from "../../errors.js";

/** Whether a signal takes yes or no. */
export function isApproval({ accepts }: ExecutionSignal): boolean {
  const { type } = accepts.transformer.literalType;
  return type?.$case === "simple" && type.value === SimpleType.BOOLEAN;
}

/** Which signal is meant. */
export interface Meant {
  readonly named: string | undefined;
  /** Which of them can be, where none is named. */
  readonly isMeant: (signal: ExecutionSignal) => boolean;
  readonly signal: Signal;
}

/**
 * The name of the signal that is meant: the one that is named, or the only one that waits.
 *
 * @throws `USAGE_INVALID` where several wait
 */
export async function theSignal(
  execution: Execution,
  { named, isMeant, signal }: Meant,
): Promise<string | undefined> {
  if (named !== undefined) return named;
  const waiting = (await execution.signals({ signal })).filter((each) => each.isPending && isMeant(each));
  const [only, ...others] = waiting.map(({ name }) => name);
  if (others.length === 0) return only;
  throw errors.USAGE_INVALID({
    command: "tsflyte execution",
    problem: `${execution.id.name} waits for several signals: ${[only, ...others].join(", ")}`,
    advice: "Name the one that is meant.",
  });
}
