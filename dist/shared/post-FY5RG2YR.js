import {
  MachineNotes,
  post,
  saveWorkDir
} from "./chunk-EOV6ZAYA.js";
import "./chunk-75FURJXI.js";
import "./chunk-T6SRI57T.js";
import "./chunk-QQ45P5BQ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-ZJDXO6NN.js";
import "./chunk-ER4JHYTJ.js";
import "./chunk-RBANNFPH.js";
import "./chunk-BORWYDAJ.js";
import "./chunk-GM4JGWXZ.js";
import "./chunk-WTWDRYRV.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-WOB6IITG.js";
import "./chunk-TOLEDQXP.js";
import "./chunk-BM2IJI2T.js";
import "./chunk-P4Z2SUOO.js";
export {
  MachineNotes,
  post,
  saveWorkDir
};
