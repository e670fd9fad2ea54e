// The tasks that flytekit ran for the rows of cli-values.jsonl, in TypeScript. Each says what its input became, as JSON.
import { launchPlan, t, task, workflow } from "@flytekit-ts/workflow";
import type { TypeLike } from "@flytekit-ts/core";
import { shown } from "./shown.js";

// Flyte's ints have 64 bits, and numbers of JavaScript 53.
const int = t.int({ bigint: true });
export const Color = t.enum(["red", "dark blue"]);
export const Point = t.struct("Point", {
  x: int,
  y: t.float().default(1.5),
  tags: t.list(t.string()).default([]),
  sub: t.optional(t.string()),
});
const Rich = t.struct("Rich", {
  n: int.default(1n),
  f: t.float().default(1.5),
  b: t.boolean().default(true),
  when: t.optional(t.datetime()),
  span: t.optional(t.duration()),
  color: Color.default("red"),
  kids: t.list(Point).default([]),
  m: t.map(int).default({}),
  s: t.string().default("s"),
});

function say(name: string, x: TypeLike) {
  return task(
    { name: `flow.${name}`, inputs: { x }, output: t.string() },
    (inputs: { readonly x?: unknown }) => shown(inputs.x),
  );
}

export const t_int = say("t_int", int);
export const t_float = say("t_float", t.float());
export const t_str = say("t_str", t.string());
export const t_bool = say("t_bool", t.boolean());
export const t_bool_true = say("t_bool_true", t.boolean().default(true));
export const t_datetime = say("t_datetime", t.datetime());
export const t_date = say("t_date", t.date());
export const t_duration = say("t_duration", t.duration());
export const t_enum = say("t_enum", Color);
export const t_enum_default = say("t_enum_default", Color.default("dark blue"));
export const t_list = say("t_list", t.list(int));
export const t_lists = say("t_lists", t.list(t.list(t.float())));
export const t_strs = say("t_strs", t.list(t.string()));
export const t_map = say("t_map", t.map(int));
export const t_dict = say("t_dict", t.json());
export const t_record = say("t_record", Point);
export const t_records = say("t_records", t.list(Point));
export const t_record_default = say(
  "t_record_default",
  Point.default({ x: 7n, y: 1.5, tags: [], sub: undefined }),
);
export const t_opt_int = say("t_opt_int", t.optional(int));
export const t_opt_default = say("t_opt_default", t.optional(int).default(3n));
export const t_opt_list = say("t_opt_list", t.optional(t.list(int)));
export const t_opt_record = say("t_opt_record", t.optional(Point));
export const t_union = say("t_union", t.union([int, t.string()]));
export const t_union_str_first = say("t_union_str_first", t.union([t.string(), int, t.boolean()]));
export const t_union_float = say("t_union_float", t.union([int, t.float(), t.string()]));
export const t_union_date = say("t_union_date", t.union([t.datetime(), t.string()]));
export const t_file = say("t_file", t.file());
export const t_csv = say("t_csv", t.file("csv"));
export const t_dir = say("t_dir", t.directory());
export const t_dataset = say("t_dataset", t.dataset());
export const t_files = say("t_files", t.list(t.file()));
// A class of Python has no counterpart: what is nearest is a record.
export const t_pickle = say("t_pickle", t.struct("Thing", { n: t.int() }));

// What the rows of cli-more.jsonl have besides.
export const t_rich = say("t_rich", Rich);
export const t_datetimes = say("t_datetimes", t.list(t.datetime()));
export const t_durations = say("t_durations", t.list(t.duration()));
export const t_bools = say("t_bools", t.list(t.boolean()));
export const t_floats = say("t_floats", t.list(t.float()));
export const t_opt_str = say("t_opt_str", t.optional(t.string()));
export const t_opt_dt = say("t_opt_dt", t.optional(t.datetime()));
export const t_opt_bool = say("t_opt_bool", t.optional(t.boolean()));
export const t_opt_enum = say("t_opt_enum", t.optional(Color));
export const t_union_list = say("t_union_list", t.union([t.list(int), t.string()]));
export const t_union_fi = say("t_union_fi", t.union([t.float(), int, t.string()]));
export const t_unions = say("t_unions", t.list(t.union([int, t.string()])));
export const t_enums = say("t_enums", t.list(Color));
export const t_maps = say("t_maps", t.map(t.list(t.string())));
export const t_lit = say("t_lit", t.literal(["left", "right"]));
export const t_litint = say("t_litint", t.literal([1, 2]));
export const t_intmap = say("t_intmap", t.map(t.string(), { keys: int }));
export const t_opts = say("t_opts", t.list(t.optional(int)));
export const t_map_rec = say("t_map_rec", t.map(Point));

export const t_two_words = task(
  { name: "flow.t_two_words", inputs: { two_words: t.boolean().default(true) }, output: t.string() },
  ({ two_words }) => shown(two_words),
);
export const t_snake = task(
  { name: "flow.t_snake", inputs: { two_words: int }, output: t.string() },
  ({ two_words }) => shown(two_words),
);
export const t_names = task(
  {
    name: "flow.t_names",
    inputs: { snake_case: int, camelCase: int.default(1n), help_me: int.default(2n) },
    output: t.string(),
  },
  ({ snake_case, camelCase, help_me }) => shown([snake_case, camelCase, help_me]),
);
export const t_default_int = task(
  {
    name: "flow.t_default_int",
    inputs: { x: int.default(5n), y: t.string().default("d"), when: t.duration().default(300_000) },
    output: t.string(),
  },
  ({ x, y, when }) => shown([x, y, when]),
);
export const t_two = task(
  { name: "flow.t_two", inputs: { x: int.default(5n), y: t.string().default("d") }, output: t.string() },
  ({ x, y }) => shown([x, y]),
);
export const t_flags = task(
  {
    name: "flow.t_flags",
    inputs: { x: t.boolean(), y: t.boolean().default(true), z: t.optional(t.boolean()) },
    output: t.string(),
  },
  ({ x, y, z }) => shown([x, y, z]),
);
export const t_fail = task(
  { name: "flow.t_fail", inputs: { x: int }, output: t.string() },
  ({ x }): string => {
    throw new RangeError(`cannot ${x}`);
  },
);
export const t_none = task({ name: "flow.t_none", inputs: { x: int } }, () => undefined);
export const t_pair = task(
  { name: "flow.t_pair", inputs: { x: int }, outputs: { a: int, b: t.string() } },
  ({ x }) => ({ a: x, b: "s" }),
);

export const wf = workflow(
  { name: "flow.wf", inputs: { x: int, name: t.string().default("n") }, output: t.string() },
  ({ x }) => t_int({ x }),
);
export const wf_fail = workflow({ name: "flow.wf_fail", inputs: { x: int }, output: t.string() }, ({ x }) =>
  t_fail({ x }),
);
export const wf_void = workflow({ name: "flow.wf_void", inputs: { x: int } }, ({ x }) => {
  t_none({ x });
});
export const plan = launchPlan(wf, { name: "my_plan", defaultInputs: { x: 9n }, fixedInputs: { name: "f" } });

export function helper(x: unknown): unknown {
  return x;
}
