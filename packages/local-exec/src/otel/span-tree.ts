import type { HrTime, Span } from "@opentelemetry/api";

/** A span that has not ended, with those inside it. */
export interface OpenSpan {
  readonly span: Span;
  /** The path of its node, or "" for the run. */
  readonly path: string;
  readonly around: OpenSpan | undefined;
  readonly inside: Set<OpenSpan>;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/** Times as spans take them. A number might be taken for milliseconds since the process started. */
export function toTime(milliseconds: number): HrTime {
  const seconds = Math.floor(milliseconds / 1000);
  return [seconds, Math.round((milliseconds - seconds * 1000) * 1_000_000)];
}

/**
 * End a span. What is still open inside it ends, too: nodes that were told to stop tell nothing more. Returns what has
 * ended. It is a loop, because graphs nest thousands deep.
 */
export function endSpan(open: OpenSpan, at: number): readonly OpenSpan[] {
  const ended: OpenSpan[] = [open];
  for (const { inside } of ended) ended.push(...inside);
  for (const { span, startedAt } of ended.slice(1).toReversed()) {
    span.setAttribute("flyte.stopped", true);
    span.end(toTime(Math.max(at, startedAt)));
  }
  open.span.end(toTime(Math.max(at, open.startedAt)));
  open.around?.inside.delete(open);
  return ended;
}
