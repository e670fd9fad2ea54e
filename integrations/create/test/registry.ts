import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { runServer } from "verdaccio";
import { bounded } from "./bounded.js";

/** A registry of npm on this machine: it serves our packages itself, and all others from the registry that npm is set to. */
export interface LocalRegistry {
  readonly url: string;
  publish(tarballs: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Start a registry, and publish tarballs to it. Nothing of it stays outside the folder. */
export async function startRegistry(folder: string, tarballs: readonly string[]): Promise<LocalRegistry> {
  const configured = execFileSync("npm", ["config", "get", "registry"], { encoding: "utf8" }).trim();
  const server = (await runServer({
    storage: join(folder, "storage"),
    self_path: join(folder, "verdaccio.yaml"),
    uplinks: { configured: { url: configured, timeout: "30s", max_fails: 10, fail_timeout: "1s" } },
    packages: {
      // No uplink: what is published elsewhere under these names is never asked for.
      "@flytekit-ts/*": { access: "$all", publish: "$all" },
      "**": { access: "$all", publish: "$all", proxy: "configured" },
    },
    max_body_size: "50mb",
    web: { enable: false },
    log: { type: "stdout", level: "fatal" },
  })) as Server;
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const host = `localhost:${(server.address() as AddressInfo).port}`;
  await publish(folder, host, tarballs);
  return {
    url: `http://${host}/`,
    publish: (more) => publish(folder, host, more),
    close() {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      // Package managers keep connections open.
      server.closeAllConnections();
      return closed;
    },
  };
}

async function publish(folder: string, host: string, tarballs: readonly string[]): Promise<void> {
  const npmrc = join(folder, "publishing.npmrc");
  // npm publishes nothing without a token; the registry takes any.
  writeFileSync(npmrc, `registry=http://${host}/\n//${host}/:_authToken=anybody\n`);
  const env = {
    PATH: process.env["PATH"] ?? "",
    npm_config_userconfig: npmrc,
    npm_config_cache: join(folder, "publishing"),
  };
  for (const tarball of tarballs)
    await bounded(`npm publish --provenance=false --ignore-scripts ${tarball}`, {
      cwd: folder,
      env,
      seconds: 60,
    });
}
