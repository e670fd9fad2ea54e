import { isDeepStrictEqual } from "node:util";
import { startAdmin } from "@flytekit-ts/admin";
import { connect } from "@flytekit-ts/remote";
import { pythonFile, type Interpreter } from "../python/interpreter.js";
import { compareRegistered } from "./compare-registered.js";
import { pythonClient, type PythonClient } from "./python-client.js";

const PLACE = { project: "flytesnacks", domain: "development" };

/** What FlyteRemote reads of what it registered as version `r1`, when there was nothing before. */
const READ = {
  again: "r1",
  task: ["garden_tasks.water", ["n", "note"], 2],
  workflow: ["garden_tasks.season", ["n0", "n1", "n2"], ["bed", "days", "n"]],
  plan: ["garden_tasks.daily", ["bed", "days"], "0 6 * * *"],
  active: "r1",
  newest: "r1",
  page: [["r1"], "1"],
  projects: ["flytesnacks"],
};

/**
 * Python's clients, FlyteRemote and pyflyte, register with the stand-in for flyteadmin and read from it; then our client reads what
 * they registered.
 *
 * @returns in what the outcome differs from what is wanted; undefined if in nothing.
 */
export async function runCluster(interpreter: Interpreter, folder: string): Promise<string | undefined> {
  const admin = await startAdmin();
  const remote = await connect({ endpoint: admin.endpoint, insecure: true, ...PLACE });
  try {
    const python = pythonClient(interpreter, admin.endpoint, folder);
    const ofRemote = await registerWithRemote(python);
    const ofPyflyte = await registerWithPyflyte(python);
    const created = python.created();
    const kinds = new Set(created.map(({ method }) => method));
    const few =
      kinds.size === 3 && created.length > 15 ? [] : [`Python created only ${created.length} things`];
    const ofOurs = await compareRegistered(remote, created);
    const found = [...ofRemote, ...ofPyflyte, ...few, ...ofOurs];
    return found.length === 0 ? undefined : found.join("\n");
  } finally {
    await remote.close();
    await admin.close();
  }
}

async function registerWithRemote(python: PythonClient): Promise<readonly string[]> {
  const output = await python.run("remote", PLACE.project, PLACE.domain, "r1");
  const read = JSON.parse(output.trim().split("\n").at(-1) ?? "") as Readonly<Record<string, unknown>>;
  return Object.entries(READ).flatMap(([name, wanted]) =>
    isDeepStrictEqual(read[name], wanted)
      ? []
      : [`FlyteRemote read for ${name} ${JSON.stringify(read[name])} instead of ${JSON.stringify(wanted)}`],
  );
}

async function registerWithPyflyte(python: PythonClient): Promise<readonly string[]> {
  const file = pythonFile("garden_tasks.py");
  const place = ["--project", PLACE.project, "--domain", PLACE.domain];
  const register = ["register", ...place, "--version", "p1", "--image", "example.com/garden:1", file];
  const first = await python.run("pyflyte", ...register);
  // All of it is there by now.
  const second = await python.run("pyflyte", ...register);
  const plans = await python.run("pyflyte", "get", "launchplan", ...place);
  const one = await python.run("pyflyte", "get", "launchplan", ...place, "garden_tasks.daily", "p1");
  return [
    ...lacks("pyflyte register", first, "Successfully registered 11 entities"),
    ...lacks("pyflyte register, again", second, "Successfully registered 11 entities"),
    ...lacks("pyflyte get launchplan", plans, "garden_tasks.daily"),
    ...lacks("pyflyte get launchplan, one", one, "p1"),
  ];
}

function lacks(command: string, output: string, text: string): readonly string[] {
  return output.includes(text)
    ? []
    : [`${command} does not say "${text}", but ${JSON.stringify(output.slice(-600))}`];
}
