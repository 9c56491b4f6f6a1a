import {
  post,
  saveMachine,
  saveWorkDir
} from "./chunk-EHSKRUJA.js";
import "./chunk-33OED2J7.js";
import "./chunk-DQY64HLE.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-2FFNV27E.js";
import "./chunk-FT545GEO.js";
import "./chunk-B2QDC65I.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-ELBESNTV.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OS4OHMLR.js";
import "./chunk-2BBUKTQW.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-7OSXWTH4.js";
export {
  post,
  saveMachine,
  saveWorkDir
};
