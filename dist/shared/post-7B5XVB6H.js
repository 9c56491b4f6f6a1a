import {
  post,
  saveMachine,
  saveWorkDir
} from "./chunk-M2Q6SEKR.js";
import "./chunk-XXFLGQA2.js";
import "./chunk-HYCH4LNW.js";
import "./chunk-3BB4XYPX.js";
import "./chunk-GB3H2CIA.js";
import "./chunk-MCS7UE6O.js";
import "./chunk-UMY5QCW6.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-KVH47LMI.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-OOLZV5JI.js";
import "./chunk-YIF3J6O5.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";
export {
  post,
  saveMachine,
  saveWorkDir
};
