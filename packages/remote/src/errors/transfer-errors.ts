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
        ? "The store did not take the link: check that this machine's clock is right, or ask the people who run the cluster."
        : "Read the answer of the store above, or ask the people who run the cluster and its store.",
  },
});
