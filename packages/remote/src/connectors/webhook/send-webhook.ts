import type { Signal } from "@flytekit-ts/core/storage";
import { isPlainObject } from "@flytekit-ts/core/types";
import { httpClient } from "../../connection/http-client.js";
import { PythonFloat } from "./placeholder-text.js";

/** A request that a webhook sends. */
export interface WebhookRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: { readonly [name: string]: string };
  readonly data: unknown;
  /** In milliseconds. */
  readonly timeout: number;
}

/** What came back. */
export interface WebhookAnswer {
  readonly status: number;
  readonly text: string;
}

/** The largest answer: outputs of a task may have 10 MiB, and this is one of them. */
const LARGEST_ANSWER = 2 * 2 ** 20;

/**
 * Send the request of a webhook. The data of a GET are in its query, those of a POST in its body, as JSON.
 *
 * @returns the answer, or in words why there is none @throws `HTTP_FAILED`, the reason of the signal
 */
export async function sendWebhook(
  { url, method, headers, data, timeout }: WebhookRequest,
  signal: Signal,
): Promise<WebhookAnswer | string> {
  const client = httpClient({ insecureSkipVerify: false });
  const late = AbortSignal.timeout(timeout);
  const bounded = AbortSignal.any([signal, late]);
  try {
    const isGet = method === "GET";
    const sent = isGet ? headers : { "content-type": "application/json", ...lowerCased(headers) };
    const answer = await client.fetch(isGet ? withQuery(url, data) : url, {
      method,
      headers: sent,
      body: isGet ? undefined : JSON.stringify(data),
      signal: bounded,
      timeout,
    });
    const parts: Uint8Array[] = [];
    let size = 0;
    for await (const part of answer.body) {
      size += part.length;
      if (size > LARGEST_ANSWER) return `its answer has more than ${LARGEST_ANSWER} bytes`;
      parts.push(part);
    }
    return { status: answer.status, text: Buffer.concat(parts).toString("utf8") };
  } catch (error) {
    signal.throwIfAborted();
    if (late.aborted) return `there was no answer within ${timeout / 1000} s`;
    throw error;
  } finally {
    await client.close();
  }
}

function lowerCased(headers: { readonly [name: string]: string }): { readonly [name: string]: string } {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function withQuery(text: string, data: unknown): string {
  const url = new URL(text);
  for (const [name, value] of Object.entries(isPlainObject(data) ? data : {})) {
    for (const each of Array.isArray(value) ? (value as unknown[]) : [value])
      url.searchParams.append(name, queryText(each));
  }
  return url.href;
}

function queryText(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof PythonFloat) return String(value);
  return typeof value === "string" ? value : JSON.stringify(value).replace(/^"|"$/g, "");
}
