import {
  MachineNotes,
  post,
  saveWorkDir
} from "./chunk-GUGIP3PX.js";
import "./chunk-277MTJXC.js";
import "./chunk-CKD3O6E4.js";
import "./chunk-CP5OC7HH.js";
import "./chunk-POHZVVS5.js";
import "./chunk-M2G3QVKA.js";
import "./chunk-BBYFIMRE.js";
import "./chunk-TJSYBKLF.js";
import "./chunk-T4YCFN63.js";
import "./chunk-GM4JGWXZ.js";
import "./chunk-ZQMABVPH.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import "./chunk-D4THVSJ6.js";
import "./chunk-P4Z2SUOO.js";
export {
  MachineNotes,
  post,
  saveWorkDir
};
