export { errors as remoteErrors } from "../errors.js";
