import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { install } from "../install/install.js";
import { freePort } from "./free-port.js";

const ATTEMPTS = 3;
const LONGEST_START = 60_000;
const LONGEST_STOP = 5_000;

/**
 * What a server is started with.
 *
 * @typedef {object} Start
 * @property {(port: number, folder: string) => readonly string[]} args
 * @property {Readonly<Record<string, string>>} [env]
 * @property {readonly string[]} [folders] Folders to make below that of the data.
 */

/**
 * A server process that answers on a port of this machine, with a folder for its data that goes with it.
 *
 * @typedef {object} Running
 * @property {number} port
 * @property {string} folder
 * @property {number} pid
 * @property {() => string} log What the process printed.
 * @property {() => Promise<void>} stop
 */

/**
 * @param {import("../install/servers.js").ServerName} name
 * @param {Start} start
 * @returns {Promise<Running>}
 */
export async function startServer(name, start) {
  const program = await install(name);
  for (let attempt = 1; ; attempt += 1) {
    const folder = await mkdtemp(join(tmpdir(), `flytekit-${name}-`));
    for (const each of start.folders ?? []) await mkdir(join(folder, each), { recursive: true });
    const port = await freePort();
    const args = start.args(port, folder);
    const [command, ...rest] = program.endsWith(".js")
      ? [process.execPath, program, ...args]
      : [program, ...args];
    const running = launch(command ?? program, rest, { port, folder, env: start.env ?? {} });
    if (await answers(running)) return running;
    await running.stop();
    if (attempt === ATTEMPTS) throw new Error(`${name} did not start:\n${running.log()}`);
  }
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ port: number, folder: string, env: Readonly<Record<string, string>> }} where
 * @returns {Running & { hasEnded(): boolean }}
 */
function launch(command, args, { port, folder, env }) {
  const child = spawn(command, args, {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let log = "";
  let ended = false;
  const keep = (/** @type {unknown} */ text) => void (log = `${log}${String(text)}`.slice(-20_000));
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  child.on("error", (error) => {
    keep(error.message);
    ended = true;
  });
  child.on("exit", () => void (ended = true));
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  // It must not keep the tests running.
  child.unref();
  return {
    port,
    folder,
    pid: child.pid ?? 0,
    log: () => log,
    hasEnded: () => ended,
    async stop() {
      process.removeListener("exit", kill);
      if (!ended) {
        const exit = once(child, "exit");
        child.kill("SIGTERM");
        const timer = setTimeout(kill, LONGEST_STOP);
        await exit;
        clearTimeout(timer);
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/**
 * Whether the port takes connections, before the process ends or a minute passes.
 *
 * @param {Running & { hasEnded(): boolean }} running
 */
async function answers(running) {
  const end = Date.now() + LONGEST_START;
  while (Date.now() < end && !running.hasEnded()) {
    const socket = connect(running.port, "127.0.0.1");
    const isOpen = await new Promise((resolve) => {
      socket.once("connect", () => resolve(true));
      socket.once("error", () => resolve(false));
    });
    socket.destroy();
    if (isOpen && !running.hasEnded()) return true;
    await pause(25);
  }
  return false;
}
