import { runLocal } from "@flytekit-ts/local-exec";
import { gradeHere } from "./grade-here.js";
import { harvest } from "./orchard.js";

const lines = ["Elstar 140 0", "Elstar 110 0", "Cox 95 1", "Cox 130 0"];
console.log(await runLocal(harvest, { lines }, { mocks: [gradeHere] }));
