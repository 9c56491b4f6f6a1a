import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  post,
  saveMachine,
  saveWorkDir
} from "./chunk-FFNRK4DY.js";
import "./chunk-33OED2J7.js";
import "./chunk-DQY64HLE.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-LHLQYRMB.js";
import "./chunk-2AUDKZ4W.js";
import "./chunk-KGPMGHIE.js";
import "./chunk-B2QDC65I.js";
import "./chunk-ELBESNTV.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OS4OHMLR.js";
import "./chunk-DWJMXZGM.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-7OSXWTH4.js";
export {
  post,
  saveMachine,
  saveWorkDir
};
