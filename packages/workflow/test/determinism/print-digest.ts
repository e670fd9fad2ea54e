import { digestsOf } from "./digest.js";

console.log(digestsOf(Number(process.argv[3])).all);
