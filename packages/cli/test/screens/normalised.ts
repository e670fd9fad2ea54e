import type { Place } from "./places.js";

const STYLE = String.raw`\u001B\[[\d;]*m`;
const DURATION = String.raw`\d+(?:\.\d+)? ?(?:ms|s)(?![\w-]| ago)`;

/** What differs from run to run, and what stands for it: as wide, so that columns stay in line. */
const REPLACED: readonly (readonly [RegExp, string | ((found: string) => string)])[] = [
  [/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/g, "⠋"],
  [/(?<=127\.0\.0\.1:|localhost:)\d{5}\b/g, "00000"],
  [/(?<=%2F|Date=)\d{8}(?:T\d{6}Z)?/g, (found) => "20260101T000000Z".slice(0, found.length)],
  [/\b\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?!\d)/g, time],
  [/\b[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}\b/g, zeros],
  [/\b[0-9a-f]{64}\b/g, zeros],
  // Of the code of a project, which holds that of our packages.
  [/(?<=\bfast)[0-9a-f]{32}\b/g, zeros],
  [new RegExp(String.raw`(?<=[\s(\x60]|${STYLE})[0-9a-f]{8}(?=[\s)\x60:,.]|${STYLE})`, "g"), zeros],
  [/\ba[0-9a-z]{19}\b/g, (found) => `a${"0".repeat(found.length - 1)}`],
  [/(?<=on port )\d{5}/g, "00000"],
  [/\b\d{1,3} %/g, "0 %"],
  [/\b([Nn]ode) \d+\.\d+\.\d+/g, (found) => `${found.slice(0, 4)} 20.0.0`],
  [/\b\d+(?:\.\d+)? [kMG]B\b/g, "10 kB"],
  [/\b\d+ (?:s|min) ago\b|(?<= {2}|\()now(?= {2}|\)|$)/gm, "0 s ago"],
  [new RegExp(String.raw`(?:(?<![\w.:/-])|(?<=${STYLE}))${DURATION}`, "g"), "0 ms"],
  // Columns are as wide as their widest duration: now all are as wide as what is above them.
  [
    new RegExp(String.raw`(?:0 ms|0 s ago|(?<!^(?:${STYLE})*)(?:TOOK|STARTED))(?:${STYLE})* {2,}`, "gm"),
    (found) => `${found.trimEnd()}  `,
  ],
];

/** A screen without what differs from run to run. */
export function normalised(text: string, { folder }: Place): string {
  return REPLACED.reduce(
    (shown, [what, instead]) =>
      typeof instead === "string"
        ? shown.replaceAll(what, instead)
        : shown.replaceAll(what, (found) => instead(found)),
    text.replaceAll(folder, "/team/ada/work/projects"),
  );
}

function zeros(found: string): string {
  return found.replaceAll(/[0-9a-f]/g, "0");
}

function time(found: string): string {
  return `2026-01-01${found[10]}00:00:00.000000000`.slice(0, found.length);
}
