import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { type Manifest, run } from "@flytekit-ts/downstream";
import { runServer } from "verdaccio";

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
  const publishAll = async (all: readonly string[]): Promise<void> => {
    await Promise.all(all.map((tarball) => publish(host, tarball)));
  };
  await publishAll(tarballs);
  return {
    url: `http://${host}/`,
    publish: publishAll,
    close() {
      const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
      // Package managers keep connections open.
      server.closeAllConnections();
      return closed;
    },
  };
}

/** As npm publishes: one request, which holds the manifest and the tarball. */
async function publish(host: string, tarball: string): Promise<void> {
  const manifest = JSON.parse(await run("tar", ["-xzOf", tarball, "package/package.json"], "/")) as Manifest;
  const { name, version } = manifest;
  const bytes = readFileSync(tarball);
  const file = `${name}-${version}.tgz`;
  const hash = (algorithm: string) => createHash(algorithm).update(bytes);
  const dist = {
    tarball: `http://${host}/${name}/-/${basename(file)}`,
    shasum: hash("sha1").digest("hex"),
    integrity: `sha512-${hash("sha512").digest("base64")}`,
  };
  const data = {
    content_type: "application/octet-stream",
    data: bytes.toString("base64"),
    length: bytes.length,
  };
  const answer = await fetch(`http://${host}/${name.replace("/", "%2f")}`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      ...{ _id: name, name, "dist-tags": { latest: version } },
      versions: { [version]: { ...manifest, _id: `${name}@${version}`, dist } },
      _attachments: { [file]: data },
    }),
    signal: AbortSignal.timeout(60_000),
  });
  if (!answer.ok) throw new Error(`${file} was not published: ${answer.status} ${await answer.text()}`);
}
