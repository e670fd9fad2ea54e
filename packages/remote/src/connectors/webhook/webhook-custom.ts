import type { Json } from "@flytekit-ts/core/types";

/** What the template of a webhook says: the names are flytekit's. */
export interface WebhookCustom {
  readonly url: string;
  readonly method: "GET" | "POST";
  readonly headers: { readonly [name: string]: string };
  readonly data: { readonly [name: string]: Json };
  readonly show_data: boolean;
  readonly show_url: boolean;
  readonly timeout_sec: number;
}
