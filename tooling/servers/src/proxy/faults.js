/** @typedef {import("../../index.js").Fault} Fault */

/**
 * Answers that servers give instead of an object.
 */
export const faults = Object.freeze({
  /**
   * S3, when it is asked too often.
   *
   * @param {{ retryAfter?: number }} [options]
   * @returns {Fault}
   */
  slowDown: ({ retryAfter } = {}) => ({
    kind: "answer",
    status: 503,
    headers: { "content-type": "application/xml", ...retryAfterHeader(retryAfter) },
    body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>SlowDown</Code><Message>Please reduce your request rate.</Message></Error>',
  }),

  /**
   * @param {{ retryAfter?: number }} [options]
   * @returns {Fault}
   */
  tooManyRequests: ({ retryAfter } = {}) => ({
    kind: "answer",
    status: 429,
    headers: { "content-type": "application/json", ...retryAfterHeader(retryAfter) },
    body: '{"error":{"code":429,"message":"Too many requests."}}',
  }),

  /**
   * @param {number} [status]
   * @returns {Fault}
   */
  serverError: (status = 500) => ({ kind: "answer", status, body: "It is broken." }),
});

/**
 * @param {number | undefined} seconds
 * @returns {Record<string, string>}
 */
function retryAfterHeader(seconds) {
  return seconds === undefined ? {} : { "retry-after": String(seconds) };
}
