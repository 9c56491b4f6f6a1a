import {
  decodedVerdict
} from "./chunk-57EZI6XK.js";
import {
  makeResult,
  replay
} from "./chunk-JZXD2SMJ.js";
import {
  isRecording,
  readOrigin
} from "./chunk-NI6CKDLU.js";

// src/report/judged.ts
async function judgeAgain(log, scenario, stream = "console", tell = () => void 0) {
  let verdict;
  let facts = isRecording(log) ? { origin: readOrigin(log) } : {};
  for (const event of replay(log, scenario.rules, stream)) {
    if (event.type === "launch") facts = { ...facts, booted: event.booted, argv: event.argv };
    if (event.type !== "verdict") await tell(event);
    else {
      verdict = await decodedVerdict(event.verdict, scenario.guest?.vmlinux);
      await tell({ ...event, verdict });
    }
  }
  if (verdict === void 0) throw new Error("the log ended without a verdict");
  return makeResult(scenario, verdict, facts);
}

export {
  judgeAgain
};
