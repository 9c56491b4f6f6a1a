import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import {
  check,
  demo,
  onTerminal,
  probe,
  run,
  validate,
  warn
} from "./chunk-SZDX4KGH.js";
import "./chunk-IEGLZX6M.js";
import "./chunk-DAL3TAWQ.js";
import "./chunk-BWLEY7RV.js";
import "./chunk-XF2MJ2L3.js";
import "./chunk-XXBMLWDM.js";
import "./chunk-IMYYQHJR.js";
import "./chunk-EYO23A2M.js";
import "./chunk-EBD6PO5G.js";
import "./chunk-7UAGVVU3.js";
import "./chunk-DQY64HLE.js";
import "./chunk-VUIA5S7F.js";
import "./chunk-SL2OUSAE.js";
import "./chunk-RBQLQIB5.js";
import "./chunk-L7QEMPOL.js";
import "./chunk-SLJVXMQR.js";
import "./chunk-NVXCXTSY.js";
import "./chunk-L7TOWTXY.js";
import "./chunk-MP4JWOEC.js";
import "./chunk-BDOTOFU7.js";
import "./chunk-WGHKWQVK.js";
import "./chunk-NJMSYCQ7.js";
import "./chunk-PXJPQQK2.js";
import "./chunk-SS4GCJC3.js";
import "./chunk-7NPCX2TO.js";
import "./chunk-4HNDNYE3.js";
import "./chunk-J27YLO4G.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OS4OHMLR.js";
import "./chunk-N45NDHWY.js";
import "./chunk-FA3HRMSY.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-X76KBH4D.js";
export {
  check,
  demo,
  onTerminal,
  probe,
  run,
  validate,
  warn
};
