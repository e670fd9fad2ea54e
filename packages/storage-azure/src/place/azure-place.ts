import { coreErrors } from "@flytekit-ts/core/errors";
import type { ObjectPlace } from "@flytekit-ts/core/storage";

/** The container of a place, and the account that its URI names. */
export interface AzurePlace extends ObjectPlace {
  readonly container: string;
  readonly account: string | undefined;
  /** The host of the account's blob service; undefined if the URI does not name it. */
  readonly host: string | undefined;
}

const URI =
  /^(?<scheme>abfss?:\/\/)(?:(?<container>[^@/]+)@(?<server>[^@/]*)|(?<alone>[^@/]+))(?:\/(?<key>.*))?$/is;
const CONTAINER = /^(?:\$root|\$web|\$logs|(?=.{3,63}$)[a-z0-9]+(?:-[a-z0-9]+)*)$/;

// Keys and tokens are sent to hosts of Azure only: a URI may come from anybody.
const SERVER =
  /^(?<account>[a-z0-9-]{3,63})(?:(?<zone>\.z\d+)?\.(?:dfs|blob)\.(?<cloud>core\.windows\.net|core\.chinacloudapi\.cn|core\.usgovcloudapi\.net|core\.cloudapi\.de|storage\.azure\.net|fabric\.microsoft\.com))?$/;

/** Container, account and key of a URI. The key is not escaped. @throws `STORAGE_FAILED` */
export function azurePlace(uri: string, action: string): AzurePlace {
  const parts = URI.exec(uri)?.groups ?? {};
  const { scheme = "", server, key = "" } = parts;
  const container = parts["container"] ?? parts["alone"] ?? "";
  const refused = (problem: string, advice = EXAMPLES): Error =>
    coreErrors.STORAGE_FAILED({ uri, action, problem, advice });
  if (!CONTAINER.test(container)) throw refused("it names no container that there can be");
  if (!uri.isWellFormed()) throw refused("its path has half of a surrogate pair, which UTF-8 cannot write");
  if (key.includes("\\"))
    throw refused("its path has a backslash, which Azure takes for a slash", "Use another name.");
  if (server === undefined)
    return { root: `${scheme}${container}/`, key, container, account: undefined, host: undefined };
  const { account, zone = "", cloud } = SERVER.exec(server)?.groups ?? {};
  if (account === undefined)
    throw refused(
      "what stands behind the @ is no account of Azure",
      `${EXAMPLES} Other addresses: \`azure({ endpoint })\`.`,
    );
  const host = cloud === undefined ? undefined : `${account}${zone}.blob.${cloud}`;
  return { root: `${scheme}${container}@${server}/`, key, container, account, host };
}

const EXAMPLES =
  "Give a URI such as abfs://container@account.dfs.core.windows.net/path or abfs://container/path.";
