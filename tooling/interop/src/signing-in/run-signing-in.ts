import { execFile } from "node:child_process";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { register } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Admin, startAdmin } from "@flytekit-ts/admin";
import { connect } from "@flytekit-ts/remote";
import { type Interpreter, pythonFile } from "../python/interpreter.js";

const PROJECTS = JSON.stringify(["flytesnacks"]);

/**
 * Signs in to a cluster with flytekit and with our client, which share a keyring.
 *
 * @returns what went wrong; undefined if nothing.
 */
export async function runSigningIn(interpreter: Interpreter, folder: string): Promise<string | undefined> {
  register("./keyring-hooks.js", import.meta.url);
  // Neither the tokens nor the keyring of whoever runs this.
  process.env["INTEROP_KEYRING"] = join(folder, "keyring.json");
  process.env["XDG_STATE_HOME"] = join(folder, "state");
  const redirectUri = `http://localhost:${await freePort()}/callback`;
  const auth = {
    machines: [{ id: "nightly", secret: "a %/+ secret", scopes: ["all"] }],
    people: { id: "flytectl", redirectUri, scopes: ["offline", "all"] },
    deviceFlow: true,
    deviceInterval: 1,
  };
  const [first, second] = [await startAdmin({ auth }), await startAdmin({ auth })];
  try {
    return (
      (await withSecret(interpreter, first)) ??
      (await storedByPython(interpreter, first)) ??
      (await storedByUs(interpreter, second))
    );
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await first.close();
    await second.close();
  }
}

async function withSecret(interpreter: Interpreter, admin: Admin): Promise<string | undefined> {
  const listed = await python(interpreter, "secret", admin);
  if (listed !== PROJECTS) return `with a secret, flytekit lists ${listed}`;
  return taken(admin, "token client_credentials") === 1 ? undefined : "flytekit signed in more than once";
}

async function storedByPython(interpreter: Interpreter, admin: Admin): Promise<string | undefined> {
  const listed = await python(interpreter, "browser", admin);
  if (listed !== PROJECTS) return `through a browser, flytekit lists ${listed}`;
  const refused = taken(admin, "grpc refused");
  const ours = await listProjects(admin, "Pkce");
  if (ours !== PROJECTS) return `with flytekit's tokens, we list ${ours}`;
  return taken(admin, "grpc refused") === refused
    ? undefined
    : "we did not use the token that flytekit stored";
}

async function storedByUs(interpreter: Interpreter, admin: Admin): Promise<string | undefined> {
  const ours = await listProjects(admin, "DeviceFlow");
  if (ours !== PROJECTS) return `by device code, we list ${ours}`;
  const refused = taken(admin, "grpc refused");
  const listed = await python(interpreter, "stored", admin);
  if (listed !== PROJECTS) return `with our tokens, flytekit lists ${listed}`;
  return taken(admin, "grpc refused") === refused
    ? undefined
    : "flytekit did not use the token that we stored";
}

async function python(interpreter: Interpreter, mode: string, { endpoint }: Admin): Promise<string> {
  const args = [pythonFile("signing_in.py"), mode, endpoint, process.env["INTEROP_KEYRING"] ?? ""];
  const env = { ...process.env, ...interpreter.env };
  const { stdout } = await promisify(execFile)(interpreter.command, args, { env, timeout: 60_000 });
  return JSON.stringify(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
}

async function listProjects({ endpoint }: Admin, type: "Pkce" | "DeviceFlow"): Promise<string> {
  const remote = await connect({ endpoint, insecure: true, auth: { type } });
  try {
    const { projects } = await remote.connection.admin.listProjects({});
    return JSON.stringify(projects.map(({ id }) => id));
  } finally {
    await remote.close();
  }
}

const taken = ({ oauth }: Admin, what: string): number => oauth?.state.counts.get(what) ?? 0;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
