import { durationText } from "@flytekit-ts/core/context";
import type { ExecutionSpan } from "@flytekit-ts/remote";
import type { Action } from "../../command/command.js";
import { ExitCode } from "../../command/exit-code.js";
import type { JsonValue } from "../../command/output.js";
import { errors } from "../../errors.js";
import { onExecution } from "../../cluster/executions/on-execution.js";
import type { metricsSpec } from "./spec.js";

const command = "tsflyte metrics";

/** `tsflyte metrics` */
export const metrics: Action<typeof metricsSpec> = async ({ arguments: { execution: id }, options }, cli) => {
  const { out, host } = cli;
  const { depth = 10 } = options;
  if (depth < 1 || depth > 100)
    throw errors.USAGE_INVALID({
      command,
      problem: `--depth cannot be ${depth}`,
      advice: "Give a number from 1 to 100.",
    });
  return await onExecution(cli, { id, command, options }, async ({ execution }) => {
    const span = await execution.metrics({ depth, signal: host.signal });
    if (span === undefined) {
      out.object({ kind: "metrics", span: null });
      out.note("The cluster has measured nothing of it.");
      return ExitCode.Success;
    }
    out.object({ kind: "metrics", span: spanJson(span) });
    out.table([{ title: "WHAT", gives: 1 }, { title: "TOOK" }, { title: "OF ALL" }], rows(span, span));
    return ExitCode.Success;
  });
};

function rows(span: ExecutionSpan, whole: ExecutionSpan, indent = ""): readonly (readonly string[])[] {
  const { kind, name, attempt, spans } = span;
  const times = attempt === undefined ? "" : `, attempt ${attempt + 1}`;
  const [took, all] = [tookOf(span), tookOf(whole)];
  const share =
    took === undefined || all === undefined || all === 0 ? "" : `${Math.round((took / all) * 100)} %`;
  return [
    [
      `${indent}${kind === "operation" ? name.toLowerCase().replaceAll("_", " ") : `${kind} ${name}${times}`}`,
      durationText(took),
      share,
    ],
    ...spans.flatMap((each) => rows(each, whole, `${indent}  `)),
  ];
}

function tookOf({ start, end }: ExecutionSpan): number | undefined {
  return start === undefined || end === undefined ? undefined : end.getTime() - start.getTime();
}

function spanJson({ kind, name, attempt, start, end, spans }: ExecutionSpan): {
  readonly [key: string]: JsonValue | undefined;
} {
  return {
    kind,
    name,
    attempt,
    start: start?.toISOString(),
    end: end?.toISOString(),
    spans: spans.map(spanJson),
  };
}
