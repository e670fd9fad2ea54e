import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename } from "node:path";

import type { Manifest } from "./alter-tarball.js";
import { run } from "./run.js";

/** A registry of npm on this machine, for packages that are published nowhere. */
export interface Registry {
  /** What an `.npmrc` says to take the packages of a scope from here. */
  npmrc(scope: string): string;
  add(...tarballs: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

interface Published {
  readonly manifest: Manifest;
  readonly bytes: Buffer;
}

/** Serve tarballs as a registry does: any number of versions of a package, among which npm chooses by range. */
export async function serveTarballs(...tarballs: readonly string[]): Promise<Registry> {
  const published = new Map<string, Published>();
  const server = createServer(({ url = "/" }, response) => {
    const path = decodeURIComponent(url.slice(1));
    const tarball = published.get(path);
    if (tarball !== undefined) response.end(tarball.bytes);
    else sendPackument(path, [...published], { response, address: addressOf() });
  });
  const addressOf = (): string => `http://localhost:${(server.address() as AddressInfo).port}`;
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const registry: Registry = {
    npmrc: (scope) => `${scope}:registry=${addressOf()}/\n`,
    async add(...more) {
      for (const tarball of more) published.set(basename(tarball), await read(tarball));
    },
    close() {
      // npm keeps connections open.
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
  await registry.add(...tarballs);
  return registry;
}

async function read(tarball: string): Promise<Published> {
  const text = await run("tar", ["-xzOf", tarball, "package/package.json"], "/");
  return { manifest: JSON.parse(text) as Manifest, bytes: readFileSync(tarball) };
}

interface Answer {
  readonly response: ServerResponse;
  readonly address: string;
}

/** Answer with all versions of a package, the last added one as `latest`. */
function sendPackument(
  name: string,
  published: readonly (readonly [string, Published])[],
  { response, address }: Answer,
): void {
  const versions = published
    .filter(([, { manifest }]) => manifest.name === name)
    .map(([file, { manifest, bytes }]) => {
      const integrity = `sha512-${createHash("sha512").update(bytes).digest("base64")}`;
      return { ...manifest, dist: { tarball: `${address}/${file}`, integrity } };
    });
  const latest = versions.at(-1)?.version;
  response.statusCode = latest === undefined ? 404 : 200;
  response.setHeader("content-type", "application/json");
  response.end(
    JSON.stringify({
      name,
      "dist-tags": { latest },
      versions: Object.fromEntries(versions.map((each) => [each.version, each])),
    }),
  );
}
