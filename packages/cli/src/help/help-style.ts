import type { GlobalValues } from "../command/global-values.js";
import type { Host } from "../command/host.js";
import type { Paint } from "../command/output.js";
import { painted } from "../terminal/text/colours.js";
import { hasColor } from "../terminal/has-color.js";
import { columnsOf } from "../terminal/screen-of.js";

/** How a help page is written. */
export interface HelpStyle {
  readonly columns: number;
  readonly paint: (how: Paint, text: string) => string;
}

// Lines of more than 140 columns are hard to read, and in less than 60 there is no room for two columns.
const [LEAST, MOST] = [60, 140];

/** How help pages are written for a host. */
export function helpStyle({ color }: Partial<GlobalValues>, { stdout, env }: Host): HelpStyle {
  const isColoured = hasColor(stdout, env, color);
  return {
    columns: Math.min(MOST, Math.max(LEAST, columnsOf(stdout, env))),
    paint: (how, text) => (isColoured ? painted(how, text) : text),
  };
}
