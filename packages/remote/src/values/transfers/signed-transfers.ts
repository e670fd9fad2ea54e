import type { Connection } from "../../connection/connection.js";
import { download } from "../../transfer/download.js";
import { putSigned } from "../../transfer/put-signed.js";
import { bytesSource, fileSource } from "../../transfer/upload-source.js";
import { readRange } from "./read-range.js";
import { statSigned } from "./stat-signed.js";
import type { Transfers } from "./transfers.js";

/** Transfers through the links that flyteadmin signs. A link is a secret as long as it holds, so no error names one. */
export function signedTransfers(connection: Connection): Transfers {
  return {
    async placeOf({ project, domain, root }, { signal }) {
      const filename = "x";
      const request = { project, domain, filename, filenameRoot: root };
      const { nativeUrl } = await connection.dataProxy.createUploadLocation(request, { signal });
      return nativeUrl.slice(0, -`/${filename}`.length);
    },
    async upload({ project, domain, root, name, content }, { signal }) {
      const source =
        "bytes" in content ? bytesSource(content.bytes, name) : await fileSource(content.path, signal);
      await putSigned(
        connection,
        source,
        { project, domain, filename: name, filenameRoot: root },
        { signal },
      );
    },
    read: (uri, { signal, range } = {}) =>
      range === undefined
        ? download(connection, uri, { signal })
        : readRange(connection, uri, { signal, range }),
    stat: async (uri, { signal } = {}) => statSigned(connection, uri, signal),
  };
}
