import {
  post,
  saveMachine,
  saveWorkDir
} from "./chunk-BURY3PZQ.js";
import "./chunk-2XTFS6ZF.js";
import "./chunk-QMTQUMZS.js";
import "./chunk-BZUPZLSE.js";
import "./chunk-POHZVVS5.js";
import "./chunk-DILSY2YF.js";
import "./chunk-UMY5QCW6.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-KVH47LMI.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-KAKGKCN4.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-OOLZV5JI.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";
export {
  post,
  saveMachine,
  saveWorkDir
};
