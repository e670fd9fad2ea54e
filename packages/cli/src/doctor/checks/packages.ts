import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { ownFolder } from "../../init/own-package.js";
import { VERSION } from "../../version.js";
import { contractOf, copiesIn, type Copy, hasPlugAndPlay } from "../copies.js";
import { type Finding, ok, problem, skipped, warning } from "../finding.js";
import type { Check } from "../patient.js";
import { isAtLeast } from "../versions.js";

/** Whether our packages fit together: each once, of one contract, and no newer than this command line. */
export const packages: Check = {
  name: "packages",
  examine: async ({ folder }) => {
    if (!existsSync(join(folder, "package.json"))) return skipped("there is no package.json here");
    if (hasPlugAndPlay(folder))
      return skipped(
        "Yarn keeps the packages in archives here: `yarn why @flytekit-ts/core` says which there are",
      );
    const { copies, absent } = copiesIn(folder);
    const findings: Finding[] = [];
    if (absent.length > 0)
      findings.push(
        problem(
          `${absent.join(", ")} ${absent.length === 1 ? "is" : "are"} not installed`,
          "Install the packages of the project, as by `npm install`.",
        ),
      );
    else if (copies.length === 0)
      return warning(
        "the project has none of our packages",
        "Install them: `npm install @flytekit-ts/workflow`.",
      );
    findings.push(...(await mixed(copies)), ...older(copies));
    if (findings.some(({ status }) => status !== "ok")) return findings;
    return ok(`${copies.length} packages of flytekit-ts, each once; tsflyte ${VERSION}`);
  },
};

async function mixed(copies: readonly Copy[]): Promise<readonly Finding[]> {
  const names = [...new Set(copies.map(({ name }) => name))].toSorted();
  const twice = names
    .map((name) => copies.filter((copy) => copy.name === name))
    .filter((all) => all.length > 1);
  const cores = copies.filter(({ name }) => name === "@flytekit-ts/core");
  const contracts = await Promise.all(cores.map(contractOf));
  const isMixed = new Set(contracts).size > 1;
  return twice.map((all) => {
    const name = all[0]?.name ?? "";
    const where = all.map(({ version, folder }) => `${version} in ${folder}`).join(", ");
    const advice = `Let one version be installed: \`npm ls ${name}\` says who asks for the others.`;
    if (isMixed && name === "@flytekit-ts/core")
      return problem(
        `copies of ${name} do not understand each other (contracts ${contracts.map(String).join(", ")}): ${where}`,
        advice,
      );
    return warning(`there is more than one ${name}: ${where}`, advice);
  });
}

/** Whether this command line is the project's own, and no older than what it is to load. */
function older(copies: readonly Copy[]): readonly Finding[] {
  const advice =
    "Install it in the project, and start it with npx: `npm install --save-dev @flytekit-ts/cli@latest`.";
  const installed = copies.find(({ name }) => name === "@flytekit-ts/cli");
  const own = copiesIn(ownFolder()).copies;
  const newer = copies.flatMap(({ name, version }) => {
    const mine = own.find((copy) => copy.name === name)?.version;
    return mine !== undefined && !isAtLeast(mine, version) ? [`${name} ${version}`] : [];
  });
  if (newer.length > 0)
    return [
      warning(
        `this tsflyte, ${VERSION}, is older than ${[...new Set(newer)].join(", ")} of the project`,
        advice,
      ),
    ];
  if (installed === undefined) return [warning("tsflyte is not installed in the project", advice)];
  if (installed.folder === realpathSync(ownFolder())) return [];
  return [
    warning(
      `this tsflyte is not the one of the project, ${installed.version} in ${installed.folder}`,
      "Start it with `npx tsflyte` in the project.",
    ),
  ];
}
