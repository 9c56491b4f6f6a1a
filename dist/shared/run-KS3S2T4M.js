import {
  bootAndReport,
  onTerminal,
  run
} from "./chunk-4LLEOK4N.js";
import "./chunk-5XVAW5AX.js";
import "./chunk-EGS5RAQP.js";
import "./chunk-BWG75D2S.js";
import "./chunk-PU657B6Y.js";
import "./chunk-3X66AOZT.js";
import "./chunk-RKB5UY5T.js";
import "./chunk-WMLNPYDX.js";
import "./chunk-QDIPAFBO.js";
import "./chunk-IBP3JRZE.js";
import "./chunk-BXYI56LY.js";
import "./chunk-3H2NT6IO.js";
import "./chunk-LSVYBPVG.js";
import "./chunk-GTCBAZO3.js";
import "./chunk-MVROXVMO.js";
import "./chunk-WCDTERYH.js";
import "./chunk-DJPDL7TQ.js";
import "./chunk-J6VHNFJZ.js";
import "./chunk-CMMH52FK.js";
import "./chunk-D3DU3W2X.js";
import "./chunk-IFZNQD3J.js";
import "./chunk-IJPYMELX.js";
import "./chunk-JF6LLKXI.js";
import "./chunk-XFQCAMV5.js";
import "./chunk-7IGLDAEP.js";
import "./chunk-JCCCLOPX.js";
import "./chunk-FUCMNW7W.js";
import "./chunk-2UG37WJJ.js";
import "./chunk-27SI244U.js";
import "./chunk-36QO2VQE.js";
import "./chunk-ENXTLS5B.js";
import "./chunk-CJK44M2I.js";
import "./chunk-NPYUUIVX.js";
import "./chunk-ZUVNCCHD.js";
import "./chunk-Q3O3CHI5.js";
import "./chunk-SJHT7I5C.js";
import "./chunk-DCHVKCUR.js";
import "./chunk-2ETKTJT6.js";
import "./chunk-L23G7NYG.js";
import "./chunk-4DP6EGNK.js";
import "./chunk-3RWSUEF5.js";
import "./chunk-IYKMFH6H.js";
import "./chunk-BXA7O5QQ.js";
import "./chunk-3TMRABTC.js";
import "./chunk-FT545GEO.js";
import "./chunk-B2QDC65I.js";
import "./chunk-N5FIBSVN.js";
import "./chunk-ELBESNTV.js";
import "./chunk-6L5R56ZO.js";
import "./chunk-HSYB7NEV.js";
import "./chunk-J27YLO4G.js";
import "./chunk-B3M2OGVS.js";
import "./chunk-2BBUKTQW.js";
import "./chunk-DV54WIWJ.js";
import "./chunk-7OSXWTH4.js";
export {
  bootAndReport,
  onTerminal,
  run
};
