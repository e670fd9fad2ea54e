import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { spawn } from "node:child_process";
import { afterAll, beforeAll, expect, it } from "vitest";
import { PROGRAM } from "../support/a-project.js";
import { shellCode } from "../support/shell-code.js";
import { temporaryFolder } from "../support/temporary-folder.js";

// It gives the beginning of a file, and then nothing more.
const server = createServer((_request, response) => {
  response.writeHead(200, { "content-length": 1e9 });
  response.write(Buffer.alloc(300_000));
});
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

it.each([
  [["SIGINT"], 130],
  [["SIGTERM"], 143],
  [["SIGHUP"], 129],
  // Who asks twice does not want to wait.
  [["SIGINT", "SIGINT"], 130],
] as const)("a download that is ended by %j leaves no part of its file", async (signals, code) => {
  const cwd = temporaryFolder();
  const { port } = server.address() as AddressInfo;
  const argv = [PROGRAM, "fetch", `http://127.0.0.1:${port}/large.bin`, "got"];
  const env = { ...process.env, FLYTE_PLATFORM_URL: "localhost:1", HOME: cwd };
  const child = spawn(process.execPath, argv, { cwd, env, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (text) => (said += String(text)));
  const ended = new Promise((resolve) => child.on("close", (exit, by) => resolve(shellCode(exit, by))));
  await expect.poll(() => readdirSync(cwd, { recursive: true }), { timeout: 20_000 }).toHaveLength(2);
  for (const signal of signals) child.kill(signal);
  expect(await ended).toBe(code);
  expect(readdirSync(cwd, { recursive: true })).toEqual(["got"]);
  if (signals.length === 1) expect(said).toMatch(/^\[COMMAND_ENDED\] /);
});
