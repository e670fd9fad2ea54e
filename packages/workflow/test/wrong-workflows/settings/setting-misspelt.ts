/** OPTION_UNKNOWN: a setting of a registration is misspelt, in an object that types do not check. */
import { serialize, t, task } from "@flytekit-ts/workflow";

const square = task({ name: "square", inputs: { x: t.int() }, output: t.int() }, ({ x }) => x * x);

const settings = {
  project: "flytesnacks",
  domain: "development",
  version: "v1",
  image: "example/image:1",
  enviroment: { LOG_LEVEL: "debug" },
};

serialize(square, settings); // here
