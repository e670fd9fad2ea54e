import { relative, sep } from "node:path";
import { mapTask, t, type SourceLocation, task, workflow } from "@flytekit-ts/workflow";
import { allTasks, moduleResolver, serialize } from "@flytekit-ts/workflow/serialize";
import { area, square } from "./area.ts";
import { forgetfulTask, houseTask } from "./house-task.ts";

const declaration = { inputs: { x: t.int() }, output: t.int() };

export const cube = houseTask({ name: "cube", ...declaration }, ({ x }) => x ** 3); // cube
export const lost = forgetfulTask({ name: "lost", ...declaration }, ({ x }) => x); // lost
export const all = workflow({ name: "all", inputs: { xs: t.list(t.int()) } }, ({ xs }) => {
  mapTask(square)({ x: xs });
  cube({ x: 2 }); // call
  area({ side: 3 });
});

const wrong = workflow({ name: "wrong", inputs: { text: t.string() } }, ({ text }) => {
  const [made] = [text].map((each) => cube({ x: each as never })); // argument
  void made;
});
const last = workflow({ name: "last", inputs: { text: t.string() }, output: t.int() }, ({ text }) => {
  return cube({ x: text as never }); // at the end
});

/** What this package knows of the lines and modules of this program. */
export function report(root: string): unknown {
  const at = (location: SourceLocation | undefined) =>
    location && `${relative(root, location.file).split(sep).join("/")}:${location.line}`;
  const settings = { project: "p", domain: "d", version: "v", image: "i", root };
  return {
    places: {
      cube: at(cube.definedAt.location),
      call: at(all.nodes.find(({ entity }) => entity.name === "cube")?.place.location),
      argument: at(locationOf(() => serialize(wrong, settings))),
      "at the end": at(locationOf(() => serialize(last, settings))),
      refused: at(locationOf(() => void task({ name: "no name" }, () => {}))), // refused
      lost: at(
        locationOf(() =>
          serialize(
            workflow({ name: "w" }, () => void lost({ x: 1 })),
            settings,
          ),
        ),
      ),
      outside: at(locationOf(() => void cube({ x: 1 }))), // outside
    },
    modules: serialize(all, settings).flatMap(({ kind, message }) => {
      const target = kind === "task" ? message.template?.target : undefined;
      return target?.$case === "container" ? [target.value.args.slice(-4).join(" ")] : [];
    }),
  };
}

/** What a container does with the words that `serialize` has written. */
export async function loadAll(root: string): Promise<readonly string[]> {
  const resolver = moduleResolver(root);
  const found = allTasks(all).map((each) => resolver.loadTask(resolver.loaderArgs(each, root)));
  return (await Promise.all(found)).map(({ name }) => name);
}

interface Thrown {
  readonly location?: SourceLocation;
  readonly params: { readonly problems?: readonly { readonly location?: SourceLocation }[] };
}

function locationOf(act: () => unknown): SourceLocation | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    const { location, params } = error as Thrown;
    return location ?? params.problems?.[0]?.location;
  }
}
