import { t, task } from "@flytekit-ts/workflow";

const Place = t.struct("Place", {
  name: t.string(),
  height: t.float().default(0.5),
  note: t.optional(t.string()),
});
const Route = t.struct("Route", {
  places: t.list(Place),
  start: Place,
  lengths: t.map(t.float()),
  kind: t.enum(["walk", "ride"]),
});

const scalars = {
  i: t.int(),
  f: t.float(),
  s: t.string(),
  b: t.boolean(),
  at: t.datetime(),
  span: t.duration(),
};

/** Tasks of ours that Python calls. */
export const ourTasks = [
  task({ name: "ours.scalars", inputs: scalars, outputs: scalars }, (values) => values),
  task(
    { name: "ours.measure", inputs: { route: Route }, output: t.float() },
    ({ route }) => route.places.length,
  ),
  task({ name: "ours.place", inputs: { name: t.string() }, output: Place }, ({ name }) => {
    return { name, height: 1, note: undefined };
  }),
  task(
    {
      name: "ours.lists",
      inputs: { xs: t.list(t.list(t.int())), by: t.map(t.string()) },
      output: t.list(Place),
    },
    () => [],
  ),
  task(
    {
      name: "ours.choices",
      inputs: {
        either: t.union([t.int(), t.string()]),
        maybe: t.optional(t.float()),
      },
      output: t.enum(["yes", "no"]),
    },
    () => "yes" as const,
  ),
  task({ name: "ours.route", inputs: { start: Place }, output: Route }, ({ start }) => {
    return { places: [start], start, lengths: {}, kind: "walk" as const };
  }),
  task({ name: "ours.json", inputs: { data: t.json() }, output: t.json() }, ({ data }) => data),
  task(
    {
      name: "ours.files",
      inputs: { file: t.file("csv"), folder: t.directory(), rows: t.dataset({ columns: { id: t.int() } }) },
      output: t.file("csv"),
    },
    ({ file }) => file,
  ),
];
