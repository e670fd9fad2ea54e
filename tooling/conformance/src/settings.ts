/** What the reference messages were registered with. */
export const SETTINGS = {
  project: "proj",
  domain: "development",
  version: "v1",
  image: "example.com/image:v1",
};
