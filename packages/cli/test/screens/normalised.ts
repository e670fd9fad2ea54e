import type { Place } from "./places.js";

/** A screen without what differs from run to run: each is replaced by something as long, so that columns stay in line. */
export function normalised(text: string, { folder, port }: Place): string {
  return text
    .replaceAll(folder, "/home/ada/work/projects")
    .replaceAll(port ?? "\0", "0".repeat(port?.length ?? 0))
    .replaceAll(/[⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏]/g, "⠋")
    .replaceAll(
      /(?<=^|[^\w.]|\[\d+m)\d+(?:\.\d+)?(ms|s)\b( *)/gm,
      (whole, _unit: string, blanks: string) =>
        `0s${blanks.length > 1 ? " ".repeat(whole.length - 2) : blanks}`,
    )
    .replaceAll(
      /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g,
      (time) => "2026-01-01T00:00:00.000000Z".slice(0, time.length - 1) + "Z",
    )
    .replaceAll(/\b\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?\b/g, (time) =>
      "2026-01-01 00:00:00".slice(0, time.length),
    )
    .replaceAll(/\b[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}\b/g, (id) => "0".repeat(id.length))
    .replaceAll(/\b(?=[a-z]*\d)[0-9a-f]{8}\b/g, "00000000")
    .replaceAll(`node ${process.versions.node}`, "node 20.0.0");
}
