import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { publishedPackages, readWorkspace } from "../repo/workspace.js";
import { committedReports, packageReports } from "./package-reports.js";

/**
 * Write the reports, and remove those about entries that are gone.
 *
 * @param {string} root
 * @returns {string[]} The files there are now.
 */
export function writeReports(root) {
  return publishedPackages(readWorkspace(root)).flatMap((pkg) => {
    const reports = packageReports(root, pkg);
    for (const file of committedReports(pkg)) if (!reports.has(file)) rmSync(join(root, file));
    for (const [file, text] of reports) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    return [...reports.keys()];
  });
}
