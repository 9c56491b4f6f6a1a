import {
  post,
  saveMachine,
  saveWorkDir
} from "./chunk-HJGO5DAQ.js";
import "./chunk-ECNF35K4.js";
import "./chunk-FUCMNW7W.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-3TMRABTC.js";
import "./chunk-FT545GEO.js";
import "./chunk-B2QDC65I.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-ELBESNTV.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-HSYB7NEV.js";
import "./chunk-2BBUKTQW.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-7OSXWTH4.js";
export {
  post,
  saveMachine,
  saveWorkDir
};
