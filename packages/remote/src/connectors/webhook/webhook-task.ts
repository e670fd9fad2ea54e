import { t, type TimeSpan } from "@flytekit-ts/core";
import { atCaller, coreErrors, describeValue } from "@flytekit-ts/core/errors";
import {
  assertBoolean,
  assertText,
  assertTexts,
  parseDuration,
  type Shape,
  type TaskDeclaration,
  type TemplateTask,
} from "@flytekit-ts/core/tasks";
import { isPlainObject, type Json } from "@flytekit-ts/core/types";
import { refuseOptions } from "../local/refuse-options.js";
import { taskOfConnector } from "../local/task-of-connector.js";
import { asJson, faultOfJson } from "../values/json-value.js";
import { inputNamed, namesIn } from "./names-in.js";
import type { WebhookCustom } from "./webhook-custom.js";
import { webhookConnector } from "./webhook-connector.js";

/** The declaration of a task that sends a request. In its texts, `{inputs.day}` stands for the input `day`. */
export interface WebhookTaskDeclaration<I extends Shape> extends Omit<
  TaskDeclaration<I, { readonly info: t.Json }>,
  "output" | "outputs" | "custom"
> {
  readonly url: string;
  /** `POST` by default. */
  readonly method?: "GET" | "POST" | undefined;
  readonly headers?: { readonly [name: string]: string } | undefined;
  /** The body as JSON, or the query of a GET. */
  readonly data?: { readonly [name: string]: Json } | undefined;
  /** Whether the output has the data, too. */
  readonly showData?: boolean | undefined;
  readonly showUrl?: boolean | undefined;
  /** How long the request may take; 10 seconds by default. */
  readonly requestTimeout?: TimeSpan | undefined;
}

const OPTIONS = ["url", "method", "headers", "data", "showData", "showUrl", "requestTimeout"];

/**
 * Declare a task that sends a request over HTTP. It succeeds if the answer has the status 200; its output `info` has the
 * status and the text of the answer.
 *
 * On a cluster, a connector sends it: that of `webhookConnector`, or flytekit's. A template keeps no secret: what is in
 * `headers` is seen by everyone who sees the task.
 *
 * @throws what `task` throws.
 * @example
 * const notify = webhookTask({
 *   name: "shop.notify", inputs: { text: t.string() }, url: "https://chat.example.com/hook", data: { text: "{inputs.text}" },
 * });
 */
export function webhookTask<const I extends Shape = {}>(
  declaration: WebhookTaskDeclaration<I>,
): TemplateTask<I, { readonly info: t.Json }> {
  return atCaller(webhookTask, () => {
    const whole: TaskDeclaration<I, { readonly info: t.Json }> = {
      ...declaration,
      outputs: { info: t.json() },
    };
    return taskOfConnector<I, { readonly info: t.Json }>(whole, {
      words: "webhook task",
      callee: webhookTask,
      options: OPTIONS,
      connector: webhookConnector(),
      custom: { ...customOf(declaration) },
    });
  });
}

function customOf<I extends Shape>(declaration: WebhookTaskDeclaration<I>): WebhookCustom {
  const {
    name,
    url,
    method = "POST",
    headers = {},
    data = {},
    inputs,
  } = Object(declaration) as typeof declaration;
  const { showData = false, showUrl = false, requestTimeout = "10 seconds" } = declaration;
  const at = `webhook task ${name}`;
  refuseOptions(Object(declaration), { at, refused: ["output", "outputs", "custom"], known: OPTIONS });
  assertText(url ?? "", "url", at);
  assertTexts(headers, "headers", at);
  assertBoolean(showData, "showData", at);
  assertBoolean(showUrl, "showUrl", at);
  const known: unknown = method;
  if (known !== "GET" && known !== "POST") throw wrong(at, "method", "GET or POST", describeValue(method));
  const fault = isPlainObject(data) ? faultOfJson(data) : { path: "", problem: describeValue(data) };
  if (fault !== undefined)
    throw wrong(at, `data${fault.path}`, "an object that JSON can hold", fault.problem);
  const custom = {
    url,
    method,
    headers: { ...headers },
    data: asJson(data) as WebhookCustom["data"],
    show_data: showData,
    show_url: showUrl,
    timeout_sec: Number(parseDuration(requestTimeout, "requestTimeout", at)) / 1e9,
  };
  assertNames(custom, { at, names: Object.keys(inputs ?? {}) });
  return custom;
}

function assertNames(
  custom: WebhookCustom,
  { at, names }: { readonly at: string; readonly names: readonly string[] },
): void {
  for (const option of ["url", "headers", "data"] as const) {
    const stray = namesIn(custom[option]).find((name) => !names.includes(inputNamed(name) ?? ""));
    if (stray === undefined) continue;
    const known =
      names.length === 0 ? "there are no inputs" : names.map((name) => `{inputs.${name}}`).join(", ");
    throw wrong(at, option, `names of inputs in braces (${known})`, `{${stray}}`);
  }
}

function wrong(at: string, option: string, wanted: string, given: string): Error {
  const advice = `Correct \`${option}\`. In braces, a name with a dot is one of an input: \`{inputs.day}\`.`;
  return coreErrors.OPTION_INVALID({ at, option, wanted, given, inWords: given, advice });
}
