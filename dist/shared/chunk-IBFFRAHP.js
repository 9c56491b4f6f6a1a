
// src/process/version.ts
import { readFileSync } from "node:fs";
function packageVersion() {
  const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return JSON.parse(text).version;
}

export {
  packageVersion
};
