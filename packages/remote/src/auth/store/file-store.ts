import { randomUUID } from "node:crypto";
import { open, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { makeDirectories, systemCode } from "@flytekit-ts/core/storage";
import { authErrors as errors } from "../../errors/auth-errors.js";
import { isToken, type Tokens } from "../tokens/tokens.js";
import type { TokenStore } from "./token-store.js";

/**
 * Tokens in a file that only its owner may read.
 *
 * @param path - the file of one cluster; its folder is made
 */
export function fileStore(path: string): TokenStore {
  return {
    load: async () => {
      const text = await readOwn(path);
      return text === undefined ? undefined : tokensIn(text);
    },
    save: async (tokens) => {
      await makeDirectories(dirname(path), 0o700);
      const aside = `${path}.${randomUUID()}`;
      try {
        await writeFile(aside, `${JSON.stringify(written(tokens))}\n`, {
          flag: "wx",
          mode: 0o600,
          flush: true,
        });
        await rename(aside, path);
      } catch (error) {
        await rm(aside, { force: true });
        throw error;
      }
    },
    remove: async () => {
      await rm(path, { force: true }).catch((error: unknown) => {
        // Nothing is behind a file.
        if (systemCode(error) !== "ENOTDIR") throw error;
      });
    },
  };
}

// There is none, or none of this user's: in a container, `HOME` may be that of somebody else, or no folder.
const NONE: ReadonlySet<string> = new Set(["ENOENT", "ENOTDIR", "EACCES", "EPERM"]);

async function readOwn(path: string): Promise<string | undefined> {
  const file = await open(path).catch((error: unknown) => {
    if (NONE.has(systemCode(error))) return undefined;
    throw error;
  });
  if (file === undefined) return undefined;
  try {
    const { mode } = await file.stat();
    // Windows has no such bits: there the folder is the user's.
    if (process.platform !== "win32" && (mode & 0o077) !== 0) {
      throw errors.TOKEN_FILE_EXPOSED({ path, mode: (mode & 0o777).toString(8).padStart(4, "0") });
    }
    return await file.readFile("utf8");
  } finally {
    await file.close();
  }
}

function written({ accessToken, refreshToken, idToken, expiresAt, leeway }: Tokens): object {
  return {
    access_token: accessToken,
    refresh_token: refreshToken,
    id_token: idToken,
    expires_at: expiresAt,
    leeway,
  };
}

// A file that holds something else is as none: whoever signs in writes it anew.
function tokensIn(text: string): Tokens | undefined {
  const found = parsed(text);
  const { access_token: accessToken } = found;
  if (!isToken(accessToken)) return undefined;
  return {
    accessToken,
    refreshToken: isToken(found["refresh_token"]) ? found["refresh_token"] : undefined,
    idToken: isToken(found["id_token"]) ? found["id_token"] : undefined,
    expiresAt: numberOf(found["expires_at"]),
    leeway: numberOf(found["leeway"]),
  };
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
