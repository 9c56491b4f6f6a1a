import {
  MachineNotes,
  post,
  saveWorkDir
} from "./chunk-C4ASCEZV.js";
import "./chunk-75FURJXI.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-NGXJFHFG.js";
import "./chunk-QQ45P5BQ.js";
import "./chunk-POHZVVS5.js";
import "./chunk-B3E2T4C2.js";
import "./chunk-5XTVBRU6.js";
import "./chunk-RBANNFPH.js";
import "./chunk-BORWYDAJ.js";
import "./chunk-WOB6IITG.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-RPJHQSHZ.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-BM2IJI2T.js";
import "./chunk-P4Z2SUOO.js";
export {
  MachineNotes,
  post,
  saveWorkDir
};
