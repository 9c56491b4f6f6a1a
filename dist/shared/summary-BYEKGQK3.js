import {
  grouped,
  summarize,
  summarizeRefusal,
  withTimes
} from "./chunk-PRLK5LOV.js";
import "./chunk-V67K3L6B.js";
import "./chunk-YBDCVXKD.js";
import "./chunk-5SFQNJWB.js";
import "./chunk-GMRKDGWK.js";
import "./chunk-K6VLZNBD.js";
import "./chunk-WY2NRLVV.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-GIHIYGVQ.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-WOB6IITG.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-Q4CHHY4T.js";
import "./chunk-P4Z2SUOO.js";
export {
  grouped,
  summarize,
  summarizeRefusal,
  withTimes
};
