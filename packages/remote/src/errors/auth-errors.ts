import { defineErrors } from "@flytekit-ts/core/errors";

/** The errors of signing in: a part of the catalogue. No message holds a token, a code or a secret. */
export const authErrors = defineErrors({
  AUTH_COMMAND_FAILED: {
    origin: "user",
    message: (p: { command: string; problem: string; said: string }) =>
      `The command \`${p.command}\`, which prints a token, failed: ${p.problem}.${said(p.said)}`,
    hint: "Run the command in a terminal: it must print the token alone, and end with exit code 0.",
  },
  AUTH_ENDPOINT_INSECURE: {
    origin: "user",
    message: (p: { endpoint: string; url: string }) =>
      `${p.endpoint}, which is reached with TLS, names ${p.url} for signing in, where secrets would be sent without TLS.`,
    hint: "Ask the people who run the cluster for an authorization server that uses https.",
  },
  AUTH_REFUSED: {
    origin: "user",
    message: (p: { url: string; error: string; said: string }) =>
      `${p.url} gives no token: ${p.error}.${said(p.said)}`,
    hint: ({ error }) =>
      error === "invalid_client"
        ? "Check the client id and the secret of the configuration."
        : "Check client id, scopes and audience of the configuration.",
  },
  AUTH_SERVER_FAILED: {
    origin: "system",
    message: (p: { url: string; problem: string }) =>
      `${p.url} gave no answer that can be used: ${p.problem}.`,
    hint: "Try again, and look at the log of the authorization server. Stored tokens are kept.",
  },
  AUTH_SETTING_MISSING: {
    origin: "user",
    message: (p: { type: string; setting: string }) =>
      `Signing in by \`${p.type}\` needs \`${p.setting}\`, which the configuration does not have.`,
    hint: ({ setting }) => `Add \`${setting}\` to the configuration, or choose another \`auth.type\`.`,
  },
  AUTH_UNSUPPORTED: {
    origin: "user",
    message: (p: { endpoint: string; problem: string }) =>
      `${p.endpoint} cannot be signed in to that way: ${p.problem}.`,
    hint: "Choose another `auth.type`, or ask the people who run the cluster which one they support.",
  },
  SIGN_IN_ANSWER_WRONG: {
    origin: "user",
    message: (p: { problem: string }) =>
      `The browser brought an answer that this sign-in did not ask for: ${p.problem}.`,
    hint: "Sign in again, and use only the page that is opened then. Close older ones.",
  },
  SIGN_IN_DENIED: {
    origin: "user",
    message: (p: { endpoint: string; error: string; said: string }) =>
      `Signing in to ${p.endpoint} was refused: ${p.error}.${said(p.said)}`,
    hint: "Sign in again and agree, or ask the people who run the cluster for access.",
  },
  SIGN_IN_PORT_TAKEN: {
    origin: "user",
    message: (p: { address: string; problem: string }) =>
      `The page that the browser returns to cannot be served at ${p.address}: ${p.problem}.`,
    hint: "End the program that uses the port, such as another sign-in, and try again. `DeviceFlow` needs no port.",
  },
  SIGN_IN_TIMED_OUT: {
    origin: "user",
    message: (p: { endpoint: string; seconds: number }) =>
      `Nobody signed in to ${p.endpoint} within ${p.seconds} s.`,
    hint: "Try again. On a machine without a browser, use `DeviceFlow`; for programs, use `ClientSecret`.",
  },
  TOKEN_FILE_EXPOSED: {
    origin: "user",
    message: (p: { path: string; mode: string }) =>
      `Others can read the tokens in ${p.path} (its mode is ${p.mode}), so they are not used.`,
    hint: "Delete the file and sign in again. Anyone who read the file may have your tokens.",
  },
});

function said(words: string): string {
  return words.trim() === "" ? "" : ` It says: ${words.trim()}`;
}
