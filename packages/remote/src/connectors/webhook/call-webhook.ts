import type { Literals } from "@flytekit-ts/core/tasks";
import { isPlainObject } from "@flytekit-ts/core/types";
import type { ConnectorContext } from "../definition/handlers.js";
import type { ConnectorResource } from "../definition/resource.js";
import { filledIn } from "./fill-in.js";
import { inputNamed, namesIn } from "./names-in.js";
import { type Placeholder, placeholderOf } from "./placeholder-text.js";
import { sendWebhook } from "./send-webhook.js";

type Custom = { readonly [name: string]: unknown };

/** Send the request of a webhook. @throws `HTTP_FAILED`, the reason of the signal */
export async function callWebhook(
  custom: Custom,
  literals: Literals,
  { signal }: ConnectorContext,
): Promise<ConnectorResource<undefined>> {
  const inputs = placeholdersOf(literals);
  const stray = namesIn(custom).find((name) => !inputs.has(inputNamed(name) ?? ""));
  if (stray !== undefined) return failed(`there is no ${JSON.stringify(stray)} among the inputs of the task`);
  const filled = filledIn(custom, inputs) as Custom;
  const { url, headers, data, method } = filled;
  const seconds = Number(filled["timeout_sec"] ?? 10);
  if (typeof url !== "string" || !URL.canParse(url) || !/^https?:/i.test(url))
    return failed("its url is no address that begins with http:// or https://");
  const request = {
    url,
    method: String(method).toUpperCase() === "GET" ? "GET" : "POST",
    headers: textsOf(headers),
    data: data ?? {},
    timeout: Math.min(Math.max(1, seconds * 1000), 2 ** 31 - 1),
  };
  const answer = await sendWebhook(request, signal);
  if (typeof answer === "string") return failed(answer);
  const { status, text } = answer;
  if (status !== 200)
    return failed(`Webhook failed with status code ${status}, response: ${text.slice(0, 4000)}`);
  const info = {
    status_code: status,
    response_data: text,
    ...(filled["show_data"] === true
      ? { input_data: JSON.parse(JSON.stringify(request.data)) as unknown }
      : {}),
    ...(filled["show_url"] === true ? { url } : {}),
  };
  return { phase: "SUCCEEDED", message: "Webhook was successfully invoked!", outputs: { info } };
}

function placeholdersOf(literals: Literals): ReadonlyMap<string, Placeholder> {
  const found = new Map<string, Placeholder>();
  for (const [name, literal] of literals) {
    const placeholder = placeholderOf(literal);
    if (placeholder !== undefined) found.set(name, placeholder);
  }
  return found;
}

function textsOf(headers: unknown): { readonly [name: string]: string } {
  const entries = Object.entries(isPlainObject(headers) ? headers : {});
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

function failed(message: string): ConnectorResource<undefined> {
  return { phase: "FAILED", message };
}
