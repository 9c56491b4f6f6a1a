import {
  pageRun,
  tooLong,
  writeReport
} from "./chunk-427LDU7C.js";
import "./chunk-T7XAKIRX.js";
import "./chunk-FTRQMIJ3.js";
import "./chunk-IIUVJISF.js";
import "./chunk-XUBCMVSW.js";
import "./chunk-YJUB5JHN.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-RS4IB5E5.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-CJK44M2I.js";
import "./chunk-OOLZV5JI.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";
export {
  pageRun,
  tooLong,
  writeReport
};
