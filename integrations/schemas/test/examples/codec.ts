import { runLocal } from "@flytekit-ts/local-exec";
import { task } from "@flytekit-ts/workflow";
import { z } from "zod";

const Day = z.codec(z.iso.date(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString().slice(0, 10),
});

const next = task({ name: "codec.next", inputs: { day: Day }, output: Day }, ({ day }) =>
  z.encode(Day, new Date(day.getTime() + 86_400_000)),
);
export const result = await runLocal(next, { day: "2024-02-29" });
