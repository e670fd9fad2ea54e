import { escapeHtml } from "../makers/html/escape-html.js";

/** A part of an attempt: what was done, when it began, and when it ended, in milliseconds since the epoch. */
export interface TimeSpent {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The parts of an attempt as a table with a bar for each, from the beginning of the first to the end of the last. */
export function timelineTab(parts: readonly TimeSpent[]): string {
  const begin = Math.min(...parts.map(({ start }) => start));
  const whole = Math.max(...parts.map(({ end }) => end)) - begin || 1;
  const percent = (ms: number): string => ((100 * ms) / whole).toFixed(1);
  const rows = parts.map(({ name, start, end }) => {
    const style = `margin-left: ${percent(start - begin)}%; width: ${percent(end - start)}%; min-width: 1px; height: 1em; background: steelblue`;
    const time = `${(end - start).toFixed(1)} ms`;
    return `<tr><th>${escapeHtml(name)}</th><td>${new Date(start).toISOString()}</td><td>${time}</td><td style="width: 50%"><div style="${style}"></div></td></tr>`;
  });
  return rows.length === 0 ? "<i>none</i>" : `<table style="width: 100%">${rows.join("")}</table>`;
}
