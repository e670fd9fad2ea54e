import { registering } from "./src/register/register.js";
for (const l of await registering()) console.log(l);
