import { durationText } from "@flytekit-ts/core/context";
import type { RunEvent } from "../events/events.js";
import { briefPath, nameOf } from "./name-of.js";
import { plainText } from "./plain-text.js";
import type { Style } from "./style.js";

/** The lines that tell of an event where nothing is drawn over. Most events need none. */
export function describeEvent(event: RunEvent, style: Style): readonly string[] {
  const { marks, paint } = style;
  if (event.kind === "run-started") return [`${paint("bold", plainText(event.entity))} started`];
  if (!("node" in event)) return [];
  const name = plainText(nameOf(event.name));
  const path = paint("dim", `(${plainText(briefPath(event.node))})`);
  switch (event.kind) {
    case "node-logged": {
      const prefix = `${paint("dim", `${name} ${marks.bar}`)} `;
      const lines = event.message.replace(/\r?\n$/, "").split("\n");
      return lines.map((line) => `${prefix}${plainText(line)}`);
    }
    case "node-succeeded": {
      const reused = event.reused === undefined ? "" : `, from the ${event.reused}`;
      return [`${paint("green", marks.succeeded)} ${name} ${path} ${durationText(event.duration)}${reused}`];
    }
    case "node-failed": {
      const { error, duration, attempt, retrying } = event;
      const wait = event.backoff === undefined ? "" : ` in ${durationText(event.backoff)}`;
      const next = retrying ? `, attempt ${attempt + 2} follows${wait}` : "";
      const mark = retrying ? paint("yellow", marks.retrying) : paint("red", marks.failed);
      return [`${mark} ${name} ${path} ${durationText(duration)} ${error.code}${next}`];
    }
    case "node-skipped":
      return [`${paint("dim", marks.skipped)} ${name} ${path} skipped`];
    case "node-waiting": {
      const { gate } = event;
      const until = gate.until === undefined ? "" : ` until ${new Date(gate.until).toISOString()}`;
      const what = gate.for === "time" ? "time" : `${gate.for} ${plainText(gate.signal)}`;
      return [`${paint("yellow", marks.waiting)} ${name} ${path} waits for ${what}${until}`];
    }
    case "cache-hit":
    case "cache-miss":
      return style.verbose ? [paint("dim", `${name} ${marks.bar} ${plainText(event.words)}`)] : [];
    default:
      return [];
  }
}
