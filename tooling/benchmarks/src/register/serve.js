// The stand-in for flyteadmin in a process of its own: prints where it is, here and far away, and ends with its input.
import { startAdmin } from "@flytekit-ts/admin";
import { far } from "./far.js";

const admin = await startAdmin();
const away = await far(admin.endpoint, 10);
process.stdout.write(`${admin.endpoint} ${away.endpoint}\n`);
process.stdin.resume().on("end", () => {
  away.close();
  void admin.close();
});
