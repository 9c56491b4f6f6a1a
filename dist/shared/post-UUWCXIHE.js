import {
  MachineNotes,
  post,
  saveWorkDir
} from "./chunk-TVVMCEDP.js";
import "./chunk-JBSIX7IB.js";
import "./chunk-VM3YECVA.js";
import "./chunk-5UXIQAYR.js";
import "./chunk-POHZVVS5.js";
import "./chunk-M3NQKO3U.js";
import "./chunk-LZS5NMGH.js";
import "./chunk-PAW3MIGX.js";
import "./chunk-3UQVA5YR.js";
import "./chunk-GM4JGWXZ.js";
import "./chunk-7GO3TDGG.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";
export {
  MachineNotes,
  post,
  saveWorkDir
};
