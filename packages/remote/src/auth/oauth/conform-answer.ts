import { textOf } from "@flytekit-ts/core/errors";
import type { HttpAnswer } from "../../connection/http-client.js";
import { withoutQuery } from "../../connection/without-query.js";
import { authErrors as errors } from "../../errors/auth-errors.js";

/** An answer as the OAuth library wants it. */
export interface ConformAnswer {
  readonly response: Response;
  readonly idToken: string | undefined;
}

/**
 * The answer of an authorization server, as strict readers want it. Servers that flytekit gets through with write numbers as
 * texts, leave out that the token is a bearer's, or say that their JSON is text.
 *
 * @throws `AUTH_SERVER_FAILED` where it is no answer of OAuth
 */
export async function conformAnswer(url: string, answer: HttpAnswer): Promise<ConformAnswer> {
  const { status } = answer;
  const body = parsed(await bodyOf(url, answer));
  const isFine = status >= 200 && status < 300;
  if (body === undefined || (!isFine && typeof body["error"] !== "string")) {
    const problem = isFine ? "it is not JSON" : `its status is ${status}`;
    throw errors.AUTH_SERVER_FAILED({ url: withoutQuery(url), problem });
  }
  const { id_token: idToken, ...rest } = body;
  const response = new Response(JSON.stringify(isFine ? conform(rest) : rest), {
    // The library reads refusals from 4xx only. flyteadmin gives 500 where a refresh token is over.
    status: isFine ? 200 : 400,
    headers: { "content-type": "application/json" },
  });
  return { response, idToken: typeof idToken === "string" ? idToken : undefined };
}

async function bodyOf(url: string, answer: HttpAnswer): Promise<string> {
  try {
    return await answer.text();
  } catch (error) {
    throw errors.AUTH_SERVER_FAILED({
      url: withoutQuery(url),
      problem: `its answer broke off: ${textOf(error)}`,
    });
  }
}

function parsed(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    // What it is instead is not repeated: it may hold a token.
    return undefined;
  }
}

function conform(body: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const numbers = ["expires_in", "interval"].map((name) => [name, numberOf(body[name])] as const);
  const given = [...Object.entries(body), ...numbers].filter(([, value]) => value != null && value !== "");
  return { token_type: "bearer", ...Object.fromEntries(given) };
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "string" && /^\d+$/.test(value) ? Number(value) : undefined;
}
