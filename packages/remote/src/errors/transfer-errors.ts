import { defineErrors } from "@flytekit-ts/core/errors";

export interface FailedTransfer {
  readonly action: "Uploading" | "Downloading";
  /** A file by its name, or a URI. */
  readonly what: string;
  /** The status of the answer. */
  readonly status: number;
  /** The words of the store, whole, but for the signature of the link. */
  readonly said: string;
}

/** The errors of uploads and downloads through signed links: a part of the catalogue. */
export const transferErrors = defineErrors({
  TRANSFER_FAILED: {
    origin: "system",
    message: ({ action, what, status, said }: FailedTransfer) =>
      `${action} ${what} failed: the store answered with status ${status}${said === "" ? "" : `: ${said}`}`,
    hint: ({ status }) =>
      status === 403
        ? "The store did not take the link: compare this machine's clock with the store's, and ask who runs the cluster."
        : "Look at the words of the store; those who run the cluster know where it is.",
  },
});
