import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  post,
  saveMachine,
  saveWorkDir
} from "./chunk-Q4D36K4C.js";
import "./chunk-YHRFI3HP.js";
import "./chunk-DQY64HLE.js";
import "./chunk-SLJVXMQR.js";
import "./chunk-NJMSYCQ7.js";
import "./chunk-PXJPQQK2.js";
import "./chunk-SS4GCJC3.js";
import "./chunk-7NPCX2TO.js";
import "./chunk-4HNDNYE3.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OS4OHMLR.js";
import "./chunk-FA3HRMSY.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-X76KBH4D.js";
export {
  post,
  saveMachine,
  saveWorkDir
};
