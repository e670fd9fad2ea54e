import fc from "fast-check";

/** Words that nobody types, or only by mistake. */
export const nasty = [
  "",
  " ",
  "-",
  "--",
  "---",
  "-=",
  "--=",
  "--=x",
  "\0",
  "a\0b",
  "\u001b[2J",
  "\ud800",
  "\udfff--json",
  "__proto__",
  "constructor",
  "--__proto__",
  "--constructor=1",
  "toString",
  "../..",
  "/",
  "/dev/null",
  "file:///etc/passwd",
  "http://localhost:1/x.js",
  "-1",
  "1e999",
  "NaN",
  "🦆",
  "日本語",
  "'",
  '"',
  "$(x)",
  "%s%n",
  "x".repeat(100_000),
  "--".concat("y".repeat(10_000)),
];

/** What may stand for the value of anything. */
export const value = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ maxLength: 12 }),
  fc.constantFrom("src/workflows.js", "hello", "src", "flyte.config.js", "5", "1d", "a=b", "phase=FAILED"),
);
