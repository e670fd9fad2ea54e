import { t, task } from "@flytekit-ts/core";
import { workflow } from "@flytekit-ts/workflow";

const inputs = { x: t.int() };
const output = t.int();

/** What a plugin exports: a type, a task, a workflow. */
export const count = t.int();
export const square = task({ name: "acme.square", inputs, output }, ({ x }) => x * x);
export const squared = workflow({ name: "acme.squared", inputs, output }, ({ x }) => square({ x }));
/** A workflow around a task of the app. */
export const around = (given) => workflow({ name: "acme.around", inputs, output }, ({ x }) => given({ x }));
/** An error of the plugin's copy of core. */
export const fail = () => t.enum([]);
