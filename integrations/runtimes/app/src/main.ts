import { runLocal } from "@flytekit-ts/local-exec";
import { area } from "./area.ts";

console.log(await runLocal(area, { side: 12 })); // 144
