/** Half of a surrogate pair: UTF-8 has none, so an encoder would silently write another string. */
import {
  approve,
  compile,
  conditional,
  containerTask,
  cron,
  isFlytekitError,
  launchPlan,
  mapTask,
  referenceTask,
  sleep,
  t,
  task,
  waitForInput,
  workflow,
} from "@flytekit-ts/workflow";
import { serialize } from "@flytekit-ts/workflow/serialize";
import { describe, expect, it } from "vitest";

const inc = task({ name: "inc", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x);
const note = task({ name: "note", inputs: { s: t.string().default("") } }, () => {});

const taskOptions = {
  timeout: "1 min",
  cache: { version: "1", ignoredInputs: [] },
  image: "image",
  environment: { NAME: "value" },
  accelerator: { device: "gpu", partition: "1g" },
  sharedMemory: "2Gi",
  resources: { cpu: "1", memory: { request: "1Gi", limit: "2Gi" } },
  podTemplate: {
    podSpec: { containers: [{ name: "primary", env: [{ name: "A", value: "b" }] }], list: ["a", ["b"]] },
    primaryContainer: "primary",
    labels: { label: "value" },
    annotations: { annotation: "value" },
  },
  secrets: [{ group: "group", key: "key", version: "1", mount: "env", variable: "V" }],
  runAs: { serviceAccount: "me", iamRole: "role" },
  config: { key: "value" },
  custom: { key: ["value", { inner: "value" }] },
  deprecated: "use another",
  docs: { short: "short", long: "long", format: "markdown", link: "https://example.com" },
};
const callOptions = {
  id: "node",
  displayName: "shown",
  timeout: "1 min",
  cache: { version: "1" },
  image: "image",
  accelerator: { device: "gpu", partition: "1g" },
  sharedMemory: "2Gi",
  resources: { cpu: "1", memory: { request: "1Gi", limit: "2Gi" } },
  podTemplate: {
    podSpec: { a: "b" },
    primaryContainer: "primary",
    labels: { a: "b" },
    annotations: { a: "b" },
  },
  aliases: { o0: "renamed" },
};
const planOptions = {
  name: "plan",
  labels: { label: "value" },
  annotations: { annotation: "value" },
  rawOutputPrefix: "s3://bucket",
  notifications: [{ on: ["failed"], email: ["a@example.com"], slack: ["b@example.com"], pagerDuty: ["c"] }],
  runAs: { serviceAccount: "me", iamRole: "role" },
  defaultInputs: { s: "x" },
};
const settings = {
  project: "p",
  domain: "d",
  version: "v",
  image: "image",
  environment: { NAME: "value" },
};
const inBody = (body: (inputs: any) => unknown): unknown =>
  compile(
    workflow(
      { name: "w", inputs: { x: t.int(), m: t.map(t.int()), s: t.string() } },
      (inputs) => void body(inputs),
    ),
  );
const whole = workflow({ name: "whole", inputs: { s: t.string() } }, ({ s }) => void note({ s }));

/** Everything that takes strings, with the strings that it takes. */
const doors: Readonly<Record<string, readonly [options: any, open: (options: any) => unknown]>> = {
  task: [{ name: "a", module: "file:///a.js", ...taskOptions }, (options) => task(options, () => {})],
  "docs as a string": [{ docs: "short" }, ({ docs }) => task({ name: "a", docs }, () => {})],
  "accelerator as a string": [{ a: "gpu" }, ({ a }) => task({ name: "a", accelerator: a }, () => {})],
  "named pod template": [{ p: "pod" }, ({ p }) => task({ name: "a", podTemplate: p }, () => {})],
  "container task": [
    { name: "a", image: "i", command: ["a", "b"], args: ["c"], inputDir: "/in", outputDir: "/out" },
    containerTask as never,
  ],
  call: [callOptions, (options) => inBody(({ x }) => inc({ x }, options))],
  "map call": [
    { id: "node", displayName: "shown" },
    (options) => inBody(({ m }) => mapTask(inc)({ x: [m.at("a")] }, options)),
  ],
  workflow: [
    {
      name: "w",
      docs: { short: "short", long: "long", link: "https://example.com" },
      defaultOptions: { labels: { a: "b" }, annotations: { a: "b" } },
    },
    (options) => workflow(options, () => {}),
  ],
  "launch plan": [planOptions, (options) => launchPlan(whole, options)],
  "fixed inputs": [{ s: "x" }, (fixedInputs) => launchPlan(whole, { name: "plan", fixedInputs })],
  cron: [{ kickoffTime: "at", offset: "PT1H" }, (options) => cron("0 2 * * *", options)],
  "cron expression": [{ e: "0 2 * * *" }, ({ e }) => cron(e)],
  reference: [{ name: "a", project: "p", domain: "d", version: "v" }, referenceTask as never],
  conditional: [
    { name: "c" },
    ({ name }) =>
      inBody(({ x }) =>
        conditional(name)
          .if(x.gt(1), () => inc({ x }))
          .else(() => inc({ x })),
      ),
  ],
  "conditional options": [
    { id: "c", displayName: "d" },
    (options) =>
      inBody(({ x }) =>
        conditional("c", options)
          .if(x.gt(1), () => inc({ x }))
          .else(() => inc({ x })),
      ),
  ],
  fail: [
    { m: "no" },
    ({ m }) =>
      inBody(({ x }) =>
        conditional("c")
          .if(x.gt(1), () => inc({ x }))
          .fail(m),
      ),
  ],
  approve: [{ name: "ok" }, ({ name }) => inBody(({ x }) => approve(x, name))],
  waitForInput: [{ name: "ok" }, ({ name }) => inBody(() => waitForInput(name, t.int()))],
  sleep: [{ span: "1 min", displayName: "z" }, ({ span, ...options }) => inBody(() => sleep(span, options))],
  "key of a map": [{ key: "a" }, ({ key }) => inBody(({ m }) => inc({ x: m.at(key) }))],
  "constant in a condition": [
    { v: "a" },
    ({ v }) =>
      inBody(({ s, x }) =>
        conditional("c")
          .if(s.eq(v), () => inc({ x }))
          .fail("no"),
      ),
  ],
  argument: [{ s: "a" }, (args) => inBody(() => note(args))],
  "default of an input": [{ v: "a" }, ({ v }) => t.string().default(v)],
  description: [{ text: "a" }, ({ text }) => t.string().describe(text)],
  enum: [{ values: ["a", "b"] }, ({ values }) => t.enum(values)],
  record: [{ name: "P" }, ({ name }) => t.struct(name, { f: t.int() })],
  field: [{ name: "f" }, ({ name }) => t.struct("P", { [name]: t.int() })],
  settings: [settings, (given) => serialize([inc], given)],
};

const HALF = "\ud83d";
interface Broken {
  readonly where: string;
  readonly options: unknown;
}

/** The options, each time with another string or key that is broken. */
function* brokenIn(value: unknown, where: string): Generator<Broken> {
  if (typeof value === "string") yield { where, options: value + HALF };
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    for (const { where: at, options } of brokenIn(part, `${where}.${key}`)) {
      yield {
        where: at,
        options: Array.isArray(value) ? value.with(Number(key), options) : { ...value, [key]: options },
      };
    }
    // The one key of a door is ours.
    if (Array.isArray(value) || (!where.includes(".") && Object.keys(value).length === 1)) continue;
    const { [key]: _, ...rest } = value as Record<string, unknown>;
    yield { where: `the key ${where}.${key}`, options: { ...rest, [key + HALF]: part } };
  }
}

const refusalOf = (act: () => unknown): unknown => {
  try {
    act();
    return "taken";
  } catch (error) {
    return error;
  }
};

describe("half of a surrogate pair", () => {
  it.each(Object.entries(doors))("is refused wherever a string enters: %s", (where, [options, open]) => {
    expect(refusalOf(() => open(options))).toBe("taken");
    const taken = [...brokenIn(options, where)].filter(
      (each) => !isFlytekitError(refusalOf(() => open(each.options))),
    );
    expect(taken.map((each) => each.where)).toEqual([]);
  });
});
