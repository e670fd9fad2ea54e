import type { DataProxyServiceDefinition } from "@flytekit-ts/models/service";
import type { ExecutionBackend } from "../executions/backend.js";
import type { Handlers } from "../serving/handlers.js";
import { downloadLink, downloadLocation } from "./download.js";
import { flyteData } from "./flyte-data.js";
import { uploadLocation } from "./upload-location.js";

/** Links to objects, and the data of nodes and tasks by their URLs. */
export function dataProxy(backend: ExecutionBackend): Handlers<typeof DataProxyServiceDefinition> {
  return {
    createUploadLocation: (request) => uploadLocation(backend, request),
    createDownloadLocation: (request) => downloadLocation(backend, request),
    createDownloadLink: async (request) => {
      const urls = await downloadLink(backend, request);
      return { ...urls, preSignedUrls: urls };
    },
    getData: ({ flyteUrl }) => flyteData(backend, flyteUrl),
  };
}
