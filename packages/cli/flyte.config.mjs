import { image } from "../../../../docs/errors/imagez.mjs";
export default { image };
