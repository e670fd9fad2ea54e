import { startAdmin } from "@flytekit-ts/admin";
import { expect, it } from "vitest";

import { errors } from "../errors.js";
import { connect } from "./connect.js";

it("names the server, the call and the server's words where a call fails", async () => {
  const admin = await startAdmin();
  const remote = await connect({ endpoint: admin.endpoint, insecure: true });
  const failure: unknown = await remote.connection.identity.userInfo({}).catch((error: unknown) => error);
  expect(failure).toSatisfy(errors.CALL_UNSUPPORTED.is);
  expect(failure).toMatchObject({ params: { endpoint: admin.endpoint, call: "IdentityService.UserInfo" } });
  await remote.close();
  await admin.close();
});
