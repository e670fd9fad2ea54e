import type { Output, Paint } from "../../command/output.js";

const COLORS: { readonly [state: string]: Paint } = {
  succeeded: "green",
  failed: "red",
  unreadable: "red",
  interrupted: "yellow",
  running: "cyan",
  waiting: "yellow",
  skipped: "dim",
};

/** The state of a kept run or of one of its nodes, in its colour. */
export function stateText(state: string, { paint }: Pick<Output, "paint">): string {
  const color = COLORS[state];
  return color === undefined ? state : paint(color, state);
}
