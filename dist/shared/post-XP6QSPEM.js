import {
  MachineNotes,
  post,
  saveWorkDir
} from "./chunk-3GVSR3QS.js";
import "./chunk-OSA5E4T2.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-2NXDOHNH.js";
import "./chunk-BZUPZLSE.js";
import "./chunk-POHZVVS5.js";
import "./chunk-DILSY2YF.js";
import "./chunk-UMY5QCW6.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-KVH47LMI.js";
import "./chunk-WOB6IITG.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-KAKGKCN4.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";
export {
  MachineNotes,
  post,
  saveWorkDir
};
