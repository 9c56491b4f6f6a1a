
// src/scenario/request.ts
import { resolve } from "node:path";
var URL = /^(https?|ssh|git|file):\/\/./;
var SCP = /^[\w.-]+@[\w.-]+:./;
var REF = /^(?![-./])(?!.*(\.\.|\/\/|@\{))[\w./@+-]+(?<![./])$/;
var DEFINE = /^[A-Za-z_]\w*=[\w./:+-]*$/;
var FEATURE = /^[a-z][\w-]*$/;
function parseRequest({ name, build = "release", pins, ref, repository, defines = [] }, base) {
  const problems = [];
  if (ref !== void 0 && !REF.test(ref)) {
    problems.push({ key: "ref", message: `"${ref}" is not a tag, a branch or a commit` });
  }
  if (ref !== void 0 && pins !== void 0) {
    problems.push({
      key: "ref",
      message: `"${ref}" already says what "pins: ${pins}" would: give one of them`
    });
  }
  if (repository !== void 0 && /^\w*::/.test(repository)) {
    problems.push({ key: "repository", message: `"${repository}" is not a git URL or a directory` });
  }
  const [pattern, example] = name === "tdvf" ? [DEFINE, "a build define such as SECURE_BOOT_ENABLE=TRUE"] : [FEATURE, "a cargo feature"];
  for (const define of defines.filter((text) => !pattern.test(text))) {
    problems.push({ key: "defines", message: `"${define}" is not ${example}` });
  }
  const remote = repository === void 0 || URL.test(repository) || SCP.test(repository);
  const request = {
    name,
    build,
    ...pins === void 0 ? {} : { pins },
    ...ref === void 0 ? {} : { ref },
    ...repository === void 0 ? {} : { repository: remote ? repository : resolve(base, repository) },
    defines
  };
  return { request, problems };
}

export {
  REF,
  parseRequest
};
