import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  getState,
  saveState
} from "./chunk-X7X35JEF.js";
import "./chunk-P4Z2SUOO.js";

// src/action/step.ts
async function step(main) {
  const isPost = getState("isPost") !== "";
  saveState("isPost", "true");
  if (isPost) await (await import("./post-CFJGNX77.js")).post();
  else await main();
}
export {
  step
};
