import {
  grouped,
  summarize,
  summarizeRefusal,
  withTimes
} from "./chunk-DKPIWBFT.js";
import "./chunk-V67K3L6B.js";
import "./chunk-OJB7LD6L.js";
import "./chunk-5SFQNJWB.js";
import "./chunk-GMRKDGWK.js";
import "./chunk-K6VLZNBD.js";
import "./chunk-ALDQ2EZP.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-HNLTKXNJ.js";
import "./chunk-R25FUZDT.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-WOB6IITG.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-BM2IJI2T.js";
import "./chunk-P4Z2SUOO.js";
export {
  grouped,
  summarize,
  summarizeRefusal,
  withTimes
};
