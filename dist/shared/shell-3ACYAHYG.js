import {
  bootAndReport,
  consoleOf
} from "./chunk-NUTFZQNQ.js";
import "./chunk-3YPKT7AZ.js";
import "./chunk-BT5PU4TN.js";
import "./chunk-XF7Y5JNY.js";
import "./chunk-ZPFBVSHJ.js";
import "./chunk-IBFFRAHP.js";
import "./chunk-CCHCACHL.js";
import "./chunk-NCMDP22J.js";
import "./chunk-XAM7Z75C.js";
import "./chunk-QYXTLK5A.js";
import "./chunk-ZB4LHV3A.js";
import "./chunk-G22QTBE3.js";
import "./chunk-LEVOI2RB.js";
import "./chunk-EABUHY5D.js";
import "./chunk-J6DCDTQO.js";
import "./chunk-4QN54IE2.js";
import "./chunk-FQ3DCRTG.js";
import "./chunk-CT3CYKUU.js";
import "./chunk-HELCCKQW.js";
import "./chunk-PCHR2CJV.js";
import "./chunk-SDZZXB32.js";
import "./chunk-TYXNQKKF.js";
import "./chunk-D3F3PKKQ.js";
import "./chunk-772ZWCBN.js";
import "./chunk-H6KDKXV5.js";
import "./chunk-ELG3TUYH.js";
import {
  loadScenario
} from "./chunk-X5GGVPWF.js";
import "./chunk-GNP3RLOP.js";
import "./chunk-3UKY4PQK.js";
import "./chunk-7EZL7CAO.js";
import "./chunk-VJTVHMNG.js";
import "./chunk-BGTM5X7Z.js";
import "./chunk-MOGLVO6R.js";
import "./chunk-YQ6TYZ6A.js";
import "./chunk-J5VI26OM.js";
import "./chunk-Z5EMF6HS.js";
import "./chunk-ICTCGJU4.js";
import "./chunk-ORACNCOB.js";
import "./chunk-XRCLQ5TY.js";
import "./chunk-36QO2VQE.js";
import "./chunk-BKFCS2O6.js";
import "./chunk-VM3YECVA.js";
import "./chunk-FYURKBY3.js";
import "./chunk-5UXIQAYR.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-ZRLOYJTX.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-2DNHFQUT.js";
import "./chunk-POHZVVS5.js";
import "./chunk-M3NQKO3U.js";
import "./chunk-LZS5NMGH.js";
import "./chunk-PAW3MIGX.js";
import "./chunk-3UQVA5YR.js";
import "./chunk-7SKRB5VY.js";
import "./chunk-C24KWKK2.js";
import "./chunk-GM4JGWXZ.js";
import "./chunk-J27YLO4G.js";
import "./chunk-7GO3TDGG.js";
import "./chunk-O2SLEJNV.js";
import "./chunk-2H22IQHJ.js";
import "./chunk-L6C7G475.js";
import "./chunk-322MFWUB.js";
import "./chunk-PSFT4LPN.js";
import "./chunk-KOEPRBXI.js";
import "./chunk-2RGQK5KE.js";
import "./chunk-SXQGVEJP.js";
import "./chunk-UWL53G6B.js";
import "./chunk-LVISHQM2.js";
import "./chunk-A2HKPFWR.js";
import "./chunk-KHPEMR2K.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-WHSYAQ2C.js";
import "./chunk-DTP6JIFW.js";
import "./chunk-NGD2DTCI.js";
import "./chunk-ATIFMRE6.js";
import "./chunk-HXMGEBNU.js";
import "./chunk-FZIILW4F.js";
import "./chunk-TOLEDQXP.js";
import {
  UsageError
} from "./chunk-SBPB5IBB.js";
import "./chunk-P4Z2SUOO.js";

// src/cli/shell.ts
async function shell(file, options, streams) {
  if (!process.stdin.isTTY || !streams.out.isTerminal) {
    throw new UsageError("no-terminal", "shell needs a terminal for its input and its output", {
      hint: 'Run the scenario with "tdx-boot run", or give this command a terminal (script -qec COMMAND /dev/null).'
    });
  }
  const loaded = loadScenario(file, options.uses);
  const { results, stream = consoleOf(loaded.scenario.guest?.cmdline), gdb } = options;
  return bootAndReport(loaded, { results, shell: stream, ...gdb === void 0 ? {} : { gdb } }, streams);
}
export {
  shell
};
