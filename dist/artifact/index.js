import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);
import{a as s,b as Z,c as S,d as Pe,e as xO,f as kg,g as Yi,i as aa,j as Og,o as Bu,q as oe,r as xg,s as rt,t as ue,u as Pg,w as He,x as PO}from"../clients/chunk-NRV3PVK5.js";var $g=S((A6,LO)=>{LO.exports={name:"@actions/artifact",version:"6.1.0",preview:!0,description:"Actions artifact lib",keywords:["github","ac\
tions","artifact"],homepage:"https://github.com/actions/toolkit/tree/main/packages/artifact",license:"MIT",type:"module",main:"lib/artifact.\
js",types:"lib/artifact.d.ts",exports:{".":{types:"./lib/artifact.d.ts",import:"./lib/artifact.js"}},directories:{lib:"lib",test:"__tests__"},
files:["lib","!.DS_Store"],publishConfig:{access:"public"},repository:{type:"git",url:"git+https://github.com/actions/toolkit.git",directory:"\
packages/artifact"},scripts:{"audit-moderate":"npm install && npm audit --json --audit-level=moderate > audit.json",test:"cd ../../ && npm r\
un test ./packages/artifact",bootstrap:"cd ../../ && npm run bootstrap","tsc-run":"tsc && cp src/internal/shared/package-version.cjs lib/int\
ernal/shared/",tsc:"npm run bootstrap && npm run tsc-run","gen:docs":"typedoc --plugin typedoc-plugin-markdown --out docs/generated src/arti\
fact.ts --githubPages false --readme none"},bugs:{url:"https://github.com/actions/toolkit/issues"},dependencies:{"@actions/core":"^3.0.0","@\
actions/github":"^9.0.0","@actions/http-client":"^4.0.0","@azure/storage-blob":"^12.30.0","@octokit/core":"^7.0.6","@octokit/plugin-request-\
log":"^6.0.0","@octokit/plugin-retry":"^8.0.0","@octokit/request":"^10.0.7","@octokit/request-error":"^7.1.0","@protobuf-ts/plugin":"^2.2.3-\
alpha.1","@protobuf-ts/runtime":"^2.9.4",archiver:"^7.0.1","jwt-decode":"^4.0.0","unzip-stream":"^0.3.1"},devDependencies:{"@types/archiver":"\
^7.0.0","@types/unzip-stream":"^0.3.4",typedoc:"^0.28.16","typedoc-plugin-markdown":"^4.9.0",typescript:"^5.9.3"},overrides:{"uri-js":"npm:u\
ri-js-replace@^1.0.1","node-fetch":"^3.3.2"}}});var Hg=S((R6,zg)=>{var UO=$g();zg.exports={version:UO.version}});var om=S((nz,sm)=>{var BO=typeof process=="object"&&process&&process.platform==="win32";sm.exports=BO?{sep:"\\"}:{sep:"/"}});var fm=S((sz,cm)=>{"use strict";cm.exports=lm;function lm(t,e,r){t instanceof RegExp&&(t=am(t,r)),e instanceof RegExp&&(e=am(e,r));var i=um(
t,e,r);return i&&{start:i[0],end:i[1],pre:r.slice(0,i[0]),body:r.slice(i[0]+t.length,i[1]),post:r.slice(i[1]+e.length)}}s(lm,"balanced");function am(t,e){
var r=e.match(t);return r?r[0]:null}s(am,"maybeMatch");lm.range=um;function um(t,e,r){var i,n,o,a,l,u=r.indexOf(t),c=r.indexOf(e,u+1),f=u;if(u>=
0&&c>0){if(t===e)return[u,c];for(i=[],o=r.length;f>=0&&!l;)f==u?(i.push(f),u=r.indexOf(t,f+1)):i.length==1?l=[i.pop(),c]:(n=i.pop(),n<o&&(o=
n,a=c),c=r.indexOf(e,f+1)),f=u<c&&u>=0?u:c;i.length&&(l=[o,a])}return l}s(um,"range")});var _m=S((az,ym)=>{var jO=fm();ym.exports=e1;var hm="\0SLASH"+Math.random().toFixed(16)+"\0",dm="\0OPEN"+Math.random().toFixed(16)+"\0",da="\
\0CLOSE"+Math.random().toFixed(16)+"\0",pm="\0COMMA"+Math.random().toFixed(16)+"\0",gm="\0PERIOD"+Math.random().toFixed(16)+"\0",WO=1e5,$O=4e6,
zO=1e3,HO=1e3,VO=2e7,JO=16;function Pc(t){return parseInt(t,10)==t?parseInt(t,10):t.charCodeAt(0)}s(Pc,"numeric");function KO(t){return t.split(
"\\\\").join(hm).split("\\{").join(dm).split("\\}").join(da).split("\\,").join(pm).split("\\.").join(gm)}s(KO,"escapeBraces");function YO(t){
return t.split(hm).join("\\").split(dm).join("{").split(da).join("}").split(pm).join(",").split(gm).join(".")}s(YO,"unescapeBraces");function Ic(t,e){
for(var r=0;r<e.length;r++)t.push(e[r])}s(Ic,"pushAll");function mm(t,e,r){if(!(r.remaining<0)){var i=jO.range("{","}",e),n=i!==void 0&&e.indexOf(
"{")<i[0];if(r.remaining-=i&&!n?i[1]+1:t.length,!(!i||r.remaining<0))return{end:i[1],pre:t.slice(0,i[0]),body:t.slice(i[0]+1,i[1]),post:t.slice(
i[1]+1),unmatched:n}}}s(mm,"balancedWithBudget");function ZO(t,e){e.remaining-=t.length;for(var r=[],i=0;i<t.length;i++){var n=t.charCodeAt(
i);n===123?r.push(i):n===125&&r.length&&r.pop()}for(var o="",a=0,l=0;l<r.length;l++)o+=t.slice(a,r[l])+"\0",a=r[l]+1;return o+t.slice(a)}s(ZO,
"maskUnmatchedOpens");function QO(t,e){if(e.remaining-=t.length,e.remaining<0)return!1;for(var r=!1,i=t.length-1;i>=0;i--){var n=t.charCodeAt(
i);if(n===125)r=!0;else if(n===10||n===13||n===8232||n===8233)r=!1;else if(n===44&&r&&t.charCodeAt(i+1)!==44)return!0}return!1}s(QO,"commaSe\
tFollows");function XO(t,e){for(var r=[],i="";;){var n=mm(t,t,e);if(e.remaining<0)return;if(!n){var o=t.split(",");return o[0]=i+o[0],Ic(r,o),
r}var a=n.pre,l=n.body,u=n.post,c=a.split(",");if(c[0]=i+c[0],c[c.length-1]+="{"+l+"}",!u.length)return Ic(r,c),r;i=c.pop(),Ic(r,c),t=u}}s(XO,
"parseCommaParts");function ms(t,e){return t==null||isNaN(t)?e:t}s(ms,"bound");function e1(t,e){if(!t)return[];e=e||{};var r=ms(e.max,WO),i=ms(
e.maxLength,$O),n=ms(e.maxDepth,zO),o=ms(e.maxRewrites,HO),a=ms(e.maxSteps,VO);return t.substr(0,2)==="{}"&&(t="\\{\\}"+t.substr(2)),Dc(KO(t),
r,i,n,0,o,{remaining:a},!0).map(YO)}s(e1,"expandTop");function t1(t){return"{"+t+"}"}s(t1,"embrace");function r1(t){return/^-?0\d/.test(t)}s(
r1,"isPadded");function i1(t,e){return t<=e}s(i1,"lte");function n1(t,e){return t>=e}s(n1,"gte");function ys(t,e,r,i,n,o,a){var l=[],u=0,c;e:
for(var f=0;f<t.length;f++){var h=t[f]+e,d=r;o&&!h&&(c||(c=r.filter(Boolean)),d=c);for(var m=0;m<d.length;m++){if(l.length>=i)break e;var T=h+
d[m];if(u+T.length>n)break e;l.push(T),u+=T.length}}return a.remaining-=l.length,l}s(ys,"combine");function s1(t,e,r,i,n){var o=t.split(/\.\./),
a=[];if(o[0]===void 0||o[1]===void 0)return a;var l=Pc(o[0]),u=Pc(o[1]),c=Math.max(o[0].length,o[1].length),f=o.length===3&&o[2]!==void 0?Math.
max(Math.abs(Pc(o[2])),1):1,h=i1,d=u<l;d&&(f*=-1,h=n1);for(var m=o.some(r1),T=m?c:1,E=0,v=l;h(v,u)&&a.length<r;v+=f){if(n.remaining-=T,n.remaining<
0)return;var b;if(e)b=String.fromCharCode(v),b==="\\"&&(b="");else if(b=String(v),m){var R=c-b.length;if(R>0){var F=new Array(R+1).join("0");
v<0?b="-"+F+b.slice(1):b=F+b}}if(E+b.length>i)break;a.push(b),E+=b.length}return a}s(s1,"expandSequence");function Dc(t,e,r,i,n,o,a,l){if(a.
remaining-=JO,n>i)return[t];for(var u=[""],c=0,f=!1,h=!0,d=t;;){let q=mm(t,d,a);if(!q)return ys(u,t,[""],e,r,f,a);q.unmatched&&(d=ZO(d,a));let ie=q.
pre;var m=s(function(){return ys(u,ie+"{"+q.body+"}"+q.post,[""],e,r,f,a)},"literal");if(/\$$/.test(ie)){if(u=ys(u,ie+"{"+q.body+"}",[""],e,
r,f&&!q.post.length,a),h=!1,!q.post.length)break;t=q.post,d=d.slice(q.end+1);continue}var T=/^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(q.body),E=/^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.
test(q.body),v=T||E,b=q.body.indexOf(",")>=0;if(!v&&!b){if(c<o&&QO(q.post,a)){c++,t=q.pre+"{"+q.body+da+q.post,d=d.slice(0,q.end)+da+d.slice(
q.end+1),l=!0;continue}return m()}h&&(f=l&&!v,h=!1);var R;if(v){if(R=s1(q.body,E,e,r,a),!R)return m()}else{var F=XO(q.body,a);if(!F)return m();
if(F.length===1&&F[0]!==void 0){if(F=Dc(F[0],e,r,i,n+1,o,a,!1).map(t1),a.remaining<0)return m();if(F.length===1){var L=ys(u,ie+F[0],[""],e,r,
f&&!q.post.length,a);if(a.remaining<0)return m();if(u=L,!q.post.length)break;t=q.post,d=d.slice(q.end+1);continue}}for(var z=f&&!q.post.length&&
!ie,X=0;z&&X<u.length;X++)u[X]&&(z=!1);R=[];var D=0;e:for(var $=0;$<F.length;$++){var x=Dc(F[$],e,r,i,n+1,o,a,!1);if(a.remaining<0)return m();
for(var B=0;B<x.length;B++){var j=x[B];if(!(z&&!j)){if(R.length>=e||D+j.length>r)break e;R.push(j),D+=j.length}}}}var Q=ys(u,ie,R,e,r,f&&!q.
post.length,a);if(a.remaining<0)return m();if(u=Q,!q.post.length)break;t=q.post,d=d.slice(q.end+1)}return u}s(Dc,"expand")});var Sm=S((cz,Lc)=>{var kt=Lc.exports=(t,e,r={})=>(pa(e),!r.nocomment&&e.charAt(0)==="#"?!1:new tn(e,r).match(t));Lc.exports=kt;var Cc=om();kt.
sep=Cc.sep;var wt=Symbol("globstar **");kt.GLOBSTAR=wt;var o1=_m(),wm={"!":{open:"(?:(?!(?:",close:"))[^/]*?)"},"?":{open:"(?:",close:")?"},
"+":{open:"(?:",close:")+"},"*":{open:"(?:",close:")*"},"@":{open:"(?:",close:")"}},Nc="[^/]",Gc=Nc+"*?",a1="(?:(?!(?:\\/|^)(?:\\.{1,2})($|\\/)\
).)*?",l1="(?:(?!(?:\\/|^)\\.).)*?",Tm=s(t=>t.split("").reduce((e,r)=>(e[r]=!0,e),{}),"charSet"),bm=Tm("().*{}+?[]^$\\!"),u1=Tm("[.("),Em=/\/+/;
kt.filter=(t,e={})=>(r,i,n)=>kt(r,t,e);var Mr=s((t,e={})=>{let r={};return Object.keys(t).forEach(i=>r[i]=t[i]),Object.keys(e).forEach(i=>r[i]=
e[i]),r},"ext");kt.defaults=t=>{if(!t||typeof t!="object"||!Object.keys(t).length)return kt;let e=kt,r=s((i,n,o)=>e(i,n,Mr(t,o)),"m");return r.
Minimatch=class extends e.Minimatch{static{s(this,"Minimatch")}constructor(n,o){super(n,Mr(t,o))}},r.Minimatch.defaults=i=>e.defaults(Mr(t,i)).
Minimatch,r.filter=(i,n)=>e.filter(i,Mr(t,n)),r.defaults=i=>e.defaults(Mr(t,i)),r.makeRe=(i,n)=>e.makeRe(i,Mr(t,n)),r.braceExpand=(i,n)=>e.braceExpand(
i,Mr(t,n)),r.match=(i,n,o)=>e.match(i,n,Mr(t,o)),r};kt.braceExpand=(t,e)=>vm(t,e);var vm=s((t,e={})=>(pa(t),e.nobrace||!/\{(?:(?!\{).)*\}/.test(
t)?[t]:o1(t)),"braceExpand"),c1=1024*64,pa=s(t=>{if(typeof t!="string")throw new TypeError("invalid pattern");if(t.length>c1)throw new TypeError(
"pattern is too long")},"assertValidPattern"),Fc=Symbol("subparse");kt.makeRe=(t,e)=>new tn(t,e||{}).makeRe();kt.match=(t,e,r={})=>{let i=new tn(
e,r);return t=t.filter(n=>i.match(n)),i.options.nonull&&!t.length&&t.push(e),t};var f1=s(t=>t.replace(/\\(.)/g,"$1"),"globUnescape"),h1=s(t=>t.
replace(/\\([^-\]])/g,"$1"),"charUnescape"),d1=s(t=>t.replace(/[-[\]{}()*+?.,\\^$|#\s]/g,"\\$&"),"regExpEscape"),p1=s(t=>t.replace(/[[\]\\]/g,
"\\$&"),"braExpEscape"),tn=class{static{s(this,"Minimatch")}constructor(e,r){pa(e),r||(r={}),this.options=r,this.maxGlobstarRecursion=r.maxGlobstarRecursion!==
void 0?r.maxGlobstarRecursion:200,this.set=[],this.pattern=e,this.windowsPathsNoEscape=!!r.windowsPathsNoEscape||r.allowWindowsEscape===!1,this.
windowsPathsNoEscape&&(this.pattern=this.pattern.replace(/\\/g,"/")),this.regexp=null,this.negate=!1,this.comment=!1,this.empty=!1,this.partial=
!!r.partial,this.make()}debug(){}make(){let e=this.pattern,r=this.options;if(!r.nocomment&&e.charAt(0)==="#"){this.comment=!0;return}if(!e){
this.empty=!0;return}this.parseNegate();let i=this.globSet=this.braceExpand();r.debug&&(this.debug=(...n)=>console.error(...n)),this.debug(this.
pattern,i),i=this.globParts=i.map(n=>n.split(Em)),this.debug(this.pattern,i),i=i.map((n,o,a)=>n.map(this.parse,this)),this.debug(this.pattern,
i),i=i.filter(n=>n.indexOf(!1)===-1),this.debug(this.pattern,i),this.set=i}parseNegate(){if(this.options.nonegate)return;let e=this.pattern,
r=!1,i=0;for(let n=0;n<e.length&&e.charAt(n)==="!";n++)r=!r,i++;i&&(this.pattern=e.slice(i)),this.negate=r}matchOne(e,r,i){return r.indexOf(
wt)!==-1?this._matchGlobstar(e,r,i,0,0):this._matchOne(e,r,i,0,0)}_matchGlobstar(e,r,i,n,o){let a=-1;for(let R=o;R<r.length;R++)if(r[R]===wt){
a=R;break}let l=-1;for(let R=r.length-1;R>=0;R--)if(r[R]===wt){l=R;break}let u=r.slice(o,a),c=i?r.slice(a+1):r.slice(a+1,l),f=i?[]:r.slice(l+
1);if(u.length){let R=e.slice(n,n+u.length);if(!this._matchOne(R,u,i,0,0))return!1;n+=u.length}let h=0;if(f.length){if(f.length+n>e.length)return!1;
let R=e.length-f.length;if(this._matchOne(e,f,i,R,0))h=f.length;else{if(e[e.length-1]!==""||n+f.length===e.length||!this._matchOne(e,f,i,R-1,
0))return!1;h=f.length+1}}if(!c.length){let R=!!h;for(let F=n;F<e.length-h;F++){let L=String(e[F]);if(R=!0,L==="."||L===".."||!this.options.
dot&&L.charAt(0)===".")return!1}return i||R}let d=[[[],0]],m=d[0],T=0,E=[0];for(let R of c)R===wt?(E.push(T),m=[[],0],d.push(m)):(m[0].push(
R),T++);let v=d.length-1,b=e.length-h;for(let R of d)R[1]=b-(E[v--]+R[0].length);return!!this._matchGlobStarBodySections(e,d,n,0,i,0,!!h)}_matchGlobStarBodySections(e,r,i,n,o,a,l){
let u=r[n];if(!u){for(let h=i;h<e.length;h++){l=!0;let d=e[h];if(d==="."||d===".."||!this.options.dot&&d.charAt(0)===".")return!1}return l}let[
c,f]=u;for(;i<=f;){if(this._matchOne(e.slice(0,i+c.length),c,o,i,0)&&a<this.maxGlobstarRecursion){let m=this._matchGlobStarBodySections(e,r,
i+c.length,n+1,o,a+1,l);if(m!==!1)return m}let d=e[i];if(d==="."||d===".."||!this.options.dot&&d.charAt(0)===".")return!1;i++}return o||null}_matchOne(e,r,i,n,o){
let a,l,u,c;for(a=n,l=o,u=e.length,c=r.length;a<u&&l<c;a++,l++){this.debug("matchOne loop");let f=r[l],h=e[a];if(this.debug(r,f,h),f===!1||f===
wt)return!1;let d;if(typeof f=="string"?(d=h===f,this.debug("string match",f,h,d)):(d=h.match(f),this.debug("pattern match",f,h,d)),!d)return!1}
if(a===u&&l===c)return!0;if(a===u)return i;if(l===c)return a===u-1&&e[a]==="";throw new Error("wtf?")}braceExpand(){return vm(this.pattern,this.
options)}parse(e,r){pa(e);let i=this.options;if(e==="**")if(i.noglobstar)e="*";else return wt;if(e==="")return"";let n="",o=!1,a=!1,l=[],u=[],
c,f=!1,h=-1,d=-1,m,T,E,v=e.charAt(0)===".",b=i.dot||v,R=s(()=>v?"":b?"(?!(?:^|\\/)\\.{1,2}(?:$|\\/))":"(?!\\.)","patternStart"),F=s(D=>D.charAt(
0)==="."?"":i.dot?"(?!(?:^|\\/)\\.{1,2}(?:$|\\/))":"(?!\\.)","subPatternStart"),L=s(()=>{if(c){switch(c){case"*":n+=Gc,o=!0;break;case"?":n+=
Nc,o=!0;break;default:n+="\\"+c;break}this.debug("clearStateChar %j %j",c,n),c=!1}},"clearStateChar");for(let D=0,$;D<e.length&&($=e.charAt(
D));D++){if(this.debug("%s	%s %s %j",e,D,n,$),a){if($==="/")return!1;bm[$]&&(n+="\\"),n+=$,a=!1;continue}switch($){case"/":return!1;case"\\":
if(f&&e.charAt(D+1)==="-"){n+=$;continue}L(),a=!0;continue;case"?":case"*":case"+":case"@":case"!":if(this.debug("%s	%s %s %j <-- stateChar",
e,D,n,$),f){this.debug("  in class"),$==="!"&&D===d+1&&($="^"),n+=$;continue}if($==="*"&&c==="*")continue;this.debug("call clearStateChar %j",
c),L(),c=$,i.noext&&L();continue;case"(":{if(f){n+="(";continue}if(!c){n+="\\(";continue}let x={type:c,start:D-1,reStart:n.length,open:wm[c].
open,close:wm[c].close};this.debug(this.pattern,"	",x),l.push(x),n+=x.open,x.start===0&&x.type!=="!"&&(v=!0,n+=F(e.slice(D+1))),this.debug("\
plType %j %j",c,n),c=!1;continue}case")":{let x=l[l.length-1];if(f||!x){n+="\\)";continue}l.pop(),L(),o=!0,T=x,n+=T.close,T.type==="!"&&u.push(
Object.assign(T,{reEnd:n.length}));continue}case"|":{let x=l[l.length-1];if(f||!x){n+="\\|";continue}L(),n+="|",x.start===0&&x.type!=="!"&&(v=
!0,n+=F(e.slice(D+1)));continue}case"[":if(L(),f){n+="\\"+$;continue}f=!0,d=D,h=n.length,n+=$;continue;case"]":if(D===d+1||!f){n+="\\"+$;continue}
m=e.substring(d+1,D);try{RegExp("["+p1(h1(m))+"]"),n+=$}catch{n=n.substring(0,h)+"(?:$.)"}o=!0,f=!1;continue;default:L(),bm[$]&&!($==="^"&&f)&&
(n+="\\"),n+=$;break}}for(f&&(m=e.slice(d+1),E=this.parse(m,Fc),n=n.substring(0,h)+"\\["+E[0],o=o||E[1]),T=l.pop();T;T=l.pop()){let D;D=n.slice(
T.reStart+T.open.length),this.debug("setting tail",n,T),D=D.replace(/((?:\\{2}){0,64})(\\?)\|/g,(x,B,j)=>(j||(j="\\"),B+B+j+"|")),this.debug(
`tail=%j
   %s`,D,D,T,n);let $=T.type==="*"?Gc:T.type==="?"?Nc:"\\"+T.type;o=!0,n=n.slice(0,T.reStart)+$+"\\("+D}L(),a&&(n+="\\\\");let z=u1[n.charAt(
0)];for(let D=u.length-1;D>-1;D--){let $=u[D],x=n.slice(0,$.reStart),B=n.slice($.reStart,$.reEnd-8),j=n.slice($.reEnd),Q=n.slice($.reEnd-8,$.
reEnd)+j,q=x.split(")").length,ie=x.split("(").length-q,we=j;for(let _e=0;_e<ie;_e++)we=we.replace(/\)[+*?]?/,"");j=we;let ye=j===""&&r!==Fc?
"(?:$|\\/)":"";n=x+B+j+ye+Q}if(n!==""&&o&&(n="(?=.)"+n),z&&(n=R()+n),r===Fc)return[n,o];if(i.nocase&&!o&&(o=e.toUpperCase()!==e.toLowerCase()),
!o)return f1(e);let X=i.nocase?"i":"";try{return Object.assign(new RegExp("^"+n+"$",X),{_glob:e,_src:n})}catch{return new RegExp("$.")}}makeRe(){
if(this.regexp||this.regexp===!1)return this.regexp;let e=this.set;if(!e.length)return this.regexp=!1,this.regexp;let r=this.options,i=r.noglobstar?
Gc:r.dot?a1:l1,n=r.nocase?"i":"",o=e.map(a=>(a=a.map(l=>typeof l=="string"?d1(l):l===wt?wt:l._src).reduce((l,u)=>(l[l.length-1]===wt&&u===wt||
l.push(u),l),[]),a.forEach((l,u)=>{l!==wt||a[u-1]===wt||(u===0?a.length>1?a[u+1]="(?:\\/|"+i+"\\/)?"+a[u+1]:a[u]=i:u===a.length-1?a[u-1]+="(\
?:\\/|"+i+")?":(a[u-1]+="(?:\\/|\\/"+i+"\\/)"+a[u+1],a[u+1]=wt))}),a.filter(l=>l!==wt).join("/"))).join("|");o="^(?:"+o+")$",this.negate&&(o=
"^(?!"+o+").*$");try{this.regexp=new RegExp(o,n)}catch{this.regexp=!1}return this.regexp}match(e,r=this.partial){if(this.debug("match",e,this.
pattern),this.comment)return!1;if(this.empty)return e==="";if(e==="/"&&r)return!0;let i=this.options;Cc.sep!=="/"&&(e=e.split(Cc.sep).join("\
/")),e=e.split(Em),this.debug(this.pattern,"split",e);let n=this.set;this.debug(this.pattern,"set",n);let o;for(let a=e.length-1;a>=0&&(o=e[a],
!o);a--);for(let a=0;a<n.length;a++){let l=n[a],u=e;if(i.matchBase&&l.length===1&&(u=[o]),this.matchOne(u,l,r))return i.flipNegate?!0:!this.
negate}return i.flipNegate?!1:this.negate}static defaults(e){return kt.defaults(e).Minimatch}};kt.Minimatch=tn});var xm=S((hz,Om)=>{Om.exports=km;var Mc=Z("fs"),{EventEmitter:g1}=Z("events"),{Minimatch:Uc}=Sm(),{resolve:m1}=Z("path");function y1(t,e){return new Promise(
(r,i)=>{Mc.readdir(t,{withFileTypes:!0},(n,o)=>{if(n)switch(n.code){case"ENOTDIR":e?i(n):r([]);break;case"ENOTSUP":case"ENOENT":case"ENAMETO\
OLONG":case"UNKNOWN":r([]);break;default:i(n);break}else r(o)})})}s(y1,"readdir");function Am(t,e){return new Promise((r,i)=>{(e?Mc.stat:Mc.
lstat)(t,(o,a)=>{o?o.code==="ENOENT"?r(e?Am(t,!1):null):r(null):r(a)})})}s(Am,"stat");async function*Rm(t,e,r,i,n,o){let a=await y1(e+t,o);for(let l of a){
let u=l.name;u===void 0&&(u=l,i=!0);let c=t+"/"+u,f=c.slice(1),h=e+"/"+f,d=null;(i||r)&&(d=await Am(h,r)),!d&&l.name!==void 0&&(d=l),d===null&&
(d={isDirectory:s(()=>!1,"isDirectory")}),d.isDirectory()?n(f)||(yield{relative:f,absolute:h,stats:d},yield*Rm(c,e,r,i,n,!1)):yield{relative:f,
absolute:h,stats:d}}}s(Rm,"exploreWalkAsync");async function*_1(t,e,r,i){yield*Rm("",t,e,r,i,!0)}s(_1,"explore");function w1(t){return{pattern:t.
pattern,dot:!!t.dot,noglobstar:!!t.noglobstar,matchBase:!!t.matchBase,nocase:!!t.nocase,ignore:t.ignore,skip:t.skip,follow:!!t.follow,stat:!!t.
stat,nodir:!!t.nodir,mark:!!t.mark,silent:!!t.silent,absolute:!!t.absolute}}s(w1,"readOptions");var ga=class extends g1{static{s(this,"Readd\
irGlob")}constructor(e,r,i){if(super(),typeof r=="function"&&(i=r,r=null),this.options=w1(r||{}),this.matchers=[],this.options.pattern){let n=Array.
isArray(this.options.pattern)?this.options.pattern:[this.options.pattern];this.matchers=n.map(o=>new Uc(o,{dot:this.options.dot,noglobstar:this.
options.noglobstar,matchBase:this.options.matchBase,nocase:this.options.nocase}))}if(this.ignoreMatchers=[],this.options.ignore){let n=Array.
isArray(this.options.ignore)?this.options.ignore:[this.options.ignore];this.ignoreMatchers=n.map(o=>new Uc(o,{dot:!0}))}if(this.skipMatchers=
[],this.options.skip){let n=Array.isArray(this.options.skip)?this.options.skip:[this.options.skip];this.skipMatchers=n.map(o=>new Uc(o,{dot:!0}))}
this.iterator=_1(m1(e||"."),this.options.follow,this.options.stat,this._shouldSkipDirectory.bind(this)),this.paused=!1,this.inactive=!1,this.
aborted=!1,i&&(this._matches=[],this.on("match",n=>this._matches.push(this.options.absolute?n.absolute:n.relative)),this.on("error",n=>i(n)),
this.on("end",()=>i(null,this._matches))),setTimeout(()=>this._next(),0)}_shouldSkipDirectory(e){return this.skipMatchers.some(r=>r.match(e))}_fileMatches(e,r){
let i=e+(r?"/":"");return(this.matchers.length===0||this.matchers.some(n=>n.match(i)))&&!this.ignoreMatchers.some(n=>n.match(i))&&(!this.options.
nodir||!r)}_next(){!this.paused&&!this.aborted?this.iterator.next().then(e=>{if(e.done)this.emit("end");else{let r=e.value.stats.isDirectory();
if(this._fileMatches(e.value.relative,r)){let i=e.value.relative,n=e.value.absolute;this.options.mark&&r&&(i+="/",n+="/"),this.options.stat?
this.emit("match",{relative:i,absolute:n,stat:e.value.stats}):this.emit("match",{relative:i,absolute:n})}this._next(this.iterator)}}).catch(
e=>{this.abort(),this.emit("error",e),!e.code&&!this.options.silent&&console.error(e)}):this.inactive=!0}abort(){this.aborted=!0}pause(){this.
paused=!0}resume(){this.paused=!1,this.inactive&&(this.inactive=!1,this._next())}};function km(t,e,r){return new ga(t,e,r)}s(km,"readdirGlob");
km.ReaddirGlob=ga});var Im=S((ma,Pm)=>{(function(t,e){typeof ma=="object"&&typeof Pm<"u"?e(ma):typeof define=="function"&&define.amd?define(["exports"],e):(t=typeof globalThis<
"u"?globalThis:t||self,e(t.async={}))})(ma,(function(t){"use strict";function e(g,...p){return(...y)=>g(...p,...y)}s(e,"apply");function r(g){
return function(...p){var y=p.pop();return g.call(this,p,y)}}s(r,"initialParams");var i=typeof queueMicrotask=="function"&&queueMicrotask,n=typeof setImmediate==
"function"&&setImmediate,o=typeof process=="object"&&typeof process.nextTick=="function";function a(g){setTimeout(g,0)}s(a,"fallback");function l(g){
return(p,...y)=>g(()=>p(...y))}s(l,"wrap");var u;i?u=queueMicrotask:n?u=setImmediate:o?u=process.nextTick:u=a;var c=l(u);function f(g){return m(
g)?function(...p){let y=p.pop(),A=g.apply(this,p);return h(A,y)}:r(function(p,y){var A;try{A=g.apply(this,p)}catch(O){return y(O)}if(A&&typeof A.
then=="function")return h(A,y);y(null,A)})}s(f,"asyncify");function h(g,p){return g.then(y=>{d(p,null,y)},y=>{d(p,y&&(y instanceof Error||y.
message)?y:new Error(y))})}s(h,"handlePromise");function d(g,p,y){try{g(p,y)}catch(A){c(O=>{throw O},A)}}s(d,"invokeCallback");function m(g){
return g[Symbol.toStringTag]==="AsyncFunction"}s(m,"isAsync");function T(g){return g[Symbol.toStringTag]==="AsyncGenerator"}s(T,"isAsyncGene\
rator");function E(g){return typeof g[Symbol.asyncIterator]=="function"}s(E,"isAsyncIterable");function v(g){if(typeof g!="function")throw new Error(
"expected a function");return m(g)?f(g):g}s(v,"wrapAsync");function b(g,p){if(p||(p=g.length),!p)throw new Error("arity is undefined");function y(...A){
return typeof A[p-1]=="function"?g.apply(this,A):new Promise((O,I)=>{A[p-1]=(G,...C)=>{if(G)return I(G);O(C.length>1?C:C[0])},g.apply(this,A)})}
return s(y,"awaitable"),y}s(b,"awaitify");function R(g){return s(function(y,...A){return b(function(I){var G=this;return g(y,(C,M)=>{v(C).apply(
G,A.concat(M))},I)})},"applyEach")}s(R,"applyEach$1");function F(g,p,y,A){p=p||[];var O=[],I=0,G=v(y);return g(p,(C,M,Y)=>{var de=I++;G(C,(Ee,pe)=>{
O[de]=pe,Y(Ee)})},C=>{A(C,O)})}s(F,"_asyncMap");function L(g){return g&&typeof g.length=="number"&&g.length>=0&&g.length%1===0}s(L,"isArrayL\
ike");let z={};function X(g){function p(...y){if(g!==null){var A=g;g=null,A.apply(this,y)}}return s(p,"wrapper"),Object.assign(p,g),p}s(X,"o\
nce");function D(g){return g[Symbol.iterator]&&g[Symbol.iterator]()}s(D,"getIterator");function $(g){var p=-1,y=g.length;return s(function(){
return++p<y?{value:g[p],key:p}:null},"next")}s($,"createArrayIterator");function x(g){var p=-1;return s(function(){var A=g.next();return A.done?
null:(p++,{value:A.value,key:p})},"next")}s(x,"createES2015Iterator");function B(g){var p=g?Object.keys(g):[],y=-1,A=p.length;return s(function O(){
var I=p[++y];return I==="__proto__"?O():y<A?{value:g[I],key:I}:null},"next")}s(B,"createObjectIterator");function j(g){if(L(g))return $(g);var p=D(
g);return p?x(p):B(g)}s(j,"createIterator");function Q(g){return function(...p){if(g===null)throw new Error("Callback was already called.");
var y=g;g=null,y.apply(this,p)}}s(Q,"onlyOnce");function q(g,p,y,A){let O=!1,I=!1,G=!1,C=0,M=0;function Y(){C>=p||G||O||(G=!0,g.next().then(
({value:pe,done:Gt})=>{if(!(I||O)){if(G=!1,Gt){O=!0,C<=0&&A(null);return}C++,y(pe,M,de),M++,Y()}}).catch(Ee))}s(Y,"replenish");function de(pe,Gt){
if(C-=1,!I){if(pe)return Ee(pe);if(pe===!1){O=!0,I=!0;return}if(Gt===z||O&&C<=0)return O=!0,A(null);Y()}}s(de,"iterateeCallback");function Ee(pe){
I||(G=!1,O=!0,A(pe))}s(Ee,"handleError"),Y()}s(q,"asyncEachOfLimit");var ie=s(g=>(p,y,A)=>{if(A=X(A),g<=0)throw new RangeError("concurrency \
limit cannot be less than 1");if(!p)return A(null);if(T(p))return q(p,g,y,A);if(E(p))return q(p[Symbol.asyncIterator](),g,y,A);var O=j(p),I=!1,
G=!1,C=0,M=!1;function Y(Ee,pe){if(!G)if(C-=1,Ee)I=!0,A(Ee);else if(Ee===!1)I=!0,G=!0;else{if(pe===z||I&&C<=0)return I=!0,A(null);M||de()}}s(
Y,"iterateeCallback");function de(){for(M=!0;C<g&&!I;){var Ee=O();if(Ee===null){I=!0,C<=0&&A(null);return}C+=1,y(Ee.value,Ee.key,Q(Y))}M=!1}
s(de,"replenish"),de()},"eachOfLimit$2");function we(g,p,y,A){return ie(p)(g,v(y),A)}s(we,"eachOfLimit");var ye=b(we,4);function _e(g,p,y){y=
X(y);var A=0,O=0,{length:I}=g,G=!1;I===0&&y(null);function C(M,Y){M===!1&&(G=!0),G!==!0&&(M?y(M):(++O===I||Y===z)&&y(null))}for(s(C,"iterato\
rCallback");A<I;A++)p(g[A],A,Q(C))}s(_e,"eachOfArrayLike");function Be(g,p,y){return ye(g,1/0,p,y)}s(Be,"eachOfGeneric");function ke(g,p,y){
var A=L(g)?_e:Be;return A(g,v(p),y)}s(ke,"eachOf");var lt=b(ke,3);function Lo(g,p,y){return F(lt,g,p,y)}s(Lo,"map");var ci=b(Lo,3),Qn=R(ci);
function Uo(g,p,y){return ye(g,1,p,y)}s(Uo,"eachOfSeries");var At=b(Uo,3);function $i(g,p,y){return F(At,g,p,y)}s($i,"mapSeries");var Xn=b($i,
3),es=R(Xn);let wr=Symbol("promiseCallback");function br(){let g,p;function y(A,...O){if(A)return p(A);g(O.length>1?O:O[0])}return s(y,"call\
back"),y[wr]=new Promise((A,O)=>{g=A,p=O}),y}s(br,"promiseCallback");function ts(g,p,y){typeof p!="number"&&(y=p,p=null),y=X(y||br());var A=Object.
keys(g).length;if(!A)return y(null);p||(p=A);var O={},I=0,G=!1,C=!1,M=Object.create(null),Y=[],de=[],Ee={};Object.keys(g).forEach(J=>{var te=g[J];
if(!Array.isArray(te)){pe(J,[te]),de.push(J);return}var ge=te.slice(0,te.length-1),Ce=ge.length;if(Ce===0){pe(J,te),de.push(J);return}Ee[J]=
Ce,ge.forEach(Ze=>{if(!g[Ze])throw new Error("async.auto task `"+J+"` has a non-existent dependency `"+Ze+"` in "+ge.join(", "));Ji(Ze,()=>{
Ce--,Ce===0&&pe(J,te)})})}),Te(),Gt();function pe(J,te){Y.push(()=>hs(J,te))}s(pe,"enqueueTask");function Gt(){if(!G){if(Y.length===0&&I===0)
return y(null,O);for(;Y.length&&I<p;){var J=Y.shift();J()}}}s(Gt,"processQueue");function Ji(J,te){var ge=M[J];ge||(ge=M[J]=[]),ge.push(te)}
s(Ji,"addListener");function hi(J){var te=M[J]||[];te.forEach(ge=>ge()),Gt()}s(hi,"taskComplete");function hs(J,te){if(!C){var ge=Q((Ze,...Ft)=>{
if(I--,Ze===!1){G=!0;return}if(Ft.length<2&&([Ft]=Ft),Ze){var Ki={};if(Object.keys(O).forEach(di=>{Ki[di]=O[di]}),Ki[J]=Ft,C=!0,M=Object.create(
null),G)return;y(Ze,Ki)}else O[J]=Ft,hi(J)});I++;var Ce=v(te[te.length-1]);te.length>1?Ce(O,ge):Ce(ge)}}s(hs,"runTask");function Te(){for(var J,
te=0;de.length;)J=de.pop(),te++,ee(J).forEach(ge=>{--Ee[ge]===0&&de.push(ge)});if(te!==A)throw new Error("async.auto cannot execute tasks du\
e to a recursive dependency")}s(Te,"checkForDeadlocks");function ee(J){var te=[];return Object.keys(g).forEach(ge=>{let Ce=g[ge];Array.isArray(
Ce)&&Ce.indexOf(J)>=0&&te.push(ge)}),te}return s(ee,"getDependents"),y[wr]}s(ts,"auto");var Du=/^(?:async\s)?(?:function)?\s*(?:\w+\s*)?\(([^)]+)\)(?:\s*{)/,
Gu=/^(?:async\s)?\s*(?:\(\s*)?((?:[^)=\s]\s*)*)(?:\)\s*)?=>/,Mo=/,/,qo=/(=.+)?(\s*)$/;function rs(g){let p="",y=0,A=g.indexOf("*/");for(;y<g.
length;)if(g[y]==="/"&&g[y+1]==="/"){let O=g.indexOf(`
`,y);y=O===-1?g.length:O}else if(A!==-1&&g[y]==="/"&&g[y+1]==="*"){let O=g.indexOf("*/",y);O!==-1?(y=O+2,A=g.indexOf("*/",y)):(p+=g[y],y++)}else
p+=g[y],y++;return p}s(rs,"stripComments");function is(g){let p=rs(g.toString()),y=p.match(Du);if(y||(y=p.match(Gu)),!y)throw new Error(`cou\
ld not parse args in autoInject
Source:
`+p);let[,A]=y;return A.replace(/\s/g,"").split(Mo).map(O=>O.replace(qo,"").trim())}s(is,"parseParams");function ns(g,p){var y={};return Object.
keys(g).forEach(A=>{var O=g[A],I,G=m(O),C=!G&&O.length===1||G&&O.length===0;if(Array.isArray(O))I=[...O],O=I.pop(),y[A]=I.concat(I.length>0?
M:O);else if(C)y[A]=O;else{if(I=is(O),O.length===0&&!G&&I.length===0)throw new Error("autoInject task functions require explicit parameters.");
G||I.pop(),y[A]=I.concat(M)}function M(Y,de){var Ee=I.map(pe=>Y[pe]);Ee.push(de),v(O)(...Ee)}s(M,"newTask")}),ts(y,p)}s(ns,"autoInject");class ss{static{
s(this,"DLL")}constructor(){this.head=this.tail=null,this.length=0}removeLink(p){return p.prev?p.prev.next=p.next:this.head=p.next,p.next?p.
next.prev=p.prev:this.tail=p.prev,p.prev=p.next=null,this.length-=1,p}empty(){for(;this.head;)this.shift();return this}insertAfter(p,y){y.prev=
p,y.next=p.next,p.next?p.next.prev=y:this.tail=y,p.next=y,this.length+=1}insertBefore(p,y){y.prev=p.prev,y.next=p,p.prev?p.prev.next=y:this.
head=y,p.prev=y,this.length+=1}unshift(p){this.head?this.insertBefore(this.head,p):os(this,p)}push(p){this.tail?this.insertAfter(this.tail,p):
os(this,p)}shift(){return this.head&&this.removeLink(this.head)}pop(){return this.tail&&this.removeLink(this.tail)}toArray(){return[...this]}*[Symbol.
iterator](){for(var p=this.head;p;)yield p.data,p=p.next}remove(p){for(var y=this.head;y;){var{next:A}=y;p(y)&&this.removeLink(y),y=A}return this}}
function os(g,p){g.length=1,g.head=g.tail=p}s(os,"setInitial");function zi(g,p,y){if(p==null)p=1;else if(p===0)throw new RangeError("Concurr\
ency must not be zero");var A=v(g),O=0,I=[];let G={error:[],drain:[],saturated:[],unsaturated:[],empty:[]};function C(ee,J){G[ee].push(J)}s(
C,"on");function M(ee,J){let te=s((...ge)=>{Y(ee,te),J(...ge)},"handleAndRemove");G[ee].push(te)}s(M,"once");function Y(ee,J){if(!ee)return Object.
keys(G).forEach(te=>G[te]=[]);if(!J)return G[ee]=[];G[ee]=G[ee].filter(te=>te!==J)}s(Y,"off");function de(ee,...J){G[ee].forEach(te=>te(...J))}
s(de,"trigger");var Ee=!1;function pe(ee,J,te,ge){if(ge!=null&&typeof ge!="function")throw new Error("task callback must be a function");Te.
started=!0;var Ce,Ze;function Ft(di,...ds){if(di)return te?Ze(di):Ce();if(ds.length<=1)return Ce(ds[0]);Ce(ds)}s(Ft,"promiseCallback");var Ki=Te.
_createTaskItem(ee,te?Ft:ge||Ft);if(J?Te._tasks.unshift(Ki):Te._tasks.push(Ki),Ee||(Ee=!0,c(()=>{Ee=!1,Te.process()})),te||!ge)return new Promise(
(di,ds)=>{Ce=di,Ze=ds})}s(pe,"_insert");function Gt(ee){return function(J,...te){O-=1;for(var ge=0,Ce=ee.length;ge<Ce;ge++){var Ze=ee[ge],Ft=I.
indexOf(Ze);Ft===0?I.shift():Ft>0&&I.splice(Ft,1),Ze.callback(J,...te),J!=null&&de("error",J,Ze.data)}O<=Te.concurrency-Te.buffer&&de("unsat\
urated"),Te.idle()&&de("drain"),Te.process()}}s(Gt,"_createCB");function Ji(ee){return ee.length===0&&Te.idle()?(c(()=>de("drain")),!0):!1}s(
Ji,"_maybeDrain");let hi=s(ee=>J=>{if(!J)return new Promise((te,ge)=>{M(ee,(Ce,Ze)=>{if(Ce)return ge(Ce);te(Ze)})});Y(ee),C(ee,J)},"eventMet\
hod");var hs=!1,Te={_tasks:new ss,_createTaskItem(ee,J){return{data:ee,callback:J}},*[Symbol.iterator](){yield*Te._tasks[Symbol.iterator]()},
concurrency:p,payload:y,buffer:p/4,started:!1,paused:!1,push(ee,J){return Array.isArray(ee)?Ji(ee)?void 0:ee.map(te=>pe(te,!1,!1,J)):pe(ee,!1,
!1,J)},pushAsync(ee,J){return Array.isArray(ee)?Ji(ee)?void 0:ee.map(te=>pe(te,!1,!0,J)):pe(ee,!1,!0,J)},kill(){Y(),Te._tasks.empty()},unshift(ee,J){
return Array.isArray(ee)?Ji(ee)?void 0:ee.map(te=>pe(te,!0,!1,J)):pe(ee,!0,!1,J)},unshiftAsync(ee,J){return Array.isArray(ee)?Ji(ee)?void 0:
ee.map(te=>pe(te,!0,!0,J)):pe(ee,!0,!0,J)},remove(ee){Te._tasks.remove(ee)},process(){if(!hs){for(hs=!0;!Te.paused&&O<Te.concurrency&&Te._tasks.
length;){var ee=[],J=[],te=Te._tasks.length;Te.payload&&(te=Math.min(te,Te.payload));for(var ge=0;ge<te;ge++){var Ce=Te._tasks.shift();ee.push(
Ce),I.push(Ce),J.push(Ce.data)}O+=1,Te._tasks.length===0&&de("empty"),O===Te.concurrency&&de("saturated");var Ze=Q(Gt(ee));A(J,Ze)}hs=!1}},length(){
return Te._tasks.length},running(){return O},workersList(){return I},idle(){return Te._tasks.length+O===0},pause(){Te.paused=!0},resume(){Te.
paused!==!1&&(Te.paused=!1,c(Te.process))}};return Object.defineProperties(Te,{saturated:{writable:!1,value:hi("saturated")},unsaturated:{writable:!1,
value:hi("unsaturated")},empty:{writable:!1,value:hi("empty")},drain:{writable:!1,value:hi("drain")},error:{writable:!1,value:hi("error")}}),
Te}s(zi,"queue$1");function as(g,p){return zi(g,1,p)}s(as,"cargo$1");function Hi(g,p,y){return zi(g,p,y)}s(Hi,"cargo");function Dt(g,p,y,A){
A=X(A);var O=v(y);return At(g,(I,G,C)=>{O(p,I,(M,Y)=>{p=Y,C(M)})},I=>A(I,p))}s(Dt,"reduce");var Wt=b(Dt,4);function Vi(...g){var p=g.map(v);
return function(...y){var A=this,O=y[y.length-1];return typeof O=="function"?y.pop():O=br(),Wt(p,y,(I,G,C)=>{G.apply(A,I.concat((M,...Y)=>{C(
M,Y)}))},(I,G)=>O(I,...G)),O[wr]}}s(Vi,"seq");function Bo(...g){return Vi(...g.reverse())}s(Bo,"compose");function K(g,p,y,A){return F(ie(p),
g,y,A)}s(K,"mapLimit");var k=b(K,4);function w(g,p,y,A){var O=v(y);return k(g,p,(I,G)=>{O(I,(C,...M)=>C?G(C):G(C,M))},(I,G)=>{for(var C=[],M=0;M<
G.length;M++)G[M]&&(C=C.concat(...G[M]));return A(I,C)})}s(w,"concatLimit");var P=b(w,4);function N(g,p,y){return P(g,1/0,p,y)}s(N,"concat");
var U=b(N,3);function W(g,p,y){return P(g,1,p,y)}s(W,"concatSeries");var H=b(W,3);function be(...g){return function(...p){var y=p.pop();return y(
null,...g)}}s(be,"constant$1");function xe(g,p){return(y,A,O,I)=>{var G=!1,C;let M=v(O);y(A,(Y,de,Ee)=>{M(Y,(pe,Gt)=>{if(pe||pe===!1)return Ee(
pe);if(g(Gt)&&!C)return G=!0,C=p(!0,Y),Ee(null,z);Ee()})},Y=>{if(Y)return I(Y);I(null,G?C:p(!1))})}}s(xe,"_createTester");function Ye(g,p,y){
return xe(A=>A,(A,O)=>O)(lt,g,p,y)}s(Ye,"detect");var Yt=b(Ye,3);function Fu(g,p,y,A){return xe(O=>O,(O,I)=>I)(ie(p),g,y,A)}s(Fu,"detectLimi\
t");var fi=b(Fu,4);function Zk(g,p,y){return xe(A=>A,(A,O)=>O)(ie(1),g,p,y)}s(Zk,"detectSeries");var jo=b(Zk,3);function Vp(g){return(p,...y)=>v(
p)(...y,(A,...O)=>{typeof console=="object"&&(A?console.error&&console.error(A):console[g]&&O.forEach(I=>console[g](I)))})}s(Vp,"consoleFunc");
var Jp=Vp("dir");function Qk(g,p,y){y=Q(y);var A=v(g),O=v(p),I;function G(M,...Y){if(M)return y(M);M!==!1&&(I=Y,O(...Y,C))}s(G,"next");function C(M,Y){
if(M)return y(M);if(M!==!1){if(!Y)return y(null,...I);A(G)}}return s(C,"check"),C(null,!0)}s(Qk,"doWhilst");var ls=b(Qk,3);function Kp(g,p,y){
let A=v(p);return ls(g,(...O)=>{let I=O.pop();A(...O,(G,C)=>I(G,!C))},y)}s(Kp,"doUntil");function Yp(g){return(p,y,A)=>g(p,A)}s(Yp,"_without\
Index");function Xk(g,p,y){return lt(g,Yp(v(p)),y)}s(Xk,"eachLimit$2");var Wo=b(Xk,3);function eO(g,p,y,A){return ie(p)(g,Yp(v(y)),A)}s(eO,"\
eachLimit");var us=b(eO,4);function tO(g,p,y){return us(g,1,p,y)}s(tO,"eachSeries");var cs=b(tO,3);function Cu(g){return m(g)?g:function(...p){
var y=p.pop(),A=!0;p.push((...O)=>{A?c(()=>y(...O)):y(...O)}),g.apply(this,p),A=!1}}s(Cu,"ensureAsync");function rO(g,p,y){return xe(A=>!A,A=>!A)(
lt,g,p,y)}s(rO,"every");var $o=b(rO,3);function iO(g,p,y,A){return xe(O=>!O,O=>!O)(ie(p),g,y,A)}s(iO,"everyLimit");var zo=b(iO,4);function nO(g,p,y){
return xe(A=>!A,A=>!A)(At,g,p,y)}s(nO,"everySeries");var Ho=b(nO,3);function sO(g,p,y,A){var O=new Array(p.length);g(p,(I,G,C)=>{y(I,(M,Y)=>{
O[G]=!!Y,C(M)})},I=>{if(I)return A(I);for(var G=[],C=0;C<p.length;C++)O[C]&&G.push(p[C]);A(null,G)})}s(sO,"filterArray");function oO(g,p,y,A){
var O=[];g(p,(I,G,C)=>{y(I,(M,Y)=>{if(M)return C(M);Y&&O.push({index:G,value:I}),C(M)})},I=>{if(I)return A(I);A(null,O.sort((G,C)=>G.index-C.
index).map(G=>G.value))})}s(oO,"filterGeneric");function Vo(g,p,y,A){var O=L(p)?sO:oO;return O(g,p,v(y),A)}s(Vo,"_filter");function aO(g,p,y){
return Vo(lt,g,p,y)}s(aO,"filter");var Jo=b(aO,3);function lO(g,p,y,A){return Vo(ie(p),g,y,A)}s(lO,"filterLimit");var Ko=b(lO,4);function uO(g,p,y){
return Vo(At,g,p,y)}s(uO,"filterSeries");var Yo=b(uO,3);function cO(g,p){var y=Q(p),A=v(Cu(g));function O(I){if(I)return y(I);I!==!1&&A(O)}return s(
O,"next"),O()}s(cO,"forever");var Zp=b(cO,2);function fO(g,p,y,A){var O=v(y);return k(g,p,(I,G)=>{O(I,(C,M)=>C?G(C):G(C,{key:M,val:I}))},(I,G)=>{
for(var C={},{hasOwnProperty:M}=Object.prototype,Y=0;Y<G.length;Y++)if(G[Y]){var{key:de}=G[Y],{val:Ee}=G[Y];M.call(C,de)?C[de].push(Ee):C[de]=
[Ee]}return A(I,C)})}s(fO,"groupByLimit");var Zo=b(fO,4);function Qp(g,p,y){return Zo(g,1/0,p,y)}s(Qp,"groupBy");function Xp(g,p,y){return Zo(
g,1,p,y)}s(Xp,"groupBySeries");var eg=Vp("log");function hO(g,p,y,A){A=X(A);var O={},I=v(y);return ie(p)(g,(G,C,M)=>{I(G,C,(Y,de)=>{if(Y)return M(
Y);O[C]=de,M(Y)})},G=>A(G,O))}s(hO,"mapValuesLimit");var Qo=b(hO,4);function tg(g,p,y){return Qo(g,1/0,p,y)}s(tg,"mapValues");function rg(g,p,y){
return Qo(g,1,p,y)}s(rg,"mapValuesSeries");function ig(g,p=y=>y){var y=Object.create(null),A=Object.create(null),O=v(g),I=r((G,C)=>{var M=p(
...G);M in y?c(()=>C(null,...y[M])):M in A?A[M].push(C):(A[M]=[C],O(...G,(Y,...de)=>{Y||(y[M]=de);var Ee=A[M];delete A[M];for(var pe=0,Gt=Ee.
length;pe<Gt;pe++)Ee[pe](Y,...de)}))});return I.memo=y,I.unmemoized=g,I}s(ig,"memoize");var Xo;o?Xo=process.nextTick:n?Xo=setImmediate:Xo=a;
var ng=l(Xo),Nu=b((g,p,y)=>{var A=L(p)?[]:{};g(p,(O,I,G)=>{v(O)((C,...M)=>{M.length<2&&([M]=M),A[I]=M,G(C)})},O=>y(O,A))},3);function sg(g,p){
return Nu(lt,g,p)}s(sg,"parallel");function og(g,p,y){return Nu(ie(p),g,y)}s(og,"parallelLimit");function Lu(g,p){var y=v(g);return zi((A,O)=>{
y(A[0],O)},p,1)}s(Lu,"queue");class dO{static{s(this,"Heap")}constructor(){this.heap=[],this.pushCount=Number.MIN_SAFE_INTEGER}get length(){
return this.heap.length}empty(){return this.heap=[],this}percUp(p){let y;for(;p>0&&Uu(this.heap[p],this.heap[y=ag(p)]);){let A=this.heap[p];
this.heap[p]=this.heap[y],this.heap[y]=A,p=y}}percDown(p){let y;for(;(y=pO(p))<this.heap.length&&(y+1<this.heap.length&&Uu(this.heap[y+1],this.
heap[y])&&(y=y+1),!Uu(this.heap[p],this.heap[y]));){let A=this.heap[p];this.heap[p]=this.heap[y],this.heap[y]=A,p=y}}push(p){p.pushCount=++this.
pushCount,this.heap.push(p),this.percUp(this.heap.length-1)}unshift(p){return this.heap.push(p)}shift(){let[p]=this.heap;return this.heap[0]=
this.heap[this.heap.length-1],this.heap.pop(),this.percDown(0),p}toArray(){return[...this]}*[Symbol.iterator](){for(let p=0;p<this.heap.length;p++)
yield this.heap[p].data}remove(p){let y=0;for(let A=0;A<this.heap.length;A++)p(this.heap[A])||(this.heap[y]=this.heap[A],y++);this.heap.splice(
y);for(let A=ag(this.heap.length-1);A>=0;A--)this.percDown(A);return this}}function pO(g){return(g<<1)+1}s(pO,"leftChi");function ag(g){return(g+
1>>1)-1}s(ag,"parent");function Uu(g,p){return g.priority!==p.priority?g.priority<p.priority:g.pushCount<p.pushCount}s(Uu,"smaller");function lg(g,p){
var y=Lu(g,p),{push:A,pushAsync:O}=y;y._tasks=new dO,y._createTaskItem=({data:G,priority:C},M)=>({data:G,priority:C,callback:M});function I(G,C){
return Array.isArray(G)?G.map(M=>({data:M,priority:C})):{data:G,priority:C}}return s(I,"createDataItems"),y.push=function(G,C=0,M){return A(
I(G,C),M)},y.pushAsync=function(G,C=0,M){return O(I(G,C),M)},delete y.unshift,delete y.unshiftAsync,y}s(lg,"priorityQueue");function gO(g,p){
if(p=X(p),!Array.isArray(g))return p(new TypeError("First argument to race must be an array of functions"));if(!g.length)return p();for(var y=0,
A=g.length;y<A;y++)v(g[y])(p)}s(gO,"race");var ug=b(gO,2);function ea(g,p,y,A){var O=[...g].reverse();return Wt(O,p,y,A)}s(ea,"reduceRight");
function ta(g){var p=v(g);return r(s(function(A,O){return A.push((I,...G)=>{let C={};if(I&&(C.error=I),G.length>0){var M=G;G.length<=1&&([M]=
G),C.value=M}O(null,C)}),p.apply(this,A)},"reflectOn"))}s(ta,"reflect");function cg(g){var p;return Array.isArray(g)?p=g.map(ta):(p={},Object.
keys(g).forEach(y=>{p[y]=ta.call(this,g[y])})),p}s(cg,"reflectAll");function Mu(g,p,y,A){let O=v(y);return Vo(g,p,(I,G)=>{O(I,(C,M)=>{G(C,!M)})},
A)}s(Mu,"reject$2");function mO(g,p,y){return Mu(lt,g,p,y)}s(mO,"reject");var fg=b(mO,3);function yO(g,p,y,A){return Mu(ie(p),g,y,A)}s(yO,"r\
ejectLimit");var hg=b(yO,4);function _O(g,p,y){return Mu(At,g,p,y)}s(_O,"rejectSeries");var dg=b(_O,3);function pg(g){return function(){return g}}
s(pg,"constant");let qu=5,gg=0;function ra(g,p,y){var A={times:qu,intervalFunc:pg(gg)};if(arguments.length<3&&typeof g=="function"?(y=p||br(),
p=g):(wO(A,g),y=y||br()),typeof p!="function")throw new Error("Invalid arguments for async.retry");var O=v(p),I=1;function G(){O((C,...M)=>{
C!==!1&&(C&&I++<A.times&&(typeof A.errorFilter!="function"||A.errorFilter(C))?setTimeout(G,A.intervalFunc(I-1)):y(C,...M))})}return s(G,"ret\
ryAttempt"),G(),y[wr]}s(ra,"retry");function wO(g,p){if(typeof p=="object")g.times=+p.times||qu,g.intervalFunc=typeof p.interval=="function"?
p.interval:pg(+p.interval||gg),g.errorFilter=p.errorFilter;else if(typeof p=="number"||typeof p=="string")g.times=+p||qu;else throw new Error(
"Invalid arguments for async.retry")}s(wO,"parseTimes");function mg(g,p){p||(p=g,g=null);let y=g&&g.arity||p.length;m(p)&&(y+=1);var A=v(p);
return r((O,I)=>{(O.length<y-1||I==null)&&(O.push(I),I=br());function G(C){A(...O,C)}return s(G,"taskFn"),g?ra(g,G,I):ra(G,I),I[wr]})}s(mg,"\
retryable");function yg(g,p){return Nu(At,g,p)}s(yg,"series");function bO(g,p,y){return xe(Boolean,A=>A)(lt,g,p,y)}s(bO,"some");var ia=b(bO,
3);function EO(g,p,y,A){return xe(Boolean,O=>O)(ie(p),g,y,A)}s(EO,"someLimit");var na=b(EO,4);function TO(g,p,y){return xe(Boolean,A=>A)(At,
g,p,y)}s(TO,"someSeries");var sa=b(TO,3);function vO(g,p,y){var A=v(p);return ci(g,(I,G)=>{A(I,(C,M)=>{if(C)return G(C);G(C,{value:I,criteria:M})})},
(I,G)=>{if(I)return y(I);y(null,G.sort(O).map(C=>C.value))});function O(I,G){var C=I.criteria,M=G.criteria;return C<M?-1:C>M?1:0}}s(vO,"sort\
By");var _g=b(vO,3);function wg(g,p,y){var A=v(g);return r((O,I)=>{var G=!1,C;function M(){var Y=g.name||"anonymous",de=new Error('Callback \
function "'+Y+'" timed out.');de.code="ETIMEDOUT",y&&(de.info=y),G=!0,I(de)}s(M,"timeoutCallback"),O.push((...Y)=>{G||(I(...Y),clearTimeout(
C))}),C=setTimeout(M,p),A(...O)})}s(wg,"timeout");function SO(g){for(var p=Array(g);g--;)p[g]=g;return p}s(SO,"range");function oa(g,p,y,A){
var O=v(y);return k(SO(g),p,O,A)}s(oa,"timesLimit");function bg(g,p,y){return oa(g,1/0,p,y)}s(bg,"times");function Eg(g,p,y){return oa(g,1,p,
y)}s(Eg,"timesSeries");function Tg(g,p,y,A){arguments.length<=3&&typeof p=="function"&&(A=y,y=p,p=Array.isArray(g)?[]:{}),A=X(A||br());var O=v(
y);return lt(g,(I,G,C)=>{O(p,I,G,C)},I=>A(I,p)),A[wr]}s(Tg,"transform");function AO(g,p){var y=null,A;return cs(g,(O,I)=>{v(O)((G,...C)=>{if(G===
!1)return I(G);C.length<2?[A]=C:A=C,y=G,I(G?null:{})})},()=>p(y,A))}s(AO,"tryEach");var vg=b(AO);function Sg(g){return(...p)=>(g.unmemoized||
g)(...p)}s(Sg,"unmemoize");function RO(g,p,y){y=Q(y);var A=v(p),O=v(g),I=[];function G(M,...Y){if(M)return y(M);I=Y,M!==!1&&O(C)}s(G,"next");
function C(M,Y){if(M)return y(M);if(M!==!1){if(!Y)return y(null,...I);A(G)}}return s(C,"check"),O(C)}s(RO,"whilst");var fs=b(RO,3);function Ag(g,p,y){
let A=v(g);return fs(O=>A((I,G)=>O(I,!G)),p,y)}s(Ag,"until");function kO(g,p){if(p=X(p),!Array.isArray(g))return p(new Error("First argument\
 to waterfall must be an array of functions"));if(!g.length)return p();var y=0;function A(I){var G=v(g[y++]);G(...I,Q(O))}s(A,"nextTask");function O(I,...G){
if(I!==!1){if(I||y===g.length)return p(I,...G);A(G)}}s(O,"next"),A([])}s(kO,"waterfall");var Rg=b(kO),OO={apply:e,applyEach:Qn,applyEachSeries:es,
asyncify:f,auto:ts,autoInject:ns,cargo:as,cargoQueue:Hi,compose:Bo,concat:U,concatLimit:P,concatSeries:H,constant:be,detect:Yt,detectLimit:fi,
detectSeries:jo,dir:Jp,doUntil:Kp,doWhilst:ls,each:Wo,eachLimit:us,eachOf:lt,eachOfLimit:ye,eachOfSeries:At,eachSeries:cs,ensureAsync:Cu,every:$o,
everyLimit:zo,everySeries:Ho,filter:Jo,filterLimit:Ko,filterSeries:Yo,forever:Zp,groupBy:Qp,groupByLimit:Zo,groupBySeries:Xp,log:eg,map:ci,mapLimit:k,
mapSeries:Xn,mapValues:tg,mapValuesLimit:Qo,mapValuesSeries:rg,memoize:ig,nextTick:ng,parallel:sg,parallelLimit:og,priorityQueue:lg,queue:Lu,
race:ug,reduce:Wt,reduceRight:ea,reflect:ta,reflectAll:cg,reject:fg,rejectLimit:hg,rejectSeries:dg,retry:ra,retryable:mg,seq:Vi,series:yg,setImmediate:c,
some:ia,someLimit:na,someSeries:sa,sortBy:_g,timeout:wg,times:bg,timesLimit:oa,timesSeries:Eg,transform:Tg,tryEach:vg,unmemoize:Sg,until:Ag,
waterfall:Rg,whilst:fs,all:$o,allLimit:zo,allSeries:Ho,any:ia,anyLimit:na,anySeries:sa,find:Yt,findLimit:fi,findSeries:jo,flatMap:U,flatMapLimit:P,
flatMapSeries:H,forEach:Wo,forEachSeries:cs,forEachLimit:us,forEachOf:lt,forEachOfSeries:At,forEachOfLimit:ye,inject:Wt,foldl:Wt,foldr:ea,select:Jo,
selectLimit:Ko,selectSeries:Yo,wrapSync:f,during:fs,doDuring:ls};t.all=$o,t.allLimit=zo,t.allSeries=Ho,t.any=ia,t.anyLimit=na,t.anySeries=sa,
t.apply=e,t.applyEach=Qn,t.applyEachSeries=es,t.asyncify=f,t.auto=ts,t.autoInject=ns,t.cargo=as,t.cargoQueue=Hi,t.compose=Bo,t.concat=U,t.concatLimit=
P,t.concatSeries=H,t.constant=be,t.default=OO,t.detect=Yt,t.detectLimit=fi,t.detectSeries=jo,t.dir=Jp,t.doDuring=ls,t.doUntil=Kp,t.doWhilst=
ls,t.during=fs,t.each=Wo,t.eachLimit=us,t.eachOf=lt,t.eachOfLimit=ye,t.eachOfSeries=At,t.eachSeries=cs,t.ensureAsync=Cu,t.every=$o,t.everyLimit=
zo,t.everySeries=Ho,t.filter=Jo,t.filterLimit=Ko,t.filterSeries=Yo,t.find=Yt,t.findLimit=fi,t.findSeries=jo,t.flatMap=U,t.flatMapLimit=P,t.flatMapSeries=
H,t.foldl=Wt,t.foldr=ea,t.forEach=Wo,t.forEachLimit=us,t.forEachOf=lt,t.forEachOfLimit=ye,t.forEachOfSeries=At,t.forEachSeries=cs,t.forever=
Zp,t.groupBy=Qp,t.groupByLimit=Zo,t.groupBySeries=Xp,t.inject=Wt,t.log=eg,t.map=ci,t.mapLimit=k,t.mapSeries=Xn,t.mapValues=tg,t.mapValuesLimit=
Qo,t.mapValuesSeries=rg,t.memoize=ig,t.nextTick=ng,t.parallel=sg,t.parallelLimit=og,t.priorityQueue=lg,t.queue=Lu,t.race=ug,t.reduce=Wt,t.reduceRight=
ea,t.reflect=ta,t.reflectAll=cg,t.reject=fg,t.rejectLimit=hg,t.rejectSeries=dg,t.retry=ra,t.retryable=mg,t.select=Jo,t.selectLimit=Ko,t.selectSeries=
Yo,t.seq=Vi,t.series=yg,t.setImmediate=c,t.some=ia,t.someLimit=na,t.someSeries=sa,t.sortBy=_g,t.timeout=wg,t.times=bg,t.timesLimit=oa,t.timesSeries=
Eg,t.transform=Tg,t.tryEach=vg,t.unmemoize=Sg,t.until=Ag,t.waterfall=Rg,t.whilst=fs,t.wrapSync=f,Object.defineProperty(t,"__esModule",{value:!0})}))});var Gm=S((gz,Dm)=>{var qr=Z("constants"),b1=process.cwd,ya=null,E1=process.env.GRACEFUL_FS_PLATFORM||process.platform;process.cwd=function(){
return ya||(ya=b1.call(process)),ya};try{process.cwd()}catch{}typeof process.chdir=="function"&&(qc=process.chdir,process.chdir=function(t){
ya=null,qc.call(process,t)},Object.setPrototypeOf&&Object.setPrototypeOf(process.chdir,qc));var qc;Dm.exports=T1;function T1(t){qr.hasOwnProperty(
"O_SYMLINK")&&process.version.match(/^v0\.6\.[0-2]|^v0\.5\./)&&e(t),t.lutimes||r(t),t.chown=o(t.chown),t.fchown=o(t.fchown),t.lchown=o(t.lchown),
t.chmod=i(t.chmod),t.fchmod=i(t.fchmod),t.lchmod=i(t.lchmod),t.chownSync=a(t.chownSync),t.fchownSync=a(t.fchownSync),t.lchownSync=a(t.lchownSync),
t.chmodSync=n(t.chmodSync),t.fchmodSync=n(t.fchmodSync),t.lchmodSync=n(t.lchmodSync),t.stat=l(t.stat),t.fstat=l(t.fstat),t.lstat=l(t.lstat),
t.statSync=u(t.statSync),t.fstatSync=u(t.fstatSync),t.lstatSync=u(t.lstatSync),t.chmod&&!t.lchmod&&(t.lchmod=function(f,h,d){d&&process.nextTick(
d)},t.lchmodSync=function(){}),t.chown&&!t.lchown&&(t.lchown=function(f,h,d,m){m&&process.nextTick(m)},t.lchownSync=function(){}),E1==="win3\
2"&&(t.rename=typeof t.rename!="function"?t.rename:(function(f){function h(d,m,T){var E=Date.now(),v=0;f(d,m,s(function b(R){if(R&&(R.code===
"EACCES"||R.code==="EPERM"||R.code==="EBUSY")&&Date.now()-E<6e4){setTimeout(function(){t.stat(m,function(F,L){F&&F.code==="ENOENT"?f(d,m,b):
T(R)})},v),v<100&&(v+=10);return}T&&T(R)},"CB"))}return s(h,"rename"),Object.setPrototypeOf&&Object.setPrototypeOf(h,f),h})(t.rename)),t.read=
typeof t.read!="function"?t.read:(function(f){function h(d,m,T,E,v,b){var R;if(b&&typeof b=="function"){var F=0;R=s(function(L,z,X){if(L&&L.
code==="EAGAIN"&&F<10)return F++,f.call(t,d,m,T,E,v,R);b.apply(this,arguments)},"callback")}return f.call(t,d,m,T,E,v,R)}return s(h,"read"),
Object.setPrototypeOf&&Object.setPrototypeOf(h,f),h})(t.read),t.readSync=typeof t.readSync!="function"?t.readSync:(function(f){return function(h,d,m,T,E){
for(var v=0;;)try{return f.call(t,h,d,m,T,E)}catch(b){if(b.code==="EAGAIN"&&v<10){v++;continue}throw b}}})(t.readSync);function e(f){f.lchmod=
function(h,d,m){f.open(h,qr.O_WRONLY|qr.O_SYMLINK,d,function(T,E){if(T){m&&m(T);return}f.fchmod(E,d,function(v){f.close(E,function(b){m&&m(v||
b)})})})},f.lchmodSync=function(h,d){var m=f.openSync(h,qr.O_WRONLY|qr.O_SYMLINK,d),T=!0,E;try{E=f.fchmodSync(m,d),T=!1}finally{if(T)try{f.closeSync(
m)}catch{}else f.closeSync(m)}return E}}s(e,"patchLchmod");function r(f){qr.hasOwnProperty("O_SYMLINK")&&f.futimes?(f.lutimes=function(h,d,m,T){
f.open(h,qr.O_SYMLINK,function(E,v){if(E){T&&T(E);return}f.futimes(v,d,m,function(b){f.close(v,function(R){T&&T(b||R)})})})},f.lutimesSync=function(h,d,m){
var T=f.openSync(h,qr.O_SYMLINK),E,v=!0;try{E=f.futimesSync(T,d,m),v=!1}finally{if(v)try{f.closeSync(T)}catch{}else f.closeSync(T)}return E}):
f.futimes&&(f.lutimes=function(h,d,m,T){T&&process.nextTick(T)},f.lutimesSync=function(){})}s(r,"patchLutimes");function i(f){return f&&function(h,d,m){
return f.call(t,h,d,function(T){c(T)&&(T=null),m&&m.apply(this,arguments)})}}s(i,"chmodFix");function n(f){return f&&function(h,d){try{return f.
call(t,h,d)}catch(m){if(!c(m))throw m}}}s(n,"chmodFixSync");function o(f){return f&&function(h,d,m,T){return f.call(t,h,d,m,function(E){c(E)&&
(E=null),T&&T.apply(this,arguments)})}}s(o,"chownFix");function a(f){return f&&function(h,d,m){try{return f.call(t,h,d,m)}catch(T){if(!c(T))
throw T}}}s(a,"chownFixSync");function l(f){return f&&function(h,d,m){typeof d=="function"&&(m=d,d=null);function T(E,v){v&&(v.uid<0&&(v.uid+=
4294967296),v.gid<0&&(v.gid+=4294967296)),m&&m.apply(this,arguments)}return s(T,"callback"),d?f.call(t,h,d,T):f.call(t,h,T)}}s(l,"statFix");
function u(f){return f&&function(h,d){var m=d?f.call(t,h,d):f.call(t,h);return m&&(m.uid<0&&(m.uid+=4294967296),m.gid<0&&(m.gid+=4294967296)),
m}}s(u,"statFixSync");function c(f){if(!f||f.code==="ENOSYS")return!0;var h=!process.getuid||process.getuid()!==0;return!!(h&&(f.code==="EIN\
VAL"||f.code==="EPERM"))}s(c,"chownErOk")}s(T1,"patch")});var Nm=S((yz,Cm)=>{var Fm=Z("stream").Stream;Cm.exports=v1;function v1(t){return{ReadStream:e,WriteStream:r};function e(i,n){if(!(this instanceof
e))return new e(i,n);Fm.call(this);var o=this;this.path=i,this.fd=null,this.readable=!0,this.paused=!1,this.flags="r",this.mode=438,this.bufferSize=
64*1024,n=n||{};for(var a=Object.keys(n),l=0,u=a.length;l<u;l++){var c=a[l];this[c]=n[c]}if(this.encoding&&this.setEncoding(this.encoding),this.
start!==void 0){if(typeof this.start!="number")throw TypeError("start must be a Number");if(this.end===void 0)this.end=1/0;else if(typeof this.
end!="number")throw TypeError("end must be a Number");if(this.start>this.end)throw new Error("start must be <= end");this.pos=this.start}if(this.
fd!==null){process.nextTick(function(){o._read()});return}t.open(this.path,this.flags,this.mode,function(f,h){if(f){o.emit("error",f),o.readable=
!1;return}o.fd=h,o.emit("open",h),o._read()})}function r(i,n){if(!(this instanceof r))return new r(i,n);Fm.call(this),this.path=i,this.fd=null,
this.writable=!0,this.flags="w",this.encoding="binary",this.mode=438,this.bytesWritten=0,n=n||{};for(var o=Object.keys(n),a=0,l=o.length;a<l;a++){
var u=o[a];this[u]=n[u]}if(this.start!==void 0){if(typeof this.start!="number")throw TypeError("start must be a Number");if(this.start<0)throw new Error(
"start must be >= zero");this.pos=this.start}this.busy=!1,this._queue=[],this.fd===null&&(this._open=t.open,this._queue.push([this._open,this.
path,this.flags,this.mode,void 0]),this.flush())}}s(v1,"legacy")});var Um=S((wz,Lm)=>{"use strict";Lm.exports=A1;var S1=Object.getPrototypeOf||function(t){return t.__proto__};function A1(t){if(t===null||typeof t!=
"object")return t;if(t instanceof Object)var e={__proto__:S1(t)};else var e=Object.create(null);return Object.getOwnPropertyNames(t).forEach(
function(r){Object.defineProperty(e,r,Object.getOwnPropertyDescriptor(t,r))}),e}s(A1,"clone")});var $c=S((Ez,Wc)=>{var Ue=Z("fs"),R1=Gm(),k1=Nm(),O1=Um(),_a=Z("util"),it,ba;typeof Symbol=="function"&&typeof Symbol.for=="function"?(it=Symbol.
for("graceful-fs.queue"),ba=Symbol.for("graceful-fs.previous")):(it="___graceful-fs.queue",ba="___graceful-fs.previous");function x1(){}s(x1,
"noop");function Bm(t,e){Object.defineProperty(t,it,{get:s(function(){return e},"get")})}s(Bm,"publishQueue");var yi=x1;_a.debuglog?yi=_a.debuglog(
"gfs4"):/\bgfs4\b/i.test(process.env.NODE_DEBUG||"")&&(yi=s(function(){var t=_a.format.apply(_a,arguments);t="GFS4: "+t.split(/\n/).join(`
GFS4: `),console.error(t)},"debug"));Ue[it]||(Mm=global[it]||[],Bm(Ue,Mm),Ue.close=(function(t){function e(r,i){return t.call(Ue,r,function(n){
n||qm(),typeof i=="function"&&i.apply(this,arguments)})}return s(e,"close"),Object.defineProperty(e,ba,{value:t}),e})(Ue.close),Ue.closeSync=
(function(t){function e(r){t.apply(Ue,arguments),qm()}return s(e,"closeSync"),Object.defineProperty(e,ba,{value:t}),e})(Ue.closeSync),/\bgfs4\b/i.
test(process.env.NODE_DEBUG||"")&&process.on("exit",function(){yi(Ue[it]),Z("assert").equal(Ue[it].length,0)}));var Mm;global[it]||Bm(global,
Ue[it]);Wc.exports=Bc(O1(Ue));process.env.TEST_GRACEFUL_FS_GLOBAL_PATCH&&!Ue.__patched&&(Wc.exports=Bc(Ue),Ue.__patched=!0);function Bc(t){R1(
t),t.gracefulify=Bc,t.createReadStream=z,t.createWriteStream=X;var e=t.readFile;t.readFile=r;function r(x,B,j){return typeof B=="function"&&
(j=B,B=null),Q(x,B,j);function Q(q,ie,we,ye){return e(q,ie,function(_e){_e&&(_e.code==="EMFILE"||_e.code==="ENFILE")?rn([Q,[q,ie,we],_e,ye||
Date.now(),Date.now()]):typeof we=="function"&&we.apply(this,arguments)})}s(Q,"go$readFile")}s(r,"readFile");var i=t.writeFile;t.writeFile=n;
function n(x,B,j,Q){return typeof j=="function"&&(Q=j,j=null),q(x,B,j,Q);function q(ie,we,ye,_e,Be){return i(ie,we,ye,function(ke){ke&&(ke.code===
"EMFILE"||ke.code==="ENFILE")?rn([q,[ie,we,ye,_e],ke,Be||Date.now(),Date.now()]):typeof _e=="function"&&_e.apply(this,arguments)})}s(q,"go$w\
riteFile")}s(n,"writeFile");var o=t.appendFile;o&&(t.appendFile=a);function a(x,B,j,Q){return typeof j=="function"&&(Q=j,j=null),q(x,B,j,Q);
function q(ie,we,ye,_e,Be){return o(ie,we,ye,function(ke){ke&&(ke.code==="EMFILE"||ke.code==="ENFILE")?rn([q,[ie,we,ye,_e],ke,Be||Date.now(),
Date.now()]):typeof _e=="function"&&_e.apply(this,arguments)})}s(q,"go$appendFile")}s(a,"appendFile");var l=t.copyFile;l&&(t.copyFile=u);function u(x,B,j,Q){
return typeof j=="function"&&(Q=j,j=0),q(x,B,j,Q);function q(ie,we,ye,_e,Be){return l(ie,we,ye,function(ke){ke&&(ke.code==="EMFILE"||ke.code===
"ENFILE")?rn([q,[ie,we,ye,_e],ke,Be||Date.now(),Date.now()]):typeof _e=="function"&&_e.apply(this,arguments)})}s(q,"go$copyFile")}s(u,"copyF\
ile");var c=t.readdir;t.readdir=h;var f=/^v[0-5]\./;function h(x,B,j){typeof B=="function"&&(j=B,B=null);var Q=f.test(process.version)?s(function(we,ye,_e,Be){
return c(we,q(we,ye,_e,Be))},"go$readdir"):s(function(we,ye,_e,Be){return c(we,ye,q(we,ye,_e,Be))},"go$readdir");return Q(x,B,j);function q(ie,we,ye,_e){
return function(Be,ke){Be&&(Be.code==="EMFILE"||Be.code==="ENFILE")?rn([Q,[ie,we,ye],Be,_e||Date.now(),Date.now()]):(ke&&ke.sort&&ke.sort(),
typeof ye=="function"&&ye.call(this,Be,ke))}}}if(s(h,"readdir"),process.version.substr(0,4)==="v0.8"){var d=k1(t);b=d.ReadStream,F=d.WriteStream}
var m=t.ReadStream;m&&(b.prototype=Object.create(m.prototype),b.prototype.open=R);var T=t.WriteStream;T&&(F.prototype=Object.create(T.prototype),
F.prototype.open=L),Object.defineProperty(t,"ReadStream",{get:s(function(){return b},"get"),set:s(function(x){b=x},"set"),enumerable:!0,configurable:!0}),
Object.defineProperty(t,"WriteStream",{get:s(function(){return F},"get"),set:s(function(x){F=x},"set"),enumerable:!0,configurable:!0});var E=b;
Object.defineProperty(t,"FileReadStream",{get:s(function(){return E},"get"),set:s(function(x){E=x},"set"),enumerable:!0,configurable:!0});var v=F;
Object.defineProperty(t,"FileWriteStream",{get:s(function(){return v},"get"),set:s(function(x){v=x},"set"),enumerable:!0,configurable:!0});function b(x,B){
return this instanceof b?(m.apply(this,arguments),this):b.apply(Object.create(b.prototype),arguments)}s(b,"ReadStream");function R(){var x=this;
$(x.path,x.flags,x.mode,function(B,j){B?(x.autoClose&&x.destroy(),x.emit("error",B)):(x.fd=j,x.emit("open",j),x.read())})}s(R,"ReadStream$op\
en");function F(x,B){return this instanceof F?(T.apply(this,arguments),this):F.apply(Object.create(F.prototype),arguments)}s(F,"WriteStream");
function L(){var x=this;$(x.path,x.flags,x.mode,function(B,j){B?(x.destroy(),x.emit("error",B)):(x.fd=j,x.emit("open",j))})}s(L,"WriteStream\
$open");function z(x,B){return new t.ReadStream(x,B)}s(z,"createReadStream");function X(x,B){return new t.WriteStream(x,B)}s(X,"createWriteS\
tream");var D=t.open;t.open=$;function $(x,B,j,Q){return typeof j=="function"&&(Q=j,j=null),q(x,B,j,Q);function q(ie,we,ye,_e,Be){return D(ie,
we,ye,function(ke,lt){ke&&(ke.code==="EMFILE"||ke.code==="ENFILE")?rn([q,[ie,we,ye,_e],ke,Be||Date.now(),Date.now()]):typeof _e=="function"&&
_e.apply(this,arguments)})}s(q,"go$open")}return s($,"open"),t}s(Bc,"patch");function rn(t){yi("ENQUEUE",t[0].name,t[1]),Ue[it].push(t),jc()}
s(rn,"enqueue");var wa;function qm(){for(var t=Date.now(),e=0;e<Ue[it].length;++e)Ue[it][e].length>2&&(Ue[it][e][3]=t,Ue[it][e][4]=t);jc()}s(
qm,"resetQueue");function jc(){if(clearTimeout(wa),wa=void 0,Ue[it].length!==0){var t=Ue[it].shift(),e=t[0],r=t[1],i=t[2],n=t[3],o=t[4];if(n===
void 0)yi("RETRY",e.name,r),e.apply(null,r);else if(Date.now()-n>=6e4){yi("TIMEOUT",e.name,r);var a=r.pop();typeof a=="function"&&a.call(null,
i)}else{var l=Date.now()-o,u=Math.max(o-n,1),c=Math.min(u*1.2,100);l>=c?(yi("RETRY",e.name,r),e.apply(null,r.concat([n]))):Ue[it].push(t)}wa===
void 0&&(wa=setTimeout(jc,0))}}s(jc,"retry")});var Ea=S((vz,jm)=>{"use strict";var nr=s(t=>t!==null&&typeof t=="object"&&typeof t.pipe=="function","isStream");nr.writable=t=>nr(t)&&t.writable!==
!1&&typeof t._write=="function"&&typeof t._writableState=="object";nr.readable=t=>nr(t)&&t.readable!==!1&&typeof t._read=="function"&&typeof t.
_readableState=="object";nr.duplex=t=>nr.writable(t)&&nr.readable(t);nr.transform=t=>nr.duplex(t)&&typeof t._transform=="function";jm.exports=
nr});var _s=S((Az,zc)=>{"use strict";typeof process>"u"||!process.version||process.version.indexOf("v0.")===0||process.version.indexOf("v1.")===0&&
process.version.indexOf("v1.8.")!==0?zc.exports={nextTick:P1}:zc.exports=process;function P1(t,e,r,i){if(typeof t!="function")throw new TypeError(
'"callback" argument must be a function');var n=arguments.length,o,a;switch(n){case 0:case 1:return process.nextTick(t);case 2:return process.
nextTick(s(function(){t.call(null,e)},"afterTickOne"));case 3:return process.nextTick(s(function(){t.call(null,e,r)},"afterTickTwo"));case 4:
return process.nextTick(s(function(){t.call(null,e,r,i)},"afterTickThree"));default:for(o=new Array(n-1),a=0;a<o.length;)o[a++]=arguments[a];
return process.nextTick(s(function(){t.apply(null,o)},"afterTick"))}}s(P1,"nextTick")});var $m=S((kz,Wm)=>{var I1={}.toString;Wm.exports=Array.isArray||function(t){return I1.call(t)=="[object Array]"}});var Hc=S((Oz,zm)=>{zm.exports=Z("stream")});var ws=S((Vc,Vm)=>{var Ta=Z("buffer"),Sr=Ta.Buffer;function Hm(t,e){for(var r in t)e[r]=t[r]}s(Hm,"copyProps");Sr.from&&Sr.alloc&&Sr.allocUnsafe&&
Sr.allocUnsafeSlow?Vm.exports=Ta:(Hm(Ta,Vc),Vc.Buffer=nn);function nn(t,e,r){return Sr(t,e,r)}s(nn,"SafeBuffer");Hm(Sr,nn);nn.from=function(t,e,r){
if(typeof t=="number")throw new TypeError("Argument must not be a number");return Sr(t,e,r)};nn.alloc=function(t,e,r){if(typeof t!="number")
throw new TypeError("Argument must be a number");var i=Sr(t);return e!==void 0?typeof r=="string"?i.fill(e,r):i.fill(e):i.fill(0),i};nn.allocUnsafe=
function(t){if(typeof t!="number")throw new TypeError("Argument must be a number");return Sr(t)};nn.allocUnsafeSlow=function(t){if(typeof t!=
"number")throw new TypeError("Argument must be a number");return Ta.SlowBuffer(t)}});var sn=S(pt=>{function D1(t){return Array.isArray?Array.isArray(t):va(t)==="[object Array]"}s(D1,"isArray");pt.isArray=D1;function G1(t){return typeof t==
"boolean"}s(G1,"isBoolean");pt.isBoolean=G1;function F1(t){return t===null}s(F1,"isNull");pt.isNull=F1;function C1(t){return t==null}s(C1,"i\
sNullOrUndefined");pt.isNullOrUndefined=C1;function N1(t){return typeof t=="number"}s(N1,"isNumber");pt.isNumber=N1;function L1(t){return typeof t==
"string"}s(L1,"isString");pt.isString=L1;function U1(t){return typeof t=="symbol"}s(U1,"isSymbol");pt.isSymbol=U1;function M1(t){return t===
void 0}s(M1,"isUndefined");pt.isUndefined=M1;function q1(t){return va(t)==="[object RegExp]"}s(q1,"isRegExp");pt.isRegExp=q1;function B1(t){
return typeof t=="object"&&t!==null}s(B1,"isObject");pt.isObject=B1;function j1(t){return va(t)==="[object Date]"}s(j1,"isDate");pt.isDate=j1;
function W1(t){return va(t)==="[object Error]"||t instanceof Error}s(W1,"isError");pt.isError=W1;function $1(t){return typeof t=="function"}
s($1,"isFunction");pt.isFunction=$1;function z1(t){return t===null||typeof t=="boolean"||typeof t=="number"||typeof t=="string"||typeof t=="\
symbol"||typeof t>"u"}s(z1,"isPrimitive");pt.isPrimitive=z1;pt.isBuffer=Z("buffer").Buffer.isBuffer;function va(t){return Object.prototype.toString.
call(t)}s(va,"objectToString")});var Jm=S((Dz,Jc)=>{typeof Object.create=="function"?Jc.exports=s(function(e,r){r&&(e.super_=r,e.prototype=Object.create(r.prototype,{constructor:{
value:e,enumerable:!1,writable:!0,configurable:!0}}))},"inherits"):Jc.exports=s(function(e,r){if(r){e.super_=r;var i=s(function(){},"TempCto\
r");i.prototype=r.prototype,e.prototype=new i,e.prototype.constructor=e}},"inherits")});var on=S((Fz,Yc)=>{try{if(Kc=Z("util"),typeof Kc.inherits!="function")throw"";Yc.exports=Kc.inherits}catch{Yc.exports=Jm()}var Kc});var Ym=S((Cz,Zc)=>{"use strict";function H1(t,e){if(!(t instanceof e))throw new TypeError("Cannot call a class as a function")}s(H1,"_classC\
allCheck");var Km=ws().Buffer,bs=Z("util");function V1(t,e,r){t.copy(e,r)}s(V1,"copyBuffer");Zc.exports=(function(){function t(){H1(this,t),
this.head=null,this.tail=null,this.length=0}return s(t,"BufferList"),t.prototype.push=s(function(r){var i={data:r,next:null};this.length>0?this.
tail.next=i:this.head=i,this.tail=i,++this.length},"push"),t.prototype.unshift=s(function(r){var i={data:r,next:this.head};this.length===0&&
(this.tail=i),this.head=i,++this.length},"unshift"),t.prototype.shift=s(function(){if(this.length!==0){var r=this.head.data;return this.length===
1?this.head=this.tail=null:this.head=this.head.next,--this.length,r}},"shift"),t.prototype.clear=s(function(){this.head=this.tail=null,this.
length=0},"clear"),t.prototype.join=s(function(r){if(this.length===0)return"";for(var i=this.head,n=""+i.data;i=i.next;)n+=r+i.data;return n},
"join"),t.prototype.concat=s(function(r){if(this.length===0)return Km.alloc(0);for(var i=Km.allocUnsafe(r>>>0),n=this.head,o=0;n;)V1(n.data,
i,o),o+=n.data.length,n=n.next;return i},"concat"),t})();bs&&bs.inspect&&bs.inspect.custom&&(Zc.exports.prototype[bs.inspect.custom]=function(){
var t=bs.inspect({length:this.length});return this.constructor.name+" "+t})});var Qc=S((Lz,Zm)=>{"use strict";var Sa=_s();function J1(t,e){var r=this,i=this._readableState&&this._readableState.destroyed,n=this._writableState&&
this._writableState.destroyed;return i||n?(e?e(t):t&&(this._writableState?this._writableState.errorEmitted||(this._writableState.errorEmitted=
!0,Sa.nextTick(Aa,this,t)):Sa.nextTick(Aa,this,t)),this):(this._readableState&&(this._readableState.destroyed=!0),this._writableState&&(this.
_writableState.destroyed=!0),this._destroy(t||null,function(o){!e&&o?r._writableState?r._writableState.errorEmitted||(r._writableState.errorEmitted=
!0,Sa.nextTick(Aa,r,o)):Sa.nextTick(Aa,r,o):e&&e(o)}),this)}s(J1,"destroy");function K1(){this._readableState&&(this._readableState.destroyed=
!1,this._readableState.reading=!1,this._readableState.ended=!1,this._readableState.endEmitted=!1),this._writableState&&(this._writableState.
destroyed=!1,this._writableState.ended=!1,this._writableState.ending=!1,this._writableState.finalCalled=!1,this._writableState.prefinished=!1,
this._writableState.finished=!1,this._writableState.errorEmitted=!1)}s(K1,"undestroy");function Aa(t,e){t.emit("error",e)}s(Aa,"emitErrorNT");
Zm.exports={destroy:J1,undestroy:K1}});var Xm=S((Mz,Qm)=>{Qm.exports=Z("util").deprecate});var ef=S((qz,ay)=>{"use strict";var _i=_s();ay.exports=ze;function ty(t){var e=this;this.next=null,this.entry=null,this.finish=function(){dx(
e,t)}}s(ty,"CorkedRequest");var Y1=!process.browser&&["v0.10","v0.9."].indexOf(process.version.slice(0,5))>-1?setImmediate:_i.nextTick,an;ze.
WritableState=Ts;var ry=Object.create(sn());ry.inherits=on();var Z1={deprecate:Xm()},iy=Hc(),ka=ws().Buffer,Q1=(typeof global<"u"?global:typeof window<
"u"?window:typeof self<"u"?self:{}).Uint8Array||function(){};function X1(t){return ka.from(t)}s(X1,"_uint8ArrayToBuffer");function ex(t){return ka.
isBuffer(t)||t instanceof Q1}s(ex,"_isUint8Array");var ny=Qc();ry.inherits(ze,iy);function tx(){}s(tx,"nop");function Ts(t,e){an=an||wi(),t=
t||{};var r=e instanceof an;this.objectMode=!!t.objectMode,r&&(this.objectMode=this.objectMode||!!t.writableObjectMode);var i=t.highWaterMark,
n=t.writableHighWaterMark,o=this.objectMode?16:16*1024;i||i===0?this.highWaterMark=i:r&&(n||n===0)?this.highWaterMark=n:this.highWaterMark=o,
this.highWaterMark=Math.floor(this.highWaterMark),this.finalCalled=!1,this.needDrain=!1,this.ending=!1,this.ended=!1,this.finished=!1,this.destroyed=
!1;var a=t.decodeStrings===!1;this.decodeStrings=!a,this.defaultEncoding=t.defaultEncoding||"utf8",this.length=0,this.writing=!1,this.corked=
0,this.sync=!0,this.bufferProcessing=!1,this.onwrite=function(l){lx(e,l)},this.writecb=null,this.writelen=0,this.bufferedRequest=null,this.lastBufferedRequest=
null,this.pendingcb=0,this.prefinished=!1,this.errorEmitted=!1,this.bufferedRequestCount=0,this.corkedRequestsFree=new ty(this)}s(Ts,"Writab\
leState");Ts.prototype.getBuffer=s(function(){for(var e=this.bufferedRequest,r=[];e;)r.push(e),e=e.next;return r},"getBuffer");(function(){try{
Object.defineProperty(Ts.prototype,"buffer",{get:Z1.deprecate(function(){return this.getBuffer()},"_writableState.buffer is deprecated. Use \
_writableState.getBuffer instead.","DEP0003")})}catch{}})();var Ra;typeof Symbol=="function"&&Symbol.hasInstance&&typeof Function.prototype[Symbol.
hasInstance]=="function"?(Ra=Function.prototype[Symbol.hasInstance],Object.defineProperty(ze,Symbol.hasInstance,{value:s(function(t){return Ra.
call(this,t)?!0:this!==ze?!1:t&&t._writableState instanceof Ts},"value")})):Ra=s(function(t){return t instanceof this},"realHasInstance");function ze(t){
if(an=an||wi(),!Ra.call(ze,this)&&!(this instanceof an))return new ze(t);this._writableState=new Ts(t,this),this.writable=!0,t&&(typeof t.write==
"function"&&(this._write=t.write),typeof t.writev=="function"&&(this._writev=t.writev),typeof t.destroy=="function"&&(this._destroy=t.destroy),
typeof t.final=="function"&&(this._final=t.final)),iy.call(this)}s(ze,"Writable");ze.prototype.pipe=function(){this.emit("error",new Error("\
Cannot pipe, not readable"))};function rx(t,e){var r=new Error("write after end");t.emit("error",r),_i.nextTick(e,r)}s(rx,"writeAfterEnd");function ix(t,e,r,i){
var n=!0,o=!1;return r===null?o=new TypeError("May not write null values to stream"):typeof r!="string"&&r!==void 0&&!e.objectMode&&(o=new TypeError(
"Invalid non-string/buffer chunk")),o&&(t.emit("error",o),_i.nextTick(i,o),n=!1),n}s(ix,"validChunk");ze.prototype.write=function(t,e,r){var i=this.
_writableState,n=!1,o=!i.objectMode&&ex(t);return o&&!ka.isBuffer(t)&&(t=X1(t)),typeof e=="function"&&(r=e,e=null),o?e="buffer":e||(e=i.defaultEncoding),
typeof r!="function"&&(r=tx),i.ended?rx(this,r):(o||ix(this,i,t,r))&&(i.pendingcb++,n=sx(this,i,o,t,e,r)),n};ze.prototype.cork=function(){var t=this.
_writableState;t.corked++};ze.prototype.uncork=function(){var t=this._writableState;t.corked&&(t.corked--,!t.writing&&!t.corked&&!t.bufferProcessing&&
t.bufferedRequest&&sy(this,t))};ze.prototype.setDefaultEncoding=s(function(e){if(typeof e=="string"&&(e=e.toLowerCase()),!(["hex","utf8","ut\
f-8","ascii","binary","base64","ucs2","ucs-2","utf16le","utf-16le","raw"].indexOf((e+"").toLowerCase())>-1))throw new TypeError("Unknown enc\
oding: "+e);return this._writableState.defaultEncoding=e,this},"setDefaultEncoding");function nx(t,e,r){return!t.objectMode&&t.decodeStrings!==
!1&&typeof e=="string"&&(e=ka.from(e,r)),e}s(nx,"decodeChunk");Object.defineProperty(ze.prototype,"writableHighWaterMark",{enumerable:!1,get:s(
function(){return this._writableState.highWaterMark},"get")});function sx(t,e,r,i,n,o){if(!r){var a=nx(e,i,n);i!==a&&(r=!0,n="buffer",i=a)}var l=e.
objectMode?1:i.length;e.length+=l;var u=e.length<e.highWaterMark;if(u||(e.needDrain=!0),e.writing||e.corked){var c=e.lastBufferedRequest;e.lastBufferedRequest=
{chunk:i,encoding:n,isBuf:r,callback:o,next:null},c?c.next=e.lastBufferedRequest:e.bufferedRequest=e.lastBufferedRequest,e.bufferedRequestCount+=
1}else Xc(t,e,!1,l,i,n,o);return u}s(sx,"writeOrBuffer");function Xc(t,e,r,i,n,o,a){e.writelen=i,e.writecb=a,e.writing=!0,e.sync=!0,r?t._writev(
n,e.onwrite):t._write(n,o,e.onwrite),e.sync=!1}s(Xc,"doWrite");function ox(t,e,r,i,n){--e.pendingcb,r?(_i.nextTick(n,i),_i.nextTick(Es,t,e),
t._writableState.errorEmitted=!0,t.emit("error",i)):(n(i),t._writableState.errorEmitted=!0,t.emit("error",i),Es(t,e))}s(ox,"onwriteError");function ax(t){
t.writing=!1,t.writecb=null,t.length-=t.writelen,t.writelen=0}s(ax,"onwriteStateUpdate");function lx(t,e){var r=t._writableState,i=r.sync,n=r.
writecb;if(ax(r),e)ox(t,r,i,e,n);else{var o=oy(r);!o&&!r.corked&&!r.bufferProcessing&&r.bufferedRequest&&sy(t,r),i?Y1(ey,t,r,o,n):ey(t,r,o,n)}}
s(lx,"onwrite");function ey(t,e,r,i){r||ux(t,e),e.pendingcb--,i(),Es(t,e)}s(ey,"afterWrite");function ux(t,e){e.length===0&&e.needDrain&&(e.
needDrain=!1,t.emit("drain"))}s(ux,"onwriteDrain");function sy(t,e){e.bufferProcessing=!0;var r=e.bufferedRequest;if(t._writev&&r&&r.next){var i=e.
bufferedRequestCount,n=new Array(i),o=e.corkedRequestsFree;o.entry=r;for(var a=0,l=!0;r;)n[a]=r,r.isBuf||(l=!1),r=r.next,a+=1;n.allBuffers=l,
Xc(t,e,!0,e.length,n,"",o.finish),e.pendingcb++,e.lastBufferedRequest=null,o.next?(e.corkedRequestsFree=o.next,o.next=null):e.corkedRequestsFree=
new ty(e),e.bufferedRequestCount=0}else{for(;r;){var u=r.chunk,c=r.encoding,f=r.callback,h=e.objectMode?1:u.length;if(Xc(t,e,!1,h,u,c,f),r=r.
next,e.bufferedRequestCount--,e.writing)break}r===null&&(e.lastBufferedRequest=null)}e.bufferedRequest=r,e.bufferProcessing=!1}s(sy,"clearBu\
ffer");ze.prototype._write=function(t,e,r){r(new Error("_write() is not implemented"))};ze.prototype._writev=null;ze.prototype.end=function(t,e,r){
var i=this._writableState;typeof t=="function"?(r=t,t=null,e=null):typeof e=="function"&&(r=e,e=null),t!=null&&this.write(t,e),i.corked&&(i.
corked=1,this.uncork()),i.ending||hx(this,i,r)};function oy(t){return t.ending&&t.length===0&&t.bufferedRequest===null&&!t.finished&&!t.writing}
s(oy,"needFinish");function cx(t,e){t._final(function(r){e.pendingcb--,r&&t.emit("error",r),e.prefinished=!0,t.emit("prefinish"),Es(t,e)})}s(
cx,"callFinal");function fx(t,e){!e.prefinished&&!e.finalCalled&&(typeof t._final=="function"?(e.pendingcb++,e.finalCalled=!0,_i.nextTick(cx,
t,e)):(e.prefinished=!0,t.emit("prefinish")))}s(fx,"prefinish");function Es(t,e){var r=oy(e);return r&&(fx(t,e),e.pendingcb===0&&(e.finished=
!0,t.emit("finish"))),r}s(Es,"finishMaybe");function hx(t,e,r){e.ending=!0,Es(t,e),r&&(e.finished?_i.nextTick(r):t.once("finish",r)),e.ended=
!0,t.writable=!1}s(hx,"endWritable");function dx(t,e,r){var i=t.entry;for(t.entry=null;i;){var n=i.callback;e.pendingcb--,n(r),i=i.next}e.corkedRequestsFree.
next=t}s(dx,"onCorkedFinish");Object.defineProperty(ze.prototype,"destroyed",{get:s(function(){return this._writableState===void 0?!1:this._writableState.
destroyed},"get"),set:s(function(t){this._writableState&&(this._writableState.destroyed=t)},"set")});ze.prototype.destroy=ny.destroy;ze.prototype.
_undestroy=ny.undestroy;ze.prototype._destroy=function(t,e){this.end(),e(t)}});var wi=S((jz,fy)=>{"use strict";var ly=_s(),px=Object.keys||function(t){var e=[];for(var r in t)e.push(r);return e};fy.exports=Ar;var uy=Object.
create(sn());uy.inherits=on();var cy=nf(),rf=ef();uy.inherits(Ar,cy);for(tf=px(rf.prototype),Oa=0;Oa<tf.length;Oa++)xa=tf[Oa],Ar.prototype[xa]||
(Ar.prototype[xa]=rf.prototype[xa]);var tf,xa,Oa;function Ar(t){if(!(this instanceof Ar))return new Ar(t);cy.call(this,t),rf.call(this,t),t&&
t.readable===!1&&(this.readable=!1),t&&t.writable===!1&&(this.writable=!1),this.allowHalfOpen=!0,t&&t.allowHalfOpen===!1&&(this.allowHalfOpen=
!1),this.once("end",gx)}s(Ar,"Duplex");Object.defineProperty(Ar.prototype,"writableHighWaterMark",{enumerable:!1,get:s(function(){return this.
_writableState.highWaterMark},"get")});function gx(){this.allowHalfOpen||this._writableState.ended||ly.nextTick(mx,this)}s(gx,"onend");function mx(t){
t.end()}s(mx,"onEndNT");Object.defineProperty(Ar.prototype,"destroyed",{get:s(function(){return this._readableState===void 0||this._writableState===
void 0?!1:this._readableState.destroyed&&this._writableState.destroyed},"get"),set:s(function(t){this._readableState===void 0||this._writableState===
void 0||(this._readableState.destroyed=t,this._writableState.destroyed=t)},"set")});Ar.prototype._destroy=function(t,e){this.push(null),this.
end(),ly.nextTick(e,t)}});var af=S(dy=>{"use strict";var of=ws().Buffer,hy=of.isEncoding||function(t){switch(t=""+t,t&&t.toLowerCase()){case"hex":case"utf8":case"utf-\
8":case"ascii":case"binary":case"base64":case"ucs2":case"ucs-2":case"utf16le":case"utf-16le":case"raw":return!0;default:return!1}};function yx(t){
if(!t)return"utf8";for(var e;;)switch(t){case"utf8":case"utf-8":return"utf8";case"ucs2":case"ucs-2":case"utf16le":case"utf-16le":return"utf1\
6le";case"latin1":case"binary":return"latin1";case"base64":case"ascii":case"hex":return t;default:if(e)return;t=(""+t).toLowerCase(),e=!0}}s(
yx,"_normalizeEncoding");function _x(t){var e=yx(t);if(typeof e!="string"&&(of.isEncoding===hy||!hy(t)))throw new Error("Unknown encoding: "+
t);return e||t}s(_x,"normalizeEncoding");dy.StringDecoder=vs;function vs(t){this.encoding=_x(t);var e;switch(this.encoding){case"utf16le":this.
text=Sx,this.end=Ax,e=4;break;case"utf8":this.fillLast=Ex,e=4;break;case"base64":this.text=Rx,this.end=kx,e=3;break;default:this.write=Ox,this.
end=xx;return}this.lastNeed=0,this.lastTotal=0,this.lastChar=of.allocUnsafe(e)}s(vs,"StringDecoder");vs.prototype.write=function(t){if(t.length===
0)return"";var e,r;if(this.lastNeed){if(e=this.fillLast(t),e===void 0)return"";r=this.lastNeed,this.lastNeed=0}else r=0;return r<t.length?e?
e+this.text(t,r):this.text(t,r):e||""};vs.prototype.end=vx;vs.prototype.text=Tx;vs.prototype.fillLast=function(t){if(this.lastNeed<=t.length)
return t.copy(this.lastChar,this.lastTotal-this.lastNeed,0,this.lastNeed),this.lastChar.toString(this.encoding,0,this.lastTotal);t.copy(this.
lastChar,this.lastTotal-this.lastNeed,0,t.length),this.lastNeed-=t.length};function sf(t){return t<=127?0:t>>5===6?2:t>>4===14?3:t>>3===30?4:
t>>6===2?-1:-2}s(sf,"utf8CheckByte");function wx(t,e,r){var i=e.length-1;if(i<r)return 0;var n=sf(e[i]);return n>=0?(n>0&&(t.lastNeed=n-1),n):
--i<r||n===-2?0:(n=sf(e[i]),n>=0?(n>0&&(t.lastNeed=n-2),n):--i<r||n===-2?0:(n=sf(e[i]),n>=0?(n>0&&(n===2?n=0:t.lastNeed=n-3),n):0))}s(wx,"ut\
f8CheckIncomplete");function bx(t,e,r){if((e[0]&192)!==128)return t.lastNeed=0,"\uFFFD";if(t.lastNeed>1&&e.length>1){if((e[1]&192)!==128)return t.
lastNeed=1,"\uFFFD";if(t.lastNeed>2&&e.length>2&&(e[2]&192)!==128)return t.lastNeed=2,"\uFFFD"}}s(bx,"utf8CheckExtraBytes");function Ex(t){var e=this.
lastTotal-this.lastNeed,r=bx(this,t,e);if(r!==void 0)return r;if(this.lastNeed<=t.length)return t.copy(this.lastChar,e,0,this.lastNeed),this.
lastChar.toString(this.encoding,0,this.lastTotal);t.copy(this.lastChar,e,0,t.length),this.lastNeed-=t.length}s(Ex,"utf8FillLast");function Tx(t,e){
var r=wx(this,t,e);if(!this.lastNeed)return t.toString("utf8",e);this.lastTotal=r;var i=t.length-(r-this.lastNeed);return t.copy(this.lastChar,
0,i),t.toString("utf8",e,i)}s(Tx,"utf8Text");function vx(t){var e=t&&t.length?this.write(t):"";return this.lastNeed?e+"\uFFFD":e}s(vx,"utf8E\
nd");function Sx(t,e){if((t.length-e)%2===0){var r=t.toString("utf16le",e);if(r){var i=r.charCodeAt(r.length-1);if(i>=55296&&i<=56319)return this.
lastNeed=2,this.lastTotal=4,this.lastChar[0]=t[t.length-2],this.lastChar[1]=t[t.length-1],r.slice(0,-1)}return r}return this.lastNeed=1,this.
lastTotal=2,this.lastChar[0]=t[t.length-1],t.toString("utf16le",e,t.length-1)}s(Sx,"utf16Text");function Ax(t){var e=t&&t.length?this.write(
t):"";if(this.lastNeed){var r=this.lastTotal-this.lastNeed;return e+this.lastChar.toString("utf16le",0,r)}return e}s(Ax,"utf16End");function Rx(t,e){
var r=(t.length-e)%3;return r===0?t.toString("base64",e):(this.lastNeed=3-r,this.lastTotal=3,r===1?this.lastChar[0]=t[t.length-1]:(this.lastChar[0]=
t[t.length-2],this.lastChar[1]=t[t.length-1]),t.toString("base64",e,t.length-r))}s(Rx,"base64Text");function kx(t){var e=t&&t.length?this.write(
t):"";return this.lastNeed?e+this.lastChar.toString("base64",0,3-this.lastNeed):e}s(kx,"base64End");function Ox(t){return t.toString(this.encoding)}
s(Ox,"simpleWrite");function xx(t){return t&&t.length?this.write(t):""}s(xx,"simpleEnd")});var nf=S((Vz,Ay)=>{"use strict";var un=_s();Ay.exports=Ie;var Px=$m(),Ss;Ie.ReadableState=by;var Hz=Z("events").EventEmitter,yy=s(function(t,e){
return t.listeners(e).length},"EElistenerCount"),hf=Hc(),As=ws().Buffer,Ix=(typeof global<"u"?global:typeof window<"u"?window:typeof self<"u"?
self:{}).Uint8Array||function(){};function Dx(t){return As.from(t)}s(Dx,"_uint8ArrayToBuffer");function Gx(t){return As.isBuffer(t)||t instanceof
Ix}s(Gx,"_isUint8Array");var _y=Object.create(sn());_y.inherits=on();var lf=Z("util"),Ae=void 0;lf&&lf.debuglog?Ae=lf.debuglog("stream"):Ae=
s(function(){},"debug");var Fx=Ym(),wy=Qc(),ln;_y.inherits(Ie,hf);var uf=["error","close","destroy","pause","resume"];function Cx(t,e,r){if(typeof t.
prependListener=="function")return t.prependListener(e,r);!t._events||!t._events[e]?t.on(e,r):Px(t._events[e])?t._events[e].unshift(r):t._events[e]=
[r,t._events[e]]}s(Cx,"prependListener");function by(t,e){Ss=Ss||wi(),t=t||{};var r=e instanceof Ss;this.objectMode=!!t.objectMode,r&&(this.
objectMode=this.objectMode||!!t.readableObjectMode);var i=t.highWaterMark,n=t.readableHighWaterMark,o=this.objectMode?16:16*1024;i||i===0?this.
highWaterMark=i:r&&(n||n===0)?this.highWaterMark=n:this.highWaterMark=o,this.highWaterMark=Math.floor(this.highWaterMark),this.buffer=new Fx,
this.length=0,this.pipes=null,this.pipesCount=0,this.flowing=null,this.ended=!1,this.endEmitted=!1,this.reading=!1,this.sync=!0,this.needReadable=
!1,this.emittedReadable=!1,this.readableListening=!1,this.resumeScheduled=!1,this.destroyed=!1,this.defaultEncoding=t.defaultEncoding||"utf8",
this.awaitDrain=0,this.readingMore=!1,this.decoder=null,this.encoding=null,t.encoding&&(ln||(ln=af().StringDecoder),this.decoder=new ln(t.encoding),
this.encoding=t.encoding)}s(by,"ReadableState");function Ie(t){if(Ss=Ss||wi(),!(this instanceof Ie))return new Ie(t);this._readableState=new by(
t,this),this.readable=!0,t&&(typeof t.read=="function"&&(this._read=t.read),typeof t.destroy=="function"&&(this._destroy=t.destroy)),hf.call(
this)}s(Ie,"Readable");Object.defineProperty(Ie.prototype,"destroyed",{get:s(function(){return this._readableState===void 0?!1:this._readableState.
destroyed},"get"),set:s(function(t){this._readableState&&(this._readableState.destroyed=t)},"set")});Ie.prototype.destroy=wy.destroy;Ie.prototype.
_undestroy=wy.undestroy;Ie.prototype._destroy=function(t,e){this.push(null),e(t)};Ie.prototype.push=function(t,e){var r=this._readableState,
i;return r.objectMode?i=!0:typeof t=="string"&&(e=e||r.defaultEncoding,e!==r.encoding&&(t=As.from(t,e),e=""),i=!0),Ey(this,t,e,!1,i)};Ie.prototype.
unshift=function(t){return Ey(this,t,null,!0,!1)};function Ey(t,e,r,i,n){var o=t._readableState;if(e===null)o.reading=!1,Mx(t,o);else{var a;
n||(a=Nx(o,e)),a?t.emit("error",a):o.objectMode||e&&e.length>0?(typeof e!="string"&&!o.objectMode&&Object.getPrototypeOf(e)!==As.prototype&&
(e=Dx(e)),i?o.endEmitted?t.emit("error",new Error("stream.unshift() after end event")):cf(t,o,e,!0):o.ended?t.emit("error",new Error("stream\
.push() after EOF")):(o.reading=!1,o.decoder&&!r?(e=o.decoder.write(e),o.objectMode||e.length!==0?cf(t,o,e,!1):Ty(t,o)):cf(t,o,e,!1))):i||(o.
reading=!1)}return Lx(o)}s(Ey,"readableAddChunk");function cf(t,e,r,i){e.flowing&&e.length===0&&!e.sync?(t.emit("data",r),t.read(0)):(e.length+=
e.objectMode?1:r.length,i?e.buffer.unshift(r):e.buffer.push(r),e.needReadable&&Pa(t)),Ty(t,e)}s(cf,"addChunk");function Nx(t,e){var r;return!Gx(
e)&&typeof e!="string"&&e!==void 0&&!t.objectMode&&(r=new TypeError("Invalid non-string/buffer chunk")),r}s(Nx,"chunkInvalid");function Lx(t){
return!t.ended&&(t.needReadable||t.length<t.highWaterMark||t.length===0)}s(Lx,"needMoreData");Ie.prototype.isPaused=function(){return this._readableState.
flowing===!1};Ie.prototype.setEncoding=function(t){return ln||(ln=af().StringDecoder),this._readableState.decoder=new ln(t),this._readableState.
encoding=t,this};var py=8388608;function Ux(t){return t>=py?t=py:(t--,t|=t>>>1,t|=t>>>2,t|=t>>>4,t|=t>>>8,t|=t>>>16,t++),t}s(Ux,"computeNewH\
ighWaterMark");function gy(t,e){return t<=0||e.length===0&&e.ended?0:e.objectMode?1:t!==t?e.flowing&&e.length?e.buffer.head.data.length:e.length:
(t>e.highWaterMark&&(e.highWaterMark=Ux(t)),t<=e.length?t:e.ended?e.length:(e.needReadable=!0,0))}s(gy,"howMuchToRead");Ie.prototype.read=function(t){
Ae("read",t),t=parseInt(t,10);var e=this._readableState,r=t;if(t!==0&&(e.emittedReadable=!1),t===0&&e.needReadable&&(e.length>=e.highWaterMark||
e.ended))return Ae("read: emitReadable",e.length,e.ended),e.length===0&&e.ended?ff(this):Pa(this),null;if(t=gy(t,e),t===0&&e.ended)return e.
length===0&&ff(this),null;var i=e.needReadable;Ae("need readable",i),(e.length===0||e.length-t<e.highWaterMark)&&(i=!0,Ae("length less than \
watermark",i)),e.ended||e.reading?(i=!1,Ae("reading or ended",i)):i&&(Ae("do read"),e.reading=!0,e.sync=!0,e.length===0&&(e.needReadable=!0),
this._read(e.highWaterMark),e.sync=!1,e.reading||(t=gy(r,e)));var n;return t>0?n=vy(t,e):n=null,n===null?(e.needReadable=!0,t=0):e.length-=t,
e.length===0&&(e.ended||(e.needReadable=!0),r!==t&&e.ended&&ff(this)),n!==null&&this.emit("data",n),n};function Mx(t,e){if(!e.ended){if(e.decoder){
var r=e.decoder.end();r&&r.length&&(e.buffer.push(r),e.length+=e.objectMode?1:r.length)}e.ended=!0,Pa(t)}}s(Mx,"onEofChunk");function Pa(t){
var e=t._readableState;e.needReadable=!1,e.emittedReadable||(Ae("emitReadable",e.flowing),e.emittedReadable=!0,e.sync?un.nextTick(my,t):my(t))}
s(Pa,"emitReadable");function my(t){Ae("emit readable"),t.emit("readable"),df(t)}s(my,"emitReadable_");function Ty(t,e){e.readingMore||(e.readingMore=
!0,un.nextTick(qx,t,e))}s(Ty,"maybeReadMore");function qx(t,e){for(var r=e.length;!e.reading&&!e.flowing&&!e.ended&&e.length<e.highWaterMark&&
(Ae("maybeReadMore read 0"),t.read(0),r!==e.length);)r=e.length;e.readingMore=!1}s(qx,"maybeReadMore_");Ie.prototype._read=function(t){this.
emit("error",new Error("_read() is not implemented"))};Ie.prototype.pipe=function(t,e){var r=this,i=this._readableState;switch(i.pipesCount){case 0:
i.pipes=t;break;case 1:i.pipes=[i.pipes,t];break;default:i.pipes.push(t);break}i.pipesCount+=1,Ae("pipe count=%d opts=%j",i.pipesCount,e);var n=(!e||
e.end!==!1)&&t!==process.stdout&&t!==process.stderr,o=n?l:v;i.endEmitted?un.nextTick(o):r.once("end",o),t.on("unpipe",a);function a(b,R){Ae(
"onunpipe"),b===r&&R&&R.hasUnpiped===!1&&(R.hasUnpiped=!0,f())}s(a,"onunpipe");function l(){Ae("onend"),t.end()}s(l,"onend");var u=Bx(r);t.on(
"drain",u);var c=!1;function f(){Ae("cleanup"),t.removeListener("close",T),t.removeListener("finish",E),t.removeListener("drain",u),t.removeListener(
"error",m),t.removeListener("unpipe",a),r.removeListener("end",l),r.removeListener("end",v),r.removeListener("data",d),c=!0,i.awaitDrain&&(!t.
_writableState||t._writableState.needDrain)&&u()}s(f,"cleanup");var h=!1;r.on("data",d);function d(b){Ae("ondata"),h=!1;var R=t.write(b);R===
!1&&!h&&((i.pipesCount===1&&i.pipes===t||i.pipesCount>1&&Sy(i.pipes,t)!==-1)&&!c&&(Ae("false write response, pause",i.awaitDrain),i.awaitDrain++,
h=!0),r.pause())}s(d,"ondata");function m(b){Ae("onerror",b),v(),t.removeListener("error",m),yy(t,"error")===0&&t.emit("error",b)}s(m,"onerr\
or"),Cx(t,"error",m);function T(){t.removeListener("finish",E),v()}s(T,"onclose"),t.once("close",T);function E(){Ae("onfinish"),t.removeListener(
"close",T),v()}s(E,"onfinish"),t.once("finish",E);function v(){Ae("unpipe"),r.unpipe(t)}return s(v,"unpipe"),t.emit("pipe",r),i.flowing||(Ae(
"pipe resume"),r.resume()),t};function Bx(t){return function(){var e=t._readableState;Ae("pipeOnDrain",e.awaitDrain),e.awaitDrain&&e.awaitDrain--,
e.awaitDrain===0&&yy(t,"data")&&(e.flowing=!0,df(t))}}s(Bx,"pipeOnDrain");Ie.prototype.unpipe=function(t){var e=this._readableState,r={hasUnpiped:!1};
if(e.pipesCount===0)return this;if(e.pipesCount===1)return t&&t!==e.pipes?this:(t||(t=e.pipes),e.pipes=null,e.pipesCount=0,e.flowing=!1,t&&t.
emit("unpipe",this,r),this);if(!t){var i=e.pipes,n=e.pipesCount;e.pipes=null,e.pipesCount=0,e.flowing=!1;for(var o=0;o<n;o++)i[o].emit("unpi\
pe",this,{hasUnpiped:!1});return this}var a=Sy(e.pipes,t);return a===-1?this:(e.pipes.splice(a,1),e.pipesCount-=1,e.pipesCount===1&&(e.pipes=
e.pipes[0]),t.emit("unpipe",this,r),this)};Ie.prototype.on=function(t,e){var r=hf.prototype.on.call(this,t,e);if(t==="data")this._readableState.
flowing!==!1&&this.resume();else if(t==="readable"){var i=this._readableState;!i.endEmitted&&!i.readableListening&&(i.readableListening=i.needReadable=
!0,i.emittedReadable=!1,i.reading?i.length&&Pa(this):un.nextTick(jx,this))}return r};Ie.prototype.addListener=Ie.prototype.on;function jx(t){
Ae("readable nexttick read 0"),t.read(0)}s(jx,"nReadingNextTick");Ie.prototype.resume=function(){var t=this._readableState;return t.flowing||
(Ae("resume"),t.flowing=!0,Wx(this,t)),this};function Wx(t,e){e.resumeScheduled||(e.resumeScheduled=!0,un.nextTick($x,t,e))}s(Wx,"resume");function $x(t,e){
e.reading||(Ae("resume read 0"),t.read(0)),e.resumeScheduled=!1,e.awaitDrain=0,t.emit("resume"),df(t),e.flowing&&!e.reading&&t.read(0)}s($x,
"resume_");Ie.prototype.pause=function(){return Ae("call pause flowing=%j",this._readableState.flowing),this._readableState.flowing!==!1&&(Ae(
"pause"),this._readableState.flowing=!1,this.emit("pause")),this};function df(t){var e=t._readableState;for(Ae("flow",e.flowing);e.flowing&&
t.read()!==null;);}s(df,"flow");Ie.prototype.wrap=function(t){var e=this,r=this._readableState,i=!1;t.on("end",function(){if(Ae("wrapped end"),
r.decoder&&!r.ended){var a=r.decoder.end();a&&a.length&&e.push(a)}e.push(null)}),t.on("data",function(a){if(Ae("wrapped data"),r.decoder&&(a=
r.decoder.write(a)),!(r.objectMode&&a==null)&&!(!r.objectMode&&(!a||!a.length))){var l=e.push(a);l||(i=!0,t.pause())}});for(var n in t)this[n]===
void 0&&typeof t[n]=="function"&&(this[n]=(function(a){return function(){return t[a].apply(t,arguments)}})(n));for(var o=0;o<uf.length;o++)t.
on(uf[o],this.emit.bind(this,uf[o]));return this._read=function(a){Ae("wrapped _read",a),i&&(i=!1,t.resume())},this};Object.defineProperty(Ie.
prototype,"readableHighWaterMark",{enumerable:!1,get:s(function(){return this._readableState.highWaterMark},"get")});Ie._fromList=vy;function vy(t,e){
if(e.length===0)return null;var r;return e.objectMode?r=e.buffer.shift():!t||t>=e.length?(e.decoder?r=e.buffer.join(""):e.buffer.length===1?
r=e.buffer.head.data:r=e.buffer.concat(e.length),e.buffer.clear()):r=zx(t,e.buffer,e.decoder),r}s(vy,"fromList");function zx(t,e,r){var i;return t<
e.head.data.length?(i=e.head.data.slice(0,t),e.head.data=e.head.data.slice(t)):t===e.head.data.length?i=e.shift():i=r?Hx(t,e):Vx(t,e),i}s(zx,
"fromListPartial");function Hx(t,e){var r=e.head,i=1,n=r.data;for(t-=n.length;r=r.next;){var o=r.data,a=t>o.length?o.length:t;if(a===o.length?
n+=o:n+=o.slice(0,t),t-=a,t===0){a===o.length?(++i,r.next?e.head=r.next:e.head=e.tail=null):(e.head=r,r.data=o.slice(a));break}++i}return e.
length-=i,n}s(Hx,"copyFromBufferString");function Vx(t,e){var r=As.allocUnsafe(t),i=e.head,n=1;for(i.data.copy(r),t-=i.data.length;i=i.next;){
var o=i.data,a=t>o.length?o.length:t;if(o.copy(r,r.length-t,0,a),t-=a,t===0){a===o.length?(++n,i.next?e.head=i.next:e.head=e.tail=null):(e.head=
i,i.data=o.slice(a));break}++n}return e.length-=n,r}s(Vx,"copyFromBuffer");function ff(t){var e=t._readableState;if(e.length>0)throw new Error(
'"endReadable()" called on non-empty stream');e.endEmitted||(e.ended=!0,un.nextTick(Jx,e,t))}s(ff,"endReadable");function Jx(t,e){!t.endEmitted&&
t.length===0&&(t.endEmitted=!0,e.readable=!1,e.emit("end"))}s(Jx,"endReadableNT");function Sy(t,e){for(var r=0,i=t.length;r<i;r++)if(t[r]===
e)return r;return-1}s(Sy,"indexOf")});var pf=S((Kz,Oy)=>{"use strict";Oy.exports=Rr;var Ia=wi(),ky=Object.create(sn());ky.inherits=on();ky.inherits(Rr,Ia);function Kx(t,e){var r=this.
_transformState;r.transforming=!1;var i=r.writecb;if(!i)return this.emit("error",new Error("write callback called multiple times"));r.writechunk=
null,r.writecb=null,e!=null&&this.push(e),i(t);var n=this._readableState;n.reading=!1,(n.needReadable||n.length<n.highWaterMark)&&this._read(
n.highWaterMark)}s(Kx,"afterTransform");function Rr(t){if(!(this instanceof Rr))return new Rr(t);Ia.call(this,t),this._transformState={afterTransform:Kx.
bind(this),needTransform:!1,transforming:!1,writecb:null,writechunk:null,writeencoding:null},this._readableState.needReadable=!0,this._readableState.
sync=!1,t&&(typeof t.transform=="function"&&(this._transform=t.transform),typeof t.flush=="function"&&(this._flush=t.flush)),this.on("prefin\
ish",Yx)}s(Rr,"Transform");function Yx(){var t=this;typeof this._flush=="function"?this._flush(function(e,r){Ry(t,e,r)}):Ry(this,null,null)}
s(Yx,"prefinish");Rr.prototype.push=function(t,e){return this._transformState.needTransform=!1,Ia.prototype.push.call(this,t,e)};Rr.prototype.
_transform=function(t,e,r){throw new Error("_transform() is not implemented")};Rr.prototype._write=function(t,e,r){var i=this._transformState;
if(i.writecb=r,i.writechunk=t,i.writeencoding=e,!i.transforming){var n=this._readableState;(i.needTransform||n.needReadable||n.length<n.highWaterMark)&&
this._read(n.highWaterMark)}};Rr.prototype._read=function(t){var e=this._transformState;e.writechunk!==null&&e.writecb&&!e.transforming?(e.transforming=
!0,this._transform(e.writechunk,e.writeencoding,e.afterTransform)):e.needTransform=!0};Rr.prototype._destroy=function(t,e){var r=this;Ia.prototype.
_destroy.call(this,t,function(i){e(i),r.emit("close")})};function Ry(t,e,r){if(e)return t.emit("error",e);if(r!=null&&t.push(r),t._writableState.
length)throw new Error("Calling transform done when ws.length != 0");if(t._transformState.transforming)throw new Error("Calling transform do\
ne when still transforming");return t.push(null)}s(Ry,"done")});var Dy=S((Zz,Iy)=>{"use strict";Iy.exports=Rs;var xy=pf(),Py=Object.create(sn());Py.inherits=on();Py.inherits(Rs,xy);function Rs(t){if(!(this instanceof
Rs))return new Rs(t);xy.call(this,t)}s(Rs,"PassThrough");Rs.prototype._transform=function(t,e,r){r(null,t)}});var Gy=S((nt,Da)=>{var sr=Z("stream");process.env.READABLE_STREAM==="disable"&&sr?(Da.exports=sr,nt=Da.exports=sr.Readable,nt.Readable=sr.Readable,
nt.Writable=sr.Writable,nt.Duplex=sr.Duplex,nt.Transform=sr.Transform,nt.PassThrough=sr.PassThrough,nt.Stream=sr):(nt=Da.exports=nf(),nt.Stream=
sr||nt,nt.Readable=nt,nt.Writable=ef(),nt.Duplex=wi(),nt.Transform=pf(),nt.PassThrough=Dy())});var Cy=S((Xz,Fy)=>{Fy.exports=Gy().PassThrough});var My=S((e8,Uy)=>{var Ny=Z("util"),Ca=Cy();Uy.exports={Readable:Ga,Writable:Fa};Ny.inherits(Ga,Ca);Ny.inherits(Fa,Ca);function Ly(t,e,r){t[e]=
function(){return delete t[e],r.apply(this,arguments),this[e].apply(this,arguments)}}s(Ly,"beforeFirstCall");function Ga(t,e){if(!(this instanceof
Ga))return new Ga(t,e);Ca.call(this,e),Ly(this,"_read",function(){var r=t.call(this,e),i=this.emit.bind(this,"error");r.on("error",i),r.pipe(
this)}),this.emit("readable")}s(Ga,"Readable");function Fa(t,e){if(!(this instanceof Fa))return new Fa(t,e);Ca.call(this,e),Ly(this,"_write",
function(){var r=t.call(this,e),i=this.emit.bind(this,"error");r.on("error",i),this.pipe(r)}),this.emit("writable")}s(Fa,"Writable")});var gf=S((r8,qy)=>{qy.exports=function(t,e){if(typeof t!="string")throw new TypeError("expected path to be a string");if(t==="\\"||t==="/")return"\
/";var r=t.length;if(r<=1)return t;var i="";if(r>4&&t[3]==="\\"){var n=t[2];(n==="?"||n===".")&&t.slice(0,2)==="\\\\"&&(t=t.slice(2),i="//")}
var o=t.split(/[/\\]+/);return e!==!1&&o[o.length-1]===""&&o.pop(),i+o.join("/")}});var mf=S((i8,By)=>{function Zx(t){return t}s(Zx,"identity");By.exports=Zx});var Wy=S((s8,jy)=>{function Qx(t,e,r){switch(r.length){case 0:return t.call(e);case 1:return t.call(e,r[0]);case 2:return t.call(e,r[0],r[1]);case 3:
return t.call(e,r[0],r[1],r[2])}return t.apply(e,r)}s(Qx,"apply");jy.exports=Qx});var Hy=S((a8,zy)=>{var Xx=Wy(),$y=Math.max;function eP(t,e,r){return e=$y(e===void 0?t.length-1:e,0),function(){for(var i=arguments,n=-1,o=$y(
i.length-e,0),a=Array(o);++n<o;)a[n]=i[e+n];n=-1;for(var l=Array(e+1);++n<e;)l[n]=i[n];return l[e]=r(a),Xx(t,this,l)}}s(eP,"overRest");zy.exports=
eP});var Jy=S((u8,Vy)=>{function tP(t){return function(){return t}}s(tP,"constant");Vy.exports=tP});var yf=S((f8,Ky)=>{var rP=typeof global=="object"&&global&&global.Object===Object&&global;Ky.exports=rP});var cn=S((h8,Yy)=>{var iP=yf(),nP=typeof self=="object"&&self&&self.Object===Object&&self,sP=iP||nP||Function("return this")();Yy.exports=sP});var Na=S((d8,Zy)=>{var oP=cn(),aP=oP.Symbol;Zy.exports=aP});var t_=S((p8,e_)=>{var Qy=Na(),Xy=Object.prototype,lP=Xy.hasOwnProperty,uP=Xy.toString,ks=Qy?Qy.toStringTag:void 0;function cP(t){var e=lP.call(
t,ks),r=t[ks];try{t[ks]=void 0;var i=!0}catch{}var n=uP.call(t);return i&&(e?t[ks]=r:delete t[ks]),n}s(cP,"getRawTag");e_.exports=cP});var i_=S((m8,r_)=>{var fP=Object.prototype,hP=fP.toString;function dP(t){return hP.call(t)}s(dP,"objectToString");r_.exports=dP});var Os=S((_8,o_)=>{var n_=Na(),pP=t_(),gP=i_(),mP="[object Null]",yP="[object Undefined]",s_=n_?n_.toStringTag:void 0;function _P(t){return t==
null?t===void 0?yP:mP:s_&&s_ in Object(t)?pP(t):gP(t)}s(_P,"baseGetTag");o_.exports=_P});var xs=S((b8,a_)=>{function wP(t){var e=typeof t;return t!=null&&(e=="object"||e=="function")}s(wP,"isObject");a_.exports=wP});var _f=S((T8,l_)=>{var bP=Os(),EP=xs(),TP="[object AsyncFunction]",vP="[object Function]",SP="[object GeneratorFunction]",AP="[object Proxy]";
function RP(t){if(!EP(t))return!1;var e=bP(t);return e==vP||e==SP||e==TP||e==AP}s(RP,"isFunction");l_.exports=RP});var c_=S((S8,u_)=>{var kP=cn(),OP=kP["__core-js_shared__"];u_.exports=OP});var d_=S((A8,h_)=>{var wf=c_(),f_=(function(){var t=/[^.]+$/.exec(wf&&wf.keys&&wf.keys.IE_PROTO||"");return t?"Symbol(src)_1."+t:""})();function xP(t){
return!!f_&&f_ in t}s(xP,"isMasked");h_.exports=xP});var g_=S((k8,p_)=>{var PP=Function.prototype,IP=PP.toString;function DP(t){if(t!=null){try{return IP.call(t)}catch{}try{return t+""}catch{}}
return""}s(DP,"toSource");p_.exports=DP});var y_=S((x8,m_)=>{var GP=_f(),FP=d_(),CP=xs(),NP=g_(),LP=/[\\^$.*+?()[\]{}|]/g,UP=/^\[object .+?Constructor\]$/,MP=Function.prototype,qP=Object.
prototype,BP=MP.toString,jP=qP.hasOwnProperty,WP=RegExp("^"+BP.call(jP).replace(LP,"\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g,
"$1.*?")+"$");function $P(t){if(!CP(t)||FP(t))return!1;var e=GP(t)?WP:UP;return e.test(NP(t))}s($P,"baseIsNative");m_.exports=$P});var w_=S((I8,__)=>{function zP(t,e){return t?.[e]}s(zP,"getValue");__.exports=zP});var Ps=S((G8,b_)=>{var HP=y_(),VP=w_();function JP(t,e){var r=VP(t,e);return HP(r)?r:void 0}s(JP,"getNative");b_.exports=JP});var T_=S((C8,E_)=>{var KP=Ps(),YP=(function(){try{var t=KP(Object,"defineProperty");return t({},"",{}),t}catch{}})();E_.exports=YP});var A_=S((N8,S_)=>{var ZP=Jy(),v_=T_(),QP=mf(),XP=v_?function(t,e){return v_(t,"toString",{configurable:!0,enumerable:!1,value:ZP(e),writable:!0})}:
QP;S_.exports=XP});var k_=S((L8,R_)=>{var eI=800,tI=16,rI=Date.now;function iI(t){var e=0,r=0;return function(){var i=rI(),n=tI-(i-r);if(r=i,n>0){if(++e>=eI)return arguments[0]}else
e=0;return t.apply(void 0,arguments)}}s(iI,"shortOut");R_.exports=iI});var x_=S((M8,O_)=>{var nI=A_(),sI=k_(),oI=sI(nI);O_.exports=oI});var La=S((q8,P_)=>{var aI=mf(),lI=Hy(),uI=x_();function cI(t,e){return uI(lI(t,e,aI),t+"")}s(cI,"baseRest");P_.exports=cI});var Ua=S((j8,I_)=>{function fI(t,e){return t===e||t!==t&&e!==e}s(fI,"eq");I_.exports=fI});var bf=S(($8,D_)=>{var hI=9007199254740991;function dI(t){return typeof t=="number"&&t>-1&&t%1==0&&t<=hI}s(dI,"isLength");D_.exports=dI});var Ma=S((H8,G_)=>{var pI=_f(),gI=bf();function mI(t){return t!=null&&gI(t.length)&&!pI(t)}s(mI,"isArrayLike");G_.exports=mI});var Ef=S((J8,F_)=>{var yI=9007199254740991,_I=/^(?:0|[1-9]\d*)$/;function wI(t,e){var r=typeof t;return e=e??yI,!!e&&(r=="number"||r!="symbo\
l"&&_I.test(t))&&t>-1&&t%1==0&&t<e}s(wI,"isIndex");F_.exports=wI});var N_=S((Y8,C_)=>{var bI=Ua(),EI=Ma(),TI=Ef(),vI=xs();function SI(t,e,r){if(!vI(r))return!1;var i=typeof e;return(i=="number"?EI(r)&&TI(e,r.
length):i=="string"&&e in r)?bI(r[e],t):!1}s(SI,"isIterateeCall");C_.exports=SI});var U_=S((Q8,L_)=>{function AI(t,e){for(var r=-1,i=Array(t);++r<t;)i[r]=e(r);return i}s(AI,"baseTimes");L_.exports=AI});var fn=S((e5,M_)=>{function RI(t){return t!=null&&typeof t=="object"}s(RI,"isObjectLike");M_.exports=RI});var B_=S((r5,q_)=>{var kI=Os(),OI=fn(),xI="[object Arguments]";function PI(t){return OI(t)&&kI(t)==xI}s(PI,"baseIsArguments");q_.exports=PI});var Tf=S((n5,$_)=>{var j_=B_(),II=fn(),W_=Object.prototype,DI=W_.hasOwnProperty,GI=W_.propertyIsEnumerable,FI=j_((function(){return arguments})())?
j_:function(t){return II(t)&&DI.call(t,"callee")&&!GI.call(t,"callee")};$_.exports=FI});var vf=S((s5,z_)=>{var CI=Array.isArray;z_.exports=CI});var V_=S((o5,H_)=>{function NI(){return!1}s(NI,"stubFalse");H_.exports=NI});var Z_=S((Is,hn)=>{var LI=cn(),UI=V_(),Y_=typeof Is=="object"&&Is&&!Is.nodeType&&Is,J_=Y_&&typeof hn=="object"&&hn&&!hn.nodeType&&hn,MI=J_&&
J_.exports===Y_,K_=MI?LI.Buffer:void 0,qI=K_?K_.isBuffer:void 0,BI=qI||UI;hn.exports=BI});var X_=S((l5,Q_)=>{var jI=Os(),WI=bf(),$I=fn(),zI="[object Arguments]",HI="[object Array]",VI="[object Boolean]",JI="[object Date]",KI="[obj\
ect Error]",YI="[object Function]",ZI="[object Map]",QI="[object Number]",XI="[object Object]",eD="[object RegExp]",tD="[object Set]",rD="[o\
bject String]",iD="[object WeakMap]",nD="[object ArrayBuffer]",sD="[object DataView]",oD="[object Float32Array]",aD="[object Float64Array]",
lD="[object Int8Array]",uD="[object Int16Array]",cD="[object Int32Array]",fD="[object Uint8Array]",hD="[object Uint8ClampedArray]",dD="[obje\
ct Uint16Array]",pD="[object Uint32Array]",De={};De[oD]=De[aD]=De[lD]=De[uD]=De[cD]=De[fD]=De[hD]=De[dD]=De[pD]=!0;De[zI]=De[HI]=De[nD]=De[VI]=
De[sD]=De[JI]=De[KI]=De[YI]=De[ZI]=De[QI]=De[XI]=De[eD]=De[tD]=De[rD]=De[iD]=!1;function gD(t){return $I(t)&&WI(t.length)&&!!De[jI(t)]}s(gD,
"baseIsTypedArray");Q_.exports=gD});var Sf=S((c5,ew)=>{function mD(t){return function(e){return t(e)}}s(mD,"baseUnary");ew.exports=mD});var rw=S((Ds,dn)=>{var yD=yf(),tw=typeof Ds=="object"&&Ds&&!Ds.nodeType&&Ds,Gs=tw&&typeof dn=="object"&&dn&&!dn.nodeType&&dn,_D=Gs&&Gs.exports===
tw,Af=_D&&yD.process,wD=(function(){try{var t=Gs&&Gs.require&&Gs.require("util").types;return t||Af&&Af.binding&&Af.binding("util")}catch{}})();
dn.exports=wD});var ow=S((h5,sw)=>{var bD=X_(),ED=Sf(),iw=rw(),nw=iw&&iw.isTypedArray,TD=nw?ED(nw):bD;sw.exports=TD});var lw=S((d5,aw)=>{var vD=U_(),SD=Tf(),AD=vf(),RD=Z_(),kD=Ef(),OD=ow(),xD=Object.prototype,PD=xD.hasOwnProperty;function ID(t,e){var r=AD(t),
i=!r&&SD(t),n=!r&&!i&&RD(t),o=!r&&!i&&!n&&OD(t),a=r||i||n||o,l=a?vD(t.length,String):[],u=l.length;for(var c in t)(e||PD.call(t,c))&&!(a&&(c==
"length"||n&&(c=="offset"||c=="parent")||o&&(c=="buffer"||c=="byteLength"||c=="byteOffset")||kD(c,u)))&&l.push(c);return l}s(ID,"arrayLikeKe\
ys");aw.exports=ID});var cw=S((g5,uw)=>{var DD=Object.prototype;function GD(t){var e=t&&t.constructor,r=typeof e=="function"&&e.prototype||DD;return t===r}s(GD,"\
isPrototype");uw.exports=GD});var hw=S((y5,fw)=>{function FD(t){var e=[];if(t!=null)for(var r in Object(t))e.push(r);return e}s(FD,"nativeKeysIn");fw.exports=FD});var pw=S((w5,dw)=>{var CD=xs(),ND=cw(),LD=hw(),UD=Object.prototype,MD=UD.hasOwnProperty;function qD(t){if(!CD(t))return LD(t);var e=ND(t),r=[];
for(var i in t)i=="constructor"&&(e||!MD.call(t,i))||r.push(i);return r}s(qD,"baseKeysIn");dw.exports=qD});var mw=S((E5,gw)=>{var BD=lw(),jD=pw(),WD=Ma();function $D(t){return WD(t)?BD(t,!0):jD(t)}s($D,"keysIn");gw.exports=$D});var ww=S((v5,_w)=>{var zD=La(),HD=Ua(),VD=N_(),JD=mw(),yw=Object.prototype,KD=yw.hasOwnProperty,YD=zD(function(t,e){t=Object(t);var r=-1,i=e.
length,n=i>2?e[2]:void 0;for(n&&VD(e[0],e[1],n)&&(i=1);++r<i;)for(var o=e[r],a=JD(o),l=-1,u=a.length;++l<u;){var c=a[l],f=t[c];(f===void 0||
HD(f,yw[c])&&!KD.call(t,c))&&(t[c]=o[c])}return t});_w.exports=YD});var Ne=S((S5,bw)=>{"use strict";var Rf=class extends Error{static{s(this,"AggregateError")}constructor(e){if(!Array.isArray(e))throw new TypeError(
`Expected input to be an Array, got ${typeof e}`);let r="";for(let i=0;i<e.length;i++)r+=`    ${e[i].stack}
`;super(r),this.name="AggregateError",this.errors=e}};bw.exports={AggregateError:Rf,ArrayIsArray(t){return Array.isArray(t)},ArrayPrototypeIncludes(t,e){
return t.includes(e)},ArrayPrototypeIndexOf(t,e){return t.indexOf(e)},ArrayPrototypeJoin(t,e){return t.join(e)},ArrayPrototypeMap(t,e){return t.
map(e)},ArrayPrototypePop(t,e){return t.pop(e)},ArrayPrototypePush(t,e){return t.push(e)},ArrayPrototypeSlice(t,e,r){return t.slice(e,r)},Error,
FunctionPrototypeCall(t,e,...r){return t.call(e,...r)},FunctionPrototypeSymbolHasInstance(t,e){return Function.prototype[Symbol.hasInstance].
call(t,e)},MathFloor:Math.floor,Number,NumberIsInteger:Number.isInteger,NumberIsNaN:Number.isNaN,NumberMAX_SAFE_INTEGER:Number.MAX_SAFE_INTEGER,
NumberMIN_SAFE_INTEGER:Number.MIN_SAFE_INTEGER,NumberParseInt:Number.parseInt,ObjectDefineProperties(t,e){return Object.defineProperties(t,e)},
ObjectDefineProperty(t,e,r){return Object.defineProperty(t,e,r)},ObjectGetOwnPropertyDescriptor(t,e){return Object.getOwnPropertyDescriptor(
t,e)},ObjectKeys(t){return Object.keys(t)},ObjectSetPrototypeOf(t,e){return Object.setPrototypeOf(t,e)},Promise,PromisePrototypeCatch(t,e){return t.
catch(e)},PromisePrototypeThen(t,e,r){return t.then(e,r)},PromiseReject(t){return Promise.reject(t)},PromiseResolve(t){return Promise.resolve(
t)},ReflectApply:Reflect.apply,RegExpPrototypeTest(t,e){return t.test(e)},SafeSet:Set,String,StringPrototypeSlice(t,e,r){return t.slice(e,r)},
StringPrototypeToLowerCase(t){return t.toLowerCase()},StringPrototypeToUpperCase(t){return t.toUpperCase()},StringPrototypeTrim(t){return t.
trim()},Symbol,SymbolFor:Symbol.for,SymbolAsyncIterator:Symbol.asyncIterator,SymbolHasInstance:Symbol.hasInstance,SymbolIterator:Symbol.iterator,
SymbolDispose:Symbol.dispose||Symbol("Symbol.dispose"),SymbolAsyncDispose:Symbol.asyncDispose||Symbol("Symbol.asyncDispose"),TypedArrayPrototypeSet(t,e,r){
return t.set(e,r)},Boolean,Uint8Array}});var kf=S((R5,Ew)=>{"use strict";Ew.exports={format(t,...e){return t.replace(/%([sdifj])/g,function(...[r,i]){let n=e.shift();return i==="f"?
n.toFixed(6):i==="j"?JSON.stringify(n):i==="s"&&typeof n=="object"?`${n.constructor!==Object?n.constructor.name:""} {}`.trim():n.toString()})},
inspect(t){switch(typeof t){case"string":if(t.includes("'"))if(t.includes('"')){if(!t.includes("`")&&!t.includes("${"))return`\`${t}\``}else
return`"${t}"`;return`'${t}'`;case"number":return isNaN(t)?"NaN":Object.is(t,-0)?String(t):t;case"bigint":return`${String(t)}n`;case"boolean":case"\
undefined":return String(t);case"object":return"{}"}}}});var gt=S((k5,Sw)=>{"use strict";var{format:ZD,inspect:qa}=kf(),{AggregateError:QD}=Ne(),XD=globalThis.AggregateError||QD,eG=Symbol("kIsNodeE\
rror"),tG=["string","function","number","object","Function","Object","boolean","bigint","symbol"],rG=/^([A-Z][a-z0-9]*)+$/,iG="__node_intern\
al_",Ba={};function bi(t,e){if(!t)throw new Ba.ERR_INTERNAL_ASSERTION(e)}s(bi,"assert");function Tw(t){let e="",r=t.length,i=t[0]==="-"?1:0;
for(;r>=i+4;r-=3)e=`_${t.slice(r-3,r)}${e}`;return`${t.slice(0,r)}${e}`}s(Tw,"addNumericalSeparator");function nG(t,e,r){if(typeof e=="funct\
ion")return bi(e.length<=r.length,`Code: ${t}; The provided arguments length (${r.length}) does not match the required ones (${e.length}).`),
e(...r);let i=(e.match(/%[dfijoOs]/g)||[]).length;return bi(i===r.length,`Code: ${t}; The provided arguments length (${r.length}) does not m\
atch the required ones (${i}).`),r.length===0?e:ZD(e,...r)}s(nG,"getMessage");function st(t,e,r){r||(r=Error);class i extends r{static{s(this,
"NodeError")}constructor(...o){super(nG(t,e,o))}toString(){return`${this.name} [${t}]: ${this.message}`}}Object.defineProperties(i.prototype,
{name:{value:r.name,writable:!0,enumerable:!1,configurable:!0},toString:{value(){return`${this.name} [${t}]: ${this.message}`},writable:!0,enumerable:!1,
configurable:!0}}),i.prototype.code=t,i.prototype[eG]=!0,Ba[t]=i}s(st,"E");function vw(t){let e=iG+t.name;return Object.defineProperty(t,"na\
me",{value:e}),t}s(vw,"hideStackFrames");function sG(t,e){if(t&&e&&t!==e){if(Array.isArray(e.errors))return e.errors.push(t),e;let r=new XD(
[e,t],e.message);return r.code=e.code,r}return t||e}s(sG,"aggregateTwoErrors");var Of=class extends Error{static{s(this,"AbortError")}constructor(e="\
The operation was aborted",r=void 0){if(r!==void 0&&typeof r!="object")throw new Ba.ERR_INVALID_ARG_TYPE("options","Object",r);super(e,r),this.
code="ABORT_ERR",this.name="AbortError"}};st("ERR_ASSERTION","%s",Error);st("ERR_INVALID_ARG_TYPE",(t,e,r)=>{bi(typeof t=="string","'name' m\
ust be a string"),Array.isArray(e)||(e=[e]);let i="The ";t.endsWith(" argument")?i+=`${t} `:i+=`"${t}" ${t.includes(".")?"property":"argumen\
t"} `,i+="must be ";let n=[],o=[],a=[];for(let u of e)bi(typeof u=="string","All expected entries have to be of type string"),tG.includes(u)?
n.push(u.toLowerCase()):rG.test(u)?o.push(u):(bi(u!=="object",'The value "object" should be written as "Object"'),a.push(u));if(o.length>0){
let u=n.indexOf("object");u!==-1&&(n.splice(n,u,1),o.push("Object"))}if(n.length>0){switch(n.length){case 1:i+=`of type ${n[0]}`;break;case 2:
i+=`one of type ${n[0]} or ${n[1]}`;break;default:{let u=n.pop();i+=`one of type ${n.join(", ")}, or ${u}`}}(o.length>0||a.length>0)&&(i+=" \
or ")}if(o.length>0){switch(o.length){case 1:i+=`an instance of ${o[0]}`;break;case 2:i+=`an instance of ${o[0]} or ${o[1]}`;break;default:{
let u=o.pop();i+=`an instance of ${o.join(", ")}, or ${u}`}}a.length>0&&(i+=" or ")}switch(a.length){case 0:break;case 1:a[0].toLowerCase()!==
a[0]&&(i+="an "),i+=`${a[0]}`;break;case 2:i+=`one of ${a[0]} or ${a[1]}`;break;default:{let u=a.pop();i+=`one of ${a.join(", ")}, or ${u}`}}
if(r==null)i+=`. Received ${r}`;else if(typeof r=="function"&&r.name)i+=`. Received function ${r.name}`;else if(typeof r=="object"){var l;if((l=
r.constructor)!==null&&l!==void 0&&l.name)i+=`. Received an instance of ${r.constructor.name}`;else{let u=qa(r,{depth:-1});i+=`. Received ${u}`}}else{
let u=qa(r,{colors:!1});u.length>25&&(u=`${u.slice(0,25)}...`),i+=`. Received type ${typeof r} (${u})`}return i},TypeError);st("ERR_INVALID_\
ARG_VALUE",(t,e,r="is invalid")=>{let i=qa(e);return i.length>128&&(i=i.slice(0,128)+"..."),`The ${t.includes(".")?"property":"argument"} '${t}\
' ${r}. Received ${i}`},TypeError);st("ERR_INVALID_RETURN_VALUE",(t,e,r)=>{var i;let n=r!=null&&(i=r.constructor)!==null&&i!==void 0&&i.name?
`instance of ${r.constructor.name}`:`type ${typeof r}`;return`Expected ${t} to be returned from the "${e}" function but got ${n}.`},TypeError);
st("ERR_MISSING_ARGS",(...t)=>{bi(t.length>0,"At least one arg needs to be specified");let e,r=t.length;switch(t=(Array.isArray(t)?t:[t]).map(
i=>`"${i}"`).join(" or "),r){case 1:e+=`The ${t[0]} argument`;break;case 2:e+=`The ${t[0]} and ${t[1]} arguments`;break;default:{let i=t.pop();
e+=`The ${t.join(", ")}, and ${i} arguments`}break}return`${e} must be specified`},TypeError);st("ERR_OUT_OF_RANGE",(t,e,r)=>{bi(e,'Missing \
"range" argument');let i;if(Number.isInteger(r)&&Math.abs(r)>2**32)i=Tw(String(r));else if(typeof r=="bigint"){i=String(r);let n=BigInt(2)**
BigInt(32);(r>n||r<-n)&&(i=Tw(i)),i+="n"}else i=qa(r);return`The value of "${t}" is out of range. It must be ${e}. Received ${i}`},RangeError);
st("ERR_MULTIPLE_CALLBACK","Callback called multiple times",Error);st("ERR_METHOD_NOT_IMPLEMENTED","The %s method is not implemented",Error);
st("ERR_STREAM_ALREADY_FINISHED","Cannot call %s after a stream was finished",Error);st("ERR_STREAM_CANNOT_PIPE","Cannot pipe, not readable",
Error);st("ERR_STREAM_DESTROYED","Cannot call %s after a stream was destroyed",Error);st("ERR_STREAM_NULL_VALUES","May not write null values\
 to stream",TypeError);st("ERR_STREAM_PREMATURE_CLOSE","Premature close",Error);st("ERR_STREAM_PUSH_AFTER_EOF","stream.push() after EOF",Error);
st("ERR_STREAM_UNSHIFT_AFTER_END_EVENT","stream.unshift() after end event",Error);st("ERR_STREAM_WRITE_AFTER_END","write after end",Error);st(
"ERR_UNKNOWN_ENCODING","Unknown encoding: %s",TypeError);Sw.exports={AbortError:Of,aggregateTwoErrors:vw(sG),hideStackFrames:vw,codes:Ba}});var Fw=S((Ns,Cs)=>{"use strict";Object.defineProperty(Ns,"__esModule",{value:!0});var Pw=new WeakMap,xf=new WeakMap;function Ge(t){let e=Pw.
get(t);return console.assert(e!=null,"'this' is expected an Event object, but got",t),e}s(Ge,"pd");function Aw(t){if(t.passiveListener!=null){
typeof console<"u"&&typeof console.error=="function"&&console.error("Unable to preventDefault inside passive event listener invocation.",t.passiveListener);
return}t.event.cancelable&&(t.canceled=!0,typeof t.event.preventDefault=="function"&&t.event.preventDefault())}s(Aw,"setCancelFlag");function pn(t,e){
Pw.set(this,{eventTarget:t,event:e,eventPhase:2,currentTarget:t,canceled:!1,stopped:!1,immediateStopped:!1,passiveListener:null,timeStamp:e.
timeStamp||Date.now()}),Object.defineProperty(this,"isTrusted",{value:!1,enumerable:!0});let r=Object.keys(e);for(let i=0;i<r.length;++i){let n=r[i];
n in this||Object.defineProperty(this,n,Iw(n))}}s(pn,"Event");pn.prototype={get type(){return Ge(this).event.type},get target(){return Ge(this).
eventTarget},get currentTarget(){return Ge(this).currentTarget},composedPath(){let t=Ge(this).currentTarget;return t==null?[]:[t]},get NONE(){
return 0},get CAPTURING_PHASE(){return 1},get AT_TARGET(){return 2},get BUBBLING_PHASE(){return 3},get eventPhase(){return Ge(this).eventPhase},
stopPropagation(){let t=Ge(this);t.stopped=!0,typeof t.event.stopPropagation=="function"&&t.event.stopPropagation()},stopImmediatePropagation(){
let t=Ge(this);t.stopped=!0,t.immediateStopped=!0,typeof t.event.stopImmediatePropagation=="function"&&t.event.stopImmediatePropagation()},get bubbles(){
return!!Ge(this).event.bubbles},get cancelable(){return!!Ge(this).event.cancelable},preventDefault(){Aw(Ge(this))},get defaultPrevented(){return Ge(
this).canceled},get composed(){return!!Ge(this).event.composed},get timeStamp(){return Ge(this).timeStamp},get srcElement(){return Ge(this).
eventTarget},get cancelBubble(){return Ge(this).stopped},set cancelBubble(t){if(!t)return;let e=Ge(this);e.stopped=!0,typeof e.event.cancelBubble==
"boolean"&&(e.event.cancelBubble=!0)},get returnValue(){return!Ge(this).canceled},set returnValue(t){t||Aw(Ge(this))},initEvent(){}};Object.
defineProperty(pn.prototype,"constructor",{value:pn,configurable:!0,writable:!0});typeof window<"u"&&typeof window.Event<"u"&&(Object.setPrototypeOf(
pn.prototype,window.Event.prototype),xf.set(window.Event.prototype,pn));function Iw(t){return{get(){return Ge(this).event[t]},set(e){Ge(this).
event[t]=e},configurable:!0,enumerable:!0}}s(Iw,"defineRedirectDescriptor");function oG(t){return{value(){let e=Ge(this).event;return e[t].apply(
e,arguments)},configurable:!0,enumerable:!0}}s(oG,"defineCallDescriptor");function aG(t,e){let r=Object.keys(e);if(r.length===0)return t;function i(n,o){
t.call(this,n,o)}s(i,"CustomEvent"),i.prototype=Object.create(t.prototype,{constructor:{value:i,configurable:!0,writable:!0}});for(let n=0;n<
r.length;++n){let o=r[n];if(!(o in t.prototype)){let l=typeof Object.getOwnPropertyDescriptor(e,o).value=="function";Object.defineProperty(i.
prototype,o,l?oG(o):Iw(o))}}return i}s(aG,"defineWrapper");function Dw(t){if(t==null||t===Object.prototype)return pn;let e=xf.get(t);return e==
null&&(e=aG(Dw(Object.getPrototypeOf(t)),t),xf.set(t,e)),e}s(Dw,"getWrapper");function lG(t,e){let r=Dw(Object.getPrototypeOf(e));return new r(
t,e)}s(lG,"wrapEvent");function uG(t){return Ge(t).immediateStopped}s(uG,"isStopped");function cG(t,e){Ge(t).eventPhase=e}s(cG,"setEventPhas\
e");function fG(t,e){Ge(t).currentTarget=e}s(fG,"setCurrentTarget");function Rw(t,e){Ge(t).passiveListener=e}s(Rw,"setPassiveListener");var Gw=new WeakMap,
kw=1,Ow=2,ja=3;function Wa(t){return t!==null&&typeof t=="object"}s(Wa,"isObject");function Fs(t){let e=Gw.get(t);if(e==null)throw new TypeError(
"'this' is expected an EventTarget object, but got another value.");return e}s(Fs,"getListeners");function hG(t){return{get(){let r=Fs(this).
get(t);for(;r!=null;){if(r.listenerType===ja)return r.listener;r=r.next}return null},set(e){typeof e!="function"&&!Wa(e)&&(e=null);let r=Fs(
this),i=null,n=r.get(t);for(;n!=null;)n.listenerType===ja?i!==null?i.next=n.next:n.next!==null?r.set(t,n.next):r.delete(t):i=n,n=n.next;if(e!==
null){let o={listener:e,listenerType:ja,passive:!1,once:!1,next:null};i===null?r.set(t,o):i.next=o}},configurable:!0,enumerable:!0}}s(hG,"de\
fineEventAttributeDescriptor");function Pf(t,e){Object.defineProperty(t,`on${e}`,hG(e))}s(Pf,"defineEventAttribute");function xw(t){function e(){
$t.call(this)}s(e,"CustomEventTarget"),e.prototype=Object.create($t.prototype,{constructor:{value:e,configurable:!0,writable:!0}});for(let r=0;r<
t.length;++r)Pf(e.prototype,t[r]);return e}s(xw,"defineCustomEventTarget");function $t(){if(this instanceof $t){Gw.set(this,new Map);return}
if(arguments.length===1&&Array.isArray(arguments[0]))return xw(arguments[0]);if(arguments.length>0){let t=new Array(arguments.length);for(let e=0;e<
arguments.length;++e)t[e]=arguments[e];return xw(t)}throw new TypeError("Cannot call a class as a function")}s($t,"EventTarget");$t.prototype=
{addEventListener(t,e,r){if(e==null)return;if(typeof e!="function"&&!Wa(e))throw new TypeError("'listener' should be a function or an object\
.");let i=Fs(this),n=Wa(r),a=(n?!!r.capture:!!r)?kw:Ow,l={listener:e,listenerType:a,passive:n&&!!r.passive,once:n&&!!r.once,next:null},u=i.get(
t);if(u===void 0){i.set(t,l);return}let c=null;for(;u!=null;){if(u.listener===e&&u.listenerType===a)return;c=u,u=u.next}c.next=l},removeEventListener(t,e,r){
if(e==null)return;let i=Fs(this),o=(Wa(r)?!!r.capture:!!r)?kw:Ow,a=null,l=i.get(t);for(;l!=null;){if(l.listener===e&&l.listenerType===o){a!==
null?a.next=l.next:l.next!==null?i.set(t,l.next):i.delete(t);return}a=l,l=l.next}},dispatchEvent(t){if(t==null||typeof t.type!="string")throw new TypeError(
'"event.type" should be a string.');let e=Fs(this),r=t.type,i=e.get(r);if(i==null)return!0;let n=lG(this,t),o=null;for(;i!=null;){if(i.once?
o!==null?o.next=i.next:i.next!==null?e.set(r,i.next):e.delete(r):o=i,Rw(n,i.passive?i.listener:null),typeof i.listener=="function")try{i.listener.
call(this,n)}catch(a){typeof console<"u"&&typeof console.error=="function"&&console.error(a)}else i.listenerType!==ja&&typeof i.listener.handleEvent==
"function"&&i.listener.handleEvent(n);if(uG(n))break;i=i.next}return Rw(n,null),cG(n,0),fG(n,null),!n.defaultPrevented}};Object.defineProperty(
$t.prototype,"constructor",{value:$t,configurable:!0,writable:!0});typeof window<"u"&&typeof window.EventTarget<"u"&&Object.setPrototypeOf($t.
prototype,window.EventTarget.prototype);Ns.defineEventAttribute=Pf;Ns.EventTarget=$t;Ns.default=$t;Cs.exports=$t;Cs.exports.EventTarget=Cs.exports.
default=$t;Cs.exports.defineEventAttribute=Pf});var gn=S((Us,Ls)=>{"use strict";Object.defineProperty(Us,"__esModule",{value:!0});var If=Fw(),Br=class extends If.EventTarget{static{s(this,
"AbortSignal")}constructor(){throw super(),new TypeError("AbortSignal cannot be constructed directly")}get aborted(){let e=$a.get(this);if(typeof e!=
"boolean")throw new TypeError(`Expected 'this' to be an 'AbortSignal' object, but got ${this===null?"null":typeof this}`);return e}};If.defineEventAttribute(
Br.prototype,"abort");function dG(){let t=Object.create(Br.prototype);return If.EventTarget.call(t),$a.set(t,!1),t}s(dG,"createAbortSignal");
function pG(t){$a.get(t)===!1&&($a.set(t,!0),t.dispatchEvent({type:"abort"}))}s(pG,"abortSignal");var $a=new WeakMap;Object.defineProperties(
Br.prototype,{aborted:{enumerable:!0}});typeof Symbol=="function"&&typeof Symbol.toStringTag=="symbol"&&Object.defineProperty(Br.prototype,Symbol.
toStringTag,{configurable:!0,value:"AbortSignal"});var jr=class{static{s(this,"AbortController")}constructor(){Nw.set(this,dG())}get signal(){
return Cw(this)}abort(){pG(Cw(this))}},Nw=new WeakMap;function Cw(t){let e=Nw.get(t);if(e==null)throw new TypeError(`Expected 'this' to be a\
n 'AbortController' object, but got ${t===null?"null":typeof t}`);return e}s(Cw,"getSignal");Object.defineProperties(jr.prototype,{signal:{enumerable:!0},
abort:{enumerable:!0}});typeof Symbol=="function"&&typeof Symbol.toStringTag=="symbol"&&Object.defineProperty(jr.prototype,Symbol.toStringTag,
{configurable:!0,value:"AbortController"});Us.AbortController=jr;Us.AbortSignal=Br;Us.default=jr;Ls.exports=jr;Ls.exports.AbortController=Ls.
exports.default=jr;Ls.exports.AbortSignal=Br});var bt=S((I5,Gf)=>{"use strict";var gG=Z("buffer"),{format:mG,inspect:yG}=kf(),{codes:{ERR_INVALID_ARG_TYPE:Df}}=gt(),{kResistStopPropagation:_G,
AggregateError:wG,SymbolDispose:bG}=Ne(),EG=globalThis.AbortSignal||gn().AbortSignal,TG=globalThis.AbortController||gn().AbortController,vG=Object.
getPrototypeOf(async function(){}).constructor,Lw=globalThis.Blob||gG.Blob,SG=s(typeof Lw<"u"?function(e){return e instanceof Lw}:function(e){
return!1},"isBlob"),Uw=s((t,e)=>{if(t!==void 0&&(t===null||typeof t!="object"||!("aborted"in t)))throw new Df(e,"AbortSignal",t)},"validateA\
bortSignal"),AG=s((t,e)=>{if(typeof t!="function")throw new Df(e,"Function",t)},"validateFunction");Gf.exports={AggregateError:wG,kEmptyObject:Object.
freeze({}),once(t){let e=!1;return function(...r){e||(e=!0,t.apply(this,r))}},createDeferredPromise:s(function(){let t,e;return{promise:new Promise(
(i,n)=>{t=i,e=n}),resolve:t,reject:e}},"createDeferredPromise"),promisify(t){return new Promise((e,r)=>{t((i,...n)=>i?r(i):e(...n))})},debuglog(){
return function(){}},format:mG,inspect:yG,types:{isAsyncFunction(t){return t instanceof vG},isArrayBufferView(t){return ArrayBuffer.isView(t)}},
isBlob:SG,deprecate(t,e){return t},addAbortListener:Z("events").addAbortListener||s(function(e,r){if(e===void 0)throw new Df("signal","Abort\
Signal",e);Uw(e,"signal"),AG(r,"listener");let i;return e.aborted?queueMicrotask(()=>r()):(e.addEventListener("abort",r,{__proto__:null,once:!0,
[_G]:!0}),i=s(()=>{e.removeEventListener("abort",r)},"removeEventListener")),{__proto__:null,[bG](){var n;(n=i)===null||n===void 0||n()}}},"\
addAbortListener"),AbortSignalAny:EG.any||s(function(e){if(e.length===1)return e[0];let r=new TG,i=s(()=>r.abort(),"abort");return e.forEach(
n=>{Uw(n,"signals"),n.addEventListener("abort",i,{once:!0})}),r.signal.addEventListener("abort",()=>{e.forEach(n=>n.removeEventListener("abo\
rt",i))},{once:!0}),r.signal},"AbortSignalAny")};Gf.exports.promisify.custom=Symbol.for("nodejs.util.promisify.custom")});var yn=S((G5,Jw)=>{"use strict";var{ArrayIsArray:Cf,ArrayPrototypeIncludes:jw,ArrayPrototypeJoin:Ww,ArrayPrototypeMap:RG,NumberIsInteger:Nf,
NumberIsNaN:kG,NumberMAX_SAFE_INTEGER:OG,NumberMIN_SAFE_INTEGER:xG,NumberParseInt:PG,ObjectPrototypeHasOwnProperty:IG,RegExpPrototypeExec:$w,
String:DG,StringPrototypeToUpperCase:GG,StringPrototypeTrim:FG}=Ne(),{hideStackFrames:Ct,codes:{ERR_SOCKET_BAD_PORT:CG,ERR_INVALID_ARG_TYPE:mt,
ERR_INVALID_ARG_VALUE:mn,ERR_OUT_OF_RANGE:Ei,ERR_UNKNOWN_SIGNAL:Mw}}=gt(),{normalizeEncoding:NG}=bt(),{isAsyncFunction:LG,isArrayBufferView:UG}=bt().
types,qw={};function MG(t){return t===(t|0)}s(MG,"isInt32");function qG(t){return t===t>>>0}s(qG,"isUint32");var BG=/^[0-7]+$/,jG="must be a\
 32-bit unsigned integer or an octal string";function WG(t,e,r){if(typeof t>"u"&&(t=r),typeof t=="string"){if($w(BG,t)===null)throw new mn(e,
t,jG);t=PG(t,8)}return zw(t,e),t}s(WG,"parseFileMode");var $G=Ct((t,e,r=xG,i=OG)=>{if(typeof t!="number")throw new mt(e,"number",t);if(!Nf(t))
throw new Ei(e,"an integer",t);if(t<r||t>i)throw new Ei(e,`>= ${r} && <= ${i}`,t)}),zG=Ct((t,e,r=-2147483648,i=2147483647)=>{if(typeof t!="n\
umber")throw new mt(e,"number",t);if(!Nf(t))throw new Ei(e,"an integer",t);if(t<r||t>i)throw new Ei(e,`>= ${r} && <= ${i}`,t)}),zw=Ct((t,e,r=!1)=>{
if(typeof t!="number")throw new mt(e,"number",t);if(!Nf(t))throw new Ei(e,"an integer",t);let i=r?1:0,n=4294967295;if(t<i||t>n)throw new Ei(
e,`>= ${i} && <= ${n}`,t)});function Lf(t,e){if(typeof t!="string")throw new mt(e,"string",t)}s(Lf,"validateString");function HG(t,e,r=void 0,i){
if(typeof t!="number")throw new mt(e,"number",t);if(r!=null&&t<r||i!=null&&t>i||(r!=null||i!=null)&&kG(t))throw new Ei(e,`${r!=null?`>= ${r}`:
""}${r!=null&&i!=null?" && ":""}${i!=null?`<= ${i}`:""}`,t)}s(HG,"validateNumber");var VG=Ct((t,e,r)=>{if(!jw(r,t)){let n="must be one of: "+
Ww(RG(r,o=>typeof o=="string"?`'${o}'`:DG(o)),", ");throw new mn(e,t,n)}});function Hw(t,e){if(typeof t!="boolean")throw new mt(e,"boolean",
t)}s(Hw,"validateBoolean");function Ff(t,e,r){return t==null||!IG(t,e)?r:t[e]}s(Ff,"getOwnPropertyValueOrDefault");var JG=Ct((t,e,r=null)=>{
let i=Ff(r,"allowArray",!1),n=Ff(r,"allowFunction",!1);if(!Ff(r,"nullable",!1)&&t===null||!i&&Cf(t)||typeof t!="object"&&(!n||typeof t!="fun\
ction"))throw new mt(e,"Object",t)}),KG=Ct((t,e)=>{if(t!=null&&typeof t!="object"&&typeof t!="function")throw new mt(e,"a dictionary",t)}),za=Ct(
(t,e,r=0)=>{if(!Cf(t))throw new mt(e,"Array",t);if(t.length<r){let i=`must be longer than ${r}`;throw new mn(e,t,i)}});function YG(t,e){za(t,
e);for(let r=0;r<t.length;r++)Lf(t[r],`${e}[${r}]`)}s(YG,"validateStringArray");function ZG(t,e){za(t,e);for(let r=0;r<t.length;r++)Hw(t[r],
`${e}[${r}]`)}s(ZG,"validateBooleanArray");function QG(t,e){za(t,e);for(let r=0;r<t.length;r++){let i=t[r],n=`${e}[${r}]`;if(i==null)throw new mt(
n,"AbortSignal",i);Vw(i,n)}}s(QG,"validateAbortSignalArray");function XG(t,e="signal"){if(Lf(t,e),qw[t]===void 0)throw qw[GG(t)]!==void 0?new Mw(
t+" (signals must use all capital letters)"):new Mw(t)}s(XG,"validateSignalName");var eF=Ct((t,e="buffer")=>{if(!UG(t))throw new mt(e,["Buff\
er","TypedArray","DataView"],t)});function tF(t,e){let r=NG(e),i=t.length;if(r==="hex"&&i%2!==0)throw new mn("encoding",e,`is invalid for da\
ta of length ${i}`)}s(tF,"validateEncoding");function rF(t,e="Port",r=!0){if(typeof t!="number"&&typeof t!="string"||typeof t=="string"&&FG(
t).length===0||+t!==+t>>>0||t>65535||t===0&&!r)throw new CG(e,t,r);return t|0}s(rF,"validatePort");var Vw=Ct((t,e)=>{if(t!==void 0&&(t===null||
typeof t!="object"||!("aborted"in t)))throw new mt(e,"AbortSignal",t)}),iF=Ct((t,e)=>{if(typeof t!="function")throw new mt(e,"Function",t)}),
nF=Ct((t,e)=>{if(typeof t!="function"||LG(t))throw new mt(e,"Function",t)}),sF=Ct((t,e)=>{if(t!==void 0)throw new mt(e,"undefined",t)});function oF(t,e,r){
if(!jw(r,t))throw new mt(e,`('${Ww(r,"|")}')`,t)}s(oF,"validateUnion");var aF=/^(?:<[^>]*>)(?:\s*;\s*[^;"\s]+(?:=(")?[^;"\s]*\1)?)*$/;function Bw(t,e){
if(typeof t>"u"||!$w(aF,t))throw new mn(e,t,'must be an array or string of format "</styles.css>; rel=preload; as=style"')}s(Bw,"validateLin\
kHeaderFormat");function lF(t){if(typeof t=="string")return Bw(t,"hints"),t;if(Cf(t)){let e=t.length,r="";if(e===0)return r;for(let i=0;i<e;i++){
let n=t[i];Bw(n,"hints"),r+=n,i!==e-1&&(r+=", ")}return r}throw new mn("hints",t,'must be an array or string of format "</styles.css>; rel=p\
reload; as=style"')}s(lF,"validateLinkHeaderValue");Jw.exports={isInt32:MG,isUint32:qG,parseFileMode:WG,validateArray:za,validateStringArray:YG,
validateBooleanArray:ZG,validateAbortSignalArray:QG,validateBoolean:Hw,validateBuffer:eF,validateDictionary:KG,validateEncoding:tF,validateFunction:iF,
validateInt32:zG,validateInteger:$G,validateNumber:HG,validateObject:JG,validateOneOf:VG,validatePlainFunction:nF,validatePort:rF,validateSignalName:XG,
validateString:Lf,validateUint32:zw,validateUndefined:sF,validateUnion:oF,validateAbortSignal:Vw,validateLinkHeaderValue:lF}});var Yw=S((C5,Kw)=>{Kw.exports=global.process});var Wr=S((N5,Zw)=>{"use strict";var uF=((t,e,r,i)=>{if(e in t&&t[e]===!0){let n;for(let o of r)if(o in t&&(n=t[o],i(n)))return n}return t})(
Yw(),"__esModule",["default","process"],t=>"nextTick"in t);Zw.exports=uF});var ar=S((L5,hb)=>{"use strict";var{SymbolAsyncIterator:Qw,SymbolIterator:Xw,SymbolFor:Ti}=Ne(),eb=Ti("nodejs.stream.destroyed"),tb=Ti("node\
js.stream.errored"),Uf=Ti("nodejs.stream.readable"),Mf=Ti("nodejs.stream.writable"),rb=Ti("nodejs.stream.disturbed"),cF=Ti("nodejs.webstream\
.isClosedPromise"),fF=Ti("nodejs.webstream.controllerErrorFunction");function Ha(t,e=!1){var r;return!!(t&&typeof t.pipe=="function"&&typeof t.
on=="function"&&(!e||typeof t.pause=="function"&&typeof t.resume=="function")&&(!t._writableState||((r=t._readableState)===null||r===void 0?
void 0:r.readable)!==!1)&&(!t._writableState||t._readableState))}s(Ha,"isReadableNodeStream");function Va(t){var e;return!!(t&&typeof t.write==
"function"&&typeof t.on=="function"&&(!t._readableState||((e=t._writableState)===null||e===void 0?void 0:e.writable)!==!1))}s(Va,"isWritable\
NodeStream");function hF(t){return!!(t&&typeof t.pipe=="function"&&t._readableState&&typeof t.on=="function"&&typeof t.write=="function")}s(
hF,"isDuplexNodeStream");function or(t){return t&&(t._readableState||t._writableState||typeof t.write=="function"&&typeof t.on=="function"||
typeof t.pipe=="function"&&typeof t.on=="function")}s(or,"isNodeStream");function ib(t){return!!(t&&!or(t)&&typeof t.pipeThrough=="function"&&
typeof t.getReader=="function"&&typeof t.cancel=="function")}s(ib,"isReadableStream");function nb(t){return!!(t&&!or(t)&&typeof t.getWriter==
"function"&&typeof t.abort=="function")}s(nb,"isWritableStream");function sb(t){return!!(t&&!or(t)&&typeof t.readable=="object"&&typeof t.writable==
"object")}s(sb,"isTransformStream");function dF(t){return ib(t)||nb(t)||sb(t)}s(dF,"isWebStream");function pF(t,e){return t==null?!1:e===!0?
typeof t[Qw]=="function":e===!1?typeof t[Xw]=="function":typeof t[Qw]=="function"||typeof t[Xw]=="function"}s(pF,"isIterable");function Ja(t){
if(!or(t))return null;let e=t._writableState,r=t._readableState,i=e||r;return!!(t.destroyed||t[eb]||i!=null&&i.destroyed)}s(Ja,"isDestroyed");
function ob(t){if(!Va(t))return null;if(t.writableEnded===!0)return!0;let e=t._writableState;return e!=null&&e.errored?!1:typeof e?.ended!="\
boolean"?null:e.ended}s(ob,"isWritableEnded");function gF(t,e){if(!Va(t))return null;if(t.writableFinished===!0)return!0;let r=t._writableState;
return r!=null&&r.errored?!1:typeof r?.finished!="boolean"?null:!!(r.finished||e===!1&&r.ended===!0&&r.length===0)}s(gF,"isWritableFinished");
function mF(t){if(!Ha(t))return null;if(t.readableEnded===!0)return!0;let e=t._readableState;return!e||e.errored?!1:typeof e?.ended!="boolea\
n"?null:e.ended}s(mF,"isReadableEnded");function ab(t,e){if(!Ha(t))return null;let r=t._readableState;return r!=null&&r.errored?!1:typeof r?.
endEmitted!="boolean"?null:!!(r.endEmitted||e===!1&&r.ended===!0&&r.length===0)}s(ab,"isReadableFinished");function lb(t){return t&&t[Uf]!=null?
t[Uf]:typeof t?.readable!="boolean"?null:Ja(t)?!1:Ha(t)&&t.readable&&!ab(t)}s(lb,"isReadable");function ub(t){return t&&t[Mf]!=null?t[Mf]:typeof t?.
writable!="boolean"?null:Ja(t)?!1:Va(t)&&t.writable&&!ob(t)}s(ub,"isWritable");function yF(t,e){return or(t)?Ja(t)?!0:!(e?.readable!==!1&&lb(
t)||e?.writable!==!1&&ub(t)):null}s(yF,"isFinished");function _F(t){var e,r;return or(t)?t.writableErrored?t.writableErrored:(e=(r=t._writableState)===
null||r===void 0?void 0:r.errored)!==null&&e!==void 0?e:null:null}s(_F,"isWritableErrored");function wF(t){var e,r;return or(t)?t.readableErrored?
t.readableErrored:(e=(r=t._readableState)===null||r===void 0?void 0:r.errored)!==null&&e!==void 0?e:null:null}s(wF,"isReadableErrored");function bF(t){
if(!or(t))return null;if(typeof t.closed=="boolean")return t.closed;let e=t._writableState,r=t._readableState;return typeof e?.closed=="bool\
ean"||typeof r?.closed=="boolean"?e?.closed||r?.closed:typeof t._closed=="boolean"&&cb(t)?t._closed:null}s(bF,"isClosed");function cb(t){return typeof t.
_closed=="boolean"&&typeof t._defaultKeepAlive=="boolean"&&typeof t._removedConnection=="boolean"&&typeof t._removedContLen=="boolean"}s(cb,
"isOutgoingMessage");function fb(t){return typeof t._sent100=="boolean"&&cb(t)}s(fb,"isServerResponse");function EF(t){var e;return typeof t.
_consuming=="boolean"&&typeof t._dumped=="boolean"&&((e=t.req)===null||e===void 0?void 0:e.upgradeOrConnect)===void 0}s(EF,"isServerRequest");
function TF(t){if(!or(t))return null;let e=t._writableState,r=t._readableState,i=e||r;return!i&&fb(t)||!!(i&&i.autoDestroy&&i.emitClose&&i.closed===
!1)}s(TF,"willEmitClose");function vF(t){var e;return!!(t&&((e=t[rb])!==null&&e!==void 0?e:t.readableDidRead||t.readableAborted))}s(vF,"isDi\
sturbed");function SF(t){var e,r,i,n,o,a,l,u,c,f;return!!(t&&((e=(r=(i=(n=(o=(a=t[tb])!==null&&a!==void 0?a:t.readableErrored)!==null&&o!==void 0?
o:t.writableErrored)!==null&&n!==void 0?n:(l=t._readableState)===null||l===void 0?void 0:l.errorEmitted)!==null&&i!==void 0?i:(u=t._writableState)===
null||u===void 0?void 0:u.errorEmitted)!==null&&r!==void 0?r:(c=t._readableState)===null||c===void 0?void 0:c.errored)!==null&&e!==void 0?e:
!((f=t._writableState)===null||f===void 0)&&f.errored))}s(SF,"isErrored");hb.exports={isDestroyed:Ja,kIsDestroyed:eb,isDisturbed:vF,kIsDisturbed:rb,
isErrored:SF,kIsErrored:tb,isReadable:lb,kIsReadable:Uf,kIsClosedPromise:cF,kControllerErrorFunction:fF,kIsWritable:Mf,isClosed:bF,isDuplexNodeStream:hF,
isFinished:yF,isIterable:pF,isReadableNodeStream:Ha,isReadableStream:ib,isReadableEnded:mF,isReadableFinished:ab,isReadableErrored:wF,isNodeStream:or,
isWebStream:dF,isWritable:ub,isWritableNodeStream:Va,isWritableStream:nb,isWritableEnded:ob,isWritableFinished:gF,isWritableErrored:_F,isServerRequest:EF,
isServerResponse:fb,willEmitClose:TF,isTransformStream:sb}});var kr=S((M5,$f)=>{"use strict";var $r=Wr(),{AbortError:Eb,codes:AF}=gt(),{ERR_INVALID_ARG_TYPE:RF,ERR_STREAM_PREMATURE_CLOSE:db}=AF,{kEmptyObject:Bf,
once:jf}=bt(),{validateAbortSignal:kF,validateFunction:OF,validateObject:xF,validateBoolean:PF}=yn(),{Promise:IF,PromisePrototypeThen:DF,SymbolDispose:Tb}=Ne(),
{isClosed:GF,isReadable:pb,isReadableNodeStream:qf,isReadableStream:FF,isReadableFinished:gb,isReadableErrored:mb,isWritable:yb,isWritableNodeStream:_b,
isWritableStream:CF,isWritableFinished:wb,isWritableErrored:bb,isNodeStream:NF,willEmitClose:LF,kIsClosedPromise:UF}=ar(),_n;function MF(t){
return t.setHeader&&typeof t.abort=="function"}s(MF,"isRequest");var Wf=s(()=>{},"nop");function vb(t,e,r){var i,n;if(arguments.length===2?(r=
e,e=Bf):e==null?e=Bf:xF(e,"options"),OF(r,"callback"),kF(e.signal,"options.signal"),r=jf(r),FF(t)||CF(t))return qF(t,e,r);if(!NF(t))throw new RF(
"stream",["ReadableStream","WritableStream","Stream"],t);let o=(i=e.readable)!==null&&i!==void 0?i:qf(t),a=(n=e.writable)!==null&&n!==void 0?
n:_b(t),l=t._writableState,u=t._readableState,c=s(()=>{t.writable||d()},"onlegacyfinish"),f=LF(t)&&qf(t)===o&&_b(t)===a,h=wb(t,!1),d=s(()=>{
h=!0,t.destroyed&&(f=!1),!(f&&(!t.readable||o))&&(!o||m)&&r.call(t)},"onfinish"),m=gb(t,!1),T=s(()=>{m=!0,t.destroyed&&(f=!1),!(f&&(!t.writable||
a))&&(!a||h)&&r.call(t)},"onend"),E=s(z=>{r.call(t,z)},"onerror"),v=GF(t),b=s(()=>{v=!0;let z=bb(t)||mb(t);if(z&&typeof z!="boolean")return r.
call(t,z);if(o&&!m&&qf(t,!0)&&!gb(t,!1))return r.call(t,new db);if(a&&!h&&!wb(t,!1))return r.call(t,new db);r.call(t)},"onclose"),R=s(()=>{v=
!0;let z=bb(t)||mb(t);if(z&&typeof z!="boolean")return r.call(t,z);r.call(t)},"onclosed"),F=s(()=>{t.req.on("finish",d)},"onrequest");MF(t)?
(t.on("complete",d),f||t.on("abort",b),t.req?F():t.on("request",F)):a&&!l&&(t.on("end",c),t.on("close",c)),!f&&typeof t.aborted=="boolean"&&
t.on("aborted",b),t.on("end",T),t.on("finish",d),e.error!==!1&&t.on("error",E),t.on("close",b),v?$r.nextTick(b):l!=null&&l.errorEmitted||u!=
null&&u.errorEmitted?f||$r.nextTick(R):(!o&&(!f||pb(t))&&(h||yb(t)===!1)||!a&&(!f||yb(t))&&(m||pb(t)===!1)||u&&t.req&&t.aborted)&&$r.nextTick(
R);let L=s(()=>{r=Wf,t.removeListener("aborted",b),t.removeListener("complete",d),t.removeListener("abort",b),t.removeListener("request",F),
t.req&&t.req.removeListener("finish",d),t.removeListener("end",c),t.removeListener("close",c),t.removeListener("finish",d),t.removeListener(
"end",T),t.removeListener("error",E),t.removeListener("close",b)},"cleanup");if(e.signal&&!v){let z=s(()=>{let X=r;L(),X.call(t,new Eb(void 0,
{cause:e.signal.reason}))},"abort");if(e.signal.aborted)$r.nextTick(z);else{_n=_n||bt().addAbortListener;let X=_n(e.signal,z),D=r;r=jf((...$)=>{
X[Tb](),D.apply(t,$)})}}return L}s(vb,"eos");function qF(t,e,r){let i=!1,n=Wf;if(e.signal)if(n=s(()=>{i=!0,r.call(t,new Eb(void 0,{cause:e.signal.
reason}))},"abort"),e.signal.aborted)$r.nextTick(n);else{_n=_n||bt().addAbortListener;let a=_n(e.signal,n),l=r;r=jf((...u)=>{a[Tb](),l.apply(
t,u)})}let o=s((...a)=>{i||$r.nextTick(()=>r.apply(t,a))},"resolverFn");return DF(t[UF].promise,o,o),Wf}s(qF,"eosWeb");function BF(t,e){var r;
let i=!1;return e===null&&(e=Bf),(r=e)!==null&&r!==void 0&&r.cleanup&&(PF(e.cleanup,"cleanup"),i=e.cleanup),new IF((n,o)=>{let a=vb(t,e,l=>{
i&&a(),l?o(l):n()})})}s(BF,"finished");$f.exports=vb;$f.exports.finished=BF});var vi=S((B5,Ib)=>{"use strict";var lr=Wr(),{aggregateTwoErrors:jF,codes:{ERR_MULTIPLE_CALLBACK:WF},AbortError:$F}=gt(),{Symbol:Rb}=Ne(),{kIsDestroyed:zF,
isDestroyed:HF,isFinished:VF,isServerRequest:JF}=ar(),kb=Rb("kDestroy"),zf=Rb("kConstruct");function Ob(t,e,r){t&&(t.stack,e&&!e.errored&&(e.
errored=t),r&&!r.errored&&(r.errored=t))}s(Ob,"checkError");function KF(t,e){let r=this._readableState,i=this._writableState,n=i||r;return i!=
null&&i.destroyed||r!=null&&r.destroyed?(typeof e=="function"&&e(),this):(Ob(t,i,r),i&&(i.destroyed=!0),r&&(r.destroyed=!0),n.constructed?Sb(
this,t,e):this.once(kb,function(o){Sb(this,jF(o,t),e)}),this)}s(KF,"destroy");function Sb(t,e,r){let i=!1;function n(o){if(i)return;i=!0;let a=t.
_readableState,l=t._writableState;Ob(o,l,a),l&&(l.closed=!0),a&&(a.closed=!0),typeof r=="function"&&r(o),o?lr.nextTick(YF,t,o):lr.nextTick(xb,
t)}s(n,"onDestroy");try{t._destroy(e||null,n)}catch(o){n(o)}}s(Sb,"_destroy");function YF(t,e){Hf(t,e),xb(t)}s(YF,"emitErrorCloseNT");function xb(t){
let e=t._readableState,r=t._writableState;r&&(r.closeEmitted=!0),e&&(e.closeEmitted=!0),(r!=null&&r.emitClose||e!=null&&e.emitClose)&&t.emit(
"close")}s(xb,"emitCloseNT");function Hf(t,e){let r=t._readableState,i=t._writableState;i!=null&&i.errorEmitted||r!=null&&r.errorEmitted||(i&&
(i.errorEmitted=!0),r&&(r.errorEmitted=!0),t.emit("error",e))}s(Hf,"emitErrorNT");function ZF(){let t=this._readableState,e=this._writableState;
t&&(t.constructed=!0,t.closed=!1,t.closeEmitted=!1,t.destroyed=!1,t.errored=null,t.errorEmitted=!1,t.reading=!1,t.ended=t.readable===!1,t.endEmitted=
t.readable===!1),e&&(e.constructed=!0,e.destroyed=!1,e.closed=!1,e.closeEmitted=!1,e.errored=null,e.errorEmitted=!1,e.finalCalled=!1,e.prefinished=
!1,e.ended=e.writable===!1,e.ending=e.writable===!1,e.finished=e.writable===!1)}s(ZF,"undestroy");function Vf(t,e,r){let i=t._readableState,
n=t._writableState;if(n!=null&&n.destroyed||i!=null&&i.destroyed)return this;i!=null&&i.autoDestroy||n!=null&&n.autoDestroy?t.destroy(e):e&&
(e.stack,n&&!n.errored&&(n.errored=e),i&&!i.errored&&(i.errored=e),r?lr.nextTick(Hf,t,e):Hf(t,e))}s(Vf,"errorOrDestroy");function QF(t,e){if(typeof t.
_construct!="function")return;let r=t._readableState,i=t._writableState;r&&(r.constructed=!1),i&&(i.constructed=!1),t.once(zf,e),!(t.listenerCount(
zf)>1)&&lr.nextTick(XF,t)}s(QF,"construct");function XF(t){let e=!1;function r(i){if(e){Vf(t,i??new WF);return}e=!0;let n=t._readableState,o=t.
_writableState,a=o||n;n&&(n.constructed=!0),o&&(o.constructed=!0),a.destroyed?t.emit(kb,i):i?Vf(t,i,!0):lr.nextTick(eC,t)}s(r,"onConstruct");
try{t._construct(i=>{lr.nextTick(r,i)})}catch(i){lr.nextTick(r,i)}}s(XF,"constructNT");function eC(t){t.emit(zf)}s(eC,"emitConstructNT");function Ab(t){
return t?.setHeader&&typeof t.abort=="function"}s(Ab,"isRequest");function Pb(t){t.emit("close")}s(Pb,"emitCloseLegacy");function tC(t,e){t.
emit("error",e),lr.nextTick(Pb,t)}s(tC,"emitErrorCloseLegacy");function rC(t,e){!t||HF(t)||(!e&&!VF(t)&&(e=new $F),JF(t)?(t.socket=null,t.destroy(
e)):Ab(t)?t.abort():Ab(t.req)?t.req.abort():typeof t.destroy=="function"?t.destroy(e):typeof t.close=="function"?t.close():e?lr.nextTick(tC,
t,e):lr.nextTick(Pb,t),t.destroyed||(t[zF]=!0))}s(rC,"destroyer");Ib.exports={construct:QF,destroyer:rC,destroy:KF,undestroy:ZF,errorOrDestroy:Vf}});var Ya=S((W5,Gb)=>{"use strict";var{ArrayIsArray:iC,ObjectSetPrototypeOf:Db}=Ne(),{EventEmitter:Kf}=Z("events");function Ka(t){Kf.call(this,
t)}s(Ka,"Stream");Db(Ka.prototype,Kf.prototype);Db(Ka,Kf);Ka.prototype.pipe=function(t,e){let r=this;function i(f){t.writable&&t.write(f)===
!1&&r.pause&&r.pause()}s(i,"ondata"),r.on("data",i);function n(){r.readable&&r.resume&&r.resume()}s(n,"ondrain"),t.on("drain",n),!t._isStdio&&
(!e||e.end!==!1)&&(r.on("end",a),r.on("close",l));let o=!1;function a(){o||(o=!0,t.end())}s(a,"onend");function l(){o||(o=!0,typeof t.destroy==
"function"&&t.destroy())}s(l,"onclose");function u(f){var h;c(),((h=this.listenerCount)===null||h===void 0?void 0:h.call(this,"error"))===0&&
this.emit("error",f)}s(u,"onerror"),Jf(r,"error",u),Jf(t,"error",u);function c(){r.removeListener("data",i),t.removeListener("drain",n),r.removeListener(
"end",a),r.removeListener("close",l),r.removeListener("error",u),t.removeListener("error",u),r.removeListener("end",c),r.removeListener("clo\
se",c),t.removeListener("close",c)}return s(c,"cleanup"),r.on("end",c),r.on("close",c),t.on("close",c),t.emit("pipe",r),t};function Jf(t,e,r){
if(typeof t.prependListener=="function")return t.prependListener(e,r);!t._events||!t._events[e]?t.on(e,r):iC(t._events[e])?t._events[e].unshift(
r):t._events[e]=[r,t._events[e]]}s(Jf,"prependListener");Gb.exports={Stream:Ka,prependListener:Jf}});var Ms=S((z5,Za)=>{"use strict";var{SymbolDispose:nC}=Ne(),{AbortError:Fb,codes:sC}=gt(),{isNodeStream:Cb,isWebStream:oC,kControllerErrorFunction:aC}=ar(),
lC=kr(),{ERR_INVALID_ARG_TYPE:Nb}=sC,Yf,uC=s((t,e)=>{if(typeof t!="object"||!("aborted"in t))throw new Nb(e,"AbortSignal",t)},"validateAbort\
Signal");Za.exports.addAbortSignal=s(function(e,r){if(uC(e,"signal"),!Cb(r)&&!oC(r))throw new Nb("stream",["ReadableStream","WritableStream",
"Stream"],r);return Za.exports.addAbortSignalNoValidate(e,r)},"addAbortSignal");Za.exports.addAbortSignalNoValidate=function(t,e){if(typeof t!=
"object"||!("aborted"in t))return e;let r=Cb(e)?()=>{e.destroy(new Fb(void 0,{cause:t.reason}))}:()=>{e[aC](new Fb(void 0,{cause:t.reason}))};
if(t.aborted)r();else{Yf=Yf||bt().addAbortListener;let i=Yf(t,r);lC(e,i[nC])}return e}});var Mb=S((J5,Ub)=>{"use strict";var{StringPrototypeSlice:Lb,SymbolIterator:cC,TypedArrayPrototypeSet:Qa,Uint8Array:fC}=Ne(),{Buffer:Zf}=Z("buffer"),
{inspect:hC}=bt();Ub.exports=class{static{s(this,"BufferList")}constructor(){this.head=null,this.tail=null,this.length=0}push(e){let r={data:e,
next:null};this.length>0?this.tail.next=r:this.head=r,this.tail=r,++this.length}unshift(e){let r={data:e,next:this.head};this.length===0&&(this.
tail=r),this.head=r,++this.length}shift(){if(this.length===0)return;let e=this.head.data;return this.length===1?this.head=this.tail=null:this.
head=this.head.next,--this.length,e}clear(){this.head=this.tail=null,this.length=0}join(e){if(this.length===0)return"";let r=this.head,i=""+
r.data;for(;(r=r.next)!==null;)i+=e+r.data;return i}concat(e){if(this.length===0)return Zf.alloc(0);let r=Zf.allocUnsafe(e>>>0),i=this.head,
n=0;for(;i;)Qa(r,i.data,n),n+=i.data.length,i=i.next;return r}consume(e,r){let i=this.head.data;if(e<i.length){let n=i.slice(0,e);return this.
head.data=i.slice(e),n}return e===i.length?this.shift():r?this._getString(e):this._getBuffer(e)}first(){return this.head.data}*[cC](){for(let e=this.
head;e;e=e.next)yield e.data}_getString(e){let r="",i=this.head,n=0;do{let o=i.data;if(e>o.length)r+=o,e-=o.length;else{e===o.length?(r+=o,++n,
i.next?this.head=i.next:this.head=this.tail=null):(r+=Lb(o,0,e),this.head=i,i.data=Lb(o,e));break}++n}while((i=i.next)!==null);return this.length-=
n,r}_getBuffer(e){let r=Zf.allocUnsafe(e),i=e,n=this.head,o=0;do{let a=n.data;if(e>a.length)Qa(r,a,i-e),e-=a.length;else{e===a.length?(Qa(r,
a,i-e),++o,n.next?this.head=n.next:this.head=this.tail=null):(Qa(r,new fC(a.buffer,a.byteOffset,e),i-e),this.head=n,n.data=a.slice(e));break}
++o}while((n=n.next)!==null);return this.length-=o,r}[Symbol.for("nodejs.util.inspect.custom")](e,r){return hC(this,{...r,depth:0,customInspect:!1})}}});var qs=S((Y5,Wb)=>{"use strict";var{MathFloor:dC,NumberIsInteger:pC}=Ne(),{validateInteger:gC}=yn(),{ERR_INVALID_ARG_VALUE:mC}=gt().codes,qb=16*
1024,Bb=16;function yC(t,e,r){return t.highWaterMark!=null?t.highWaterMark:e?t[r]:null}s(yC,"highWaterMarkFrom");function jb(t){return t?Bb:
qb}s(jb,"getDefaultHighWaterMark");function _C(t,e){gC(e,"value",0),t?Bb=e:qb=e}s(_C,"setDefaultHighWaterMark");function wC(t,e,r,i){let n=yC(
e,i,r);if(n!=null){if(!pC(n)||n<0){let o=i?`options.${r}`:"options.highWaterMark";throw new mC(o,n)}return dC(n)}return jb(t.objectMode)}s(wC,
"getHighWaterMark");Wb.exports={getHighWaterMark:wC,getDefaultHighWaterMark:jb,setDefaultHighWaterMark:_C}});var Hb=S((Qf,zb)=>{var Xa=Z("buffer"),ur=Xa.Buffer;function $b(t,e){for(var r in t)e[r]=t[r]}s($b,"copyProps");ur.from&&ur.alloc&&ur.allocUnsafe&&
ur.allocUnsafeSlow?zb.exports=Xa:($b(Xa,Qf),Qf.Buffer=Si);function Si(t,e,r){return ur(t,e,r)}s(Si,"SafeBuffer");Si.prototype=Object.create(
ur.prototype);$b(ur,Si);Si.from=function(t,e,r){if(typeof t=="number")throw new TypeError("Argument must not be a number");return ur(t,e,r)};
Si.alloc=function(t,e,r){if(typeof t!="number")throw new TypeError("Argument must be a number");var i=ur(t);return e!==void 0?typeof r=="str\
ing"?i.fill(e,r):i.fill(e):i.fill(0),i};Si.allocUnsafe=function(t){if(typeof t!="number")throw new TypeError("Argument must be a number");return ur(
t)};Si.allocUnsafeSlow=function(t){if(typeof t!="number")throw new TypeError("Argument must be a number");return Xa.SlowBuffer(t)}});var Kb=S(Jb=>{"use strict";var eh=Hb().Buffer,Vb=eh.isEncoding||function(t){switch(t=""+t,t&&t.toLowerCase()){case"hex":case"utf8":case"utf-\
8":case"ascii":case"binary":case"base64":case"ucs2":case"ucs-2":case"utf16le":case"utf-16le":case"raw":return!0;default:return!1}};function bC(t){
if(!t)return"utf8";for(var e;;)switch(t){case"utf8":case"utf-8":return"utf8";case"ucs2":case"ucs-2":case"utf16le":case"utf-16le":return"utf1\
6le";case"latin1":case"binary":return"latin1";case"base64":case"ascii":case"hex":return t;default:if(e)return;t=(""+t).toLowerCase(),e=!0}}s(
bC,"_normalizeEncoding");function EC(t){var e=bC(t);if(typeof e!="string"&&(eh.isEncoding===Vb||!Vb(t)))throw new Error("Unknown encoding: "+
t);return e||t}s(EC,"normalizeEncoding");Jb.StringDecoder=Bs;function Bs(t){this.encoding=EC(t);var e;switch(this.encoding){case"utf16le":this.
text=kC,this.end=OC,e=4;break;case"utf8":this.fillLast=SC,e=4;break;case"base64":this.text=xC,this.end=PC,e=3;break;default:this.write=IC,this.
end=DC;return}this.lastNeed=0,this.lastTotal=0,this.lastChar=eh.allocUnsafe(e)}s(Bs,"StringDecoder");Bs.prototype.write=function(t){if(t.length===
0)return"";var e,r;if(this.lastNeed){if(e=this.fillLast(t),e===void 0)return"";r=this.lastNeed,this.lastNeed=0}else r=0;return r<t.length?e?
e+this.text(t,r):this.text(t,r):e||""};Bs.prototype.end=RC;Bs.prototype.text=AC;Bs.prototype.fillLast=function(t){if(this.lastNeed<=t.length)
return t.copy(this.lastChar,this.lastTotal-this.lastNeed,0,this.lastNeed),this.lastChar.toString(this.encoding,0,this.lastTotal);t.copy(this.
lastChar,this.lastTotal-this.lastNeed,0,t.length),this.lastNeed-=t.length};function Xf(t){return t<=127?0:t>>5===6?2:t>>4===14?3:t>>3===30?4:
t>>6===2?-1:-2}s(Xf,"utf8CheckByte");function TC(t,e,r){var i=e.length-1;if(i<r)return 0;var n=Xf(e[i]);return n>=0?(n>0&&(t.lastNeed=n-1),n):
--i<r||n===-2?0:(n=Xf(e[i]),n>=0?(n>0&&(t.lastNeed=n-2),n):--i<r||n===-2?0:(n=Xf(e[i]),n>=0?(n>0&&(n===2?n=0:t.lastNeed=n-3),n):0))}s(TC,"ut\
f8CheckIncomplete");function vC(t,e,r){if((e[0]&192)!==128)return t.lastNeed=0,"\uFFFD";if(t.lastNeed>1&&e.length>1){if((e[1]&192)!==128)return t.
lastNeed=1,"\uFFFD";if(t.lastNeed>2&&e.length>2&&(e[2]&192)!==128)return t.lastNeed=2,"\uFFFD"}}s(vC,"utf8CheckExtraBytes");function SC(t){var e=this.
lastTotal-this.lastNeed,r=vC(this,t,e);if(r!==void 0)return r;if(this.lastNeed<=t.length)return t.copy(this.lastChar,e,0,this.lastNeed),this.
lastChar.toString(this.encoding,0,this.lastTotal);t.copy(this.lastChar,e,0,t.length),this.lastNeed-=t.length}s(SC,"utf8FillLast");function AC(t,e){
var r=TC(this,t,e);if(!this.lastNeed)return t.toString("utf8",e);this.lastTotal=r;var i=t.length-(r-this.lastNeed);return t.copy(this.lastChar,
0,i),t.toString("utf8",e,i)}s(AC,"utf8Text");function RC(t){var e=t&&t.length?this.write(t):"";return this.lastNeed?e+"\uFFFD":e}s(RC,"utf8E\
nd");function kC(t,e){if((t.length-e)%2===0){var r=t.toString("utf16le",e);if(r){var i=r.charCodeAt(r.length-1);if(i>=55296&&i<=56319)return this.
lastNeed=2,this.lastTotal=4,this.lastChar[0]=t[t.length-2],this.lastChar[1]=t[t.length-1],r.slice(0,-1)}return r}return this.lastNeed=1,this.
lastTotal=2,this.lastChar[0]=t[t.length-1],t.toString("utf16le",e,t.length-1)}s(kC,"utf16Text");function OC(t){var e=t&&t.length?this.write(
t):"";if(this.lastNeed){var r=this.lastTotal-this.lastNeed;return e+this.lastChar.toString("utf16le",0,r)}return e}s(OC,"utf16End");function xC(t,e){
var r=(t.length-e)%3;return r===0?t.toString("base64",e):(this.lastNeed=3-r,this.lastTotal=3,r===1?this.lastChar[0]=t[t.length-1]:(this.lastChar[0]=
t[t.length-2],this.lastChar[1]=t[t.length-1]),t.toString("base64",e,t.length-r))}s(xC,"base64Text");function PC(t){var e=t&&t.length?this.write(
t):"";return this.lastNeed?e+this.lastChar.toString("base64",0,3-this.lastNeed):e}s(PC,"base64End");function IC(t){return t.toString(this.encoding)}
s(IC,"simpleWrite");function DC(t){return t&&t.length?this.write(t):""}s(DC,"simpleEnd")});var th=S((tH,Xb)=>{"use strict";var Yb=Wr(),{PromisePrototypeThen:GC,SymbolAsyncIterator:Zb,SymbolIterator:Qb}=Ne(),{Buffer:FC}=Z("buffer"),
{ERR_INVALID_ARG_TYPE:CC,ERR_STREAM_NULL_VALUES:NC}=gt().codes;function LC(t,e,r){let i;if(typeof e=="string"||e instanceof FC)return new t(
{objectMode:!0,...r,read(){this.push(e),this.push(null)}});let n;if(e&&e[Zb])n=!0,i=e[Zb]();else if(e&&e[Qb])n=!1,i=e[Qb]();else throw new CC(
"iterable",["Iterable"],e);let o=new t({objectMode:!0,highWaterMark:1,...r}),a=!1;o._read=function(){a||(a=!0,u())},o._destroy=function(c,f){
GC(l(c),()=>Yb.nextTick(f,c),h=>Yb.nextTick(f,h||c))};async function l(c){let f=c!=null,h=typeof i.throw=="function";if(f&&h){let{value:d,done:m}=await i.
throw(c);if(await d,m)return}if(typeof i.return=="function"){let{value:d}=await i.return();await d}}s(l,"close");async function u(){for(;;){
try{let{value:c,done:f}=n?await i.next():i.next();if(f)o.push(null);else{let h=c&&typeof c.then=="function"?await c:c;if(h===null)throw a=!1,
new NC;if(o.push(h))continue;a=!1}}catch(c){o.destroy(c)}break}}return s(u,"next"),o}s(LC,"from");Xb.exports=LC});var Ws=S((iH,yE)=>{"use strict";var zt=Wr(),{ArrayPrototypeIndexOf:UC,NumberIsInteger:MC,NumberIsNaN:qC,NumberParseInt:BC,ObjectDefineProperties:uh,
ObjectKeys:jC,ObjectSetPrototypeOf:rE,Promise:iE,SafeSet:WC,SymbolAsyncDispose:$C,SymbolAsyncIterator:zC,Symbol:HC}=Ne();yE.exports=ae;ae.ReadableState=
il;var{EventEmitter:VC}=Z("events"),{Stream:zr,prependListener:JC}=Ya(),{Buffer:rh}=Z("buffer"),{addAbortSignal:KC}=Ms(),nE=kr(),fe=bt().debuglog(
"stream",t=>{fe=t}),YC=Mb(),En=vi(),{getHighWaterMark:ZC,getDefaultHighWaterMark:QC}=qs(),{aggregateTwoErrors:eE,codes:{ERR_INVALID_ARG_TYPE:XC,
ERR_METHOD_NOT_IMPLEMENTED:eN,ERR_OUT_OF_RANGE:tN,ERR_STREAM_PUSH_AFTER_EOF:rN,ERR_STREAM_UNSHIFT_AFTER_END_EVENT:iN},AbortError:nN}=gt(),{validateObject:sN}=yn(),
Ai=HC("kPaused"),{StringDecoder:sE}=Kb(),oN=th();rE(ae.prototype,zr.prototype);rE(ae,zr);var ih=s(()=>{},"nop"),{errorOrDestroy:wn}=En,bn=1,
aN=2,oE=4,js=8,aE=16,el=32,tl=64,lE=128,lN=256,uN=512,cN=1024,ah=2048,lh=4096,fN=8192,hN=16384,dN=32768,uE=65536,pN=1<<17,gN=1<<18;function Je(t){
return{enumerable:!1,get(){return(this.state&t)!==0},set(e){e?this.state|=t:this.state&=~t}}}s(Je,"makeBitMapDescriptor");uh(il.prototype,{objectMode:Je(
bn),ended:Je(aN),endEmitted:Je(oE),reading:Je(js),constructed:Je(aE),sync:Je(el),needReadable:Je(tl),emittedReadable:Je(lE),readableListening:Je(
lN),resumeScheduled:Je(uN),errorEmitted:Je(cN),emitClose:Je(ah),autoDestroy:Je(lh),destroyed:Je(fN),closed:Je(hN),closeEmitted:Je(dN),multiAwaitDrain:Je(
uE),readingMore:Je(pN),dataEmitted:Je(gN)});function il(t,e,r){typeof r!="boolean"&&(r=e instanceof cr()),this.state=ah|lh|aE|el,t&&t.objectMode&&
(this.state|=bn),r&&t&&t.readableObjectMode&&(this.state|=bn),this.highWaterMark=t?ZC(this,t,"readableHighWaterMark",r):QC(!1),this.buffer=new YC,
this.length=0,this.pipes=[],this.flowing=null,this[Ai]=null,t&&t.emitClose===!1&&(this.state&=~ah),t&&t.autoDestroy===!1&&(this.state&=~lh),
this.errored=null,this.defaultEncoding=t&&t.defaultEncoding||"utf8",this.awaitDrainWriters=null,this.decoder=null,this.encoding=null,t&&t.encoding&&
(this.decoder=new sE(t.encoding),this.encoding=t.encoding)}s(il,"ReadableState");function ae(t){if(!(this instanceof ae))return new ae(t);let e=this instanceof
cr();this._readableState=new il(t,this,e),t&&(typeof t.read=="function"&&(this._read=t.read),typeof t.destroy=="function"&&(this._destroy=t.
destroy),typeof t.construct=="function"&&(this._construct=t.construct),t.signal&&!e&&KC(t.signal,this)),zr.call(this,t),En.construct(this,()=>{
this._readableState.needReadable&&rl(this,this._readableState)})}s(ae,"Readable");ae.prototype.destroy=En.destroy;ae.prototype._undestroy=En.
undestroy;ae.prototype._destroy=function(t,e){e(t)};ae.prototype[VC.captureRejectionSymbol]=function(t){this.destroy(t)};ae.prototype[$C]=function(){
let t;return this.destroyed||(t=this.readableEnded?null:new nN,this.destroy(t)),new iE((e,r)=>nE(this,i=>i&&i!==t?r(i):e(null)))};ae.prototype.
push=function(t,e){return cE(this,t,e,!1)};ae.prototype.unshift=function(t,e){return cE(this,t,e,!0)};function cE(t,e,r,i){fe("readableAddCh\
unk",e);let n=t._readableState,o;if((n.state&bn)===0&&(typeof e=="string"?(r=r||n.defaultEncoding,n.encoding!==r&&(i&&n.encoding?e=rh.from(e,
r).toString(n.encoding):(e=rh.from(e,r),r=""))):e instanceof rh?r="":zr._isUint8Array(e)?(e=zr._uint8ArrayToBuffer(e),r=""):e!=null&&(o=new XC(
"chunk",["string","Buffer","Uint8Array"],e))),o)wn(t,o);else if(e===null)n.state&=~js,_N(t,n);else if((n.state&bn)!==0||e&&e.length>0)if(i)if((n.
state&oE)!==0)wn(t,new iN);else{if(n.destroyed||n.errored)return!1;nh(t,n,e,!0)}else if(n.ended)wn(t,new rN);else{if(n.destroyed||n.errored)
return!1;n.state&=~js,n.decoder&&!r?(e=n.decoder.write(e),n.objectMode||e.length!==0?nh(t,n,e,!1):rl(t,n)):nh(t,n,e,!1)}else i||(n.state&=~js,
rl(t,n));return!n.ended&&(n.length<n.highWaterMark||n.length===0)}s(cE,"readableAddChunk");function nh(t,e,r,i){e.flowing&&e.length===0&&!e.
sync&&t.listenerCount("data")>0?((e.state&uE)!==0?e.awaitDrainWriters.clear():e.awaitDrainWriters=null,e.dataEmitted=!0,t.emit("data",r)):(e.
length+=e.objectMode?1:r.length,i?e.buffer.unshift(r):e.buffer.push(r),(e.state&tl)!==0&&nl(t)),rl(t,e)}s(nh,"addChunk");ae.prototype.isPaused=
function(){let t=this._readableState;return t[Ai]===!0||t.flowing===!1};ae.prototype.setEncoding=function(t){let e=new sE(t);this._readableState.
decoder=e,this._readableState.encoding=this._readableState.decoder.encoding;let r=this._readableState.buffer,i="";for(let n of r)i+=e.write(
n);return r.clear(),i!==""&&r.push(i),this._readableState.length=i.length,this};var mN=1073741824;function yN(t){if(t>mN)throw new tN("size",
"<= 1GiB",t);return t--,t|=t>>>1,t|=t>>>2,t|=t>>>4,t|=t>>>8,t|=t>>>16,t++,t}s(yN,"computeNewHighWaterMark");function tE(t,e){return t<=0||e.
length===0&&e.ended?0:(e.state&bn)!==0?1:qC(t)?e.flowing&&e.length?e.buffer.first().length:e.length:t<=e.length?t:e.ended?e.length:0}s(tE,"h\
owMuchToRead");ae.prototype.read=function(t){fe("read",t),t===void 0?t=NaN:MC(t)||(t=BC(t,10));let e=this._readableState,r=t;if(t>e.highWaterMark&&
(e.highWaterMark=yN(t)),t!==0&&(e.state&=~lE),t===0&&e.needReadable&&((e.highWaterMark!==0?e.length>=e.highWaterMark:e.length>0)||e.ended))return fe(
"read: emitReadable",e.length,e.ended),e.length===0&&e.ended?sh(this):nl(this),null;if(t=tE(t,e),t===0&&e.ended)return e.length===0&&sh(this),
null;let i=(e.state&tl)!==0;if(fe("need readable",i),(e.length===0||e.length-t<e.highWaterMark)&&(i=!0,fe("length less than watermark",i)),e.
ended||e.reading||e.destroyed||e.errored||!e.constructed)i=!1,fe("reading, ended or constructing",i);else if(i){fe("do read"),e.state|=js|el,
e.length===0&&(e.state|=tl);try{this._read(e.highWaterMark)}catch(o){wn(this,o)}e.state&=~el,e.reading||(t=tE(r,e))}let n;return t>0?n=gE(t,
e):n=null,n===null?(e.needReadable=e.length<=e.highWaterMark,t=0):(e.length-=t,e.multiAwaitDrain?e.awaitDrainWriters.clear():e.awaitDrainWriters=
null),e.length===0&&(e.ended||(e.needReadable=!0),r!==t&&e.ended&&sh(this)),n!==null&&!e.errorEmitted&&!e.closeEmitted&&(e.dataEmitted=!0,this.
emit("data",n)),n};function _N(t,e){if(fe("onEofChunk"),!e.ended){if(e.decoder){let r=e.decoder.end();r&&r.length&&(e.buffer.push(r),e.length+=
e.objectMode?1:r.length)}e.ended=!0,e.sync?nl(t):(e.needReadable=!1,e.emittedReadable=!0,fE(t))}}s(_N,"onEofChunk");function nl(t){let e=t._readableState;
fe("emitReadable",e.needReadable,e.emittedReadable),e.needReadable=!1,e.emittedReadable||(fe("emitReadable",e.flowing),e.emittedReadable=!0,
zt.nextTick(fE,t))}s(nl,"emitReadable");function fE(t){let e=t._readableState;fe("emitReadable_",e.destroyed,e.length,e.ended),!e.destroyed&&
!e.errored&&(e.length||e.ended)&&(t.emit("readable"),e.emittedReadable=!1),e.needReadable=!e.flowing&&!e.ended&&e.length<=e.highWaterMark,dE(
t)}s(fE,"emitReadable_");function rl(t,e){!e.readingMore&&e.constructed&&(e.readingMore=!0,zt.nextTick(wN,t,e))}s(rl,"maybeReadMore");function wN(t,e){
for(;!e.reading&&!e.ended&&(e.length<e.highWaterMark||e.flowing&&e.length===0);){let r=e.length;if(fe("maybeReadMore read 0"),t.read(0),r===
e.length)break}e.readingMore=!1}s(wN,"maybeReadMore_");ae.prototype._read=function(t){throw new eN("_read()")};ae.prototype.pipe=function(t,e){
let r=this,i=this._readableState;i.pipes.length===1&&(i.multiAwaitDrain||(i.multiAwaitDrain=!0,i.awaitDrainWriters=new WC(i.awaitDrainWriters?
[i.awaitDrainWriters]:[]))),i.pipes.push(t),fe("pipe count=%d opts=%j",i.pipes.length,e);let o=(!e||e.end!==!1)&&t!==zt.stdout&&t!==zt.stderr?
l:v;i.endEmitted?zt.nextTick(o):r.once("end",o),t.on("unpipe",a);function a(b,R){fe("onunpipe"),b===r&&R&&R.hasUnpiped===!1&&(R.hasUnpiped=!0,
f())}s(a,"onunpipe");function l(){fe("onend"),t.end()}s(l,"onend");let u,c=!1;function f(){fe("cleanup"),t.removeListener("close",T),t.removeListener(
"finish",E),u&&t.removeListener("drain",u),t.removeListener("error",m),t.removeListener("unpipe",a),r.removeListener("end",l),r.removeListener(
"end",v),r.removeListener("data",d),c=!0,u&&i.awaitDrainWriters&&(!t._writableState||t._writableState.needDrain)&&u()}s(f,"cleanup");function h(){
c||(i.pipes.length===1&&i.pipes[0]===t?(fe("false write response, pause",0),i.awaitDrainWriters=t,i.multiAwaitDrain=!1):i.pipes.length>1&&i.
pipes.includes(t)&&(fe("false write response, pause",i.awaitDrainWriters.size),i.awaitDrainWriters.add(t)),r.pause()),u||(u=bN(r,t),t.on("dr\
ain",u))}s(h,"pause"),r.on("data",d);function d(b){fe("ondata");let R=t.write(b);fe("dest.write",R),R===!1&&h()}s(d,"ondata");function m(b){
if(fe("onerror",b),v(),t.removeListener("error",m),t.listenerCount("error")===0){let R=t._writableState||t._readableState;R&&!R.errorEmitted?
wn(t,b):t.emit("error",b)}}s(m,"onerror"),JC(t,"error",m);function T(){t.removeListener("finish",E),v()}s(T,"onclose"),t.once("close",T);function E(){
fe("onfinish"),t.removeListener("close",T),v()}s(E,"onfinish"),t.once("finish",E);function v(){fe("unpipe"),r.unpipe(t)}return s(v,"unpipe"),
t.emit("pipe",r),t.writableNeedDrain===!0?h():i.flowing||(fe("pipe resume"),r.resume()),t};function bN(t,e){return s(function(){let i=t._readableState;
i.awaitDrainWriters===e?(fe("pipeOnDrain",1),i.awaitDrainWriters=null):i.multiAwaitDrain&&(fe("pipeOnDrain",i.awaitDrainWriters.size),i.awaitDrainWriters.
delete(e)),(!i.awaitDrainWriters||i.awaitDrainWriters.size===0)&&t.listenerCount("data")&&t.resume()},"pipeOnDrainFunctionResult")}s(bN,"pip\
eOnDrain");ae.prototype.unpipe=function(t){let e=this._readableState,r={hasUnpiped:!1};if(e.pipes.length===0)return this;if(!t){let n=e.pipes;
e.pipes=[],this.pause();for(let o=0;o<n.length;o++)n[o].emit("unpipe",this,{hasUnpiped:!1});return this}let i=UC(e.pipes,t);return i===-1?this:
(e.pipes.splice(i,1),e.pipes.length===0&&this.pause(),t.emit("unpipe",this,r),this)};ae.prototype.on=function(t,e){let r=zr.prototype.on.call(
this,t,e),i=this._readableState;return t==="data"?(i.readableListening=this.listenerCount("readable")>0,i.flowing!==!1&&this.resume()):t==="\
readable"&&!i.endEmitted&&!i.readableListening&&(i.readableListening=i.needReadable=!0,i.flowing=!1,i.emittedReadable=!1,fe("on readable",i.
length,i.reading),i.length?nl(this):i.reading||zt.nextTick(EN,this)),r};ae.prototype.addListener=ae.prototype.on;ae.prototype.removeListener=
function(t,e){let r=zr.prototype.removeListener.call(this,t,e);return t==="readable"&&zt.nextTick(hE,this),r};ae.prototype.off=ae.prototype.
removeListener;ae.prototype.removeAllListeners=function(t){let e=zr.prototype.removeAllListeners.apply(this,arguments);return(t==="readable"||
t===void 0)&&zt.nextTick(hE,this),e};function hE(t){let e=t._readableState;e.readableListening=t.listenerCount("readable")>0,e.resumeScheduled&&
e[Ai]===!1?e.flowing=!0:t.listenerCount("data")>0?t.resume():e.readableListening||(e.flowing=null)}s(hE,"updateReadableListening");function EN(t){
fe("readable nexttick read 0"),t.read(0)}s(EN,"nReadingNextTick");ae.prototype.resume=function(){let t=this._readableState;return t.flowing||
(fe("resume"),t.flowing=!t.readableListening,TN(this,t)),t[Ai]=!1,this};function TN(t,e){e.resumeScheduled||(e.resumeScheduled=!0,zt.nextTick(
vN,t,e))}s(TN,"resume");function vN(t,e){fe("resume",e.reading),e.reading||t.read(0),e.resumeScheduled=!1,t.emit("resume"),dE(t),e.flowing&&
!e.reading&&t.read(0)}s(vN,"resume_");ae.prototype.pause=function(){return fe("call pause flowing=%j",this._readableState.flowing),this._readableState.
flowing!==!1&&(fe("pause"),this._readableState.flowing=!1,this.emit("pause")),this._readableState[Ai]=!0,this};function dE(t){let e=t._readableState;
for(fe("flow",e.flowing);e.flowing&&t.read()!==null;);}s(dE,"flow");ae.prototype.wrap=function(t){let e=!1;t.on("data",i=>{!this.push(i)&&t.
pause&&(e=!0,t.pause())}),t.on("end",()=>{this.push(null)}),t.on("error",i=>{wn(this,i)}),t.on("close",()=>{this.destroy()}),t.on("destroy",
()=>{this.destroy()}),this._read=()=>{e&&t.resume&&(e=!1,t.resume())};let r=jC(t);for(let i=1;i<r.length;i++){let n=r[i];this[n]===void 0&&typeof t[n]==
"function"&&(this[n]=t[n].bind(t))}return this};ae.prototype[zC]=function(){return pE(this)};ae.prototype.iterator=function(t){return t!==void 0&&
sN(t,"options"),pE(this,t)};function pE(t,e){typeof t.read!="function"&&(t=ae.wrap(t,{objectMode:!0}));let r=SN(t,e);return r.stream=t,r}s(pE,
"streamToAsyncIterator");async function*SN(t,e){let r=ih;function i(a){this===t?(r(),r=ih):r=a}s(i,"next"),t.on("readable",i);let n,o=nE(t,{
writable:!1},a=>{n=a?eE(n,a):null,r(),r=ih});try{for(;;){let a=t.destroyed?null:t.read();if(a!==null)yield a;else{if(n)throw n;if(n===null)return;
await new iE(i)}}}catch(a){throw n=eE(n,a),n}finally{(n||e?.destroyOnReturn!==!1)&&(n===void 0||t._readableState.autoDestroy)?En.destroyer(t,
null):(t.off("readable",i),o())}}s(SN,"createAsyncIterator");uh(ae.prototype,{readable:{__proto__:null,get(){let t=this._readableState;return!!t&&
t.readable!==!1&&!t.destroyed&&!t.errorEmitted&&!t.endEmitted},set(t){this._readableState&&(this._readableState.readable=!!t)}},readableDidRead:{
__proto__:null,enumerable:!1,get:s(function(){return this._readableState.dataEmitted},"get")},readableAborted:{__proto__:null,enumerable:!1,
get:s(function(){return!!(this._readableState.readable!==!1&&(this._readableState.destroyed||this._readableState.errored)&&!this._readableState.
endEmitted)},"get")},readableHighWaterMark:{__proto__:null,enumerable:!1,get:s(function(){return this._readableState.highWaterMark},"get")},
readableBuffer:{__proto__:null,enumerable:!1,get:s(function(){return this._readableState&&this._readableState.buffer},"get")},readableFlowing:{
__proto__:null,enumerable:!1,get:s(function(){return this._readableState.flowing},"get"),set:s(function(t){this._readableState&&(this._readableState.
flowing=t)},"set")},readableLength:{__proto__:null,enumerable:!1,get(){return this._readableState.length}},readableObjectMode:{__proto__:null,
enumerable:!1,get(){return this._readableState?this._readableState.objectMode:!1}},readableEncoding:{__proto__:null,enumerable:!1,get(){return this.
_readableState?this._readableState.encoding:null}},errored:{__proto__:null,enumerable:!1,get(){return this._readableState?this._readableState.
errored:null}},closed:{__proto__:null,get(){return this._readableState?this._readableState.closed:!1}},destroyed:{__proto__:null,enumerable:!1,
get(){return this._readableState?this._readableState.destroyed:!1},set(t){this._readableState&&(this._readableState.destroyed=t)}},readableEnded:{
__proto__:null,enumerable:!1,get(){return this._readableState?this._readableState.endEmitted:!1}}});uh(il.prototype,{pipesCount:{__proto__:null,
get(){return this.pipes.length}},paused:{__proto__:null,get(){return this[Ai]!==!1},set(t){this[Ai]=!!t}}});ae._fromList=gE;function gE(t,e){
if(e.length===0)return null;let r;return e.objectMode?r=e.buffer.shift():!t||t>=e.length?(e.decoder?r=e.buffer.join(""):e.buffer.length===1?
r=e.buffer.first():r=e.buffer.concat(e.length),e.buffer.clear()):r=e.buffer.consume(t,e.decoder),r}s(gE,"fromList");function sh(t){let e=t._readableState;
fe("endReadable",e.endEmitted),e.endEmitted||(e.ended=!0,zt.nextTick(AN,e,t))}s(sh,"endReadable");function AN(t,e){if(fe("endReadableNT",t.endEmitted,
t.length),!t.errored&&!t.closeEmitted&&!t.endEmitted&&t.length===0){if(t.endEmitted=!0,e.emit("end"),e.writable&&e.allowHalfOpen===!1)zt.nextTick(
RN,e);else if(t.autoDestroy){let r=e._writableState;(!r||r.autoDestroy&&(r.finished||r.writable===!1))&&e.destroy()}}}s(AN,"endReadableNT");
function RN(t){t.writable&&!t.writableEnded&&!t.destroyed&&t.end()}s(RN,"endWritableNT");ae.from=function(t,e){return oN(ae,t,e)};var oh;function mE(){
return oh===void 0&&(oh={}),oh}s(mE,"lazyWebStreams");ae.fromWeb=function(t,e){return mE().newStreamReadableFromReadableStream(t,e)};ae.toWeb=
function(t,e){return mE().newReadableStreamFromStreamReadable(t,e)};ae.wrap=function(t,e){var r,i;return new ae({objectMode:(r=(i=t.readableObjectMode)!==
null&&i!==void 0?i:t.objectMode)!==null&&r!==void 0?r:!0,...e,destroy(n,o){En.destroyer(t,n),o(n)}}).wrap(t)}});var ul=S((sH,xE)=>{"use strict";var Ri=Wr(),{ArrayPrototypeSlice:bE,Error:kN,FunctionPrototypeSymbolHasInstance:EE,ObjectDefineProperty:TE,ObjectDefineProperties:ON,
ObjectSetPrototypeOf:vE,StringPrototypeToLowerCase:xN,Symbol:PN,SymbolHasInstance:IN}=Ne();xE.exports=Me;Me.WritableState=Hs;var{EventEmitter:DN}=Z("events"),
$s=Ya().Stream,{Buffer:sl}=Z("buffer"),ll=vi(),{addAbortSignal:GN}=Ms(),{getHighWaterMark:FN,getDefaultHighWaterMark:CN}=qs(),{ERR_INVALID_ARG_TYPE:NN,
ERR_METHOD_NOT_IMPLEMENTED:LN,ERR_MULTIPLE_CALLBACK:SE,ERR_STREAM_CANNOT_PIPE:UN,ERR_STREAM_DESTROYED:zs,ERR_STREAM_ALREADY_FINISHED:MN,ERR_STREAM_NULL_VALUES:qN,
ERR_STREAM_WRITE_AFTER_END:BN,ERR_UNKNOWN_ENCODING:AE}=gt().codes,{errorOrDestroy:Tn}=ll;vE(Me.prototype,$s.prototype);vE(Me,$s);function hh(){}
s(hh,"nop");var vn=PN("kOnFinished");function Hs(t,e,r){typeof r!="boolean"&&(r=e instanceof cr()),this.objectMode=!!(t&&t.objectMode),r&&(this.
objectMode=this.objectMode||!!(t&&t.writableObjectMode)),this.highWaterMark=t?FN(this,t,"writableHighWaterMark",r):CN(!1),this.finalCalled=!1,
this.needDrain=!1,this.ending=!1,this.ended=!1,this.finished=!1,this.destroyed=!1;let i=!!(t&&t.decodeStrings===!1);this.decodeStrings=!i,this.
defaultEncoding=t&&t.defaultEncoding||"utf8",this.length=0,this.writing=!1,this.corked=0,this.sync=!0,this.bufferProcessing=!1,this.onwrite=
WN.bind(void 0,e),this.writecb=null,this.writelen=0,this.afterWriteTickInfo=null,al(this),this.pendingcb=0,this.constructed=!0,this.prefinished=
!1,this.errorEmitted=!1,this.emitClose=!t||t.emitClose!==!1,this.autoDestroy=!t||t.autoDestroy!==!1,this.errored=null,this.closed=!1,this.closeEmitted=
!1,this[vn]=[]}s(Hs,"WritableState");function al(t){t.buffered=[],t.bufferedIndex=0,t.allBuffers=!0,t.allNoop=!0}s(al,"resetBuffer");Hs.prototype.
getBuffer=s(function(){return bE(this.buffered,this.bufferedIndex)},"getBuffer");TE(Hs.prototype,"bufferedRequestCount",{__proto__:null,get(){
return this.buffered.length-this.bufferedIndex}});function Me(t){let e=this instanceof cr();if(!e&&!EE(Me,this))return new Me(t);this._writableState=
new Hs(t,this,e),t&&(typeof t.write=="function"&&(this._write=t.write),typeof t.writev=="function"&&(this._writev=t.writev),typeof t.destroy==
"function"&&(this._destroy=t.destroy),typeof t.final=="function"&&(this._final=t.final),typeof t.construct=="function"&&(this._construct=t.construct),
t.signal&&GN(t.signal,this)),$s.call(this,t),ll.construct(this,()=>{let r=this._writableState;r.writing||ph(this,r),gh(this,r)})}s(Me,"Writa\
ble");TE(Me,IN,{__proto__:null,value:s(function(t){return EE(this,t)?!0:this!==Me?!1:t&&t._writableState instanceof Hs},"value")});Me.prototype.
pipe=function(){Tn(this,new UN)};function RE(t,e,r,i){let n=t._writableState;if(typeof r=="function")i=r,r=n.defaultEncoding;else{if(!r)r=n.
defaultEncoding;else if(r!=="buffer"&&!sl.isEncoding(r))throw new AE(r);typeof i!="function"&&(i=hh)}if(e===null)throw new qN;if(!n.objectMode)
if(typeof e=="string")n.decodeStrings!==!1&&(e=sl.from(e,r),r="buffer");else if(e instanceof sl)r="buffer";else if($s._isUint8Array(e))e=$s.
_uint8ArrayToBuffer(e),r="buffer";else throw new NN("chunk",["string","Buffer","Uint8Array"],e);let o;return n.ending?o=new BN:n.destroyed&&
(o=new zs("write")),o?(Ri.nextTick(i,o),Tn(t,o,!0),o):(n.pendingcb++,jN(t,n,e,r,i))}s(RE,"_write");Me.prototype.write=function(t,e,r){return RE(
this,t,e,r)===!0};Me.prototype.cork=function(){this._writableState.corked++};Me.prototype.uncork=function(){let t=this._writableState;t.corked&&
(t.corked--,t.writing||ph(this,t))};Me.prototype.setDefaultEncoding=s(function(e){if(typeof e=="string"&&(e=xN(e)),!sl.isEncoding(e))throw new AE(
e);return this._writableState.defaultEncoding=e,this},"setDefaultEncoding");function jN(t,e,r,i,n){let o=e.objectMode?1:r.length;e.length+=o;
let a=e.length<e.highWaterMark;return a||(e.needDrain=!0),e.writing||e.corked||e.errored||!e.constructed?(e.buffered.push({chunk:r,encoding:i,
callback:n}),e.allBuffers&&i!=="buffer"&&(e.allBuffers=!1),e.allNoop&&n!==hh&&(e.allNoop=!1)):(e.writelen=o,e.writecb=n,e.writing=!0,e.sync=
!0,t._write(r,i,e.onwrite),e.sync=!1),a&&!e.errored&&!e.destroyed}s(jN,"writeOrBuffer");function _E(t,e,r,i,n,o,a){e.writelen=i,e.writecb=a,
e.writing=!0,e.sync=!0,e.destroyed?e.onwrite(new zs("write")):r?t._writev(n,e.onwrite):t._write(n,o,e.onwrite),e.sync=!1}s(_E,"doWrite");function wE(t,e,r,i){
--e.pendingcb,i(r),dh(e),Tn(t,r)}s(wE,"onwriteError");function WN(t,e){let r=t._writableState,i=r.sync,n=r.writecb;if(typeof n!="function"){
Tn(t,new SE);return}r.writing=!1,r.writecb=null,r.length-=r.writelen,r.writelen=0,e?(e.stack,r.errored||(r.errored=e),t._readableState&&!t._readableState.
errored&&(t._readableState.errored=e),i?Ri.nextTick(wE,t,r,e,n):wE(t,r,e,n)):(r.buffered.length>r.bufferedIndex&&ph(t,r),i?r.afterWriteTickInfo!==
null&&r.afterWriteTickInfo.cb===n?r.afterWriteTickInfo.count++:(r.afterWriteTickInfo={count:1,cb:n,stream:t,state:r},Ri.nextTick($N,r.afterWriteTickInfo)):
kE(t,r,1,n))}s(WN,"onwrite");function $N({stream:t,state:e,count:r,cb:i}){return e.afterWriteTickInfo=null,kE(t,e,r,i)}s($N,"afterWriteTick");
function kE(t,e,r,i){for(!e.ending&&!t.destroyed&&e.length===0&&e.needDrain&&(e.needDrain=!1,t.emit("drain"));r-- >0;)e.pendingcb--,i();e.destroyed&&
dh(e),gh(t,e)}s(kE,"afterWrite");function dh(t){if(t.writing)return;for(let n=t.bufferedIndex;n<t.buffered.length;++n){var e;let{chunk:o,callback:a}=t.
buffered[n],l=t.objectMode?1:o.length;t.length-=l,a((e=t.errored)!==null&&e!==void 0?e:new zs("write"))}let r=t[vn].splice(0);for(let n=0;n<
r.length;n++){var i;r[n]((i=t.errored)!==null&&i!==void 0?i:new zs("end"))}al(t)}s(dh,"errorBuffer");function ph(t,e){if(e.corked||e.bufferProcessing||
e.destroyed||!e.constructed)return;let{buffered:r,bufferedIndex:i,objectMode:n}=e,o=r.length-i;if(!o)return;let a=i;if(e.bufferProcessing=!0,
o>1&&t._writev){e.pendingcb-=o-1;let l=e.allNoop?hh:c=>{for(let f=a;f<r.length;++f)r[f].callback(c)},u=e.allNoop&&a===0?r:bE(r,a);u.allBuffers=
e.allBuffers,_E(t,e,!0,e.length,u,"",l),al(e)}else{do{let{chunk:l,encoding:u,callback:c}=r[a];r[a++]=null;let f=n?1:l.length;_E(t,e,!1,f,l,u,
c)}while(a<r.length&&!e.writing);a===r.length?al(e):a>256?(r.splice(0,a),e.bufferedIndex=0):e.bufferedIndex=a}e.bufferProcessing=!1}s(ph,"cl\
earBuffer");Me.prototype._write=function(t,e,r){if(this._writev)this._writev([{chunk:t,encoding:e}],r);else throw new LN("_write()")};Me.prototype.
_writev=null;Me.prototype.end=function(t,e,r){let i=this._writableState;typeof t=="function"?(r=t,t=null,e=null):typeof e=="function"&&(r=e,
e=null);let n;if(t!=null){let o=RE(this,t,e);o instanceof kN&&(n=o)}return i.corked&&(i.corked=1,this.uncork()),n||(!i.errored&&!i.ending?(i.
ending=!0,gh(this,i,!0),i.ended=!0):i.finished?n=new MN("end"):i.destroyed&&(n=new zs("end"))),typeof r=="function"&&(n||i.finished?Ri.nextTick(
r,n):i[vn].push(r)),this};function ol(t){return t.ending&&!t.destroyed&&t.constructed&&t.length===0&&!t.errored&&t.buffered.length===0&&!t.finished&&
!t.writing&&!t.errorEmitted&&!t.closeEmitted}s(ol,"needFinish");function zN(t,e){let r=!1;function i(n){if(r){Tn(t,n??SE());return}if(r=!0,e.
pendingcb--,n){let o=e[vn].splice(0);for(let a=0;a<o.length;a++)o[a](n);Tn(t,n,e.sync)}else ol(e)&&(e.prefinished=!0,t.emit("prefinish"),e.pendingcb++,
Ri.nextTick(fh,t,e))}s(i,"onFinish"),e.sync=!0,e.pendingcb++;try{t._final(i)}catch(n){i(n)}e.sync=!1}s(zN,"callFinal");function HN(t,e){!e.prefinished&&
!e.finalCalled&&(typeof t._final=="function"&&!e.destroyed?(e.finalCalled=!0,zN(t,e)):(e.prefinished=!0,t.emit("prefinish")))}s(HN,"prefinis\
h");function gh(t,e,r){ol(e)&&(HN(t,e),e.pendingcb===0&&(r?(e.pendingcb++,Ri.nextTick((i,n)=>{ol(n)?fh(i,n):n.pendingcb--},t,e)):ol(e)&&(e.pendingcb++,
fh(t,e))))}s(gh,"finishMaybe");function fh(t,e){e.pendingcb--,e.finished=!0;let r=e[vn].splice(0);for(let i=0;i<r.length;i++)r[i]();if(t.emit(
"finish"),e.autoDestroy){let i=t._readableState;(!i||i.autoDestroy&&(i.endEmitted||i.readable===!1))&&t.destroy()}}s(fh,"finish");ON(Me.prototype,
{closed:{__proto__:null,get(){return this._writableState?this._writableState.closed:!1}},destroyed:{__proto__:null,get(){return this._writableState?
this._writableState.destroyed:!1},set(t){this._writableState&&(this._writableState.destroyed=t)}},writable:{__proto__:null,get(){let t=this.
_writableState;return!!t&&t.writable!==!1&&!t.destroyed&&!t.errored&&!t.ending&&!t.ended},set(t){this._writableState&&(this._writableState.writable=
!!t)}},writableFinished:{__proto__:null,get(){return this._writableState?this._writableState.finished:!1}},writableObjectMode:{__proto__:null,
get(){return this._writableState?this._writableState.objectMode:!1}},writableBuffer:{__proto__:null,get(){return this._writableState&&this._writableState.
getBuffer()}},writableEnded:{__proto__:null,get(){return this._writableState?this._writableState.ending:!1}},writableNeedDrain:{__proto__:null,
get(){let t=this._writableState;return t?!t.destroyed&&!t.ending&&t.needDrain:!1}},writableHighWaterMark:{__proto__:null,get(){return this._writableState&&
this._writableState.highWaterMark}},writableCorked:{__proto__:null,get(){return this._writableState?this._writableState.corked:0}},writableLength:{
__proto__:null,get(){return this._writableState&&this._writableState.length}},errored:{__proto__:null,enumerable:!1,get(){return this._writableState?
this._writableState.errored:null}},writableAborted:{__proto__:null,enumerable:!1,get:s(function(){return!!(this._writableState.writable!==!1&&
(this._writableState.destroyed||this._writableState.errored)&&!this._writableState.finished)},"get")}});var VN=ll.destroy;Me.prototype.destroy=
function(t,e){let r=this._writableState;return!r.destroyed&&(r.bufferedIndex<r.buffered.length||r[vn].length)&&Ri.nextTick(dh,r),VN.call(this,
t,e),this};Me.prototype._undestroy=ll.undestroy;Me.prototype._destroy=function(t,e){e(t)};Me.prototype[DN.captureRejectionSymbol]=function(t){
this.destroy(t)};var ch;function OE(){return ch===void 0&&(ch={}),ch}s(OE,"lazyWebStreams");Me.fromWeb=function(t,e){return OE().newStreamWritableFromWritableStream(
t,e)};Me.toWeb=function(t){return OE().newWritableStreamFromStreamWritable(t)}});var $E=S((aH,WE)=>{var mh=Wr(),JN=Z("buffer"),{isReadable:KN,isWritable:YN,isIterable:PE,isNodeStream:ZN,isReadableNodeStream:IE,isWritableNodeStream:DE,
isDuplexNodeStream:QN,isReadableStream:GE,isWritableStream:FE}=ar(),CE=kr(),{AbortError:BE,codes:{ERR_INVALID_ARG_TYPE:XN,ERR_INVALID_RETURN_VALUE:NE}}=gt(),
{destroyer:An}=vi(),eL=cr(),jE=Ws(),tL=ul(),{createDeferredPromise:LE}=bt(),UE=th(),ME=globalThis.Blob||JN.Blob,rL=s(typeof ME<"u"?function(e){
return e instanceof ME}:function(e){return!1},"isBlob"),iL=globalThis.AbortController||gn().AbortController,{FunctionPrototypeCall:qE}=Ne(),
Hr=class extends eL{static{s(this,"Duplexify")}constructor(e){super(e),e?.readable===!1&&(this._readableState.readable=!1,this._readableState.
ended=!0,this._readableState.endEmitted=!0),e?.writable===!1&&(this._writableState.writable=!1,this._writableState.ending=!0,this._writableState.
ended=!0,this._writableState.finished=!0)}};WE.exports=s(function t(e,r){if(QN(e))return e;if(IE(e))return Sn({readable:e});if(DE(e))return Sn(
{writable:e});if(ZN(e))return Sn({writable:!1,readable:!1});if(GE(e))return Sn({readable:jE.fromWeb(e)});if(FE(e))return Sn({writable:tL.fromWeb(
e)});if(typeof e=="function"){let{value:n,write:o,final:a,destroy:l}=nL(e);if(PE(n))return UE(Hr,n,{objectMode:!0,write:o,final:a,destroy:l});
let u=n?.then;if(typeof u=="function"){let c,f=qE(u,n,h=>{if(h!=null)throw new NE("nully","body",h)},h=>{An(c,h)});return c=new Hr({objectMode:!0,
readable:!1,write:o,final(h){a(async()=>{try{await f,mh.nextTick(h,null)}catch(d){mh.nextTick(h,d)}})},destroy:l})}throw new NE("Iterable, A\
syncIterable or AsyncFunction",r,n)}if(rL(e))return t(e.arrayBuffer());if(PE(e))return UE(Hr,e,{objectMode:!0,writable:!1});if(GE(e?.readable)&&
FE(e?.writable))return Hr.fromWeb(e);if(typeof e?.writable=="object"||typeof e?.readable=="object"){let n=e!=null&&e.readable?IE(e?.readable)?
e?.readable:t(e.readable):void 0,o=e!=null&&e.writable?DE(e?.writable)?e?.writable:t(e.writable):void 0;return Sn({readable:n,writable:o})}let i=e?.
then;if(typeof i=="function"){let n;return qE(i,e,o=>{o!=null&&n.push(o),n.push(null)},o=>{An(n,o)}),n=new Hr({objectMode:!0,writable:!1,read(){}})}
throw new XN(r,["Blob","ReadableStream","WritableStream","Stream","Iterable","AsyncIterable","Function","{ readable, writable } pair","Promi\
se"],e)},"duplexify");function nL(t){let{promise:e,resolve:r}=LE(),i=new iL,n=i.signal;return{value:t((async function*(){for(;;){let a=e;e=null;
let{chunk:l,done:u,cb:c}=await a;if(mh.nextTick(c),u)return;if(n.aborted)throw new BE(void 0,{cause:n.reason});({promise:e,resolve:r}=LE()),
yield l}})(),{signal:n}),write(a,l,u){let c=r;r=null,c({chunk:a,done:!1,cb:u})},final(a){let l=r;r=null,l({done:!0,cb:a})},destroy(a,l){i.abort(),
l(a)}}}s(nL,"fromAsyncGen");function Sn(t){let e=t.readable&&typeof t.readable.read!="function"?jE.wrap(t.readable):t.readable,r=t.writable,
i=!!KN(e),n=!!YN(r),o,a,l,u,c;function f(h){let d=u;u=null,d?d(h):h&&c.destroy(h)}return s(f,"onfinished"),c=new Hr({readableObjectMode:!!(e!=
null&&e.readableObjectMode),writableObjectMode:!!(r!=null&&r.writableObjectMode),readable:i,writable:n}),n&&(CE(r,h=>{n=!1,h&&An(e,h),f(h)}),
c._write=function(h,d,m){r.write(h,d)?m():o=m},c._final=function(h){r.end(),a=h},r.on("drain",function(){if(o){let h=o;o=null,h()}}),r.on("f\
inish",function(){if(a){let h=a;a=null,h()}})),i&&(CE(e,h=>{i=!1,h&&An(e,h),f(h)}),e.on("readable",function(){if(l){let h=l;l=null,h()}}),e.
on("end",function(){c.push(null)}),c._read=function(){for(;;){let h=e.read();if(h===null){l=c._read;return}if(!c.push(h))return}}),c._destroy=
function(h,d){!h&&u!==null&&(h=new BE),l=null,o=null,a=null,u===null?d(h):(u=d,An(r,h),An(e,h))},c}s(Sn,"_duplexify")});var cr=S((uH,VE)=>{"use strict";var{ObjectDefineProperties:sL,ObjectGetOwnPropertyDescriptor:Or,ObjectKeys:oL,ObjectSetPrototypeOf:zE}=Ne();
VE.exports=Ht;var wh=Ws(),Nt=ul();zE(Ht.prototype,wh.prototype);zE(Ht,wh);{let t=oL(Nt.prototype);for(let e=0;e<t.length;e++){let r=t[e];Ht.
prototype[r]||(Ht.prototype[r]=Nt.prototype[r])}}function Ht(t){if(!(this instanceof Ht))return new Ht(t);wh.call(this,t),Nt.call(this,t),t?
(this.allowHalfOpen=t.allowHalfOpen!==!1,t.readable===!1&&(this._readableState.readable=!1,this._readableState.ended=!0,this._readableState.
endEmitted=!0),t.writable===!1&&(this._writableState.writable=!1,this._writableState.ending=!0,this._writableState.ended=!0,this._writableState.
finished=!0)):this.allowHalfOpen=!0}s(Ht,"Duplex");sL(Ht.prototype,{writable:{__proto__:null,...Or(Nt.prototype,"writable")},writableHighWaterMark:{
__proto__:null,...Or(Nt.prototype,"writableHighWaterMark")},writableObjectMode:{__proto__:null,...Or(Nt.prototype,"writableObjectMode")},writableBuffer:{
__proto__:null,...Or(Nt.prototype,"writableBuffer")},writableLength:{__proto__:null,...Or(Nt.prototype,"writableLength")},writableFinished:{
__proto__:null,...Or(Nt.prototype,"writableFinished")},writableCorked:{__proto__:null,...Or(Nt.prototype,"writableCorked")},writableEnded:{__proto__:null,
...Or(Nt.prototype,"writableEnded")},writableNeedDrain:{__proto__:null,...Or(Nt.prototype,"writableNeedDrain")},destroyed:{__proto__:null,get(){
return this._readableState===void 0||this._writableState===void 0?!1:this._readableState.destroyed&&this._writableState.destroyed},set(t){this.
_readableState&&this._writableState&&(this._readableState.destroyed=t,this._writableState.destroyed=t)}}});var yh;function HE(){return yh===
void 0&&(yh={}),yh}s(HE,"lazyWebStreams");Ht.fromWeb=function(t,e){return HE().newStreamDuplexFromReadableWritablePair(t,e)};Ht.toWeb=function(t){
return HE().newReadableWritablePairFromDuplex(t)};var _h;Ht.from=function(t){return _h||(_h=$E()),_h(t,"body")}});var Th=S((fH,KE)=>{"use strict";var{ObjectSetPrototypeOf:JE,Symbol:aL}=Ne();KE.exports=xr;var{ERR_METHOD_NOT_IMPLEMENTED:lL}=gt().codes,Eh=cr(),
{getHighWaterMark:uL}=qs();JE(xr.prototype,Eh.prototype);JE(xr,Eh);var Vs=aL("kCallback");function xr(t){if(!(this instanceof xr))return new xr(
t);let e=t?uL(this,t,"readableHighWaterMark",!0):null;e===0&&(t={...t,highWaterMark:null,readableHighWaterMark:e,writableHighWaterMark:t.writableHighWaterMark||
0}),Eh.call(this,t),this._readableState.sync=!1,this[Vs]=null,t&&(typeof t.transform=="function"&&(this._transform=t.transform),typeof t.flush==
"function"&&(this._flush=t.flush)),this.on("prefinish",cL)}s(xr,"Transform");function bh(t){typeof this._flush=="function"&&!this.destroyed?
this._flush((e,r)=>{if(e){t?t(e):this.destroy(e);return}r!=null&&this.push(r),this.push(null),t&&t()}):(this.push(null),t&&t())}s(bh,"final");
function cL(){this._final!==bh&&bh.call(this)}s(cL,"prefinish");xr.prototype._final=bh;xr.prototype._transform=function(t,e,r){throw new lL(
"_transform()")};xr.prototype._write=function(t,e,r){let i=this._readableState,n=this._writableState,o=i.length;this._transform(t,e,(a,l)=>{
if(a){r(a);return}l!=null&&this.push(l),n.ended||o===i.length||i.length<i.highWaterMark?r():this[Vs]=r})};xr.prototype._read=function(){if(this[Vs]){
let t=this[Vs];this[Vs]=null,t()}}});var Sh=S((dH,ZE)=>{"use strict";var{ObjectSetPrototypeOf:YE}=Ne();ZE.exports=Rn;var vh=Th();YE(Rn.prototype,vh.prototype);YE(Rn,vh);function Rn(t){
if(!(this instanceof Rn))return new Rn(t);vh.call(this,t)}s(Rn,"PassThrough");Rn.prototype._transform=function(t,e,r){r(null,t)}});var dl=S((gH,rT)=>{var Js=Wr(),{ArrayIsArray:fL,Promise:hL,SymbolAsyncIterator:dL,SymbolDispose:pL}=Ne(),hl=kr(),{once:gL}=bt(),mL=vi(),QE=cr(),
{aggregateTwoErrors:yL,codes:{ERR_INVALID_ARG_TYPE:Gh,ERR_INVALID_RETURN_VALUE:Ah,ERR_MISSING_ARGS:_L,ERR_STREAM_DESTROYED:wL,ERR_STREAM_PREMATURE_CLOSE:bL},
AbortError:EL}=gt(),{validateFunction:TL,validateAbortSignal:vL}=yn(),{isIterable:ki,isReadable:Rh,isReadableNodeStream:fl,isNodeStream:XE,isTransformStream:kn,
isWebStream:SL,isReadableStream:kh,isReadableFinished:AL}=ar(),RL=globalThis.AbortController||gn().AbortController,Oh,xh,Ph;function eT(t,e,r){
let i=!1;t.on("close",()=>{i=!0});let n=hl(t,{readable:e,writable:r},o=>{i=!o});return{destroy:s(o=>{i||(i=!0,mL.destroyer(t,o||new wL("pipe")))},
"destroy"),cleanup:n}}s(eT,"destroyer");function kL(t){return TL(t[t.length-1],"streams[stream.length - 1]"),t.pop()}s(kL,"popCallback");function Ih(t){
if(ki(t))return t;if(fl(t))return OL(t);throw new Gh("val",["Readable","Iterable","AsyncIterable"],t)}s(Ih,"makeAsyncIterable");async function*OL(t){
xh||(xh=Ws()),yield*xh.prototype[dL].call(t)}s(OL,"fromReadable");async function cl(t,e,r,{end:i}){let n,o=null,a=s(c=>{if(c&&(n=c),o){let f=o;
o=null,f()}},"resume"),l=s(()=>new hL((c,f)=>{n?f(n):o=s(()=>{n?f(n):c()},"onresolve")}),"wait");e.on("drain",a);let u=hl(e,{readable:!1},a);
try{e.writableNeedDrain&&await l();for await(let c of t)e.write(c)||await l();i&&(e.end(),await l()),r()}catch(c){r(n!==c?yL(n,c):c)}finally{
u(),e.off("drain",a)}}s(cl,"pumpToNode");async function Dh(t,e,r,{end:i}){kn(e)&&(e=e.writable);let n=e.getWriter();try{for await(let o of t)
await n.ready,n.write(o).catch(()=>{});await n.ready,i&&await n.close(),r()}catch(o){try{await n.abort(o),r(o)}catch(a){r(a)}}}s(Dh,"pumpToW\
eb");function xL(...t){return tT(t,gL(kL(t)))}s(xL,"pipeline");function tT(t,e,r){if(t.length===1&&fL(t[0])&&(t=t[0]),t.length<2)throw new _L(
"streams");let i=new RL,n=i.signal,o=r?.signal,a=[];vL(o,"options.signal");function l(){T(new EL)}s(l,"abort"),Ph=Ph||bt().addAbortListener;
let u;o&&(u=Ph(o,l));let c,f,h=[],d=0;function m(F){T(F,--d===0)}s(m,"finish");function T(F,L){var z;if(F&&(!c||c.code==="ERR_STREAM_PREMATU\
RE_CLOSE")&&(c=F),!(!c&&!L)){for(;h.length;)h.shift()(c);(z=u)===null||z===void 0||z[pL](),i.abort(),L&&(c||a.forEach(X=>X()),Js.nextTick(e,
c,f))}}s(T,"finishImpl");let E;for(let F=0;F<t.length;F++){let L=t[F],z=F<t.length-1,X=F>0,D=z||r?.end!==!1,$=F===t.length-1;if(XE(L)){let x=function(B){
B&&B.name!=="AbortError"&&B.code!=="ERR_STREAM_PREMATURE_CLOSE"&&m(B)};var R=x;if(s(x,"onError"),D){let{destroy:B,cleanup:j}=eT(L,z,X);h.push(
B),Rh(L)&&$&&a.push(j)}L.on("error",x),Rh(L)&&$&&a.push(()=>{L.removeListener("error",x)})}if(F===0)if(typeof L=="function"){if(E=L({signal:n}),
!ki(E))throw new Ah("Iterable, AsyncIterable or Stream","source",E)}else ki(L)||fl(L)||kn(L)?E=L:E=QE.from(L);else if(typeof L=="function"){
if(kn(E)){var v;E=Ih((v=E)===null||v===void 0?void 0:v.readable)}else E=Ih(E);if(E=L(E,{signal:n}),z){if(!ki(E,!0))throw new Ah("AsyncIterab\
le",`transform[${F-1}]`,E)}else{var b;Oh||(Oh=Sh());let x=new Oh({objectMode:!0}),B=(b=E)===null||b===void 0?void 0:b.then;if(typeof B=="fun\
ction")d++,B.call(E,q=>{f=q,q!=null&&x.write(q),D&&x.end(),Js.nextTick(m)},q=>{x.destroy(q),Js.nextTick(m,q)});else if(ki(E,!0))d++,cl(E,x,m,
{end:D});else if(kh(E)||kn(E)){let q=E.readable||E;d++,cl(q,x,m,{end:D})}else throw new Ah("AsyncIterable or Promise","destination",E);E=x;let{
destroy:j,cleanup:Q}=eT(E,!1,!0);h.push(j),$&&a.push(Q)}}else if(XE(L)){if(fl(E)){d+=2;let x=PL(E,L,m,{end:D});Rh(L)&&$&&a.push(x)}else if(kn(
E)||kh(E)){let x=E.readable||E;d++,cl(x,L,m,{end:D})}else if(ki(E))d++,cl(E,L,m,{end:D});else throw new Gh("val",["Readable","Iterable","Asy\
ncIterable","ReadableStream","TransformStream"],E);E=L}else if(SL(L)){if(fl(E))d++,Dh(Ih(E),L,m,{end:D});else if(kh(E)||ki(E))d++,Dh(E,L,m,{
end:D});else if(kn(E))d++,Dh(E.readable,L,m,{end:D});else throw new Gh("val",["Readable","Iterable","AsyncIterable","ReadableStream","Transf\
ormStream"],E);E=L}else E=QE.from(L)}return(n!=null&&n.aborted||o!=null&&o.aborted)&&Js.nextTick(l),E}s(tT,"pipelineImpl");function PL(t,e,r,{
end:i}){let n=!1;if(e.on("close",()=>{n||r(new bL)}),t.pipe(e,{end:!1}),i){let a=function(){n=!0,e.end()};var o=a;s(a,"endFn"),AL(t)?Js.nextTick(
a):t.once("end",a)}else r();return hl(t,{readable:!0,writable:!1},a=>{let l=t._readableState;a&&a.code==="ERR_STREAM_PREMATURE_CLOSE"&&l&&l.
ended&&!l.errored&&!l.errorEmitted?t.once("end",r).once("error",r):r(a)}),hl(e,{readable:!1,writable:!0},r)}s(PL,"pipe");rT.exports={pipelineImpl:tT,
pipeline:xL}});var Ch=S((yH,lT)=>{"use strict";var{pipeline:IL}=dl(),pl=cr(),{destroyer:DL}=vi(),{isNodeStream:gl,isReadable:iT,isWritable:nT,isWebStream:Fh,
isTransformStream:Oi,isWritableStream:sT,isReadableStream:oT}=ar(),{AbortError:GL,codes:{ERR_INVALID_ARG_VALUE:aT,ERR_MISSING_ARGS:FL}}=gt(),
CL=kr();lT.exports=s(function(...e){if(e.length===0)throw new FL("streams");if(e.length===1)return pl.from(e[0]);let r=[...e];if(typeof e[0]==
"function"&&(e[0]=pl.from(e[0])),typeof e[e.length-1]=="function"){let m=e.length-1;e[m]=pl.from(e[m])}for(let m=0;m<e.length;++m)if(!(!gl(e[m])&&
!Fh(e[m]))){if(m<e.length-1&&!(iT(e[m])||oT(e[m])||Oi(e[m])))throw new aT(`streams[${m}]`,r[m],"must be readable");if(m>0&&!(nT(e[m])||sT(e[m])||
Oi(e[m])))throw new aT(`streams[${m}]`,r[m],"must be writable")}let i,n,o,a,l;function u(m){let T=a;a=null,T?T(m):m?l.destroy(m):!d&&!h&&l.destroy()}
s(u,"onfinished");let c=e[0],f=IL(e,u),h=!!(nT(c)||sT(c)||Oi(c)),d=!!(iT(f)||oT(f)||Oi(f));if(l=new pl({writableObjectMode:!!(c!=null&&c.writableObjectMode),
readableObjectMode:!!(f!=null&&f.readableObjectMode),writable:h,readable:d}),h){if(gl(c))l._write=function(T,E,v){c.write(T,E)?v():i=v},l._final=
function(T){c.end(),n=T},c.on("drain",function(){if(i){let T=i;i=null,T()}});else if(Fh(c)){let E=(Oi(c)?c.writable:c).getWriter();l._write=
async function(v,b,R){try{await E.ready,E.write(v).catch(()=>{}),R()}catch(F){R(F)}},l._final=async function(v){try{await E.ready,E.close().
catch(()=>{}),n=v}catch(b){v(b)}}}let m=Oi(f)?f.readable:f;CL(m,()=>{if(n){let T=n;n=null,T()}})}if(d){if(gl(f))f.on("readable",function(){if(o){
let m=o;o=null,m()}}),f.on("end",function(){l.push(null)}),l._read=function(){for(;;){let m=f.read();if(m===null){o=l._read;return}if(!l.push(
m))return}};else if(Fh(f)){let T=(Oi(f)?f.readable:f).getReader();l._read=async function(){for(;;)try{let{value:E,done:v}=await T.read();if(!l.
push(E))return;if(v){l.push(null);return}}catch{return}}}}return l._destroy=function(m,T){!m&&a!==null&&(m=new GL),o=null,i=null,n=null,a===
null?T(m):(a=T,gl(f)&&DL(f,m))},l},"compose")});var _T=S((wH,Uh)=>{"use strict";var NL=globalThis.AbortController||gn().AbortController,{codes:{ERR_INVALID_ARG_VALUE:LL,ERR_INVALID_ARG_TYPE:Ks,
ERR_MISSING_ARGS:UL,ERR_OUT_OF_RANGE:ML},AbortError:fr}=gt(),{validateAbortSignal:xi,validateInteger:uT,validateObject:Pi}=yn(),qL=Ne().Symbol(
"kWeak"),BL=Ne().Symbol("kResistStopPropagation"),{finished:jL}=kr(),WL=Ch(),{addAbortSignalNoValidate:$L}=Ms(),{isWritable:zL,isNodeStream:HL}=ar(),
{deprecate:VL}=bt(),{ArrayPrototypePush:JL,Boolean:KL,MathFloor:cT,Number:YL,NumberIsNaN:ZL,Promise:fT,PromiseReject:hT,PromiseResolve:QL,PromisePrototypeThen:dT,
Symbol:gT}=Ne(),ml=gT("kEmpty"),pT=gT("kEof");function XL(t,e){if(e!=null&&Pi(e,"options"),e?.signal!=null&&xi(e.signal,"options.signal"),HL(
t)&&!zL(t))throw new LL("stream",t,"must be writable");let r=WL(this,t);return e!=null&&e.signal&&$L(e.signal,r),r}s(XL,"compose");function yl(t,e){
if(typeof t!="function")throw new Ks("fn",["Function","AsyncFunction"],t);e!=null&&Pi(e,"options"),e?.signal!=null&&xi(e.signal,"options.sig\
nal");let r=1;e?.concurrency!=null&&(r=cT(e.concurrency));let i=r-1;return e?.highWaterMark!=null&&(i=cT(e.highWaterMark)),uT(r,"options.con\
currency",1),uT(i,"options.highWaterMark",0),i+=r,s(async function*(){let o=bt().AbortSignalAny([e?.signal].filter(KL)),a=this,l=[],u={signal:o},
c,f,h=!1,d=0;function m(){h=!0,T()}s(m,"onCatch");function T(){d-=1,E()}s(T,"afterItemProcessed");function E(){f&&!h&&d<r&&l.length<i&&(f(),
f=null)}s(E,"maybeResume");async function v(){try{for await(let b of a){if(h)return;if(o.aborted)throw new fr;try{if(b=t(b,u),b===ml)continue;
b=QL(b)}catch(R){b=hT(R)}d+=1,dT(b,T,m),l.push(b),c&&(c(),c=null),!h&&(l.length>=i||d>=r)&&await new fT(R=>{f=R})}l.push(pT)}catch(b){let R=hT(
b);dT(R,T,m),l.push(R)}finally{h=!0,c&&(c(),c=null)}}s(v,"pump"),v();try{for(;;){for(;l.length>0;){let b=await l[0];if(b===pT)return;if(o.aborted)
throw new fr;b!==ml&&(yield b),l.shift(),E()}await new fT(b=>{c=b})}}finally{h=!0,f&&(f(),f=null)}},"map").call(this)}s(yl,"map");function eU(t=void 0){
return t!=null&&Pi(t,"options"),t?.signal!=null&&xi(t.signal,"options.signal"),s(async function*(){let r=0;for await(let n of this){var i;if(t!=
null&&(i=t.signal)!==null&&i!==void 0&&i.aborted)throw new fr({cause:t.signal.reason});yield[r++,n]}},"asIndexedPairs").call(this)}s(eU,"asI\
ndexedPairs");async function mT(t,e=void 0){for await(let r of Lh.call(this,t,e))return!0;return!1}s(mT,"some");async function tU(t,e=void 0){
if(typeof t!="function")throw new Ks("fn",["Function","AsyncFunction"],t);return!await mT.call(this,async(...r)=>!await t(...r),e)}s(tU,"eve\
ry");async function rU(t,e){for await(let r of Lh.call(this,t,e))return r}s(rU,"find");async function iU(t,e){if(typeof t!="function")throw new Ks(
"fn",["Function","AsyncFunction"],t);async function r(i,n){return await t(i,n),ml}s(r,"forEachFn");for await(let i of yl.call(this,r,e));}s(
iU,"forEach");function Lh(t,e){if(typeof t!="function")throw new Ks("fn",["Function","AsyncFunction"],t);async function r(i,n){return await t(
i,n)?i:ml}return s(r,"filterFn"),yl.call(this,r,e)}s(Lh,"filter");var Nh=class extends UL{static{s(this,"ReduceAwareErrMissingArgs")}constructor(){
super("reduce"),this.message="Reduce of an empty stream requires an initial value"}};async function nU(t,e,r){var i;if(typeof t!="function")
throw new Ks("reducer",["Function","AsyncFunction"],t);r!=null&&Pi(r,"options"),r?.signal!=null&&xi(r.signal,"options.signal");let n=arguments.
length>1;if(r!=null&&(i=r.signal)!==null&&i!==void 0&&i.aborted){let c=new fr(void 0,{cause:r.signal.reason});throw this.once("error",()=>{}),
await jL(this.destroy(c)),c}let o=new NL,a=o.signal;if(r!=null&&r.signal){let c={once:!0,[qL]:this,[BL]:!0};r.signal.addEventListener("abort",
()=>o.abort(),c)}let l=!1;try{for await(let c of this){var u;if(l=!0,r!=null&&(u=r.signal)!==null&&u!==void 0&&u.aborted)throw new fr;n?e=await t(
e,c,{signal:a}):(e=c,n=!0)}if(!l&&!n)throw new Nh}finally{o.abort()}return e}s(nU,"reduce");async function sU(t){t!=null&&Pi(t,"options"),t?.
signal!=null&&xi(t.signal,"options.signal");let e=[];for await(let i of this){var r;if(t!=null&&(r=t.signal)!==null&&r!==void 0&&r.aborted)throw new fr(
void 0,{cause:t.signal.reason});JL(e,i)}return e}s(sU,"toArray");function oU(t,e){let r=yl.call(this,t,e);return s(async function*(){for await(let n of r)
yield*n},"flatMap").call(this)}s(oU,"flatMap");function yT(t){if(t=YL(t),ZL(t))return 0;if(t<0)throw new ML("number",">= 0",t);return t}s(yT,
"toIntegerOrInfinity");function aU(t,e=void 0){return e!=null&&Pi(e,"options"),e?.signal!=null&&xi(e.signal,"options.signal"),t=yT(t),s(async function*(){
var i;if(e!=null&&(i=e.signal)!==null&&i!==void 0&&i.aborted)throw new fr;for await(let o of this){var n;if(e!=null&&(n=e.signal)!==null&&n!==
void 0&&n.aborted)throw new fr;t--<=0&&(yield o)}},"drop").call(this)}s(aU,"drop");function lU(t,e=void 0){return e!=null&&Pi(e,"options"),e?.
signal!=null&&xi(e.signal,"options.signal"),t=yT(t),s(async function*(){var i;if(e!=null&&(i=e.signal)!==null&&i!==void 0&&i.aborted)throw new fr;
for await(let o of this){var n;if(e!=null&&(n=e.signal)!==null&&n!==void 0&&n.aborted)throw new fr;if(t-- >0&&(yield o),t<=0)return}},"take").
call(this)}s(lU,"take");Uh.exports.streamReturningOperators={asIndexedPairs:VL(eU,"readable.asIndexedPairs will be removed in a future versi\
on."),drop:aU,filter:Lh,flatMap:oU,map:yl,take:lU,compose:XL};Uh.exports.promiseReturningOperators={every:tU,forEach:iU,reduce:nU,toArray:sU,
some:mT,find:rU}});var Mh=S((EH,wT)=>{"use strict";var{ArrayPrototypePop:uU,Promise:cU}=Ne(),{isIterable:fU,isNodeStream:hU,isWebStream:dU}=ar(),{pipelineImpl:pU}=dl(),
{finished:gU}=kr();qh();function mU(...t){return new cU((e,r)=>{let i,n,o=t[t.length-1];if(o&&typeof o=="object"&&!hU(o)&&!fU(o)&&!dU(o)){let a=uU(
t);i=a.signal,n=a.end}pU(t,(a,l)=>{a?r(a):e(l)},{signal:i,end:n})})}s(mU,"pipeline");wT.exports={finished:gU,pipeline:mU}});var qh=S((vH,OT)=>{"use strict";var{Buffer:yU}=Z("buffer"),{ObjectDefineProperty:Pr,ObjectKeys:TT,ReflectApply:vT}=Ne(),{promisify:{custom:ST}}=bt(),
{streamReturningOperators:bT,promiseReturningOperators:ET}=_T(),{codes:{ERR_ILLEGAL_CONSTRUCTOR:AT}}=gt(),_U=Ch(),{setDefaultHighWaterMark:wU,
getDefaultHighWaterMark:bU}=qs(),{pipeline:RT}=dl(),{destroyer:EU}=vi(),kT=kr(),Bh=Mh(),Ys=ar(),Fe=OT.exports=Ya().Stream;Fe.isDestroyed=Ys.
isDestroyed;Fe.isDisturbed=Ys.isDisturbed;Fe.isErrored=Ys.isErrored;Fe.isReadable=Ys.isReadable;Fe.isWritable=Ys.isWritable;Fe.Readable=Ws();
for(let t of TT(bT)){let r=function(...i){if(new.target)throw AT();return Fe.Readable.from(vT(e,this,i))};s(r,"fn");let e=bT[t];Pr(r,"name",
{__proto__:null,value:e.name}),Pr(r,"length",{__proto__:null,value:e.length}),Pr(Fe.Readable.prototype,t,{__proto__:null,value:r,enumerable:!1,
configurable:!0,writable:!0})}for(let t of TT(ET)){let r=function(...i){if(new.target)throw AT();return vT(e,this,i)};s(r,"fn");let e=ET[t];
Pr(r,"name",{__proto__:null,value:e.name}),Pr(r,"length",{__proto__:null,value:e.length}),Pr(Fe.Readable.prototype,t,{__proto__:null,value:r,
enumerable:!1,configurable:!0,writable:!0})}Fe.Writable=ul();Fe.Duplex=cr();Fe.Transform=Th();Fe.PassThrough=Sh();Fe.pipeline=RT;var{addAbortSignal:TU}=Ms();
Fe.addAbortSignal=TU;Fe.finished=kT;Fe.destroy=EU;Fe.compose=_U;Fe.setDefaultHighWaterMark=wU;Fe.getDefaultHighWaterMark=bU;Pr(Fe,"promises",
{__proto__:null,configurable:!0,enumerable:!0,get(){return Bh}});Pr(RT,ST,{__proto__:null,enumerable:!0,get(){return Bh.pipeline}});Pr(kT,ST,
{__proto__:null,enumerable:!0,get(){return Bh.finished}});Fe.Stream=Fe;Fe._isUint8Array=s(function(e){return e instanceof Uint8Array},"isUin\
t8Array");Fe._uint8ArrayToBuffer=s(function(e){return yU.from(e.buffer,e.byteOffset,e.byteLength)},"_uint8ArrayToBuffer")});var Ii=S((AH,ce)=>{"use strict";var Ke=Z("stream");if(Ke&&process.env.READABLE_STREAM==="disable"){let t=Ke.promises;ce.exports._uint8ArrayToBuffer=
Ke._uint8ArrayToBuffer,ce.exports._isUint8Array=Ke._isUint8Array,ce.exports.isDisturbed=Ke.isDisturbed,ce.exports.isErrored=Ke.isErrored,ce.
exports.isReadable=Ke.isReadable,ce.exports.Readable=Ke.Readable,ce.exports.Writable=Ke.Writable,ce.exports.Duplex=Ke.Duplex,ce.exports.Transform=
Ke.Transform,ce.exports.PassThrough=Ke.PassThrough,ce.exports.addAbortSignal=Ke.addAbortSignal,ce.exports.finished=Ke.finished,ce.exports.destroy=
Ke.destroy,ce.exports.pipeline=Ke.pipeline,ce.exports.compose=Ke.compose,Object.defineProperty(Ke,"promises",{configurable:!0,enumerable:!0,
get(){return t}}),ce.exports.Stream=Ke.Stream}else{let t=qh(),e=Mh(),r=t.Readable.destroy;ce.exports=t.Readable,ce.exports._uint8ArrayToBuffer=
t._uint8ArrayToBuffer,ce.exports._isUint8Array=t._isUint8Array,ce.exports.isDisturbed=t.isDisturbed,ce.exports.isErrored=t.isErrored,ce.exports.
isReadable=t.isReadable,ce.exports.Readable=t.Readable,ce.exports.Writable=t.Writable,ce.exports.Duplex=t.Duplex,ce.exports.Transform=t.Transform,
ce.exports.PassThrough=t.PassThrough,ce.exports.addAbortSignal=t.addAbortSignal,ce.exports.finished=t.finished,ce.exports.destroy=t.destroy,
ce.exports.destroy=r,ce.exports.pipeline=t.pipeline,ce.exports.compose=t.compose,Object.defineProperty(t,"promises",{configurable:!0,enumerable:!0,
get(){return e}}),ce.exports.Stream=t.Stream}ce.exports.default=ce.exports});var PT=S((RH,xT)=>{function vU(t,e){for(var r=-1,i=e.length,n=t.length;++r<i;)t[n+r]=e[r];return t}s(vU,"arrayPush");xT.exports=vU});var FT=S((OH,GT)=>{var IT=Na(),SU=Tf(),AU=vf(),DT=IT?IT.isConcatSpreadable:void 0;function RU(t){return AU(t)||SU(t)||!!(DT&&t&&t[DT])}s(RU,
"isFlattenable");GT.exports=RU});var _l=S((PH,NT)=>{var kU=PT(),OU=FT();function CT(t,e,r,i,n){var o=-1,a=t.length;for(r||(r=OU),n||(n=[]);++o<a;){var l=t[o];e>0&&r(l)?e>1?CT(
l,e-1,r,i,n):kU(n,l):i||(n[n.length]=l)}return n}s(CT,"baseFlatten");NT.exports=CT});var UT=S((DH,LT)=>{var xU=_l();function PU(t){var e=t==null?0:t.length;return e?xU(t,1):[]}s(PU,"flatten");LT.exports=PU});var Zs=S((FH,MT)=>{var IU=Ps(),DU=IU(Object,"create");MT.exports=DU});var jT=S((CH,BT)=>{var qT=Zs();function GU(){this.__data__=qT?qT(null):{},this.size=0}s(GU,"hashClear");BT.exports=GU});var $T=S((LH,WT)=>{function FU(t){var e=this.has(t)&&delete this.__data__[t];return this.size-=e?1:0,e}s(FU,"hashDelete");WT.exports=FU});var HT=S((MH,zT)=>{var CU=Zs(),NU="__lodash_hash_undefined__",LU=Object.prototype,UU=LU.hasOwnProperty;function MU(t){var e=this.__data__;if(CU){
var r=e[t];return r===NU?void 0:r}return UU.call(e,t)?e[t]:void 0}s(MU,"hashGet");zT.exports=MU});var JT=S((BH,VT)=>{var qU=Zs(),BU=Object.prototype,jU=BU.hasOwnProperty;function WU(t){var e=this.__data__;return qU?e[t]!==void 0:jU.call(e,
t)}s(WU,"hashHas");VT.exports=WU});var YT=S((WH,KT)=>{var $U=Zs(),zU="__lodash_hash_undefined__";function HU(t,e){var r=this.__data__;return this.size+=this.has(t)?0:1,r[t]=$U&&
e===void 0?zU:e,this}s(HU,"hashSet");KT.exports=HU});var QT=S((zH,ZT)=>{var VU=jT(),JU=$T(),KU=HT(),YU=JT(),ZU=YT();function On(t){var e=-1,r=t==null?0:t.length;for(this.clear();++e<r;){var i=t[e];
this.set(i[0],i[1])}}s(On,"Hash");On.prototype.clear=VU;On.prototype.delete=JU;On.prototype.get=KU;On.prototype.has=YU;On.prototype.set=ZU;ZT.
exports=On});var e0=S((VH,XT)=>{function QU(){this.__data__=[],this.size=0}s(QU,"listCacheClear");XT.exports=QU});var Qs=S((KH,t0)=>{var XU=Ua();function eM(t,e){for(var r=t.length;r--;)if(XU(t[r][0],e))return r;return-1}s(eM,"assocIndexOf");t0.exports=eM});var i0=S((ZH,r0)=>{var tM=Qs(),rM=Array.prototype,iM=rM.splice;function nM(t){var e=this.__data__,r=tM(e,t);if(r<0)return!1;var i=e.length-1;
return r==i?e.pop():iM.call(e,r,1),--this.size,!0}s(nM,"listCacheDelete");r0.exports=nM});var s0=S((XH,n0)=>{var sM=Qs();function oM(t){var e=this.__data__,r=sM(e,t);return r<0?void 0:e[r][1]}s(oM,"listCacheGet");n0.exports=oM});var a0=S((t9,o0)=>{var aM=Qs();function lM(t){return aM(this.__data__,t)>-1}s(lM,"listCacheHas");o0.exports=lM});var u0=S((i9,l0)=>{var uM=Qs();function cM(t,e){var r=this.__data__,i=uM(r,t);return i<0?(++this.size,r.push([t,e])):r[i][1]=e,this}s(cM,"li\
stCacheSet");l0.exports=cM});var f0=S((s9,c0)=>{var fM=e0(),hM=i0(),dM=s0(),pM=a0(),gM=u0();function xn(t){var e=-1,r=t==null?0:t.length;for(this.clear();++e<r;){var i=t[e];
this.set(i[0],i[1])}}s(xn,"ListCache");xn.prototype.clear=fM;xn.prototype.delete=hM;xn.prototype.get=dM;xn.prototype.has=pM;xn.prototype.set=
gM;c0.exports=xn});var d0=S((a9,h0)=>{var mM=Ps(),yM=cn(),_M=mM(yM,"Map");h0.exports=_M});var m0=S((l9,g0)=>{var p0=QT(),wM=f0(),bM=d0();function EM(){this.size=0,this.__data__={hash:new p0,map:new(bM||wM),string:new p0}}s(EM,"map\
CacheClear");g0.exports=EM});var _0=S((c9,y0)=>{function TM(t){var e=typeof t;return e=="string"||e=="number"||e=="symbol"||e=="boolean"?t!=="__proto__":t===null}s(TM,"i\
sKeyable");y0.exports=TM});var Xs=S((h9,w0)=>{var vM=_0();function SM(t,e){var r=t.__data__;return vM(e)?r[typeof e=="string"?"string":"hash"]:r.map}s(SM,"getMapData");
w0.exports=SM});var E0=S((p9,b0)=>{var AM=Xs();function RM(t){var e=AM(this,t).delete(t);return this.size-=e?1:0,e}s(RM,"mapCacheDelete");b0.exports=RM});var v0=S((m9,T0)=>{var kM=Xs();function OM(t){return kM(this,t).get(t)}s(OM,"mapCacheGet");T0.exports=OM});var A0=S((_9,S0)=>{var xM=Xs();function PM(t){return xM(this,t).has(t)}s(PM,"mapCacheHas");S0.exports=PM});var k0=S((b9,R0)=>{var IM=Xs();function DM(t,e){var r=IM(this,t),i=r.size;return r.set(t,e),this.size+=r.size==i?0:1,this}s(DM,"mapCacheSet");
R0.exports=DM});var x0=S((T9,O0)=>{var GM=m0(),FM=E0(),CM=v0(),NM=A0(),LM=k0();function Pn(t){var e=-1,r=t==null?0:t.length;for(this.clear();++e<r;){var i=t[e];
this.set(i[0],i[1])}}s(Pn,"MapCache");Pn.prototype.clear=GM;Pn.prototype.delete=FM;Pn.prototype.get=CM;Pn.prototype.has=NM;Pn.prototype.set=
LM;O0.exports=Pn});var I0=S((S9,P0)=>{var UM="__lodash_hash_undefined__";function MM(t){return this.__data__.set(t,UM),this}s(MM,"setCacheAdd");P0.exports=MM});var G0=S((R9,D0)=>{function qM(t){return this.__data__.has(t)}s(qM,"setCacheHas");D0.exports=qM});var jh=S((O9,F0)=>{var BM=x0(),jM=I0(),WM=G0();function wl(t){var e=-1,r=t==null?0:t.length;for(this.__data__=new BM;++e<r;)this.add(t[e])}s(
wl,"SetCache");wl.prototype.add=wl.prototype.push=jM;wl.prototype.has=WM;F0.exports=wl});var N0=S((P9,C0)=>{function $M(t,e,r,i){for(var n=t.length,o=r+(i?1:-1);i?o--:++o<n;)if(e(t[o],o,t))return o;return-1}s($M,"baseFindIndex");
C0.exports=$M});var U0=S((D9,L0)=>{function zM(t){return t!==t}s(zM,"baseIsNaN");L0.exports=zM});var q0=S((F9,M0)=>{function HM(t,e,r){for(var i=r-1,n=t.length;++i<n;)if(t[i]===e)return i;return-1}s(HM,"strictIndexOf");M0.exports=HM});var j0=S((N9,B0)=>{var VM=N0(),JM=U0(),KM=q0();function YM(t,e,r){return e===e?KM(t,e,r):VM(t,JM,r)}s(YM,"baseIndexOf");B0.exports=YM});var Wh=S((U9,W0)=>{var ZM=j0();function QM(t,e){var r=t==null?0:t.length;return!!r&&ZM(t,e,0)>-1}s(QM,"arrayIncludes");W0.exports=QM});var $h=S((q9,$0)=>{function XM(t,e,r){for(var i=-1,n=t==null?0:t.length;++i<n;)if(r(e,t[i]))return!0;return!1}s(XM,"arrayIncludesWith");$0.exports=
XM});var H0=S((j9,z0)=>{function eq(t,e){for(var r=-1,i=t==null?0:t.length,n=Array(i);++r<i;)n[r]=e(t[r],r,t);return n}s(eq,"arrayMap");z0.exports=
eq});var zh=S(($9,V0)=>{function tq(t,e){return t.has(e)}s(tq,"cacheHas");V0.exports=tq});var K0=S((H9,J0)=>{var rq=jh(),iq=Wh(),nq=$h(),sq=H0(),oq=Sf(),aq=zh(),lq=200;function uq(t,e,r,i){var n=-1,o=iq,a=!0,l=t.length,u=[],c=e.length;
if(!l)return u;r&&(e=sq(e,oq(r))),i?(o=nq,a=!1):e.length>=lq&&(o=aq,a=!1,e=new rq(e));e:for(;++n<l;){var f=t[n],h=r==null?f:r(f);if(f=i||f!==
0?f:0,a&&h===h){for(var d=c;d--;)if(e[d]===h)continue e;u.push(f)}else o(e,h,i)||u.push(f)}return u}s(uq,"baseDifference");J0.exports=uq});var Hh=S((J9,Y0)=>{var cq=Ma(),fq=fn();function hq(t){return fq(t)&&cq(t)}s(hq,"isArrayLikeObject");Y0.exports=hq});var X0=S((Y9,Q0)=>{var dq=K0(),pq=_l(),gq=La(),Z0=Hh(),mq=gq(function(t,e){return Z0(t)?dq(t,pq(e,1,Z0,!0)):[]});Q0.exports=mq});var tv=S((Z9,ev)=>{var yq=Ps(),_q=cn(),wq=yq(_q,"Set");ev.exports=wq});var iv=S((Q9,rv)=>{function bq(){}s(bq,"noop");rv.exports=bq});var Vh=S((e7,nv)=>{function Eq(t){var e=-1,r=Array(t.size);return t.forEach(function(i){r[++e]=i}),r}s(Eq,"setToArray");nv.exports=Eq});var ov=S((r7,sv)=>{var Jh=tv(),Tq=iv(),vq=Vh(),Sq=1/0,Aq=Jh&&1/vq(new Jh([,-0]))[1]==Sq?function(t){return new Jh(t)}:Tq;sv.exports=Aq});var lv=S((i7,av)=>{var Rq=jh(),kq=Wh(),Oq=$h(),xq=zh(),Pq=ov(),Iq=Vh(),Dq=200;function Gq(t,e,r){var i=-1,n=kq,o=t.length,a=!0,l=[],u=l;if(r)
a=!1,n=Oq;else if(o>=Dq){var c=e?null:Pq(t);if(c)return Iq(c);a=!1,n=xq,u=new Rq}else u=e?[]:l;e:for(;++i<o;){var f=t[i],h=e?e(f):f;if(f=r||
f!==0?f:0,a&&h===h){for(var d=u.length;d--;)if(u[d]===h)continue e;e&&u.push(h),l.push(f)}else n(u,h,r)||(u!==l&&u.push(h),l.push(f))}return l}
s(Gq,"baseUniq");av.exports=Gq});var cv=S((s7,uv)=>{var Fq=_l(),Cq=La(),Nq=lv(),Lq=Hh(),Uq=Cq(function(t){return Nq(Fq(t,1,Lq,!0))});uv.exports=Uq});var hv=S((o7,fv)=>{function Mq(t,e){return function(r){return t(e(r))}}s(Mq,"overArg");fv.exports=Mq});var pv=S((l7,dv)=>{var qq=hv(),Bq=qq(Object.getPrototypeOf,Object);dv.exports=Bq});var yv=S((u7,mv)=>{var jq=Os(),Wq=pv(),$q=fn(),zq="[object Object]",Hq=Function.prototype,Vq=Object.prototype,gv=Hq.toString,Jq=Vq.hasOwnProperty,
Kq=gv.call(Object);function Yq(t){if(!$q(t)||jq(t)!=zq)return!1;var e=Wq(t);if(e===null)return!0;var r=Jq.call(e,"constructor")&&e.constructor;
return typeof r=="function"&&r instanceof r&&gv.call(r)==Kq}s(Yq,"isPlainObject");mv.exports=Yq});var Tv=S((f7,Ev)=>{"use strict";Ev.exports=wv;function wv(t,e,r){t instanceof RegExp&&(t=_v(t,r)),e instanceof RegExp&&(e=_v(e,r));var i=bv(
t,e,r);return i&&{start:i[0],end:i[1],pre:r.slice(0,i[0]),body:r.slice(i[0]+t.length,i[1]),post:r.slice(i[1]+e.length)}}s(wv,"balanced");function _v(t,e){
var r=e.match(t);return r?r[0]:null}s(_v,"maybeMatch");wv.range=bv;function bv(t,e,r){var i,n,o,a,l,u=r.indexOf(t),c=r.indexOf(e,u+1),f=u;if(u>=
0&&c>0){if(t===e)return[u,c];for(i=[],o=r.length;f>=0&&!l;)f==u?(i.push(f),u=r.indexOf(t,f+1)):i.length==1?l=[i.pop(),c]:(n=i.pop(),n<o&&(o=
n,a=c),c=r.indexOf(e,f+1)),f=u<c&&u>=0?u:c;i.length&&(l=[o,a])}return l}s(bv,"range")});var xv=S((d7,Ov)=>{var Zq=Tv();Ov.exports=uB;var vv="\0SLASH"+Math.random().toFixed(16)+"\0",Sv="\0OPEN"+Math.random().toFixed(16)+"\0",bl="\
\0CLOSE"+Math.random().toFixed(16)+"\0",Av="\0COMMA"+Math.random().toFixed(16)+"\0",Rv="\0PERIOD"+Math.random().toFixed(16)+"\0",Qq=1e5,Xq=4e6,
eB=1e3,tB=1e3,rB=2e7,iB=16;function Kh(t){return parseInt(t,10)==t?parseInt(t,10):t.charCodeAt(0)}s(Kh,"numeric");function nB(t){return t.split(
"\\\\").join(vv).split("\\{").join(Sv).split("\\}").join(bl).split("\\,").join(Av).split("\\.").join(Rv)}s(nB,"escapeBraces");function sB(t){
return t.split(vv).join("\\").split(Sv).join("{").split(bl).join("}").split(Av).join(",").split(Rv).join(".")}s(sB,"unescapeBraces");function Yh(t,e){
for(var r=0;r<e.length;r++)t.push(e[r])}s(Yh,"pushAll");function kv(t,e,r){if(!(r.remaining<0)){var i=Zq.range("{","}",e),n=i!==void 0&&e.indexOf(
"{")<i[0];if(r.remaining-=i&&!n?i[1]+1:t.length,!(!i||r.remaining<0))return{end:i[1],pre:t.slice(0,i[0]),body:t.slice(i[0]+1,i[1]),post:t.slice(
i[1]+1),unmatched:n}}}s(kv,"balancedWithBudget");function oB(t,e){e.remaining-=t.length;for(var r=[],i=0;i<t.length;i++){var n=t.charCodeAt(
i);n===123?r.push(i):n===125&&r.length&&r.pop()}for(var o="",a=0,l=0;l<r.length;l++)o+=t.slice(a,r[l])+"\0",a=r[l]+1;return o+t.slice(a)}s(oB,
"maskUnmatchedOpens");function aB(t,e){if(e.remaining-=t.length,e.remaining<0)return!1;for(var r=!1,i=t.length-1;i>=0;i--){var n=t.charCodeAt(
i);if(n===125)r=!0;else if(n===10||n===13||n===8232||n===8233)r=!1;else if(n===44&&r&&t.charCodeAt(i+1)!==44)return!0}return!1}s(aB,"commaSe\
tFollows");function lB(t,e){for(var r=[],i="";;){var n=kv(t,t,e);if(e.remaining<0)return;if(!n){var o=t.split(",");return o[0]=i+o[0],Yh(r,o),
r}var a=n.pre,l=n.body,u=n.post,c=a.split(",");if(c[0]=i+c[0],c[c.length-1]+="{"+l+"}",!u.length)return Yh(r,c),r;i=c.pop(),Yh(r,c),t=u}}s(lB,
"parseCommaParts");function eo(t,e){return t==null||isNaN(t)?e:t}s(eo,"bound");function uB(t,e){if(!t)return[];e=e||{};var r=eo(e.max,Qq),i=eo(
e.maxLength,Xq),n=eo(e.maxDepth,eB),o=eo(e.maxRewrites,tB),a=eo(e.maxSteps,rB);return t.substr(0,2)==="{}"&&(t="\\{\\}"+t.substr(2)),Zh(nB(t),
r,i,n,0,o,{remaining:a},!0).map(sB)}s(uB,"expandTop");function cB(t){return"{"+t+"}"}s(cB,"embrace");function fB(t){return/^-?0\d/.test(t)}s(
fB,"isPadded");function hB(t,e){return t<=e}s(hB,"lte");function dB(t,e){return t>=e}s(dB,"gte");function to(t,e,r,i,n,o,a){var l=[],u=0,c;e:
for(var f=0;f<t.length;f++){var h=t[f]+e,d=r;o&&!h&&(c||(c=r.filter(Boolean)),d=c);for(var m=0;m<d.length;m++){if(l.length>=i)break e;var T=h+
d[m];if(u+T.length>n)break e;l.push(T),u+=T.length}}return a.remaining-=l.length,l}s(to,"combine");function pB(t,e,r,i,n){var o=t.split(/\.\./),
a=[];if(o[0]===void 0||o[1]===void 0)return a;var l=Kh(o[0]),u=Kh(o[1]),c=Math.max(o[0].length,o[1].length),f=o.length===3&&o[2]!==void 0?Math.
max(Math.abs(Kh(o[2])),1):1,h=hB,d=u<l;d&&(f*=-1,h=dB);for(var m=o.some(fB),T=m?c:1,E=0,v=l;h(v,u)&&a.length<r;v+=f){if(n.remaining-=T,n.remaining<
0)return;var b;if(e)b=String.fromCharCode(v),b==="\\"&&(b="");else if(b=String(v),m){var R=c-b.length;if(R>0){var F=new Array(R+1).join("0");
v<0?b="-"+F+b.slice(1):b=F+b}}if(E+b.length>i)break;a.push(b),E+=b.length}return a}s(pB,"expandSequence");function Zh(t,e,r,i,n,o,a,l){if(a.
remaining-=iB,n>i)return[t];for(var u=[""],c=0,f=!1,h=!0,d=t;;){let q=kv(t,d,a);if(!q)return to(u,t,[""],e,r,f,a);q.unmatched&&(d=oB(d,a));let ie=q.
pre;var m=s(function(){return to(u,ie+"{"+q.body+"}"+q.post,[""],e,r,f,a)},"literal");if(/\$$/.test(ie)){if(u=to(u,ie+"{"+q.body+"}",[""],e,
r,f&&!q.post.length,a),h=!1,!q.post.length)break;t=q.post,d=d.slice(q.end+1);continue}var T=/^-?\d+\.\.-?\d+(?:\.\.-?\d+)?$/.test(q.body),E=/^[a-zA-Z]\.\.[a-zA-Z](?:\.\.-?\d+)?$/.
test(q.body),v=T||E,b=q.body.indexOf(",")>=0;if(!v&&!b){if(c<o&&aB(q.post,a)){c++,t=q.pre+"{"+q.body+bl+q.post,d=d.slice(0,q.end)+bl+d.slice(
q.end+1),l=!0;continue}return m()}h&&(f=l&&!v,h=!1);var R;if(v){if(R=pB(q.body,E,e,r,a),!R)return m()}else{var F=lB(q.body,a);if(!F)return m();
if(F.length===1&&F[0]!==void 0){if(F=Zh(F[0],e,r,i,n+1,o,a,!1).map(cB),a.remaining<0)return m();if(F.length===1){var L=to(u,ie+F[0],[""],e,r,
f&&!q.post.length,a);if(a.remaining<0)return m();if(u=L,!q.post.length)break;t=q.post,d=d.slice(q.end+1);continue}}for(var z=f&&!q.post.length&&
!ie,X=0;z&&X<u.length;X++)u[X]&&(z=!1);R=[];var D=0;e:for(var $=0;$<F.length;$++){var x=Zh(F[$],e,r,i,n+1,o,a,!1);if(a.remaining<0)return m();
for(var B=0;B<x.length;B++){var j=x[B];if(!(z&&!j)){if(R.length>=e||D+j.length>r)break e;R.push(j),D+=j.length}}}}var Q=to(u,ie,R,e,r,f&&!q.
post.length,a);if(a.remaining<0)return m();if(u=Q,!q.post.length)break;t=q.post,d=d.slice(q.end+1)}return u}s(Zh,"expand")});var Pv=S(El=>{"use strict";Object.defineProperty(El,"__esModule",{value:!0});El.assertValidPattern=void 0;var gB=1024*64,mB=s(t=>{if(typeof t!=
"string")throw new TypeError("invalid pattern");if(t.length>gB)throw new TypeError("pattern is too long")},"assertValidPattern");El.assertValidPattern=
mB});var Dv=S(Tl=>{"use strict";Object.defineProperty(Tl,"__esModule",{value:!0});Tl.parseClass=void 0;var yB={"[:alnum:]":["\\p{L}\\p{Nl}\\p{Nd}",
!0],"[:alpha:]":["\\p{L}\\p{Nl}",!0],"[:ascii:]":["\\x00-\\x7f",!1],"[:blank:]":["\\p{Zs}\\t",!0],"[:cntrl:]":["\\p{Cc}",!0],"[:digit:]":["\\\
p{Nd}",!0],"[:graph:]":["\\p{Z}\\p{C}",!0,!0],"[:lower:]":["\\p{Ll}",!0],"[:print:]":["\\p{C}",!0],"[:punct:]":["\\p{P}",!0],"[:space:]":["\\\
p{Z}\\t\\r\\n\\v\\f",!0],"[:upper:]":["\\p{Lu}",!0],"[:word:]":["\\p{L}\\p{Nl}\\p{Nd}\\p{Pc}",!0],"[:xdigit:]":["A-Fa-f0-9",!1]},ro=s(t=>t.replace(
/[[\]\\-]/g,"\\$&"),"braceEscape"),_B=s(t=>t.replace(/[-[\]{}()*+?.,\\^$|#\s]/g,"\\$&"),"regexpEscape"),Iv=s(t=>t.join(""),"rangesToString"),
wB=s((t,e)=>{let r=e;if(t.charAt(r)!=="[")throw new Error("not in a brace expression");let i=[],n=[],o=r+1,a=!1,l=!1,u=!1,c=!1,f=r,h="";e:for(;o<
t.length;){let E=t.charAt(o);if((E==="!"||E==="^")&&o===r+1){c=!0,o++;continue}if(E==="]"&&a&&!u){f=o+1;break}if(a=!0,E==="\\"&&!u){u=!0,o++;
continue}if(E==="["&&!u){for(let[v,[b,R,F]]of Object.entries(yB))if(t.startsWith(v,o)){if(h)return["$.",!1,t.length-r,!0];o+=v.length,F?n.push(
b):i.push(b),l=l||R;continue e}}if(u=!1,h){E>h?i.push(ro(h)+"-"+ro(E)):E===h&&i.push(ro(E)),h="",o++;continue}if(t.startsWith("-]",o+1)){i.push(
ro(E+"-")),o+=2;continue}if(t.startsWith("-",o+1)){h=E,o+=2;continue}i.push(ro(E)),o++}if(f<o)return["",!1,0,!1];if(!i.length&&!n.length)return[
"$.",!1,t.length-r,!0];if(n.length===0&&i.length===1&&/^\\?.$/.test(i[0])&&!c){let E=i[0].length===2?i[0].slice(-1):i[0];return[_B(E),!1,f-r,
!1]}let d="["+(c?"^":"")+Iv(i)+"]",m="["+(c?"":"^")+Iv(n)+"]";return[i.length&&n.length?"("+d+"|"+m+")":i.length?d:m,l,f-r,!0]},"parseClass");
Tl.parseClass=wB});var Sl=S(vl=>{"use strict";Object.defineProperty(vl,"__esModule",{value:!0});vl.unescape=void 0;var bB=s((t,{windowsPathsNoEscape:e=!1}={})=>e?
t.replace(/\[([^\/\\])\]/g,"$1"):t.replace(/((?!\\).|^)\[([^\/\\])\]/g,"$1$2").replace(/\\([^\/])/g,"$1"),"unescape");vl.unescape=bB});var ed=S(Ol=>{"use strict";var Rt;Object.defineProperty(Ol,"__esModule",{value:!0});Ol.AST=void 0;var EB=Dv(),Al=Sl(),TB=new Set(["!","?","+",
"*","@"]),Qh=s(t=>TB.has(t),"isExtglobType"),Gv=s(t=>Qh(t.type),"isExtglobAST"),vB=new Map([["!",["@"]],["?",["?","@"]],["@",["@"]],["*",["*",
"+","?","@"]],["+",["+","@"]]]),SB=new Map([["!",["?"]],["@",["?"]],["+",["?","*"]]]),AB=new Map([["!",["?","@"]],["?",["?","@"]],["@",["?",
"@"]],["*",["*","+","?","@"]],["+",["+","@","?","*"]]]),Fv=new Map([["!",new Map([["!","@"]])],["?",new Map([["*","*"],["+","*"]])],["@",new Map(
[["!","!"],["?","?"],["@","@"],["*","*"],["+","+"]])],["+",new Map([["?","*"],["*","*"]])]]),RB="(?!(?:^|/)\\.\\.?(?:$|/))",Rl="(?!\\.)",kB=new Set(
["[","."]),OB=new Set(["..","."]),xB=new Set("().*{}+?[]^$\\!"),PB=s(t=>t.replace(/[-[\]{}()*+?.,\\^$|#\s]/g,"\\$&"),"regExpEscape"),Xh="[^/\
]",Cv=Xh+"*?",Nv=Xh+"+?",kl=class{static{s(this,"AST")}type;#e;#r;#n=!1;#t=[];#o;#E;#u;#f=!1;#l;#a;#s=!1;constructor(e,r,i={}){this.type=e,e&&
(this.#r=!0),this.#o=r,this.#e=this.#o?this.#o.#e:this,this.#l=this.#e===this?i:this.#e.#l,this.#u=this.#e===this?[]:this.#e.#u,e==="!"&&!this.#e.#f&&
this.#u.push(this),this.#E=this.#o?this.#o.#t.length:0}get hasMagic(){if(this.#r!==void 0)return this.#r;for(let e of this.#t)if(typeof e!="\
string"&&(e.type||e.hasMagic))return this.#r=!0;return this.#r}toString(){return this.#a!==void 0?this.#a:this.type?this.#a=this.type+"("+this.#t.
map(e=>String(e)).join("|")+")":this.#a=this.#t.map(e=>String(e)).join("")}#y(){if(this!==this.#e)throw new Error("should only call on root");
if(this.#f)return this;this.toString(),this.#f=!0;let e;for(;e=this.#u.pop();){if(e.type!=="!")continue;let r=e,i=r.#o;for(;i;){for(let n=r.#E+
1;!i.type&&n<i.#t.length;n++)for(let o of e.#t){if(typeof o=="string")throw new Error("string part in extglob AST??");o.copyIn(i.#t[n])}r=i,
i=r.#o}}return this}push(...e){for(let r of e)if(r!==""){if(typeof r!="string"&&!(r instanceof Rt&&r.#o===this))throw new Error("invalid par\
t: "+r);this.#t.push(r)}}toJSON(){let e=this.type===null?this.#t.slice().map(r=>typeof r=="string"?r:r.toJSON()):[this.type,...this.#t.map(r=>r.
toJSON())];return this.isStart()&&!this.type&&e.unshift([]),this.isEnd()&&(this===this.#e||this.#e.#f&&this.#o?.type==="!")&&e.push({}),e}isStart(){
if(this.#e===this)return!0;if(!this.#o?.isStart())return!1;if(this.#E===0)return!0;let e=this.#o;for(let r=0;r<this.#E;r++){let i=e.#t[r];if(!(i instanceof
Rt&&i.type==="!"))return!1}return!0}isEnd(){if(this.#e===this||this.#o?.type==="!")return!0;if(!this.#o?.isEnd())return!1;if(!this.type)return this.#o?.
isEnd();let e=this.#o?this.#o.#t.length:0;return this.#E===e-1}copyIn(e){typeof e=="string"?this.push(e):this.push(e.clone(this))}clone(e){let r=new Rt(
this.type,e);for(let i of this.#t)r.copyIn(i);return r}static#_(e,r,i,n,o){let a=n.maxExtglobRecursion??2,l=!1,u=!1,c=-1,f=!1;if(r.type===null){
let E=i,v="";for(;E<e.length;){let b=e.charAt(E++);if(l||b==="\\"){l=!l,v+=b;continue}if(u){E===c+1?(b==="^"||b==="!")&&(f=!0):b==="]"&&!(E===
c+2&&f)&&(u=!1),v+=b;continue}else if(b==="["){u=!0,c=E,f=!1,v+=b;continue}if(!n.noext&&Qh(b)&&e.charAt(E)==="("&&o<=a){r.push(v),v="";let F=new Rt(
b,r);E=Rt.#_(e,F,E,n,o+1),r.push(F);continue}v+=b}return r.push(v),E}let h=i+1,d=new Rt(null,r),m=[],T="";for(;h<e.length;){let E=e.charAt(h++);
if(l||E==="\\"){l=!l,T+=E;continue}if(u){h===c+1?(E==="^"||E==="!")&&(f=!0):E==="]"&&!(h===c+2&&f)&&(u=!1),T+=E;continue}else if(E==="["){u=
!0,c=h,f=!1,T+=E;continue}if(Qh(E)&&e.charAt(h)==="("&&(o<=a||r&&r.#T(E))){let b=r&&r.#T(E)?0:1;d.push(T),T="";let R=new Rt(E,d);d.push(R),h=
Rt.#_(e,R,h,n,o+b);continue}if(E==="|"){d.push(T),T="",m.push(d),d=new Rt(null,r);continue}if(E===")")return T===""&&r.#t.length===0&&(r.#s=
!0),d.push(T),T="",r.push(...m,d),h;T+=E}return r.type=null,r.#r=void 0,r.#t=[e.substring(i-1)],h}#g(e){return this.#d(e,SB)}#d(e,r=vB){if(!e||
typeof e!="object"||e.type!==null||e.#t.length!==1||this.type===null)return!1;let i=e.#t[0];return!i||typeof i!="object"||i.type===null?!1:this.#T(
i.type,r)}#T(e,r=AB){return!!r.get(this.type)?.includes(e)}#p(e,r){let i=e.#t[0],n=new Rt(null,i,this.options);n.#t.push(""),i.push(n),this.#S(
e,r)}#S(e,r){let i=e.#t[0];this.#t.splice(r,1,...i.#t);for(let n of i.#t)typeof n=="object"&&(n.#o=this);this.#a=void 0}#A(e){return!!Fv.get(
this.type)?.has(e)}#m(e){if(!e||typeof e!="object"||e.type!==null||e.#t.length!==1||this.type===null||this.#t.length!==1)return!1;let r=e.#t[0];
return!r||typeof r!="object"||r.type===null?!1:this.#A(r.type)}#v(e){let r=Fv.get(this.type),i=e.#t[0],n=r?.get(i.type);if(!n)return!1;this.#t=
i.#t;for(let o of this.#t)typeof o=="object"&&(o.#o=this);this.type=n,this.#a=void 0,this.#s=!1}#w(){if(Gv(this)){let e=0,r=!1;do{r=!0;for(let i=0;i<
this.#t.length;i++){let n=this.#t[i];typeof n=="object"&&(n.#w(),this.#d(n)?(r=!1,this.#S(n,i)):this.#g(n)?(r=!1,this.#p(n,i)):this.#m(n)&&(r=
!1,this.#v(n)))}}while(!r&&++e<10)}else for(let e of this.#t)typeof e=="object"&&e.#w();this.#a=void 0}static fromGlob(e,r={}){let i=new Rt(
null,void 0,r);return Rt.#_(e,i,0,r,0),i}toMMPattern(){if(this!==this.#e)return this.#e.toMMPattern();let e=this.toString(),[r,i,n,o]=this.toRegExpSource();
if(!(n||this.#r||this.#l.nocase&&!this.#l.nocaseMagicOnly&&e.toUpperCase()!==e.toLowerCase()))return i;let l=(this.#l.nocase?"i":"")+(o?"u":
"");return Object.assign(new RegExp(`^${r}$`,l),{_src:r,_glob:e})}get options(){return this.#l}toRegExpSource(e){let r=e??!!this.#l.dot;if(this.#e===
this&&(this.#w(),this.#y()),!Gv(this)){let u=this.isStart()&&this.isEnd(),c=this.#t.map(m=>{let[T,E,v,b]=typeof m=="string"?Rt.#R(m,this.#r,
u):m.toRegExpSource(e);return this.#r=this.#r||v,this.#n=this.#n||b,T}).join(""),f="";if(this.isStart()&&typeof this.#t[0]=="string"&&!(this.#t.
length===1&&OB.has(this.#t[0]))){let T=kB,E=r&&T.has(c.charAt(0))||c.startsWith("\\.")&&T.has(c.charAt(2))||c.startsWith("\\.\\.")&&T.has(c.
charAt(4)),v=!r&&!e&&T.has(c.charAt(0));f=E?RB:v?Rl:""}let h="";return this.isEnd()&&this.#e.#f&&this.#o?.type==="!"&&(h="(?:$|\\/)"),[f+c+h,
(0,Al.unescape)(c),this.#r=!!this.#r,this.#n]}let i=this.type==="*"||this.type==="+",n=this.type==="!"?"(?:(?!(?:":"(?:",o=this.#h(r);if(this.
isStart()&&this.isEnd()&&!o&&this.type!=="!"){let u=this.toString(),c=this;return c.#t=[u],c.type=null,c.#r=void 0,[u,(0,Al.unescape)(this.toString()),
!1,!1]}let a=!i||e||r||!Rl?"":this.#h(!0);a===o&&(a=""),a&&(o=`(?:${o})(?:${a})*?`);let l="";if(this.type==="!"&&this.#s)l=(this.isStart()&&
!r?Rl:"")+Nv;else{let u=this.type==="!"?"))"+(this.isStart()&&!r&&!e?Rl:"")+Cv+")":this.type==="@"?")":this.type==="?"?")?":this.type==="+"&&
a?")":this.type==="*"&&a?")?":`)${this.type}`;l=n+o+u}return[l,(0,Al.unescape)(o),this.#r=!!this.#r,this.#n]}#h(e){return this.#t.map(r=>{if(typeof r==
"string")throw new Error("string type in extglob ast??");let[i,n,o,a]=r.toRegExpSource(e);return this.#n=this.#n||a,i}).filter(r=>!(this.isStart()&&
this.isEnd())||!!r).join("|")}static#R(e,r,i=!1){let n=!1,o="",a=!1,l=!1;for(let u=0;u<e.length;u++){let c=e.charAt(u);if(n){n=!1,o+=(xB.has(
c)?"\\":"")+c,l=!1;continue}if(c==="\\"){u===e.length-1?o+="\\\\":n=!0;continue}if(c==="["){let[f,h,d,m]=(0,EB.parseClass)(e,u);if(d){o+=f,a=
a||h,u+=d-1,r=r||m,l=!1;continue}}if(c==="*"){if(l)continue;l=!0,o+=i&&/^[*]+$/.test(e)?Nv:Cv,r=!0;continue}else l=!1;if(c==="?"){o+=Xh,r=!0;
continue}o+=PB(c)}return[o,(0,Al.unescape)(e),!!r,a]}};Ol.AST=kl;Rt=kl});var td=S(xl=>{"use strict";Object.defineProperty(xl,"__esModule",{value:!0});xl.escape=void 0;var IB=s((t,{windowsPathsNoEscape:e=!1}={})=>e?
t.replace(/[?*()[\]]/g,"[$&]"):t.replace(/[?*()[\]\\]/g,"\\$&"),"escape");xl.escape=IB});var Vr=S(V=>{"use strict";var DB=V&&V.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(V,"__esModule",
{value:!0});V.unescape=V.escape=V.AST=V.Minimatch=V.match=V.makeRe=V.braceExpand=V.defaults=V.filter=V.GLOBSTAR=V.sep=V.minimatch=void 0;var GB=DB(
xv()),Pl=Pv(),Mv=ed(),FB=td(),CB=Sl(),NB=s((t,e,r={})=>((0,Pl.assertValidPattern)(e),!r.nocomment&&e.charAt(0)==="#"?!1:new Di(e,r).match(t)),
"minimatch");V.minimatch=NB;var LB=/^\*+([^+@!?\*\[\(]*)$/,UB=s(t=>e=>!e.startsWith(".")&&e.endsWith(t),"starDotExtTest"),MB=s(t=>e=>e.endsWith(
t),"starDotExtTestDot"),qB=s(t=>(t=t.toLowerCase(),e=>!e.startsWith(".")&&e.toLowerCase().endsWith(t)),"starDotExtTestNocase"),BB=s(t=>(t=t.
toLowerCase(),e=>e.toLowerCase().endsWith(t)),"starDotExtTestNocaseDot"),jB=/^\*+\.\*+$/,WB=s(t=>!t.startsWith(".")&&t.includes("."),"starDo\
tStarTest"),$B=s(t=>t!=="."&&t!==".."&&t.includes("."),"starDotStarTestDot"),zB=/^\.\*+$/,HB=s(t=>t!=="."&&t!==".."&&t.startsWith("."),"dotS\
tarTest"),VB=/^\*+$/,JB=s(t=>t.length!==0&&!t.startsWith("."),"starTest"),KB=s(t=>t.length!==0&&t!=="."&&t!=="..","starTestDot"),YB=/^\?+([^+@!?\*\[\(]*)?$/,
ZB=s(([t,e=""])=>{let r=qv([t]);return e?(e=e.toLowerCase(),i=>r(i)&&i.toLowerCase().endsWith(e)):r},"qmarksTestNocase"),QB=s(([t,e=""])=>{let r=Bv(
[t]);return e?(e=e.toLowerCase(),i=>r(i)&&i.toLowerCase().endsWith(e)):r},"qmarksTestNocaseDot"),XB=s(([t,e=""])=>{let r=Bv([t]);return e?i=>r(
i)&&i.endsWith(e):r},"qmarksTestDot"),e2=s(([t,e=""])=>{let r=qv([t]);return e?i=>r(i)&&i.endsWith(e):r},"qmarksTest"),qv=s(([t])=>{let e=t.
length;return r=>r.length===e&&!r.startsWith(".")},"qmarksTestNoExt"),Bv=s(([t])=>{let e=t.length;return r=>r.length===e&&r!=="."&&r!==".."},
"qmarksTestNoExtDot"),jv=typeof process=="object"&&process?typeof process.env=="object"&&process.env&&process.env.__MINIMATCH_TESTING_PLATFORM__||
process.platform:"posix",Lv={win32:{sep:"\\"},posix:{sep:"/"}};V.sep=jv==="win32"?Lv.win32.sep:Lv.posix.sep;V.minimatch.sep=V.sep;V.GLOBSTAR=
Symbol("globstar **");V.minimatch.GLOBSTAR=V.GLOBSTAR;var t2="[^/]",r2=t2+"*?",i2="(?:(?!(?:\\/|^)(?:\\.{1,2})($|\\/)).)*?",n2="(?:(?!(?:\\/|\
^)\\.).)*?",s2=s((t,e={})=>r=>(0,V.minimatch)(r,t,e),"filter");V.filter=s2;V.minimatch.filter=V.filter;var Lt=s((t,e={})=>Object.assign({},t,
e),"ext"),o2=s(t=>{if(!t||typeof t!="object"||!Object.keys(t).length)return V.minimatch;let e=V.minimatch;return Object.assign(s((i,n,o={})=>e(
i,n,Lt(t,o)),"m"),{Minimatch:class extends e.Minimatch{static{s(this,"Minimatch")}constructor(n,o={}){super(n,Lt(t,o))}static defaults(n){return e.
defaults(Lt(t,n)).Minimatch}},AST:class extends e.AST{static{s(this,"AST")}constructor(n,o,a={}){super(n,o,Lt(t,a))}static fromGlob(n,o={}){
return e.AST.fromGlob(n,Lt(t,o))}},unescape:s((i,n={})=>e.unescape(i,Lt(t,n)),"unescape"),escape:s((i,n={})=>e.escape(i,Lt(t,n)),"escape"),filter:s(
(i,n={})=>e.filter(i,Lt(t,n)),"filter"),defaults:s(i=>e.defaults(Lt(t,i)),"defaults"),makeRe:s((i,n={})=>e.makeRe(i,Lt(t,n)),"makeRe"),braceExpand:s(
(i,n={})=>e.braceExpand(i,Lt(t,n)),"braceExpand"),match:s((i,n,o={})=>e.match(i,n,Lt(t,o)),"match"),sep:e.sep,GLOBSTAR:V.GLOBSTAR})},"defaul\
ts");V.defaults=o2;V.minimatch.defaults=V.defaults;var a2=s((t,e={})=>((0,Pl.assertValidPattern)(t),e.nobrace||!/\{(?:(?!\{).)*\}/.test(t)?[
t]:(0,GB.default)(t)),"braceExpand");V.braceExpand=a2;V.minimatch.braceExpand=V.braceExpand;var l2=s((t,e={})=>new Di(t,e).makeRe(),"makeRe");
V.makeRe=l2;V.minimatch.makeRe=V.makeRe;var u2=s((t,e,r={})=>{let i=new Di(e,r);return t=t.filter(n=>i.match(n)),i.options.nonull&&!t.length&&
t.push(e),t},"match");V.match=u2;V.minimatch.match=V.match;var Uv=/[?*]|[+@!]\(.*?\)|\[|\]/,c2=s(t=>t.replace(/[-[\]{}()*+?.,\\^$|#\s]/g,"\\$\
&"),"regExpEscape"),Di=class{static{s(this,"Minimatch")}options;set;pattern;windowsPathsNoEscape;nonegate;negate;comment;empty;preserveMultipleSlashes;partial;globSet;globParts;nocase;isWindows;platform;windowsNoMagicRoot;maxGlobstarRecursion;regexp;constructor(e,r={}){
(0,Pl.assertValidPattern)(e),r=r||{},this.options=r,this.maxGlobstarRecursion=r.maxGlobstarRecursion??200,this.pattern=e,this.platform=r.platform||
jv,this.isWindows=this.platform==="win32",this.windowsPathsNoEscape=!!r.windowsPathsNoEscape||r.allowWindowsEscape===!1,this.windowsPathsNoEscape&&
(this.pattern=this.pattern.replace(/\\/g,"/")),this.preserveMultipleSlashes=!!r.preserveMultipleSlashes,this.regexp=null,this.negate=!1,this.
nonegate=!!r.nonegate,this.comment=!1,this.empty=!1,this.partial=!!r.partial,this.nocase=!!this.options.nocase,this.windowsNoMagicRoot=r.windowsNoMagicRoot!==
void 0?r.windowsNoMagicRoot:!!(this.isWindows&&this.nocase),this.globSet=[],this.globParts=[],this.set=[],this.make()}hasMagic(){if(this.options.
magicalBraces&&this.set.length>1)return!0;for(let e of this.set)for(let r of e)if(typeof r!="string")return!0;return!1}debug(...e){}make(){let e=this.
pattern,r=this.options;if(!r.nocomment&&e.charAt(0)==="#"){this.comment=!0;return}if(!e){this.empty=!0;return}this.parseNegate(),this.globSet=
[...new Set(this.braceExpand())],r.debug&&(this.debug=(...o)=>console.error(...o)),this.debug(this.pattern,this.globSet);let i=this.globSet.
map(o=>this.slashSplit(o));this.globParts=this.preprocess(i),this.debug(this.pattern,this.globParts);let n=this.globParts.map((o,a,l)=>{if(this.
isWindows&&this.windowsNoMagicRoot){let u=o[0]===""&&o[1]===""&&(o[2]==="?"||!Uv.test(o[2]))&&!Uv.test(o[3]),c=/^[a-z]:/i.test(o[0]);if(u)return[
...o.slice(0,4),...o.slice(4).map(f=>this.parse(f))];if(c)return[o[0],...o.slice(1).map(f=>this.parse(f))]}return o.map(u=>this.parse(u))});
if(this.debug(this.pattern,n),this.set=n.filter(o=>o.indexOf(!1)===-1),this.isWindows)for(let o=0;o<this.set.length;o++){let a=this.set[o];a[0]===
""&&a[1]===""&&this.globParts[o][2]==="?"&&typeof a[3]=="string"&&/^[a-z]:$/i.test(a[3])&&(a[2]="?")}this.debug(this.pattern,this.set)}preprocess(e){
if(this.options.noglobstar)for(let i=0;i<e.length;i++)for(let n=0;n<e[i].length;n++)e[i][n]==="**"&&(e[i][n]="*");let{optimizationLevel:r=1}=this.
options;return r>=2?(e=this.firstPhasePreProcess(e),e=this.secondPhasePreProcess(e)):r>=1?e=this.levelOneOptimize(e):e=this.adjascentGlobstarOptimize(
e),e}adjascentGlobstarOptimize(e){return e.map(r=>{let i=-1;for(;(i=r.indexOf("**",i+1))!==-1;){let n=i;for(;r[n+1]==="**";)n++;n!==i&&r.splice(
i,n-i)}return r})}levelOneOptimize(e){return e.map(r=>(r=r.reduce((i,n)=>{let o=i[i.length-1];return n==="**"&&o==="**"?i:n===".."&&o&&o!=="\
.."&&o!=="."&&o!=="**"?(i.pop(),i):(i.push(n),i)},[]),r.length===0?[""]:r))}levelTwoFileOptimize(e){Array.isArray(e)||(e=this.slashSplit(e));
let r=!1;do{if(r=!1,!this.preserveMultipleSlashes){for(let n=1;n<e.length-1;n++){let o=e[n];n===1&&o===""&&e[0]===""||(o==="."||o==="")&&(r=
!0,e.splice(n,1),n--)}e[0]==="."&&e.length===2&&(e[1]==="."||e[1]==="")&&(r=!0,e.pop())}let i=0;for(;(i=e.indexOf("..",i+1))!==-1;){let n=e[i-
1];n&&n!=="."&&n!==".."&&n!=="**"&&(r=!0,e.splice(i-1,2),i-=2)}}while(r);return e.length===0?[""]:e}firstPhasePreProcess(e){let r=!1;do{r=!1;
for(let i of e){let n=-1;for(;(n=i.indexOf("**",n+1))!==-1;){let a=n;for(;i[a+1]==="**";)a++;a>n&&i.splice(n+1,a-n);let l=i[n+1],u=i[n+2],c=i[n+
3];if(l!==".."||!u||u==="."||u===".."||!c||c==="."||c==="..")continue;r=!0,i.splice(n,1);let f=i.slice(0);f[n]="**",e.push(f),n--}if(!this.preserveMultipleSlashes){
for(let a=1;a<i.length-1;a++){let l=i[a];a===1&&l===""&&i[0]===""||(l==="."||l==="")&&(r=!0,i.splice(a,1),a--)}i[0]==="."&&i.length===2&&(i[1]===
"."||i[1]==="")&&(r=!0,i.pop())}let o=0;for(;(o=i.indexOf("..",o+1))!==-1;){let a=i[o-1];if(a&&a!=="."&&a!==".."&&a!=="**"){r=!0;let u=o===1&&
i[o+1]==="**"?["."]:[];i.splice(o-1,2,...u),i.length===0&&i.push(""),o-=2}}}}while(r);return e}secondPhasePreProcess(e){for(let r=0;r<e.length-
1;r++)for(let i=r+1;i<e.length;i++){let n=this.partsMatch(e[r],e[i],!this.preserveMultipleSlashes);if(n){e[r]=[],e[i]=n;break}}return e.filter(
r=>r.length)}partsMatch(e,r,i=!1){let n=0,o=0,a=[],l="";for(;n<e.length&&o<r.length;)if(e[n]===r[o])a.push(l==="b"?r[o]:e[n]),n++,o++;else if(i&&
e[n]==="**"&&r[o]===e[n+1])a.push(e[n]),n++;else if(i&&r[o]==="**"&&e[n]===r[o+1])a.push(r[o]),o++;else if(e[n]==="*"&&r[o]&&(this.options.dot||
!r[o].startsWith("."))&&r[o]!=="**"){if(l==="b")return!1;l="a",a.push(e[n]),n++,o++}else if(r[o]==="*"&&e[n]&&(this.options.dot||!e[n].startsWith(
"."))&&e[n]!=="**"){if(l==="a")return!1;l="b",a.push(r[o]),n++,o++}else return!1;return e.length===r.length&&a}parseNegate(){if(this.nonegate)
return;let e=this.pattern,r=!1,i=0;for(let n=0;n<e.length&&e.charAt(n)==="!";n++)r=!r,i++;i&&(this.pattern=e.slice(i)),this.negate=r}matchOne(e,r,i=!1){
let n=0,o=0;if(this.isWindows){let l=typeof e[0]=="string"&&/^[a-z]:$/i.test(e[0]),u=!l&&e[0]===""&&e[1]===""&&e[2]==="?"&&/^[a-z]:$/i.test(
e[3]),c=typeof r[0]=="string"&&/^[a-z]:$/i.test(r[0]),f=!c&&r[0]===""&&r[1]===""&&r[2]==="?"&&typeof r[3]=="string"&&/^[a-z]:$/i.test(r[3]),
h=u?3:l?0:void 0,d=f?3:c?0:void 0;if(typeof h=="number"&&typeof d=="number"){let[m,T]=[e[h],r[d]];m.toLowerCase()===T.toLowerCase()&&(r[d]=m,
o=d,n=h)}}let{optimizationLevel:a=1}=this.options;return a>=2&&(e=this.levelTwoFileOptimize(e)),r.includes(V.GLOBSTAR)?this.#e(e,r,i,n,o):this.#n(
e,r,i,n,o)}#e(e,r,i,n,o){let a=r.indexOf(V.GLOBSTAR,o),l=r.lastIndexOf(V.GLOBSTAR),[u,c,f]=i?[r.slice(o,a),r.slice(a+1),[]]:[r.slice(o,a),r.
slice(a+1,l),r.slice(l+1)];if(u.length){let R=e.slice(n,n+u.length);if(!this.#n(R,u,i,0,0))return!1;n+=u.length}let h=0;if(f.length){if(f.length+
n>e.length)return!1;let R=e.length-f.length;if(this.#n(e,f,i,R,0))h=f.length;else{if(e[e.length-1]!==""||n+f.length===e.length||(R--,!this.#n(
e,f,i,R,0)))return!1;h=f.length+1}}if(!c.length){let R=!!h;for(let F=n;F<e.length-h;F++){let L=String(e[F]);if(R=!0,L==="."||L===".."||!this.
options.dot&&L.startsWith("."))return!1}return i||R}let d=[[[],0]],m=d[0],T=0,E=[0];for(let R of c)R===V.GLOBSTAR?(E.push(T),m=[[],0],d.push(
m)):(m[0].push(R),T++);let v=d.length-1,b=e.length-h;for(let R of d)R[1]=b-(E[v--]+R[0].length);return!!this.#r(e,d,n,0,i,0,!!h)}#r(e,r,i,n,o,a,l){
let u=r[n];if(!u){for(let h=i;h<e.length;h++){l=!0;let d=e[h];if(d==="."||d===".."||!this.options.dot&&d.startsWith("."))return!1}return l}let[
c,f]=u;for(;i<=f;){if(this.#n(e.slice(0,i+c.length),c,o,i,0)&&a<this.maxGlobstarRecursion){let m=this.#r(e,r,i+c.length,n+1,o,a+1,l);if(m!==
!1)return m}let d=e[i];if(d==="."||d===".."||!this.options.dot&&d.startsWith("."))return!1;i++}return o||null}#n(e,r,i,n,o){let a,l,u,c;for(a=
n,l=o,c=e.length,u=r.length;a<c&&l<u;a++,l++){this.debug("matchOne loop");let f=r[l],h=e[a];if(this.debug(r,f,h),f===!1||f===V.GLOBSTAR)return!1;
let d;if(typeof f=="string"?(d=h===f,this.debug("string match",f,h,d)):(d=f.test(h),this.debug("pattern match",f,h,d)),!d)return!1}if(a===c&&
l===u)return!0;if(a===c)return i;if(l===u)return a===c-1&&e[a]==="";throw new Error("wtf?")}braceExpand(){return(0,V.braceExpand)(this.pattern,
this.options)}parse(e){(0,Pl.assertValidPattern)(e);let r=this.options;if(e==="**")return V.GLOBSTAR;if(e==="")return"";let i,n=null;(i=e.match(
VB))?n=r.dot?KB:JB:(i=e.match(LB))?n=(r.nocase?r.dot?BB:qB:r.dot?MB:UB)(i[1]):(i=e.match(YB))?n=(r.nocase?r.dot?QB:ZB:r.dot?XB:e2)(i):(i=e.match(
jB))?n=r.dot?$B:WB:(i=e.match(zB))&&(n=HB);let o=Mv.AST.fromGlob(e,this.options).toMMPattern();return n&&typeof o=="object"&&Reflect.defineProperty(
o,"test",{value:n}),o}makeRe(){if(this.regexp||this.regexp===!1)return this.regexp;let e=this.set;if(!e.length)return this.regexp=!1,this.regexp;
let r=this.options,i=r.noglobstar?r2:r.dot?i2:n2,n=new Set(r.nocase?["i"]:[]),o=e.map(u=>{let c=u.map(f=>{if(f instanceof RegExp)for(let h of f.
flags.split(""))n.add(h);return typeof f=="string"?c2(f):f===V.GLOBSTAR?V.GLOBSTAR:f._src});return c.forEach((f,h)=>{let d=c[h+1],m=c[h-1];f!==
V.GLOBSTAR||m===V.GLOBSTAR||(m===void 0?d!==void 0&&d!==V.GLOBSTAR?c[h+1]="(?:\\/|"+i+"\\/)?"+d:c[h]=i:d===void 0?c[h-1]=m+"(?:\\/|"+i+")?":
d!==V.GLOBSTAR&&(c[h-1]=m+"(?:\\/|\\/"+i+"\\/)"+d,c[h+1]=V.GLOBSTAR))}),c.filter(f=>f!==V.GLOBSTAR).join("/")}).join("|"),[a,l]=e.length>1?[
"(?:",")"]:["",""];o="^"+a+o+l+"$",this.negate&&(o="^(?!"+o+").+$");try{this.regexp=new RegExp(o,[...n].join(""))}catch{this.regexp=!1}return this.
regexp}slashSplit(e){return this.preserveMultipleSlashes?e.split("/"):this.isWindows&&/^\/\/[^\/]+/.test(e)?["",...e.split(/\/+/)]:e.split(/\/+/)}match(e,r=this.
partial){if(this.debug("match",e,this.pattern),this.comment)return!1;if(this.empty)return e==="";if(e==="/"&&r)return!0;let i=this.options;this.
isWindows&&(e=e.split("\\").join("/"));let n=this.slashSplit(e);this.debug(this.pattern,"split",n);let o=this.set;this.debug(this.pattern,"s\
et",o);let a=n[n.length-1];if(!a)for(let l=n.length-2;!a&&l>=0;l--)a=n[l];for(let l=0;l<o.length;l++){let u=o[l],c=n;if(i.matchBase&&u.length===
1&&(c=[a]),this.matchOne(c,u,r))return i.flipNegate?!0:!this.negate}return i.flipNegate?!1:this.negate}static defaults(e){return V.minimatch.
defaults(e).Minimatch}};V.Minimatch=Di;var f2=ed();Object.defineProperty(V,"AST",{enumerable:!0,get:s(function(){return f2.AST},"get")});var h2=td();
Object.defineProperty(V,"escape",{enumerable:!0,get:s(function(){return h2.escape},"get")});var d2=Sl();Object.defineProperty(V,"unescape",{
enumerable:!0,get:s(function(){return d2.unescape},"get")});V.minimatch.AST=Mv.AST;V.minimatch.Minimatch=Di;V.minimatch.escape=FB.escape;V.minimatch.
unescape=CB.unescape});var Vv=S(Dl=>{"use strict";Object.defineProperty(Dl,"__esModule",{value:!0});Dl.LRUCache=void 0;var In=typeof performance=="object"&&performance&&
typeof performance.now=="function"?performance:Date,$v=new Set,rd=typeof process=="object"&&process?process:{},zv=s((t,e,r,i)=>{typeof rd.emitWarning==
"function"?rd.emitWarning(t,e,r,i):console.error(`[${r}] ${e}: ${t}`)},"emitWarning"),Il=globalThis.AbortController,Wv=globalThis.AbortSignal;
if(typeof Il>"u"){Wv=class{static{s(this,"AbortSignal")}onabort;_onabort=[];reason;aborted=!1;addEventListener(i,n){this._onabort.push(n)}},
Il=class{static{s(this,"AbortController")}constructor(){e()}signal=new Wv;abort(i){if(!this.signal.aborted){this.signal.reason=i,this.signal.
aborted=!0;for(let n of this.signal._onabort)n(i);this.signal.onabort?.(i)}}};let t=rd.env?.LRU_CACHE_IGNORE_AC_WARNING!=="1",e=s(()=>{t&&(t=
!1,zv("AbortController is not defined. If using lru-cache in node 14, load an AbortController polyfill from the `node-abort-controller` pack\
age. A minimal polyfill is provided for use by LRUCache.fetch(), but it should not be relied upon in other contexts (eg, passing it to other\
 APIs that use AbortController/AbortSignal might have undesirable effects). You may disable this with LRU_CACHE_IGNORE_AC_WARNING=1 in the e\
nv.","NO_ABORT_CONTROLLER","ENOTSUP",e))},"warnACPolyfill")}var p2=s(t=>!$v.has(t),"shouldWarn"),Jr=s(t=>t&&t===Math.floor(t)&&t>0&&isFinite(
t),"isPosInt"),Hv=s(t=>Jr(t)?t<=Math.pow(2,8)?Uint8Array:t<=Math.pow(2,16)?Uint16Array:t<=Math.pow(2,32)?Uint32Array:t<=Number.MAX_SAFE_INTEGER?
Dn:null:null,"getUintArray"),Dn=class extends Array{static{s(this,"ZeroArray")}constructor(e){super(e),this.fill(0)}},id=class t{static{s(this,
"Stack")}heap;length;static#e=!1;static create(e){let r=Hv(e);if(!r)return[];t.#e=!0;let i=new t(e,r);return t.#e=!1,i}constructor(e,r){if(!t.#e)
throw new TypeError("instantiate Stack using Stack.create(n)");this.heap=new r(e),this.length=0}push(e){this.heap[this.length++]=e}pop(){return this.
heap[--this.length]}},nd=class t{static{s(this,"LRUCache")}#e;#r;#n;#t;#o;#E;ttl;ttlResolution;ttlAutopurge;updateAgeOnGet;updateAgeOnHas;allowStale;noDisposeOnSet;noUpdateTTL;maxEntrySize;sizeCalculation;noDeleteOnFetchRejection;noDeleteOnStaleGet;allowStaleOnFetchAbort;allowStaleOnFetchRejection;ignoreFetchAbort;#u;#f;#l;#a;#s;#y;#_;#g;#d;#T;#p;#S;#A;#m;#v;#w;#h;static unsafeExposeInternals(e){
return{starts:e.#A,ttls:e.#m,sizes:e.#S,keyMap:e.#l,keyList:e.#a,valList:e.#s,next:e.#y,prev:e.#_,get head(){return e.#g},get tail(){return e.#d},
free:e.#T,isBackgroundFetch:s(r=>e.#c(r),"isBackgroundFetch"),backgroundFetch:s((r,i,n,o)=>e.#U(r,i,n,o),"backgroundFetch"),moveToTail:s(r=>e.#q(
r),"moveToTail"),indexes:s(r=>e.#O(r),"indexes"),rindexes:s(r=>e.#x(r),"rindexes"),isStale:s(r=>e.#b(r),"isStale")}}get max(){return this.#e}get maxSize(){
return this.#r}get calculatedSize(){return this.#f}get size(){return this.#u}get fetchMethod(){return this.#o}get memoMethod(){return this.#E}get dispose(){
return this.#n}get disposeAfter(){return this.#t}constructor(e){let{max:r=0,ttl:i,ttlResolution:n=1,ttlAutopurge:o,updateAgeOnGet:a,updateAgeOnHas:l,
allowStale:u,dispose:c,disposeAfter:f,noDisposeOnSet:h,noUpdateTTL:d,maxSize:m=0,maxEntrySize:T=0,sizeCalculation:E,fetchMethod:v,memoMethod:b,
noDeleteOnFetchRejection:R,noDeleteOnStaleGet:F,allowStaleOnFetchRejection:L,allowStaleOnFetchAbort:z,ignoreFetchAbort:X}=e;if(r!==0&&!Jr(r))
throw new TypeError("max option must be a nonnegative integer");let D=r?Hv(r):Array;if(!D)throw new Error("invalid max value: "+r);if(this.#e=
r,this.#r=m,this.maxEntrySize=T||this.#r,this.sizeCalculation=E,this.sizeCalculation){if(!this.#r&&!this.maxEntrySize)throw new TypeError("c\
annot set sizeCalculation without setting maxSize or maxEntrySize");if(typeof this.sizeCalculation!="function")throw new TypeError("sizeCalc\
ulation set to non-function")}if(b!==void 0&&typeof b!="function")throw new TypeError("memoMethod must be a function if defined");if(this.#E=
b,v!==void 0&&typeof v!="function")throw new TypeError("fetchMethod must be a function if specified");if(this.#o=v,this.#w=!!v,this.#l=new Map,
this.#a=new Array(r).fill(void 0),this.#s=new Array(r).fill(void 0),this.#y=new D(r),this.#_=new D(r),this.#g=0,this.#d=0,this.#T=id.create(
r),this.#u=0,this.#f=0,typeof c=="function"&&(this.#n=c),typeof f=="function"?(this.#t=f,this.#p=[]):(this.#t=void 0,this.#p=void 0),this.#v=
!!this.#n,this.#h=!!this.#t,this.noDisposeOnSet=!!h,this.noUpdateTTL=!!d,this.noDeleteOnFetchRejection=!!R,this.allowStaleOnFetchRejection=!!L,
this.allowStaleOnFetchAbort=!!z,this.ignoreFetchAbort=!!X,this.maxEntrySize!==0){if(this.#r!==0&&!Jr(this.#r))throw new TypeError("maxSize m\
ust be a positive integer if specified");if(!Jr(this.maxEntrySize))throw new TypeError("maxEntrySize must be a positive integer if specified");
this.#P()}if(this.allowStale=!!u,this.noDeleteOnStaleGet=!!F,this.updateAgeOnGet=!!a,this.updateAgeOnHas=!!l,this.ttlResolution=Jr(n)||n===0?
n:1,this.ttlAutopurge=!!o,this.ttl=i||0,this.ttl){if(!Jr(this.ttl))throw new TypeError("ttl must be a positive integer if specified");this.#R()}
if(this.#e===0&&this.ttl===0&&this.#r===0)throw new TypeError("At least one of max, maxSize, or ttl is required");if(!this.ttlAutopurge&&!this.#e&&
!this.#r){let $="LRU_CACHE_UNBOUNDED";p2($)&&($v.add($),zv("TTL caching without ttlAutopurge, max, or maxSize can result in unbounded memory\
 consumption.","UnboundedCacheWarning",$,t))}}getRemainingTTL(e){return this.#l.has(e)?1/0:0}#R(){let e=new Dn(this.#e),r=new Dn(this.#e);this.#m=
e,this.#A=r,this.#D=(o,a,l=In.now())=>{if(r[o]=a!==0?l:0,e[o]=a,a!==0&&this.ttlAutopurge){let u=setTimeout(()=>{this.#b(o)&&this.#I(this.#a[o],
"expire")},a+1);u.unref&&u.unref()}},this.#k=o=>{r[o]=e[o]!==0?In.now():0},this.#i=(o,a)=>{if(e[a]){let l=e[a],u=r[a];if(!l||!u)return;o.ttl=
l,o.start=u,o.now=i||n();let c=o.now-u;o.remainingTTL=l-c}};let i=0,n=s(()=>{let o=In.now();if(this.ttlResolution>0){i=o;let a=setTimeout(()=>i=
0,this.ttlResolution);a.unref&&a.unref()}return o},"getNow");this.getRemainingTTL=o=>{let a=this.#l.get(o);if(a===void 0)return 0;let l=e[a],
u=r[a];if(!l||!u)return 1/0;let c=(i||n())-u;return l-c},this.#b=o=>{let a=r[o],l=e[o];return!!l&&!!a&&(i||n())-a>l}}#k=s(()=>{},"#updateIte\
mAge");#i=s(()=>{},"#statusTTL");#D=s(()=>{},"#setItemTTL");#b=s(()=>!1,"#isStale");#P(){let e=new Dn(this.#e);this.#f=0,this.#S=e,this.#G=r=>{
this.#f-=e[r],e[r]=0},this.#C=(r,i,n,o)=>{if(this.#c(i))return 0;if(!Jr(n))if(o){if(typeof o!="function")throw new TypeError("sizeCalculatio\
n must be a function");if(n=o(i,r),!Jr(n))throw new TypeError("sizeCalculation return invalid (expect positive integer)")}else throw new TypeError(
"invalid size value (must be positive integer). When maxSize or maxEntrySize is used, sizeCalculation or size must be set.");return n},this.#F=
(r,i,n)=>{if(e[r]=i,this.#r){let o=this.#r-e[r];for(;this.#f>o;)this.#L(!0)}this.#f+=e[r],n&&(n.entrySize=i,n.totalCalculatedSize=this.#f)}}#G=s(
e=>{},"#removeItemSize");#F=s((e,r,i)=>{},"#addItemSize");#C=s((e,r,i,n)=>{if(i||n)throw new TypeError("cannot set size without setting maxS\
ize or maxEntrySize on cache");return 0},"#requireSize");*#O({allowStale:e=this.allowStale}={}){if(this.#u)for(let r=this.#d;!(!this.#N(r)||
((e||!this.#b(r))&&(yield r),r===this.#g));)r=this.#_[r]}*#x({allowStale:e=this.allowStale}={}){if(this.#u)for(let r=this.#g;!(!this.#N(r)||
((e||!this.#b(r))&&(yield r),r===this.#d));)r=this.#y[r]}#N(e){return e!==void 0&&this.#l.get(this.#a[e])===e}*entries(){for(let e of this.#O())
this.#s[e]!==void 0&&this.#a[e]!==void 0&&!this.#c(this.#s[e])&&(yield[this.#a[e],this.#s[e]])}*rentries(){for(let e of this.#x())this.#s[e]!==
void 0&&this.#a[e]!==void 0&&!this.#c(this.#s[e])&&(yield[this.#a[e],this.#s[e]])}*keys(){for(let e of this.#O()){let r=this.#a[e];r!==void 0&&
!this.#c(this.#s[e])&&(yield r)}}*rkeys(){for(let e of this.#x()){let r=this.#a[e];r!==void 0&&!this.#c(this.#s[e])&&(yield r)}}*values(){for(let e of this.#O())
this.#s[e]!==void 0&&!this.#c(this.#s[e])&&(yield this.#s[e])}*rvalues(){for(let e of this.#x())this.#s[e]!==void 0&&!this.#c(this.#s[e])&&(yield this.#s[e])}[Symbol.
iterator](){return this.entries()}[Symbol.toStringTag]="LRUCache";find(e,r={}){for(let i of this.#O()){let n=this.#s[i],o=this.#c(n)?n.__staleWhileFetching:
n;if(o!==void 0&&e(o,this.#a[i],this))return this.get(this.#a[i],r)}}forEach(e,r=this){for(let i of this.#O()){let n=this.#s[i],o=this.#c(n)?
n.__staleWhileFetching:n;o!==void 0&&e.call(r,o,this.#a[i],this)}}rforEach(e,r=this){for(let i of this.#x()){let n=this.#s[i],o=this.#c(n)?n.
__staleWhileFetching:n;o!==void 0&&e.call(r,o,this.#a[i],this)}}purgeStale(){let e=!1;for(let r of this.#x({allowStale:!0}))this.#b(r)&&(this.#I(
this.#a[r],"expire"),e=!0);return e}info(e){let r=this.#l.get(e);if(r===void 0)return;let i=this.#s[r],n=this.#c(i)?i.__staleWhileFetching:i;
if(n===void 0)return;let o={value:n};if(this.#m&&this.#A){let a=this.#m[r],l=this.#A[r];if(a&&l){let u=a-(In.now()-l);o.ttl=u,o.start=Date.now()}}
return this.#S&&(o.size=this.#S[r]),o}dump(){let e=[];for(let r of this.#O({allowStale:!0})){let i=this.#a[r],n=this.#s[r],o=this.#c(n)?n.__staleWhileFetching:
n;if(o===void 0||i===void 0)continue;let a={value:o};if(this.#m&&this.#A){a.ttl=this.#m[r];let l=In.now()-this.#A[r];a.start=Math.floor(Date.
now()-l)}this.#S&&(a.size=this.#S[r]),e.unshift([i,a])}return e}load(e){this.clear();for(let[r,i]of e){if(i.start){let n=Date.now()-i.start;
i.start=In.now()-n}this.set(r,i.value,i)}}set(e,r,i={}){if(r===void 0)return this.delete(e),this;let{ttl:n=this.ttl,start:o,noDisposeOnSet:a=this.
noDisposeOnSet,sizeCalculation:l=this.sizeCalculation,status:u}=i,{noUpdateTTL:c=this.noUpdateTTL}=i,f=this.#C(e,r,i.size||0,l);if(this.maxEntrySize&&
f>this.maxEntrySize)return u&&(u.set="miss",u.maxEntrySizeExceeded=!0),this.#I(e,"set"),this;let h=this.#u===0?void 0:this.#l.get(e);if(h===
void 0)h=this.#u===0?this.#d:this.#T.length!==0?this.#T.pop():this.#u===this.#e?this.#L(!1):this.#u,this.#a[h]=e,this.#s[h]=r,this.#l.set(e,
h),this.#y[this.#d]=h,this.#_[h]=this.#d,this.#d=h,this.#u++,this.#F(h,f,u),u&&(u.set="add"),c=!1;else{this.#q(h);let d=this.#s[h];if(r!==d){
if(this.#w&&this.#c(d)){d.__abortController.abort(new Error("replaced"));let{__staleWhileFetching:m}=d;m!==void 0&&!a&&(this.#v&&this.#n?.(m,
e,"set"),this.#h&&this.#p?.push([m,e,"set"]))}else a||(this.#v&&this.#n?.(d,e,"set"),this.#h&&this.#p?.push([d,e,"set"]));if(this.#G(h),this.#F(
h,f,u),this.#s[h]=r,u){u.set="replace";let m=d&&this.#c(d)?d.__staleWhileFetching:d;m!==void 0&&(u.oldValue=m)}}else u&&(u.set="update")}if(n!==
0&&!this.#m&&this.#R(),this.#m&&(c||this.#D(h,n,o),u&&this.#i(u,h)),!a&&this.#h&&this.#p){let d=this.#p,m;for(;m=d?.shift();)this.#t?.(...m)}
return this}pop(){try{for(;this.#u;){let e=this.#s[this.#g];if(this.#L(!0),this.#c(e)){if(e.__staleWhileFetching)return e.__staleWhileFetching}else if(e!==
void 0)return e}}finally{if(this.#h&&this.#p){let e=this.#p,r;for(;r=e?.shift();)this.#t?.(...r)}}}#L(e){let r=this.#g,i=this.#a[r],n=this.#s[r];
return this.#w&&this.#c(n)?n.__abortController.abort(new Error("evicted")):(this.#v||this.#h)&&(this.#v&&this.#n?.(n,i,"evict"),this.#h&&this.#p?.
push([n,i,"evict"])),this.#G(r),e&&(this.#a[r]=void 0,this.#s[r]=void 0,this.#T.push(r)),this.#u===1?(this.#g=this.#d=0,this.#T.length=0):this.#g=
this.#y[r],this.#l.delete(i),this.#u--,r}has(e,r={}){let{updateAgeOnHas:i=this.updateAgeOnHas,status:n}=r,o=this.#l.get(e);if(o!==void 0){let a=this.#s[o];
if(this.#c(a)&&a.__staleWhileFetching===void 0)return!1;if(this.#b(o))n&&(n.has="stale",this.#i(n,o));else return i&&this.#k(o),n&&(n.has="h\
it",this.#i(n,o)),!0}else n&&(n.has="miss");return!1}peek(e,r={}){let{allowStale:i=this.allowStale}=r,n=this.#l.get(e);if(n===void 0||!i&&this.#b(
n))return;let o=this.#s[n];return this.#c(o)?o.__staleWhileFetching:o}#U(e,r,i,n){let o=r===void 0?void 0:this.#s[r];if(this.#c(o))return o;
let a=new Il,{signal:l}=i;l?.addEventListener("abort",()=>a.abort(l.reason),{signal:a.signal});let u={signal:a.signal,options:i,context:n},c=s(
(E,v=!1)=>{let{aborted:b}=a.signal,R=i.ignoreFetchAbort&&E!==void 0;if(i.status&&(b&&!v?(i.status.fetchAborted=!0,i.status.fetchError=a.signal.
reason,R&&(i.status.fetchAbortIgnored=!0)):i.status.fetchResolved=!0),b&&!R&&!v)return h(a.signal.reason);let F=m;return this.#s[r]===m&&(E===
void 0?F.__staleWhileFetching?this.#s[r]=F.__staleWhileFetching:this.#I(e,"fetch"):(i.status&&(i.status.fetchUpdated=!0),this.set(e,E,u.options))),
E},"cb"),f=s(E=>(i.status&&(i.status.fetchRejected=!0,i.status.fetchError=E),h(E)),"eb"),h=s(E=>{let{aborted:v}=a.signal,b=v&&i.allowStaleOnFetchAbort,
R=b||i.allowStaleOnFetchRejection,F=R||i.noDeleteOnFetchRejection,L=m;if(this.#s[r]===m&&(!F||L.__staleWhileFetching===void 0?this.#I(e,"fet\
ch"):b||(this.#s[r]=L.__staleWhileFetching)),R)return i.status&&L.__staleWhileFetching!==void 0&&(i.status.returnedStale=!0),L.__staleWhileFetching;
if(L.__returned===L)throw E},"fetchFail"),d=s((E,v)=>{let b=this.#o?.(e,o,u);b&&b instanceof Promise&&b.then(R=>E(R===void 0?void 0:R),v),a.
signal.addEventListener("abort",()=>{(!i.ignoreFetchAbort||i.allowStaleOnFetchAbort)&&(E(void 0),i.allowStaleOnFetchAbort&&(E=s(R=>c(R,!0),"\
res")))})},"pcall");i.status&&(i.status.fetchDispatched=!0);let m=new Promise(d).then(c,f),T=Object.assign(m,{__abortController:a,__staleWhileFetching:o,
__returned:void 0});return r===void 0?(this.set(e,T,{...u.options,status:void 0}),r=this.#l.get(e)):this.#s[r]=T,T}#c(e){if(!this.#w)return!1;
let r=e;return!!r&&r instanceof Promise&&r.hasOwnProperty("__staleWhileFetching")&&r.__abortController instanceof Il}async fetch(e,r={}){let{
allowStale:i=this.allowStale,updateAgeOnGet:n=this.updateAgeOnGet,noDeleteOnStaleGet:o=this.noDeleteOnStaleGet,ttl:a=this.ttl,noDisposeOnSet:l=this.
noDisposeOnSet,size:u=0,sizeCalculation:c=this.sizeCalculation,noUpdateTTL:f=this.noUpdateTTL,noDeleteOnFetchRejection:h=this.noDeleteOnFetchRejection,
allowStaleOnFetchRejection:d=this.allowStaleOnFetchRejection,ignoreFetchAbort:m=this.ignoreFetchAbort,allowStaleOnFetchAbort:T=this.allowStaleOnFetchAbort,
context:E,forceRefresh:v=!1,status:b,signal:R}=r;if(!this.#w)return b&&(b.fetch="get"),this.get(e,{allowStale:i,updateAgeOnGet:n,noDeleteOnStaleGet:o,
status:b});let F={allowStale:i,updateAgeOnGet:n,noDeleteOnStaleGet:o,ttl:a,noDisposeOnSet:l,size:u,sizeCalculation:c,noUpdateTTL:f,noDeleteOnFetchRejection:h,
allowStaleOnFetchRejection:d,allowStaleOnFetchAbort:T,ignoreFetchAbort:m,status:b,signal:R},L=this.#l.get(e);if(L===void 0){b&&(b.fetch="mis\
s");let z=this.#U(e,L,F,E);return z.__returned=z}else{let z=this.#s[L];if(this.#c(z)){let B=i&&z.__staleWhileFetching!==void 0;return b&&(b.
fetch="inflight",B&&(b.returnedStale=!0)),B?z.__staleWhileFetching:z.__returned=z}let X=this.#b(L);if(!v&&!X)return b&&(b.fetch="hit"),this.#q(
L),n&&this.#k(L),b&&this.#i(b,L),z;let D=this.#U(e,L,F,E),x=D.__staleWhileFetching!==void 0&&i;return b&&(b.fetch=X?"stale":"refresh",x&&X&&
(b.returnedStale=!0)),x?D.__staleWhileFetching:D.__returned=D}}async forceFetch(e,r={}){let i=await this.fetch(e,r);if(i===void 0)throw new Error(
"fetch() returned undefined");return i}memo(e,r={}){let i=this.#E;if(!i)throw new Error("no memoMethod provided to constructor");let{context:n,
forceRefresh:o,...a}=r,l=this.get(e,a);if(!o&&l!==void 0)return l;let u=i(e,l,{options:a,context:n});return this.set(e,u,a),u}get(e,r={}){let{
allowStale:i=this.allowStale,updateAgeOnGet:n=this.updateAgeOnGet,noDeleteOnStaleGet:o=this.noDeleteOnStaleGet,status:a}=r,l=this.#l.get(e);
if(l!==void 0){let u=this.#s[l],c=this.#c(u);return a&&this.#i(a,l),this.#b(l)?(a&&(a.get="stale"),c?(a&&i&&u.__staleWhileFetching!==void 0&&
(a.returnedStale=!0),i?u.__staleWhileFetching:void 0):(o||this.#I(e,"expire"),a&&i&&(a.returnedStale=!0),i?u:void 0)):(a&&(a.get="hit"),c?u.
__staleWhileFetching:(this.#q(l),n&&this.#k(l),u))}else a&&(a.get="miss")}#M(e,r){this.#_[r]=e,this.#y[e]=r}#q(e){e!==this.#d&&(e===this.#g?
this.#g=this.#y[e]:this.#M(this.#_[e],this.#y[e]),this.#M(this.#d,e),this.#d=e)}delete(e){return this.#I(e,"delete")}#I(e,r){let i=!1;if(this.#u!==
0){let n=this.#l.get(e);if(n!==void 0)if(i=!0,this.#u===1)this.#B(r);else{this.#G(n);let o=this.#s[n];if(this.#c(o)?o.__abortController.abort(
new Error("deleted")):(this.#v||this.#h)&&(this.#v&&this.#n?.(o,e,r),this.#h&&this.#p?.push([o,e,r])),this.#l.delete(e),this.#a[n]=void 0,this.#s[n]=
void 0,n===this.#d)this.#d=this.#_[n];else if(n===this.#g)this.#g=this.#y[n];else{let a=this.#_[n];this.#y[a]=this.#y[n];let l=this.#y[n];this.#_[l]=
this.#_[n]}this.#u--,this.#T.push(n)}}if(this.#h&&this.#p?.length){let n=this.#p,o;for(;o=n?.shift();)this.#t?.(...o)}return i}clear(){return this.#B(
"delete")}#B(e){for(let r of this.#x({allowStale:!0})){let i=this.#s[r];if(this.#c(i))i.__abortController.abort(new Error("deleted"));else{let n=this.#a[r];
this.#v&&this.#n?.(i,n,e),this.#h&&this.#p?.push([i,n,e])}}if(this.#l.clear(),this.#s.fill(void 0),this.#a.fill(void 0),this.#m&&this.#A&&(this.#m.
fill(0),this.#A.fill(0)),this.#S&&this.#S.fill(0),this.#g=0,this.#d=0,this.#T.length=0,this.#f=0,this.#u=0,this.#h&&this.#p){let r=this.#p,i;
for(;i=r?.shift();)this.#t?.(...i)}}};Dl.LRUCache=nd});var hd=S(Tt=>{"use strict";var g2=Tt&&Tt.__importDefault||function(t){return t&&t.__esModule?t:{default:t}};Object.defineProperty(Tt,"__esMo\
dule",{value:!0});Tt.Minipass=Tt.isWritable=Tt.isReadable=Tt.isStream=void 0;var Jv=typeof process=="object"&&process?process:{stdout:null,stderr:null},
fd=Z("node:events"),Qv=g2(Z("node:stream")),m2=Z("node:string_decoder"),y2=s(t=>!!t&&typeof t=="object"&&(t instanceof Ml||t instanceof Qv.default||
(0,Tt.isReadable)(t)||(0,Tt.isWritable)(t)),"isStream");Tt.isStream=y2;var _2=s(t=>!!t&&typeof t=="object"&&t instanceof fd.EventEmitter&&typeof t.
pipe=="function"&&t.pipe!==Qv.default.Writable.prototype.pipe,"isReadable");Tt.isReadable=_2;var w2=s(t=>!!t&&typeof t=="object"&&t instanceof
fd.EventEmitter&&typeof t.write=="function"&&typeof t.end=="function","isWritable");Tt.isWritable=w2;var Ir=Symbol("EOF"),Dr=Symbol("maybeEm\
itEnd"),Kr=Symbol("emittedEnd"),Gl=Symbol("emittingEnd"),io=Symbol("emittedError"),Fl=Symbol("closed"),Kv=Symbol("read"),Cl=Symbol("flush"),
Yv=Symbol("flushChunk"),Vt=Symbol("encoding"),Gn=Symbol("decoder"),Qe=Symbol("flowing"),no=Symbol("paused"),Fn=Symbol("resume"),Xe=Symbol("b\
uffer"),Et=Symbol("pipes"),et=Symbol("bufferLength"),sd=Symbol("bufferPush"),Nl=Symbol("bufferShift"),yt=Symbol("objectMode"),We=Symbol("des\
troyed"),od=Symbol("error"),ad=Symbol("emitData"),Zv=Symbol("emitEnd"),ld=Symbol("emitEnd2"),hr=Symbol("async"),ud=Symbol("abort"),Ll=Symbol(
"aborted"),so=Symbol("signal"),Gi=Symbol("dataListeners"),Ot=Symbol("discarded"),oo=s(t=>Promise.resolve().then(t),"defer"),b2=s(t=>t(),"nod\
efer"),E2=s(t=>t==="end"||t==="finish"||t==="prefinish","isEndish"),T2=s(t=>t instanceof ArrayBuffer||!!t&&typeof t=="object"&&t.constructor&&
t.constructor.name==="ArrayBuffer"&&t.byteLength>=0,"isArrayBufferLike"),v2=s(t=>!Buffer.isBuffer(t)&&ArrayBuffer.isView(t),"isArrayBufferVi\
ew"),Ul=class{static{s(this,"Pipe")}src;dest;opts;ondrain;constructor(e,r,i){this.src=e,this.dest=r,this.opts=i,this.ondrain=()=>e[Fn](),this.
dest.on("drain",this.ondrain)}unpipe(){this.dest.removeListener("drain",this.ondrain)}proxyErrors(e){}end(){this.unpipe(),this.opts.end&&this.
dest.end()}},cd=class extends Ul{static{s(this,"PipeProxyErrors")}unpipe(){this.src.removeListener("error",this.proxyErrors),super.unpipe()}constructor(e,r,i){
super(e,r,i),this.proxyErrors=n=>this.dest.emit("error",n),e.on("error",this.proxyErrors)}},S2=s(t=>!!t.objectMode,"isObjectModeOptions"),A2=s(
t=>!t.objectMode&&!!t.encoding&&t.encoding!=="buffer","isEncodingOptions"),Ml=class extends fd.EventEmitter{static{s(this,"Minipass")}[Qe]=!1;[no]=!1;[Et]=[];[Xe]=[];[yt];[Vt];[hr];[Gn];[Ir]=!1;[Kr]=!1;[Gl]=!1;[Fl]=!1;[io]=null;[et]=0;[We]=!1;[so];[Ll]=!1;[Gi]=0;[Ot]=!1;writable=!0;readable=!0;constructor(...e){
let r=e[0]||{};if(super(),r.objectMode&&typeof r.encoding=="string")throw new TypeError("Encoding and objectMode may not be used together");
S2(r)?(this[yt]=!0,this[Vt]=null):A2(r)?(this[Vt]=r.encoding,this[yt]=!1):(this[yt]=!1,this[Vt]=null),this[hr]=!!r.async,this[Gn]=this[Vt]?new m2.
StringDecoder(this[Vt]):null,r&&r.debugExposeBuffer===!0&&Object.defineProperty(this,"buffer",{get:s(()=>this[Xe],"get")}),r&&r.debugExposePipes===
!0&&Object.defineProperty(this,"pipes",{get:s(()=>this[Et],"get")});let{signal:i}=r;i&&(this[so]=i,i.aborted?this[ud]():i.addEventListener("\
abort",()=>this[ud]()))}get bufferLength(){return this[et]}get encoding(){return this[Vt]}set encoding(e){throw new Error("Encoding must be \
set at instantiation time")}setEncoding(e){throw new Error("Encoding must be set at instantiation time")}get objectMode(){return this[yt]}set objectMode(e){
throw new Error("objectMode must be set at instantiation time")}get async(){return this[hr]}set async(e){this[hr]=this[hr]||!!e}[ud](){this[Ll]=
!0,this.emit("abort",this[so]?.reason),this.destroy(this[so]?.reason)}get aborted(){return this[Ll]}set aborted(e){}write(e,r,i){if(this[Ll])
return!1;if(this[Ir])throw new Error("write after end");if(this[We])return this.emit("error",Object.assign(new Error("Cannot call write afte\
r a stream was destroyed"),{code:"ERR_STREAM_DESTROYED"})),!0;typeof r=="function"&&(i=r,r="utf8"),r||(r="utf8");let n=this[hr]?oo:b2;if(!this[yt]&&
!Buffer.isBuffer(e)){if(v2(e))e=Buffer.from(e.buffer,e.byteOffset,e.byteLength);else if(T2(e))e=Buffer.from(e);else if(typeof e!="string")throw new Error(
"Non-contiguous data written to non-objectMode stream")}return this[yt]?(this[Qe]&&this[et]!==0&&this[Cl](!0),this[Qe]?this.emit("data",e):this[sd](
e),this[et]!==0&&this.emit("readable"),i&&n(i),this[Qe]):e.length?(typeof e=="string"&&!(r===this[Vt]&&!this[Gn]?.lastNeed)&&(e=Buffer.from(
e,r)),Buffer.isBuffer(e)&&this[Vt]&&(e=this[Gn].write(e)),this[Qe]&&this[et]!==0&&this[Cl](!0),this[Qe]?this.emit("data",e):this[sd](e),this[et]!==
0&&this.emit("readable"),i&&n(i),this[Qe]):(this[et]!==0&&this.emit("readable"),i&&n(i),this[Qe])}read(e){if(this[We])return null;if(this[Ot]=
!1,this[et]===0||e===0||e&&e>this[et])return this[Dr](),null;this[yt]&&(e=null),this[Xe].length>1&&!this[yt]&&(this[Xe]=[this[Vt]?this[Xe].join(
""):Buffer.concat(this[Xe],this[et])]);let r=this[Kv](e||null,this[Xe][0]);return this[Dr](),r}[Kv](e,r){if(this[yt])this[Nl]();else{let i=r;
e===i.length||e===null?this[Nl]():typeof i=="string"?(this[Xe][0]=i.slice(e),r=i.slice(0,e),this[et]-=e):(this[Xe][0]=i.subarray(e),r=i.subarray(
0,e),this[et]-=e)}return this.emit("data",r),!this[Xe].length&&!this[Ir]&&this.emit("drain"),r}end(e,r,i){return typeof e=="function"&&(i=e,
e=void 0),typeof r=="function"&&(i=r,r="utf8"),e!==void 0&&this.write(e,r),i&&this.once("end",i),this[Ir]=!0,this.writable=!1,(this[Qe]||!this[no])&&
this[Dr](),this}[Fn](){this[We]||(!this[Gi]&&!this[Et].length&&(this[Ot]=!0),this[no]=!1,this[Qe]=!0,this.emit("resume"),this[Xe].length?this[Cl]():
this[Ir]?this[Dr]():this.emit("drain"))}resume(){return this[Fn]()}pause(){this[Qe]=!1,this[no]=!0,this[Ot]=!1}get destroyed(){return this[We]}get flowing(){
return this[Qe]}get paused(){return this[no]}[sd](e){this[yt]?this[et]+=1:this[et]+=e.length,this[Xe].push(e)}[Nl](){return this[yt]?this[et]-=
1:this[et]-=this[Xe][0].length,this[Xe].shift()}[Cl](e=!1){do;while(this[Yv](this[Nl]())&&this[Xe].length);!e&&!this[Xe].length&&!this[Ir]&&
this.emit("drain")}[Yv](e){return this.emit("data",e),this[Qe]}pipe(e,r){if(this[We])return e;this[Ot]=!1;let i=this[Kr];return r=r||{},e===
Jv.stdout||e===Jv.stderr?r.end=!1:r.end=r.end!==!1,r.proxyErrors=!!r.proxyErrors,i?r.end&&e.end():(this[Et].push(r.proxyErrors?new cd(this,e,
r):new Ul(this,e,r)),this[hr]?oo(()=>this[Fn]()):this[Fn]()),e}unpipe(e){let r=this[Et].find(i=>i.dest===e);r&&(this[Et].length===1?(this[Qe]&&
this[Gi]===0&&(this[Qe]=!1),this[Et]=[]):this[Et].splice(this[Et].indexOf(r),1),r.unpipe())}addListener(e,r){return this.on(e,r)}on(e,r){let i=super.
on(e,r);if(e==="data")this[Ot]=!1,this[Gi]++,!this[Et].length&&!this[Qe]&&this[Fn]();else if(e==="readable"&&this[et]!==0)super.emit("readab\
le");else if(E2(e)&&this[Kr])super.emit(e),this.removeAllListeners(e);else if(e==="error"&&this[io]){let n=r;this[hr]?oo(()=>n.call(this,this[io])):
n.call(this,this[io])}return i}removeListener(e,r){return this.off(e,r)}off(e,r){let i=super.off(e,r);return e==="data"&&(this[Gi]=this.listeners(
"data").length,this[Gi]===0&&!this[Ot]&&!this[Et].length&&(this[Qe]=!1)),i}removeAllListeners(e){let r=super.removeAllListeners(e);return(e===
"data"||e===void 0)&&(this[Gi]=0,!this[Ot]&&!this[Et].length&&(this[Qe]=!1)),r}get emittedEnd(){return this[Kr]}[Dr](){!this[Gl]&&!this[Kr]&&
!this[We]&&this[Xe].length===0&&this[Ir]&&(this[Gl]=!0,this.emit("end"),this.emit("prefinish"),this.emit("finish"),this[Fl]&&this.emit("clos\
e"),this[Gl]=!1)}emit(e,...r){let i=r[0];if(e!=="error"&&e!=="close"&&e!==We&&this[We])return!1;if(e==="data")return!this[yt]&&!i?!1:this[hr]?
(oo(()=>this[ad](i)),!0):this[ad](i);if(e==="end")return this[Zv]();if(e==="close"){if(this[Fl]=!0,!this[Kr]&&!this[We])return!1;let o=super.
emit("close");return this.removeAllListeners("close"),o}else if(e==="error"){this[io]=i,super.emit(od,i);let o=!this[so]||this.listeners("er\
ror").length?super.emit("error",i):!1;return this[Dr](),o}else if(e==="resume"){let o=super.emit("resume");return this[Dr](),o}else if(e==="\
finish"||e==="prefinish"){let o=super.emit(e);return this.removeAllListeners(e),o}let n=super.emit(e,...r);return this[Dr](),n}[ad](e){for(let i of this[Et])
i.dest.write(e)===!1&&this.pause();let r=this[Ot]?!1:super.emit("data",e);return this[Dr](),r}[Zv](){return this[Kr]?!1:(this[Kr]=!0,this.readable=
!1,this[hr]?(oo(()=>this[ld]()),!0):this[ld]())}[ld](){if(this[Gn]){let r=this[Gn].end();if(r){for(let i of this[Et])i.dest.write(r);this[Ot]||
super.emit("data",r)}}for(let r of this[Et])r.end();let e=super.emit("end");return this.removeAllListeners("end"),e}async collect(){let e=Object.
assign([],{dataLength:0});this[yt]||(e.dataLength=0);let r=this.promise();return this.on("data",i=>{e.push(i),this[yt]||(e.dataLength+=i.length)}),
await r,e}async concat(){if(this[yt])throw new Error("cannot concat in objectMode");let e=await this.collect();return this[Vt]?e.join(""):Buffer.
concat(e,e.dataLength)}async promise(){return new Promise((e,r)=>{this.on(We,()=>r(new Error("stream destroyed"))),this.on("error",i=>r(i)),
this.on("end",()=>e())})}[Symbol.asyncIterator](){this[Ot]=!1;let e=!1,r=s(async()=>(this.pause(),e=!0,{value:void 0,done:!0}),"stop");return{
next:s(()=>{if(e)return r();let n=this.read();if(n!==null)return Promise.resolve({done:!1,value:n});if(this[Ir])return r();let o,a,l=s(h=>{this.
off("data",u),this.off("end",c),this.off(We,f),r(),a(h)},"onerr"),u=s(h=>{this.off("error",l),this.off("end",c),this.off(We,f),this.pause(),
o({value:h,done:!!this[Ir]})},"ondata"),c=s(()=>{this.off("error",l),this.off("data",u),this.off(We,f),r(),o({done:!0,value:void 0})},"onend"),
f=s(()=>l(new Error("stream destroyed")),"ondestroy");return new Promise((h,d)=>{a=d,o=h,this.once(We,f),this.once("error",l),this.once("end",
c),this.once("data",u)})},"next"),throw:r,return:r,[Symbol.asyncIterator](){return this},[Symbol.asyncDispose]:async()=>{}}}[Symbol.iterator](){
this[Ot]=!1;let e=!1,r=s(()=>(this.pause(),this.off(od,r),this.off(We,r),this.off("end",r),e=!0,{done:!0,value:void 0}),"stop"),i=s(()=>{if(e)
return r();let n=this.read();return n===null?r():{done:!1,value:n}},"next");return this.once("end",r),this.once(od,r),this.once(We,r),{next:i,
throw:r,return:r,[Symbol.iterator](){return this},[Symbol.dispose]:()=>{}}}destroy(e){if(this[We])return e?this.emit("error",e):this.emit(We),
this;this[We]=!0,this[Ot]=!0,this[Xe].length=0,this[et]=0;let r=this;return typeof r.close=="function"&&!this[Fl]&&r.close(),e?this.emit("er\
ror",e):this.emit(We),this}static get isStream(){return Tt.isStream}};Tt.Minipass=Ml});var dS=S(Re=>{"use strict";var R2=Re&&Re.__createBinding||(Object.create?(function(t,e,r,i){i===void 0&&(i=r);var n=Object.getOwnPropertyDescriptor(
e,r);(!n||("get"in n?!e.__esModule:n.writable||n.configurable))&&(n={enumerable:!0,get:s(function(){return e[r]},"get")}),Object.defineProperty(
t,i,n)}):(function(t,e,r,i){i===void 0&&(i=r),t[i]=e[r]})),k2=Re&&Re.__setModuleDefault||(Object.create?(function(t,e){Object.defineProperty(
t,"default",{enumerable:!0,value:e})}):function(t,e){t.default=e}),O2=Re&&Re.__importStar||function(t){if(t&&t.__esModule)return t;var e={};
if(t!=null)for(var r in t)r!=="default"&&Object.prototype.hasOwnProperty.call(t,r)&&R2(e,t,r);return k2(e,t),e};Object.defineProperty(Re,"__\
esModule",{value:!0});Re.PathScurry=Re.Path=Re.PathScurryDarwin=Re.PathScurryPosix=Re.PathScurryWin32=Re.PathScurryBase=Re.PathPosix=Re.PathWin32=
Re.PathBase=Re.ChildrenCache=Re.ResolveCache=void 0;var nS=Vv(),$l=Z("node:path"),x2=Z("node:url"),lo=Z("fs"),P2=O2(Z("node:fs")),I2=lo.realpathSync.
native,ql=Z("node:fs/promises"),Xv=hd(),uo={lstatSync:lo.lstatSync,readdir:lo.readdir,readdirSync:lo.readdirSync,readlinkSync:lo.readlinkSync,
realpathSync:I2,promises:{lstat:ql.lstat,readdir:ql.readdir,readlink:ql.readlink,realpath:ql.realpath}},sS=s(t=>!t||t===uo||t===P2?uo:{...uo,
...t,promises:{...uo.promises,...t.promises||{}}},"fsFromOption"),oS=/^\\\\\?\\([a-z]:)\\?$/i,D2=s(t=>t.replace(/\//g,"\\").replace(oS,"$1\\"),
"uncToDrive"),G2=/[\\\/]/,Mt=0,aS=1,lS=2,dr=4,uS=6,cS=8,Fi=10,fS=12,Ut=15,ao=~Ut,dd=16,eS=32,co=64,Jt=128,Bl=256,Wl=512,tS=co|Jt|Wl,F2=1023,
pd=s(t=>t.isFile()?cS:t.isDirectory()?dr:t.isSymbolicLink()?Fi:t.isCharacterDevice()?lS:t.isBlockDevice()?uS:t.isSocket()?fS:t.isFIFO()?aS:Mt,
"entToType"),rS=new Map,fo=s(t=>{let e=rS.get(t);if(e)return e;let r=t.normalize("NFKD");return rS.set(t,r),r},"normalize"),iS=new Map,jl=s(
t=>{let e=iS.get(t);if(e)return e;let r=fo(t.toLowerCase());return iS.set(t,r),r},"normalizeNocase"),ho=class extends nS.LRUCache{static{s(this,
"ResolveCache")}constructor(){super({max:256})}};Re.ResolveCache=ho;var zl=class extends nS.LRUCache{static{s(this,"ChildrenCache")}constructor(e=16*
1024){super({maxSize:e,sizeCalculation:s(r=>r.length+1,"sizeCalculation")})}};Re.ChildrenCache=zl;var hS=Symbol("PathScurry setAsCwd"),ot=class{static{
s(this,"PathBase")}name;root;roots;parent;nocase;isCWD=!1;#e;#r;get dev(){return this.#r}#n;get mode(){return this.#n}#t;get nlink(){return this.#t}#o;get uid(){
return this.#o}#E;get gid(){return this.#E}#u;get rdev(){return this.#u}#f;get blksize(){return this.#f}#l;get ino(){return this.#l}#a;get size(){
return this.#a}#s;get blocks(){return this.#s}#y;get atimeMs(){return this.#y}#_;get mtimeMs(){return this.#_}#g;get ctimeMs(){return this.#g}#d;get birthtimeMs(){
return this.#d}#T;get atime(){return this.#T}#p;get mtime(){return this.#p}#S;get ctime(){return this.#S}#A;get birthtime(){return this.#A}#m;#v;#w;#h;#R;#k;#i;#D;#b;#P;get parentPath(){
return(this.parent||this).fullpath()}get path(){return this.parentPath}constructor(e,r=Mt,i,n,o,a,l){this.name=e,this.#m=o?jl(e):fo(e),this.#i=
r&F2,this.nocase=o,this.roots=n,this.root=i||this,this.#D=a,this.#w=l.fullpath,this.#R=l.relative,this.#k=l.relativePosix,this.parent=l.parent,
this.parent?this.#e=this.parent.#e:this.#e=sS(l.fs)}depth(){return this.#v!==void 0?this.#v:this.parent?this.#v=this.parent.depth()+1:this.#v=
0}childrenCache(){return this.#D}resolve(e){if(!e)return this;let r=this.getRootString(e),n=e.substring(r.length).split(this.splitSep);return r?
this.getRoot(r).#G(n):this.#G(n)}#G(e){let r=this;for(let i of e)r=r.child(i);return r}children(){let e=this.#D.get(this);if(e)return e;let r=Object.
assign([],{provisional:0});return this.#D.set(this,r),this.#i&=~dd,r}child(e,r){if(e===""||e===".")return this;if(e==="..")return this.parent||
this;let i=this.children(),n=this.nocase?jl(e):fo(e);for(let u of i)if(u.#m===n)return u;let o=this.parent?this.sep:"",a=this.#w?this.#w+o+e:
void 0,l=this.newChild(e,Mt,{...r,parent:this,fullpath:a});return this.canReaddir()||(l.#i|=Jt),i.push(l),l}relative(){if(this.isCWD)return"";
if(this.#R!==void 0)return this.#R;let e=this.name,r=this.parent;if(!r)return this.#R=this.name;let i=r.relative();return i+(!i||!r.parent?"":
this.sep)+e}relativePosix(){if(this.sep==="/")return this.relative();if(this.isCWD)return"";if(this.#k!==void 0)return this.#k;let e=this.name,
r=this.parent;if(!r)return this.#k=this.fullpathPosix();let i=r.relativePosix();return i+(!i||!r.parent?"":"/")+e}fullpath(){if(this.#w!==void 0)
return this.#w;let e=this.name,r=this.parent;if(!r)return this.#w=this.name;let n=r.fullpath()+(r.parent?this.sep:"")+e;return this.#w=n}fullpathPosix(){
if(this.#h!==void 0)return this.#h;if(this.sep==="/")return this.#h=this.fullpath();if(!this.parent){let n=this.fullpath().replace(/\\/g,"/");
return/^[a-z]:\//i.test(n)?this.#h=`//?/${n}`:this.#h=n}let e=this.parent,r=e.fullpathPosix(),i=r+(!r||!e.parent?"":"/")+this.name;return this.#h=
i}isUnknown(){return(this.#i&Ut)===Mt}isType(e){return this[`is${e}`]()}getType(){return this.isUnknown()?"Unknown":this.isDirectory()?"Dire\
ctory":this.isFile()?"File":this.isSymbolicLink()?"SymbolicLink":this.isFIFO()?"FIFO":this.isCharacterDevice()?"CharacterDevice":this.isBlockDevice()?
"BlockDevice":this.isSocket()?"Socket":"Unknown"}isFile(){return(this.#i&Ut)===cS}isDirectory(){return(this.#i&Ut)===dr}isCharacterDevice(){
return(this.#i&Ut)===lS}isBlockDevice(){return(this.#i&Ut)===uS}isFIFO(){return(this.#i&Ut)===aS}isSocket(){return(this.#i&Ut)===fS}isSymbolicLink(){
return(this.#i&Fi)===Fi}lstatCached(){return this.#i&eS?this:void 0}readlinkCached(){return this.#b}realpathCached(){return this.#P}readdirCached(){
let e=this.children();return e.slice(0,e.provisional)}canReadlink(){if(this.#b)return!0;if(!this.parent)return!1;let e=this.#i&Ut;return!(e!==
Mt&&e!==Fi||this.#i&Bl||this.#i&Jt)}calledReaddir(){return!!(this.#i&dd)}isENOENT(){return!!(this.#i&Jt)}isNamed(e){return this.nocase?this.#m===
jl(e):this.#m===fo(e)}async readlink(){let e=this.#b;if(e)return e;if(this.canReadlink()&&this.parent)try{let r=await this.#e.promises.readlink(
this.fullpath()),i=(await this.parent.realpath())?.resolve(r);if(i)return this.#b=i}catch(r){this.#c(r.code);return}}readlinkSync(){let e=this.#b;
if(e)return e;if(this.canReadlink()&&this.parent)try{let r=this.#e.readlinkSync(this.fullpath()),i=this.parent.realpathSync()?.resolve(r);if(i)
return this.#b=i}catch(r){this.#c(r.code);return}}#F(e){this.#i|=dd;for(let r=e.provisional;r<e.length;r++){let i=e[r];i&&i.#C()}}#C(){this.#i&
Jt||(this.#i=(this.#i|Jt)&ao,this.#O())}#O(){let e=this.children();e.provisional=0;for(let r of e)r.#C()}#x(){this.#i|=Wl,this.#N()}#N(){if(this.#i&
co)return;let e=this.#i;(e&Ut)===dr&&(e&=ao),this.#i=e|co,this.#O()}#L(e=""){e==="ENOTDIR"||e==="EPERM"?this.#N():e==="ENOENT"?this.#C():this.
children().provisional=0}#U(e=""){e==="ENOTDIR"?this.parent.#N():e==="ENOENT"&&this.#C()}#c(e=""){let r=this.#i;r|=Bl,e==="ENOENT"&&(r|=Jt),
(e==="EINVAL"||e==="UNKNOWN")&&(r&=ao),this.#i=r,e==="ENOTDIR"&&this.parent&&this.parent.#N()}#M(e,r){return this.#I(e,r)||this.#q(e,r)}#q(e,r){
let i=pd(e),n=this.newChild(e.name,i,{parent:this}),o=n.#i&Ut;return o!==dr&&o!==Fi&&o!==Mt&&(n.#i|=co),r.unshift(n),r.provisional++,n}#I(e,r){
for(let i=r.provisional;i<r.length;i++){let n=r[i];if((this.nocase?jl(e.name):fo(e.name))===n.#m)return this.#B(e,n,i,r)}}#B(e,r,i,n){let o=r.
name;return r.#i=r.#i&ao|pd(e),o!==e.name&&(r.name=e.name),i!==n.provisional&&(i===n.length-1?n.pop():n.splice(i,1),n.unshift(r)),n.provisional++,
r}async lstat(){if((this.#i&Jt)===0)try{return this.#z(await this.#e.promises.lstat(this.fullpath())),this}catch(e){this.#U(e.code)}}lstatSync(){
if((this.#i&Jt)===0)try{return this.#z(this.#e.lstatSync(this.fullpath())),this}catch(e){this.#U(e.code)}}#z(e){let{atime:r,atimeMs:i,birthtime:n,
birthtimeMs:o,blksize:a,blocks:l,ctime:u,ctimeMs:c,dev:f,gid:h,ino:d,mode:m,mtime:T,mtimeMs:E,nlink:v,rdev:b,size:R,uid:F}=e;this.#T=r,this.#y=
i,this.#A=n,this.#d=o,this.#f=a,this.#s=l,this.#S=u,this.#g=c,this.#r=f,this.#E=h,this.#l=d,this.#n=m,this.#p=T,this.#_=E,this.#t=v,this.#u=
b,this.#a=R,this.#o=F;let L=pd(e);this.#i=this.#i&ao|L|eS,L!==Mt&&L!==dr&&L!==Fi&&(this.#i|=co)}#W=[];#$=!1;#H(e){this.#$=!1;let r=this.#W.slice();
this.#W.length=0,r.forEach(i=>i(null,e))}readdirCB(e,r=!1){if(!this.canReaddir()){r?e(null,[]):queueMicrotask(()=>e(null,[]));return}let i=this.
children();if(this.calledReaddir()){let o=i.slice(0,i.provisional);r?e(null,o):queueMicrotask(()=>e(null,o));return}if(this.#W.push(e),this.#$)
return;this.#$=!0;let n=this.fullpath();this.#e.readdir(n,{withFileTypes:!0},(o,a)=>{if(o)this.#L(o.code),i.provisional=0;else{for(let l of a)
this.#M(l,i);this.#F(i)}this.#H(i.slice(0,i.provisional))})}#j;async readdir(){if(!this.canReaddir())return[];let e=this.children();if(this.
calledReaddir())return e.slice(0,e.provisional);let r=this.fullpath();if(this.#j)await this.#j;else{let i=s(()=>{},"resolve");this.#j=new Promise(
n=>i=n);try{for(let n of await this.#e.promises.readdir(r,{withFileTypes:!0}))this.#M(n,e);this.#F(e)}catch(n){this.#L(n.code),e.provisional=
0}this.#j=void 0,i()}return e.slice(0,e.provisional)}readdirSync(){if(!this.canReaddir())return[];let e=this.children();if(this.calledReaddir())
return e.slice(0,e.provisional);let r=this.fullpath();try{for(let i of this.#e.readdirSync(r,{withFileTypes:!0}))this.#M(i,e);this.#F(e)}catch(i){
this.#L(i.code),e.provisional=0}return e.slice(0,e.provisional)}canReaddir(){if(this.#i&tS)return!1;let e=Ut&this.#i;return e===Mt||e===dr||
e===Fi}shouldWalk(e,r){return(this.#i&dr)===dr&&!(this.#i&tS)&&!e.has(this)&&(!r||r(this))}async realpath(){if(this.#P)return this.#P;if(!((Wl|
Bl|Jt)&this.#i))try{let e=await this.#e.promises.realpath(this.fullpath());return this.#P=this.resolve(e)}catch{this.#x()}}realpathSync(){if(this.#P)
return this.#P;if(!((Wl|Bl|Jt)&this.#i))try{let e=this.#e.realpathSync(this.fullpath());return this.#P=this.resolve(e)}catch{this.#x()}}[hS](e){
if(e===this)return;e.isCWD=!1,this.isCWD=!0;let r=new Set([]),i=[],n=this;for(;n&&n.parent;)r.add(n),n.#R=i.join(this.sep),n.#k=i.join("/"),
n=n.parent,i.push("..");for(n=e;n&&n.parent&&!r.has(n);)n.#R=void 0,n.#k=void 0,n=n.parent}};Re.PathBase=ot;var po=class t extends ot{static{
s(this,"PathWin32")}sep="\\";splitSep=G2;constructor(e,r=Mt,i,n,o,a,l){super(e,r,i,n,o,a,l)}newChild(e,r=Mt,i={}){return new t(e,r,this.root,
this.roots,this.nocase,this.childrenCache(),i)}getRootString(e){return $l.win32.parse(e).root}getRoot(e){if(e=D2(e.toUpperCase()),e===this.root.
name)return this.root;for(let[r,i]of Object.entries(this.roots))if(this.sameRoot(e,r))return this.roots[e]=i;return this.roots[e]=new yo(e,this).
root}sameRoot(e,r=this.root.name){return e=e.toUpperCase().replace(/\//g,"\\").replace(oS,"$1\\"),e===r}};Re.PathWin32=po;var go=class t extends ot{static{
s(this,"PathPosix")}splitSep="/";sep="/";constructor(e,r=Mt,i,n,o,a,l){super(e,r,i,n,o,a,l)}getRootString(e){return e.startsWith("/")?"/":""}getRoot(e){
return this.root}newChild(e,r=Mt,i={}){return new t(e,r,this.root,this.roots,this.nocase,this.childrenCache(),i)}};Re.PathPosix=go;var mo=class{static{
s(this,"PathScurryBase")}root;rootPath;roots;cwd;#e;#r;#n;nocase;#t;constructor(e=process.cwd(),r,i,{nocase:n,childrenCacheSize:o=16*1024,fs:a=uo}={}){
this.#t=sS(a),(e instanceof URL||e.startsWith("file://"))&&(e=(0,x2.fileURLToPath)(e));let l=r.resolve(e);this.roots=Object.create(null),this.
rootPath=this.parseRootPath(l),this.#e=new ho,this.#r=new ho,this.#n=new zl(o);let u=l.substring(this.rootPath.length).split(i);if(u.length===
1&&!u[0]&&u.pop(),n===void 0)throw new TypeError("must provide nocase setting to PathScurryBase ctor");this.nocase=n,this.root=this.newRoot(
this.#t),this.roots[this.rootPath]=this.root;let c=this.root,f=u.length-1,h=r.sep,d=this.rootPath,m=!1;for(let T of u){let E=f--;c=c.child(T,
{relative:new Array(E).fill("..").join(h),relativePosix:new Array(E).fill("..").join("/"),fullpath:d+=(m?"":h)+T}),m=!0}this.cwd=c}depth(e=this.
cwd){return typeof e=="string"&&(e=this.cwd.resolve(e)),e.depth()}childrenCache(){return this.#n}resolve(...e){let r="";for(let o=e.length-1;o>=
0;o--){let a=e[o];if(!(!a||a===".")&&(r=r?`${a}/${r}`:a,this.isAbsolute(a)))break}let i=this.#e.get(r);if(i!==void 0)return i;let n=this.cwd.
resolve(r).fullpath();return this.#e.set(r,n),n}resolvePosix(...e){let r="";for(let o=e.length-1;o>=0;o--){let a=e[o];if(!(!a||a===".")&&(r=
r?`${a}/${r}`:a,this.isAbsolute(a)))break}let i=this.#r.get(r);if(i!==void 0)return i;let n=this.cwd.resolve(r).fullpathPosix();return this.#r.
set(r,n),n}relative(e=this.cwd){return typeof e=="string"&&(e=this.cwd.resolve(e)),e.relative()}relativePosix(e=this.cwd){return typeof e=="\
string"&&(e=this.cwd.resolve(e)),e.relativePosix()}basename(e=this.cwd){return typeof e=="string"&&(e=this.cwd.resolve(e)),e.name}dirname(e=this.
cwd){return typeof e=="string"&&(e=this.cwd.resolve(e)),(e.parent||e).fullpath()}async readdir(e=this.cwd,r={withFileTypes:!0}){typeof e=="s\
tring"?e=this.cwd.resolve(e):e instanceof ot||(r=e,e=this.cwd);let{withFileTypes:i}=r;if(e.canReaddir()){let n=await e.readdir();return i?n:
n.map(o=>o.name)}else return[]}readdirSync(e=this.cwd,r={withFileTypes:!0}){typeof e=="string"?e=this.cwd.resolve(e):e instanceof ot||(r=e,e=
this.cwd);let{withFileTypes:i=!0}=r;return e.canReaddir()?i?e.readdirSync():e.readdirSync().map(n=>n.name):[]}async lstat(e=this.cwd){return typeof e==
"string"&&(e=this.cwd.resolve(e)),e.lstat()}lstatSync(e=this.cwd){return typeof e=="string"&&(e=this.cwd.resolve(e)),e.lstatSync()}async readlink(e=this.
cwd,{withFileTypes:r}={withFileTypes:!1}){typeof e=="string"?e=this.cwd.resolve(e):e instanceof ot||(r=e.withFileTypes,e=this.cwd);let i=await e.
readlink();return r?i:i?.fullpath()}readlinkSync(e=this.cwd,{withFileTypes:r}={withFileTypes:!1}){typeof e=="string"?e=this.cwd.resolve(e):e instanceof
ot||(r=e.withFileTypes,e=this.cwd);let i=e.readlinkSync();return r?i:i?.fullpath()}async realpath(e=this.cwd,{withFileTypes:r}={withFileTypes:!1}){
typeof e=="string"?e=this.cwd.resolve(e):e instanceof ot||(r=e.withFileTypes,e=this.cwd);let i=await e.realpath();return r?i:i?.fullpath()}realpathSync(e=this.
cwd,{withFileTypes:r}={withFileTypes:!1}){typeof e=="string"?e=this.cwd.resolve(e):e instanceof ot||(r=e.withFileTypes,e=this.cwd);let i=e.realpathSync();
return r?i:i?.fullpath()}async walk(e=this.cwd,r={}){typeof e=="string"?e=this.cwd.resolve(e):e instanceof ot||(r=e,e=this.cwd);let{withFileTypes:i=!0,
follow:n=!1,filter:o,walkFilter:a}=r,l=[];(!o||o(e))&&l.push(i?e:e.fullpath());let u=new Set,c=s((h,d)=>{u.add(h),h.readdirCB((m,T)=>{if(m)return d(
m);let E=T.length;if(!E)return d();let v=s(()=>{--E===0&&d()},"next");for(let b of T)(!o||o(b))&&l.push(i?b:b.fullpath()),n&&b.isSymbolicLink()?
b.realpath().then(R=>R?.isUnknown()?R.lstat():R).then(R=>R?.shouldWalk(u,a)?c(R,v):v()):b.shouldWalk(u,a)?c(b,v):v()},!0)},"walk"),f=e;return new Promise(
(h,d)=>{c(f,m=>{if(m)return d(m);h(l)})})}walkSync(e=this.cwd,r={}){typeof e=="string"?e=this.cwd.resolve(e):e instanceof ot||(r=e,e=this.cwd);
let{withFileTypes:i=!0,follow:n=!1,filter:o,walkFilter:a}=r,l=[];(!o||o(e))&&l.push(i?e:e.fullpath());let u=new Set([e]);for(let c of u){let f=c.
readdirSync();for(let h of f){(!o||o(h))&&l.push(i?h:h.fullpath());let d=h;if(h.isSymbolicLink()){if(!(n&&(d=h.realpathSync())))continue;d.isUnknown()&&
d.lstatSync()}d.shouldWalk(u,a)&&u.add(d)}}return l}[Symbol.asyncIterator](){return this.iterate()}iterate(e=this.cwd,r={}){return typeof e==
"string"?e=this.cwd.resolve(e):e instanceof ot||(r=e,e=this.cwd),this.stream(e,r)[Symbol.asyncIterator]()}[Symbol.iterator](){return this.iterateSync()}*iterateSync(e=this.
cwd,r={}){typeof e=="string"?e=this.cwd.resolve(e):e instanceof ot||(r=e,e=this.cwd);let{withFileTypes:i=!0,follow:n=!1,filter:o,walkFilter:a}=r;
(!o||o(e))&&(yield i?e:e.fullpath());let l=new Set([e]);for(let u of l){let c=u.readdirSync();for(let f of c){(!o||o(f))&&(yield i?f:f.fullpath());
let h=f;if(f.isSymbolicLink()){if(!(n&&(h=f.realpathSync())))continue;h.isUnknown()&&h.lstatSync()}h.shouldWalk(l,a)&&l.add(h)}}}stream(e=this.
cwd,r={}){typeof e=="string"?e=this.cwd.resolve(e):e instanceof ot||(r=e,e=this.cwd);let{withFileTypes:i=!0,follow:n=!1,filter:o,walkFilter:a}=r,
l=new Xv.Minipass({objectMode:!0});(!o||o(e))&&l.write(i?e:e.fullpath());let u=new Set,c=[e],f=0,h=s(()=>{let d=!1;for(;!d;){let m=c.shift();
if(!m){f===0&&l.end();return}f++,u.add(m);let T=s((v,b,R=!1)=>{if(v)return l.emit("error",v);if(n&&!R){let F=[];for(let L of b)L.isSymbolicLink()&&
F.push(L.realpath().then(z=>z?.isUnknown()?z.lstat():z));if(F.length){Promise.all(F).then(()=>T(null,b,!0));return}}for(let F of b)F&&(!o||o(
F))&&(l.write(i?F:F.fullpath())||(d=!0));f--;for(let F of b){let L=F.realpathCached()||F;L.shouldWalk(u,a)&&c.push(L)}d&&!l.flowing?l.once("\
drain",h):E||h()},"onReaddir"),E=!0;m.readdirCB(T,!0),E=!1}},"process");return h(),l}streamSync(e=this.cwd,r={}){typeof e=="string"?e=this.cwd.
resolve(e):e instanceof ot||(r=e,e=this.cwd);let{withFileTypes:i=!0,follow:n=!1,filter:o,walkFilter:a}=r,l=new Xv.Minipass({objectMode:!0}),
u=new Set;(!o||o(e))&&l.write(i?e:e.fullpath());let c=[e],f=0,h=s(()=>{let d=!1;for(;!d;){let m=c.shift();if(!m){f===0&&l.end();return}f++,u.
add(m);let T=m.readdirSync();for(let E of T)(!o||o(E))&&(l.write(i?E:E.fullpath())||(d=!0));f--;for(let E of T){let v=E;if(E.isSymbolicLink()){
if(!(n&&(v=E.realpathSync())))continue;v.isUnknown()&&v.lstatSync()}v.shouldWalk(u,a)&&c.push(v)}}d&&!l.flowing&&l.once("drain",h)},"process");
return h(),l}chdir(e=this.cwd){let r=this.cwd;this.cwd=typeof e=="string"?this.cwd.resolve(e):e,this.cwd[hS](r)}};Re.PathScurryBase=mo;var yo=class extends mo{static{
s(this,"PathScurryWin32")}sep="\\";constructor(e=process.cwd(),r={}){let{nocase:i=!0}=r;super(e,$l.win32,"\\",{...r,nocase:i}),this.nocase=i;
for(let n=this.cwd;n;n=n.parent)n.nocase=this.nocase}parseRootPath(e){return $l.win32.parse(e).root.toUpperCase()}newRoot(e){return new po(this.
rootPath,dr,void 0,this.roots,this.nocase,this.childrenCache(),{fs:e})}isAbsolute(e){return e.startsWith("/")||e.startsWith("\\")||/^[a-z]:(\/|\\)/i.
test(e)}};Re.PathScurryWin32=yo;var _o=class extends mo{static{s(this,"PathScurryPosix")}sep="/";constructor(e=process.cwd(),r={}){let{nocase:i=!1}=r;
super(e,$l.posix,"/",{...r,nocase:i}),this.nocase=i}parseRootPath(e){return"/"}newRoot(e){return new go(this.rootPath,dr,void 0,this.roots,this.
nocase,this.childrenCache(),{fs:e})}isAbsolute(e){return e.startsWith("/")}};Re.PathScurryPosix=_o;var Hl=class extends _o{static{s(this,"Pa\
thScurryDarwin")}constructor(e=process.cwd(),r={}){let{nocase:i=!0}=r;super(e,{...r,nocase:i})}};Re.PathScurryDarwin=Hl;Re.Path=process.platform===
"win32"?po:go;Re.PathScurry=process.platform==="win32"?yo:process.platform==="darwin"?Hl:_o});var md=S(Vl=>{"use strict";Object.defineProperty(Vl,"__esModule",{value:!0});Vl.Pattern=void 0;var C2=Vr(),N2=s(t=>t.length>=1,"isPatternLis\
t"),L2=s(t=>t.length>=1,"isGlobList"),gd=class t{static{s(this,"Pattern")}#e;#r;#n;length;#t;#o;#E;#u;#f;#l;#a=!0;constructor(e,r,i,n){if(!N2(
e))throw new TypeError("empty pattern list");if(!L2(r))throw new TypeError("empty glob list");if(r.length!==e.length)throw new TypeError("mi\
smatched pattern list and glob list lengths");if(this.length=e.length,i<0||i>=this.length)throw new TypeError("index out of range");if(this.#e=
e,this.#r=r,this.#n=i,this.#t=n,this.#n===0){if(this.isUNC()){let[o,a,l,u,...c]=this.#e,[f,h,d,m,...T]=this.#r;c[0]===""&&(c.shift(),T.shift());
let E=[o,a,l,u,""].join("/"),v=[f,h,d,m,""].join("/");this.#e=[E,...c],this.#r=[v,...T],this.length=this.#e.length}else if(this.isDrive()||this.
isAbsolute()){let[o,...a]=this.#e,[l,...u]=this.#r;a[0]===""&&(a.shift(),u.shift());let c=o+"/",f=l+"/";this.#e=[c,...a],this.#r=[f,...u],this.
length=this.#e.length}}}pattern(){return this.#e[this.#n]}isString(){return typeof this.#e[this.#n]=="string"}isGlobstar(){return this.#e[this.#n]===
C2.GLOBSTAR}isRegExp(){return this.#e[this.#n]instanceof RegExp}globString(){return this.#E=this.#E||(this.#n===0?this.isAbsolute()?this.#r[0]+
this.#r.slice(1).join("/"):this.#r.join("/"):this.#r.slice(this.#n).join("/"))}hasMore(){return this.length>this.#n+1}rest(){return this.#o!==
void 0?this.#o:this.hasMore()?(this.#o=new t(this.#e,this.#r,this.#n+1,this.#t),this.#o.#l=this.#l,this.#o.#f=this.#f,this.#o.#u=this.#u,this.#o):
this.#o=null}isUNC(){let e=this.#e;return this.#f!==void 0?this.#f:this.#f=this.#t==="win32"&&this.#n===0&&e[0]===""&&e[1]===""&&typeof e[2]==
"string"&&!!e[2]&&typeof e[3]=="string"&&!!e[3]}isDrive(){let e=this.#e;return this.#u!==void 0?this.#u:this.#u=this.#t==="win32"&&this.#n===
0&&this.length>1&&typeof e[0]=="string"&&/^[a-z]:$/i.test(e[0])}isAbsolute(){let e=this.#e;return this.#l!==void 0?this.#l:this.#l=e[0]===""&&
e.length>1||this.isDrive()||this.isUNC()}root(){let e=this.#e[0];return typeof e=="string"&&this.isAbsolute()&&this.#n===0?e:""}checkFollowGlobstar(){
return!(this.#n===0||!this.isGlobstar()||!this.#a)}markFollowGlobstar(){return this.#n===0||!this.isGlobstar()||!this.#a?!1:(this.#a=!1,!0)}};
Vl.Pattern=gd});var _d=S(Jl=>{"use strict";Object.defineProperty(Jl,"__esModule",{value:!0});Jl.Ignore=void 0;var pS=Vr(),U2=md(),M2=typeof process=="object"&&
process&&typeof process.platform=="string"?process.platform:"linux",yd=class{static{s(this,"Ignore")}relative;relativeChildren;absolute;absoluteChildren;platform;mmopts;constructor(e,{
nobrace:r,nocase:i,noext:n,noglobstar:o,platform:a=M2}){this.relative=[],this.absolute=[],this.relativeChildren=[],this.absoluteChildren=[],
this.platform=a,this.mmopts={dot:!0,nobrace:r,nocase:i,noext:n,noglobstar:o,optimizationLevel:2,platform:a,nocomment:!0,nonegate:!0};for(let l of e)
this.add(l)}add(e){let r=new pS.Minimatch(e,this.mmopts);for(let i=0;i<r.set.length;i++){let n=r.set[i],o=r.globParts[i];if(!n||!o)throw new Error(
"invalid pattern object");for(;n[0]==="."&&o[0]===".";)n.shift(),o.shift();let a=new U2.Pattern(n,o,0,this.platform),l=new pS.Minimatch(a.globString(),
this.mmopts),u=o[o.length-1]==="**",c=a.isAbsolute();c?this.absolute.push(l):this.relative.push(l),u&&(c?this.absoluteChildren.push(l):this.
relativeChildren.push(l))}}ignored(e){let r=e.fullpath(),i=`${r}/`,n=e.relative()||".",o=`${n}/`;for(let a of this.relative)if(a.match(n)||a.
match(o))return!0;for(let a of this.absolute)if(a.match(r)||a.match(i))return!0;return!1}childrenIgnored(e){let r=e.fullpath()+"/",i=(e.relative()||
".")+"/";for(let n of this.relativeChildren)if(n.match(i))return!0;for(let n of this.absoluteChildren)if(n.match(r))return!0;return!1}};Jl.Ignore=
yd});var mS=S(pr=>{"use strict";Object.defineProperty(pr,"__esModule",{value:!0});pr.Processor=pr.SubWalks=pr.MatchRecord=pr.HasWalkedCache=void 0;
var gS=Vr(),Kl=class t{static{s(this,"HasWalkedCache")}store;constructor(e=new Map){this.store=e}copy(){return new t(new Map(this.store))}hasWalked(e,r){
return this.store.get(e.fullpath())?.has(r.globString())}storeWalked(e,r){let i=e.fullpath(),n=this.store.get(i);n?n.add(r.globString()):this.
store.set(i,new Set([r.globString()]))}};pr.HasWalkedCache=Kl;var Yl=class{static{s(this,"MatchRecord")}store=new Map;add(e,r,i){let n=(r?2:
0)|(i?1:0),o=this.store.get(e);this.store.set(e,o===void 0?n:n&o)}entries(){return[...this.store.entries()].map(([e,r])=>[e,!!(r&2),!!(r&1)])}};
pr.MatchRecord=Yl;var Zl=class{static{s(this,"SubWalks")}store=new Map;add(e,r){if(!e.canReaddir())return;let i=this.store.get(e);i?i.find(n=>n.
globString()===r.globString())||i.push(r):this.store.set(e,[r])}get(e){let r=this.store.get(e);if(!r)throw new Error("attempting to walk unk\
nown path");return r}entries(){return this.keys().map(e=>[e,this.store.get(e)])}keys(){return[...this.store.keys()].filter(e=>e.canReaddir())}};
pr.SubWalks=Zl;var wd=class t{static{s(this,"Processor")}hasWalkedCache;matches=new Yl;subwalks=new Zl;patterns;follow;dot;opts;constructor(e,r){
this.opts=e,this.follow=!!e.follow,this.dot=!!e.dot,this.hasWalkedCache=r?r.copy():new Kl}processPatterns(e,r){this.patterns=r;let i=r.map(n=>[
e,n]);for(let[n,o]of i){this.hasWalkedCache.storeWalked(n,o);let a=o.root(),l=o.isAbsolute()&&this.opts.absolute!==!1;if(a){n=n.resolve(a===
"/"&&this.opts.root!==void 0?this.opts.root:a);let h=o.rest();if(h)o=h;else{this.matches.add(n,!0,!1);continue}}if(n.isENOENT())continue;let u,
c,f=!1;for(;typeof(u=o.pattern())=="string"&&(c=o.rest());)n=n.resolve(u),o=c,f=!0;if(u=o.pattern(),c=o.rest(),f){if(this.hasWalkedCache.hasWalked(
n,o))continue;this.hasWalkedCache.storeWalked(n,o)}if(typeof u=="string"){let h=u===".."||u===""||u===".";this.matches.add(n.resolve(u),l,h);
continue}else if(u===gS.GLOBSTAR){(!n.isSymbolicLink()||this.follow||o.checkFollowGlobstar())&&this.subwalks.add(n,o);let h=c?.pattern(),d=c?.
rest();if(!c||(h===""||h===".")&&!d)this.matches.add(n,l,h===""||h===".");else if(h===".."){let m=n.parent||n;d?this.hasWalkedCache.hasWalked(
m,d)||this.subwalks.add(m,d):this.matches.add(m,l,!0)}}else u instanceof RegExp&&this.subwalks.add(n,o)}return this}subwalkTargets(){return this.
subwalks.keys()}child(){return new t(this.opts,this.hasWalkedCache)}filterEntries(e,r){let i=this.subwalks.get(e),n=this.child();for(let o of r)
for(let a of i){let l=a.isAbsolute(),u=a.pattern(),c=a.rest();u===gS.GLOBSTAR?n.testGlobstar(o,a,c,l):u instanceof RegExp?n.testRegExp(o,u,c,
l):n.testString(o,u,c,l)}return n}testGlobstar(e,r,i,n){if((this.dot||!e.name.startsWith("."))&&(r.hasMore()||this.matches.add(e,n,!1),e.canReaddir()&&
(this.follow||!e.isSymbolicLink()?this.subwalks.add(e,r):e.isSymbolicLink()&&(i&&r.checkFollowGlobstar()?this.subwalks.add(e,i):r.markFollowGlobstar()&&
this.subwalks.add(e,r)))),i){let o=i.pattern();if(typeof o=="string"&&o!==".."&&o!==""&&o!==".")this.testString(e,o,i.rest(),n);else if(o===
".."){let a=e.parent||e;this.subwalks.add(a,i)}else o instanceof RegExp&&this.testRegExp(e,o,i.rest(),n)}}testRegExp(e,r,i,n){r.test(e.name)&&
(i?this.subwalks.add(e,i):this.matches.add(e,n,!1))}testString(e,r,i,n){e.isNamed(r)&&(i?this.subwalks.add(e,i):this.matches.add(e,n,!1))}};
pr.Processor=wd});var wS=S(Yr=>{"use strict";Object.defineProperty(Yr,"__esModule",{value:!0});Yr.GlobStream=Yr.GlobWalker=Yr.GlobUtil=void 0;var q2=hd(),yS=_d(),
_S=mS(),B2=s((t,e)=>typeof t=="string"?new yS.Ignore([t],e):Array.isArray(t)?new yS.Ignore(t,e):t,"makeIgnore"),wo=class{static{s(this,"Glob\
Util")}path;patterns;opts;seen=new Set;paused=!1;aborted=!1;#e=[];#r;#n;signal;maxDepth;includeChildMatches;constructor(e,r,i){if(this.patterns=
e,this.path=r,this.opts=i,this.#n=!i.posix&&i.platform==="win32"?"\\":"/",this.includeChildMatches=i.includeChildMatches!==!1,(i.ignore||!this.
includeChildMatches)&&(this.#r=B2(i.ignore??[],i),!this.includeChildMatches&&typeof this.#r.add!="function")){let n="cannot ignore child mat\
ches, ignore lacks add() method.";throw new Error(n)}this.maxDepth=i.maxDepth||1/0,i.signal&&(this.signal=i.signal,this.signal.addEventListener(
"abort",()=>{this.#e.length=0}))}#t(e){return this.seen.has(e)||!!this.#r?.ignored?.(e)}#o(e){return!!this.#r?.childrenIgnored?.(e)}pause(){
this.paused=!0}resume(){if(this.signal?.aborted)return;this.paused=!1;let e;for(;!this.paused&&(e=this.#e.shift());)e()}onResume(e){this.signal?.
aborted||(this.paused?this.#e.push(e):e())}async matchCheck(e,r){if(r&&this.opts.nodir)return;let i;if(this.opts.realpath){if(i=e.realpathCached()||
await e.realpath(),!i)return;e=i}let o=e.isUnknown()||this.opts.stat?await e.lstat():e;if(this.opts.follow&&this.opts.nodir&&o?.isSymbolicLink()){
let a=await o.realpath();a&&(a.isUnknown()||this.opts.stat)&&await a.lstat()}return this.matchCheckTest(o,r)}matchCheckTest(e,r){return e&&(this.
maxDepth===1/0||e.depth()<=this.maxDepth)&&(!r||e.canReaddir())&&(!this.opts.nodir||!e.isDirectory())&&(!this.opts.nodir||!this.opts.follow||
!e.isSymbolicLink()||!e.realpathCached()?.isDirectory())&&!this.#t(e)?e:void 0}matchCheckSync(e,r){if(r&&this.opts.nodir)return;let i;if(this.
opts.realpath){if(i=e.realpathCached()||e.realpathSync(),!i)return;e=i}let o=e.isUnknown()||this.opts.stat?e.lstatSync():e;if(this.opts.follow&&
this.opts.nodir&&o?.isSymbolicLink()){let a=o.realpathSync();a&&(a?.isUnknown()||this.opts.stat)&&a.lstatSync()}return this.matchCheckTest(o,
r)}matchFinish(e,r){if(this.#t(e))return;if(!this.includeChildMatches&&this.#r?.add){let o=`${e.relativePosix()}/**`;this.#r.add(o)}let i=this.
opts.absolute===void 0?r:this.opts.absolute;this.seen.add(e);let n=this.opts.mark&&e.isDirectory()?this.#n:"";if(this.opts.withFileTypes)this.
matchEmit(e);else if(i){let o=this.opts.posix?e.fullpathPosix():e.fullpath();this.matchEmit(o+n)}else{let o=this.opts.posix?e.relativePosix():
e.relative(),a=this.opts.dotRelative&&!o.startsWith(".."+this.#n)?"."+this.#n:"";this.matchEmit(o?a+o+n:"."+n)}}async match(e,r,i){let n=await this.
matchCheck(e,i);n&&this.matchFinish(n,r)}matchSync(e,r,i){let n=this.matchCheckSync(e,i);n&&this.matchFinish(n,r)}walkCB(e,r,i){this.signal?.
aborted&&i(),this.walkCB2(e,r,new _S.Processor(this.opts),i)}walkCB2(e,r,i,n){if(this.#o(e))return n();if(this.signal?.aborted&&n(),this.paused){
this.onResume(()=>this.walkCB2(e,r,i,n));return}i.processPatterns(e,r);let o=1,a=s(()=>{--o===0&&n()},"next");for(let[l,u,c]of i.matches.entries())
this.#t(l)||(o++,this.match(l,u,c).then(()=>a()));for(let l of i.subwalkTargets()){if(this.maxDepth!==1/0&&l.depth()>=this.maxDepth)continue;
o++;let u=l.readdirCached();l.calledReaddir()?this.walkCB3(l,u,i,a):l.readdirCB((c,f)=>this.walkCB3(l,f,i,a),!0)}a()}walkCB3(e,r,i,n){i=i.filterEntries(
e,r);let o=1,a=s(()=>{--o===0&&n()},"next");for(let[l,u,c]of i.matches.entries())this.#t(l)||(o++,this.match(l,u,c).then(()=>a()));for(let[l,
u]of i.subwalks.entries())o++,this.walkCB2(l,u,i.child(),a);a()}walkCBSync(e,r,i){this.signal?.aborted&&i(),this.walkCB2Sync(e,r,new _S.Processor(
this.opts),i)}walkCB2Sync(e,r,i,n){if(this.#o(e))return n();if(this.signal?.aborted&&n(),this.paused){this.onResume(()=>this.walkCB2Sync(e,r,
i,n));return}i.processPatterns(e,r);let o=1,a=s(()=>{--o===0&&n()},"next");for(let[l,u,c]of i.matches.entries())this.#t(l)||this.matchSync(l,
u,c);for(let l of i.subwalkTargets()){if(this.maxDepth!==1/0&&l.depth()>=this.maxDepth)continue;o++;let u=l.readdirSync();this.walkCB3Sync(l,
u,i,a)}a()}walkCB3Sync(e,r,i,n){i=i.filterEntries(e,r);let o=1,a=s(()=>{--o===0&&n()},"next");for(let[l,u,c]of i.matches.entries())this.#t(l)||
this.matchSync(l,u,c);for(let[l,u]of i.subwalks.entries())o++,this.walkCB2Sync(l,u,i.child(),a);a()}};Yr.GlobUtil=wo;var bd=class extends wo{static{
s(this,"GlobWalker")}matches=new Set;constructor(e,r,i){super(e,r,i)}matchEmit(e){this.matches.add(e)}async walk(){if(this.signal?.aborted)throw this.
signal.reason;return this.path.isUnknown()&&await this.path.lstat(),await new Promise((e,r)=>{this.walkCB(this.path,this.patterns,()=>{this.
signal?.aborted?r(this.signal.reason):e(this.matches)})}),this.matches}walkSync(){if(this.signal?.aborted)throw this.signal.reason;return this.
path.isUnknown()&&this.path.lstatSync(),this.walkCBSync(this.path,this.patterns,()=>{if(this.signal?.aborted)throw this.signal.reason}),this.
matches}};Yr.GlobWalker=bd;var Ed=class extends wo{static{s(this,"GlobStream")}results;constructor(e,r,i){super(e,r,i),this.results=new q2.Minipass(
{signal:this.signal,objectMode:!0}),this.results.on("drain",()=>this.resume()),this.results.on("resume",()=>this.resume())}matchEmit(e){this.
results.write(e),this.results.flowing||this.pause()}stream(){let e=this.path;return e.isUnknown()?e.lstat().then(()=>{this.walkCB(e,this.patterns,
()=>this.results.end())}):this.walkCB(e,this.patterns,()=>this.results.end()),this.results}streamSync(){return this.path.isUnknown()&&this.path.
lstatSync(),this.walkCBSync(this.path,this.patterns,()=>this.results.end()),this.results}};Yr.GlobStream=Ed});var vd=S(eu=>{"use strict";Object.defineProperty(eu,"__esModule",{value:!0});eu.Glob=void 0;var j2=Vr(),W2=Z("node:url"),Ql=dS(),$2=md(),Xl=wS(),
z2=typeof process=="object"&&process&&typeof process.platform=="string"?process.platform:"linux",Td=class{static{s(this,"Glob")}absolute;cwd;root;dot;dotRelative;follow;ignore;magicalBraces;mark;matchBase;maxDepth;nobrace;nocase;nodir;noext;noglobstar;pattern;platform;realpath;scurry;stat;signal;windowsPathsNoEscape;withFileTypes;includeChildMatches;opts;patterns;constructor(e,r){
if(!r)throw new TypeError("glob options required");if(this.withFileTypes=!!r.withFileTypes,this.signal=r.signal,this.follow=!!r.follow,this.
dot=!!r.dot,this.dotRelative=!!r.dotRelative,this.nodir=!!r.nodir,this.mark=!!r.mark,r.cwd?(r.cwd instanceof URL||r.cwd.startsWith("file://"))&&
(r.cwd=(0,W2.fileURLToPath)(r.cwd)):this.cwd="",this.cwd=r.cwd||"",this.root=r.root,this.magicalBraces=!!r.magicalBraces,this.nobrace=!!r.nobrace,
this.noext=!!r.noext,this.realpath=!!r.realpath,this.absolute=r.absolute,this.includeChildMatches=r.includeChildMatches!==!1,this.noglobstar=
!!r.noglobstar,this.matchBase=!!r.matchBase,this.maxDepth=typeof r.maxDepth=="number"?r.maxDepth:1/0,this.stat=!!r.stat,this.ignore=r.ignore,
this.withFileTypes&&this.absolute!==void 0)throw new Error("cannot set absolute and withFileTypes:true");if(typeof e=="string"&&(e=[e]),this.
windowsPathsNoEscape=!!r.windowsPathsNoEscape||r.allowWindowsEscape===!1,this.windowsPathsNoEscape&&(e=e.map(u=>u.replace(/\\/g,"/"))),this.
matchBase){if(r.noglobstar)throw new TypeError("base matching requires globstar");e=e.map(u=>u.includes("/")?u:`./**/${u}`)}if(this.pattern=
e,this.platform=r.platform||z2,this.opts={...r,platform:this.platform},r.scurry){if(this.scurry=r.scurry,r.nocase!==void 0&&r.nocase!==r.scurry.
nocase)throw new Error("nocase option contradicts provided scurry option")}else{let u=r.platform==="win32"?Ql.PathScurryWin32:r.platform==="\
darwin"?Ql.PathScurryDarwin:r.platform?Ql.PathScurryPosix:Ql.PathScurry;this.scurry=new u(this.cwd,{nocase:r.nocase,fs:r.fs})}this.nocase=this.
scurry.nocase;let i=this.platform==="darwin"||this.platform==="win32",n={...r,dot:this.dot,matchBase:this.matchBase,nobrace:this.nobrace,nocase:this.
nocase,nocaseMagicOnly:i,nocomment:!0,noext:this.noext,nonegate:!0,optimizationLevel:2,platform:this.platform,windowsPathsNoEscape:this.windowsPathsNoEscape,
debug:!!this.opts.debug},o=this.pattern.map(u=>new j2.Minimatch(u,n)),[a,l]=o.reduce((u,c)=>(u[0].push(...c.set),u[1].push(...c.globParts),u),
[[],[]]);this.patterns=a.map((u,c)=>{let f=l[c];if(!f)throw new Error("invalid pattern object");return new $2.Pattern(u,f,0,this.platform)})}async walk(){
return[...await new Xl.GlobWalker(this.patterns,this.scurry.cwd,{...this.opts,maxDepth:this.maxDepth!==1/0?this.maxDepth+this.scurry.cwd.depth():
1/0,platform:this.platform,nocase:this.nocase,includeChildMatches:this.includeChildMatches}).walk()]}walkSync(){return[...new Xl.GlobWalker(
this.patterns,this.scurry.cwd,{...this.opts,maxDepth:this.maxDepth!==1/0?this.maxDepth+this.scurry.cwd.depth():1/0,platform:this.platform,nocase:this.
nocase,includeChildMatches:this.includeChildMatches}).walkSync()]}stream(){return new Xl.GlobStream(this.patterns,this.scurry.cwd,{...this.opts,
maxDepth:this.maxDepth!==1/0?this.maxDepth+this.scurry.cwd.depth():1/0,platform:this.platform,nocase:this.nocase,includeChildMatches:this.includeChildMatches}).
stream()}streamSync(){return new Xl.GlobStream(this.patterns,this.scurry.cwd,{...this.opts,maxDepth:this.maxDepth!==1/0?this.maxDepth+this.scurry.
cwd.depth():1/0,platform:this.platform,nocase:this.nocase,includeChildMatches:this.includeChildMatches}).streamSync()}iterateSync(){return this.
streamSync()[Symbol.iterator]()}[Symbol.iterator](){return this.iterateSync()}iterate(){return this.stream()[Symbol.asyncIterator]()}[Symbol.
asyncIterator](){return this.iterate()}};eu.Glob=Td});var Sd=S(tu=>{"use strict";Object.defineProperty(tu,"__esModule",{value:!0});tu.hasMagic=void 0;var H2=Vr(),V2=s((t,e={})=>{Array.isArray(t)||
(t=[t]);for(let r of t)if(new H2.Minimatch(r,e).hasMagic())return!0;return!1},"hasMagic");tu.hasMagic=V2});var vS=S(he=>{"use strict";Object.defineProperty(he,"__esModule",{value:!0});he.glob=he.sync=he.iterate=he.iterateSync=he.stream=he.streamSync=
he.Ignore=he.hasMagic=he.Glob=he.unescape=he.escape=void 0;he.globStreamSync=bo;he.globStream=Ad;he.globSync=Rd;he.globIterateSync=Eo;he.globIterate=
kd;var bS=Vr(),Ci=vd(),J2=Sd(),TS=Vr();Object.defineProperty(he,"escape",{enumerable:!0,get:s(function(){return TS.escape},"get")});Object.defineProperty(
he,"unescape",{enumerable:!0,get:s(function(){return TS.unescape},"get")});var K2=vd();Object.defineProperty(he,"Glob",{enumerable:!0,get:s(
function(){return K2.Glob},"get")});var Y2=Sd();Object.defineProperty(he,"hasMagic",{enumerable:!0,get:s(function(){return Y2.hasMagic},"get")});
var Z2=_d();Object.defineProperty(he,"Ignore",{enumerable:!0,get:s(function(){return Z2.Ignore},"get")});function bo(t,e={}){return new Ci.Glob(
t,e).streamSync()}s(bo,"globStreamSync");function Ad(t,e={}){return new Ci.Glob(t,e).stream()}s(Ad,"globStream");function Rd(t,e={}){return new Ci.
Glob(t,e).walkSync()}s(Rd,"globSync");async function ES(t,e={}){return new Ci.Glob(t,e).walk()}s(ES,"glob_");function Eo(t,e={}){return new Ci.
Glob(t,e).iterateSync()}s(Eo,"globIterateSync");function kd(t,e={}){return new Ci.Glob(t,e).iterate()}s(kd,"globIterate");he.streamSync=bo;he.
stream=Object.assign(Ad,{sync:bo});he.iterateSync=Eo;he.iterate=Object.assign(kd,{sync:Eo});he.sync=Object.assign(Rd,{stream:bo,iterate:Eo});
he.glob=Object.assign(ES,{glob:ES,globSync:Rd,sync:he.sync,globStream:Ad,stream:he.stream,globStreamSync:bo,streamSync:he.streamSync,globIterate:kd,
iterate:he.iterate,globIterateSync:Eo,iterateSync:he.iterateSync,Glob:Ci.Glob,hasMagic:J2.hasMagic,escape:bS.escape,unescape:bS.unescape});he.
glob.glob=he.glob});var kS=S((Z7,RS)=>{var AS=$c(),Cn=Z("path"),Od=UT(),Q2=X0(),X2=cv(),ej=yv(),tj=vS(),Ni=RS.exports={},SS=/[\/\\]/g,rj=s(function(t,e){var r=[];
return Od(t).forEach(function(i){var n=i.indexOf("!")===0;n&&(i=i.slice(1));var o=e(i);n?r=Q2(r,o):r=X2(r,o)}),r},"processPatterns");Ni.exists=
function(){var t=Cn.join.apply(Cn,arguments);return AS.existsSync(t)};Ni.expand=function(...t){var e=ej(t[0])?t.shift():{},r=Array.isArray(t[0])?
t[0]:t;if(r.length===0)return[];var i=rj(r,function(n){return tj.sync(n,e)});return e.filter&&(i=i.filter(function(n){n=Cn.join(e.cwd||"",n);
try{return typeof e.filter=="function"?e.filter(n):AS.statSync(n)[e.filter]()}catch{return!1}})),i};Ni.expandMapping=function(t,e,r){r=Object.
assign({rename:s(function(o,a){return Cn.join(o||"",a)},"rename")},r);var i=[],n={};return Ni.expand(r,t).forEach(function(o){var a=o;r.flatten&&
(a=Cn.basename(a)),r.ext&&(a=a.replace(/(\.[^\/]*)?$/,r.ext));var l=r.rename(e,a,r);r.cwd&&(o=Cn.join(r.cwd,o)),l=l.replace(SS,"/"),o=o.replace(
SS,"/"),n[l]?n[l].src.push(o):(i.push({src:[o],dest:l}),n[l]=i[i.length-1])}),i};Ni.normalizeFilesArray=function(t){var e=[];return t.forEach(
function(r){var i;("src"in r||"dest"in r)&&e.push(r)}),e.length===0?[]:(e=_(e).chain().forEach(function(r){!("src"in r)||!r.src||(Array.isArray(
r.src)?r.src=Od(r.src):r.src=[r.src])}).map(function(r){var i=Object.assign({},r);if(delete i.src,delete i.dest,r.expand)return Ni.expandMapping(
r.src,r.dest,i).map(function(o){var a=Object.assign({},r);return a.orig=Object.assign({},r),a.src=o.src,a.dest=o.dest,["expand","cwd","flatt\
en","rename","ext"].forEach(function(l){delete a[l]}),a});var n=Object.assign({},r);return n.orig=Object.assign({},r),"src"in n&&Object.defineProperty(
n,"src",{enumerable:!0,get:s(function o(){var a;return"result"in o||(a=r.src,a=Array.isArray(a)?Od(a):[a],o.result=Ni.expand(i,a)),o.result},
"fn")}),"dest"in n&&(n.dest=r.dest),n}).flatten().value(),e)}});var Nn=S((eV,PS)=>{var xd=$c(),OS=Z("path"),ij=Ea(),nj=My(),xS=gf(),sj=ww(),X7=Z("stream").Stream,oj=Ii().PassThrough,xt=PS.exports={};xt.file=
kS();xt.collectStream=function(t,e){var r=[],i=0;t.on("error",e),t.on("data",function(n){r.push(n),i+=n.length}),t.on("end",function(){var n=Buffer.
alloc(i),o=0;r.forEach(function(a){a.copy(n,o),o+=a.length}),e(null,n)})};xt.dateify=function(t){return t=t||new Date,t instanceof Date?t=t:
typeof t=="string"?t=new Date(t):t=new Date,t};xt.defaults=function(t,e,r){var i=arguments;return i[0]=i[0]||{},sj(...i)};xt.isStream=function(t){
return ij(t)};xt.lazyReadStream=function(t){return new nj.Readable(function(){return xd.createReadStream(t)})};xt.normalizeInputSource=function(t){
return t===null?Buffer.alloc(0):typeof t=="string"?Buffer.from(t):xt.isStream(t)?t.pipe(new oj):t};xt.sanitizePath=function(t){return xS(t,!1).
replace(/^\w+:/,"").replace(/^(\.\.\/|\/)+/,"")};xt.trailingSlashIt=function(t){return t.slice(-1)!=="/"?t+"/":t};xt.unixifyPath=function(t){
return xS(t,!1).replace(/^\w+:/,"")};xt.walkdir=function(t,e,r){var i=[];typeof e=="function"&&(r=e,e=t),xd.readdir(t,function(n,o){var a=0,
l,u;if(n)return r(n);s((function c(){if(l=o[a++],!l)return r(null,i);u=OS.join(t,l),xd.stat(u,function(f,h){i.push({path:u,relative:OS.relative(
e,u).replace(/\\/g,"/"),stats:h}),h&&h.isDirectory()?xt.walkdir(u,e,function(d,m){if(d)return r(d);m.forEach(function(T){i.push(T)}),c()}):c()})}),
"next")()})}});var FS=S((DS,GS)=>{var aj=Z("util"),lj={ABORTED:"archive was aborted",DIRECTORYDIRPATHREQUIRED:"diretory dirpath argument must be a non-empt\
y string value",DIRECTORYFUNCTIONINVALIDDATA:"invalid data returned by directory custom data function",ENTRYNAMEREQUIRED:"entry name must be\
 a non-empty string value",FILEFILEPATHREQUIRED:"file filepath argument must be a non-empty string value",FINALIZING:"archive already finali\
zing",QUEUECLOSED:"queue closed",NOENDMETHOD:"no suitable finalize/end method defined by module",DIRECTORYNOTSUPPORTED:"support for director\
y entries not defined by module",FORMATSET:"archive format already set",INPUTSTEAMBUFFERREQUIRED:"input source must be valid Stream or Buffe\
r instance",MODULESET:"module already set",SYMLINKNOTSUPPORTED:"support for symlink entries not defined by module",SYMLINKFILEPATHREQUIRED:"\
symlink filepath argument must be a non-empty string value",SYMLINKTARGETREQUIRED:"symlink target argument must be a non-empty string value",
ENTRYNOTSUPPORTED:"entry not supported"};function IS(t,e){Error.captureStackTrace(this,this.constructor),this.message=lj[t]||t,this.code=t,this.
data=e}s(IS,"ArchiverError");aj.inherits(IS,Error);DS=GS.exports=IS});var MS=S((iV,US)=>{var Dd=Z("fs"),NS=xm(),CS=Im(),Pd=Z("path"),gr=Nn(),uj=Z("util").inherits,je=FS(),LS=Ii().Transform,Id=process.platform===
"win32",ve=s(function(t,e){if(!(this instanceof ve))return new ve(t,e);typeof t!="string"&&(e=t,t="zip"),e=this.options=gr.defaults(e,{highWaterMark:1024*
1024,statConcurrency:4}),LS.call(this,e),this._format=!1,this._module=!1,this._pending=0,this._pointer=0,this._entriesCount=0,this._entriesProcessedCount=
0,this._fsEntriesTotalBytes=0,this._fsEntriesProcessedBytes=0,this._queue=CS.queue(this._onQueueTask.bind(this),1),this._queue.drain(this._onQueueDrain.
bind(this)),this._statQueue=CS.queue(this._onStatQueueTask.bind(this),e.statConcurrency),this._statQueue.drain(this._onQueueDrain.bind(this)),
this._state={aborted:!1,finalize:!1,finalizing:!1,finalized:!1,modulePiped:!1},this._streams=[]},"Archiver");uj(ve,LS);ve.prototype._abort=function(){
this._state.aborted=!0,this._queue.kill(),this._statQueue.kill(),this._queue.idle()&&this._shutdown()};ve.prototype._append=function(t,e){e=
e||{};var r={source:null,filepath:t};e.name||(e.name=t),e.sourcePath=t,r.data=e,this._entriesCount++,e.stats&&e.stats instanceof Dd.Stats?(r=
this._updateQueueTaskWithStats(r,e.stats),r&&(e.stats.size&&(this._fsEntriesTotalBytes+=e.stats.size),this._queue.push(r))):this._statQueue.
push(r)};ve.prototype._finalize=function(){this._state.finalizing||this._state.finalized||this._state.aborted||(this._state.finalizing=!0,this.
_moduleFinalize(),this._state.finalizing=!1,this._state.finalized=!0)};ve.prototype._maybeFinalize=function(){return this._state.finalizing||
this._state.finalized||this._state.aborted?!1:this._state.finalize&&this._pending===0&&this._queue.idle()&&this._statQueue.idle()?(this._finalize(),
!0):!1};ve.prototype._moduleAppend=function(t,e,r){if(this._state.aborted){r();return}this._module.append(t,e,function(i){if(this._task=null,
this._state.aborted){this._shutdown();return}if(i){this.emit("error",i),setImmediate(r);return}this.emit("entry",e),this._entriesProcessedCount++,
e.stats&&e.stats.size&&(this._fsEntriesProcessedBytes+=e.stats.size),this.emit("progress",{entries:{total:this._entriesCount,processed:this.
_entriesProcessedCount},fs:{totalBytes:this._fsEntriesTotalBytes,processedBytes:this._fsEntriesProcessedBytes}}),setImmediate(r)}.bind(this))};
ve.prototype._moduleFinalize=function(){typeof this._module.finalize=="function"?this._module.finalize():typeof this._module.end=="function"?
this._module.end():this.emit("error",new je("NOENDMETHOD"))};ve.prototype._modulePipe=function(){this._module.on("error",this._onModuleError.
bind(this)),this._module.pipe(this),this._state.modulePiped=!0};ve.prototype._moduleSupports=function(t){return!this._module.supports||!this.
_module.supports[t]?!1:this._module.supports[t]};ve.prototype._moduleUnpipe=function(){this._module.unpipe(this),this._state.modulePiped=!1};
ve.prototype._normalizeEntryData=function(t,e){t=gr.defaults(t,{type:"file",name:null,date:null,mode:null,prefix:null,sourcePath:null,stats:!1}),
e&&t.stats===!1&&(t.stats=e);var r=t.type==="directory";return t.name&&(typeof t.prefix=="string"&&t.prefix!==""&&(t.name=t.prefix+"/"+t.name,
t.prefix=null),t.name=gr.sanitizePath(t.name),t.type!=="symlink"&&t.name.slice(-1)==="/"?(r=!0,t.type="directory"):r&&(t.name+="/")),typeof t.
mode=="number"?Id?t.mode&=511:t.mode&=4095:t.stats&&t.mode===null?(Id?t.mode=t.stats.mode&511:t.mode=t.stats.mode&4095,Id&&r&&(t.mode=493)):
t.mode===null&&(t.mode=r?493:420),t.stats&&t.date===null?t.date=t.stats.mtime:t.date=gr.dateify(t.date),t};ve.prototype._onModuleError=function(t){
this.emit("error",t)};ve.prototype._onQueueDrain=function(){this._state.finalizing||this._state.finalized||this._state.aborted||this._state.
finalize&&this._pending===0&&this._queue.idle()&&this._statQueue.idle()&&this._finalize()};ve.prototype._onQueueTask=function(t,e){var r=s(()=>{
t.data.callback&&t.data.callback(),e()},"fullCallback");if(this._state.finalizing||this._state.finalized||this._state.aborted){r();return}this.
_task=t,this._moduleAppend(t.source,t.data,r)};ve.prototype._onStatQueueTask=function(t,e){if(this._state.finalizing||this._state.finalized||
this._state.aborted){e();return}Dd.lstat(t.filepath,function(r,i){if(this._state.aborted){setImmediate(e);return}if(r){this._entriesCount--,
this.emit("warning",r),setImmediate(e);return}t=this._updateQueueTaskWithStats(t,i),t&&(i.size&&(this._fsEntriesTotalBytes+=i.size),this._queue.
push(t)),setImmediate(e)}.bind(this))};ve.prototype._shutdown=function(){this._moduleUnpipe(),this.end()};ve.prototype._transform=function(t,e,r){
t&&(this._pointer+=t.length),r(null,t)};ve.prototype._updateQueueTaskWithStats=function(t,e){if(e.isFile())t.data.type="file",t.data.sourceType=
"stream",t.source=gr.lazyReadStream(t.filepath);else if(e.isDirectory()&&this._moduleSupports("directory"))t.data.name=gr.trailingSlashIt(t.
data.name),t.data.type="directory",t.data.sourcePath=gr.trailingSlashIt(t.filepath),t.data.sourceType="buffer",t.source=Buffer.concat([]);else if(e.
isSymbolicLink()&&this._moduleSupports("symlink")){var r=Dd.readlinkSync(t.filepath),i=Pd.dirname(t.filepath);t.data.type="symlink",t.data.linkname=
Pd.relative(i,Pd.resolve(i,r)),t.data.sourceType="buffer",t.source=Buffer.concat([])}else return e.isDirectory()?this.emit("warning",new je(
"DIRECTORYNOTSUPPORTED",t.data)):e.isSymbolicLink()?this.emit("warning",new je("SYMLINKNOTSUPPORTED",t.data)):this.emit("warning",new je("EN\
TRYNOTSUPPORTED",t.data)),null;return t.data=this._normalizeEntryData(t.data,e),t};ve.prototype.abort=function(){return this._state.aborted||
this._state.finalized?this:(this._abort(),this)};ve.prototype.append=function(t,e){if(this._state.finalize||this._state.aborted)return this.
emit("error",new je("QUEUECLOSED")),this;if(e=this._normalizeEntryData(e),typeof e.name!="string"||e.name.length===0)return this.emit("error",
new je("ENTRYNAMEREQUIRED")),this;if(e.type==="directory"&&!this._moduleSupports("directory"))return this.emit("error",new je("DIRECTORYNOTS\
UPPORTED",{name:e.name})),this;if(t=gr.normalizeInputSource(t),Buffer.isBuffer(t))e.sourceType="buffer";else if(gr.isStream(t))e.sourceType=
"stream";else return this.emit("error",new je("INPUTSTEAMBUFFERREQUIRED",{name:e.name})),this;return this._entriesCount++,this._queue.push({
data:e,source:t}),this};ve.prototype.directory=function(t,e,r){if(this._state.finalize||this._state.aborted)return this.emit("error",new je(
"QUEUECLOSED")),this;if(typeof t!="string"||t.length===0)return this.emit("error",new je("DIRECTORYDIRPATHREQUIRED")),this;this._pending++,e===
!1?e="":typeof e!="string"&&(e=t);var i=!1;typeof r=="function"?(i=r,r={}):typeof r!="object"&&(r={});var n={stat:!0,dot:!0};function o(){this.
_pending--,this._maybeFinalize()}s(o,"onGlobEnd");function a(c){this.emit("error",c)}s(a,"onGlobError");function l(c){u.pause();var f=!1,h=Object.
assign({},r);h.name=c.relative,h.prefix=e,h.stats=c.stat,h.callback=u.resume.bind(u);try{if(i){if(h=i(h),h===!1)f=!0;else if(typeof h!="obje\
ct")throw new je("DIRECTORYFUNCTIONINVALIDDATA",{dirpath:t})}}catch(d){this.emit("error",d);return}if(f){u.resume();return}this._append(c.absolute,
h)}s(l,"onGlobMatch");var u=NS(t,n);return u.on("error",a.bind(this)),u.on("match",l.bind(this)),u.on("end",o.bind(this)),this};ve.prototype.
file=function(t,e){return this._state.finalize||this._state.aborted?(this.emit("error",new je("QUEUECLOSED")),this):typeof t!="string"||t.length===
0?(this.emit("error",new je("FILEFILEPATHREQUIRED")),this):(this._append(t,e),this)};ve.prototype.glob=function(t,e,r){this._pending++,e=gr.
defaults(e,{stat:!0,pattern:t});function i(){this._pending--,this._maybeFinalize()}s(i,"onGlobEnd");function n(l){this.emit("error",l)}s(n,"\
onGlobError");function o(l){a.pause();var u=Object.assign({},r);u.callback=a.resume.bind(a),u.stats=l.stat,u.name=l.relative,this._append(l.
absolute,u)}s(o,"onGlobMatch");var a=NS(e.cwd||".",e);return a.on("error",n.bind(this)),a.on("match",o.bind(this)),a.on("end",i.bind(this)),
this};ve.prototype.finalize=function(){if(this._state.aborted){var t=new je("ABORTED");return this.emit("error",t),Promise.reject(t)}if(this.
_state.finalize){var e=new je("FINALIZING");return this.emit("error",e),Promise.reject(e)}this._state.finalize=!0,this._pending===0&&this._queue.
idle()&&this._statQueue.idle()&&this._finalize();var r=this;return new Promise(function(i,n){var o;r._module.on("end",function(){o||i()}),r.
_module.on("error",function(a){o=!0,n(a)})})};ve.prototype.setFormat=function(t){return this._format?(this.emit("error",new je("FORMATSET")),
this):(this._format=t,this)};ve.prototype.setModule=function(t){return this._state.aborted?(this.emit("error",new je("ABORTED")),this):this.
_state.module?(this.emit("error",new je("MODULESET")),this):(this._module=t,this._modulePipe(),this)};ve.prototype.symlink=function(t,e,r){if(this.
_state.finalize||this._state.aborted)return this.emit("error",new je("QUEUECLOSED")),this;if(typeof t!="string"||t.length===0)return this.emit(
"error",new je("SYMLINKFILEPATHREQUIRED")),this;if(typeof e!="string"||e.length===0)return this.emit("error",new je("SYMLINKTARGETREQUIRED",
{filepath:t})),this;if(!this._moduleSupports("symlink"))return this.emit("error",new je("SYMLINKNOTSUPPORTED",{filepath:t})),this;var i={};return i.
type="symlink",i.name=t.replace(/\\/g,"/"),i.linkname=e.replace(/\\/g,"/"),i.sourceType="buffer",typeof r=="number"&&(i.mode=r),this._entriesCount++,
this._queue.push({data:i,source:Buffer.concat([])}),this};ve.prototype.pointer=function(){return this._pointer};ve.prototype.use=function(t){
return this._streams.push(t),this};US.exports=ve});var iu=S((sV,qS)=>{var ru=qS.exports=function(){};ru.prototype.getName=function(){};ru.prototype.getSize=function(){};ru.prototype.getLastModifiedDate=
function(){};ru.prototype.isDirectory=function(){}});var nu=S((oV,BS)=>{var qt=BS.exports={};qt.dateToDos=function(t,e){e=e||!1;var r=e?t.getFullYear():t.getUTCFullYear();if(r<1980)return 2162688;
if(r>=2044)return 2141175677;var i={year:r,month:e?t.getMonth():t.getUTCMonth(),date:e?t.getDate():t.getUTCDate(),hours:e?t.getHours():t.getUTCHours(),
minutes:e?t.getMinutes():t.getUTCMinutes(),seconds:e?t.getSeconds():t.getUTCSeconds()};return i.year-1980<<25|i.month+1<<21|i.date<<16|i.hours<<
11|i.minutes<<5|i.seconds/2};qt.dosToDate=function(t){return new Date((t>>25&127)+1980,(t>>21&15)-1,t>>16&31,t>>11&31,t>>5&63,(t&31)<<1)};qt.
fromDosTime=function(t){return qt.dosToDate(t.readUInt32LE(0))};qt.getEightBytes=function(t){var e=Buffer.alloc(8);return e.writeUInt32LE(t%
4294967296,0),e.writeUInt32LE(t/4294967296|0,4),e};qt.getShortBytes=function(t){var e=Buffer.alloc(2);return e.writeUInt16LE((t&65535)>>>0,0),
e};qt.getShortBytesValue=function(t,e){return t.readUInt16LE(e)};qt.getLongBytes=function(t){var e=Buffer.alloc(4);return e.writeUInt32LE((t&
4294967295)>>>0,0),e};qt.getLongBytesValue=function(t,e){return t.readUInt32LE(e)};qt.toDosTime=function(t){return qt.getLongBytes(qt.dateToDos(
t))}});var Gd=S((aV,VS)=>{var jS=nu(),WS=8,$S=1,cj=4,fj=2,zS=64,HS=2048,at=VS.exports=function(){return this instanceof at?(this.descriptor=!1,this.
encryption=!1,this.utf8=!1,this.numberOfShannonFanoTrees=0,this.strongEncryption=!1,this.slidingDictionarySize=0,this):new at};at.prototype.
encode=function(){return jS.getShortBytes((this.descriptor?WS:0)|(this.utf8?HS:0)|(this.encryption?$S:0)|(this.strongEncryption?zS:0))};at.prototype.
parse=function(t,e){var r=jS.getShortBytesValue(t,e),i=new at;return i.useDataDescriptor((r&WS)!==0),i.useUTF8ForNames((r&HS)!==0),i.useStrongEncryption(
(r&zS)!==0),i.useEncryption((r&$S)!==0),i.setSlidingDictionarySize((r&fj)!==0?8192:4096),i.setNumberOfShannonFanoTrees((r&cj)!==0?3:2),i};at.
prototype.setNumberOfShannonFanoTrees=function(t){this.numberOfShannonFanoTrees=t};at.prototype.getNumberOfShannonFanoTrees=function(){return this.
numberOfShannonFanoTrees};at.prototype.setSlidingDictionarySize=function(t){this.slidingDictionarySize=t};at.prototype.getSlidingDictionarySize=
function(){return this.slidingDictionarySize};at.prototype.useDataDescriptor=function(t){this.descriptor=t};at.prototype.usesDataDescriptor=
function(){return this.descriptor};at.prototype.useEncryption=function(t){this.encryption=t};at.prototype.usesEncryption=function(){return this.
encryption};at.prototype.useStrongEncryption=function(t){this.strongEncryption=t};at.prototype.usesStrongEncryption=function(){return this.strongEncryption};
at.prototype.useUTF8ForNames=function(t){this.utf8=t};at.prototype.usesUTF8ForNames=function(){return this.utf8}});var KS=S((lV,JS)=>{JS.exports={PERM_MASK:4095,FILE_TYPE_FLAG:61440,LINK_FLAG:40960,FILE_FLAG:32768,DIR_FLAG:16384,DEFAULT_LINK_PERM:511,DEFAULT_DIR_PERM:493,
DEFAULT_FILE_PERM:420}});var Fd=S((uV,YS)=>{YS.exports={WORD:4,DWORD:8,EMPTY:Buffer.alloc(0),SHORT:2,SHORT_MASK:65535,SHORT_SHIFT:16,SHORT_ZERO:Buffer.from(Array(2)),
LONG:4,LONG_ZERO:Buffer.from(Array(4)),MIN_VERSION_INITIAL:10,MIN_VERSION_DATA_DESCRIPTOR:20,MIN_VERSION_ZIP64:45,VERSION_MADEBY:45,METHOD_STORED:0,
METHOD_DEFLATED:8,PLATFORM_UNIX:3,PLATFORM_FAT:0,SIG_LFH:67324752,SIG_DD:134695760,SIG_CFH:33639248,SIG_EOCD:101010256,SIG_ZIP64_EOCD:101075792,
SIG_ZIP64_EOCD_LOC:117853008,ZIP64_MAGIC_SHORT:65535,ZIP64_MAGIC:4294967295,ZIP64_EXTRA_ID:1,ZLIB_NO_COMPRESSION:0,ZLIB_BEST_SPEED:1,ZLIB_BEST_COMPRESSION:9,
ZLIB_DEFAULT_COMPRESSION:-1,MODE_MASK:4095,DEFAULT_FILE_MODE:33188,DEFAULT_DIR_MODE:16877,EXT_FILE_ATTR_DIR:1106051088,EXT_FILE_ATTR_FILE:2175008800,
S_IFMT:61440,S_IFIFO:4096,S_IFCHR:8192,S_IFDIR:16384,S_IFBLK:24576,S_IFREG:32768,S_IFLNK:40960,S_IFSOCK:49152,S_DOS_A:32,S_DOS_D:16,S_DOS_V:8,
S_DOS_S:4,S_DOS_H:2,S_DOS_R:1}});var Cd=S((cV,tA)=>{var hj=Z("util").inherits,dj=gf(),QS=iu(),XS=Gd(),ZS=KS(),vt=Fd(),eA=nu(),le=tA.exports=function(t){if(!(this instanceof le))
return new le(t);QS.call(this),this.platform=vt.PLATFORM_FAT,this.method=-1,this.name=null,this.size=0,this.csize=0,this.gpb=new XS,this.crc=
0,this.time=-1,this.minver=vt.MIN_VERSION_INITIAL,this.mode=-1,this.extra=null,this.exattr=0,this.inattr=0,this.comment=null,t&&this.setName(
t)};hj(le,QS);le.prototype.getCentralDirectoryExtra=function(){return this.getExtra()};le.prototype.getComment=function(){return this.comment!==
null?this.comment:""};le.prototype.getCompressedSize=function(){return this.csize};le.prototype.getCrc=function(){return this.crc};le.prototype.
getExternalAttributes=function(){return this.exattr};le.prototype.getExtra=function(){return this.extra!==null?this.extra:vt.EMPTY};le.prototype.
getGeneralPurposeBit=function(){return this.gpb};le.prototype.getInternalAttributes=function(){return this.inattr};le.prototype.getLastModifiedDate=
function(){return this.getTime()};le.prototype.getLocalFileDataExtra=function(){return this.getExtra()};le.prototype.getMethod=function(){return this.
method};le.prototype.getName=function(){return this.name};le.prototype.getPlatform=function(){return this.platform};le.prototype.getSize=function(){
return this.size};le.prototype.getTime=function(){return this.time!==-1?eA.dosToDate(this.time):-1};le.prototype.getTimeDos=function(){return this.
time!==-1?this.time:0};le.prototype.getUnixMode=function(){return this.platform!==vt.PLATFORM_UNIX?0:this.getExternalAttributes()>>vt.SHORT_SHIFT&
vt.SHORT_MASK};le.prototype.getVersionNeededToExtract=function(){return this.minver};le.prototype.setComment=function(t){Buffer.byteLength(t)!==
t.length&&this.getGeneralPurposeBit().useUTF8ForNames(!0),this.comment=t};le.prototype.setCompressedSize=function(t){if(t<0)throw new Error(
"invalid entry compressed size");this.csize=t};le.prototype.setCrc=function(t){if(t<0)throw new Error("invalid entry crc32");this.crc=t};le.
prototype.setExternalAttributes=function(t){this.exattr=t>>>0};le.prototype.setExtra=function(t){this.extra=t};le.prototype.setGeneralPurposeBit=
function(t){if(!(t instanceof XS))throw new Error("invalid entry GeneralPurposeBit");this.gpb=t};le.prototype.setInternalAttributes=function(t){
this.inattr=t};le.prototype.setMethod=function(t){if(t<0)throw new Error("invalid entry compression method");this.method=t};le.prototype.setName=
function(t,e=!1){t=dj(t,!1).replace(/^\w+:/,"").replace(/^(\.\.\/|\/)+/,""),e&&(t=`/${t}`),Buffer.byteLength(t)!==t.length&&this.getGeneralPurposeBit().
useUTF8ForNames(!0),this.name=t};le.prototype.setPlatform=function(t){this.platform=t};le.prototype.setSize=function(t){if(t<0)throw new Error(
"invalid entry size");this.size=t};le.prototype.setTime=function(t,e){if(!(t instanceof Date))throw new Error("invalid entry time");this.time=
eA.dateToDos(t,e)};le.prototype.setUnixMode=function(t){t|=this.isDirectory()?vt.S_IFDIR:vt.S_IFREG;var e=0;e|=t<<vt.SHORT_SHIFT|(this.isDirectory()?
vt.S_DOS_D:vt.S_DOS_A),this.setExternalAttributes(e),this.mode=t&vt.MODE_MASK,this.platform=vt.PLATFORM_UNIX};le.prototype.setVersionNeededToExtract=
function(t){this.minver=t};le.prototype.isDirectory=function(){return this.getName().slice(-1)==="/"};le.prototype.isUnixSymlink=function(){
return(this.getUnixMode()&ZS.FILE_TYPE_FLAG)===ZS.LINK_FLAG};le.prototype.isZip64=function(){return this.csize>vt.ZIP64_MAGIC||this.size>vt.
ZIP64_MAGIC}});var Nd=S((hV,rA)=>{var fV=Z("stream").Stream,pj=Ii().PassThrough,gj=Ea(),mj=rA.exports={};mj.normalizeInputSource=function(t){if(t===null)return Buffer.
alloc(0);if(typeof t=="string")return Buffer.from(t);if(gj(t)&&!t._readableState){var e=new pj;return t.pipe(e),e}return t}});var Ud=S((dV,iA)=>{var yj=Z("util").inherits,_j=Ea(),Ld=Ii().Transform,wj=iu(),bj=Nd(),Pt=iA.exports=function(t){if(!(this instanceof Pt))return new Pt(
t);Ld.call(this,t),this.offset=0,this._archive={finish:!1,finished:!1,processing:!1}};yj(Pt,Ld);Pt.prototype._appendBuffer=function(t,e,r){};
Pt.prototype._appendStream=function(t,e,r){};Pt.prototype._emitErrorCallback=function(t){t&&this.emit("error",t)};Pt.prototype._finish=function(t){};
Pt.prototype._normalizeEntry=function(t){};Pt.prototype._transform=function(t,e,r){r(null,t)};Pt.prototype.entry=function(t,e,r){if(e=e||null,
typeof r!="function"&&(r=this._emitErrorCallback.bind(this)),!(t instanceof wj)){r(new Error("not a valid instance of ArchiveEntry"));return}
if(this._archive.finish||this._archive.finished){r(new Error("unacceptable entry after finish"));return}if(this._archive.processing){r(new Error(
"already processing an entry"));return}if(this._archive.processing=!0,this._normalizeEntry(t),this._entry=t,e=bj.normalizeInputSource(e),Buffer.
isBuffer(e))this._appendBuffer(t,e,r);else if(_j(e))this._appendStream(t,e,r);else{this._archive.processing=!1,r(new Error("input source mus\
t be valid Stream or Buffer instance"));return}return this};Pt.prototype.finish=function(){if(this._archive.processing){this._archive.finish=
!0;return}this._finish()};Pt.prototype.getBytesWritten=function(){return this.offset};Pt.prototype.write=function(t,e){return t&&(this.offset+=
t.length),Ld.prototype.write.call(this,t,e)}});var su=S(Md=>{var nA;(function(t){typeof DO_NOT_EXPORT_CRC>"u"?typeof Md=="object"?t(Md):typeof define=="function"&&define.amd?define(function(){
var e={};return t(e),e}):t(nA={}):t(nA={})})(function(t){t.version="1.2.2";function e(){for(var D=0,$=new Array(256),x=0;x!=256;++x)D=x,D=D&
1?-306674912^D>>>1:D>>>1,D=D&1?-306674912^D>>>1:D>>>1,D=D&1?-306674912^D>>>1:D>>>1,D=D&1?-306674912^D>>>1:D>>>1,D=D&1?-306674912^D>>>1:D>>>1,
D=D&1?-306674912^D>>>1:D>>>1,D=D&1?-306674912^D>>>1:D>>>1,D=D&1?-306674912^D>>>1:D>>>1,$[x]=D;return typeof Int32Array<"u"?new Int32Array($):
$}s(e,"signed_crc_table");var r=e();function i(D){var $=0,x=0,B=0,j=typeof Int32Array<"u"?new Int32Array(4096):new Array(4096);for(B=0;B!=256;++B)
j[B]=D[B];for(B=0;B!=256;++B)for(x=D[B],$=256+B;$<4096;$+=256)x=j[$]=x>>>8^D[x&255];var Q=[];for(B=1;B!=16;++B)Q[B-1]=typeof Int32Array<"u"?
j.subarray(B*256,B*256+256):j.slice(B*256,B*256+256);return Q}s(i,"slice_by_16_tables");var n=i(r),o=n[0],a=n[1],l=n[2],u=n[3],c=n[4],f=n[5],
h=n[6],d=n[7],m=n[8],T=n[9],E=n[10],v=n[11],b=n[12],R=n[13],F=n[14];function L(D,$){for(var x=$^-1,B=0,j=D.length;B<j;)x=x>>>8^r[(x^D.charCodeAt(
B++))&255];return~x}s(L,"crc32_bstr");function z(D,$){for(var x=$^-1,B=D.length-15,j=0;j<B;)x=F[D[j++]^x&255]^R[D[j++]^x>>8&255]^b[D[j++]^x>>
16&255]^v[D[j++]^x>>>24]^E[D[j++]]^T[D[j++]]^m[D[j++]]^d[D[j++]]^h[D[j++]]^f[D[j++]]^c[D[j++]]^u[D[j++]]^l[D[j++]]^a[D[j++]]^o[D[j++]]^r[D[j++]];
for(B+=15;j<B;)x=x>>>8^r[(x^D[j++])&255];return~x}s(z,"crc32_buf");function X(D,$){for(var x=$^-1,B=0,j=D.length,Q=0,q=0;B<j;)Q=D.charCodeAt(
B++),Q<128?x=x>>>8^r[(x^Q)&255]:Q<2048?(x=x>>>8^r[(x^(192|Q>>6&31))&255],x=x>>>8^r[(x^(128|Q&63))&255]):Q>=55296&&Q<57344?(Q=(Q&1023)+64,q=D.
charCodeAt(B++)&1023,x=x>>>8^r[(x^(240|Q>>8&7))&255],x=x>>>8^r[(x^(128|Q>>2&63))&255],x=x>>>8^r[(x^(128|q>>6&15|(Q&3)<<4))&255],x=x>>>8^r[(x^
(128|q&63))&255]):(x=x>>>8^r[(x^(224|Q>>12&15))&255],x=x>>>8^r[(x^(128|Q>>6&63))&255],x=x>>>8^r[(x^(128|Q&63))&255]);return~x}s(X,"crc32_str"),
t.table=r,t.bstr=L,t.buf=z,t.str=X})});var oA=S((mV,sA)=>{"use strict";var{Transform:Ej}=Ii(),Tj=su(),qd=class extends Ej{static{s(this,"CRC32Stream")}constructor(e){super(e),this.
checksum=Buffer.allocUnsafe(4),this.checksum.writeInt32BE(0,0),this.rawSize=0}_transform(e,r,i){e&&(this.checksum=Tj.buf(e,this.checksum)>>>
0,this.rawSize+=e.length),i(null,e)}digest(e){let r=Buffer.allocUnsafe(4);return r.writeUInt32BE(this.checksum>>>0,0),e?r.toString(e):r}hex(){
return this.digest("hex").toUpperCase()}size(){return this.rawSize}};sA.exports=qd});var lA=S((_V,aA)=>{"use strict";var{DeflateRaw:vj}=Z("zlib"),Sj=su(),Bd=class extends vj{static{s(this,"DeflateCRC32Stream")}constructor(e){
super(e),this.checksum=Buffer.allocUnsafe(4),this.checksum.writeInt32BE(0,0),this.rawSize=0,this.compressedSize=0}push(e,r){return e&&(this.
compressedSize+=e.length),super.push(e,r)}_transform(e,r,i){e&&(this.checksum=Sj.buf(e,this.checksum)>>>0,this.rawSize+=e.length),super._transform(
e,r,i)}digest(e){let r=Buffer.allocUnsafe(4);return r.writeUInt32BE(this.checksum>>>0,0),e?r.toString(e):r}hex(){return this.digest("hex").toUpperCase()}size(e=!1){
return e?this.compressedSize:this.rawSize}};aA.exports=Bd});var jd=S((bV,uA)=>{"use strict";uA.exports={CRC32Stream:oA(),DeflateCRC32Stream:lA()}});var hA=S((SV,fA)=>{var Aj=Z("util").inherits,Rj=su(),{CRC32Stream:kj}=jd(),{DeflateCRC32Stream:Oj}=jd(),cA=Ud(),EV=Cd(),TV=Gd(),se=Fd(),vV=Nd(),
re=nu(),tt=fA.exports=function(t){if(!(this instanceof tt))return new tt(t);t=this.options=this._defaults(t),cA.call(this,t),this._entry=null,
this._entries=[],this._archive={centralLength:0,centralOffset:0,comment:"",finish:!1,finished:!1,processing:!1,forceZip64:t.forceZip64,forceLocalTime:t.
forceLocalTime}};Aj(tt,cA);tt.prototype._afterAppend=function(t){this._entries.push(t),t.getGeneralPurposeBit().usesDataDescriptor()&&this._writeDataDescriptor(
t),this._archive.processing=!1,this._entry=null,this._archive.finish&&!this._archive.finished&&this._finish()};tt.prototype._appendBuffer=function(t,e,r){
e.length===0&&t.setMethod(se.METHOD_STORED);var i=t.getMethod();if(i===se.METHOD_STORED&&(t.setSize(e.length),t.setCompressedSize(e.length),
t.setCrc(Rj.buf(e)>>>0)),this._writeLocalFileHeader(t),i===se.METHOD_STORED){this.write(e),this._afterAppend(t),r(null,t);return}else if(i===
se.METHOD_DEFLATED){this._smartStream(t,r).end(e);return}else{r(new Error("compression method "+i+" not implemented"));return}};tt.prototype.
_appendStream=function(t,e,r){t.getGeneralPurposeBit().useDataDescriptor(!0),t.setVersionNeededToExtract(se.MIN_VERSION_DATA_DESCRIPTOR),this.
_writeLocalFileHeader(t);var i=this._smartStream(t,r);e.once("error",function(n){i.emit("error",n),i.end()}),e.pipe(i)};tt.prototype._defaults=
function(t){return typeof t!="object"&&(t={}),typeof t.zlib!="object"&&(t.zlib={}),typeof t.zlib.level!="number"&&(t.zlib.level=se.ZLIB_BEST_SPEED),
t.forceZip64=!!t.forceZip64,t.forceLocalTime=!!t.forceLocalTime,t};tt.prototype._finish=function(){this._archive.centralOffset=this.offset,this.
_entries.forEach(function(t){this._writeCentralFileHeader(t)}.bind(this)),this._archive.centralLength=this.offset-this._archive.centralOffset,
this.isZip64()&&this._writeCentralDirectoryZip64(),this._writeCentralDirectoryEnd(),this._archive.processing=!1,this._archive.finish=!0,this.
_archive.finished=!0,this.end()};tt.prototype._normalizeEntry=function(t){t.getMethod()===-1&&t.setMethod(se.METHOD_DEFLATED),t.getMethod()===
se.METHOD_DEFLATED&&(t.getGeneralPurposeBit().useDataDescriptor(!0),t.setVersionNeededToExtract(se.MIN_VERSION_DATA_DESCRIPTOR)),t.getTime()===
-1&&t.setTime(new Date,this._archive.forceLocalTime),t._offsets={file:0,data:0,contents:0}};tt.prototype._smartStream=function(t,e){var r=t.
getMethod()===se.METHOD_DEFLATED,i=r?new Oj(this.options.zlib):new kj,n=null;function o(){var a=i.digest().readUInt32BE(0);t.setCrc(a),t.setSize(
i.size()),t.setCompressedSize(i.size(!0)),this._afterAppend(t),e(n,t)}return s(o,"handleStuff"),i.once("end",o.bind(this)),i.once("error",function(a){
n=a}),i.pipe(this,{end:!1}),i};tt.prototype._writeCentralDirectoryEnd=function(){var t=this._entries.length,e=this._archive.centralLength,r=this.
_archive.centralOffset;this.isZip64()&&(t=se.ZIP64_MAGIC_SHORT,e=se.ZIP64_MAGIC,r=se.ZIP64_MAGIC),this.write(re.getLongBytes(se.SIG_EOCD)),this.
write(se.SHORT_ZERO),this.write(se.SHORT_ZERO),this.write(re.getShortBytes(t)),this.write(re.getShortBytes(t)),this.write(re.getLongBytes(e)),
this.write(re.getLongBytes(r));var i=this.getComment(),n=Buffer.byteLength(i);this.write(re.getShortBytes(n)),this.write(i)};tt.prototype._writeCentralDirectoryZip64=
function(){this.write(re.getLongBytes(se.SIG_ZIP64_EOCD)),this.write(re.getEightBytes(44)),this.write(re.getShortBytes(se.MIN_VERSION_ZIP64)),
this.write(re.getShortBytes(se.MIN_VERSION_ZIP64)),this.write(se.LONG_ZERO),this.write(se.LONG_ZERO),this.write(re.getEightBytes(this._entries.
length)),this.write(re.getEightBytes(this._entries.length)),this.write(re.getEightBytes(this._archive.centralLength)),this.write(re.getEightBytes(
this._archive.centralOffset)),this.write(re.getLongBytes(se.SIG_ZIP64_EOCD_LOC)),this.write(se.LONG_ZERO),this.write(re.getEightBytes(this._archive.
centralOffset+this._archive.centralLength)),this.write(re.getLongBytes(1))};tt.prototype._writeCentralFileHeader=function(t){var e=t.getGeneralPurposeBit(),
r=t.getMethod(),i=t._offsets.file,n=t.getSize(),o=t.getCompressedSize();if(t.isZip64()||i>se.ZIP64_MAGIC){n=se.ZIP64_MAGIC,o=se.ZIP64_MAGIC,
i=se.ZIP64_MAGIC,t.setVersionNeededToExtract(se.MIN_VERSION_ZIP64);var a=Buffer.concat([re.getShortBytes(se.ZIP64_EXTRA_ID),re.getShortBytes(
24),re.getEightBytes(t.getSize()),re.getEightBytes(t.getCompressedSize()),re.getEightBytes(t._offsets.file)],28);t.setExtra(a)}this.write(re.
getLongBytes(se.SIG_CFH)),this.write(re.getShortBytes(t.getPlatform()<<8|se.VERSION_MADEBY)),this.write(re.getShortBytes(t.getVersionNeededToExtract())),
this.write(e.encode()),this.write(re.getShortBytes(r)),this.write(re.getLongBytes(t.getTimeDos())),this.write(re.getLongBytes(t.getCrc())),this.
write(re.getLongBytes(o)),this.write(re.getLongBytes(n));var l=t.getName(),u=t.getComment(),c=t.getCentralDirectoryExtra();e.usesUTF8ForNames()&&
(l=Buffer.from(l),u=Buffer.from(u)),this.write(re.getShortBytes(l.length)),this.write(re.getShortBytes(c.length)),this.write(re.getShortBytes(
u.length)),this.write(se.SHORT_ZERO),this.write(re.getShortBytes(t.getInternalAttributes())),this.write(re.getLongBytes(t.getExternalAttributes())),
this.write(re.getLongBytes(i)),this.write(l),this.write(c),this.write(u)};tt.prototype._writeDataDescriptor=function(t){this.write(re.getLongBytes(
se.SIG_DD)),this.write(re.getLongBytes(t.getCrc())),t.isZip64()?(this.write(re.getEightBytes(t.getCompressedSize())),this.write(re.getEightBytes(
t.getSize()))):(this.write(re.getLongBytes(t.getCompressedSize())),this.write(re.getLongBytes(t.getSize())))};tt.prototype._writeLocalFileHeader=
function(t){var e=t.getGeneralPurposeBit(),r=t.getMethod(),i=t.getName(),n=t.getLocalFileDataExtra();t.isZip64()&&(e.useDataDescriptor(!0),t.
setVersionNeededToExtract(se.MIN_VERSION_ZIP64)),e.usesUTF8ForNames()&&(i=Buffer.from(i)),t._offsets.file=this.offset,this.write(re.getLongBytes(
se.SIG_LFH)),this.write(re.getShortBytes(t.getVersionNeededToExtract())),this.write(e.encode()),this.write(re.getShortBytes(r)),this.write(re.
getLongBytes(t.getTimeDos())),t._offsets.data=this.offset,e.usesDataDescriptor()?(this.write(se.LONG_ZERO),this.write(se.LONG_ZERO),this.write(
se.LONG_ZERO)):(this.write(re.getLongBytes(t.getCrc())),this.write(re.getLongBytes(t.getCompressedSize())),this.write(re.getLongBytes(t.getSize()))),
this.write(re.getShortBytes(i.length)),this.write(re.getShortBytes(n.length)),this.write(i),this.write(n),t._offsets.contents=this.offset};tt.
prototype.getComment=function(t){return this._archive.comment!==null?this._archive.comment:""};tt.prototype.isZip64=function(){return this._archive.
forceZip64||this._entries.length>se.ZIP64_MAGIC_SHORT||this._archive.centralLength>se.ZIP64_MAGIC||this._archive.centralOffset>se.ZIP64_MAGIC};
tt.prototype.setComment=function(t){this._archive.comment=t}});var Wd=S((RV,dA)=>{dA.exports={ArchiveEntry:iu(),ZipArchiveEntry:Cd(),ArchiveOutputStream:Ud(),ZipArchiveOutputStream:hA()}});var gA=S((kV,pA)=>{var xj=Z("util").inherits,zd=Wd().ZipArchiveOutputStream,Pj=Wd().ZipArchiveEntry,$d=Nn(),Ln=pA.exports=function(t){if(!(this instanceof
Ln))return new Ln(t);t=this.options=t||{},t.zlib=t.zlib||{},zd.call(this,t),typeof t.level=="number"&&t.level>=0&&(t.zlib.level=t.level,delete t.
level),!t.forceZip64&&typeof t.zlib.level=="number"&&t.zlib.level===0&&(t.store=!0),t.namePrependSlash=t.namePrependSlash||!1,t.comment&&t.comment.
length>0&&this.setComment(t.comment)};xj(Ln,zd);Ln.prototype._normalizeFileData=function(t){t=$d.defaults(t,{type:"file",name:null,namePrependSlash:this.
options.namePrependSlash,linkname:null,date:null,mode:null,store:this.options.store,comment:""});var e=t.type==="directory",r=t.type==="syml\
ink";return t.name&&(t.name=$d.sanitizePath(t.name),!r&&t.name.slice(-1)==="/"?(e=!0,t.type="directory"):e&&(t.name+="/")),(e||r)&&(t.store=
!0),t.date=$d.dateify(t.date),t};Ln.prototype.entry=function(t,e,r){if(typeof r!="function"&&(r=this._emitErrorCallback.bind(this)),e=this._normalizeFileData(
e),e.type!=="file"&&e.type!=="directory"&&e.type!=="symlink"){r(new Error(e.type+" entries not currently supported"));return}if(typeof e.name!=
"string"||e.name.length===0){r(new Error("entry name must be a non-empty string value"));return}if(e.type==="symlink"&&typeof e.linkname!="s\
tring"){r(new Error("entry linkname must be a non-empty string value when type equals symlink"));return}var i=new Pj(e.name);return i.setTime(
e.date,this.options.forceLocalTime),e.namePrependSlash&&i.setName(e.name,!0),e.store&&i.setMethod(0),e.comment.length>0&&i.setComment(e.comment),
e.type==="symlink"&&typeof e.mode!="number"&&(e.mode=40960),typeof e.mode=="number"&&(e.type==="symlink"&&(e.mode|=40960),i.setUnixMode(e.mode)),
e.type==="symlink"&&typeof e.linkname=="string"&&(t=Buffer.from(e.linkname)),zd.prototype.entry.call(this,i,t,r)};Ln.prototype.finalize=function(){
this.finish()}});var yA=S((OV,mA)=>{var Ij=gA(),Dj=Nn(),Zr=s(function(t){if(!(this instanceof Zr))return new Zr(t);t=this.options=Dj.defaults(t,{comment:"",forceUTC:!1,
namePrependSlash:!1,store:!1}),this.supports={directory:!0,symlink:!0},this.engine=new Ij(t)},"Zip");Zr.prototype.append=function(t,e,r){this.
engine.entry(t,e,r)};Zr.prototype.finalize=function(){this.engine.finalize()};Zr.prototype.on=function(){return this.engine.on.apply(this.engine,
arguments)};Zr.prototype.pipe=function(){return this.engine.pipe.apply(this.engine,arguments)};Zr.prototype.unpipe=function(){return this.engine.
unpipe.apply(this.engine,arguments)};mA.exports=Zr});var wA=S((PV,_A)=>{_A.exports=Z("events")});var EA=S((DV,bA)=>{bA.exports=class{static{s(this,"FixedFIFO")}constructor(e){if(!(e>0)||(e-1&e)!==0)throw new Error("Max size for a FixedFI\
FO should be a power of two");this.buffer=new Array(e),this.mask=e-1,this.top=0,this.btm=0,this.next=null}clear(){this.top=this.btm=0,this.next=
null,this.buffer.fill(void 0)}push(e){return this.buffer[this.top]!==void 0?!1:(this.buffer[this.top]=e,this.top=this.top+1&this.mask,!0)}shift(){
let e=this.buffer[this.btm];if(e!==void 0)return this.buffer[this.btm]=void 0,this.btm=this.btm+1&this.mask,e}peek(){return this.buffer[this.
btm]}isEmpty(){return this.buffer[this.btm]===void 0}}});var Hd=S((CV,vA)=>{var TA=EA();vA.exports=class{static{s(this,"FastFIFO")}constructor(e){this.hwm=e||16,this.head=new TA(this.hwm),this.tail=
this.head,this.length=0}clear(){this.head=this.tail,this.head.clear(),this.length=0}push(e){if(this.length++,!this.head.push(e)){let r=this.
head;this.head=r.next=new TA(2*this.head.buffer.length),this.head.push(e)}}shift(){this.length!==0&&this.length--;let e=this.tail.shift();if(e===
void 0&&this.tail.next){let r=this.tail.next;return this.tail.next=null,this.tail=r,this.tail.shift()}return e}peek(){let e=this.tail.peek();
return e===void 0&&this.tail.next?this.tail.next.peek():e}isEmpty(){return this.length===0}}});var Un=S((LV,SA)=>{function Gj(t){return Buffer.isBuffer(t)||t instanceof Uint8Array}s(Gj,"isBuffer");function Fj(t){return Buffer.isEncoding(
t)}s(Fj,"isEncoding");function Cj(t,e,r){return Buffer.alloc(t,e,r)}s(Cj,"alloc");function Nj(t){return Buffer.allocUnsafe(t)}s(Nj,"allocUns\
afe");function Lj(t){return Buffer.allocUnsafeSlow(t)}s(Lj,"allocUnsafeSlow");function Uj(t,e){return Buffer.byteLength(t,e)}s(Uj,"byteLengt\
h");function Mj(t,e){return Buffer.compare(t,e)}s(Mj,"compare");function qj(t,e){return Buffer.concat(t,e)}s(qj,"concat");function Bj(t,e,r,i,n){
return Oe(t).copy(e,r,i,n)}s(Bj,"copy");function jj(t,e){return Oe(t).equals(e)}s(jj,"equals");function Wj(t,e,r,i,n){return Oe(t).fill(e,r,
i,n)}s(Wj,"fill");function $j(t,e,r){return Buffer.from(t,e,r)}s($j,"from");function zj(t,e,r,i){return Oe(t).includes(e,r,i)}s(zj,"includes");
function Hj(t,e,r,i){return Oe(t).indexOf(e,r,i)}s(Hj,"indexOf");function Vj(t,e,r,i){return Oe(t).lastIndexOf(e,r,i)}s(Vj,"lastIndexOf");function Jj(t){
return Oe(t).swap16()}s(Jj,"swap16");function Kj(t){return Oe(t).swap32()}s(Kj,"swap32");function Yj(t){return Oe(t).swap64()}s(Yj,"swap64");
function Oe(t){return Buffer.isBuffer(t)?t:Buffer.from(t.buffer,t.byteOffset,t.byteLength)}s(Oe,"toBuffer");function Zj(t,e,r,i){return Oe(t).
toString(e,r,i)}s(Zj,"toString");function Qj(t,e,r){return Oe(t).toString("hex",e,r)}s(Qj,"toHex");function Xj(t,e,r,i,n){return Oe(t).write(
e,r,i,n)}s(Xj,"write");function eW(t,e){return Oe(t).readDoubleBE(e)}s(eW,"readDoubleBE");function tW(t,e){return Oe(t).readDoubleLE(e)}s(tW,
"readDoubleLE");function rW(t,e){return Oe(t).readFloatBE(e)}s(rW,"readFloatBE");function iW(t,e){return Oe(t).readFloatLE(e)}s(iW,"readFloa\
tLE");function nW(t,e){return Oe(t).readInt32BE(e)}s(nW,"readInt32BE");function sW(t,e){return Oe(t).readInt32LE(e)}s(sW,"readInt32LE");function oW(t,e){
return Oe(t).readUInt32BE(e)}s(oW,"readUInt32BE");function aW(t,e){return Oe(t).readUInt32LE(e)}s(aW,"readUInt32LE");function lW(t,e,r){return Oe(
t).writeDoubleBE(e,r)}s(lW,"writeDoubleBE");function uW(t,e,r){return Oe(t).writeDoubleLE(e,r)}s(uW,"writeDoubleLE");function cW(t,e,r){return Oe(
t).writeFloatBE(e,r)}s(cW,"writeFloatBE");function fW(t,e,r){return Oe(t).writeFloatLE(e,r)}s(fW,"writeFloatLE");function hW(t,e,r){return Oe(
t).writeInt32BE(e,r)}s(hW,"writeInt32BE");function dW(t,e,r){return Oe(t).writeInt32LE(e,r)}s(dW,"writeInt32LE");function pW(t,e,r){return Oe(
t).writeUInt32BE(e,r)}s(pW,"writeUInt32BE");function gW(t,e,r){return Oe(t).writeUInt32LE(e,r)}s(gW,"writeUInt32LE");SA.exports={isBuffer:Gj,
isEncoding:Fj,alloc:Cj,allocUnsafe:Nj,allocUnsafeSlow:Lj,byteLength:Uj,compare:Mj,concat:qj,copy:Bj,equals:jj,fill:Wj,from:$j,includes:zj,indexOf:Hj,
lastIndexOf:Vj,swap16:Jj,swap32:Kj,swap64:Yj,toBuffer:Oe,toString:Zj,toHex:Qj,write:Xj,readDoubleBE:eW,readDoubleLE:tW,readFloatBE:rW,readFloatLE:iW,
readInt32BE:nW,readInt32LE:sW,readUInt32BE:oW,readUInt32LE:aW,writeDoubleBE:lW,writeDoubleLE:uW,writeFloatBE:cW,writeFloatLE:fW,writeInt32BE:hW,
writeInt32LE:dW,writeUInt32BE:pW,writeUInt32LE:gW}});var RA=S((qV,AA)=>{var mW=Un();AA.exports=class{static{s(this,"PassThroughDecoder")}constructor(e){this.encoding=e}get remaining(){return 0}decode(e){
return mW.toString(e,this.encoding)}flush(){return""}}});var PA=S((WV,xA)=>{var kA=Un();xA.exports=class{static{s(this,"UTF8Decoder")}constructor(){this._reset()}get remaining(){return this.bytesSeen}decode(e){
if(e.byteLength===0)return"";if(this.bytesNeeded===0&&OA(e,0)===0)return this.bytesSeen=yW(e),kA.toString(e,"utf8");let r="",i=0;if(this.bytesNeeded>
0){for(;i<e.byteLength;){let a=e[i];if(a<this.lowerBoundary||a>this.upperBoundary){r+="\uFFFD",this._reset();break}if(this.lowerBoundary=128,
this.upperBoundary=191,this.codePoint=this.codePoint<<6|a&63,this.bytesSeen++,i++,this.bytesSeen===this.bytesNeeded){r+=String.fromCodePoint(
this.codePoint),this._reset();break}}if(this.bytesNeeded>0)return r}let n=OA(e,i),o=e.byteLength-n;o>i&&(r+=kA.toString(e,"utf8",i,o));for(let a=o;a<
e.byteLength;a++){let l=e[a];if(this.bytesNeeded===0){l<=127?(this.bytesSeen=0,r+=String.fromCharCode(l)):l>=194&&l<=223?(this.bytesNeeded=2,
this.bytesSeen=1,this.codePoint=l&31):l>=224&&l<=239?(l===224?this.lowerBoundary=160:l===237&&(this.upperBoundary=159),this.bytesNeeded=3,this.
bytesSeen=1,this.codePoint=l&15):l>=240&&l<=244?(l===240?this.lowerBoundary=144:l===244&&(this.upperBoundary=143),this.bytesNeeded=4,this.bytesSeen=
1,this.codePoint=l&7):(this.bytesSeen=1,r+="\uFFFD");continue}if(l<this.lowerBoundary||l>this.upperBoundary){r+="\uFFFD",a--,this._reset();continue}
this.lowerBoundary=128,this.upperBoundary=191,this.codePoint=this.codePoint<<6|l&63,this.bytesSeen++,this.bytesSeen===this.bytesNeeded&&(r+=
String.fromCodePoint(this.codePoint),this._reset())}return r}flush(){let e=this.bytesNeeded>0?"\uFFFD":"";return this._reset(),e}_reset(){this.
codePoint=0,this.bytesNeeded=0,this.bytesSeen=0,this.lowerBoundary=128,this.upperBoundary=191}};function OA(t,e){let r=t.byteLength;if(r<=e)
return 0;let i=Math.max(e,r-4),n=r-1;for(;n>i&&(t[n]&192)===128;)n--;if(n<e)return 0;let o=t[n],a;if(o<=127)return 0;if(o>=194&&o<=223)a=2;else if(o>=
224&&o<=239)a=3;else if(o>=240&&o<=244)a=4;else return 0;let l=r-n;return l<a?l:0}s(OA,"trailingIncomplete");function yW(t){let e=t.byteLength;
if(e===0)return 0;let r=t[e-1];if(r<=127)return 0;if((r&192)!==128)return 1;let i=Math.max(0,e-4),n=e-2;for(;n>=i&&(t[n]&192)===128;)n--;if(n<
0)return 1;let o=t[n],a;if(o>=194&&o<=223)a=2;else if(o>=224&&o<=239)a=3;else if(o>=240&&o<=244)a=4;else return 1;if(e-n!==a)return 1;if(a>=
3){let l=t[n+1];if(o===224&&l<160||o===237&&l>159||o===240&&l<144||o===244&&l>143)return 1}return 0}s(yW,"trailingBytesSeen")});var DA=S((HV,IA)=>{var _W=RA(),wW=PA();IA.exports=class{static{s(this,"TextDecoder")}constructor(e="utf8"){switch(this.encoding=bW(e),this.encoding){case"\
utf8":this.decoder=new wW;break;case"utf16le":case"base64":throw new Error("Unsupported encoding: "+this.encoding);default:this.decoder=new _W(
this.encoding)}}get remaining(){return this.decoder.remaining}push(e){return typeof e=="string"?e:this.decoder.decode(e)}write(e){return this.
push(e)}end(e){let r="";return e&&(r=this.push(e)),r+=this.decoder.flush(),r}};function bW(t){switch(t=t.toLowerCase(),t){case"utf8":case"ut\
f-8":return"utf8";case"ucs2":case"ucs-2":case"utf16le":case"utf-16le":return"utf16le";case"latin1":case"binary":return"latin1";case"base64":case"\
ascii":case"hex":return t;default:throw new Error("Unknown encoding: "+t)}}s(bW,"normalizeEncoding")});var FA=S((JV,GA)=>{GA.exports=class mr extends Error{static{s(this,"StreamError")}constructor(e,r,i=mr){super(e),this.code=r,Error.captureStackTrace&&
Error.captureStackTrace(this,i)}static isStreamDestroyed(e){return e&&e.code==="STREAM_DESTROYED"}static isPrematureClose(e){return e&&e.code===
"PREMATURE_CLOSE"}static isAborted(e){return e&&e.code==="ABORTED"}static isBadArgument(e){return e&&e.code==="BAD_ARGUMENT"}get name(){return"\
StreamError"}static STREAM_DESTROYED(){return new mr("Stream was destroyed","STREAM_DESTROYED",mr.STREAM_DESTROYED)}static PREMATURE_CLOSE(e="\
Premature close"){return new mr(e,"PREMATURE_CLOSE",mr.PREMATURE_CLOSE)}static ABORTED(){return new mr("Stream aborted","ABORTED",mr.ABORTED)}static BAD_ARGUMENT(e="\
Bad argument"){return new mr(e,"BAD_ARGUMENT",mr.BAD_ARGUMENT)}}});var lp=S((YV,tR)=>{var{EventEmitter:EW}=wA(),MA=Hd(),TW=DA(),Bt=FA(),Vd=typeof queueMicrotask>"u"?t=>global.process.nextTick(t):queueMicrotask,
qe=(1<<29)-1,yr=1,ep=2,Gr=4,To=8,qA=qe^yr,vW=qe^ep,ko=16,Mn=32,jn=64,Xr=128,Oo=256,tp=512,ei=1024,Jd=2048,rp=4096,ip=8192,Kt=16384,Qr=32768,
hu=65536,Li=131072,BA=Oo|tp,SW=ko|hu,AW=jn|ko,RW=rp|Xr,np=Oo|Li,kW=qe^ko,OW=qe^jn,xW=qe^(jn|hu),CA=qe^hu,PW=qe^Oo,IW=qe^(Xr|ip),DW=qe^ei,NA=qe^
BA,jA=qe^Qr,GW=qe^Mn,WA=qe^Li,FW=qe^np,Fr=1<<18,Bn=2<<18,xo=4<<18,Ui=8<<18,Po=16<<18,ri=32<<18,Kd=64<<18,qn=128<<18,sp=256<<18,ti=512<<18,du=1024<<
18,CW=qe^(Fr|sp),$A=qe^xo,NW=qe^(Fr|ti),LW=qe^Po,UW=qe^Ui,zA=qe^qn,MW=qe^Bn,HA=qe^du,vo=ko|Fr,VA=qe^vo,op=Kt|ri,_r=Gr|To|ep,It=_r|yr,JA=_r|op,
qW=$A&OW,pu=qn|Qr,BW=pu&VA,KA=It|BW,jW=It|ei|Kt,LA=It|Kt|Xr,WW=It|ei|Xr,$W=It|rp|Xr|ip,zW=It|ko|ei|Kt|hu|Li,HW=_r|ei|Kt,VW=Mn|It|Qr|jn,JW=Qr|
yr,KW=It|ti|ri,YW=Ui|Po,YA=Ui|Fr,ZW=Ui|Po|It|Fr,UA=It|Fr|Ui|du,QW=xo|Fr,XW=Fr|sp,e3=It|ti|YA|ri,t3=Po|_r|ti|ri,r3=Bn|It|qn|xo,i3=ti|ri|_r,ou=Symbol.
asyncIterator||Symbol("asyncIterator"),au=class{static{s(this,"WritableState")}constructor(e,{highWaterMark:r=16384,map:i=null,mapWritable:n,
byteLength:o,byteLengthWritable:a}={}){this.stream=e,this.queue=new MA,this.highWaterMark=r,this.buffered=0,this.error=null,this.pipeline=null,
this.drains=null,this.byteLength=a||o||eR,this.map=n||i,this.afterWrite=o3.bind(this),this.afterUpdateNextTick=u3.bind(this)}get ending(){return(this.
stream._duplexState&ti)!==0}get ended(){return(this.stream._duplexState&ri)!==0}push(e){return(this.stream._duplexState&i3)!==0?!1:(this.map!==
null&&(e=this.map(e)),this.buffered+=this.byteLength(e),this.queue.push(e),this.buffered<this.highWaterMark?(this.stream._duplexState|=Ui,!0):
(this.stream._duplexState|=YW,!1))}shift(){let e=this.queue.shift();return this.buffered-=this.byteLength(e),this.buffered===0&&(this.stream.
_duplexState&=UW),e}end(e){typeof e=="function"?this.stream.once("finish",e):e!=null&&this.push(e),this.stream._duplexState=(this.stream._duplexState|
ti)&$A}autoBatch(e,r){let i=[],n=this.stream;for(i.push(e);(n._duplexState&UA)===YA;)i.push(n._writableState.shift());if((n._duplexState&It)!==
0)return r(null);n._writev(i,r)}update(){let e=this.stream;e._duplexState|=Bn;do{for(;(e._duplexState&UA)===Ui;){let r=this.shift();e._duplexState|=
XW,e._write(r,this.afterWrite)}(e._duplexState&QW)===0&&this.updateNonPrimary()}while(this.continueUpdate()===!0);e._duplexState&=MW}updateNonPrimary(){
let e=this.stream;if((e._duplexState&e3)===ti){e._duplexState=e._duplexState|Fr,e._final(s3.bind(this));return}if((e._duplexState&_r)===Gr){
(e._duplexState&pu)===0&&(e._duplexState|=vo,e._destroy(ZA.bind(this)));return}(e._duplexState&KA)===yr&&(e._duplexState=(e._duplexState|vo)&
qA,e._open(QA.bind(this)))}continueUpdate(){return(this.stream._duplexState&qn)===0?!1:(this.stream._duplexState&=zA,!0)}updateCallback(){(this.
stream._duplexState&r3)===xo?this.update():this.updateNextTick()}updateNextTick(){(this.stream._duplexState&qn)===0&&(this.stream._duplexState|=
qn,(this.stream._duplexState&Bn)===0&&Vd(this.afterUpdateNextTick))}},Yd=class{static{s(this,"ReadableState")}constructor(e,{highWaterMark:r=16384,
map:i=null,mapReadable:n,byteLength:o,byteLengthReadable:a}={}){this.stream=e,this.queue=new MA,this.highWaterMark=r===0?1:r,this.buffered=0,
this.readAhead=r>0,this.error=null,this.pipeline=null,this.byteLength=a||o||eR,this.map=n||i,this.pipeTo=null,this.afterRead=a3.bind(this),this.
afterUpdateNextTick=l3.bind(this)}get ending(){return(this.stream._duplexState&ei)!==0}get ended(){return(this.stream._duplexState&Kt)!==0}pipe(e,r){
if(this.pipeTo!==null)throw Bt.BAD_ARGUMENT("Can only pipe to one destination");if(typeof r!="function"&&(r=null),this.stream._duplexState|=
tp,this.pipeTo=e,this.pipeline=new Qd(this.stream,e,r),r&&this.stream.on("error",Xd),Ro(e))e._writableState.pipeline=this.pipeline,r&&e.on("\
error",Xd),e.on("finish",this.pipeline.finished.bind(this.pipeline));else{let i=this.pipeline.done.bind(this.pipeline,e),n=this.pipeline.done.
bind(this.pipeline,e,null);e.on("error",i),e.on("close",n),e.on("finish",this.pipeline.finished.bind(this.pipeline))}e.on("drain",n3.bind(this)),
this.stream.emit("piping",e),e.emit("pipe",this.stream)}push(e){let r=this.stream;return e===null?(this.highWaterMark=0,r._duplexState=(r._duplexState|
ei)&xW,!1):this.map!==null&&(e=this.map(e),e===null)?(r._duplexState&=CA,this.buffered<this.highWaterMark):(this.buffered+=this.byteLength(e),
this.queue.push(e),r._duplexState=(r._duplexState|Xr)&CA,this.buffered<this.highWaterMark)}shift(){let e=this.queue.shift();return this.buffered-=
this.byteLength(e),this.buffered===0&&(this.stream._duplexState&=IW),e}unshift(e){let r=[this.map!==null?this.map(e):e];for(;this.buffered>0;)
r.push(this.shift());for(let i=0;i<r.length-1;i++){let n=r[i];this.buffered+=this.byteLength(n),this.queue.push(n)}this.push(r[r.length-1])}read(){
let e=this.stream;if((e._duplexState&LA)===Xr){let r=this.shift();return this.pipeTo!==null&&this.pipeTo.write(r)===!1&&(e._duplexState&=NA),
(e._duplexState&Jd)!==0&&e.emit("data",r),r}return this.readAhead===!1&&(e._duplexState|=Li,this.updateNextTick()),null}drain(){let e=this.stream;
for(;(e._duplexState&LA)===Xr&&(e._duplexState&BA)!==0;){let r=this.shift();this.pipeTo!==null&&this.pipeTo.write(r)===!1&&(e._duplexState&=
NA),(e._duplexState&Jd)!==0&&e.emit("data",r)}}update(){let e=this.stream;e._duplexState|=Mn;do{for(this.drain();this.buffered<this.highWaterMark&&
(e._duplexState&zW)===Li;)e._duplexState|=SW,e._read(this.afterRead),this.drain();(e._duplexState&$W)===RW&&(e._duplexState|=ip,e.emit("read\
able")),(e._duplexState&AW)===0&&this.updateNonPrimary()}while(this.continueUpdate()===!0);e._duplexState&=GW}updateNonPrimary(){let e=this.
stream;if((e._duplexState&WW)===ei&&(e._duplexState=(e._duplexState|Kt)&DW,e.emit("end"),(e._duplexState&JA)===op&&(e._duplexState|=Gr),this.
pipeTo!==null&&this.pipeTo.end()),(e._duplexState&_r)===Gr){(e._duplexState&pu)===0&&(e._duplexState|=vo,e._destroy(ZA.bind(this)));return}(e.
_duplexState&KA)===yr&&(e._duplexState=(e._duplexState|vo)&qA,e._open(QA.bind(this)))}continueUpdate(){return(this.stream._duplexState&Qr)===
0?!1:(this.stream._duplexState&=jA,!0)}updateCallback(){(this.stream._duplexState&VW)===jn?this.update():this.updateNextTick()}updateNextTickIfOpen(){
(this.stream._duplexState&JW)===0&&(this.stream._duplexState|=Qr,(this.stream._duplexState&Mn)===0&&Vd(this.afterUpdateNextTick))}updateNextTick(){
(this.stream._duplexState&Qr)===0&&(this.stream._duplexState|=Qr,(this.stream._duplexState&Mn)===0&&Vd(this.afterUpdateNextTick))}},Zd=class{static{
s(this,"TransformState")}constructor(e){this.data=null,this.afterTransform=f3.bind(e),this.afterFinal=null}},Qd=class{static{s(this,"Pipelin\
e")}constructor(e,r,i){this.from=e,this.to=r,this.afterPipe=i,this.error=null,this.pipeToFinished=!1}finished(){this.pipeToFinished=!0}done(e,r){
if(r&&(this.error=r),e===this.to&&(this.to=null,this.from!==null)){((this.from._duplexState&Kt)===0||!this.pipeToFinished)&&this.from.destroy(
this.error||Bt.PREMATURE_CLOSE("Writable stream closed"));return}if(e===this.from&&(this.from=null,this.to!==null)){(e._duplexState&Kt)===0&&
this.to.destroy(this.error||Bt.PREMATURE_CLOSE("Readable stream closed"));return}this.afterPipe!==null&&this.afterPipe(this.error),this.to=this.
from=this.afterPipe=null}};function n3(){this.stream._duplexState|=tp,this.updateCallback()}s(n3,"afterDrain");function s3(t){let e=this.stream;
t&&e.destroy(t),(e._duplexState&_r)===0&&(e._duplexState|=ri,e.emit("finish")),(e._duplexState&JA)===op&&(e._duplexState|=Gr),e._duplexState&=
NW,(e._duplexState&Bn)===0?this.update():this.updateNextTick()}s(s3,"afterFinal");function ZA(t){let e=this.stream;!t&&!Bt.isStreamDestroyed(
this.error)&&(t=this.error),t&&e.emit("error",t),e._duplexState|=To,e.emit("close");let r=e._readableState,i=e._writableState;if(r!==null&&r.
pipeline!==null&&r.pipeline.done(e,t),i!==null){for(;i.drains!==null&&i.drains.length>0;)i.drains.shift().resolve(!1);i.pipeline!==null&&i.pipeline.
done(e,t)}}s(ZA,"afterDestroy");function o3(t){let e=this.stream;t&&e.destroy(t),e._duplexState&=CW,this.drains!==null&&c3(this.drains),(e._duplexState&
ZW)===Po&&(e._duplexState&=LW,(e._duplexState&Kd)===Kd&&e.emit("drain")),this.updateCallback()}s(o3,"afterWrite");function a3(t){t&&this.stream.
destroy(t),this.stream._duplexState&=kW,this.readAhead===!1&&(this.stream._duplexState&Oo)===0&&(this.stream._duplexState&=WA),this.updateCallback()}
s(a3,"afterRead");function l3(){(this.stream._duplexState&Mn)===0&&(this.stream._duplexState&=jA,this.update())}s(l3,"updateReadNT");function u3(){
(this.stream._duplexState&Bn)===0&&(this.stream._duplexState&=zA,this.update())}s(u3,"updateWriteNT");function c3(t){for(let e=0;e<t.length;e++)
--t[e].writes===0&&(t.shift().resolve(!0),e--)}s(c3,"tickDrains");function QA(t){let e=this.stream;t&&e.destroy(t),(e._duplexState&Gr)===0&&
((e._duplexState&jW)===0&&(e._duplexState|=jn),(e._duplexState&KW)===0&&(e._duplexState|=xo),e.emit("open")),e._duplexState&=VA,e._writableState!==
null&&e._writableState.updateCallback(),e._readableState!==null&&e._readableState.updateCallback()}s(QA,"afterOpen");function f3(t,e){e!=null&&
this.push(e),this._writableState.afterWrite(t)}s(f3,"afterTransform");function h3(t){this._readableState!==null&&(t==="data"&&(this._duplexState|=
Jd|np,this._readableState.updateNextTick()),t==="readable"&&(this._duplexState|=rp,this._readableState.updateNextTick())),this._writableState!==
null&&t==="drain"&&(this._duplexState|=Kd,this._writableState.updateNextTick())}s(h3,"newListener");var So=class extends EW{static{s(this,"S\
tream")}constructor(e){super(),this._duplexState=0,this._readableState=null,this._writableState=null,e&&(e.open&&(this._open=e.open),e.destroy&&
(this._destroy=e.destroy),e.predestroy&&(this._predestroy=e.predestroy),e.signal&&e.signal.addEventListener("abort",S3.bind(this))),this.on(
"newListener",h3)}_open(e){e(null)}_destroy(e){e(null)}_predestroy(){}get readable(){return this._readableState!==null?!0:void 0}get writable(){
return this._writableState!==null?!0:void 0}get destroyed(){return(this._duplexState&To)!==0}get destroying(){return(this._duplexState&_r)!==
0}destroy(e){(this._duplexState&_r)===0&&(e||(e=Bt.STREAM_DESTROYED()),this._duplexState=(this._duplexState|Gr)&qW,this._readableState!==null&&
(this._readableState.highWaterMark=0,this._readableState.error=e),this._writableState!==null&&(this._writableState.highWaterMark=0,this._writableState.
error=e),this._duplexState|=ep,this._predestroy(),this._duplexState&=vW,this._readableState!==null&&this._readableState.updateNextTick(),this.
_writableState!==null&&this._writableState.updateNextTick())}},lu=class t extends So{static{s(this,"Readable")}constructor(e){super(e),this.
_duplexState|=yr|ri|Li,this._readableState=new Yd(this,e),e&&(this._readableState.readAhead===!1&&(this._duplexState&=WA),e.read&&(this._read=
e.read),e.eagerOpen&&this._readableState.updateNextTick(),e.encoding&&this.setEncoding(e.encoding))}static deferred(e,r){let i=new fu(r);return e().
then(n=>{if(n===null)return i.end();i.destroying||ap(n,i,Xd)}).catch(n=>i.destroy(n)),i}setEncoding(e){let r=new TW(e),i=this._readableState.
map||g3;return this._readableState.map=n,this;function n(o){let a=r.push(o);return a===""&&(o.byteLength!==0||r.remaining>0)?null:i(a)}s(n,"\
mapOrSkip")}_read(e){e(null)}pipe(e,r){return this._readableState.updateNextTick(),this._readableState.pipe(e,r),e}read(){return this._readableState.
updateNextTick(),this._readableState.read()}push(e){return this._readableState.updateNextTickIfOpen(),this._readableState.push(e)}unshift(e){
return this._readableState.updateNextTickIfOpen(),this._readableState.unshift(e)}resume(){return this._duplexState|=np,this._readableState.updateNextTick(),
this}pause(){return this._duplexState&=this._readableState.readAhead===!1?FW:PW,this}static _fromAsyncIterator(e,r){let i,n=new t({...r,read(a){
e.next().then(o).then(a.bind(null,null)).catch(a)},predestroy(){i=e.return()},destroy(a){if(!i)return a(null);i.then(a.bind(null,null)).catch(
a)}});return n;function o(a){a.done?n.push(null):n.push(a.value)}}static from(e,r){if(E3(e))return e;if(e[ou])return this._fromAsyncIterator(
e[ou](),r);Array.isArray(e)||(e=e===void 0?[]:[e]);let i=0;return new t({...r,read(n){this.push(i===e.length?null:e[i++]),n(null)}})}static isBackpressured(e){
return(e._duplexState&HW)!==0||e._readableState.buffered>=e._readableState.highWaterMark}static isPaused(e){return(e._duplexState&Oo)===0}[ou](){
let e=this,r=null,i=null,n=null;return this.on("error",c=>{r=c}),this.on("readable",o),this.on("close",a),{[ou](){return this},next(){return new Promise(
function(c,f){i=c,n=f;let h=e.read();h!==null?l(h):(e._duplexState&To)!==0&&l(null)})},return(){return u(null)},throw(c){return u(c)}};function o(){
i!==null&&l(e.read())}s(o,"onreadable");function a(){i!==null&&l(null)}s(a,"onclose");function l(c){n!==null&&(r?n(r):c===null&&(e._duplexState&
Kt)===0?n(Bt.STREAM_DESTROYED()):i({value:c,done:c===null}),n=i=null)}s(l,"ondata");function u(c){return e.destroy(c),new Promise((f,h)=>{if(e.
_duplexState&To)return f({value:void 0,done:!0});e.once("close",function(){c?h(c):f({value:void 0,done:!0})})})}s(u,"destroy")}},uu=class extends So{static{
s(this,"Writable")}constructor(e){super(e),this._duplexState|=yr|Kt,this._writableState=new au(this,e),e&&(e.writev&&(this._writev=e.writev),
e.write&&(this._write=e.write),e.final&&(this._final=e.final),e.eagerOpen&&this._writableState.updateNextTick())}cork(){this._duplexState|=du}uncork(){
this._duplexState&=HA,this._writableState.updateNextTick()}_writev(e,r){r(null)}_write(e,r){this._writableState.autoBatch(e,r)}_final(e){e(null)}static isBackpressured(e){
return(e._duplexState&t3)!==0}static drained(e){if(e.destroyed)return Promise.resolve(!1);let r=e._writableState,n=(A3(e)?Math.min(1,r.queue.
length):r.queue.length)+(e._duplexState&sp?1:0);return n===0?Promise.resolve(!0):(r.drains===null&&(r.drains=[]),new Promise(o=>{r.drains.push(
{writes:n,resolve:o})}))}write(e){return this._writableState.updateNextTick(),this._writableState.push(e)}end(e){return this._writableState.
updateNextTick(),this._writableState.end(e),this}},Ao=class extends lu{static{s(this,"Duplex")}constructor(e){super(e),this._duplexState=yr|
this._duplexState&Li,this._writableState=new au(this,e),e&&(e.writev&&(this._writev=e.writev),e.write&&(this._write=e.write),e.final&&(this.
_final=e.final))}cork(){this._duplexState|=du}uncork(){this._duplexState&=HA,this._writableState.updateNextTick()}_writev(e,r){r(null)}_write(e,r){
this._writableState.autoBatch(e,r)}_final(e){e(null)}write(e){return this._writableState.updateNextTick(),this._writableState.push(e)}end(e){
return this._writableState.updateNextTick(),this._writableState.end(e),this}},cu=class extends Ao{static{s(this,"Transform")}constructor(e){
super(e),this._transformState=new Zd(this),e&&(e.transform&&(this._transform=e.transform),e.flush&&(this._flush=e.flush))}_write(e,r){this._readableState.
buffered>=this._readableState.highWaterMark?this._transformState.data=e:this._transform(e,this._transformState.afterTransform)}_read(e){if(this.
_transformState.data!==null){let r=this._transformState.data;this._transformState.data=null,e(null),this._transform(r,this._transformState.afterTransform)}else
e(null)}destroy(e){super.destroy(e),this._transformState.data!==null&&(this._transformState.data=null,this._transformState.afterTransform())}_transform(e,r){
r(null,e)}_flush(e){e(null)}_final(e){this._transformState.afterFinal=e,this._flush(d3.bind(this))}},fu=class extends cu{static{s(this,"Pass\
Through")}};function d3(t,e){let r=this._transformState.afterFinal;if(t)return r(t);e!=null&&this.push(e),this.push(null),r(null)}s(d3,"tran\
sformAfterFlush");function p3(...t){return new Promise((e,r)=>ap(...t,i=>{if(i)return r(i);e()}))}s(p3,"pipelinePromise");function ap(t,...e){
let r=Array.isArray(t)?[...t,...e]:[t,...e],i=r.length&&typeof r[r.length-1]=="function"?r.pop():null;if(r.length<2)throw Bt.BAD_ARGUMENT("P\
ipeline requires at least 2 streams");let n=r[0],o=null,a=null;for(let c=1;c<r.length;c++)o=r[c],Ro(n)?n.pipe(o,u):(l(n,!0,c>1,u),n.pipe(o)),
n=o;if(i){let c=!1,f=Ro(o)||!!(o._writableState&&o._writableState.autoDestroy);o.on("error",h=>{a===null&&(a=h)}),o.on("finish",()=>{c=!0,f||
i(a)}),f&&o.on("close",()=>i(a||(c?null:Bt.PREMATURE_CLOSE())))}return o;function l(c,f,h,d){c.on("error",d),c.on("close",m);function m(){if(f&&
c._readableState&&!c._readableState.ended||h&&c._writableState&&!c._writableState.ended)return d(Bt.PREMATURE_CLOSE())}s(m,"onclose")}function u(c){
if(!(!c||a)){a=c;for(let f of r)f.destroy(c)}}}s(ap,"pipeline");function g3(t){return t}s(g3,"echo");function XA(t){return!!t._readableState||
!!t._writableState}s(XA,"isStream");function Ro(t){return typeof t._duplexState=="number"&&XA(t)}s(Ro,"isStreamx");function m3(t){return!!t.
_readableState&&t._readableState.ending}s(m3,"isEnding");function y3(t){return!!t._readableState&&t._readableState.ended}s(y3,"isEnded");function _3(t){
return!!t._writableState&&t._writableState.ending}s(_3,"isFinishing");function w3(t){return!!t._writableState&&t._writableState.ended}s(w3,"\
isFinished");function b3(t,e={}){let r=t._readableState&&t._readableState.error||t._writableState&&t._writableState.error;return!e.all&&Bt.isStreamDestroyed(
r)?null:r}s(b3,"getStreamError");function E3(t){return Ro(t)&&t.readable}s(E3,"isReadStreamx");function T3(t){return(t._duplexState&yr)!==yr||
(t._duplexState&Gr)===Gr||(t._duplexState&pu)!==0}s(T3,"isDisturbed");function v3(t){return typeof t=="object"&&t!==null&&typeof t.byteLength==
"number"}s(v3,"isTypedArray");function eR(t){return v3(t)?t.byteLength:1024}s(eR,"defaultByteLength");function Xd(){}s(Xd,"noop");function S3(){
this.destroy(Bt.ABORTED())}s(S3,"abort");function A3(t){return t._writev!==uu.prototype._writev&&t._writev!==Ao.prototype._writev}s(A3,"isWr\
itev");tR.exports={pipeline:ap,pipelinePromise:p3,isStream:XA,isStreamx:Ro,isEnding:m3,isEnded:y3,isFinishing:_3,isFinished:w3,isDisturbed:T3,
getStreamError:b3,Stream:So,Writable:uu,Readable:lu,Duplex:Ao,Transform:cu,PassThrough:fu}});var fp=S($n=>{var me=Un(),R3="0000000000000000000",k3="7777777777777777777",gu=48,rR=me.from([117,115,116,97,114,0]),O3=me.from([gu,gu]),x3=me.
from([117,115,116,97,114,32]),P3=me.from([32,0]),I3=4095,Io=257,cp=263;$n.decodeLongPath=s(function(e,r){return Wn(e,0,e.length,r)},"decodeL\
ongPath");$n.encodePax=s(function(e){let r="";e.name&&(r+=up(" path="+e.name+`
`)),e.linkname&&(r+=up(" linkpath="+e.linkname+`
`));let i=e.pax;if(i)for(let n in i)r+=up(" "+n+"="+i[n]+`
`);return me.from(r)},"encodePax");$n.decodePax=s(function(e){let r={};for(;e.length;){let i=0;for(;i<e.length&&e[i]!==32;)i++;let n=parseInt(
me.toString(e.subarray(0,i)),10);if(!n)return r;let o=me.toString(e.subarray(i+1,n-1)),a=o.indexOf("=");if(a===-1)return r;r[o.slice(0,a)]=o.
slice(a+1),e=e.subarray(n)}return r},"decodePax");$n.encode=s(function(e){let r=me.alloc(512),i=e.name,n="";if(e.typeflag===5&&i[i.length-1]!==
"/"&&(i+="/"),me.byteLength(i)!==i.length)return null;for(;me.byteLength(i)>100;){let o=i.indexOf("/");if(o===-1)return null;n+=n?"/"+i.slice(
0,o):i.slice(0,o),i=i.slice(o+1)}return me.byteLength(i)>100||me.byteLength(n)>155||e.linkname&&me.byteLength(e.linkname)>100?null:(me.write(
r,i),me.write(r,ni(e.mode&I3,6),100),me.write(r,ni(e.uid,6),108),me.write(r,ni(e.gid,6),116),U3(e.size,r,124),me.write(r,ni(e.mtime.getTime()/
1e3|0,11),136),r[156]=gu+N3(e.type),e.linkname&&me.write(r,e.linkname,157),me.copy(rR,r,Io),me.copy(O3,r,cp),e.uname&&me.write(r,e.uname,265),
e.gname&&me.write(r,e.gname,297),me.write(r,ni(e.devmajor||0,6),329),me.write(r,ni(e.devminor||0,6),337),n&&me.write(r,n,345),me.write(r,ni(
nR(r),6),148),r)},"encode");$n.decode=s(function(e,r,i){let n=e[156]===0?0:e[156]-gu,o=Wn(e,0,100,r),a=ii(e,100,8),l=ii(e,108,8),u=ii(e,116,
8),c=ii(e,124,12),f=ii(e,136,12),h=C3(n),d=e[157]===0?null:Wn(e,157,100,r),m=Wn(e,265,32),T=Wn(e,297,32),E=ii(e,329,8),v=ii(e,337,8),b=nR(e);
if(b===256)return null;if(b!==ii(e,148,8))throw new Error("Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?");if(D3(
e))e[345]&&(o=Wn(e,345,155,r)+"/"+o);else if(!G3(e)){if(!i)throw new Error("Invalid tar header: unknown format.")}return n===0&&o&&o[o.length-
1]==="/"&&(n=5),{name:o,mode:a,uid:l,gid:u,size:c,byteOffset:0,mtime:new Date(1e3*f),type:h,linkname:d,uname:m,gname:T,devmajor:E,devminor:v,
pax:null}},"decode");function D3(t){return me.equals(rR,t.subarray(Io,Io+6))}s(D3,"isUSTAR");function G3(t){return me.equals(x3,t.subarray(Io,
Io+6))&&me.equals(P3,t.subarray(cp,cp+2))}s(G3,"isGNU");function F3(t,e,r){return typeof t!="number"?r:(t=~~t,t>=e?e:t>=0||(t+=e,t>=0)?t:0)}
s(F3,"clamp");function C3(t){switch(t){case 0:return"file";case 1:return"link";case 2:return"symlink";case 3:return"character-device";case 4:
return"block-device";case 5:return"directory";case 6:return"fifo";case 7:return"contiguous-file";case 72:return"pax-header";case 55:return"p\
ax-global-header";case 27:return"gnu-long-link-path";case 28:case 30:return"gnu-long-path"}return null}s(C3,"toType");function N3(t){switch(t){case"\
file":return 0;case"link":return 1;case"symlink":return 2;case"character-device":return 3;case"block-device":return 4;case"directory":return 5;case"\
fifo":return 6;case"contiguous-file":return 7;case"pax-header":return 72}return 0}s(N3,"toTypeflag");function iR(t,e,r,i){for(;r<i;r++)if(t[r]===
e)return r;return i}s(iR,"indexOf");function nR(t){let e=256;for(let r=0;r<148;r++)e+=t[r];for(let r=156;r<512;r++)e+=t[r];return e}s(nR,"ck\
sum");function ni(t,e){return t=t.toString(8),t.length>e?k3.slice(0,e)+" ":R3.slice(0,e-t.length)+t+" "}s(ni,"encodeOct");function L3(t,e,r){
e[r]=128;for(let i=11;i>0;i--)e[r+i]=t&255,t=Math.floor(t/256)}s(L3,"encodeSizeBin");function U3(t,e,r){t.toString(8).length>11?L3(t,e,r):me.
write(e,ni(t,11),r)}s(U3,"encodeSize");function M3(t){let e;if(t[0]===128)e=!0;else if(t[0]===255)e=!1;else return null;let r=[],i;for(i=t.length-
1;i>0;i--){let a=t[i];e?r.push(a):r.push(255-a)}let n=0,o=r.length;for(i=0;i<o;i++)n+=r[i]*Math.pow(256,i);return e?n:-1*n}s(M3,"parse256");
function ii(t,e,r){if(t=t.subarray(e,e+r),e=0,t[e]&128)return M3(t);{for(;e<t.length&&t[e]===32;)e++;let i=F3(iR(t,32,e,t.length),t.length,t.
length);for(;e<i&&t[e]===0;)e++;return i===e?0:parseInt(me.toString(t.subarray(e,i)),8)}}s(ii,"decodeOct");function Wn(t,e,r,i){return me.toString(
t.subarray(e,iR(t,0,e,e+r)),i)}s(Wn,"decodeStr");function up(t){let e=me.byteLength(t),r=Math.floor(Math.log(e)/Math.log(10))+1;return e+r>=
Math.pow(10,r)&&r++,e+r+t}s(up,"addLength")});var uR=S((eJ,lR)=>{var{Writable:q3,Readable:B3,getStreamError:sR}=lp(),j3=Hd(),oR=Un(),zn=fp(),W3=oR.alloc(0),$3=4*1024*1024,dp=class{static{
s(this,"BufferList")}constructor(){this.buffered=0,this.shifted=0,this.queue=new j3,this._offset=0}push(e){this.buffered+=e.byteLength,this.
queue.push(e)}shiftFirst(e){return this.buffered===0?null:this._next(e)}shift(e){if(e>this.buffered)return null;if(e===0)return W3;let r=this.
_next(e);if(e===r.byteLength)return r;let i=[r];for(;(e-=r.byteLength)>0;)r=this._next(e),i.push(r);return oR.concat(i)}_next(e){let r=this.
queue.peek(),i=r.byteLength-this._offset;if(e>=i){let n=this._offset?r.subarray(this._offset,r.byteLength):r;return this.queue.shift(),this.
_offset=0,this.buffered-=i,this.shifted+=i,n}return this.buffered-=e,this.shifted+=e,r.subarray(this._offset,this._offset+=e)}},pp=class extends B3{static{
s(this,"Source")}constructor(e,r,i){super(),this.header=r,this.offset=i,this._parent=e}_read(e){this.header.size===0&&this.push(null),this._parent.
_stream===this&&this._parent._update(),e(null)}_predestroy(){this._parent.destroy(sR(this))}_detach(){this._parent._stream===this&&(this._parent.
_stream=null,this._parent._missing=aR(this.header.size),this._parent._update())}_destroy(e){this._detach(),e(null)}},gp=class extends q3{static{
s(this,"Extract")}constructor(e){super(e),e||(e={}),this._buffer=new dp,this._offset=0,this._header=null,this._stream=null,this._missing=0,this.
_longHeader=!1,this._callback=hp,this._locked=!1,this._finished=!1,this._pax=null,this._paxGlobal=null,this._gnuLongPath=null,this._gnuLongLinkPath=
null,this._filenameEncoding=e.filenameEncoding||"utf-8",this._allowUnknownFormat=!!e.allowUnknownFormat,this._unlockBound=this._unlock.bind(
this)}_unlock(e){if(this._locked=!1,e){this.destroy(e),this._continueWrite(e);return}this._update()}_consumeHeader(){if(this._locked)return!1;
this._offset=this._buffer.shifted;try{this._header=zn.decode(this._buffer.shift(512),this._filenameEncoding,this._allowUnknownFormat)}catch(e){
return this._continueWrite(e),!1}if(!this._header)return!0;switch(this._header.byteOffset=this._buffer.shifted,this._header.type){case"gnu-l\
ong-path":case"gnu-long-link-path":case"pax-global-header":case"pax-header":return this._longHeader=!0,this._missing=this._header.size,this.
_missing>$3?(this._continueWrite(new Error("Header exceeds max size")),!1):!0}return this._locked=!0,this._applyLongHeaders(),this._header.size>=
0?this._header.size===0||this._header.type==="directory"?(this.emit("entry",this._header,this._createStream(),this._unlockBound),!0):(this._stream=
this._createStream(),this._missing=this._header.size,this.emit("entry",this._header,this._stream,this._unlockBound),!0):(this._continueWrite(
new Error("Invalid header")),!1)}_applyLongHeaders(){this._gnuLongPath&&(this._header.name=this._gnuLongPath,this._gnuLongPath=null),this._gnuLongLinkPath&&
(this._header.linkname=this._gnuLongLinkPath,this._gnuLongLinkPath=null),this._pax&&(this._pax.path&&(this._header.name=this._pax.path),this.
_pax.linkpath&&(this._header.linkname=this._pax.linkpath),this._pax.size&&(this._header.size=parseInt(this._pax.size,10)),this._header.pax=this.
_pax,this._pax=null)}_decodeLongHeader(e){switch(this._header.type){case"gnu-long-path":this._gnuLongPath=zn.decodeLongPath(e,this._filenameEncoding);
break;case"gnu-long-link-path":this._gnuLongLinkPath=zn.decodeLongPath(e,this._filenameEncoding);break;case"pax-global-header":this._paxGlobal=
zn.decodePax(e);break;case"pax-header":this._pax=this._paxGlobal===null?zn.decodePax(e):Object.assign({},this._paxGlobal,zn.decodePax(e));break}}_consumeLongHeader(){
this._longHeader=!1,this._missing=aR(this._header.size);let e=this._buffer.shift(this._header.size);try{this._decodeLongHeader(e)}catch(r){return this.
_continueWrite(r),!1}return!0}_consumeStream(){let e=this._buffer.shiftFirst(this._missing);if(e===null)return!1;this._missing-=e.byteLength;
let r=this._stream.push(e);return this._missing===0?(this._stream.push(null),r&&this._stream._detach(),r&&this._locked===!1):r}_createStream(){
return new pp(this,this._header,this._offset)}_update(){for(;this._buffer.buffered>0&&!this.destroying;){if(this._missing>0){if(this._stream!==
null){if(this._consumeStream()===!1)return;continue}if(this._longHeader===!0){if(this._missing>this._buffer.buffered)break;if(this._consumeLongHeader()===
!1)return!1;continue}let e=this._buffer.shiftFirst(this._missing);e!==null&&(this._missing-=e.byteLength);continue}if(this._buffer.buffered<
512)break;if(this._stream!==null||this._consumeHeader()===!1)return}this._continueWrite(null)}_continueWrite(e){let r=this._callback;this._callback=
hp,r(e)}_write(e,r){this._callback=r,this._buffer.push(e),this._update()}_final(e){this._finished=this._missing===0&&this._buffer.buffered===
0,e(this._finished?null:new Error("Unexpected end of data"))}_predestroy(){this._continueWrite(null)}_destroy(e){this._stream&&this._stream.
destroy(sR(this)),e(null)}[Symbol.asyncIterator](){let e=null,r=null,i=null,n=null,o=null,a=this;return this.on("entry",c),this.on("error",d=>{
e=d}),this.on("close",f),{[Symbol.asyncIterator](){return this},next(){return new Promise(u)},return(){return h(null)},throw(d){return h(d)}};
function l(d){if(!o)return;let m=o;o=null,m(d)}s(l,"consumeCallback");function u(d,m){if(e)return m(e);if(n){d({value:n,done:!1}),n=null;return}
r=d,i=m,l(null),a._finished&&r&&(r({value:void 0,done:!0}),r=i=null)}s(u,"onnext");function c(d,m,T){o=T,m.on("error",hp),r?(r({value:m,done:!1}),
r=i=null):n=m}s(c,"onentry");function f(){l(e),r&&(e?i(e):r({value:void 0,done:!0}),r=i=null)}s(f,"onclose");function h(d){return a.destroy(
d),l(d),new Promise((m,T)=>{if(a.destroyed)return m({value:void 0,done:!0});a.once("close",function(){d?T(d):m({value:void 0,done:!0})})})}s(
h,"destroy")}};lR.exports=s(function(e){return new gp(e)},"extract");function hp(){}s(hp,"noop");function aR(t){return t&=511,t&&512-t}s(aR,
"overflow")});var fR=S((rJ,mp)=>{var cR={S_IFMT:61440,S_IFDIR:16384,S_IFCHR:8192,S_IFBLK:24576,S_IFIFO:4096,S_IFLNK:40960};try{mp.exports=Z("fs").constants||
cR}catch{mp.exports=cR}});var mR=S((iJ,gR)=>{var{Readable:z3,Writable:H3,getStreamError:hR}=lp(),Mi=Un(),Hn=fR(),mu=fp(),V3=493,J3=420,dR=Mi.alloc(1024),_p=class extends H3{static{
s(this,"Sink")}constructor(e,r,i){super({mapWritable:Y3,eagerOpen:!0}),this.written=0,this.header=r,this._callback=i,this._linkname=null,this.
_isLinkname=r.type==="symlink"&&!r.linkname,this._isVoid=r.type!=="file"&&r.type!=="contiguous-file",this._finished=!1,this._pack=e,this._openCallback=
null,this._pack._stream===null?this._pack._stream=this:this._pack._pending.push(this)}_open(e){this._openCallback=e,this._pack._stream===this&&
this._continueOpen()}_continuePack(e){if(this._callback===null)return;let r=this._callback;this._callback=null,r(e)}_continueOpen(){this._pack.
_stream===null&&(this._pack._stream=this);let e=this._openCallback;if(this._openCallback=null,e!==null){if(this._pack.destroying)return e(new Error(
"pack stream destroyed"));if(this._pack._finalized)return e(new Error("pack stream is already finalized"));this._pack._stream=this,this._isLinkname||
this._pack._encode(this.header),this._isVoid&&(this._finish(),this._continuePack(null)),e(null)}}_write(e,r){if(this._isLinkname)return this.
_linkname=this._linkname?Mi.concat([this._linkname,e]):e,r(null);if(this._isVoid)return e.byteLength>0?r(new Error("No body allowed for this\
 entry")):r();if(this.written+=e.byteLength,this._pack.push(e))return r();this._pack._drain=r}_finish(){this._finished||(this._finished=!0,this.
_isLinkname&&(this.header.linkname=this._linkname?Mi.toString(this._linkname,"utf-8"):"",this._pack._encode(this.header)),pR(this._pack,this.
header.size),this._pack._done(this))}_final(e){if(this.written!==this.header.size)return e(new Error("Size mismatch"));this._finish(),e(null)}_getError(){
return hR(this)||new Error("tar entry destroyed")}_predestroy(){this._pack.destroy(this._getError())}_destroy(e){this._pack._done(this),this.
_continuePack(this._finished?null:this._getError()),e()}},wp=class extends z3{static{s(this,"Pack")}constructor(e){super(e),this._drain=yp,this.
_finalized=!1,this._finalizing=!1,this._pending=[],this._stream=null}entry(e,r,i){if(this._finalized||this.destroying)throw new Error("alrea\
dy finalized or destroyed");typeof r=="function"&&(i=r,r=null),i||(i=yp),(!e.size||e.type==="symlink")&&(e.size=0),e.type||(e.type=K3(e.mode)),
e.mode||(e.mode=e.type==="directory"?V3:J3),e.uid||(e.uid=0),e.gid||(e.gid=0),e.mtime||(e.mtime=new Date),typeof r=="string"&&(r=Mi.from(r));
let n=new _p(this,e,i);return Mi.isBuffer(r)?(e.size=r.byteLength,n.write(r),n.end(),n):(n._isVoid,n)}finalize(){if(this._stream||this._pending.
length>0){this._finalizing=!0;return}this._finalized||(this._finalized=!0,this.push(dR),this.push(null))}_done(e){e===this._stream&&(this._stream=
null,this._finalizing&&this.finalize(),this._pending.length&&this._pending.shift()._continueOpen())}_encode(e){if(!e.pax){let r=mu.encode(e);
if(r){this.push(r);return}}this._encodePax(e)}_encodePax(e){let r=mu.encodePax({name:e.name,linkname:e.linkname,pax:e.pax}),i={name:"PaxHead\
er",mode:e.mode,uid:e.uid,gid:e.gid,size:r.byteLength,mtime:e.mtime,type:"pax-header",linkname:e.linkname&&"PaxHeader",uname:e.uname,gname:e.
gname,devmajor:e.devmajor,devminor:e.devminor};this.push(mu.encode(i)),this.push(r),pR(this,r.byteLength),i.size=e.size,i.type=e.type,this.push(
mu.encode(i))}_doDrain(){let e=this._drain;this._drain=yp,e()}_predestroy(){let e=hR(this);for(this._stream&&this._stream.destroy(e);this._pending.
length;){let r=this._pending.shift();r.destroy(e),r._continueOpen()}this._doDrain()}_read(e){this._doDrain(),e()}};gR.exports=s(function(e){
return new wp(e)},"pack");function K3(t){switch(t&Hn.S_IFMT){case Hn.S_IFBLK:return"block-device";case Hn.S_IFCHR:return"character-device";case Hn.
S_IFDIR:return"directory";case Hn.S_IFIFO:return"fifo";case Hn.S_IFLNK:return"symlink"}return"file"}s(K3,"modeToType");function yp(){}s(yp,"\
noop");function pR(t,e){e&=511,e&&t.push(dR.subarray(0,512-e))}s(pR,"overflow");function Y3(t){return Mi.isBuffer(t)?t:Mi.from(t)}s(Y3,"mapW\
ritable")});var yR=S(bp=>{bp.extract=uR();bp.pack=mR()});var bR=S((oJ,wR)=>{var Z3=Z("zlib"),Q3=yR(),_R=Nn(),Cr=s(function(t){if(!(this instanceof Cr))return new Cr(t);t=this.options=_R.defaults(t,
{gzip:!1}),typeof t.gzipOptions!="object"&&(t.gzipOptions={}),this.supports={directory:!0,symlink:!0},this.engine=Q3.pack(t),this.compressor=
!1,t.gzip&&(this.compressor=Z3.createGzip(t.gzipOptions),this.compressor.on("error",this._onCompressorError.bind(this)))},"Tar");Cr.prototype.
_onCompressorError=function(t){this.engine.emit("error",t)};Cr.prototype.append=function(t,e,r){var i=this;e.mtime=e.date;function n(a,l){if(a){
r(a);return}i.engine.entry(e,l,function(u){r(u,e)})}if(s(n,"append"),e.sourceType==="buffer")n(null,t);else if(e.sourceType==="stream"&&e.stats){
e.size=e.stats.size;var o=i.engine.entry(e,function(a){r(a,e)});t.pipe(o)}else e.sourceType==="stream"&&_R.collectStream(t,n)};Cr.prototype.
finalize=function(){this.engine.finalize()};Cr.prototype.on=function(){return this.engine.on.apply(this.engine,arguments)};Cr.prototype.pipe=
function(t,e){return this.compressor?this.engine.pipe.apply(this.engine,[this.compressor]).pipe(t,e):this.engine.pipe.apply(this.engine,arguments)};
Cr.prototype.unpipe=function(){return this.compressor?this.compressor.unpipe.apply(this.compressor,arguments):this.engine.unpipe.apply(this.
engine,arguments)};wR.exports=Cr});var vR=S((lJ,TR)=>{"use strict";function X3(t){return t&&t.__esModule&&Object.prototype.hasOwnProperty.call(t,"default")?t.default:t}s(X3,"g\
etDefaultExportFromCjs");var e4=new Int32Array([0,1996959894,3993919788,2567524794,124634137,1886057615,3915621685,2657392035,249268274,2044508324,
3772115230,2547177864,162941995,2125561021,3887607047,2428444049,498536548,1789927666,4089016648,2227061214,450548861,1843258603,4107580753,
2211677639,325883990,1684777152,4251122042,2321926636,335633487,1661365465,4195302755,2366115317,997073096,1281953886,3579855332,2724688242,
1006888145,1258607687,3524101629,2768942443,901097722,1119000684,3686517206,2898065728,853044451,1172266101,3705015759,2882616665,651767980,
1373503546,3369554304,3218104598,565507253,1454621731,3485111705,3099436303,671266974,1594198024,3322730930,2970347812,795835527,1483230225,
3244367275,3060149565,1994146192,31158534,2563907772,4023717930,1907459465,112637215,2680153253,3904427059,2013776290,251722036,2517215374,3775830040,
2137656763,141376813,2439277719,3865271297,1802195444,476864866,2238001368,4066508878,1812370925,453092731,2181625025,4111451223,1706088902,
314042704,2344532202,4240017532,1658658271,366619977,2362670323,4224994405,1303535960,984961486,2747007092,3569037538,1256170817,1037604311,
2765210733,3554079995,1131014506,879679996,2909243462,3663771856,1141124467,855842277,2852801631,3708648649,1342533948,654459306,3188396048,
3373015174,1466479909,544179635,3110523913,3462522015,1591671054,702138776,2966460450,3352799412,1504918807,783551873,3082640443,3233442989,
3988292384,2596254646,62317068,1957810842,3939845945,2647816111,81470997,1943803523,3814918930,2489596804,225274430,2053790376,3826175755,2466906013,
167816743,2097651377,4027552580,2265490386,503444072,1762050814,4150417245,2154129355,426522225,1852507879,4275313526,2312317920,282753626,1742555852,
4189708143,2394877945,397917763,1622183637,3604390888,2714866558,953729732,1340076626,3518719985,2797360999,1068828381,1219638859,3624741850,
2936675148,906185462,1090812512,3747672003,2825379669,829329135,1181335161,3412177804,3160834842,628085408,1382605366,3423369109,3138078467,
570562233,1426400815,3317316542,2998733608,733239954,1555261956,3268935591,3050360625,752459403,1541320221,2607071920,3965973030,1969922972,
40735498,2617837225,3943577151,1913087877,83908371,2512341634,3803740692,2075208622,213261112,2463272603,3855990285,2094854071,198958881,2262029012,
4057260610,1759359992,534414190,2176718541,4139329115,1873836001,414664567,2282248934,4279200368,1711684554,285281116,2405801727,4167216745,
1634467795,376229701,2685067896,3608007406,1308918612,956543938,2808555105,3495958263,1231636301,1047427035,2932959818,3654703836,1088359270,
936918e3,2847714899,3736837829,1202900863,817233897,3183342108,3401237130,1404277552,615818150,3134207493,3453421203,1423857449,601450431,3009837614,
3294710456,1567103746,711928724,3020668471,3272380065,1510334235,755167117]);function ER(t){if(Buffer.isBuffer(t))return t;if(typeof t=="num\
ber")return Buffer.alloc(t);if(typeof t=="string")return Buffer.from(t);throw new Error("input must be buffer, number, or string, received "+
typeof t)}s(ER,"ensureBuffer");function t4(t){let e=ER(4);return e.writeInt32BE(t,0),e}s(t4,"bufferizeInt");function Ep(t,e){t=ER(t),Buffer.
isBuffer(e)&&(e=e.readUInt32BE(0));let r=~~e^-1;for(var i=0;i<t.length;i++)r=e4[(r^t[i])&255]^r>>>8;return r^-1}s(Ep,"_crc32");function Tp(){
return t4(Ep.apply(null,arguments))}s(Tp,"crc32");Tp.signed=function(){return Ep.apply(null,arguments)};Tp.unsigned=function(){return Ep.apply(
null,arguments)>>>0};var r4=Tp,i4=X3(r4);TR.exports=i4});var kR=S((cJ,RR)=>{var n4=Z("util").inherits,SR=Ii().Transform,s4=vR(),AR=Nn(),si=s(function(t){if(!(this instanceof si))return new si(t);t=
this.options=AR.defaults(t,{}),SR.call(this,t),this.supports={directory:!0,symlink:!0},this.files=[]},"Json");n4(si,SR);si.prototype._transform=
function(t,e,r){r(null,t)};si.prototype._writeStringified=function(){var t=JSON.stringify(this.files);this.write(t)};si.prototype.append=function(t,e,r){
var i=this;e.crc32=0;function n(o,a){if(o){r(o);return}e.size=a.length||0,e.crc32=s4.unsigned(a),i.files.push(e),r(null,e)}s(n,"onend"),e.sourceType===
"buffer"?n(null,t):e.sourceType==="stream"&&AR.collectStream(t,n)};si.prototype.finalize=function(){this._writeStringified(),this.end()};RR.
exports=si});var xR=S((hJ,OR)=>{var o4=MS(),Do={},oi=s(function(t,e){return oi.create(t,e)},"vending");oi.create=function(t,e){if(Do[t]){var r=new o4(t,e);
return r.setFormat(t),r.setModule(new Do[t](e)),r}else throw new Error("create("+t+"): format not registered")};oi.registerFormat=function(t,e){
if(Do[t])throw new Error("register("+t+"): format already registered");if(typeof e!="function")throw new Error("register("+t+"): format modu\
le invalid");if(typeof e.prototype.append!="function"||typeof e.prototype.finalize!="function")throw new Error("register("+t+"): format modu\
le missing methods");Do[t]=e};oi.isRegisteredFormat=function(t){return!!Do[t]};oi.registerFormat("zip",yA());oi.registerFormat("tar",bR());oi.
registerFormat("json",kR());OR.exports=oi});var NR=S(_u=>{"use strict";Object.defineProperty(_u,"__esModule",{value:!0});_u.getProxyUrl=_4;_u.checkBypass=CR;function _4(t){let e=t.protocol===
"https:";if(CR(t))return;let r=e?process.env.https_proxy||process.env.HTTPS_PROXY:process.env.http_proxy||process.env.HTTP_PROXY;if(r)try{return new yu(
r)}catch{if(!r.startsWith("http://")&&!r.startsWith("https://"))return new yu(`http://${r}`)}else return}s(_4,"getProxyUrl");function CR(t){
if(!t.hostname)return!1;let e=t.hostname;if(w4(e))return!0;let r=process.env.no_proxy||process.env.NO_PROXY||"";if(!r)return!1;let i;t.port?
i=Number(t.port):t.protocol==="http:"?i=80:t.protocol==="https:"&&(i=443);let n=[t.hostname.toUpperCase()];typeof i=="number"&&n.push(`${n[0]}\
:${i}`);for(let o of r.split(",").map(a=>a.trim().toUpperCase()).filter(a=>a))if(o==="*"||n.some(a=>a===o||a.endsWith(`.${o}`)||o.startsWith(
".")&&a.endsWith(`${o}`)))return!0;return!1}s(CR,"checkBypass");function w4(t){let e=t.toLowerCase();return e==="localhost"||e.startsWith("1\
27.")||e.startsWith("[::1]")||e.startsWith("[0:0:0:0:0:0:0:1]")}s(w4,"isLoopbackAddress");var yu=class extends URL{static{s(this,"DecodedURL")}constructor(e,r){
super(e,r),this._decodedUsername=decodeURIComponent(super.username),this._decodedPassword=decodeURIComponent(super.password)}get username(){
return this._decodedUsername}get password(){return this._decodedPassword}}});var UR=S(Le=>{"use strict";var b4=Le&&Le.__createBinding||(Object.create?(function(t,e,r,i){i===void 0&&(i=r);var n=Object.getOwnPropertyDescriptor(
e,r);(!n||("get"in n?!e.__esModule:n.writable||n.configurable))&&(n={enumerable:!0,get:s(function(){return e[r]},"get")}),Object.defineProperty(
t,i,n)}):(function(t,e,r,i){i===void 0&&(i=r),t[i]=e[r]})),E4=Le&&Le.__setModuleDefault||(Object.create?(function(t,e){Object.defineProperty(
t,"default",{enumerable:!0,value:e})}):function(t,e){t.default=e}),Tu=Le&&Le.__importStar||(function(){var t=s(function(e){return t=Object.getOwnPropertyNames||
function(r){var i=[];for(var n in r)Object.prototype.hasOwnProperty.call(r,n)&&(i[i.length]=n);return i},t(e)},"ownKeys");return function(e){
if(e&&e.__esModule)return e;var r={};if(e!=null)for(var i=t(e),n=0;n<i.length;n++)i[n]!=="default"&&b4(r,e,i[n]);return E4(r,e),r}})(),$e=Le&&
Le.__awaiter||function(t,e,r,i){function n(o){return o instanceof r?o:new r(function(a){a(o)})}return s(n,"adopt"),new(r||(r=Promise))(function(o,a){
function l(f){try{c(i.next(f))}catch(h){a(h)}}s(l,"fulfilled");function u(f){try{c(i.throw(f))}catch(h){a(h)}}s(u,"rejected");function c(f){
f.done?o(f.value):n(f.value).then(l,u)}s(c,"step"),c((i=i.apply(t,e||[])).next())})};Object.defineProperty(Le,"__esModule",{value:!0});Le.HttpClient=
Le.HttpClientResponse=Le.HttpClientError=Le.MediaTypes=Le.Headers=Le.HttpCodes=void 0;Le.getProxyUrl=v4;Le.isHttps=x4;var Sp=Tu(Z("http")),LR=Tu(
Z("https")),Ap=Tu(NR()),wu=Tu(xO()),T4=kg(),jt;(function(t){t[t.OK=200]="OK",t[t.MultipleChoices=300]="MultipleChoices",t[t.MovedPermanently=
301]="MovedPermanently",t[t.ResourceMoved=302]="ResourceMoved",t[t.SeeOther=303]="SeeOther",t[t.NotModified=304]="NotModified",t[t.UseProxy=
305]="UseProxy",t[t.SwitchProxy=306]="SwitchProxy",t[t.TemporaryRedirect=307]="TemporaryRedirect",t[t.PermanentRedirect=308]="PermanentRedir\
ect",t[t.BadRequest=400]="BadRequest",t[t.Unauthorized=401]="Unauthorized",t[t.PaymentRequired=402]="PaymentRequired",t[t.Forbidden=403]="Fo\
rbidden",t[t.NotFound=404]="NotFound",t[t.MethodNotAllowed=405]="MethodNotAllowed",t[t.NotAcceptable=406]="NotAcceptable",t[t.ProxyAuthenticationRequired=
407]="ProxyAuthenticationRequired",t[t.RequestTimeout=408]="RequestTimeout",t[t.Conflict=409]="Conflict",t[t.Gone=410]="Gone",t[t.TooManyRequests=
429]="TooManyRequests",t[t.InternalServerError=500]="InternalServerError",t[t.NotImplemented=501]="NotImplemented",t[t.BadGateway=502]="BadG\
ateway",t[t.ServiceUnavailable=503]="ServiceUnavailable",t[t.GatewayTimeout=504]="GatewayTimeout"})(jt||(Le.HttpCodes=jt={}));var St;(function(t){
t.Accept="accept",t.ContentType="content-type"})(St||(Le.Headers=St={}));var Nr;(function(t){t.ApplicationJson="application/json"})(Nr||(Le.
MediaTypes=Nr={}));function v4(t){let e=Ap.getProxyUrl(new URL(t));return e?e.href:""}s(v4,"getProxyUrl");var S4=[jt.MovedPermanently,jt.ResourceMoved,
jt.SeeOther,jt.TemporaryRedirect,jt.PermanentRedirect],A4=[jt.BadGateway,jt.ServiceUnavailable,jt.GatewayTimeout],R4=["OPTIONS","GET","DELET\
E","HEAD"],k4=10,O4=5,bu=class t extends Error{static{s(this,"HttpClientError")}constructor(e,r){super(e),this.name="HttpClientError",this.statusCode=
r,Object.setPrototypeOf(this,t.prototype)}};Le.HttpClientError=bu;var Eu=class{static{s(this,"HttpClientResponse")}constructor(e){this.message=
e}readBody(){return $e(this,void 0,void 0,function*(){return new Promise(e=>$e(this,void 0,void 0,function*(){let r=Buffer.alloc(0);this.message.
on("data",i=>{r=Buffer.concat([r,i])}),this.message.on("end",()=>{e(r.toString())})}))})}readBodyBuffer(){return $e(this,void 0,void 0,function*(){
return new Promise(e=>$e(this,void 0,void 0,function*(){let r=[];this.message.on("data",i=>{r.push(i)}),this.message.on("end",()=>{e(Buffer.
concat(r))})}))})}};Le.HttpClientResponse=Eu;function x4(t){return new URL(t).protocol==="https:"}s(x4,"isHttps");var Rp=class{static{s(this,
"HttpClient")}constructor(e,r,i){this._ignoreSslError=!1,this._allowRedirects=!0,this._allowRedirectDowngrade=!1,this._maxRedirects=50,this.
_allowRetries=!1,this._maxRetries=1,this._keepAlive=!1,this._disposed=!1,this.userAgent=this._getUserAgentWithOrchestrationId(e),this.handlers=
r||[],this.requestOptions=i,i&&(i.ignoreSslError!=null&&(this._ignoreSslError=i.ignoreSslError),this._socketTimeout=i.socketTimeout,i.allowRedirects!=
null&&(this._allowRedirects=i.allowRedirects),i.allowRedirectDowngrade!=null&&(this._allowRedirectDowngrade=i.allowRedirectDowngrade),i.maxRedirects!=
null&&(this._maxRedirects=Math.max(i.maxRedirects,0)),i.keepAlive!=null&&(this._keepAlive=i.keepAlive),i.allowRetries!=null&&(this._allowRetries=
i.allowRetries),i.maxRetries!=null&&(this._maxRetries=i.maxRetries))}options(e,r){return $e(this,void 0,void 0,function*(){return this.request(
"OPTIONS",e,null,r||{})})}get(e,r){return $e(this,void 0,void 0,function*(){return this.request("GET",e,null,r||{})})}del(e,r){return $e(this,
void 0,void 0,function*(){return this.request("DELETE",e,null,r||{})})}post(e,r,i){return $e(this,void 0,void 0,function*(){return this.request(
"POST",e,r,i||{})})}patch(e,r,i){return $e(this,void 0,void 0,function*(){return this.request("PATCH",e,r,i||{})})}put(e,r,i){return $e(this,
void 0,void 0,function*(){return this.request("PUT",e,r,i||{})})}head(e,r){return $e(this,void 0,void 0,function*(){return this.request("HEA\
D",e,null,r||{})})}sendStream(e,r,i,n){return $e(this,void 0,void 0,function*(){return this.request(e,r,i,n)})}getJson(e){return $e(this,arguments,
void 0,function*(r,i={}){i[St.Accept]=this._getExistingOrDefaultHeader(i,St.Accept,Nr.ApplicationJson);let n=yield this.get(r,i);return this.
_processResponse(n,this.requestOptions)})}postJson(e,r){return $e(this,arguments,void 0,function*(i,n,o={}){let a=JSON.stringify(n,null,2);o[St.
Accept]=this._getExistingOrDefaultHeader(o,St.Accept,Nr.ApplicationJson),o[St.ContentType]=this._getExistingOrDefaultContentTypeHeader(o,Nr.
ApplicationJson);let l=yield this.post(i,a,o);return this._processResponse(l,this.requestOptions)})}putJson(e,r){return $e(this,arguments,void 0,
function*(i,n,o={}){let a=JSON.stringify(n,null,2);o[St.Accept]=this._getExistingOrDefaultHeader(o,St.Accept,Nr.ApplicationJson),o[St.ContentType]=
this._getExistingOrDefaultContentTypeHeader(o,Nr.ApplicationJson);let l=yield this.put(i,a,o);return this._processResponse(l,this.requestOptions)})}patchJson(e,r){
return $e(this,arguments,void 0,function*(i,n,o={}){let a=JSON.stringify(n,null,2);o[St.Accept]=this._getExistingOrDefaultHeader(o,St.Accept,
Nr.ApplicationJson),o[St.ContentType]=this._getExistingOrDefaultContentTypeHeader(o,Nr.ApplicationJson);let l=yield this.patch(i,a,o);return this.
_processResponse(l,this.requestOptions)})}request(e,r,i,n){return $e(this,void 0,void 0,function*(){if(this._disposed)throw new Error("Clien\
t has already been disposed.");let o=new URL(r),a=this._prepareRequest(e,o,n),l=this._allowRetries&&R4.includes(e)?this._maxRetries+1:1,u=0,
c;do{if(c=yield this.requestRaw(a,i),c&&c.message&&c.message.statusCode===jt.Unauthorized){let h;for(let d of this.handlers)if(d.canHandleAuthentication(
c)){h=d;break}return h?h.handleAuthentication(this,a,i):c}let f=this._maxRedirects;for(;c.message.statusCode&&S4.includes(c.message.statusCode)&&
this._allowRedirects&&f>0;){let h=c.message.headers.location;if(!h)break;let d=new URL(h);if(o.protocol==="https:"&&o.protocol!==d.protocol&&
!this._allowRedirectDowngrade)throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If \
you want to allow this behavior, set the allowRedirectDowngrade option to true.");if(yield c.readBody(),d.hostname!==o.hostname)for(let m in n)
m.toLowerCase()==="authorization"&&delete n[m];a=this._prepareRequest(e,d,n),c=yield this.requestRaw(a,i),f--}if(!c.message.statusCode||!A4.
includes(c.message.statusCode))return c;u+=1,u<l&&(yield c.readBody(),yield this._performExponentialBackoff(u))}while(u<l);return c})}dispose(){
this._agent&&this._agent.destroy(),this._disposed=!0}requestRaw(e,r){return $e(this,void 0,void 0,function*(){return new Promise((i,n)=>{function o(a,l){
a?n(a):l?i(l):n(new Error("Unknown error"))}s(o,"callbackForResult"),this.requestRawWithCallback(e,r,o)})})}requestRawWithCallback(e,r,i){typeof r==
"string"&&(e.options.headers||(e.options.headers={}),e.options.headers["Content-Length"]=Buffer.byteLength(r,"utf8"));let n=!1;function o(u,c){
n||(n=!0,i(u,c))}s(o,"handleResult");let a=e.httpModule.request(e.options,u=>{let c=new Eu(u);o(void 0,c)}),l;a.on("socket",u=>{l=u}),a.setTimeout(
this._socketTimeout||3*6e4,()=>{l&&l.end(),o(new Error(`Request timeout: ${e.options.path}`))}),a.on("error",function(u){o(u)}),r&&typeof r==
"string"&&a.write(r,"utf8"),r&&typeof r!="string"?(r.on("close",function(){a.end()}),r.pipe(a)):a.end()}getAgent(e){let r=new URL(e);return this.
_getAgent(r)}getAgentDispatcher(e){let r=new URL(e),i=Ap.getProxyUrl(r);if(i&&i.hostname)return this._getProxyAgentDispatcher(r,i)}_prepareRequest(e,r,i){
let n={};n.parsedUrl=r;let o=n.parsedUrl.protocol==="https:";n.httpModule=o?LR:Sp;let a=o?443:80;if(n.options={},n.options.host=n.parsedUrl.
hostname,n.options.port=n.parsedUrl.port?parseInt(n.parsedUrl.port):a,n.options.path=(n.parsedUrl.pathname||"")+(n.parsedUrl.search||""),n.options.
method=e,n.options.headers=this._mergeHeaders(i),this.userAgent!=null&&(n.options.headers["user-agent"]=this.userAgent),n.options.agent=this.
_getAgent(n.parsedUrl),this.handlers)for(let l of this.handlers)l.prepareRequest(n.options);return n}_mergeHeaders(e){return this.requestOptions&&
this.requestOptions.headers?Object.assign({},Go(this.requestOptions.headers),Go(e||{})):Go(e||{})}_getExistingOrDefaultHeader(e,r,i){let n;if(this.
requestOptions&&this.requestOptions.headers){let a=Go(this.requestOptions.headers)[r];a&&(n=typeof a=="number"?a.toString():a)}let o=e[r];return o!==
void 0?typeof o=="number"?o.toString():o:n!==void 0?n:i}_getExistingOrDefaultContentTypeHeader(e,r){let i;if(this.requestOptions&&this.requestOptions.
headers){let o=Go(this.requestOptions.headers)[St.ContentType];o&&(typeof o=="number"?i=String(o):Array.isArray(o)?i=o.join(", "):i=o)}let n=e[St.
ContentType];return n!==void 0?typeof n=="number"?String(n):Array.isArray(n)?n.join(", "):n:i!==void 0?i:r}_getAgent(e){let r,i=Ap.getProxyUrl(
e),n=i&&i.hostname;if(this._keepAlive&&n&&(r=this._proxyAgent),n||(r=this._agent),r)return r;let o=e.protocol==="https:",a=100;if(this.requestOptions&&
(a=this.requestOptions.maxSockets||Sp.globalAgent.maxSockets),i&&i.hostname){let l={maxSockets:a,keepAlive:this._keepAlive,proxy:Object.assign(
Object.assign({},(i.username||i.password)&&{proxyAuth:`${i.username}:${i.password}`}),{host:i.hostname,port:i.port})},u,c=i.protocol==="http\
s:";o?u=c?wu.httpsOverHttps:wu.httpsOverHttp:u=c?wu.httpOverHttps:wu.httpOverHttp,r=u(l),this._proxyAgent=r}if(!r){let l={keepAlive:this._keepAlive,
maxSockets:a};r=o?new LR.Agent(l):new Sp.Agent(l),this._agent=r}return o&&this._ignoreSslError&&(r.options=Object.assign(r.options||{},{rejectUnauthorized:!1})),
r}_getProxyAgentDispatcher(e,r){let i;if(this._keepAlive&&(i=this._proxyAgentDispatcher),i)return i;let n=e.protocol==="https:";return i=new T4.
ProxyAgent(Object.assign({uri:r.href,pipelining:this._keepAlive?1:0},(r.username||r.password)&&{token:`Basic ${Buffer.from(`${r.username}:${r.
password}`).toString("base64")}`})),this._proxyAgentDispatcher=i,n&&this._ignoreSslError&&(i.options=Object.assign(i.options.requestTls||{},
{rejectUnauthorized:!1})),i}_getUserAgentWithOrchestrationId(e){let r=e||"actions/http-client",i=process.env.ACTIONS_ORCHESTRATION_ID;if(i){
let n=i.replace(/[^a-z0-9_.-]/gi,"_");return`${r} actions_orchestration_id/${n}`}return r}_performExponentialBackoff(e){return $e(this,void 0,
void 0,function*(){e=Math.min(k4,e);let r=O4*Math.pow(2,e);return new Promise(i=>setTimeout(()=>i(),r))})}_processResponse(e,r){return $e(this,
void 0,void 0,function*(){return new Promise((i,n)=>$e(this,void 0,void 0,function*(){let o=e.message.statusCode||0,a={statusCode:o,result:null,
headers:{}};o===jt.NotFound&&i(a);function l(f,h){if(typeof h=="string"){let d=new Date(h);if(!isNaN(d.valueOf()))return d}return h}s(l,"dat\
eTimeDeserializer");let u,c;try{c=yield e.readBody(),c&&c.length>0&&(r&&r.deserializeDates?u=JSON.parse(c,l):u=JSON.parse(c),a.result=u),a.headers=
e.message.headers}catch{}if(o>299){let f;u&&u.message?f=u.message:c&&c.length>0?f=c:f=`Failed request: (${o})`;let h=new bu(f,o);h.result=a.
result,n(h)}else i(a)}))})}};Le.HttpClient=Rp;var Go=s(t=>Object.keys(t).reduce((e,r)=>(e[r.toLowerCase()]=t[r],e),{}),"lowercaseKeys")});var Uk=S((zp,Hp)=>{(function(t,e){typeof zp=="object"&&typeof Hp<"u"?Hp.exports=e():typeof define=="function"&&define.amd?define(e):t.Bottleneck=
e()})(zp,(function(){"use strict";var t=typeof globalThis<"u"?globalThis:typeof window<"u"?window:typeof global<"u"?global:typeof self<"u"?self:
{};function e(K){return K&&K.default||K}s(e,"getCjsExportFromNamespace");var r=s(function(K,k,w={}){var P,N,U;for(P in k)U=k[P],w[P]=(N=K[P])!=
null?N:U;return w},"load"),i=s(function(K,k,w={}){var P,N;for(P in K)N=K[P],k[P]!==void 0&&(w[P]=N);return w},"overwrite"),n={load:r,overwrite:i},
o;o=class{static{s(this,"DLList")}constructor(k,w){this.incr=k,this.decr=w,this._first=null,this._last=null,this.length=0}push(k){var w;this.
length++,typeof this.incr=="function"&&this.incr(),w={value:k,prev:this._last,next:null},this._last!=null?(this._last.next=w,this._last=w):this.
_first=this._last=w}shift(){var k;if(this._first!=null)return this.length--,typeof this.decr=="function"&&this.decr(),k=this._first.value,(this.
_first=this._first.next)!=null?this._first.prev=null:this._last=null,k}first(){if(this._first!=null)return this._first.value}getArray(){var k,
w,P;for(k=this._first,P=[];k!=null;)P.push((w=k,k=k.next,w.value));return P}forEachShift(k){var w;for(w=this.shift();w!=null;)k(w),w=this.shift()}debug(){
var k,w,P,N,U;for(k=this._first,U=[];k!=null;)U.push((w=k,k=k.next,{value:w.value,prev:(P=w.prev)!=null?P.value:void 0,next:(N=w.next)!=null?
N.value:void 0}));return U}};var a=o,l;l=class{static{s(this,"Events")}constructor(k){if(this.instance=k,this._events={},this.instance.on!=null||
this.instance.once!=null||this.instance.removeAllListeners!=null)throw new Error("An Emitter already exists for this object");this.instance.
on=(w,P)=>this._addListener(w,"many",P),this.instance.once=(w,P)=>this._addListener(w,"once",P),this.instance.removeAllListeners=(w=null)=>w!=
null?delete this._events[w]:this._events={}}_addListener(k,w,P){var N;return(N=this._events)[k]==null&&(N[k]=[]),this._events[k].push({cb:P,
status:w}),this.instance}listenerCount(k){return this._events[k]!=null?this._events[k].length:0}async trigger(k,...w){var P,N;try{return k!==
"debug"&&this.trigger("debug",`Event triggered: ${k}`,w),this._events[k]==null?void 0:(this._events[k]=this._events[k].filter(function(U){return U.
status!=="none"}),N=this._events[k].map(async U=>{var W,H;if(U.status!=="none"){U.status==="once"&&(U.status="none");try{return H=typeof U.cb==
"function"?U.cb(...w):void 0,typeof H?.then=="function"?await H:H}catch(be){return W=be,this.trigger("error",W),null}}}),(await Promise.all(
N)).find(function(U){return U!=null}))}catch(U){return P=U,this.trigger("error",P),null}}};var u=l,c,f,h;c=a,f=u,h=class{static{s(this,"Queu\
es")}constructor(k){var w;this.Events=new f(this),this._length=0,this._lists=(function(){var P,N,U;for(U=[],w=P=1,N=k;1<=N?P<=N:P>=N;w=1<=N?
++P:--P)U.push(new c((()=>this.incr()),(()=>this.decr())));return U}).call(this)}incr(){if(this._length++===0)return this.Events.trigger("le\
ftzero")}decr(){if(--this._length===0)return this.Events.trigger("zero")}push(k){return this._lists[k.options.priority].push(k)}queued(k){return k!=
null?this._lists[k].length:this._length}shiftAll(k){return this._lists.forEach(function(w){return w.forEachShift(k)})}getFirst(k=this._lists){
var w,P,N;for(w=0,P=k.length;w<P;w++)if(N=k[w],N.length>0)return N;return[]}shiftLastFrom(k){return this.getFirst(this._lists.slice(k).reverse()).
shift()}};var d=h,m;m=class extends Error{static{s(this,"BottleneckError")}};var T=m,E,v,b,R,F;R=10,v=5,F=n,E=T,b=class{static{s(this,"Job")}constructor(k,w,P,N,U,W,H,be){
this.task=k,this.args=w,this.rejectOnDrop=U,this.Events=W,this._states=H,this.Promise=be,this.options=F.load(P,N),this.options.priority=this.
_sanitizePriority(this.options.priority),this.options.id===N.id&&(this.options.id=`${this.options.id}-${this._randomIndex()}`),this.promise=
new this.Promise((xe,Ye)=>{this._resolve=xe,this._reject=Ye}),this.retryCount=0}_sanitizePriority(k){var w;return w=~~k!==k?v:k,w<0?0:w>R-1?
R-1:w}_randomIndex(){return Math.random().toString(36).slice(2)}doDrop({error:k,message:w="This job has been dropped by Bottleneck"}={}){return this.
_states.remove(this.options.id)?(this.rejectOnDrop&&this._reject(k??new E(w)),this.Events.trigger("dropped",{args:this.args,options:this.options,
task:this.task,promise:this.promise}),!0):!1}_assertStatus(k){var w;if(w=this._states.jobStatus(this.options.id),!(w===k||k==="DONE"&&w===null))
throw new E(`Invalid job status ${w}, expected ${k}. Please open an issue at https://github.com/SGrondin/bottleneck/issues`)}doReceive(){return this.
_states.start(this.options.id),this.Events.trigger("received",{args:this.args,options:this.options})}doQueue(k,w){return this._assertStatus(
"RECEIVED"),this._states.next(this.options.id),this.Events.trigger("queued",{args:this.args,options:this.options,reachedHWM:k,blocked:w})}doRun(){
return this.retryCount===0?(this._assertStatus("QUEUED"),this._states.next(this.options.id)):this._assertStatus("EXECUTING"),this.Events.trigger(
"scheduled",{args:this.args,options:this.options})}async doExecute(k,w,P,N){var U,W,H;this.retryCount===0?(this._assertStatus("RUNNING"),this.
_states.next(this.options.id)):this._assertStatus("EXECUTING"),W={args:this.args,options:this.options,retryCount:this.retryCount},this.Events.
trigger("executing",W);try{if(H=await(k!=null?k.schedule(this.options,this.task,...this.args):this.task(...this.args)),w())return this.doDone(
W),await N(this.options,W),this._assertStatus("DONE"),this._resolve(H)}catch(be){return U=be,this._onFailure(U,W,w,P,N)}}doExpire(k,w,P){var N,
U;return this._states.jobStatus(this.options.id==="RUNNING")&&this._states.next(this.options.id),this._assertStatus("EXECUTING"),U={args:this.
args,options:this.options,retryCount:this.retryCount},N=new E(`This job timed out after ${this.options.expiration} ms.`),this._onFailure(N,U,
k,w,P)}async _onFailure(k,w,P,N,U){var W,H;if(P())return W=await this.Events.trigger("failed",k,w),W!=null?(H=~~W,this.Events.trigger("retry",
`Retrying ${this.options.id} after ${H} ms`,w),this.retryCount++,N(H)):(this.doDone(w),await U(this.options,w),this._assertStatus("DONE"),this.
_reject(k))}doDone(k){return this._assertStatus("EXECUTING"),this._states.next(this.options.id),this.Events.trigger("done",k)}};var L=b,z,X,
D;D=n,z=T,X=class{static{s(this,"LocalDatastore")}constructor(k,w,P){this.instance=k,this.storeOptions=w,this.clientId=this.instance._randomIndex(),
D.load(P,P,this),this._nextRequest=this._lastReservoirRefresh=this._lastReservoirIncrease=Date.now(),this._running=0,this._done=0,this._unblockTime=
0,this.ready=this.Promise.resolve(),this.clients={},this._startHeartbeat()}_startHeartbeat(){var k;return this.heartbeat==null&&(this.storeOptions.
reservoirRefreshInterval!=null&&this.storeOptions.reservoirRefreshAmount!=null||this.storeOptions.reservoirIncreaseInterval!=null&&this.storeOptions.
reservoirIncreaseAmount!=null)?typeof(k=this.heartbeat=setInterval(()=>{var w,P,N,U,W;if(U=Date.now(),this.storeOptions.reservoirRefreshInterval!=
null&&U>=this._lastReservoirRefresh+this.storeOptions.reservoirRefreshInterval&&(this._lastReservoirRefresh=U,this.storeOptions.reservoir=this.
storeOptions.reservoirRefreshAmount,this.instance._drainAll(this.computeCapacity())),this.storeOptions.reservoirIncreaseInterval!=null&&U>=this.
_lastReservoirIncrease+this.storeOptions.reservoirIncreaseInterval&&({reservoirIncreaseAmount:w,reservoirIncreaseMaximum:N,reservoir:W}=this.
storeOptions,this._lastReservoirIncrease=U,P=N!=null?Math.min(w,N-W):w,P>0))return this.storeOptions.reservoir+=P,this.instance._drainAll(this.
computeCapacity())},this.heartbeatInterval)).unref=="function"?k.unref():void 0:clearInterval(this.heartbeat)}async __publish__(k){return await this.
yieldLoop(),this.instance.Events.trigger("message",k.toString())}async __disconnect__(k){return await this.yieldLoop(),clearInterval(this.heartbeat),
this.Promise.resolve()}yieldLoop(k=0){return new this.Promise(function(w,P){return setTimeout(w,k)})}computePenalty(){var k;return(k=this.storeOptions.
penalty)!=null?k:15*this.storeOptions.minTime||5e3}async __updateSettings__(k){return await this.yieldLoop(),D.overwrite(k,k,this.storeOptions),
this._startHeartbeat(),this.instance._drainAll(this.computeCapacity()),!0}async __running__(){return await this.yieldLoop(),this._running}async __queued__(){
return await this.yieldLoop(),this.instance.queued()}async __done__(){return await this.yieldLoop(),this._done}async __groupCheck__(k){return await this.
yieldLoop(),this._nextRequest+this.timeout<k}computeCapacity(){var k,w;return{maxConcurrent:k,reservoir:w}=this.storeOptions,k!=null&&w!=null?
Math.min(k-this._running,w):k!=null?k-this._running:w??null}conditionsCheck(k){var w;return w=this.computeCapacity(),w==null||k<=w}async __incrementReservoir__(k){
var w;return await this.yieldLoop(),w=this.storeOptions.reservoir+=k,this.instance._drainAll(this.computeCapacity()),w}async __currentReservoir__(){
return await this.yieldLoop(),this.storeOptions.reservoir}isBlocked(k){return this._unblockTime>=k}check(k,w){return this.conditionsCheck(k)&&
this._nextRequest-w<=0}async __check__(k){var w;return await this.yieldLoop(),w=Date.now(),this.check(k,w)}async __register__(k,w,P){var N,U;
return await this.yieldLoop(),N=Date.now(),this.conditionsCheck(w)?(this._running+=w,this.storeOptions.reservoir!=null&&(this.storeOptions.reservoir-=
w),U=Math.max(this._nextRequest-N,0),this._nextRequest=N+U+this.storeOptions.minTime,{success:!0,wait:U,reservoir:this.storeOptions.reservoir}):
{success:!1}}strategyIsBlock(){return this.storeOptions.strategy===3}async __submit__(k,w){var P,N,U;if(await this.yieldLoop(),this.storeOptions.
maxConcurrent!=null&&w>this.storeOptions.maxConcurrent)throw new z(`Impossible to add a job having a weight of ${w} to a limiter having a ma\
xConcurrent setting of ${this.storeOptions.maxConcurrent}`);return N=Date.now(),U=this.storeOptions.highWater!=null&&k===this.storeOptions.highWater&&
!this.check(w,N),P=this.strategyIsBlock()&&(U||this.isBlocked(N)),P&&(this._unblockTime=N+this.computePenalty(),this._nextRequest=this._unblockTime+
this.storeOptions.minTime,this.instance._dropAllQueued()),{reachedHWM:U,blocked:P,strategy:this.storeOptions.strategy}}async __free__(k,w){return await this.
yieldLoop(),this._running-=w,this._done+=w,this.instance._drainAll(this.computeCapacity()),{running:this._running}}};var $=X,x,B;x=T,B=class{static{
s(this,"States")}constructor(k){this.status=k,this._jobs={},this.counts=this.status.map(function(){return 0})}next(k){var w,P;if(w=this._jobs[k],
P=w+1,w!=null&&P<this.status.length)return this.counts[w]--,this.counts[P]++,this._jobs[k]++;if(w!=null)return this.counts[w]--,delete this.
_jobs[k]}start(k){var w;return w=0,this._jobs[k]=w,this.counts[w]++}remove(k){var w;return w=this._jobs[k],w!=null&&(this.counts[w]--,delete this.
_jobs[k]),w!=null}jobStatus(k){var w;return(w=this.status[this._jobs[k]])!=null?w:null}statusJobs(k){var w,P,N,U,W;if(k!=null){if(P=this.status.
indexOf(k),P<0)throw new x(`status must be one of ${this.status.join(", ")}`);N=this._jobs,U=[];for(w in N)W=N[w],W===P&&U.push(w);return U}else
return Object.keys(this._jobs)}statusCounts(){return this.counts.reduce(((k,w,P)=>(k[this.status[P]]=w,k)),{})}};var j=B,Q,q;Q=a,q=class{static{
s(this,"Sync")}constructor(k,w){this.schedule=this.schedule.bind(this),this.name=k,this.Promise=w,this._running=0,this._queue=new Q}isEmpty(){
return this._queue.length===0}async _tryToRun(){var k,w,P,N,U,W,H;if(this._running<1&&this._queue.length>0)return this._running++,{task:H,args:k,
resolve:U,reject:N}=this._queue.shift(),w=await(async function(){try{return W=await H(...k),function(){return U(W)}}catch(be){return P=be,function(){
return N(P)}}})(),this._running--,this._tryToRun(),w()}schedule(k,...w){var P,N,U;return U=N=null,P=new this.Promise(function(W,H){return U=
W,N=H}),this._queue.push({task:k,args:w,resolve:U,reject:N}),this._tryToRun(),P}};var ie=q,we="2.19.5",ye={version:we},_e=Object.freeze({version:we,
default:ye}),Be=s(()=>console.log("You must import the full version of Bottleneck in order to use this feature."),"require$$2"),ke=s(()=>console.
log("You must import the full version of Bottleneck in order to use this feature."),"require$$3"),lt=s(()=>console.log("You must import the \
full version of Bottleneck in order to use this feature."),"require$$4"),Lo,ci,Qn,Uo,At,$i;$i=n,Lo=u,Uo=Be,Qn=ke,At=lt,ci=(function(){class K{static{
s(this,"Group")}constructor(w={}){this.deleteKey=this.deleteKey.bind(this),this.limiterOptions=w,$i.load(this.limiterOptions,this.defaults,this),
this.Events=new Lo(this),this.instances={},this.Bottleneck=Vi,this._startAutoCleanup(),this.sharedConnection=this.connection!=null,this.connection==
null&&(this.limiterOptions.datastore==="redis"?this.connection=new Uo(Object.assign({},this.limiterOptions,{Events:this.Events})):this.limiterOptions.
datastore==="ioredis"&&(this.connection=new Qn(Object.assign({},this.limiterOptions,{Events:this.Events}))))}key(w=""){var P;return(P=this.instances[w])!=
null?P:(()=>{var N;return N=this.instances[w]=new this.Bottleneck(Object.assign(this.limiterOptions,{id:`${this.id}-${w}`,timeout:this.timeout,
connection:this.connection})),this.Events.trigger("created",N,w),N})()}async deleteKey(w=""){var P,N;return N=this.instances[w],this.connection&&
(P=await this.connection.__runCommand__(["del",...At.allKeys(`${this.id}-${w}`)])),N!=null&&(delete this.instances[w],await N.disconnect()),
N!=null||P>0}limiters(){var w,P,N,U;P=this.instances,N=[];for(w in P)U=P[w],N.push({key:w,limiter:U});return N}keys(){return Object.keys(this.
instances)}async clusterKeys(){var w,P,N,U,W,H,be,xe,Ye;if(this.connection==null)return this.Promise.resolve(this.keys());for(H=[],w=null,Ye=
`b_${this.id}-`.length,P=9;w!==0;)for([xe,N]=await this.connection.__runCommand__(["scan",w??0,"match",`b_${this.id}-*_settings`,"count",1e4]),
w=~~xe,U=0,be=N.length;U<be;U++)W=N[U],H.push(W.slice(Ye,-P));return H}_startAutoCleanup(){var w;return clearInterval(this.interval),typeof(w=
this.interval=setInterval(async()=>{var P,N,U,W,H,be;H=Date.now(),U=this.instances,W=[];for(N in U){be=U[N];try{await be._store.__groupCheck__(
H)?W.push(this.deleteKey(N)):W.push(void 0)}catch(xe){P=xe,W.push(be.Events.trigger("error",P))}}return W},this.timeout/2)).unref=="function"?
w.unref():void 0}updateSettings(w={}){if($i.overwrite(w,this.defaults,this),$i.overwrite(w,w,this.limiterOptions),w.timeout!=null)return this.
_startAutoCleanup()}disconnect(w=!0){var P;if(!this.sharedConnection)return(P=this.connection)!=null?P.disconnect(w):void 0}}return K.prototype.
defaults={timeout:1e3*60*5,connection:null,Promise,id:"group-key"},K}).call(t);var Xn=ci,es,wr,br;br=n,wr=u,es=(function(){class K{static{s(
this,"Batcher")}constructor(w={}){this.options=w,br.load(this.options,this.defaults,this),this.Events=new wr(this),this._arr=[],this._resetPromise(),
this._lastFlush=Date.now()}_resetPromise(){return this._promise=new this.Promise((w,P)=>this._resolve=w)}_flush(){return clearTimeout(this._timeout),
this._lastFlush=Date.now(),this._resolve(),this.Events.trigger("batch",this._arr),this._arr=[],this._resetPromise()}add(w){var P;return this.
_arr.push(w),P=this._promise,this._arr.length===this.maxSize?this._flush():this.maxTime!=null&&this._arr.length===1&&(this._timeout=setTimeout(
()=>this._flush(),this.maxTime)),P}}return K.prototype.defaults={maxTime:null,maxSize:null,Promise},K}).call(t);var ts=es,Du=s(()=>console.log(
"You must import the full version of Bottleneck in order to use this feature."),"require$$4$1"),Gu=e(_e),Mo,qo,rs,is,ns,ss,os,zi,as,Hi,Dt,Wt=[].
splice;ss=10,qo=5,Dt=n,os=d,is=L,ns=$,zi=Du,rs=u,as=j,Hi=ie,Mo=(function(){class K{static{s(this,"Bottleneck")}constructor(w={},...P){var N,
U;this._addToQueue=this._addToQueue.bind(this),this._validateOptions(w,P),Dt.load(w,this.instanceDefaults,this),this._queues=new os(ss),this.
_scheduled={},this._states=new as(["RECEIVED","QUEUED","RUNNING","EXECUTING"].concat(this.trackDoneStatus?["DONE"]:[])),this._limiter=null,this.
Events=new rs(this),this._submitLock=new Hi("submit",this.Promise),this._registerLock=new Hi("register",this.Promise),U=Dt.load(w,this.storeDefaults,
{}),this._store=(function(){if(this.datastore==="redis"||this.datastore==="ioredis"||this.connection!=null)return N=Dt.load(w,this.redisStoreDefaults,
{}),new zi(this,U,N);if(this.datastore==="local")return N=Dt.load(w,this.localStoreDefaults,{}),new ns(this,U,N);throw new K.prototype.BottleneckError(
`Invalid datastore type: ${this.datastore}`)}).call(this),this._queues.on("leftzero",()=>{var W;return(W=this._store.heartbeat)!=null&&typeof W.
ref=="function"?W.ref():void 0}),this._queues.on("zero",()=>{var W;return(W=this._store.heartbeat)!=null&&typeof W.unref=="function"?W.unref():
void 0})}_validateOptions(w,P){if(!(w!=null&&typeof w=="object"&&P.length===0))throw new K.prototype.BottleneckError("Bottleneck v2 takes a \
single object argument. Refer to https://github.com/SGrondin/bottleneck#upgrading-to-v2 if you're upgrading from Bottleneck v1.")}ready(){return this.
_store.ready}clients(){return this._store.clients}channel(){return`b_${this.id}`}channel_client(){return`b_${this.id}_${this._store.clientId}`}publish(w){
return this._store.__publish__(w)}disconnect(w=!0){return this._store.__disconnect__(w)}chain(w){return this._limiter=w,this}queued(w){return this.
_queues.queued(w)}clusterQueued(){return this._store.__queued__()}empty(){return this.queued()===0&&this._submitLock.isEmpty()}running(){return this.
_store.__running__()}done(){return this._store.__done__()}jobStatus(w){return this._states.jobStatus(w)}jobs(w){return this._states.statusJobs(
w)}counts(){return this._states.statusCounts()}_randomIndex(){return Math.random().toString(36).slice(2)}check(w=1){return this._store.__check__(
w)}_clearGlobalState(w){return this._scheduled[w]!=null?(clearTimeout(this._scheduled[w].expiration),delete this._scheduled[w],!0):!1}async _free(w,P,N,U){
var W,H;try{if({running:H}=await this._store.__free__(w,N.weight),this.Events.trigger("debug",`Freed ${N.id}`,U),H===0&&this.empty())return this.
Events.trigger("idle")}catch(be){return W=be,this.Events.trigger("error",W)}}_run(w,P,N){var U,W,H;return P.doRun(),U=this._clearGlobalState.
bind(this,w),H=this._run.bind(this,w,P),W=this._free.bind(this,w,P),this._scheduled[w]={timeout:setTimeout(()=>P.doExecute(this._limiter,U,H,
W),N),expiration:P.options.expiration!=null?setTimeout(function(){return P.doExpire(U,H,W)},N+P.options.expiration):void 0,job:P}}_drainOne(w){
return this._registerLock.schedule(()=>{var P,N,U,W,H;return this.queued()===0?this.Promise.resolve(null):(H=this._queues.getFirst(),{options:W,
args:P}=U=H.first(),w!=null&&W.weight>w?this.Promise.resolve(null):(this.Events.trigger("debug",`Draining ${W.id}`,{args:P,options:W}),N=this.
_randomIndex(),this._store.__register__(N,W.weight,W.expiration).then(({success:be,wait:xe,reservoir:Ye})=>{var Yt;return this.Events.trigger(
"debug",`Drained ${W.id}`,{success:be,args:P,options:W}),be?(H.shift(),Yt=this.empty(),Yt&&this.Events.trigger("empty"),Ye===0&&this.Events.
trigger("depleted",Yt),this._run(N,U,xe),this.Promise.resolve(W.weight)):this.Promise.resolve(null)})))})}_drainAll(w,P=0){return this._drainOne(
w).then(N=>{var U;return N!=null?(U=w!=null?w-N:w,this._drainAll(U,P+N)):this.Promise.resolve(P)}).catch(N=>this.Events.trigger("error",N))}_dropAllQueued(w){
return this._queues.shiftAll(function(P){return P.doDrop({message:w})})}stop(w={}){var P,N;return w=Dt.load(w,this.stopDefaults),N=s(U=>{var W;
return W=s(()=>{var H;return H=this._states.counts,H[0]+H[1]+H[2]+H[3]===U},"finished"),new this.Promise((H,be)=>W()?H():this.on("done",()=>{
if(W())return this.removeAllListeners("done"),H()}))},"waitForExecuting"),P=w.dropWaitingJobs?(this._run=function(U,W){return W.doDrop({message:w.
dropErrorMessage})},this._drainOne=()=>this.Promise.resolve(null),this._registerLock.schedule(()=>this._submitLock.schedule(()=>{var U,W,H;W=
this._scheduled;for(U in W)H=W[U],this.jobStatus(H.job.options.id)==="RUNNING"&&(clearTimeout(H.timeout),clearTimeout(H.expiration),H.job.doDrop(
{message:w.dropErrorMessage}));return this._dropAllQueued(w.dropErrorMessage),N(0)}))):this.schedule({priority:ss-1,weight:0},()=>N(1)),this.
_receive=function(U){return U._reject(new K.prototype.BottleneckError(w.enqueueErrorMessage))},this.stop=()=>this.Promise.reject(new K.prototype.
BottleneckError("stop() has already been called")),P}async _addToQueue(w){var P,N,U,W,H,be,xe;({args:P,options:W}=w);try{({reachedHWM:H,blocked:N,
strategy:xe}=await this._store.__submit__(this.queued(),W.weight))}catch(Ye){return U=Ye,this.Events.trigger("debug",`Could not queue ${W.id}`,
{args:P,options:W,error:U}),w.doDrop({error:U}),!1}return N?(w.doDrop(),!0):H&&(be=xe===K.prototype.strategy.LEAK?this._queues.shiftLastFrom(
W.priority):xe===K.prototype.strategy.OVERFLOW_PRIORITY?this._queues.shiftLastFrom(W.priority+1):xe===K.prototype.strategy.OVERFLOW?w:void 0,
be?.doDrop(),be==null||xe===K.prototype.strategy.OVERFLOW)?(be==null&&w.doDrop(),H):(w.doQueue(H,N),this._queues.push(w),await this._drainAll(),
H)}_receive(w){return this._states.jobStatus(w.options.id)!=null?(w._reject(new K.prototype.BottleneckError(`A job with the same id already \
exists (id=${w.options.id})`)),!1):(w.doReceive(),this._submitLock.schedule(this._addToQueue,w))}submit(...w){var P,N,U,W,H,be,xe;return typeof w[0]==
"function"?(H=w,[N,...w]=H,[P]=Wt.call(w,-1),W=Dt.load({},this.jobDefaults)):(be=w,[W,N,...w]=be,[P]=Wt.call(w,-1),W=Dt.load(W,this.jobDefaults)),
xe=s((...Ye)=>new this.Promise(function(Yt,Fu){return N(...Ye,function(...fi){return(fi[0]!=null?Fu:Yt)(fi)})}),"task"),U=new is(xe,w,W,this.
jobDefaults,this.rejectOnDrop,this.Events,this._states,this.Promise),U.promise.then(function(Ye){return typeof P=="function"?P(...Ye):void 0}).
catch(function(Ye){return Array.isArray(Ye)?typeof P=="function"?P(...Ye):void 0:typeof P=="function"?P(Ye):void 0}),this._receive(U)}schedule(...w){
var P,N,U;return typeof w[0]=="function"?([U,...w]=w,N={}):[N,U,...w]=w,P=new is(U,w,N,this.jobDefaults,this.rejectOnDrop,this.Events,this._states,
this.Promise),this._receive(P),P.promise}wrap(w){var P,N;return P=this.schedule.bind(this),N=s(function(...U){return P(w.bind(this),...U)},"\
wrapped"),N.withOptions=function(U,...W){return P(U,w,...W)},N}async updateSettings(w={}){return await this._store.__updateSettings__(Dt.overwrite(
w,this.storeDefaults)),Dt.overwrite(w,this.instanceDefaults,this),this}currentReservoir(){return this._store.__currentReservoir__()}incrementReservoir(w=0){
return this._store.__incrementReservoir__(w)}}return K.default=K,K.Events=rs,K.version=K.prototype.version=Gu.version,K.strategy=K.prototype.
strategy={LEAK:1,OVERFLOW:2,OVERFLOW_PRIORITY:4,BLOCK:3},K.BottleneckError=K.prototype.BottleneckError=T,K.Group=K.prototype.Group=Xn,K.RedisConnection=
K.prototype.RedisConnection=Be,K.IORedisConnection=K.prototype.IORedisConnection=ke,K.Batcher=K.prototype.Batcher=ts,K.prototype.jobDefaults=
{priority:qo,weight:1,expiration:null,id:"<no-id>"},K.prototype.storeDefaults={maxConcurrent:null,minTime:0,highWater:null,strategy:K.prototype.
strategy.LEAK,penalty:null,reservoir:null,reservoirRefreshInterval:null,reservoirRefreshAmount:null,reservoirIncreaseInterval:null,reservoirIncreaseAmount:null,
reservoirIncreaseMaximum:null},K.prototype.localStoreDefaults={Promise,timeout:null,heartbeatInterval:250},K.prototype.redisStoreDefaults={Promise,
timeout:null,heartbeatInterval:5e3,clientTimeout:1e4,Redis:null,clientOptions:{},clusterNodes:null,clearDatastore:!1,connection:null},K.prototype.
instanceDefaults={datastore:"local",connection:null,id:"<no-id>",rejectOnDrop:!0,trackDoneStatus:!1,Promise},K.prototype.stopDefaults={enqueueErrorMessage:"\
This limiter has been stopped and cannot accept new jobs.",dropWaitingJobs:!0,dropErrorMessage:"This limiter has been stopped."},K}).call(t);
var Vi=Mo,Bo=Vi;return Bo}))});import{readdirSync as M$}from"node:fs";import{join as q$}from"node:path";import IO from"os";function ps(){return 8*1024*1024}s(ps,"getUploadChunkSize");function la(){let t=process.env.ACTIONS_RUNTIME_TOKEN;if(!t)throw new Error("Una\
ble to get the ACTIONS_RUNTIME_TOKEN env variable");return t}s(la,"getRuntimeToken");function Ig(){let t=process.env.ACTIONS_RESULTS_URL;if(!t)
throw new Error("Unable to get the ACTIONS_RESULTS_URL env variable");return new URL(t).origin}s(Ig,"getResultsServiceUrl");function Zi(){let e=new URL(
process.env.GITHUB_SERVER_URL||"https://github.com").hostname.trimEnd().toUpperCase(),r=e==="GITHUB.COM",i=e.endsWith(".GHE.COM"),n=e.endsWith(
".LOCALHOST");return!r&&!i&&!n}s(Zi,"isGhes");function Dg(){let t=process.env.GITHUB_WORKSPACE;if(!t)throw new Error("Unable to get the GITH\
UB_WORKSPACE env variable");return t}s(Dg,"getGitHubWorkspaceDir");function Gg(){let t=IO.cpus().length,e=32;if(t>4){let i=16*t;e=i>300?300:
i}let r=process.env.ACTIONS_ARTIFACT_UPLOAD_CONCURRENCY;if(r){let i=parseInt(r);if(isNaN(i)||i<1)throw new Error("Invalid value set for ACTI\
ONS_ARTIFACT_UPLOAD_CONCURRENCY env variable");return i<e?(ue("Set concurrency based on the value set in ACTIONS_ARTIFACT_UPLOAD_CONCURRENCY\
."),i):(ue(`ACTIONS_ARTIFACT_UPLOAD_CONCURRENCY is higher than the cap of ${e} based on the number of cpus. Set it to the maximum value allo\
wed.`),e)}return 5}s(Gg,"getConcurrency");function Fg(){let t=process.env.ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS;if(!t)return 3e5;let e=parseInt(
t);if(isNaN(e))throw new Error("Invalid value set for ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS env variable");return e}s(Fg,"getUploadChunkTimeout");
function Cg(){let t=process.env.ACTIONS_ARTIFACT_MAX_ARTIFACT_COUNT||"1000",e=parseInt(t);if(isNaN(e)||e<1)throw new Error("Invalid value se\
t for ACTIONS_ARTIFACT_MAX_ARTIFACT_COUNT env variable");return e}s(Cg,"getMaxArtifactListCount");var ju=Pe(He(),1),Wu=Pe(He(),1),Ng=Pe(He(),1),Lg=Pe(He(),1),Ug=Pe(He(),1),Qi=Pe(He(),1),Mg=Pe(He(),1);var $u=class extends Mg.MessageType{static{s(this,"Timestamp$Type")}constructor(){super("google.protobuf.Timestamp",[{no:1,name:"seconds",kind:"\
scalar",T:3},{no:2,name:"nanos",kind:"scalar",T:5}])}now(){let e=this.create(),r=Date.now();return e.seconds=Qi.PbLong.from(Math.floor(r/1e3)).
toString(),e.nanos=r%1e3*1e6,e}toDate(e){return new Date(Qi.PbLong.from(e.seconds).toNumber()*1e3+Math.ceil(e.nanos/1e6))}fromDate(e){let r=this.
create(),i=e.getTime();return r.seconds=Qi.PbLong.from(Math.floor(i/1e3)).toString(),r.nanos=i%1e3*1e6,r}internalJsonWrite(e,r){let i=Qi.PbLong.
from(e.seconds).toNumber()*1e3;if(i<Date.parse("0001-01-01T00:00:00Z")||i>Date.parse("9999-12-31T23:59:59Z"))throw new Error("Unable to enco\
de Timestamp to JSON. Must be from 0001-01-01T00:00:00Z to 9999-12-31T23:59:59Z inclusive.");if(e.nanos<0)throw new Error("Unable to encode \
invalid Timestamp to JSON. Nanos must not be negative.");let n="Z";if(e.nanos>0){let o=(e.nanos+1e9).toString().substring(1);o.substring(3)===
"000000"?n="."+o.substring(0,3)+"Z":o.substring(6)==="000"?n="."+o.substring(0,6)+"Z":n="."+o+"Z"}return new Date(i).toISOString().replace("\
.000Z",n)}internalJsonRead(e,r,i){if(typeof e!="string")throw new Error("Unable to parse Timestamp from JSON "+(0,Ug.typeofJsonValue)(e)+".");
let n=e.match(/^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:Z|\.([0-9]{3,9})Z|([+-][0-9][0-9]:[0-9][0-9]))$/);if(!n)
throw new Error("Unable to parse Timestamp from JSON. Invalid format.");let o=Date.parse(n[1]+"-"+n[2]+"-"+n[3]+"T"+n[4]+":"+n[5]+":"+n[6]+(n[8]?
n[8]:"Z"));if(Number.isNaN(o))throw new Error("Unable to parse Timestamp from JSON. Invalid value.");if(o<Date.parse("0001-01-01T00:00:00Z")||
o>Date.parse("9999-12-31T23:59:59Z"))throw new globalThis.Error("Unable to parse Timestamp from JSON. Must be from 0001-01-01T00:00:00Z to 9\
999-12-31T23:59:59Z inclusive.");return i||(i=this.create()),i.seconds=Qi.PbLong.from(o/1e3).toString(),i.nanos=0,n[7]&&(i.nanos=parseInt("1"+
n[7]+"0".repeat(9-n[7].length))-1e9),i}create(e){let r={seconds:"0",nanos:0};return globalThis.Object.defineProperty(r,Lg.MESSAGE_TYPE,{enumerable:!1,
value:this}),e!==void 0&&(0,Ng.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){
let[l,u]=e.tag();switch(l){case 1:o.seconds=e.int64().toString();break;case 2:o.nanos=e.int32();break;default:let c=i.readUnknownField;if(c===
"throw")throw new globalThis.Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Wu.UnknownFieldHandler.
onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){e.seconds!=="0"&&r.tag(1,ju.WireType.Varint).int64(e.seconds),e.nanos!==
0&&r.tag(2,ju.WireType.Varint).int32(e.nanos);let n=i.writeUnknownFields;return n!==!1&&(n==!0?Wu.UnknownFieldHandler.onWrite:n)(this.typeName,
e,r),r}},ut=new $u;var gs=Pe(He(),1),ec=Pe(He(),1),Zt=Pe(He(),1),Ve=Pe(He(),1),Qt=Pe(He(),1),Xt=Pe(He(),1),er=Pe(He(),1);var zu=class extends er.MessageType{static{s(this,"DoubleValue$Type")}constructor(){super("google.protobuf.DoubleValue",[{no:1,name:"value",
kind:"scalar",T:1}])}internalJsonWrite(e,r){return this.refJsonWriter.scalar(2,e.value,"value",!1,!0)}internalJsonRead(e,r,i){return i||(i=this.
create()),i.value=this.refJsonReader.scalar(e,1,void 0,"value"),i}create(e){let r={value:0};return globalThis.Object.defineProperty(r,Xt.MESSAGE_TYPE,
{enumerable:!1,value:this}),e!==void 0&&(0,Qt.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+
r;for(;e.pos<a;){let[l,u]=e.tag();switch(l){case 1:o.value=e.double();break;default:let c=i.readUnknownField;if(c==="throw")throw new globalThis.
Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Ve.UnknownFieldHandler.onRead:c)(this.typeName,
o,l,u,f)}}return o}internalBinaryWrite(e,r,i){e.value!==0&&r.tag(1,Zt.WireType.Bit64).double(e.value);let n=i.writeUnknownFields;return n!==
!1&&(n==!0?Ve.UnknownFieldHandler.onWrite:n)(this.typeName,e,r),r}},Y$=new zu,Hu=class extends er.MessageType{static{s(this,"FloatValue$Type")}constructor(){
super("google.protobuf.FloatValue",[{no:1,name:"value",kind:"scalar",T:2}])}internalJsonWrite(e,r){return this.refJsonWriter.scalar(1,e.value,
"value",!1,!0)}internalJsonRead(e,r,i){return i||(i=this.create()),i.value=this.refJsonReader.scalar(e,1,void 0,"value"),i}create(e){let r={
value:0};return globalThis.Object.defineProperty(r,Xt.MESSAGE_TYPE,{enumerable:!1,value:this}),e!==void 0&&(0,Qt.reflectionMergePartial)(this,
r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){let[l,u]=e.tag();switch(l){case 1:o.value=e.float();break;default:
let c=i.readUnknownField;if(c==="throw")throw new globalThis.Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(
u);c!==!1&&(c===!0?Ve.UnknownFieldHandler.onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){e.value!==0&&r.tag(1,Zt.WireType.
Bit32).float(e.value);let n=i.writeUnknownFields;return n!==!1&&(n==!0?Ve.UnknownFieldHandler.onWrite:n)(this.typeName,e,r),r}},Z$=new Hu,Vu=class extends er.MessageType{static{
s(this,"Int64Value$Type")}constructor(){super("google.protobuf.Int64Value",[{no:1,name:"value",kind:"scalar",T:3}])}internalJsonWrite(e,r){return this.
refJsonWriter.scalar(gs.ScalarType.INT64,e.value,"value",!1,!0)}internalJsonRead(e,r,i){return i||(i=this.create()),i.value=this.refJsonReader.
scalar(e,gs.ScalarType.INT64,ec.LongType.STRING,"value"),i}create(e){let r={value:"0"};return globalThis.Object.defineProperty(r,Xt.MESSAGE_TYPE,
{enumerable:!1,value:this}),e!==void 0&&(0,Qt.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+
r;for(;e.pos<a;){let[l,u]=e.tag();switch(l){case 1:o.value=e.int64().toString();break;default:let c=i.readUnknownField;if(c==="throw")throw new globalThis.
Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Ve.UnknownFieldHandler.onRead:c)(this.typeName,
o,l,u,f)}}return o}internalBinaryWrite(e,r,i){e.value!=="0"&&r.tag(1,Zt.WireType.Varint).int64(e.value);let n=i.writeUnknownFields;return n!==
!1&&(n==!0?Ve.UnknownFieldHandler.onWrite:n)(this.typeName,e,r),r}},Xi=new Vu,Ju=class extends er.MessageType{static{s(this,"UInt64Value$Typ\
e")}constructor(){super("google.protobuf.UInt64Value",[{no:1,name:"value",kind:"scalar",T:4}])}internalJsonWrite(e,r){return this.refJsonWriter.
scalar(gs.ScalarType.UINT64,e.value,"value",!1,!0)}internalJsonRead(e,r,i){return i||(i=this.create()),i.value=this.refJsonReader.scalar(e,gs.ScalarType.
UINT64,ec.LongType.STRING,"value"),i}create(e){let r={value:"0"};return globalThis.Object.defineProperty(r,Xt.MESSAGE_TYPE,{enumerable:!1,value:this}),
e!==void 0&&(0,Qt.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){let[l,u]=e.
tag();switch(l){case 1:o.value=e.uint64().toString();break;default:let c=i.readUnknownField;if(c==="throw")throw new globalThis.Error(`Unkno\
wn field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Ve.UnknownFieldHandler.onRead:c)(this.typeName,o,l,u,f)}}
return o}internalBinaryWrite(e,r,i){e.value!=="0"&&r.tag(1,Zt.WireType.Varint).uint64(e.value);let n=i.writeUnknownFields;return n!==!1&&(n==
!0?Ve.UnknownFieldHandler.onWrite:n)(this.typeName,e,r),r}},Q$=new Ju,Ku=class extends er.MessageType{static{s(this,"Int32Value$Type")}constructor(){
super("google.protobuf.Int32Value",[{no:1,name:"value",kind:"scalar",T:5}])}internalJsonWrite(e,r){return this.refJsonWriter.scalar(5,e.value,
"value",!1,!0)}internalJsonRead(e,r,i){return i||(i=this.create()),i.value=this.refJsonReader.scalar(e,5,void 0,"value"),i}create(e){let r={
value:0};return globalThis.Object.defineProperty(r,Xt.MESSAGE_TYPE,{enumerable:!1,value:this}),e!==void 0&&(0,Qt.reflectionMergePartial)(this,
r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){let[l,u]=e.tag();switch(l){case 1:o.value=e.int32();break;default:
let c=i.readUnknownField;if(c==="throw")throw new globalThis.Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(
u);c!==!1&&(c===!0?Ve.UnknownFieldHandler.onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){e.value!==0&&r.tag(1,Zt.WireType.
Varint).int32(e.value);let n=i.writeUnknownFields;return n!==!1&&(n==!0?Ve.UnknownFieldHandler.onWrite:n)(this.typeName,e,r),r}},X$=new Ku,Yu=class extends er.MessageType{static{
s(this,"UInt32Value$Type")}constructor(){super("google.protobuf.UInt32Value",[{no:1,name:"value",kind:"scalar",T:13}])}internalJsonWrite(e,r){
return this.refJsonWriter.scalar(13,e.value,"value",!1,!0)}internalJsonRead(e,r,i){return i||(i=this.create()),i.value=this.refJsonReader.scalar(
e,13,void 0,"value"),i}create(e){let r={value:0};return globalThis.Object.defineProperty(r,Xt.MESSAGE_TYPE,{enumerable:!1,value:this}),e!==void 0&&
(0,Qt.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){let[l,u]=e.tag();switch(l){case 1:
o.value=e.uint32();break;default:let c=i.readUnknownField;if(c==="throw")throw new globalThis.Error(`Unknown field ${l} (wire type ${u}) for\
 ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Ve.UnknownFieldHandler.onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){
e.value!==0&&r.tag(1,Zt.WireType.Varint).uint32(e.value);let n=i.writeUnknownFields;return n!==!1&&(n==!0?Ve.UnknownFieldHandler.onWrite:n)(
this.typeName,e,r),r}},e6=new Yu,Zu=class extends er.MessageType{static{s(this,"BoolValue$Type")}constructor(){super("google.protobuf.BoolVa\
lue",[{no:1,name:"value",kind:"scalar",T:8}])}internalJsonWrite(e,r){return e.value}internalJsonRead(e,r,i){return i||(i=this.create()),i.value=
this.refJsonReader.scalar(e,8,void 0,"value"),i}create(e){let r={value:!1};return globalThis.Object.defineProperty(r,Xt.MESSAGE_TYPE,{enumerable:!1,
value:this}),e!==void 0&&(0,Qt.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){
let[l,u]=e.tag();switch(l){case 1:o.value=e.bool();break;default:let c=i.readUnknownField;if(c==="throw")throw new globalThis.Error(`Unknown\
 field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Ve.UnknownFieldHandler.onRead:c)(this.typeName,o,l,u,f)}}
return o}internalBinaryWrite(e,r,i){e.value!==!1&&r.tag(1,Zt.WireType.Varint).bool(e.value);let n=i.writeUnknownFields;return n!==!1&&(n==!0?
Ve.UnknownFieldHandler.onWrite:n)(this.typeName,e,r),r}},t6=new Zu,Qu=class extends er.MessageType{static{s(this,"StringValue$Type")}constructor(){
super("google.protobuf.StringValue",[{no:1,name:"value",kind:"scalar",T:9}])}internalJsonWrite(e,r){return e.value}internalJsonRead(e,r,i){return i||
(i=this.create()),i.value=this.refJsonReader.scalar(e,9,void 0,"value"),i}create(e){let r={value:""};return globalThis.Object.defineProperty(
r,Xt.MESSAGE_TYPE,{enumerable:!1,value:this}),e!==void 0&&(0,Qt.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.
create(),a=e.pos+r;for(;e.pos<a;){let[l,u]=e.tag();switch(l){case 1:o.value=e.string();break;default:let c=i.readUnknownField;if(c==="throw")
throw new globalThis.Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Ve.UnknownFieldHandler.
onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){e.value!==""&&r.tag(1,Zt.WireType.LengthDelimited).string(e.value);let n=i.
writeUnknownFields;return n!==!1&&(n==!0?Ve.UnknownFieldHandler.onWrite:n)(this.typeName,e,r),r}},ct=new Qu,Xu=class extends er.MessageType{static{
s(this,"BytesValue$Type")}constructor(){super("google.protobuf.BytesValue",[{no:1,name:"value",kind:"scalar",T:12}])}internalJsonWrite(e,r){
return this.refJsonWriter.scalar(12,e.value,"value",!1,!0)}internalJsonRead(e,r,i){return i||(i=this.create()),i.value=this.refJsonReader.scalar(
e,12,void 0,"value"),i}create(e){let r={value:new Uint8Array(0)};return globalThis.Object.defineProperty(r,Xt.MESSAGE_TYPE,{enumerable:!1,value:this}),
e!==void 0&&(0,Qt.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){let[l,u]=e.
tag();switch(l){case 1:o.value=e.bytes();break;default:let c=i.readUnknownField;if(c==="throw")throw new globalThis.Error(`Unknown field ${l}\
 (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Ve.UnknownFieldHandler.onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){
e.value.length&&r.tag(1,Zt.WireType.LengthDelimited).bytes(e.value);let n=i.writeUnknownFields;return n!==!1&&(n==!0?Ve.UnknownFieldHandler.
onWrite:n)(this.typeName,e,r),r}},r6=new Xu;var qg=Pe(PO(),1),ne=Pe(He(),1),Se=Pe(He(),1),ft=Pe(He(),1),ht=Pe(He(),1),dt=Pe(He(),1);var rc=class extends dt.MessageType{static{s(this,"MigrateArtifactRequest$Type")}constructor(){super("github.actions.results.api.v1.MigrateA\
rtifactRequest",[{no:1,name:"workflow_run_backend_id",kind:"scalar",T:9},{no:2,name:"name",kind:"scalar",T:9},{no:3,name:"expires_at",kind:"\
message",T:s(()=>ut,"T")}])}create(e){let r={workflowRunBackendId:"",name:""};return globalThis.Object.defineProperty(r,ht.MESSAGE_TYPE,{enumerable:!1,
value:this}),e!==void 0&&(0,ft.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){
let[l,u]=e.tag();switch(l){case 1:o.workflowRunBackendId=e.string();break;case 2:o.name=e.string();break;case 3:o.expiresAt=ut.internalBinaryRead(
e,e.uint32(),i,o.expiresAt);break;default:let c=i.readUnknownField;if(c==="throw")throw new globalThis.Error(`Unknown field ${l} (wire type ${u}\
) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Se.UnknownFieldHandler.onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){
e.workflowRunBackendId!==""&&r.tag(1,ne.WireType.LengthDelimited).string(e.workflowRunBackendId),e.name!==""&&r.tag(2,ne.WireType.LengthDelimited).
string(e.name),e.expiresAt&&ut.internalBinaryWrite(e.expiresAt,r.tag(3,ne.WireType.LengthDelimited).fork(),i).join();let n=i.writeUnknownFields;
return n!==!1&&(n==!0?Se.UnknownFieldHandler.onWrite:n)(this.typeName,e,r),r}},DO=new rc,ic=class extends dt.MessageType{static{s(this,"Migr\
ateArtifactResponse$Type")}constructor(){super("github.actions.results.api.v1.MigrateArtifactResponse",[{no:1,name:"ok",kind:"scalar",T:8},{
no:2,name:"signed_upload_url",kind:"scalar",T:9}])}create(e){let r={ok:!1,signedUploadUrl:""};return globalThis.Object.defineProperty(r,ht.MESSAGE_TYPE,
{enumerable:!1,value:this}),e!==void 0&&(0,ft.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+
r;for(;e.pos<a;){let[l,u]=e.tag();switch(l){case 1:o.ok=e.bool();break;case 2:o.signedUploadUrl=e.string();break;default:let c=i.readUnknownField;
if(c==="throw")throw new globalThis.Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Se.UnknownFieldHandler.
onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){e.ok!==!1&&r.tag(1,ne.WireType.Varint).bool(e.ok),e.signedUploadUrl!==
""&&r.tag(2,ne.WireType.LengthDelimited).string(e.signedUploadUrl);let n=i.writeUnknownFields;return n!==!1&&(n==!0?Se.UnknownFieldHandler.onWrite:
n)(this.typeName,e,r),r}},GO=new ic,nc=class extends dt.MessageType{static{s(this,"FinalizeMigratedArtifactRequest$Type")}constructor(){super(
"github.actions.results.api.v1.FinalizeMigratedArtifactRequest",[{no:1,name:"workflow_run_backend_id",kind:"scalar",T:9},{no:2,name:"name",kind:"\
scalar",T:9},{no:3,name:"size",kind:"scalar",T:3}])}create(e){let r={workflowRunBackendId:"",name:"",size:"0"};return globalThis.Object.defineProperty(
r,ht.MESSAGE_TYPE,{enumerable:!1,value:this}),e!==void 0&&(0,ft.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.
create(),a=e.pos+r;for(;e.pos<a;){let[l,u]=e.tag();switch(l){case 1:o.workflowRunBackendId=e.string();break;case 2:o.name=e.string();break;case 3:
o.size=e.int64().toString();break;default:let c=i.readUnknownField;if(c==="throw")throw new globalThis.Error(`Unknown field ${l} (wire type ${u}\
) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Se.UnknownFieldHandler.onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){
e.workflowRunBackendId!==""&&r.tag(1,ne.WireType.LengthDelimited).string(e.workflowRunBackendId),e.name!==""&&r.tag(2,ne.WireType.LengthDelimited).
string(e.name),e.size!=="0"&&r.tag(3,ne.WireType.Varint).int64(e.size);let n=i.writeUnknownFields;return n!==!1&&(n==!0?Se.UnknownFieldHandler.
onWrite:n)(this.typeName,e,r),r}},FO=new nc,sc=class extends dt.MessageType{static{s(this,"FinalizeMigratedArtifactResponse$Type")}constructor(){
super("github.actions.results.api.v1.FinalizeMigratedArtifactResponse",[{no:1,name:"ok",kind:"scalar",T:8},{no:2,name:"artifact_id",kind:"sc\
alar",T:3}])}create(e){let r={ok:!1,artifactId:"0"};return globalThis.Object.defineProperty(r,ht.MESSAGE_TYPE,{enumerable:!1,value:this}),e!==
void 0&&(0,ft.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){let[l,u]=e.tag();
switch(l){case 1:o.ok=e.bool();break;case 2:o.artifactId=e.int64().toString();break;default:let c=i.readUnknownField;if(c==="throw")throw new globalThis.
Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Se.UnknownFieldHandler.onRead:c)(this.typeName,
o,l,u,f)}}return o}internalBinaryWrite(e,r,i){e.ok!==!1&&r.tag(1,ne.WireType.Varint).bool(e.ok),e.artifactId!=="0"&&r.tag(2,ne.WireType.Varint).
int64(e.artifactId);let n=i.writeUnknownFields;return n!==!1&&(n==!0?Se.UnknownFieldHandler.onWrite:n)(this.typeName,e,r),r}},CO=new sc,oc=class extends dt.MessageType{static{
s(this,"CreateArtifactRequest$Type")}constructor(){super("github.actions.results.api.v1.CreateArtifactRequest",[{no:1,name:"workflow_run_bac\
kend_id",kind:"scalar",T:9},{no:2,name:"workflow_job_run_backend_id",kind:"scalar",T:9},{no:3,name:"name",kind:"scalar",T:9},{no:4,name:"exp\
ires_at",kind:"message",T:s(()=>ut,"T")},{no:5,name:"version",kind:"scalar",T:5}])}create(e){let r={workflowRunBackendId:"",workflowJobRunBackendId:"",
name:"",version:0};return globalThis.Object.defineProperty(r,ht.MESSAGE_TYPE,{enumerable:!1,value:this}),e!==void 0&&(0,ft.reflectionMergePartial)(
this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){let[l,u]=e.tag();switch(l){case 1:o.workflowRunBackendId=
e.string();break;case 2:o.workflowJobRunBackendId=e.string();break;case 3:o.name=e.string();break;case 4:o.expiresAt=ut.internalBinaryRead(e,
e.uint32(),i,o.expiresAt);break;case 5:o.version=e.int32();break;default:let c=i.readUnknownField;if(c==="throw")throw new globalThis.Error(
`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Se.UnknownFieldHandler.onRead:c)(this.typeName,o,
l,u,f)}}return o}internalBinaryWrite(e,r,i){e.workflowRunBackendId!==""&&r.tag(1,ne.WireType.LengthDelimited).string(e.workflowRunBackendId),
e.workflowJobRunBackendId!==""&&r.tag(2,ne.WireType.LengthDelimited).string(e.workflowJobRunBackendId),e.name!==""&&r.tag(3,ne.WireType.LengthDelimited).
string(e.name),e.expiresAt&&ut.internalBinaryWrite(e.expiresAt,r.tag(4,ne.WireType.LengthDelimited).fork(),i).join(),e.version!==0&&r.tag(5,
ne.WireType.Varint).int32(e.version);let n=i.writeUnknownFields;return n!==!1&&(n==!0?Se.UnknownFieldHandler.onWrite:n)(this.typeName,e,r),r}},
yc=new oc,ac=class extends dt.MessageType{static{s(this,"CreateArtifactResponse$Type")}constructor(){super("github.actions.results.api.v1.Cr\
eateArtifactResponse",[{no:1,name:"ok",kind:"scalar",T:8},{no:2,name:"signed_upload_url",kind:"scalar",T:9}])}create(e){let r={ok:!1,signedUploadUrl:""};
return globalThis.Object.defineProperty(r,ht.MESSAGE_TYPE,{enumerable:!1,value:this}),e!==void 0&&(0,ft.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){
let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){let[l,u]=e.tag();switch(l){case 1:o.ok=e.bool();break;case 2:o.signedUploadUrl=e.string();break;default:
let c=i.readUnknownField;if(c==="throw")throw new globalThis.Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(
u);c!==!1&&(c===!0?Se.UnknownFieldHandler.onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){e.ok!==!1&&r.tag(1,ne.WireType.
Varint).bool(e.ok),e.signedUploadUrl!==""&&r.tag(2,ne.WireType.LengthDelimited).string(e.signedUploadUrl);let n=i.writeUnknownFields;return n!==
!1&&(n==!0?Se.UnknownFieldHandler.onWrite:n)(this.typeName,e,r),r}},_c=new ac,lc=class extends dt.MessageType{static{s(this,"FinalizeArtifac\
tRequest$Type")}constructor(){super("github.actions.results.api.v1.FinalizeArtifactRequest",[{no:1,name:"workflow_run_backend_id",kind:"scal\
ar",T:9},{no:2,name:"workflow_job_run_backend_id",kind:"scalar",T:9},{no:3,name:"name",kind:"scalar",T:9},{no:4,name:"size",kind:"scalar",T:3},
{no:5,name:"hash",kind:"message",T:s(()=>ct,"T")}])}create(e){let r={workflowRunBackendId:"",workflowJobRunBackendId:"",name:"",size:"0"};return globalThis.
Object.defineProperty(r,ht.MESSAGE_TYPE,{enumerable:!1,value:this}),e!==void 0&&(0,ft.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){
let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){let[l,u]=e.tag();switch(l){case 1:o.workflowRunBackendId=e.string();break;case 2:o.workflowJobRunBackendId=
e.string();break;case 3:o.name=e.string();break;case 4:o.size=e.int64().toString();break;case 5:o.hash=ct.internalBinaryRead(e,e.uint32(),i,
o.hash);break;default:let c=i.readUnknownField;if(c==="throw")throw new globalThis.Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);
let f=e.skip(u);c!==!1&&(c===!0?Se.UnknownFieldHandler.onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){e.workflowRunBackendId!==
""&&r.tag(1,ne.WireType.LengthDelimited).string(e.workflowRunBackendId),e.workflowJobRunBackendId!==""&&r.tag(2,ne.WireType.LengthDelimited).
string(e.workflowJobRunBackendId),e.name!==""&&r.tag(3,ne.WireType.LengthDelimited).string(e.name),e.size!=="0"&&r.tag(4,ne.WireType.Varint).
int64(e.size),e.hash&&ct.internalBinaryWrite(e.hash,r.tag(5,ne.WireType.LengthDelimited).fork(),i).join();let n=i.writeUnknownFields;return n!==
!1&&(n==!0?Se.UnknownFieldHandler.onWrite:n)(this.typeName,e,r),r}},wc=new lc,uc=class extends dt.MessageType{static{s(this,"FinalizeArtifac\
tResponse$Type")}constructor(){super("github.actions.results.api.v1.FinalizeArtifactResponse",[{no:1,name:"ok",kind:"scalar",T:8},{no:2,name:"\
artifact_id",kind:"scalar",T:3}])}create(e){let r={ok:!1,artifactId:"0"};return globalThis.Object.defineProperty(r,ht.MESSAGE_TYPE,{enumerable:!1,
value:this}),e!==void 0&&(0,ft.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){
let[l,u]=e.tag();switch(l){case 1:o.ok=e.bool();break;case 2:o.artifactId=e.int64().toString();break;default:let c=i.readUnknownField;if(c===
"throw")throw new globalThis.Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Se.UnknownFieldHandler.
onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){e.ok!==!1&&r.tag(1,ne.WireType.Varint).bool(e.ok),e.artifactId!=="0"&&
r.tag(2,ne.WireType.Varint).int64(e.artifactId);let n=i.writeUnknownFields;return n!==!1&&(n==!0?Se.UnknownFieldHandler.onWrite:n)(this.typeName,
e,r),r}},bc=new uc,cc=class extends dt.MessageType{static{s(this,"ListArtifactsRequest$Type")}constructor(){super("github.actions.results.ap\
i.v1.ListArtifactsRequest",[{no:1,name:"workflow_run_backend_id",kind:"scalar",T:9},{no:2,name:"workflow_job_run_backend_id",kind:"scalar",T:9},
{no:3,name:"name_filter",kind:"message",T:s(()=>ct,"T")},{no:4,name:"id_filter",kind:"message",T:s(()=>Xi,"T")}])}create(e){let r={workflowRunBackendId:"",
workflowJobRunBackendId:""};return globalThis.Object.defineProperty(r,ht.MESSAGE_TYPE,{enumerable:!1,value:this}),e!==void 0&&(0,ft.reflectionMergePartial)(
this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){let[l,u]=e.tag();switch(l){case 1:o.workflowRunBackendId=
e.string();break;case 2:o.workflowJobRunBackendId=e.string();break;case 3:o.nameFilter=ct.internalBinaryRead(e,e.uint32(),i,o.nameFilter);break;case 4:
o.idFilter=Xi.internalBinaryRead(e,e.uint32(),i,o.idFilter);break;default:let c=i.readUnknownField;if(c==="throw")throw new globalThis.Error(
`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Se.UnknownFieldHandler.onRead:c)(this.typeName,o,
l,u,f)}}return o}internalBinaryWrite(e,r,i){e.workflowRunBackendId!==""&&r.tag(1,ne.WireType.LengthDelimited).string(e.workflowRunBackendId),
e.workflowJobRunBackendId!==""&&r.tag(2,ne.WireType.LengthDelimited).string(e.workflowJobRunBackendId),e.nameFilter&&ct.internalBinaryWrite(
e.nameFilter,r.tag(3,ne.WireType.LengthDelimited).fork(),i).join(),e.idFilter&&Xi.internalBinaryWrite(e.idFilter,r.tag(4,ne.WireType.LengthDelimited).
fork(),i).join();let n=i.writeUnknownFields;return n!==!1&&(n==!0?Se.UnknownFieldHandler.onWrite:n)(this.typeName,e,r),r}},Ec=new cc,fc=class extends dt.MessageType{static{
s(this,"ListArtifactsResponse$Type")}constructor(){super("github.actions.results.api.v1.ListArtifactsResponse",[{no:1,name:"artifacts",kind:"\
message",repeat:1,T:s(()=>tc,"T")}])}create(e){let r={artifacts:[]};return globalThis.Object.defineProperty(r,ht.MESSAGE_TYPE,{enumerable:!1,
value:this}),e!==void 0&&(0,ft.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){
let[l,u]=e.tag();switch(l){case 1:o.artifacts.push(tc.internalBinaryRead(e,e.uint32(),i));break;default:let c=i.readUnknownField;if(c==="thr\
ow")throw new globalThis.Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Se.UnknownFieldHandler.
onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){for(let o=0;o<e.artifacts.length;o++)tc.internalBinaryWrite(e.artifacts[o],
r.tag(1,ne.WireType.LengthDelimited).fork(),i).join();let n=i.writeUnknownFields;return n!==!1&&(n==!0?Se.UnknownFieldHandler.onWrite:n)(this.
typeName,e,r),r}},Tc=new fc,hc=class extends dt.MessageType{static{s(this,"ListArtifactsResponse_MonolithArtifact$Type")}constructor(){super(
"github.actions.results.api.v1.ListArtifactsResponse.MonolithArtifact",[{no:1,name:"workflow_run_backend_id",kind:"scalar",T:9},{no:2,name:"\
workflow_job_run_backend_id",kind:"scalar",T:9},{no:3,name:"database_id",kind:"scalar",T:3},{no:4,name:"name",kind:"scalar",T:9},{no:5,name:"\
size",kind:"scalar",T:3},{no:6,name:"created_at",kind:"message",T:s(()=>ut,"T")},{no:7,name:"digest",kind:"message",T:s(()=>ct,"T")}])}create(e){
let r={workflowRunBackendId:"",workflowJobRunBackendId:"",databaseId:"0",name:"",size:"0"};return globalThis.Object.defineProperty(r,ht.MESSAGE_TYPE,
{enumerable:!1,value:this}),e!==void 0&&(0,ft.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+
r;for(;e.pos<a;){let[l,u]=e.tag();switch(l){case 1:o.workflowRunBackendId=e.string();break;case 2:o.workflowJobRunBackendId=e.string();break;case 3:
o.databaseId=e.int64().toString();break;case 4:o.name=e.string();break;case 5:o.size=e.int64().toString();break;case 6:o.createdAt=ut.internalBinaryRead(
e,e.uint32(),i,o.createdAt);break;case 7:o.digest=ct.internalBinaryRead(e,e.uint32(),i,o.digest);break;default:let c=i.readUnknownField;if(c===
"throw")throw new globalThis.Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Se.UnknownFieldHandler.
onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){e.workflowRunBackendId!==""&&r.tag(1,ne.WireType.LengthDelimited).string(
e.workflowRunBackendId),e.workflowJobRunBackendId!==""&&r.tag(2,ne.WireType.LengthDelimited).string(e.workflowJobRunBackendId),e.databaseId!==
"0"&&r.tag(3,ne.WireType.Varint).int64(e.databaseId),e.name!==""&&r.tag(4,ne.WireType.LengthDelimited).string(e.name),e.size!=="0"&&r.tag(5,
ne.WireType.Varint).int64(e.size),e.createdAt&&ut.internalBinaryWrite(e.createdAt,r.tag(6,ne.WireType.LengthDelimited).fork(),i).join(),e.digest&&
ct.internalBinaryWrite(e.digest,r.tag(7,ne.WireType.LengthDelimited).fork(),i).join();let n=i.writeUnknownFields;return n!==!1&&(n==!0?Se.UnknownFieldHandler.
onWrite:n)(this.typeName,e,r),r}},tc=new hc,dc=class extends dt.MessageType{static{s(this,"GetSignedArtifactURLRequest$Type")}constructor(){
super("github.actions.results.api.v1.GetSignedArtifactURLRequest",[{no:1,name:"workflow_run_backend_id",kind:"scalar",T:9},{no:2,name:"workf\
low_job_run_backend_id",kind:"scalar",T:9},{no:3,name:"name",kind:"scalar",T:9}])}create(e){let r={workflowRunBackendId:"",workflowJobRunBackendId:"",
name:""};return globalThis.Object.defineProperty(r,ht.MESSAGE_TYPE,{enumerable:!1,value:this}),e!==void 0&&(0,ft.reflectionMergePartial)(this,
r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){let[l,u]=e.tag();switch(l){case 1:o.workflowRunBackendId=
e.string();break;case 2:o.workflowJobRunBackendId=e.string();break;case 3:o.name=e.string();break;default:let c=i.readUnknownField;if(c==="t\
hrow")throw new globalThis.Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Se.UnknownFieldHandler.
onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){e.workflowRunBackendId!==""&&r.tag(1,ne.WireType.LengthDelimited).string(
e.workflowRunBackendId),e.workflowJobRunBackendId!==""&&r.tag(2,ne.WireType.LengthDelimited).string(e.workflowJobRunBackendId),e.name!==""&&
r.tag(3,ne.WireType.LengthDelimited).string(e.name);let n=i.writeUnknownFields;return n!==!1&&(n==!0?Se.UnknownFieldHandler.onWrite:n)(this.
typeName,e,r),r}},vc=new dc,pc=class extends dt.MessageType{static{s(this,"GetSignedArtifactURLResponse$Type")}constructor(){super("github.a\
ctions.results.api.v1.GetSignedArtifactURLResponse",[{no:1,name:"signed_url",kind:"scalar",T:9}])}create(e){let r={signedUrl:""};return globalThis.
Object.defineProperty(r,ht.MESSAGE_TYPE,{enumerable:!1,value:this}),e!==void 0&&(0,ft.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){
let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){let[l,u]=e.tag();switch(l){case 1:o.signedUrl=e.string();break;default:let c=i.readUnknownField;
if(c==="throw")throw new globalThis.Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Se.UnknownFieldHandler.
onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){e.signedUrl!==""&&r.tag(1,ne.WireType.LengthDelimited).string(e.signedUrl);
let n=i.writeUnknownFields;return n!==!1&&(n==!0?Se.UnknownFieldHandler.onWrite:n)(this.typeName,e,r),r}},Sc=new pc,gc=class extends dt.MessageType{static{
s(this,"DeleteArtifactRequest$Type")}constructor(){super("github.actions.results.api.v1.DeleteArtifactRequest",[{no:1,name:"workflow_run_bac\
kend_id",kind:"scalar",T:9},{no:2,name:"workflow_job_run_backend_id",kind:"scalar",T:9},{no:3,name:"name",kind:"scalar",T:9}])}create(e){let r={
workflowRunBackendId:"",workflowJobRunBackendId:"",name:""};return globalThis.Object.defineProperty(r,ht.MESSAGE_TYPE,{enumerable:!1,value:this}),
e!==void 0&&(0,ft.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){let[l,u]=e.
tag();switch(l){case 1:o.workflowRunBackendId=e.string();break;case 2:o.workflowJobRunBackendId=e.string();break;case 3:o.name=e.string();break;default:
let c=i.readUnknownField;if(c==="throw")throw new globalThis.Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(
u);c!==!1&&(c===!0?Se.UnknownFieldHandler.onRead:c)(this.typeName,o,l,u,f)}}return o}internalBinaryWrite(e,r,i){e.workflowRunBackendId!==""&&
r.tag(1,ne.WireType.LengthDelimited).string(e.workflowRunBackendId),e.workflowJobRunBackendId!==""&&r.tag(2,ne.WireType.LengthDelimited).string(
e.workflowJobRunBackendId),e.name!==""&&r.tag(3,ne.WireType.LengthDelimited).string(e.name);let n=i.writeUnknownFields;return n!==!1&&(n==!0?
Se.UnknownFieldHandler.onWrite:n)(this.typeName,e,r),r}},Ac=new gc,mc=class extends dt.MessageType{static{s(this,"DeleteArtifactResponse$Typ\
e")}constructor(){super("github.actions.results.api.v1.DeleteArtifactResponse",[{no:1,name:"ok",kind:"scalar",T:8},{no:2,name:"artifact_id",
kind:"scalar",T:3}])}create(e){let r={ok:!1,artifactId:"0"};return globalThis.Object.defineProperty(r,ht.MESSAGE_TYPE,{enumerable:!1,value:this}),
e!==void 0&&(0,ft.reflectionMergePartial)(this,r,e),r}internalBinaryRead(e,r,i,n){let o=n??this.create(),a=e.pos+r;for(;e.pos<a;){let[l,u]=e.
tag();switch(l){case 1:o.ok=e.bool();break;case 2:o.artifactId=e.int64().toString();break;default:let c=i.readUnknownField;if(c==="throw")throw new globalThis.
Error(`Unknown field ${l} (wire type ${u}) for ${this.typeName}`);let f=e.skip(u);c!==!1&&(c===!0?Se.UnknownFieldHandler.onRead:c)(this.typeName,
o,l,u,f)}}return o}internalBinaryWrite(e,r,i){e.ok!==!1&&r.tag(1,ne.WireType.Varint).bool(e.ok),e.artifactId!=="0"&&r.tag(2,ne.WireType.Varint).
int64(e.artifactId);let n=i.writeUnknownFields;return n!==!1&&(n==!0?Se.UnknownFieldHandler.onWrite:n)(this.typeName,e,r),r}},Rc=new mc,l6=new qg.ServiceType(
"github.actions.results.api.v1.ArtifactService",[{name:"CreateArtifact",options:{},I:yc,O:_c},{name:"FinalizeArtifact",options:{},I:wc,O:bc},
{name:"ListArtifacts",options:{},I:Ec,O:Tc},{name:"GetSignedArtifactURL",options:{},I:vc,O:Sc},{name:"DeleteArtifact",options:{},I:Ac,O:Rc},
{name:"MigrateArtifact",options:{},I:DO,O:GO},{name:"FinalizeMigratedArtifact",options:{},I:FO,O:CO}]);var ua=class{static{s(this,"ArtifactServiceClientJSON")}constructor(e){this.rpc=e,this.CreateArtifact.bind(this),this.FinalizeArtifact.bind(
this),this.ListArtifacts.bind(this),this.GetSignedArtifactURL.bind(this),this.DeleteArtifact.bind(this)}CreateArtifact(e){let r=yc.toJson(e,
{useProtoFieldName:!0,emitDefaultValues:!1});return this.rpc.request("github.actions.results.api.v1.ArtifactService","CreateArtifact","appli\
cation/json",r).then(n=>_c.fromJson(n,{ignoreUnknownFields:!0}))}FinalizeArtifact(e){let r=wc.toJson(e,{useProtoFieldName:!0,emitDefaultValues:!1});
return this.rpc.request("github.actions.results.api.v1.ArtifactService","FinalizeArtifact","application/json",r).then(n=>bc.fromJson(n,{ignoreUnknownFields:!0}))}ListArtifacts(e){
let r=Ec.toJson(e,{useProtoFieldName:!0,emitDefaultValues:!1});return this.rpc.request("github.actions.results.api.v1.ArtifactService","List\
Artifacts","application/json",r).then(n=>Tc.fromJson(n,{ignoreUnknownFields:!0}))}GetSignedArtifactURL(e){let r=vc.toJson(e,{useProtoFieldName:!0,
emitDefaultValues:!1});return this.rpc.request("github.actions.results.api.v1.ArtifactService","GetSignedArtifactURL","application/json",r).
then(n=>Sc.fromJson(n,{ignoreUnknownFields:!0}))}DeleteArtifact(e){let r=Ac.toJson(e,{useProtoFieldName:!0,emitDefaultValues:!1});return this.
rpc.request("github.actions.results.api.v1.ArtifactService","DeleteArtifact","application/json",r).then(n=>Rc.fromJson(n,{ignoreUnknownFields:!0}))}};function Bg(t){if(!t)return;let e=NO();e&&e<t&&(rt(`Retention days cannot be greater than the maximum allowed retention set within the repos\
itory. Using ${e} instead.`),t=e);let r=new Date;return r.setDate(r.getDate()+t),ut.fromDate(r)}s(Bg,"getExpiration");function NO(){let t=process.
env.GITHUB_RETENTION_DAYS;if(!t)return;let e=parseInt(t);if(!isNaN(e))return e}s(NO,"getRetentionDays");var kc=new Map([['"',' Double quote "'],[":"," Colon :"],["<"," Less than <"],[">"," Greater than >"],["|"," Vertical bar |"],["*"," Asteris\
k *"],["?"," Question mark ?"],["\r"," Carriage return \\r"],[`
`," Line feed \\n"]]),jg=new Map([...kc,["\\"," Backslash \\"],["/"," Forward slash /"]]);function Wg(t){if(!t)throw new Error("Provided art\
ifact name input during validation is empty");for(let[e,r]of jg)if(t.includes(e))throw new Error(`The artifact name is not valid: ${t}. Cont\
ains the following character: ${r}
          
Invalid characters include: ${Array.from(jg.values()).toString()}
          
These characters are not allowed in the artifact name due to limitations with certain file systems such as NTFS. To maintain file system agn\
ostic behavior, these characters are intentionally not allowed to prevent potential problems with downloads on different file systems.`);ue(
"Artifact name is valid!")}s(Wg,"validateArtifactName");function Oc(t){if(!t)throw new Error("Provided file path input during validation is \
empty");for(let[e,r]of kc)if(t.includes(e))throw new Error(`The path for one of the files in artifact is not valid: ${t}. Contains the follo\
wing character: ${r}
          
Invalid characters include: ${Array.from(kc.values()).toString()}
          
The following characters are not allowed in files that are uploaded due to limitations with certain file systems such as NTFS. To maintain f\
ile system agnostic behavior, these characters are intentionally not allowed to prevent potential problems with downloads on different file \
systems.
          `)}s(Oc,"validateFilePath");var Vg=Pe(Hg(),1);function tr(){return`@actions/artifact-${Vg.version}`}s(tr,"getUserAgentString");var ca=class extends Error{static{s(this,"FilesNotFoundError")}constructor(e=[]){let r="No files were found to upload";e.length>0&&(r+=`: ${e.
join(", ")}`),super(r),this.files=e,this.name="FilesNotFoundError"}},Er=class extends Error{static{s(this,"InvalidResponseError")}constructor(e){
super(e),this.name="InvalidResponseError"}},Tr=class extends Error{static{s(this,"ArtifactNotFoundError")}constructor(e="Artifact not found"){
super(e),this.name="ArtifactNotFoundError"}},Ur=class extends Error{static{s(this,"GHESNotSupportedError")}constructor(e="@actions/artifact \
v2.0.0+, upload-artifact@v4+ and download-artifact@v4+ are not currently supported on GHES."){super(e),this.name="GHESNotSupportedError"}},vr=class extends Error{static{
s(this,"NetworkError")}constructor(e){let r=`Unable to make request: ${e}
If you are using self-hosted runners, please make sure your runner has access to all GitHub endpoints: https://docs.github.com/en/actions/ho\
sting-your-own-runners/managing-self-hosted-runners/about-self-hosted-runners#communication-between-self-hosted-runners-and-github`;super(r),
this.code=e,this.name="NetworkError"}};vr.isNetworkErrorCode=t=>t?["ECONNRESET","ENOTFOUND","ETIMEDOUT","ECONNREFUSED","EHOSTUNREACH"].includes(
t):!1;var gi=class extends Error{static{s(this,"UsageError")}constructor(){super(`Artifact storage quota has been hit. Unable to upload any \
new artifacts. Usage is recalculated every 6-12 hours.
More info on storage limits: https://docs.github.com/en/billing/managing-billing-for-github-actions/about-billing-for-github-actions#calcula\
ting-minute-and-storage-spending`),this.name="UsageError"}};gi.isUsageErrorMessage=t=>t?t.includes("insufficient usage"):!1;var mi=class extends Error{static{s(this,"InvalidTokenError")}};mi.prototype.name="InvalidTokenError";function MO(t){return decodeURIComponent(
atob(t).replace(/(.)/g,(e,r)=>{let i=r.charCodeAt(0).toString(16).toUpperCase();return i.length<2&&(i="0"+i),"%"+i}))}s(MO,"b64DecodeUnicode");
function qO(t){let e=t.replace(/-/g,"+").replace(/_/g,"/");switch(e.length%4){case 0:break;case 2:e+="==";break;case 3:e+="=";break;default:
throw new Error("base64 string is not of the correct length")}try{return MO(e)}catch{return atob(e)}}s(qO,"base64UrlDecode");function Jg(t,e){
if(typeof t!="string")throw new mi("Invalid token specified: must be a string");e||(e={});let r=e.header===!0?0:1,i=t.split(".")[r];if(typeof i!=
"string")throw new mi(`Invalid token specified: missing part #${r+1}`);let n;try{n=qO(i)}catch(o){throw new mi(`Invalid token specified: inv\
alid base64 for part #${r+1} (${o.message})`)}try{return JSON.parse(n)}catch(o){throw new mi(`Invalid token specified: invalid json for part\
 #${r+1} (${o.message})`)}}s(Jg,"jwtDecode");var fa=new Error("Failed to get backend IDs: The provided JWT token is invalid and/or missing claims");function rr(){let t=la(),e=Jg(t);if(!e.
scp)throw fa;let r=e.scp.split(" ");if(r.length===0)throw fa;for(let i of r){let n=i.split(":");if(n?.[0]!=="Actions.Results")continue;if(n.
length!==3)throw fa;let o={workflowRunBackendId:n[1],workflowJobRunBackendId:n[2]};return oe(`Workflow Run Backend ID: ${o.workflowRunBackendId}`),
oe(`Workflow Job Run Backend ID: ${o.workflowJobRunBackendId}`),o}throw fa}s(rr,"getBackendIdsFromToken");function Kg(t){if(t)try{let r=new URL(
t).searchParams.get("sig");r&&(Bu(r),Bu(encodeURIComponent(r)))}catch(e){oe(`Failed to parse URL: ${t} ${e instanceof Error?e.message:String(
e)}`)}}s(Kg,"maskSigUrl");function Yg(t){if(typeof t!="object"||t===null){oe("body is not an object or is null");return}"signed_upload_url"in
t&&typeof t.signed_upload_url=="string"&&Kg(t.signed_upload_url),"signed_url"in t&&typeof t.signed_url=="string"&&Kg(t.signed_url)}s(Yg,"mas\
kSecretUrls");var ha=function(t,e,r,i){function n(o){return o instanceof r?o:new r(function(a){a(o)})}return s(n,"adopt"),new(r||(r=Promise))(function(o,a){
function l(f){try{c(i.next(f))}catch(h){a(h)}}s(l,"fulfilled");function u(f){try{c(i.throw(f))}catch(h){a(h)}}s(u,"rejected");function c(f){
f.done?o(f.value):n(f.value).then(l,u)}s(c,"step"),c((i=i.apply(t,e||[])).next())})},xc=class{static{s(this,"ArtifactHttpClient")}constructor(e,r,i,n){
this.maxAttempts=5,this.baseRetryIntervalMilliseconds=3e3,this.retryMultiplier=1.5;let o=la();this.baseUrl=Ig(),r&&(this.maxAttempts=r),i&&(this.
baseRetryIntervalMilliseconds=i),n&&(this.retryMultiplier=n),this.httpClient=new aa(e,[new Og(o)])}request(e,r,i,n){return ha(this,void 0,void 0,
function*(){let o=new URL(`/twirp/${e}/${r}`,this.baseUrl).href;oe(`[Request] ${r} ${o}`);let a={"Content-Type":i};try{let{body:l}=yield this.
retryableRequest(()=>ha(this,void 0,void 0,function*(){return this.httpClient.post(o,JSON.stringify(n),a)}));return l}catch(l){throw new Error(
`Failed to ${r}: ${l.message}`)}})}retryableRequest(e){return ha(this,void 0,void 0,function*(){let r=0,i="",n="";for(;r<this.maxAttempts;){
let o=!1;try{let l=yield e(),u=l.message.statusCode;n=yield l.readBody(),oe(`[Response] - ${l.message.statusCode}`),oe(`Headers: ${JSON.stringify(
l.message.headers,null,2)}`);let c=JSON.parse(n);if(Yg(c),oe(`Body: ${JSON.stringify(c,null,2)}`),this.isSuccessStatusCode(u))return{response:l,
body:c};if(o=this.isRetryableHttpStatusCode(u),i=`Failed request: (${u}) ${l.message.statusMessage}`,c.msg){if(gi.isUsageErrorMessage(c.msg))
throw new gi;i=`${i}: ${c.msg}`}}catch(l){if(l instanceof SyntaxError&&oe(`Raw Body: ${n}`),l instanceof gi)throw l;if(vr.isNetworkErrorCode(
l?.code))throw new vr(l?.code);o=!0,i=l.message}if(!o)throw new Error(`Received non-retryable error: ${i}`);if(r+1===this.maxAttempts)throw new Error(
`Failed to make request after ${this.maxAttempts} attempts: ${i}`);let a=this.getExponentialRetryTimeMilliseconds(r);ue(`Attempt ${r+1} of ${this.
maxAttempts} failed with error: ${i}. Retrying request in ${a} ms...`),yield this.sleep(a),r++}throw new Error("Request failed")})}isSuccessStatusCode(e){
return e?e>=200&&e<300:!1}isRetryableHttpStatusCode(e){return e?[Yi.BadGateway,Yi.GatewayTimeout,Yi.InternalServerError,Yi.ServiceUnavailable,
Yi.TooManyRequests].includes(e):!1}sleep(e){return ha(this,void 0,void 0,function*(){return new Promise(r=>setTimeout(r,e))})}getExponentialRetryTimeMilliseconds(e){
if(e<0)throw new Error("attempt should be a positive integer");if(e===0)return this.baseRetryIntervalMilliseconds;let r=this.baseRetryIntervalMilliseconds*
Math.pow(this.retryMultiplier,e),i=r*this.retryMultiplier;return Math.trunc(Math.random()*(i-r)+r)}};function ir(t){let e=new xc(tr(),t?.maxAttempts,
t?.retryIntervalMs,t?.retryMultiplier);return new ua(e)}s(ir,"internalArtifactTwirpClient");import*as en from"fs";import{normalize as Zg,resolve as Qg}from"path";function Xg(t){if(!en.existsSync(t))throw new Error(`The provided rootDirectory ${t} does not exist`);if(!en.statSync(t).isDirectory())throw new Error(
`The provided rootDirectory ${t} is not a valid directory`);ue("Root directory input is valid!")}s(Xg,"validateRootDirectory");function em(t,e){
let r=[];e=Zg(e),e=Qg(e);for(let i of t){let n=en.lstatSync(i,{throwIfNoEntry:!1});if(!n)throw new Error(`File ${i} does not exist`);if(n.isDirectory()){
let o=i.replace(e,"");Oc(o),r.push({sourcePath:null,destinationPath:o,stats:n})}else{if(i=Zg(i),i=Qg(i),!i.startsWith(e))throw new Error(`Th\
e rootDirectory: ${e} is not a parent directory of the file: ${i}`);let o=i.replace(e,"");Oc(o),r.push({sourcePath:i,destinationPath:o,stats:n})}}
return r}s(em,"getUploadZipSpecification");import*as rm from"crypto";import*as im from"stream";var tm=function(t,e,r,i){function n(o){return o instanceof r?o:new r(function(a){a(o)})}return s(n,"adopt"),new(r||(r=Promise))(function(o,a){
function l(f){try{c(i.next(f))}catch(h){a(h)}}s(l,"fulfilled");function u(f){try{c(i.throw(f))}catch(h){a(h)}}s(u,"rejected");function c(f){
f.done?o(f.value):n(f.value).then(l,u)}s(c,"step"),c((i=i.apply(t,e||[])).next())})};function nm(t,e){return tm(this,void 0,void 0,function*(){
let r=0,i=Date.now(),n=new AbortController,o=s(E=>tm(this,void 0,void 0,function*(){return new Promise((v,b)=>{let R=setInterval(()=>{Date.now()-
i>E&&b(new Error("Upload progress stalled."))},E);n.signal.addEventListener("abort",()=>{clearInterval(R),v()})})}),"chunkTimer"),a=Gg(),l=ps(),
c=new Pg(t).getBlockBlobClient();oe(`Uploading artifact zip to blob storage with maxConcurrency: ${a}, bufferSize: ${l}`);let h={blobHTTPHeaders:{
blobContentType:"zip"},onProgress:s(E=>{ue(`Uploaded bytes ${E.loadedBytes}`),r=E.loadedBytes,i=Date.now()},"uploadCallback"),abortSignal:n.
signal},d,m=new im.PassThrough,T=rm.createHash("sha256");e.pipe(m),e.pipe(T).setEncoding("hex"),ue("Beginning upload of artifact content to \
blob storage");try{yield Promise.race([c.uploadStream(m,l,a,h),o(Fg())])}catch(E){throw vr.isNetworkErrorCode(E?.code)?new vr(E?.code):E}finally{
n.abort()}return ue("Finished uploading artifact content to blob storage!"),T.end(),d=T.read(),ue(`SHA256 digest of uploaded artifact zip is\
 ${d}`),r===0&&rt("No data was uploaded to blob storage. Reported upload byte count is 0."),{uploadSize:r,sha256Hash:d}})}s(nm,"uploadZipToB\
lobStorage");var IR=Pe(xR(),1);import*as PR from"stream";import{realpath as l4}from"fs/promises";var a4=function(t,e,r,i){function n(o){return o instanceof r?o:new r(function(a){a(o)})}return s(n,"adopt"),new(r||(r=Promise))(function(o,a){
function l(f){try{c(i.next(f))}catch(h){a(h)}}s(l,"fulfilled");function u(f){try{c(i.throw(f))}catch(h){a(h)}}s(u,"rejected");function c(f){
f.done?o(f.value):n(f.value).then(l,u)}s(c,"step"),c((i=i.apply(t,e||[])).next())})},u4=6,vp=class extends PR.Transform{static{s(this,"ZipUp\
loadStream")}constructor(e){super({highWaterMark:e})}_transform(e,r,i){i(null,e)}};function DR(t){return a4(this,arguments,void 0,function*(e,r=u4){
oe(`Creating Artifact archive with compressionLevel: ${r}`);let i=IR.default.create("zip",{highWaterMark:ps(),zlib:{level:r}});i.on("error",
c4),i.on("warning",f4),i.on("finish",h4),i.on("end",d4);for(let a of e)if(a.sourcePath!==null){let l=a.sourcePath;a.stats.isSymbolicLink()&&
(l=yield l4(a.sourcePath)),i.file(l,{name:a.destinationPath})}else i.append("",{name:a.destinationPath});let n=ps(),o=new vp(n);return oe(`Z\
ip write high watermark value ${o.writableHighWaterMark}`),oe(`Zip read high watermark value ${o.readableHighWaterMark}`),i.pipe(o),i.finalize(),
o})}s(DR,"createZipUploadStream");var c4=s(t=>{throw xg("An error has occurred while creating the zip file for upload"),ue(t),new Error("An \
error has occurred during zip creation for the artifact")},"zipErrorCallback"),f4=s(t=>{t.code==="ENOENT"?(rt("ENOENT warning during artifac\
t zip creation. No such file or directory"),ue(t)):(rt(`A non-blocking warning has occurred during artifact zip creation: ${t.code}`),ue(t))},
"zipWarningCallback"),h4=s(()=>{oe("Zip stream for upload has finished.")},"zipFinishCallback"),d4=s(()=>{oe("Zip stream for upload has ende\
d.")},"zipEndCallback");var p4=function(t,e,r,i){function n(o){return o instanceof r?o:new r(function(a){a(o)})}return s(n,"adopt"),new(r||(r=Promise))(function(o,a){
function l(f){try{c(i.next(f))}catch(h){a(h)}}s(l,"fulfilled");function u(f){try{c(i.throw(f))}catch(h){a(h)}}s(u,"rejected");function c(f){
f.done?o(f.value):n(f.value).then(l,u)}s(c,"step"),c((i=i.apply(t,e||[])).next())})};function GR(t,e,r,i){return p4(this,void 0,void 0,function*(){
Wg(t),Xg(r);let n=em(e,r);if(n.length===0)throw new ca(n.flatMap(E=>E.sourcePath?[E.sourcePath]:[]));let o=rr(),a=ir(),l={workflowRunBackendId:o.
workflowRunBackendId,workflowJobRunBackendId:o.workflowJobRunBackendId,name:t,version:4},u=Bg(i?.retentionDays);u&&(l.expiresAt=u);let c=yield a.
CreateArtifact(l);if(!c.ok)throw new Er("CreateArtifact: response from backend was not ok");let f=yield DR(n,i?.compressionLevel),h=yield nm(
c.signedUploadUrl,f),d={workflowRunBackendId:o.workflowRunBackendId,workflowJobRunBackendId:o.workflowJobRunBackendId,name:t,size:h.uploadSize?
h.uploadSize.toString():"0"};h.sha256Hash&&(d.hash=ct.create({value:`sha256:${h.sha256Hash}`})),ue("Finalizing artifact upload");let m=yield a.
FinalizeArtifact(d);if(!m.ok)throw new Er("FinalizeArtifact: response from backend was not ok");let T=BigInt(m.artifactId);return ue(`Artifa\
ct ${t}.zip successfully finalized. Artifact ID ${T}`),{size:h.uploadSize,digest:h.sha256Hash,id:Number(T)}})}s(GR,"uploadArtifact");import Ok from"fs/promises";import*as xk from"fs";import*as Pk from"crypto";import*as Ik from"stream";import*as ku from"path";import{readFileSync as g4,existsSync as m4}from"fs";import{EOL as y4}from"os";var Vn=class{static{s(this,"Context")}constructor(){var e,r,i;if(this.payload={},process.env.GITHUB_EVENT_PATH)if(m4(process.env.GITHUB_EVENT_PATH))
this.payload=JSON.parse(g4(process.env.GITHUB_EVENT_PATH,{encoding:"utf8"}));else{let n=process.env.GITHUB_EVENT_PATH;process.stdout.write(`\
GITHUB_EVENT_PATH ${n} does not exist${y4}`)}this.eventName=process.env.GITHUB_EVENT_NAME,this.sha=process.env.GITHUB_SHA,this.ref=process.env.
GITHUB_REF,this.workflow=process.env.GITHUB_WORKFLOW,this.action=process.env.GITHUB_ACTION,this.actor=process.env.GITHUB_ACTOR,this.job=process.
env.GITHUB_JOB,this.runAttempt=parseInt(process.env.GITHUB_RUN_ATTEMPT,10),this.runNumber=parseInt(process.env.GITHUB_RUN_NUMBER,10),this.runId=
parseInt(process.env.GITHUB_RUN_ID,10),this.apiUrl=(e=process.env.GITHUB_API_URL)!==null&&e!==void 0?e:"https://api.github.com",this.serverUrl=
(r=process.env.GITHUB_SERVER_URL)!==null&&r!==void 0?r:"https://github.com",this.graphqlUrl=(i=process.env.GITHUB_GRAPHQL_URL)!==null&&i!==void 0?
i:"https://api.github.com/graphql"}get issue(){let e=this.payload;return Object.assign(Object.assign({},this.repo),{number:(e.issue||e.pull_request||
e).number})}get repo(){if(process.env.GITHUB_REPOSITORY){let[e,r]=process.env.GITHUB_REPOSITORY.split("/");return{owner:e,repo:r}}if(this.payload.
repository)return{owner:this.payload.repository.owner.login,repo:this.payload.repository.name};throw new Error("context.repo requires a GITH\
UB_REPOSITORY environment variable like 'owner/repo'")}};var kp=Pe(UR(),1),MR=Pe(kg(),1);var P4=function(t,e,r,i){function n(o){return o instanceof r?o:new r(function(a){a(o)})}return s(n,"adopt"),new(r||(r=Promise))(function(o,a){
function l(f){try{c(i.next(f))}catch(h){a(h)}}s(l,"fulfilled");function u(f){try{c(i.throw(f))}catch(h){a(h)}}s(u,"rejected");function c(f){
f.done?o(f.value):n(f.value).then(l,u)}s(c,"step"),c((i=i.apply(t,e||[])).next())})};function qR(t,e){if(!t&&!e.auth)throw new Error("Parame\
ter token or opts.auth is required");if(t&&e.auth)throw new Error("Parameters token and opts.auth may not both be specified");return typeof e.
auth=="string"?e.auth:`token ${t}`}s(qR,"getAuthString");function BR(t){return new kp.HttpClient().getAgent(t)}s(BR,"getProxyAgent");function I4(t){
return new kp.HttpClient().getAgentDispatcher(t)}s(I4,"getProxyAgentDispatcher");function jR(t){let e=I4(t);return s((i,n)=>P4(this,void 0,void 0,
function*(){return(0,MR.fetch)(i,Object.assign(Object.assign({},n),{dispatcher:e}))}),"proxyFetch")}s(jR,"getProxyFetch");function WR(){return process.
env.GITHUB_API_URL||"https://api.github.com"}s(WR,"getApiBaseUrl");function Op(t){var e;let r=(e=process.env.ACTIONS_ORCHESTRATION_ID)===null||
e===void 0?void 0:e.trim();if(r){let n=`actions_orchestration_id/${r.replace(/[^a-z0-9_.-]/gi,"_")}`;return t?.includes(n)?t:`${t?`${t} `:""}${n}`}
return t}s(Op,"getUserAgentWithOrchestrationId");function ai(){return typeof navigator=="object"&&"userAgent"in navigator?navigator.userAgent:typeof process=="object"&&process.version!==void 0?
`Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`:"<environment undetectable>"}s(ai,"getUserAgent");function vu(t,e,r,i){if(typeof r!="function")throw new Error("method for before hook must be a function");return i||(i={}),Array.isArray(e)?
e.reverse().reduce((n,o)=>vu.bind(null,t,o,n,i),r)():Promise.resolve().then(()=>t.registry[e]?t.registry[e].reduce((n,o)=>o.hook.bind(null,n,
i),r)():r(i))}s(vu,"register");function $R(t,e,r,i){let n=i;t.registry[r]||(t.registry[r]=[]),e==="before"&&(i=s((o,a)=>Promise.resolve().then(n.bind(null,a)).then(o.bind(
null,a)),"hook")),e==="after"&&(i=s((o,a)=>{let l;return Promise.resolve().then(o.bind(null,a)).then(u=>(l=u,n(l,a))).then(()=>l)},"hook")),
e==="error"&&(i=s((o,a)=>Promise.resolve().then(o.bind(null,a)).catch(l=>n(l,a)),"hook")),t.registry[r].push({hook:i,orig:n})}s($R,"addHook");function zR(t,e,r){if(!t.registry[e])return;let i=t.registry[e].map(n=>n.orig).indexOf(r);i!==-1&&t.registry[e].splice(i,1)}s(zR,"removeHook");var HR=Function.bind,VR=HR.bind(HR);function JR(t,e,r){let i=VR(zR,null).apply(null,r?[e,r]:[e]);t.api={remove:i},t.remove=i,["before","erro\
r","after","wrap"].forEach(n=>{let o=r?[e,n,r]:[e,n];t[n]=t.api[n]=VR($R,null).apply(null,o)})}s(JR,"bindApi");function G4(){let t=Symbol("S\
ingular"),e={registry:{}},r=vu.bind(null,e,t);return JR(r,e,t),r}s(G4,"Singular");function F4(){let t={registry:{}},e=vu.bind(null,t);return JR(
e,t),e}s(F4,"Collection");var KR={Singular:G4,Collection:F4};var C4="0.0.0-development",N4=`octokit-endpoint.js/${C4} ${ai()}`,L4={method:"GET",baseUrl:"https://api.github.com",headers:{accept:"applica\
tion/vnd.github.v3+json","user-agent":N4},mediaType:{format:""}};function U4(t){return t?Object.keys(t).reduce((e,r)=>(e[r.toLowerCase()]=t[r],
e),{}):{}}s(U4,"lowercaseKeys");function M4(t){if(typeof t!="object"||t===null||Object.prototype.toString.call(t)!=="[object Object]")return!1;
let e=Object.getPrototypeOf(t);if(e===null)return!0;let r=Object.prototype.hasOwnProperty.call(e,"constructor")&&e.constructor;return typeof r==
"function"&&r instanceof r&&Function.prototype.call(r)===Function.prototype.call(t)}s(M4,"isPlainObject");function QR(t,e){let r=Object.assign(
{},t);return Object.keys(e).forEach(i=>{M4(e[i])?i in t?r[i]=QR(t[i],e[i]):Object.assign(r,{[i]:e[i]}):Object.assign(r,{[i]:e[i]})}),r}s(QR,
"mergeDeep");function YR(t){for(let e in t)t[e]===void 0&&delete t[e];return t}s(YR,"removeUndefinedProperties");function Pp(t,e,r){if(typeof e==
"string"){let[n,o]=e.split(" ");r=Object.assign(o?{method:n,url:o}:{url:n},r)}else r=Object.assign({},e);r.headers=U4(r.headers),YR(r),YR(r.
headers);let i=QR(t||{},r);return r.url==="/graphql"&&(t&&t.mediaType.previews?.length&&(i.mediaType.previews=t.mediaType.previews.filter(n=>!i.
mediaType.previews.includes(n)).concat(i.mediaType.previews)),i.mediaType.previews=(i.mediaType.previews||[]).map(n=>n.replace(/-preview/,""))),
i}s(Pp,"merge");function q4(t,e){let r=/\?/.test(t)?"&":"?",i=Object.keys(e);return i.length===0?t:t+r+i.map(n=>n==="q"?"q="+e.q.split("+").
map(encodeURIComponent).join("+"):`${n}=${encodeURIComponent(e[n])}`).join("&")}s(q4,"addQueryParameters");var B4=/\{[^{}}]+\}/g;function j4(t){
return t.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g,"").split(/,/)}s(j4,"removeNonChars");function W4(t){let e=t.match(B4);return e?e.map(j4).reduce(
(r,i)=>r.concat(i),[]):[]}s(W4,"extractUrlVariableNames");function ZR(t,e){let r={__proto__:null};for(let i of Object.keys(t))e.indexOf(i)===
-1&&(r[i]=t[i]);return r}s(ZR,"omit");function XR(t){return t.split(/(%[0-9A-Fa-f]{2})/g).map(function(e){return/%[0-9A-Fa-f]/.test(e)||(e=encodeURI(
e).replace(/%5B/g,"[").replace(/%5D/g,"]")),e}).join("")}s(XR,"encodeReserved");function Kn(t){return encodeURIComponent(t).replace(/[!'()*]/g,
function(e){return"%"+e.charCodeAt(0).toString(16).toUpperCase()})}s(Kn,"encodeUnreserved");function Fo(t,e,r){return e=t==="+"||t==="#"?XR(
e):Kn(e),r?Kn(r)+"="+e:e}s(Fo,"encodeValue");function Jn(t){return t!=null}s(Jn,"isDefined");function xp(t){return t===";"||t==="&"||t==="?"}
s(xp,"isKeyOperator");function $4(t,e,r,i){var n=t[r],o=[];if(Jn(n)&&n!=="")if(typeof n=="string"||typeof n=="number"||typeof n=="bigint"||typeof n==
"boolean")n=n.toString(),i&&i!=="*"&&(n=n.substring(0,parseInt(i,10))),o.push(Fo(e,n,xp(e)?r:""));else if(i==="*")Array.isArray(n)?n.filter(
Jn).forEach(function(a){o.push(Fo(e,a,xp(e)?r:""))}):Object.keys(n).forEach(function(a){Jn(n[a])&&o.push(Fo(e,n[a],a))});else{let a=[];Array.
isArray(n)?n.filter(Jn).forEach(function(l){a.push(Fo(e,l))}):Object.keys(n).forEach(function(l){Jn(n[l])&&(a.push(Kn(l)),a.push(Fo(e,n[l].toString())))}),
xp(e)?o.push(Kn(r)+"="+a.join(",")):a.length!==0&&o.push(a.join(","))}else e===";"?Jn(n)&&o.push(Kn(r)):n===""&&(e==="&"||e==="?")?o.push(Kn(
r)+"="):n===""&&o.push("");return o}s($4,"getValues");function z4(t){return{expand:H4.bind(null,t)}}s(z4,"parseUrl");function H4(t,e){var r=[
"+","#",".","/",";","?","&"];return t=t.replace(/\{([^\{\}]+)\}|([^\{\}]+)/g,function(i,n,o){if(n){let l="",u=[];if(r.indexOf(n.charAt(0))!==
-1&&(l=n.charAt(0),n=n.substr(1)),n.split(/,/g).forEach(function(c){var f=/([^:\*]*)(?::(\d+)|(\*))?/.exec(c);u.push($4(e,l,f[1],f[2]||f[3]))}),
l&&l!=="+"){var a=",";return l==="?"?a="&":l!=="#"&&(a=l),(u.length!==0?l:"")+u.join(a)}else return u.join(",")}else return XR(o)}),t==="/"?
t:t.replace(/\/$/,"")}s(H4,"expand");function ek(t){let e=t.method.toUpperCase(),r=(t.url||"/").replace(/:([a-z]\w+)/g,"{$1}"),i=Object.assign(
{},t.headers),n,o=ZR(t,["method","baseUrl","url","headers","request","mediaType"]),a=W4(r);r=z4(r).expand(o),/^http/.test(r)||(r=t.baseUrl+r);
let l=Object.keys(t).filter(f=>a.includes(f)).concat("baseUrl"),u=ZR(o,l);if(!/application\/octet-stream/i.test(i.accept)&&(t.mediaType.format&&
(i.accept=i.accept.split(/,/).map(f=>f.replace(/application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/,`application/vnd$1$2.${t.mediaType.format}`)).
join(",")),r.endsWith("/graphql")&&t.mediaType.previews?.length)){let f=i.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g)||[];i.accept=f.concat(
t.mediaType.previews).map(h=>{let d=t.mediaType.format?`.${t.mediaType.format}`:"+json";return`application/vnd.github.${h}-preview${d}`}).join(
",")}return["GET","HEAD"].includes(e)?r=q4(r,u):"data"in u?n=u.data:Object.keys(u).length&&(n=u),!i["content-type"]&&typeof n<"u"&&(i["conte\
nt-type"]="application/json; charset=utf-8"),["PATCH","PUT"].includes(e)&&typeof n>"u"&&(n=""),Object.assign({method:e,url:r,headers:i},typeof n<
"u"?{body:n}:null,t.request?{request:t.request}:null)}s(ek,"parse");function V4(t,e,r){return ek(Pp(t,e,r))}s(V4,"endpointWithDefaults");function tk(t,e){
let r=Pp(t,e),i=V4.bind(null,r);return Object.assign(i,{DEFAULTS:r,defaults:tk.bind(null,r),merge:Pp.bind(null,r),parse:ek})}s(tk,"withDefau\
lts");var rk=tk(null,L4);var _t=new Uint8Array(256);_t[9]|=2;_t[32]|=2;_t[59]|=4;_t[44]|=8;for(let t=128;t<=255;t++)_t[t]|=1;for(let t of"!#$%&'*+-.^_`|~")_t[t.charCodeAt(
0)]|=16;for(let t=48;t<=57;t++)_t[t]|=16;for(let t=65;t<=90;t++)_t[t]|=17;for(let t=97;t<=122;t++)_t[t]|=16;var ik=(()=>{let t=s(function(){},
"C");return t.prototype=Object.create(null),t})();function nk(t,e){let r=4|(e?.comma===!0?8:0),i=t.length,n=e?.start??0;for(;(_t[t.charCodeAt(n)]&2)!==0;)n++;let o=n,a=0,l=-1,u=e?.parameters===
!1?8:0;for(;o<i;){let d=t.charCodeAt(o),m=_t[d];if((m&r)!==0){u|=m&8;break}(m&2)!==0?l===-1&&(l=o):l=-1,a|=d&65280|m,o++}let c=l===-1?o:l,f=t.
slice(n,c),h=(a&65281)===0?f:f.toLowerCase();return o===i||u!==0?{type:h,index:o,parameters:new ik}:J4(t,h,o,i,r)}s(nk,"parse");function J4(t,e,r,i,n){
let o=new ik;e:for(;r<i;){for(r++;(_t[t.charCodeAt(r)]&2)!==0;)r++;let a=r,l=0,u=-1;for(;r<i;){let c=t.charCodeAt(r),f=_t[c];if((f&n)!==0){if((f&
8)!==0)break e;continue e}if(c===61){let h=u===-1?r:u,d=t.slice(a,h),m=(l&65281)===0?d:d.toLowerCase();for(r++;(_t[t.charCodeAt(r)]&2)!==0;)
r++;if(r<i&&t.charCodeAt(r)===34){let b=++r,R=!1;for(;r<i;){let F=t.charCodeAt(r);if(F===34){o[m]===void 0&&(o[m]=R?K4(t,b,r):t.slice(b,r)),
r++;let L=0;for(;r<i;){let z=t.charCodeAt(r),X=_t[z];if((X&n)!==0){L=X&8;break}r++}if(L!==0)break e;continue e}if(F===92&&r+1<i){R=!0,r+=2;continue}
r++}continue e}let T=r,E=0,v=-1;for(;r<i;){let b=t.charCodeAt(r),R=_t[b];if((R&n)!==0){E=R&8;break}(R&2)!==0?v===-1&&(v=r):v=-1,r++}if(o[m]===
void 0){let b=v===-1?r:v;o[m]=t.slice(T,b)}if(E!==0)break e;continue e}(f&2)!==0?u===-1&&(u=r):u=-1,l|=c&65280|f,r++}}return{type:e,index:r,
parameters:o}}s(J4,"parseParameters");function K4(t,e,r){let i="";for(let n=e;n<r;n++)t.charCodeAt(n)===92&&(i+=t.slice(e,n),e=++n);return i+
t.slice(e,r)}s(K4,"unescapeQuotedPairs");var Y4=/^-?\d+$/,Au=/^-?\d+n+$/,li=JSON.stringify,Ip=JSON.parse,uk=/^-?\d+n$/,sk=/([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g,ok=/([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g,
Dp=s(t=>t===void 0||typeof t=="function"||typeof t=="symbol","isUnstringifiable"),Gp=s(t=>t!==null&&typeof t=="object"&&t.constructor&&t.constructor.
name==="RawJSON","isRawJSON"),Z4=s((t,e,r)=>{let i="";typeof r=="number"?i=" ".repeat(Math.min(10,Math.max(0,Math.floor(r)))):typeof r=="str\
ing"&&(i=r.slice(0,10));let n=typeof e=="function",o=Array.isArray(e)?new Set(e.map(String)):null,a=s((T,E,v)=>(v!==null&&typeof v=="object"&&
typeof v.toJSON=="function"&&(v=v.toJSON(E)),typeof v=="string"&&Au.test(v)?v+"n":typeof v=="bigint"?"rawJSON"in JSON?JSON.rawJSON(v.toString()):
v.toString()+"n":(n&&(v=e.call(T,E,v)),v!==null&&typeof v=="object"&&(v instanceof Number||v instanceof String||v instanceof Boolean)&&(v=v.
valueOf()),v)),"prepareVal"),l=a({"":t},"",t);if(Dp(l))return;let u=l===null||typeof l!="object",c=Gp(l);if(u||c)return li(l);let f=[],h=0,d=[
{parent:{"":l},key:"",val:l,isArray:Array.isArray(l),keys:Array.isArray(l)?null:Object.keys(l),index:0,first:!0}],m=new WeakSet([l]);for(;d.
length>0;){let T=d[d.length-1];T.index===0&&(f.push(T.isArray?"[":"{"),h++);let E=!1;if(T.isArray)if(T.index<T.val.length){T.first||f.push("\
,"),i&&f.push(`
`+i.repeat(h));let v=T.val[T.index],b=a(T.val,String(T.index),v);if(Dp(b))f.push("null"),T.first=!1,T.index++;else{let R=b!==null&&typeof b==
"object",F=Gp(b);if(R&&!F){if(m.has(b))throw new TypeError("Converting circular structure to JSON");m.add(b),d.push({parent:T.val,key:String(
T.index),val:b,isArray:Array.isArray(b),keys:Array.isArray(b)?null:Object.keys(b),index:0,first:!0}),T.first=!1,T.index++}else f.push(li(b)),
T.first=!1,T.index++}}else E=!0;else{for(;T.index<T.keys.length;){let b=T.keys[T.index++];if(o&&!o.has(b))continue;let F=T.val[b],L=a(T.val,
b,F);if(Dp(L))continue;T.first||f.push(","),i?f.push(`
`+i.repeat(h)+li(b)+": "):f.push(li(b)+":");let z=L!==null&&typeof L=="object",X=Gp(L);if(z&&!X){if(m.has(L))throw new TypeError("Converting\
 circular structure to JSON");m.add(L),d.push({parent:T.val,key:b,val:L,isArray:Array.isArray(L),keys:Array.isArray(L)?null:Object.keys(L),index:0,
first:!0}),T.first=!1;break}else f.push(li(L)),T.first=!1}T.index>=T.keys.length&&d[d.length-1]===T&&(E=!0)}E&&(h--,!T.first&&i&&f.push(`
`+i.repeat(h)),f.push(T.isArray?"]":"}"),m.delete(T.val),d.pop())}return f.join("")},"stringifyIteratively"),ck=s((t,e,r)=>{try{return"rawJS\
ON"in JSON?li(t,(l,u)=>typeof u=="bigint"?JSON.rawJSON(u.toString()):typeof e=="function"?e(l,u):(Array.isArray(e)&&e.includes(l),u),r):t?li(
t,(l,u)=>typeof u=="string"&&Au.test(u)||typeof u=="bigint"?u.toString()+"n":typeof e=="function"?e(l,u):(Array.isArray(e)&&e.includes(l),u),
r).replace(sk,"$1$2$3").replace(ok,"$1$2$3"):li(t,e,r)}catch(i){if(i instanceof RangeError){let n=Z4(t,e,r);return n===void 0?void 0:"rawJSO\
N"in JSON?n:n.replace(sk,"$1$2$3").replace(ok,"$1$2$3")}throw i}},"JSONStringify"),Su=new Map,Q4=s(()=>{let t=JSON.parse.toString();if(Su.has(
t))return Su.get(t);try{let e=JSON.parse("1",(r,i,n)=>!!n?.source&&n.source==="1");return Su.set(t,e),e}catch{return Su.set(t,!1),!1}},"isCo\
ntextSourceSupported"),X4=s((t,e,r,i)=>typeof e=="string"&&uk.test(e)?BigInt(e.slice(0,-1)):typeof e=="string"&&Au.test(e)?e.slice(0,-1):typeof i==
"function"?i(t,e,r):e,"convertMarkedBigIntsReviver"),e$=s((t,e)=>JSON.parse(t,(r,i,n)=>{let o=typeof i=="number",a=i>Number.MAX_SAFE_INTEGER||
i<Number.MIN_SAFE_INTEGER,l=o&&a,u=n&&Y4.test(n.source);return l&&u?BigInt(n.source):typeof e=="function"?e(r,i,n):i}),"JSONParseV2"),fk=Number.
MAX_SAFE_INTEGER.toString(),ak=fk.length,t$=/"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g,r$=/^"-?\d+n+"$/,i$=s((t,e)=>{
let r={"":t},i=[{parent:r,key:"",visited:!1}];for(;i.length>0;){let n=i[i.length-1];if(n.visited){let{parent:o,key:a}=n,l=o[a];typeof l=="st\
ring"&&(uk.test(l)?l=BigInt(l.slice(0,-1)):Au.test(l)&&(l=l.slice(0,-1))),typeof e=="function"&&(l=e.call(o,a,l)),l===void 0?delete o[a]:o[a]=
l,i.pop()}else{n.visited=!0;let o=n.parent[n.key];if(o!==null&&typeof o=="object"){let l=Object.keys(o);for(let u=l.length-1;u>=0;u--)i.push(
{parent:o,key:l[u],visited:!1})}}}return r[""]},"applyReviverIteratively"),lk=s(t=>t.replace(t$,(e,r,i,n)=>{let o=e[0]==='"';if(o&&r$.test(e))
return e.substring(0,e.length-1)+'n"';let l=i||n,u=r&&(r.length<ak||r.length===ak&&r<=fk);return o||l||u?e:'"'+e+'n"'}),"serializeBigInts"),
hk=s((t,e)=>{if(!t)return Ip(t,e);try{if(Q4())return e$(t,e);let r=lk(t);return Ip(r,(i,n,o)=>X4(i,n,o,e))}catch(r){if(r instanceof RangeError){
let i=lk(t),n=Ip(i);return i$(n,e)}throw r}},"JSONParse");var Lr=class extends Error{static{s(this,"RequestError")}name;status;request;response;constructor(e,r,i){super(e,{cause:i.cause}),this.name=
"HttpError",this.status=Number.parseInt(r),Number.isNaN(this.status)&&(this.status=0);"response"in i&&(this.response=i.response);let n=Object.
assign({},i.request);i.request.headers.authorization&&(n.headers=Object.assign({},i.request.headers,{authorization:i.request.headers.authorization.
replace(/(?<! ) .*$/," [REDACTED]")})),n.url=n.url.replace(/\bclient_secret=\w+/g,"client_secret=[REDACTED]").replace(/\baccess_token=\w+/g,
"access_token=[REDACTED]"),this.request=n}};var n$="10.0.16",s$={headers:{"user-agent":`octokit-request.js/${n$} ${ai()}`}};function o$(t){if(typeof t!="object"||t===null||Object.prototype.
toString.call(t)!=="[object Object]")return!1;let e=Object.getPrototypeOf(t);if(e===null)return!0;let r=Object.prototype.hasOwnProperty.call(
e,"constructor")&&e.constructor;return typeof r=="function"&&r instanceof r&&Function.prototype.call(r)===Function.prototype.call(t)}s(o$,"i\
sPlainObject");var dk=s(()=>"","noop");async function pk(t){let e=t.request?.fetch||globalThis.fetch;if(!e)throw new Error("fetch is not set\
. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missi\
ng");let r=t.request?.log||console,i=t.request?.parseSuccessResponseBody!==!1,n=o$(t.body)||Array.isArray(t.body)?ck(t.body):t.body,o=Object.
fromEntries(Object.entries(t.headers).map(([h,d])=>[h,String(d)])),a;try{a=await e(t.url,{method:t.method,body:n,redirect:t.request?.redirect,
headers:o,signal:t.request?.signal,...t.body&&{duplex:"half"}})}catch(h){let d="Unknown Error";if(h instanceof Error){if(h.name==="AbortErro\
r")throw h.status=500,h;d=h.message,h.name==="TypeError"&&"cause"in h&&(h.cause instanceof Error?d=h.cause.message:typeof h.cause=="string"&&
(d=h.cause))}let m=new Lr(d,500,{request:t});throw m.cause=h,m}let l=a.status,u=a.url,c={};for(let[h,d]of a.headers)c[h]=d;let f={url:u,status:l,
headers:c,data:""};if("deprecation"in c){let h=c.link&&c.link.match(/<([^<>]+)>; rel="deprecation"/),d=h&&h.pop();r.warn(`[@octokit/request]\
 "${t.method} ${t.url}" is deprecated. It is scheduled to be removed on ${c.sunset}${d?`. See ${d}`:""}`)}if(l===204||l===205)return f;if(t.
method==="HEAD"){if(l<400)return f;throw new Lr(a.statusText,l,{response:f,request:t})}if(l===304)throw f.data=await Fp(a),new Lr("Not modif\
ied",l,{response:f,request:t});if(l>=400)throw f.data=await Fp(a),new Lr(l$(f.data),l,{response:f,request:t});return f.data=i?await Fp(a):a.
body,f}s(pk,"fetchWrapper");async function Fp(t){let e=t.headers.get("content-type");if(!e)return t.text().catch(dk);let r=nk(e);if(a$(r)){let i="";
try{return i=await t.text(),hk(i)}catch{return i}}else return r.type.startsWith("text/")||r.parameters.charset?.toLowerCase()==="utf-8"&&r.type!==
"application/octet-stream"?t.text().catch(dk):t.arrayBuffer().catch(()=>new ArrayBuffer(0))}s(Fp,"getResponseData");function a$(t){return t.
type==="application/json"||t.type==="application/scim+json"}s(a$,"isJSONResponse");function l$(t){if(typeof t=="string")return t;if(t instanceof
ArrayBuffer)return"Unknown error";if(typeof t=="object"&&t!==null&&"message"in t){let e=t,r="documentation_url"in e?` - ${e.documentation_url}`:
"";return Array.isArray(e.errors)?`${e.message}: ${e.errors.map(i=>JSON.stringify(i)).join(", ")}${r}`:`${e.message}${r}`}return`Unknown err\
or: ${JSON.stringify(t)}`}s(l$,"toErrorMessage");function Cp(t,e){let r=t.defaults(e);return Object.assign(s(function(n,o){let a=r.merge(n,o);
if(!a.request||!a.request.hook)return pk(r.parse(a));let l=s((u,c)=>pk(r.parse(r.merge(u,c))),"request2");return Object.assign(l,{endpoint:r,
defaults:Cp.bind(null,r)}),a.request.hook(l,a)},"newApi"),{endpoint:r,defaults:Cp.bind(null,r)})}s(Cp,"withDefaults");var Co=Cp(rk,s$);var u$="0.0.0-development";function c$(t){return`Request failed due to following response errors:
`+t.errors.map(e=>` - ${e.message}`).join(`
`)}s(c$,"_buildMessageForResponseErrors");var f$=class extends Error{static{s(this,"GraphqlResponseError")}constructor(t,e,r){super(c$(r)),this.
request=t,this.headers=e,this.response=r,this.errors=r.errors,this.data=r.data,Error.captureStackTrace&&Error.captureStackTrace(this,this.constructor)}request;headers;response;name="\
GraphqlResponseError";errors;data},h$=["method","baseUrl","url","headers","request","query","mediaType","operationName"],d$=["query","method",
"url"],gk=/\/api\/v3\/?$/;function p$(t,e,r){if(r){if(typeof e=="string"&&"query"in r)return Promise.reject(new Error('[@octokit/graphql] "q\
uery" cannot be used as variable name'));for(let a in r)if(d$.includes(a))return Promise.reject(new Error(`[@octokit/graphql] "${a}" cannot \
be used as variable name`))}let i=typeof e=="string"?Object.assign({query:e},r):e,n=Object.keys(i).reduce((a,l)=>h$.includes(l)?(a[l]=i[l],a):
(a.variables||(a.variables={}),a.variables[l]=i[l],a),{}),o=i.baseUrl||t.endpoint.DEFAULTS.baseUrl;return gk.test(o)&&(n.url=o.replace(gk,"/\
api/graphql")),t(n).then(a=>{if(a.data.errors){let l={};for(let u of Object.keys(a.headers))l[u]=a.headers[u];throw new f$(n,l,a.data)}return a.
data.data})}s(p$,"graphql");function Np(t,e){let r=t.defaults(e);return Object.assign(s((n,o)=>p$(r,n,o),"newApi"),{defaults:Np.bind(null,r),
endpoint:r.endpoint})}s(Np,"withDefaults");var pK=Np(Co,{headers:{"user-agent":`octokit-graphql.js/${u$} ${ai()}`},method:"POST",url:"/graph\
ql"});function mk(t){return Np(t,{method:"POST",url:"/graphql"})}s(mk,"withCustomRequest");var Lp="(?:[a-zA-Z0-9_-]+)",yk="\\.",_k=new RegExp(`^${Lp}${yk}${Lp}${yk}${Lp}$`),g$=_k.test.bind(_k);async function m$(t){let e=g$(t),r=t.startsWith(
"v1.")||t.startsWith("ghs_"),i=t.startsWith("ghu_");return{type:"token",token:t,tokenType:e?"app":r?"installation":i?"user-to-server":"oauth"}}
s(m$,"auth");function y$(t){return t.split(/\./).length===3?`bearer ${t}`:`token ${t}`}s(y$,"withAuthorizationPrefix");async function _$(t,e,r,i){
let n=e.endpoint.merge(r,i);return n.headers.authorization=y$(t),e(n)}s(_$,"hook");var wk=s(function(e){if(!e)throw new Error("[@octokit/aut\
h-token] No token passed to createTokenAuth");if(typeof e!="string")throw new Error("[@octokit/auth-token] Token passed to createTokenAuth i\
s not a string");return e=e.replace(/^(token|bearer) +/i,""),Object.assign(m$.bind(null,e),{hook:_$.bind(null,e)})},"createTokenAuth2");var Up="7.0.8";var bk=s(()=>{},"noop"),w$=console.warn.bind(console),b$=console.error.bind(console);function E$(t={}){return typeof t.debug!="function"&&(t.
debug=bk),typeof t.info!="function"&&(t.info=bk),typeof t.warn!="function"&&(t.warn=w$),typeof t.error!="function"&&(t.error=b$),t}s(E$,"cre\
ateLogger");var Ek=`octokit-core.js/${Up} ${ai()}`,Ru=class{static{s(this,"Octokit")}static VERSION=Up;static defaults(e){return class extends this{static{
s(this,"OctokitWithDefaults")}constructor(...i){let n=i[0]||{};if(typeof e=="function"){super(e(n));return}super(Object.assign({},e,n,n.userAgent&&
e.userAgent?{userAgent:`${n.userAgent} ${e.userAgent}`}:null))}}}static plugins=[];static plugin(...e){let r=this.plugins;return class extends this{static{
s(this,"NewOctokit")}static plugins=r.concat(e.filter(n=>!r.includes(n)))}}constructor(e={}){let r=new KR.Collection,i={baseUrl:Co.endpoint.
DEFAULTS.baseUrl,headers:{},request:Object.assign({},e.request,{hook:r.bind(null,"request")}),mediaType:{previews:[],format:""}};if(i.headers["\
user-agent"]=e.userAgent?`${e.userAgent} ${Ek}`:Ek,e.baseUrl&&(i.baseUrl=e.baseUrl),e.previews&&(i.mediaType.previews=e.previews),e.timeZone&&
(i.headers["time-zone"]=e.timeZone),this.request=Co.defaults(i),this.graphql=mk(this.request).defaults(i),this.log=E$(e.log),this.hook=r,e.authStrategy){
let{authStrategy:o,...a}=e,l=o(Object.assign({request:this.request,log:this.log,octokit:this,octokitOptions:a},e.auth));r.wrap("request",l.hook),
this.auth=l}else if(!e.auth)this.auth=async()=>({type:"unauthenticated"});else{let o=wk(e.auth);r.wrap("request",o.hook),this.auth=o}let n=this.
constructor;for(let o=0;o<n.plugins.length;++o)Object.assign(this,n.plugins[o](this,e))}request;graphql;log;hook;auth};var Mp="17.0.0";var T$={actions:{addCustomLabelsToSelfHostedRunnerForOrg:["POST /orgs/{org}/actions/runners/{runner_id}/labels"],addCustomLabelsToSelfHostedRunnerForRepo:[
"POST /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"],addRepoAccessToSelfHostedRunnerGroupInOrg:["PUT /orgs/{org}/actions/runner-\
groups/{runner_group_id}/repositories/{repository_id}"],addSelectedRepoToOrgSecret:["PUT /orgs/{org}/actions/secrets/{secret_name}/repositor\
ies/{repository_id}"],addSelectedRepoToOrgVariable:["PUT /orgs/{org}/actions/variables/{name}/repositories/{repository_id}"],approveWorkflowRun:[
"POST /repos/{owner}/{repo}/actions/runs/{run_id}/approve"],cancelWorkflowRun:["POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel"],createEnvironmentVariable:[
"POST /repos/{owner}/{repo}/environments/{environment_name}/variables"],createHostedRunnerForOrg:["POST /orgs/{org}/actions/hosted-runners"],
createOrUpdateEnvironmentSecret:["PUT /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"],createOrUpdateOrgSecret:[
"PUT /orgs/{org}/actions/secrets/{secret_name}"],createOrUpdateRepoSecret:["PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}"],createOrgVariable:[
"POST /orgs/{org}/actions/variables"],createRegistrationTokenForOrg:["POST /orgs/{org}/actions/runners/registration-token"],createRegistrationTokenForRepo:[
"POST /repos/{owner}/{repo}/actions/runners/registration-token"],createRemoveTokenForOrg:["POST /orgs/{org}/actions/runners/remove-token"],createRemoveTokenForRepo:[
"POST /repos/{owner}/{repo}/actions/runners/remove-token"],createRepoVariable:["POST /repos/{owner}/{repo}/actions/variables"],createWorkflowDispatch:[
"POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches"],deleteActionsCacheById:["DELETE /repos/{owner}/{repo}/actions/cache\
s/{cache_id}"],deleteActionsCacheByKey:["DELETE /repos/{owner}/{repo}/actions/caches{?key,ref}"],deleteArtifact:["DELETE /repos/{owner}/{rep\
o}/actions/artifacts/{artifact_id}"],deleteCustomImageFromOrg:["DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id\
}"],deleteCustomImageVersionFromOrg:["DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}"],deleteEnvironmentSecret:[
"DELETE /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"],deleteEnvironmentVariable:["DELETE /repos/{owner}/{rep\
o}/environments/{environment_name}/variables/{name}"],deleteHostedRunnerForOrg:["DELETE /orgs/{org}/actions/hosted-runners/{hosted_runner_id\
}"],deleteOrgSecret:["DELETE /orgs/{org}/actions/secrets/{secret_name}"],deleteOrgVariable:["DELETE /orgs/{org}/actions/variables/{name}"],deleteRepoSecret:[
"DELETE /repos/{owner}/{repo}/actions/secrets/{secret_name}"],deleteRepoVariable:["DELETE /repos/{owner}/{repo}/actions/variables/{name}"],deleteSelfHostedRunnerFromOrg:[
"DELETE /orgs/{org}/actions/runners/{runner_id}"],deleteSelfHostedRunnerFromRepo:["DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}"],
deleteWorkflowRun:["DELETE /repos/{owner}/{repo}/actions/runs/{run_id}"],deleteWorkflowRunLogs:["DELETE /repos/{owner}/{repo}/actions/runs/{\
run_id}/logs"],disableSelectedRepositoryGithubActionsOrganization:["DELETE /orgs/{org}/actions/permissions/repositories/{repository_id}"],disableWorkflow:[
"PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/disable"],downloadArtifact:["GET /repos/{owner}/{repo}/actions/artifacts/{artifac\
t_id}/{archive_format}"],downloadJobLogsForWorkflowRun:["GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs"],downloadWorkflowRunAttemptLogs:[
"GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/logs"],downloadWorkflowRunLogs:["GET /repos/{owner}/{repo}/action\
s/runs/{run_id}/logs"],enableSelectedRepositoryGithubActionsOrganization:["PUT /orgs/{org}/actions/permissions/repositories/{repository_id}"],
enableWorkflow:["PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/enable"],forceCancelWorkflowRun:["POST /repos/{owner}/{repo}/acti\
ons/runs/{run_id}/force-cancel"],generateRunnerJitconfigForOrg:["POST /orgs/{org}/actions/runners/generate-jitconfig"],generateRunnerJitconfigForRepo:[
"POST /repos/{owner}/{repo}/actions/runners/generate-jitconfig"],getActionsCacheList:["GET /repos/{owner}/{repo}/actions/caches"],getActionsCacheUsage:[
"GET /repos/{owner}/{repo}/actions/cache/usage"],getActionsCacheUsageByRepoForOrg:["GET /orgs/{org}/actions/cache/usage-by-repository"],getActionsCacheUsageForOrg:[
"GET /orgs/{org}/actions/cache/usage"],getAllowedActionsOrganization:["GET /orgs/{org}/actions/permissions/selected-actions"],getAllowedActionsRepository:[
"GET /repos/{owner}/{repo}/actions/permissions/selected-actions"],getArtifact:["GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}"],
getCustomImageForOrg:["GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}"],getCustomImageVersionForOrg:["GET /orgs/\
{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}"],getCustomOidcSubClaimForRepo:["GET /repos/{owner}/{rep\
o}/actions/oidc/customization/sub"],getEnvironmentPublicKey:["GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/public-key"],
getEnvironmentSecret:["GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"],getEnvironmentVariable:["GET /repos\
/{owner}/{repo}/environments/{environment_name}/variables/{name}"],getGithubActionsDefaultWorkflowPermissionsOrganization:["GET /orgs/{org}/\
actions/permissions/workflow"],getGithubActionsDefaultWorkflowPermissionsRepository:["GET /repos/{owner}/{repo}/actions/permissions/workflow"],
getGithubActionsPermissionsOrganization:["GET /orgs/{org}/actions/permissions"],getGithubActionsPermissionsRepository:["GET /repos/{owner}/{\
repo}/actions/permissions"],getHostedRunnerForOrg:["GET /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"],getHostedRunnersGithubOwnedImagesForOrg:[
"GET /orgs/{org}/actions/hosted-runners/images/github-owned"],getHostedRunnersLimitsForOrg:["GET /orgs/{org}/actions/hosted-runners/limits"],
getHostedRunnersMachineSpecsForOrg:["GET /orgs/{org}/actions/hosted-runners/machine-sizes"],getHostedRunnersPartnerImagesForOrg:["GET /orgs/\
{org}/actions/hosted-runners/images/partner"],getHostedRunnersPlatformsForOrg:["GET /orgs/{org}/actions/hosted-runners/platforms"],getJobForWorkflowRun:[
"GET /repos/{owner}/{repo}/actions/jobs/{job_id}"],getOrgPublicKey:["GET /orgs/{org}/actions/secrets/public-key"],getOrgSecret:["GET /orgs/{\
org}/actions/secrets/{secret_name}"],getOrgVariable:["GET /orgs/{org}/actions/variables/{name}"],getPendingDeploymentsForRun:["GET /repos/{o\
wner}/{repo}/actions/runs/{run_id}/pending_deployments"],getRepoPermissions:["GET /repos/{owner}/{repo}/actions/permissions",{},{renamed:["a\
ctions","getGithubActionsPermissionsRepository"]}],getRepoPublicKey:["GET /repos/{owner}/{repo}/actions/secrets/public-key"],getRepoSecret:[
"GET /repos/{owner}/{repo}/actions/secrets/{secret_name}"],getRepoVariable:["GET /repos/{owner}/{repo}/actions/variables/{name}"],getReviewsForRun:[
"GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals"],getSelfHostedRunnerForOrg:["GET /orgs/{org}/actions/runners/{runner_id}"],getSelfHostedRunnerForRepo:[
"GET /repos/{owner}/{repo}/actions/runners/{runner_id}"],getWorkflow:["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}"],getWorkflowAccessToRepository:[
"GET /repos/{owner}/{repo}/actions/permissions/access"],getWorkflowRun:["GET /repos/{owner}/{repo}/actions/runs/{run_id}"],getWorkflowRunAttempt:[
"GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}"],getWorkflowRunUsage:["GET /repos/{owner}/{repo}/actions/runs/{r\
un_id}/timing"],getWorkflowUsage:["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/timing"],listArtifactsForRepo:["GET /repos/{own\
er}/{repo}/actions/artifacts"],listCustomImageVersionsForOrg:["GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/ve\
rsions"],listCustomImagesForOrg:["GET /orgs/{org}/actions/hosted-runners/images/custom"],listEnvironmentSecrets:["GET /repos/{owner}/{repo}/\
environments/{environment_name}/secrets"],listEnvironmentVariables:["GET /repos/{owner}/{repo}/environments/{environment_name}/variables"],listGithubHostedRunnersInGroupForOrg:[
"GET /orgs/{org}/actions/runner-groups/{runner_group_id}/hosted-runners"],listHostedRunnersForOrg:["GET /orgs/{org}/actions/hosted-runners"],
listJobsForWorkflowRun:["GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs"],listJobsForWorkflowRunAttempt:["GET /repos/{owner}/{repo}/ac\
tions/runs/{run_id}/attempts/{attempt_number}/jobs"],listLabelsForSelfHostedRunnerForOrg:["GET /orgs/{org}/actions/runners/{runner_id}/label\
s"],listLabelsForSelfHostedRunnerForRepo:["GET /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"],listOrgSecrets:["GET /orgs/{org}/a\
ctions/secrets"],listOrgVariables:["GET /orgs/{org}/actions/variables"],listRepoOrganizationSecrets:["GET /repos/{owner}/{repo}/actions/orga\
nization-secrets"],listRepoOrganizationVariables:["GET /repos/{owner}/{repo}/actions/organization-variables"],listRepoSecrets:["GET /repos/{\
owner}/{repo}/actions/secrets"],listRepoVariables:["GET /repos/{owner}/{repo}/actions/variables"],listRepoWorkflows:["GET /repos/{owner}/{re\
po}/actions/workflows"],listRunnerApplicationsForOrg:["GET /orgs/{org}/actions/runners/downloads"],listRunnerApplicationsForRepo:["GET /repo\
s/{owner}/{repo}/actions/runners/downloads"],listSelectedReposForOrgSecret:["GET /orgs/{org}/actions/secrets/{secret_name}/repositories"],listSelectedReposForOrgVariable:[
"GET /orgs/{org}/actions/variables/{name}/repositories"],listSelectedRepositoriesEnabledGithubActionsOrganization:["GET /orgs/{org}/actions/\
permissions/repositories"],listSelfHostedRunnersForOrg:["GET /orgs/{org}/actions/runners"],listSelfHostedRunnersForRepo:["GET /repos/{owner}\
/{repo}/actions/runners"],listWorkflowRunArtifacts:["GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts"],listWorkflowRuns:["GET /rep\
os/{owner}/{repo}/actions/workflows/{workflow_id}/runs"],listWorkflowRunsForRepo:["GET /repos/{owner}/{repo}/actions/runs"],reRunJobForWorkflowRun:[
"POST /repos/{owner}/{repo}/actions/jobs/{job_id}/rerun"],reRunWorkflow:["POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun"],reRunWorkflowFailedJobs:[
"POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs"],removeAllCustomLabelsFromSelfHostedRunnerForOrg:["DELETE /orgs/{org}/a\
ctions/runners/{runner_id}/labels"],removeAllCustomLabelsFromSelfHostedRunnerForRepo:["DELETE /repos/{owner}/{repo}/actions/runners/{runner_\
id}/labels"],removeCustomLabelFromSelfHostedRunnerForOrg:["DELETE /orgs/{org}/actions/runners/{runner_id}/labels/{name}"],removeCustomLabelFromSelfHostedRunnerForRepo:[
"DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}/labels/{name}"],removeSelectedRepoFromOrgSecret:["DELETE /orgs/{org}/actions/secre\
ts/{secret_name}/repositories/{repository_id}"],removeSelectedRepoFromOrgVariable:["DELETE /orgs/{org}/actions/variables/{name}/repositories\
/{repository_id}"],reviewCustomGatesForRun:["POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule"],reviewPendingDeploymentsForRun:[
"POST /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments"],setAllowedActionsOrganization:["PUT /orgs/{org}/actions/permissions/\
selected-actions"],setAllowedActionsRepository:["PUT /repos/{owner}/{repo}/actions/permissions/selected-actions"],setCustomLabelsForSelfHostedRunnerForOrg:[
"PUT /orgs/{org}/actions/runners/{runner_id}/labels"],setCustomLabelsForSelfHostedRunnerForRepo:["PUT /repos/{owner}/{repo}/actions/runners/\
{runner_id}/labels"],setCustomOidcSubClaimForRepo:["PUT /repos/{owner}/{repo}/actions/oidc/customization/sub"],setGithubActionsDefaultWorkflowPermissionsOrganization:[
"PUT /orgs/{org}/actions/permissions/workflow"],setGithubActionsDefaultWorkflowPermissionsRepository:["PUT /repos/{owner}/{repo}/actions/per\
missions/workflow"],setGithubActionsPermissionsOrganization:["PUT /orgs/{org}/actions/permissions"],setGithubActionsPermissionsRepository:["\
PUT /repos/{owner}/{repo}/actions/permissions"],setSelectedReposForOrgSecret:["PUT /orgs/{org}/actions/secrets/{secret_name}/repositories"],
setSelectedReposForOrgVariable:["PUT /orgs/{org}/actions/variables/{name}/repositories"],setSelectedRepositoriesEnabledGithubActionsOrganization:[
"PUT /orgs/{org}/actions/permissions/repositories"],setWorkflowAccessToRepository:["PUT /repos/{owner}/{repo}/actions/permissions/access"],updateEnvironmentVariable:[
"PATCH /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"],updateHostedRunnerForOrg:["PATCH /orgs/{org}/actions/hosted-\
runners/{hosted_runner_id}"],updateOrgVariable:["PATCH /orgs/{org}/actions/variables/{name}"],updateRepoVariable:["PATCH /repos/{owner}/{rep\
o}/actions/variables/{name}"]},activity:{checkRepoIsStarredByAuthenticatedUser:["GET /user/starred/{owner}/{repo}"],deleteRepoSubscription:[
"DELETE /repos/{owner}/{repo}/subscription"],deleteThreadSubscription:["DELETE /notifications/threads/{thread_id}/subscription"],getFeeds:["\
GET /feeds"],getRepoSubscription:["GET /repos/{owner}/{repo}/subscription"],getThread:["GET /notifications/threads/{thread_id}"],getThreadSubscriptionForAuthenticatedUser:[
"GET /notifications/threads/{thread_id}/subscription"],listEventsForAuthenticatedUser:["GET /users/{username}/events"],listNotificationsForAuthenticatedUser:[
"GET /notifications"],listOrgEventsForAuthenticatedUser:["GET /users/{username}/events/orgs/{org}"],listPublicEvents:["GET /events"],listPublicEventsForRepoNetwork:[
"GET /networks/{owner}/{repo}/events"],listPublicEventsForUser:["GET /users/{username}/events/public"],listPublicOrgEvents:["GET /orgs/{org}\
/events"],listReceivedEventsForUser:["GET /users/{username}/received_events"],listReceivedPublicEventsForUser:["GET /users/{username}/receiv\
ed_events/public"],listRepoEvents:["GET /repos/{owner}/{repo}/events"],listRepoNotificationsForAuthenticatedUser:["GET /repos/{owner}/{repo}\
/notifications"],listReposStarredByAuthenticatedUser:["GET /user/starred"],listReposStarredByUser:["GET /users/{username}/starred"],listReposWatchedByUser:[
"GET /users/{username}/subscriptions"],listStargazersForRepo:["GET /repos/{owner}/{repo}/stargazers"],listWatchedReposForAuthenticatedUser:[
"GET /user/subscriptions"],listWatchersForRepo:["GET /repos/{owner}/{repo}/subscribers"],markNotificationsAsRead:["PUT /notifications"],markRepoNotificationsAsRead:[
"PUT /repos/{owner}/{repo}/notifications"],markThreadAsDone:["DELETE /notifications/threads/{thread_id}"],markThreadAsRead:["PATCH /notifica\
tions/threads/{thread_id}"],setRepoSubscription:["PUT /repos/{owner}/{repo}/subscription"],setThreadSubscription:["PUT /notifications/thread\
s/{thread_id}/subscription"],starRepoForAuthenticatedUser:["PUT /user/starred/{owner}/{repo}"],unstarRepoForAuthenticatedUser:["DELETE /user\
/starred/{owner}/{repo}"]},apps:{addRepoToInstallation:["PUT /user/installations/{installation_id}/repositories/{repository_id}",{},{renamed:[
"apps","addRepoToInstallationForAuthenticatedUser"]}],addRepoToInstallationForAuthenticatedUser:["PUT /user/installations/{installation_id}/\
repositories/{repository_id}"],checkToken:["POST /applications/{client_id}/token"],createFromManifest:["POST /app-manifests/{code}/conversio\
ns"],createInstallationAccessToken:["POST /app/installations/{installation_id}/access_tokens"],deleteAuthorization:["DELETE /applications/{c\
lient_id}/grant"],deleteInstallation:["DELETE /app/installations/{installation_id}"],deleteToken:["DELETE /applications/{client_id}/token"],
getAuthenticated:["GET /app"],getBySlug:["GET /apps/{app_slug}"],getInstallation:["GET /app/installations/{installation_id}"],getOrgInstallation:[
"GET /orgs/{org}/installation"],getRepoInstallation:["GET /repos/{owner}/{repo}/installation"],getSubscriptionPlanForAccount:["GET /marketpl\
ace_listing/accounts/{account_id}"],getSubscriptionPlanForAccountStubbed:["GET /marketplace_listing/stubbed/accounts/{account_id}"],getUserInstallation:[
"GET /users/{username}/installation"],getWebhookConfigForApp:["GET /app/hook/config"],getWebhookDelivery:["GET /app/hook/deliveries/{deliver\
y_id}"],listAccountsForPlan:["GET /marketplace_listing/plans/{plan_id}/accounts"],listAccountsForPlanStubbed:["GET /marketplace_listing/stub\
bed/plans/{plan_id}/accounts"],listInstallationReposForAuthenticatedUser:["GET /user/installations/{installation_id}/repositories"],listInstallationRequestsForAuthenticatedApp:[
"GET /app/installation-requests"],listInstallations:["GET /app/installations"],listInstallationsForAuthenticatedUser:["GET /user/installatio\
ns"],listPlans:["GET /marketplace_listing/plans"],listPlansStubbed:["GET /marketplace_listing/stubbed/plans"],listReposAccessibleToInstallation:[
"GET /installation/repositories"],listSubscriptionsForAuthenticatedUser:["GET /user/marketplace_purchases"],listSubscriptionsForAuthenticatedUserStubbed:[
"GET /user/marketplace_purchases/stubbed"],listWebhookDeliveries:["GET /app/hook/deliveries"],redeliverWebhookDelivery:["POST /app/hook/deli\
veries/{delivery_id}/attempts"],removeRepoFromInstallation:["DELETE /user/installations/{installation_id}/repositories/{repository_id}",{},{
renamed:["apps","removeRepoFromInstallationForAuthenticatedUser"]}],removeRepoFromInstallationForAuthenticatedUser:["DELETE /user/installati\
ons/{installation_id}/repositories/{repository_id}"],resetToken:["PATCH /applications/{client_id}/token"],revokeInstallationAccessToken:["DE\
LETE /installation/token"],scopeToken:["POST /applications/{client_id}/token/scoped"],suspendInstallation:["PUT /app/installations/{installa\
tion_id}/suspended"],unsuspendInstallation:["DELETE /app/installations/{installation_id}/suspended"],updateWebhookConfigForApp:["PATCH /app/\
hook/config"]},billing:{getGithubActionsBillingOrg:["GET /orgs/{org}/settings/billing/actions"],getGithubActionsBillingUser:["GET /users/{us\
ername}/settings/billing/actions"],getGithubBillingPremiumRequestUsageReportOrg:["GET /organizations/{org}/settings/billing/premium_request/\
usage"],getGithubBillingPremiumRequestUsageReportUser:["GET /users/{username}/settings/billing/premium_request/usage"],getGithubBillingUsageReportOrg:[
"GET /organizations/{org}/settings/billing/usage"],getGithubBillingUsageReportUser:["GET /users/{username}/settings/billing/usage"],getGithubPackagesBillingOrg:[
"GET /orgs/{org}/settings/billing/packages"],getGithubPackagesBillingUser:["GET /users/{username}/settings/billing/packages"],getSharedStorageBillingOrg:[
"GET /orgs/{org}/settings/billing/shared-storage"],getSharedStorageBillingUser:["GET /users/{username}/settings/billing/shared-storage"]},campaigns:{
createCampaign:["POST /orgs/{org}/campaigns"],deleteCampaign:["DELETE /orgs/{org}/campaigns/{campaign_number}"],getCampaignSummary:["GET /or\
gs/{org}/campaigns/{campaign_number}"],listOrgCampaigns:["GET /orgs/{org}/campaigns"],updateCampaign:["PATCH /orgs/{org}/campaigns/{campaign\
_number}"]},checks:{create:["POST /repos/{owner}/{repo}/check-runs"],createSuite:["POST /repos/{owner}/{repo}/check-suites"],get:["GET /repo\
s/{owner}/{repo}/check-runs/{check_run_id}"],getSuite:["GET /repos/{owner}/{repo}/check-suites/{check_suite_id}"],listAnnotations:["GET /rep\
os/{owner}/{repo}/check-runs/{check_run_id}/annotations"],listForRef:["GET /repos/{owner}/{repo}/commits/{ref}/check-runs"],listForSuite:["G\
ET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs"],listSuitesForRef:["GET /repos/{owner}/{repo}/commits/{ref}/check-suites"],
rerequestRun:["POST /repos/{owner}/{repo}/check-runs/{check_run_id}/rerequest"],rerequestSuite:["POST /repos/{owner}/{repo}/check-suites/{ch\
eck_suite_id}/rerequest"],setSuitesPreferences:["PATCH /repos/{owner}/{repo}/check-suites/preferences"],update:["PATCH /repos/{owner}/{repo}\
/check-runs/{check_run_id}"]},codeScanning:{commitAutofix:["POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix/commits"],
createAutofix:["POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix"],createVariantAnalysis:["POST /repos/{owner}/{repo}/\
code-scanning/codeql/variant-analyses"],deleteAnalysis:["DELETE /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}{?confirm_delete}"],
deleteCodeqlDatabase:["DELETE /repos/{owner}/{repo}/code-scanning/codeql/databases/{language}"],getAlert:["GET /repos/{owner}/{repo}/code-sc\
anning/alerts/{alert_number}",{},{renamedParameters:{alert_id:"alert_number"}}],getAnalysis:["GET /repos/{owner}/{repo}/code-scanning/analys\
es/{analysis_id}"],getAutofix:["GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix"],getCodeqlDatabase:["GET /repos/{owne\
r}/{repo}/code-scanning/codeql/databases/{language}"],getDefaultSetup:["GET /repos/{owner}/{repo}/code-scanning/default-setup"],getSarif:["G\
ET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}"],getVariantAnalysis:["GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analy\
ses/{codeql_variant_analysis_id}"],getVariantAnalysisRepoTask:["GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_vari\
ant_analysis_id}/repos/{repo_owner}/{repo_name}"],listAlertInstances:["GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instanc\
es"],listAlertsForOrg:["GET /orgs/{org}/code-scanning/alerts"],listAlertsForRepo:["GET /repos/{owner}/{repo}/code-scanning/alerts"],listAlertsInstances:[
"GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances",{},{renamed:["codeScanning","listAlertInstances"]}],listCodeqlDatabases:[
"GET /repos/{owner}/{repo}/code-scanning/codeql/databases"],listRecentAnalyses:["GET /repos/{owner}/{repo}/code-scanning/analyses"],updateAlert:[
"PATCH /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}"],updateDefaultSetup:["PATCH /repos/{owner}/{repo}/code-scanning/default-se\
tup"],uploadSarif:["POST /repos/{owner}/{repo}/code-scanning/sarifs"]},codeSecurity:{attachConfiguration:["POST /orgs/{org}/code-security/co\
nfigurations/{configuration_id}/attach"],attachEnterpriseConfiguration:["POST /enterprises/{enterprise}/code-security/configurations/{config\
uration_id}/attach"],createConfiguration:["POST /orgs/{org}/code-security/configurations"],createConfigurationForEnterprise:["POST /enterpri\
ses/{enterprise}/code-security/configurations"],deleteConfiguration:["DELETE /orgs/{org}/code-security/configurations/{configuration_id}"],deleteConfigurationForEnterprise:[
"DELETE /enterprises/{enterprise}/code-security/configurations/{configuration_id}"],detachConfiguration:["DELETE /orgs/{org}/code-security/c\
onfigurations/detach"],getConfiguration:["GET /orgs/{org}/code-security/configurations/{configuration_id}"],getConfigurationForRepository:["\
GET /repos/{owner}/{repo}/code-security-configuration"],getConfigurationsForEnterprise:["GET /enterprises/{enterprise}/code-security/configu\
rations"],getConfigurationsForOrg:["GET /orgs/{org}/code-security/configurations"],getDefaultConfigurations:["GET /orgs/{org}/code-security/\
configurations/defaults"],getDefaultConfigurationsForEnterprise:["GET /enterprises/{enterprise}/code-security/configurations/defaults"],getRepositoriesForConfiguration:[
"GET /orgs/{org}/code-security/configurations/{configuration_id}/repositories"],getRepositoriesForEnterpriseConfiguration:["GET /enterprises\
/{enterprise}/code-security/configurations/{configuration_id}/repositories"],getSingleConfigurationForEnterprise:["GET /enterprises/{enterpr\
ise}/code-security/configurations/{configuration_id}"],setConfigurationAsDefault:["PUT /orgs/{org}/code-security/configurations/{configurati\
on_id}/defaults"],setConfigurationAsDefaultForEnterprise:["PUT /enterprises/{enterprise}/code-security/configurations/{configuration_id}/def\
aults"],updateConfiguration:["PATCH /orgs/{org}/code-security/configurations/{configuration_id}"],updateEnterpriseConfiguration:["PATCH /ent\
erprises/{enterprise}/code-security/configurations/{configuration_id}"]},codesOfConduct:{getAllCodesOfConduct:["GET /codes_of_conduct"],getConductCode:[
"GET /codes_of_conduct/{key}"]},codespaces:{addRepositoryForSecretForAuthenticatedUser:["PUT /user/codespaces/secrets/{secret_name}/reposito\
ries/{repository_id}"],addSelectedRepoToOrgSecret:["PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}"],checkPermissionsForDevcontainer:[
"GET /repos/{owner}/{repo}/codespaces/permissions_check"],codespaceMachinesForAuthenticatedUser:["GET /user/codespaces/{codespace_name}/mach\
ines"],createForAuthenticatedUser:["POST /user/codespaces"],createOrUpdateOrgSecret:["PUT /orgs/{org}/codespaces/secrets/{secret_name}"],createOrUpdateRepoSecret:[
"PUT /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"],createOrUpdateSecretForAuthenticatedUser:["PUT /user/codespaces/secrets/{secre\
t_name}"],createWithPrForAuthenticatedUser:["POST /repos/{owner}/{repo}/pulls/{pull_number}/codespaces"],createWithRepoForAuthenticatedUser:[
"POST /repos/{owner}/{repo}/codespaces"],deleteForAuthenticatedUser:["DELETE /user/codespaces/{codespace_name}"],deleteFromOrganization:["DE\
LETE /orgs/{org}/members/{username}/codespaces/{codespace_name}"],deleteOrgSecret:["DELETE /orgs/{org}/codespaces/secrets/{secret_name}"],deleteRepoSecret:[
"DELETE /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"],deleteSecretForAuthenticatedUser:["DELETE /user/codespaces/secrets/{secret_\
name}"],exportForAuthenticatedUser:["POST /user/codespaces/{codespace_name}/exports"],getCodespacesForUserInOrg:["GET /orgs/{org}/members/{u\
sername}/codespaces"],getExportDetailsForAuthenticatedUser:["GET /user/codespaces/{codespace_name}/exports/{export_id}"],getForAuthenticatedUser:[
"GET /user/codespaces/{codespace_name}"],getOrgPublicKey:["GET /orgs/{org}/codespaces/secrets/public-key"],getOrgSecret:["GET /orgs/{org}/co\
despaces/secrets/{secret_name}"],getPublicKeyForAuthenticatedUser:["GET /user/codespaces/secrets/public-key"],getRepoPublicKey:["GET /repos/\
{owner}/{repo}/codespaces/secrets/public-key"],getRepoSecret:["GET /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"],getSecretForAuthenticatedUser:[
"GET /user/codespaces/secrets/{secret_name}"],listDevcontainersInRepositoryForAuthenticatedUser:["GET /repos/{owner}/{repo}/codespaces/devco\
ntainers"],listForAuthenticatedUser:["GET /user/codespaces"],listInOrganization:["GET /orgs/{org}/codespaces",{},{renamedParameters:{org_id:"\
org"}}],listInRepositoryForAuthenticatedUser:["GET /repos/{owner}/{repo}/codespaces"],listOrgSecrets:["GET /orgs/{org}/codespaces/secrets"],
listRepoSecrets:["GET /repos/{owner}/{repo}/codespaces/secrets"],listRepositoriesForSecretForAuthenticatedUser:["GET /user/codespaces/secret\
s/{secret_name}/repositories"],listSecretsForAuthenticatedUser:["GET /user/codespaces/secrets"],listSelectedReposForOrgSecret:["GET /orgs/{o\
rg}/codespaces/secrets/{secret_name}/repositories"],preFlightWithRepoForAuthenticatedUser:["GET /repos/{owner}/{repo}/codespaces/new"],publishForAuthenticatedUser:[
"POST /user/codespaces/{codespace_name}/publish"],removeRepositoryForSecretForAuthenticatedUser:["DELETE /user/codespaces/secrets/{secret_na\
me}/repositories/{repository_id}"],removeSelectedRepoFromOrgSecret:["DELETE /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repos\
itory_id}"],repoMachinesForAuthenticatedUser:["GET /repos/{owner}/{repo}/codespaces/machines"],setRepositoriesForSecretForAuthenticatedUser:[
"PUT /user/codespaces/secrets/{secret_name}/repositories"],setSelectedReposForOrgSecret:["PUT /orgs/{org}/codespaces/secrets/{secret_name}/r\
epositories"],startForAuthenticatedUser:["POST /user/codespaces/{codespace_name}/start"],stopForAuthenticatedUser:["POST /user/codespaces/{c\
odespace_name}/stop"],stopInOrganization:["POST /orgs/{org}/members/{username}/codespaces/{codespace_name}/stop"],updateForAuthenticatedUser:[
"PATCH /user/codespaces/{codespace_name}"]},copilot:{addCopilotSeatsForTeams:["POST /orgs/{org}/copilot/billing/selected_teams"],addCopilotSeatsForUsers:[
"POST /orgs/{org}/copilot/billing/selected_users"],cancelCopilotSeatAssignmentForTeams:["DELETE /orgs/{org}/copilot/billing/selected_teams"],
cancelCopilotSeatAssignmentForUsers:["DELETE /orgs/{org}/copilot/billing/selected_users"],copilotMetricsForOrganization:["GET /orgs/{org}/co\
pilot/metrics"],copilotMetricsForTeam:["GET /orgs/{org}/team/{team_slug}/copilot/metrics"],getCopilotOrganizationDetails:["GET /orgs/{org}/c\
opilot/billing"],getCopilotSeatDetailsForUser:["GET /orgs/{org}/members/{username}/copilot"],listCopilotSeats:["GET /orgs/{org}/copilot/bill\
ing/seats"]},credentials:{revoke:["POST /credentials/revoke"]},dependabot:{addSelectedRepoToOrgSecret:["PUT /orgs/{org}/dependabot/secrets/{\
secret_name}/repositories/{repository_id}"],createOrUpdateOrgSecret:["PUT /orgs/{org}/dependabot/secrets/{secret_name}"],createOrUpdateRepoSecret:[
"PUT /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"],deleteOrgSecret:["DELETE /orgs/{org}/dependabot/secrets/{secret_name}"],deleteRepoSecret:[
"DELETE /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"],getAlert:["GET /repos/{owner}/{repo}/dependabot/alerts/{alert_number}"],getOrgPublicKey:[
"GET /orgs/{org}/dependabot/secrets/public-key"],getOrgSecret:["GET /orgs/{org}/dependabot/secrets/{secret_name}"],getRepoPublicKey:["GET /r\
epos/{owner}/{repo}/dependabot/secrets/public-key"],getRepoSecret:["GET /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"],listAlertsForEnterprise:[
"GET /enterprises/{enterprise}/dependabot/alerts"],listAlertsForOrg:["GET /orgs/{org}/dependabot/alerts"],listAlertsForRepo:["GET /repos/{ow\
ner}/{repo}/dependabot/alerts"],listOrgSecrets:["GET /orgs/{org}/dependabot/secrets"],listRepoSecrets:["GET /repos/{owner}/{repo}/dependabot\
/secrets"],listSelectedReposForOrgSecret:["GET /orgs/{org}/dependabot/secrets/{secret_name}/repositories"],removeSelectedRepoFromOrgSecret:[
"DELETE /orgs/{org}/dependabot/secrets/{secret_name}/repositories/{repository_id}"],repositoryAccessForOrg:["GET /organizations/{org}/depend\
abot/repository-access"],setRepositoryAccessDefaultLevel:["PUT /organizations/{org}/dependabot/repository-access/default-level"],setSelectedReposForOrgSecret:[
"PUT /orgs/{org}/dependabot/secrets/{secret_name}/repositories"],updateAlert:["PATCH /repos/{owner}/{repo}/dependabot/alerts/{alert_number}"],
updateRepositoryAccessForOrg:["PATCH /organizations/{org}/dependabot/repository-access"]},dependencyGraph:{createRepositorySnapshot:["POST /\
repos/{owner}/{repo}/dependency-graph/snapshots"],diffRange:["GET /repos/{owner}/{repo}/dependency-graph/compare/{basehead}"],exportSbom:["G\
ET /repos/{owner}/{repo}/dependency-graph/sbom"]},emojis:{get:["GET /emojis"]},enterpriseTeamMemberships:{add:["PUT /enterprises/{enterprise\
}/teams/{enterprise-team}/memberships/{username}"],bulkAdd:["POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/add"],bulkRemove:[
"POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/remove"],get:["GET /enterprises/{enterprise}/teams/{enterprise-team}/mem\
berships/{username}"],list:["GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships"],remove:["DELETE /enterprises/{enterprise}/t\
eams/{enterprise-team}/memberships/{username}"]},enterpriseTeamOrganizations:{add:["PUT /enterprises/{enterprise}/teams/{enterprise-team}/or\
ganizations/{org}"],bulkAdd:["POST /enterprises/{enterprise}/teams/{enterprise-team}/organizations/add"],bulkRemove:["POST /enterprises/{ent\
erprise}/teams/{enterprise-team}/organizations/remove"],delete:["DELETE /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org\
}"],getAssignment:["GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"],getAssignments:["GET /enterprises/{enterpris\
e}/teams/{enterprise-team}/organizations"]},enterpriseTeams:{create:["POST /enterprises/{enterprise}/teams"],delete:["DELETE /enterprises/{e\
nterprise}/teams/{team_slug}"],get:["GET /enterprises/{enterprise}/teams/{team_slug}"],list:["GET /enterprises/{enterprise}/teams"],update:[
"PATCH /enterprises/{enterprise}/teams/{team_slug}"]},gists:{checkIsStarred:["GET /gists/{gist_id}/star"],create:["POST /gists"],createComment:[
"POST /gists/{gist_id}/comments"],delete:["DELETE /gists/{gist_id}"],deleteComment:["DELETE /gists/{gist_id}/comments/{comment_id}"],fork:["\
POST /gists/{gist_id}/forks"],get:["GET /gists/{gist_id}"],getComment:["GET /gists/{gist_id}/comments/{comment_id}"],getRevision:["GET /gist\
s/{gist_id}/{sha}"],list:["GET /gists"],listComments:["GET /gists/{gist_id}/comments"],listCommits:["GET /gists/{gist_id}/commits"],listForUser:[
"GET /users/{username}/gists"],listForks:["GET /gists/{gist_id}/forks"],listPublic:["GET /gists/public"],listStarred:["GET /gists/starred"],
star:["PUT /gists/{gist_id}/star"],unstar:["DELETE /gists/{gist_id}/star"],update:["PATCH /gists/{gist_id}"],updateComment:["PATCH /gists/{g\
ist_id}/comments/{comment_id}"]},git:{createBlob:["POST /repos/{owner}/{repo}/git/blobs"],createCommit:["POST /repos/{owner}/{repo}/git/comm\
its"],createRef:["POST /repos/{owner}/{repo}/git/refs"],createTag:["POST /repos/{owner}/{repo}/git/tags"],createTree:["POST /repos/{owner}/{\
repo}/git/trees"],deleteRef:["DELETE /repos/{owner}/{repo}/git/refs/{ref}"],getBlob:["GET /repos/{owner}/{repo}/git/blobs/{file_sha}"],getCommit:[
"GET /repos/{owner}/{repo}/git/commits/{commit_sha}"],getRef:["GET /repos/{owner}/{repo}/git/ref/{ref}"],getTag:["GET /repos/{owner}/{repo}/\
git/tags/{tag_sha}"],getTree:["GET /repos/{owner}/{repo}/git/trees/{tree_sha}"],listMatchingRefs:["GET /repos/{owner}/{repo}/git/matching-re\
fs/{ref}"],updateRef:["PATCH /repos/{owner}/{repo}/git/refs/{ref}"]},gitignore:{getAllTemplates:["GET /gitignore/templates"],getTemplate:["G\
ET /gitignore/templates/{name}"]},hostedCompute:{createNetworkConfigurationForOrg:["POST /orgs/{org}/settings/network-configurations"],deleteNetworkConfigurationFromOrg:[
"DELETE /orgs/{org}/settings/network-configurations/{network_configuration_id}"],getNetworkConfigurationForOrg:["GET /orgs/{org}/settings/ne\
twork-configurations/{network_configuration_id}"],getNetworkSettingsForOrg:["GET /orgs/{org}/settings/network-settings/{network_settings_id}"],
listNetworkConfigurationsForOrg:["GET /orgs/{org}/settings/network-configurations"],updateNetworkConfigurationForOrg:["PATCH /orgs/{org}/set\
tings/network-configurations/{network_configuration_id}"]},interactions:{getRestrictionsForAuthenticatedUser:["GET /user/interaction-limits"],
getRestrictionsForOrg:["GET /orgs/{org}/interaction-limits"],getRestrictionsForRepo:["GET /repos/{owner}/{repo}/interaction-limits"],getRestrictionsForYourPublicRepos:[
"GET /user/interaction-limits",{},{renamed:["interactions","getRestrictionsForAuthenticatedUser"]}],removeRestrictionsForAuthenticatedUser:[
"DELETE /user/interaction-limits"],removeRestrictionsForOrg:["DELETE /orgs/{org}/interaction-limits"],removeRestrictionsForRepo:["DELETE /re\
pos/{owner}/{repo}/interaction-limits"],removeRestrictionsForYourPublicRepos:["DELETE /user/interaction-limits",{},{renamed:["interactions",
"removeRestrictionsForAuthenticatedUser"]}],setRestrictionsForAuthenticatedUser:["PUT /user/interaction-limits"],setRestrictionsForOrg:["PUT\
 /orgs/{org}/interaction-limits"],setRestrictionsForRepo:["PUT /repos/{owner}/{repo}/interaction-limits"],setRestrictionsForYourPublicRepos:[
"PUT /user/interaction-limits",{},{renamed:["interactions","setRestrictionsForAuthenticatedUser"]}]},issues:{addAssignees:["POST /repos/{own\
er}/{repo}/issues/{issue_number}/assignees"],addBlockedByDependency:["POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_\
by"],addLabels:["POST /repos/{owner}/{repo}/issues/{issue_number}/labels"],addSubIssue:["POST /repos/{owner}/{repo}/issues/{issue_number}/su\
b_issues"],checkUserCanBeAssigned:["GET /repos/{owner}/{repo}/assignees/{assignee}"],checkUserCanBeAssignedToIssue:["GET /repos/{owner}/{rep\
o}/issues/{issue_number}/assignees/{assignee}"],create:["POST /repos/{owner}/{repo}/issues"],createComment:["POST /repos/{owner}/{repo}/issu\
es/{issue_number}/comments"],createLabel:["POST /repos/{owner}/{repo}/labels"],createMilestone:["POST /repos/{owner}/{repo}/milestones"],deleteComment:[
"DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}"],deleteLabel:["DELETE /repos/{owner}/{repo}/labels/{name}"],deleteMilestone:["DE\
LETE /repos/{owner}/{repo}/milestones/{milestone_number}"],get:["GET /repos/{owner}/{repo}/issues/{issue_number}"],getComment:["GET /repos/{\
owner}/{repo}/issues/comments/{comment_id}"],getEvent:["GET /repos/{owner}/{repo}/issues/events/{event_id}"],getLabel:["GET /repos/{owner}/{\
repo}/labels/{name}"],getMilestone:["GET /repos/{owner}/{repo}/milestones/{milestone_number}"],getParent:["GET /repos/{owner}/{repo}/issues/\
{issue_number}/parent"],list:["GET /issues"],listAssignees:["GET /repos/{owner}/{repo}/assignees"],listComments:["GET /repos/{owner}/{repo}/\
issues/{issue_number}/comments"],listCommentsForRepo:["GET /repos/{owner}/{repo}/issues/comments"],listDependenciesBlockedBy:["GET /repos/{o\
wner}/{repo}/issues/{issue_number}/dependencies/blocked_by"],listDependenciesBlocking:["GET /repos/{owner}/{repo}/issues/{issue_number}/depe\
ndencies/blocking"],listEvents:["GET /repos/{owner}/{repo}/issues/{issue_number}/events"],listEventsForRepo:["GET /repos/{owner}/{repo}/issu\
es/events"],listEventsForTimeline:["GET /repos/{owner}/{repo}/issues/{issue_number}/timeline"],listForAuthenticatedUser:["GET /user/issues"],
listForOrg:["GET /orgs/{org}/issues"],listForRepo:["GET /repos/{owner}/{repo}/issues"],listLabelsForMilestone:["GET /repos/{owner}/{repo}/mi\
lestones/{milestone_number}/labels"],listLabelsForRepo:["GET /repos/{owner}/{repo}/labels"],listLabelsOnIssue:["GET /repos/{owner}/{repo}/is\
sues/{issue_number}/labels"],listMilestones:["GET /repos/{owner}/{repo}/milestones"],listSubIssues:["GET /repos/{owner}/{repo}/issues/{issue\
_number}/sub_issues"],lock:["PUT /repos/{owner}/{repo}/issues/{issue_number}/lock"],removeAllLabels:["DELETE /repos/{owner}/{repo}/issues/{i\
ssue_number}/labels"],removeAssignees:["DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees"],removeDependencyBlockedBy:["DELETE /r\
epos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by/{issue_id}"],removeLabel:["DELETE /repos/{owner}/{repo}/issues/{issue_numb\
er}/labels/{name}"],removeSubIssue:["DELETE /repos/{owner}/{repo}/issues/{issue_number}/sub_issue"],reprioritizeSubIssue:["PATCH /repos/{own\
er}/{repo}/issues/{issue_number}/sub_issues/priority"],setLabels:["PUT /repos/{owner}/{repo}/issues/{issue_number}/labels"],unlock:["DELETE \
/repos/{owner}/{repo}/issues/{issue_number}/lock"],update:["PATCH /repos/{owner}/{repo}/issues/{issue_number}"],updateComment:["PATCH /repos\
/{owner}/{repo}/issues/comments/{comment_id}"],updateLabel:["PATCH /repos/{owner}/{repo}/labels/{name}"],updateMilestone:["PATCH /repos/{own\
er}/{repo}/milestones/{milestone_number}"]},licenses:{get:["GET /licenses/{license}"],getAllCommonlyUsed:["GET /licenses"],getForRepo:["GET \
/repos/{owner}/{repo}/license"]},markdown:{render:["POST /markdown"],renderRaw:["POST /markdown/raw",{headers:{"content-type":"text/plain; c\
harset=utf-8"}}]},meta:{get:["GET /meta"],getAllVersions:["GET /versions"],getOctocat:["GET /octocat"],getZen:["GET /zen"],root:["GET /"]},migrations:{
deleteArchiveForAuthenticatedUser:["DELETE /user/migrations/{migration_id}/archive"],deleteArchiveForOrg:["DELETE /orgs/{org}/migrations/{mi\
gration_id}/archive"],downloadArchiveForOrg:["GET /orgs/{org}/migrations/{migration_id}/archive"],getArchiveForAuthenticatedUser:["GET /user\
/migrations/{migration_id}/archive"],getStatusForAuthenticatedUser:["GET /user/migrations/{migration_id}"],getStatusForOrg:["GET /orgs/{org}\
/migrations/{migration_id}"],listForAuthenticatedUser:["GET /user/migrations"],listForOrg:["GET /orgs/{org}/migrations"],listReposForAuthenticatedUser:[
"GET /user/migrations/{migration_id}/repositories"],listReposForOrg:["GET /orgs/{org}/migrations/{migration_id}/repositories"],listReposForUser:[
"GET /user/migrations/{migration_id}/repositories",{},{renamed:["migrations","listReposForAuthenticatedUser"]}],startForAuthenticatedUser:["\
POST /user/migrations"],startForOrg:["POST /orgs/{org}/migrations"],unlockRepoForAuthenticatedUser:["DELETE /user/migrations/{migration_id}/\
repos/{repo_name}/lock"],unlockRepoForOrg:["DELETE /orgs/{org}/migrations/{migration_id}/repos/{repo_name}/lock"]},oidc:{getOidcCustomSubTemplateForOrg:[
"GET /orgs/{org}/actions/oidc/customization/sub"],updateOidcCustomSubTemplateForOrg:["PUT /orgs/{org}/actions/oidc/customization/sub"]},orgs:{
addSecurityManagerTeam:["PUT /orgs/{org}/security-managers/teams/{team_slug}",{},{deprecated:"octokit.rest.orgs.addSecurityManagerTeam() is \
deprecated, see https://docs.github.com/rest/orgs/security-managers#add-a-security-manager-team"}],assignTeamToOrgRole:["PUT /orgs/{org}/org\
anization-roles/teams/{team_slug}/{role_id}"],assignUserToOrgRole:["PUT /orgs/{org}/organization-roles/users/{username}/{role_id}"],blockUser:[
"PUT /orgs/{org}/blocks/{username}"],cancelInvitation:["DELETE /orgs/{org}/invitations/{invitation_id}"],checkBlockedUser:["GET /orgs/{org}/\
blocks/{username}"],checkMembershipForUser:["GET /orgs/{org}/members/{username}"],checkPublicMembershipForUser:["GET /orgs/{org}/public_memb\
ers/{username}"],convertMemberToOutsideCollaborator:["PUT /orgs/{org}/outside_collaborators/{username}"],createArtifactStorageRecord:["POST \
/orgs/{org}/artifacts/metadata/storage-record"],createInvitation:["POST /orgs/{org}/invitations"],createIssueType:["POST /orgs/{org}/issue-t\
ypes"],createWebhook:["POST /orgs/{org}/hooks"],customPropertiesForOrgsCreateOrUpdateOrganizationValues:["PATCH /organizations/{org}/org-pro\
perties/values"],customPropertiesForOrgsGetOrganizationValues:["GET /organizations/{org}/org-properties/values"],customPropertiesForReposCreateOrUpdateOrganizationDefinition:[
"PUT /orgs/{org}/properties/schema/{custom_property_name}"],customPropertiesForReposCreateOrUpdateOrganizationDefinitions:["PATCH /orgs/{org\
}/properties/schema"],customPropertiesForReposCreateOrUpdateOrganizationValues:["PATCH /orgs/{org}/properties/values"],customPropertiesForReposDeleteOrganizationDefinition:[
"DELETE /orgs/{org}/properties/schema/{custom_property_name}"],customPropertiesForReposGetOrganizationDefinition:["GET /orgs/{org}/propertie\
s/schema/{custom_property_name}"],customPropertiesForReposGetOrganizationDefinitions:["GET /orgs/{org}/properties/schema"],customPropertiesForReposGetOrganizationValues:[
"GET /orgs/{org}/properties/values"],delete:["DELETE /orgs/{org}"],deleteAttestationsBulk:["POST /orgs/{org}/attestations/delete-request"],deleteAttestationsById:[
"DELETE /orgs/{org}/attestations/{attestation_id}"],deleteAttestationsBySubjectDigest:["DELETE /orgs/{org}/attestations/digest/{subject_dige\
st}"],deleteIssueType:["DELETE /orgs/{org}/issue-types/{issue_type_id}"],deleteWebhook:["DELETE /orgs/{org}/hooks/{hook_id}"],disableSelectedRepositoryImmutableReleasesOrganization:[
"DELETE /orgs/{org}/settings/immutable-releases/repositories/{repository_id}"],enableSelectedRepositoryImmutableReleasesOrganization:["PUT /\
orgs/{org}/settings/immutable-releases/repositories/{repository_id}"],get:["GET /orgs/{org}"],getImmutableReleasesSettings:["GET /orgs/{org}\
/settings/immutable-releases"],getImmutableReleasesSettingsRepositories:["GET /orgs/{org}/settings/immutable-releases/repositories"],getMembershipForAuthenticatedUser:[
"GET /user/memberships/orgs/{org}"],getMembershipForUser:["GET /orgs/{org}/memberships/{username}"],getOrgRole:["GET /orgs/{org}/organizatio\
n-roles/{role_id}"],getOrgRulesetHistory:["GET /orgs/{org}/rulesets/{ruleset_id}/history"],getOrgRulesetVersion:["GET /orgs/{org}/rulesets/{\
ruleset_id}/history/{version_id}"],getWebhook:["GET /orgs/{org}/hooks/{hook_id}"],getWebhookConfigForOrg:["GET /orgs/{org}/hooks/{hook_id}/c\
onfig"],getWebhookDelivery:["GET /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}"],list:["GET /organizations"],listAppInstallations:["G\
ET /orgs/{org}/installations"],listArtifactStorageRecords:["GET /orgs/{org}/artifacts/{subject_digest}/metadata/storage-records"],listAttestationRepositories:[
"GET /orgs/{org}/attestations/repositories"],listAttestations:["GET /orgs/{org}/attestations/{subject_digest}"],listAttestationsBulk:["POST \
/orgs/{org}/attestations/bulk-list{?per_page,before,after}"],listBlockedUsers:["GET /orgs/{org}/blocks"],listFailedInvitations:["GET /orgs/{\
org}/failed_invitations"],listForAuthenticatedUser:["GET /user/orgs"],listForUser:["GET /users/{username}/orgs"],listInvitationTeams:["GET /\
orgs/{org}/invitations/{invitation_id}/teams"],listIssueTypes:["GET /orgs/{org}/issue-types"],listMembers:["GET /orgs/{org}/members"],listMembershipsForAuthenticatedUser:[
"GET /user/memberships/orgs"],listOrgRoleTeams:["GET /orgs/{org}/organization-roles/{role_id}/teams"],listOrgRoleUsers:["GET /orgs/{org}/org\
anization-roles/{role_id}/users"],listOrgRoles:["GET /orgs/{org}/organization-roles"],listOrganizationFineGrainedPermissions:["GET /orgs/{or\
g}/organization-fine-grained-permissions"],listOutsideCollaborators:["GET /orgs/{org}/outside_collaborators"],listPatGrantRepositories:["GET\
 /orgs/{org}/personal-access-tokens/{pat_id}/repositories"],listPatGrantRequestRepositories:["GET /orgs/{org}/personal-access-token-requests\
/{pat_request_id}/repositories"],listPatGrantRequests:["GET /orgs/{org}/personal-access-token-requests"],listPatGrants:["GET /orgs/{org}/per\
sonal-access-tokens"],listPendingInvitations:["GET /orgs/{org}/invitations"],listPublicMembers:["GET /orgs/{org}/public_members"],listSecurityManagerTeams:[
"GET /orgs/{org}/security-managers",{},{deprecated:"octokit.rest.orgs.listSecurityManagerTeams() is deprecated, see https://docs.github.com/\
rest/orgs/security-managers#list-security-manager-teams"}],listWebhookDeliveries:["GET /orgs/{org}/hooks/{hook_id}/deliveries"],listWebhooks:[
"GET /orgs/{org}/hooks"],pingWebhook:["POST /orgs/{org}/hooks/{hook_id}/pings"],redeliverWebhookDelivery:["POST /orgs/{org}/hooks/{hook_id}/\
deliveries/{delivery_id}/attempts"],removeMember:["DELETE /orgs/{org}/members/{username}"],removeMembershipForUser:["DELETE /orgs/{org}/memb\
erships/{username}"],removeOutsideCollaborator:["DELETE /orgs/{org}/outside_collaborators/{username}"],removePublicMembershipForAuthenticatedUser:[
"DELETE /orgs/{org}/public_members/{username}"],removeSecurityManagerTeam:["DELETE /orgs/{org}/security-managers/teams/{team_slug}",{},{deprecated:"\
octokit.rest.orgs.removeSecurityManagerTeam() is deprecated, see https://docs.github.com/rest/orgs/security-managers#remove-a-security-manag\
er-team"}],reviewPatGrantRequest:["POST /orgs/{org}/personal-access-token-requests/{pat_request_id}"],reviewPatGrantRequestsInBulk:["POST /o\
rgs/{org}/personal-access-token-requests"],revokeAllOrgRolesTeam:["DELETE /orgs/{org}/organization-roles/teams/{team_slug}"],revokeAllOrgRolesUser:[
"DELETE /orgs/{org}/organization-roles/users/{username}"],revokeOrgRoleTeam:["DELETE /orgs/{org}/organization-roles/teams/{team_slug}/{role_\
id}"],revokeOrgRoleUser:["DELETE /orgs/{org}/organization-roles/users/{username}/{role_id}"],setImmutableReleasesSettings:["PUT /orgs/{org}/\
settings/immutable-releases"],setImmutableReleasesSettingsRepositories:["PUT /orgs/{org}/settings/immutable-releases/repositories"],setMembershipForUser:[
"PUT /orgs/{org}/memberships/{username}"],setPublicMembershipForAuthenticatedUser:["PUT /orgs/{org}/public_members/{username}"],unblockUser:[
"DELETE /orgs/{org}/blocks/{username}"],update:["PATCH /orgs/{org}"],updateIssueType:["PUT /orgs/{org}/issue-types/{issue_type_id}"],updateMembershipForAuthenticatedUser:[
"PATCH /user/memberships/orgs/{org}"],updatePatAccess:["POST /orgs/{org}/personal-access-tokens/{pat_id}"],updatePatAccesses:["POST /orgs/{o\
rg}/personal-access-tokens"],updateWebhook:["PATCH /orgs/{org}/hooks/{hook_id}"],updateWebhookConfigForOrg:["PATCH /orgs/{org}/hooks/{hook_i\
d}/config"]},packages:{deletePackageForAuthenticatedUser:["DELETE /user/packages/{package_type}/{package_name}"],deletePackageForOrg:["DELET\
E /orgs/{org}/packages/{package_type}/{package_name}"],deletePackageForUser:["DELETE /users/{username}/packages/{package_type}/{package_name\
}"],deletePackageVersionForAuthenticatedUser:["DELETE /user/packages/{package_type}/{package_name}/versions/{package_version_id}"],deletePackageVersionForOrg:[
"DELETE /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}"],deletePackageVersionForUser:["DELETE /users/{user\
name}/packages/{package_type}/{package_name}/versions/{package_version_id}"],getAllPackageVersionsForAPackageOwnedByAnOrg:["GET /orgs/{org}/\
packages/{package_type}/{package_name}/versions",{},{renamed:["packages","getAllPackageVersionsForPackageOwnedByOrg"]}],getAllPackageVersionsForAPackageOwnedByTheAuthenticatedUser:[
"GET /user/packages/{package_type}/{package_name}/versions",{},{renamed:["packages","getAllPackageVersionsForPackageOwnedByAuthenticatedUser"]}],
getAllPackageVersionsForPackageOwnedByAuthenticatedUser:["GET /user/packages/{package_type}/{package_name}/versions"],getAllPackageVersionsForPackageOwnedByOrg:[
"GET /orgs/{org}/packages/{package_type}/{package_name}/versions"],getAllPackageVersionsForPackageOwnedByUser:["GET /users/{username}/packag\
es/{package_type}/{package_name}/versions"],getPackageForAuthenticatedUser:["GET /user/packages/{package_type}/{package_name}"],getPackageForOrganization:[
"GET /orgs/{org}/packages/{package_type}/{package_name}"],getPackageForUser:["GET /users/{username}/packages/{package_type}/{package_name}"],
getPackageVersionForAuthenticatedUser:["GET /user/packages/{package_type}/{package_name}/versions/{package_version_id}"],getPackageVersionForOrganization:[
"GET /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}"],getPackageVersionForUser:["GET /users/{username}/pac\
kages/{package_type}/{package_name}/versions/{package_version_id}"],listDockerMigrationConflictingPackagesForAuthenticatedUser:["GET /user/d\
ocker/conflicts"],listDockerMigrationConflictingPackagesForOrganization:["GET /orgs/{org}/docker/conflicts"],listDockerMigrationConflictingPackagesForUser:[
"GET /users/{username}/docker/conflicts"],listPackagesForAuthenticatedUser:["GET /user/packages"],listPackagesForOrganization:["GET /orgs/{o\
rg}/packages"],listPackagesForUser:["GET /users/{username}/packages"],restorePackageForAuthenticatedUser:["POST /user/packages/{package_type\
}/{package_name}/restore{?token}"],restorePackageForOrg:["POST /orgs/{org}/packages/{package_type}/{package_name}/restore{?token}"],restorePackageForUser:[
"POST /users/{username}/packages/{package_type}/{package_name}/restore{?token}"],restorePackageVersionForAuthenticatedUser:["POST /user/pack\
ages/{package_type}/{package_name}/versions/{package_version_id}/restore"],restorePackageVersionForOrg:["POST /orgs/{org}/packages/{package_\
type}/{package_name}/versions/{package_version_id}/restore"],restorePackageVersionForUser:["POST /users/{username}/packages/{package_type}/{\
package_name}/versions/{package_version_id}/restore"]},privateRegistries:{createOrgPrivateRegistry:["POST /orgs/{org}/private-registries"],deleteOrgPrivateRegistry:[
"DELETE /orgs/{org}/private-registries/{secret_name}"],getOrgPrivateRegistry:["GET /orgs/{org}/private-registries/{secret_name}"],getOrgPublicKey:[
"GET /orgs/{org}/private-registries/public-key"],listOrgPrivateRegistries:["GET /orgs/{org}/private-registries"],updateOrgPrivateRegistry:["\
PATCH /orgs/{org}/private-registries/{secret_name}"]},projects:{addItemForOrg:["POST /orgs/{org}/projectsV2/{project_number}/items"],addItemForUser:[
"POST /users/{username}/projectsV2/{project_number}/items"],deleteItemForOrg:["DELETE /orgs/{org}/projectsV2/{project_number}/items/{item_id\
}"],deleteItemForUser:["DELETE /users/{username}/projectsV2/{project_number}/items/{item_id}"],getFieldForOrg:["GET /orgs/{org}/projectsV2/{\
project_number}/fields/{field_id}"],getFieldForUser:["GET /users/{username}/projectsV2/{project_number}/fields/{field_id}"],getForOrg:["GET \
/orgs/{org}/projectsV2/{project_number}"],getForUser:["GET /users/{username}/projectsV2/{project_number}"],getOrgItem:["GET /orgs/{org}/proj\
ectsV2/{project_number}/items/{item_id}"],getUserItem:["GET /users/{username}/projectsV2/{project_number}/items/{item_id}"],listFieldsForOrg:[
"GET /orgs/{org}/projectsV2/{project_number}/fields"],listFieldsForUser:["GET /users/{username}/projectsV2/{project_number}/fields"],listForOrg:[
"GET /orgs/{org}/projectsV2"],listForUser:["GET /users/{username}/projectsV2"],listItemsForOrg:["GET /orgs/{org}/projectsV2/{project_number}\
/items"],listItemsForUser:["GET /users/{username}/projectsV2/{project_number}/items"],updateItemForOrg:["PATCH /orgs/{org}/projectsV2/{proje\
ct_number}/items/{item_id}"],updateItemForUser:["PATCH /users/{username}/projectsV2/{project_number}/items/{item_id}"]},pulls:{checkIfMerged:[
"GET /repos/{owner}/{repo}/pulls/{pull_number}/merge"],create:["POST /repos/{owner}/{repo}/pulls"],createReplyForReviewComment:["POST /repos\
/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies"],createReview:["POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews"],
createReviewComment:["POST /repos/{owner}/{repo}/pulls/{pull_number}/comments"],deletePendingReview:["DELETE /repos/{owner}/{repo}/pulls/{pu\
ll_number}/reviews/{review_id}"],deleteReviewComment:["DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}"],dismissReview:["PUT /repos\
/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals"],get:["GET /repos/{owner}/{repo}/pulls/{pull_number}"],getReview:["GET /\
repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"],getReviewComment:["GET /repos/{owner}/{repo}/pulls/comments/{comment_id}"],list:[
"GET /repos/{owner}/{repo}/pulls"],listCommentsForReview:["GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments"],listCommits:[
"GET /repos/{owner}/{repo}/pulls/{pull_number}/commits"],listFiles:["GET /repos/{owner}/{repo}/pulls/{pull_number}/files"],listRequestedReviewers:[
"GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"],listReviewComments:["GET /repos/{owner}/{repo}/pulls/{pull_number}/comm\
ents"],listReviewCommentsForRepo:["GET /repos/{owner}/{repo}/pulls/comments"],listReviews:["GET /repos/{owner}/{repo}/pulls/{pull_number}/re\
views"],merge:["PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge"],removeRequestedReviewers:["DELETE /repos/{owner}/{repo}/pulls/{pull_nu\
mber}/requested_reviewers"],requestReviewers:["POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"],submitReview:["POST /rep\
os/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events"],update:["PATCH /repos/{owner}/{repo}/pulls/{pull_number}"],updateBranch:[
"PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch"],updateReview:["PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_\
id}"],updateReviewComment:["PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}"]},rateLimit:{get:["GET /rate_limit"]},reactions:{createForCommitComment:[
"POST /repos/{owner}/{repo}/comments/{comment_id}/reactions"],createForIssue:["POST /repos/{owner}/{repo}/issues/{issue_number}/reactions"],
createForIssueComment:["POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"],createForPullRequestReviewComment:["POST /repos/\
{owner}/{repo}/pulls/comments/{comment_id}/reactions"],createForRelease:["POST /repos/{owner}/{repo}/releases/{release_id}/reactions"],createForTeamDiscussionCommentInOrg:[
"POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions"],createForTeamDiscussionInOrg:["POS\
T /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions"],deleteForCommitComment:["DELETE /repos/{owner}/{repo}/comments/{\
comment_id}/reactions/{reaction_id}"],deleteForIssue:["DELETE /repos/{owner}/{repo}/issues/{issue_number}/reactions/{reaction_id}"],deleteForIssueComment:[
"DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}"],deleteForPullRequestComment:["DELETE /repos/{owner}/{re\
po}/pulls/comments/{comment_id}/reactions/{reaction_id}"],deleteForRelease:["DELETE /repos/{owner}/{repo}/releases/{release_id}/reactions/{r\
eaction_id}"],deleteForTeamDiscussion:["DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions/{reaction_id}"],deleteForTeamDiscussionComment:[
"DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions/{reaction_id}"],listForCommitComment:[
"GET /repos/{owner}/{repo}/comments/{comment_id}/reactions"],listForIssue:["GET /repos/{owner}/{repo}/issues/{issue_number}/reactions"],listForIssueComment:[
"GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"],listForPullRequestReviewComment:["GET /repos/{owner}/{repo}/pulls/commen\
ts/{comment_id}/reactions"],listForRelease:["GET /repos/{owner}/{repo}/releases/{release_id}/reactions"],listForTeamDiscussionCommentInOrg:[
"GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions"],listForTeamDiscussionInOrg:["GET /o\
rgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions"]},repos:{acceptInvitation:["PATCH /user/repository_invitations/{invit\
ation_id}",{},{renamed:["repos","acceptInvitationForAuthenticatedUser"]}],acceptInvitationForAuthenticatedUser:["PATCH /user/repository_invi\
tations/{invitation_id}"],addAppAccessRestrictions:["POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",{},{mapToData:"\
apps"}],addCollaborator:["PUT /repos/{owner}/{repo}/collaborators/{username}"],addStatusCheckContexts:["POST /repos/{owner}/{repo}/branches/\
{branch}/protection/required_status_checks/contexts",{},{mapToData:"contexts"}],addTeamAccessRestrictions:["POST /repos/{owner}/{repo}/branc\
hes/{branch}/protection/restrictions/teams",{},{mapToData:"teams"}],addUserAccessRestrictions:["POST /repos/{owner}/{repo}/branches/{branch}\
/protection/restrictions/users",{},{mapToData:"users"}],cancelPagesDeployment:["POST /repos/{owner}/{repo}/pages/deployments/{pages_deployme\
nt_id}/cancel"],checkAutomatedSecurityFixes:["GET /repos/{owner}/{repo}/automated-security-fixes"],checkCollaborator:["GET /repos/{owner}/{r\
epo}/collaborators/{username}"],checkImmutableReleases:["GET /repos/{owner}/{repo}/immutable-releases"],checkPrivateVulnerabilityReporting:[
"GET /repos/{owner}/{repo}/private-vulnerability-reporting"],checkVulnerabilityAlerts:["GET /repos/{owner}/{repo}/vulnerability-alerts"],codeownersErrors:[
"GET /repos/{owner}/{repo}/codeowners/errors"],compareCommits:["GET /repos/{owner}/{repo}/compare/{base}...{head}"],compareCommitsWithBasehead:[
"GET /repos/{owner}/{repo}/compare/{basehead}"],createAttestation:["POST /repos/{owner}/{repo}/attestations"],createAutolink:["POST /repos/{\
owner}/{repo}/autolinks"],createCommitComment:["POST /repos/{owner}/{repo}/commits/{commit_sha}/comments"],createCommitSignatureProtection:[
"POST /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"],createCommitStatus:["POST /repos/{owner}/{repo}/statuses/{sha\
}"],createDeployKey:["POST /repos/{owner}/{repo}/keys"],createDeployment:["POST /repos/{owner}/{repo}/deployments"],createDeploymentBranchPolicy:[
"POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"],createDeploymentProtectionRule:["POST /repos/{owner\
}/{repo}/environments/{environment_name}/deployment_protection_rules"],createDeploymentStatus:["POST /repos/{owner}/{repo}/deployments/{depl\
oyment_id}/statuses"],createDispatchEvent:["POST /repos/{owner}/{repo}/dispatches"],createForAuthenticatedUser:["POST /user/repos"],createFork:[
"POST /repos/{owner}/{repo}/forks"],createInOrg:["POST /orgs/{org}/repos"],createOrUpdateEnvironment:["PUT /repos/{owner}/{repo}/environment\
s/{environment_name}"],createOrUpdateFileContents:["PUT /repos/{owner}/{repo}/contents/{path}"],createOrgRuleset:["POST /orgs/{org}/rulesets"],
createPagesDeployment:["POST /repos/{owner}/{repo}/pages/deployments"],createPagesSite:["POST /repos/{owner}/{repo}/pages"],createRelease:["\
POST /repos/{owner}/{repo}/releases"],createRepoRuleset:["POST /repos/{owner}/{repo}/rulesets"],createUsingTemplate:["POST /repos/{template_\
owner}/{template_repo}/generate"],createWebhook:["POST /repos/{owner}/{repo}/hooks"],customPropertiesForReposCreateOrUpdateRepositoryValues:[
"PATCH /repos/{owner}/{repo}/properties/values"],customPropertiesForReposGetRepositoryValues:["GET /repos/{owner}/{repo}/properties/values"],
declineInvitation:["DELETE /user/repository_invitations/{invitation_id}",{},{renamed:["repos","declineInvitationForAuthenticatedUser"]}],declineInvitationForAuthenticatedUser:[
"DELETE /user/repository_invitations/{invitation_id}"],delete:["DELETE /repos/{owner}/{repo}"],deleteAccessRestrictions:["DELETE /repos/{own\
er}/{repo}/branches/{branch}/protection/restrictions"],deleteAdminBranchProtection:["DELETE /repos/{owner}/{repo}/branches/{branch}/protecti\
on/enforce_admins"],deleteAnEnvironment:["DELETE /repos/{owner}/{repo}/environments/{environment_name}"],deleteAutolink:["DELETE /repos/{own\
er}/{repo}/autolinks/{autolink_id}"],deleteBranchProtection:["DELETE /repos/{owner}/{repo}/branches/{branch}/protection"],deleteCommitComment:[
"DELETE /repos/{owner}/{repo}/comments/{comment_id}"],deleteCommitSignatureProtection:["DELETE /repos/{owner}/{repo}/branches/{branch}/prote\
ction/required_signatures"],deleteDeployKey:["DELETE /repos/{owner}/{repo}/keys/{key_id}"],deleteDeployment:["DELETE /repos/{owner}/{repo}/d\
eployments/{deployment_id}"],deleteDeploymentBranchPolicy:["DELETE /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-p\
olicies/{branch_policy_id}"],deleteFile:["DELETE /repos/{owner}/{repo}/contents/{path}"],deleteInvitation:["DELETE /repos/{owner}/{repo}/inv\
itations/{invitation_id}"],deleteOrgRuleset:["DELETE /orgs/{org}/rulesets/{ruleset_id}"],deletePagesSite:["DELETE /repos/{owner}/{repo}/page\
s"],deletePullRequestReviewProtection:["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"],deleteRelease:[
"DELETE /repos/{owner}/{repo}/releases/{release_id}"],deleteReleaseAsset:["DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}"],deleteRepoRuleset:[
"DELETE /repos/{owner}/{repo}/rulesets/{ruleset_id}"],deleteWebhook:["DELETE /repos/{owner}/{repo}/hooks/{hook_id}"],disableAutomatedSecurityFixes:[
"DELETE /repos/{owner}/{repo}/automated-security-fixes"],disableDeploymentProtectionRule:["DELETE /repos/{owner}/{repo}/environments/{enviro\
nment_name}/deployment_protection_rules/{protection_rule_id}"],disableImmutableReleases:["DELETE /repos/{owner}/{repo}/immutable-releases"],
disablePrivateVulnerabilityReporting:["DELETE /repos/{owner}/{repo}/private-vulnerability-reporting"],disableVulnerabilityAlerts:["DELETE /r\
epos/{owner}/{repo}/vulnerability-alerts"],downloadArchive:["GET /repos/{owner}/{repo}/zipball/{ref}",{},{renamed:["repos","downloadZipballA\
rchive"]}],downloadTarballArchive:["GET /repos/{owner}/{repo}/tarball/{ref}"],downloadZipballArchive:["GET /repos/{owner}/{repo}/zipball/{re\
f}"],enableAutomatedSecurityFixes:["PUT /repos/{owner}/{repo}/automated-security-fixes"],enableImmutableReleases:["PUT /repos/{owner}/{repo}\
/immutable-releases"],enablePrivateVulnerabilityReporting:["PUT /repos/{owner}/{repo}/private-vulnerability-reporting"],enableVulnerabilityAlerts:[
"PUT /repos/{owner}/{repo}/vulnerability-alerts"],generateReleaseNotes:["POST /repos/{owner}/{repo}/releases/generate-notes"],get:["GET /rep\
os/{owner}/{repo}"],getAccessRestrictions:["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions"],getAdminBranchProtection:[
"GET /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"],getAllDeploymentProtectionRules:["GET /repos/{owner}/{repo}/environ\
ments/{environment_name}/deployment_protection_rules"],getAllEnvironments:["GET /repos/{owner}/{repo}/environments"],getAllStatusCheckContexts:[
"GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts"],getAllTopics:["GET /repos/{owner}/{repo}/topics"],
getAppsWithAccessToProtectedBranch:["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps"],getAutolink:["GET /repos/{ow\
ner}/{repo}/autolinks/{autolink_id}"],getBranch:["GET /repos/{owner}/{repo}/branches/{branch}"],getBranchProtection:["GET /repos/{owner}/{re\
po}/branches/{branch}/protection"],getBranchRules:["GET /repos/{owner}/{repo}/rules/branches/{branch}"],getClones:["GET /repos/{owner}/{repo\
}/traffic/clones"],getCodeFrequencyStats:["GET /repos/{owner}/{repo}/stats/code_frequency"],getCollaboratorPermissionLevel:["GET /repos/{own\
er}/{repo}/collaborators/{username}/permission"],getCombinedStatusForRef:["GET /repos/{owner}/{repo}/commits/{ref}/status"],getCommit:["GET \
/repos/{owner}/{repo}/commits/{ref}"],getCommitActivityStats:["GET /repos/{owner}/{repo}/stats/commit_activity"],getCommitComment:["GET /rep\
os/{owner}/{repo}/comments/{comment_id}"],getCommitSignatureProtection:["GET /repos/{owner}/{repo}/branches/{branch}/protection/required_sig\
natures"],getCommunityProfileMetrics:["GET /repos/{owner}/{repo}/community/profile"],getContent:["GET /repos/{owner}/{repo}/contents/{path}"],
getContributorsStats:["GET /repos/{owner}/{repo}/stats/contributors"],getCustomDeploymentProtectionRule:["GET /repos/{owner}/{repo}/environm\
ents/{environment_name}/deployment_protection_rules/{protection_rule_id}"],getDeployKey:["GET /repos/{owner}/{repo}/keys/{key_id}"],getDeployment:[
"GET /repos/{owner}/{repo}/deployments/{deployment_id}"],getDeploymentBranchPolicy:["GET /repos/{owner}/{repo}/environments/{environment_nam\
e}/deployment-branch-policies/{branch_policy_id}"],getDeploymentStatus:["GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses/{sta\
tus_id}"],getEnvironment:["GET /repos/{owner}/{repo}/environments/{environment_name}"],getLatestPagesBuild:["GET /repos/{owner}/{repo}/pages\
/builds/latest"],getLatestRelease:["GET /repos/{owner}/{repo}/releases/latest"],getOrgRuleSuite:["GET /orgs/{org}/rulesets/rule-suites/{rule\
_suite_id}"],getOrgRuleSuites:["GET /orgs/{org}/rulesets/rule-suites"],getOrgRuleset:["GET /orgs/{org}/rulesets/{ruleset_id}"],getOrgRulesets:[
"GET /orgs/{org}/rulesets"],getPages:["GET /repos/{owner}/{repo}/pages"],getPagesBuild:["GET /repos/{owner}/{repo}/pages/builds/{build_id}"],
getPagesDeployment:["GET /repos/{owner}/{repo}/pages/deployments/{pages_deployment_id}"],getPagesHealthCheck:["GET /repos/{owner}/{repo}/pag\
es/health"],getParticipationStats:["GET /repos/{owner}/{repo}/stats/participation"],getPullRequestReviewProtection:["GET /repos/{owner}/{rep\
o}/branches/{branch}/protection/required_pull_request_reviews"],getPunchCardStats:["GET /repos/{owner}/{repo}/stats/punch_card"],getReadme:[
"GET /repos/{owner}/{repo}/readme"],getReadmeInDirectory:["GET /repos/{owner}/{repo}/readme/{dir}"],getRelease:["GET /repos/{owner}/{repo}/r\
eleases/{release_id}"],getReleaseAsset:["GET /repos/{owner}/{repo}/releases/assets/{asset_id}"],getReleaseByTag:["GET /repos/{owner}/{repo}/\
releases/tags/{tag}"],getRepoRuleSuite:["GET /repos/{owner}/{repo}/rulesets/rule-suites/{rule_suite_id}"],getRepoRuleSuites:["GET /repos/{ow\
ner}/{repo}/rulesets/rule-suites"],getRepoRuleset:["GET /repos/{owner}/{repo}/rulesets/{ruleset_id}"],getRepoRulesetHistory:["GET /repos/{ow\
ner}/{repo}/rulesets/{ruleset_id}/history"],getRepoRulesetVersion:["GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history/{version_id}"],getRepoRulesets:[
"GET /repos/{owner}/{repo}/rulesets"],getStatusChecksProtection:["GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_che\
cks"],getTeamsWithAccessToProtectedBranch:["GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams"],getTopPaths:["GET /r\
epos/{owner}/{repo}/traffic/popular/paths"],getTopReferrers:["GET /repos/{owner}/{repo}/traffic/popular/referrers"],getUsersWithAccessToProtectedBranch:[
"GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users"],getViews:["GET /repos/{owner}/{repo}/traffic/views"],getWebhook:[
"GET /repos/{owner}/{repo}/hooks/{hook_id}"],getWebhookConfigForRepo:["GET /repos/{owner}/{repo}/hooks/{hook_id}/config"],getWebhookDelivery:[
"GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}"],listActivities:["GET /repos/{owner}/{repo}/activity"],listAttestations:[
"GET /repos/{owner}/{repo}/attestations/{subject_digest}"],listAutolinks:["GET /repos/{owner}/{repo}/autolinks"],listBranches:["GET /repos/{\
owner}/{repo}/branches"],listBranchesForHeadCommit:["GET /repos/{owner}/{repo}/commits/{commit_sha}/branches-where-head"],listCollaborators:[
"GET /repos/{owner}/{repo}/collaborators"],listCommentsForCommit:["GET /repos/{owner}/{repo}/commits/{commit_sha}/comments"],listCommitCommentsForRepo:[
"GET /repos/{owner}/{repo}/comments"],listCommitStatusesForRef:["GET /repos/{owner}/{repo}/commits/{ref}/statuses"],listCommits:["GET /repos\
/{owner}/{repo}/commits"],listContributors:["GET /repos/{owner}/{repo}/contributors"],listCustomDeploymentRuleIntegrations:["GET /repos/{own\
er}/{repo}/environments/{environment_name}/deployment_protection_rules/apps"],listDeployKeys:["GET /repos/{owner}/{repo}/keys"],listDeploymentBranchPolicies:[
"GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"],listDeploymentStatuses:["GET /repos/{owner}/{repo}/d\
eployments/{deployment_id}/statuses"],listDeployments:["GET /repos/{owner}/{repo}/deployments"],listForAuthenticatedUser:["GET /user/repos"],
listForOrg:["GET /orgs/{org}/repos"],listForUser:["GET /users/{username}/repos"],listForks:["GET /repos/{owner}/{repo}/forks"],listInvitations:[
"GET /repos/{owner}/{repo}/invitations"],listInvitationsForAuthenticatedUser:["GET /user/repository_invitations"],listLanguages:["GET /repos\
/{owner}/{repo}/languages"],listPagesBuilds:["GET /repos/{owner}/{repo}/pages/builds"],listPublic:["GET /repositories"],listPullRequestsAssociatedWithCommit:[
"GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls"],listReleaseAssets:["GET /repos/{owner}/{repo}/releases/{release_id}/assets"],listReleases:[
"GET /repos/{owner}/{repo}/releases"],listTags:["GET /repos/{owner}/{repo}/tags"],listTeams:["GET /repos/{owner}/{repo}/teams"],listWebhookDeliveries:[
"GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries"],listWebhooks:["GET /repos/{owner}/{repo}/hooks"],merge:["POST /repos/{owner}/{repo}/\
merges"],mergeUpstream:["POST /repos/{owner}/{repo}/merge-upstream"],pingWebhook:["POST /repos/{owner}/{repo}/hooks/{hook_id}/pings"],redeliverWebhookDelivery:[
"POST /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}/attempts"],removeAppAccessRestrictions:["DELETE /repos/{owner}/{repo}/b\
ranches/{branch}/protection/restrictions/apps",{},{mapToData:"apps"}],removeCollaborator:["DELETE /repos/{owner}/{repo}/collaborators/{usern\
ame}"],removeStatusCheckContexts:["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",{},{mapToData:"\
contexts"}],removeStatusCheckProtection:["DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"],removeTeamAccessRestrictions:[
"DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",{},{mapToData:"teams"}],removeUserAccessRestrictions:["DELETE\
 /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",{},{mapToData:"users"}],renameBranch:["POST /repos/{owner}/{repo}/br\
anches/{branch}/rename"],replaceAllTopics:["PUT /repos/{owner}/{repo}/topics"],requestPagesBuild:["POST /repos/{owner}/{repo}/pages/builds"],
setAdminBranchProtection:["POST /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"],setAppAccessRestrictions:["PUT /repos/{o\
wner}/{repo}/branches/{branch}/protection/restrictions/apps",{},{mapToData:"apps"}],setStatusCheckContexts:["PUT /repos/{owner}/{repo}/branc\
hes/{branch}/protection/required_status_checks/contexts",{},{mapToData:"contexts"}],setTeamAccessRestrictions:["PUT /repos/{owner}/{repo}/br\
anches/{branch}/protection/restrictions/teams",{},{mapToData:"teams"}],setUserAccessRestrictions:["PUT /repos/{owner}/{repo}/branches/{branc\
h}/protection/restrictions/users",{},{mapToData:"users"}],testPushWebhook:["POST /repos/{owner}/{repo}/hooks/{hook_id}/tests"],transfer:["PO\
ST /repos/{owner}/{repo}/transfer"],update:["PATCH /repos/{owner}/{repo}"],updateBranchProtection:["PUT /repos/{owner}/{repo}/branches/{bran\
ch}/protection"],updateCommitComment:["PATCH /repos/{owner}/{repo}/comments/{comment_id}"],updateDeploymentBranchPolicy:["PUT /repos/{owner}\
/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"],updateInformationAboutPagesSite:["PUT /repos/{owner}\
/{repo}/pages"],updateInvitation:["PATCH /repos/{owner}/{repo}/invitations/{invitation_id}"],updateOrgRuleset:["PUT /orgs/{org}/rulesets/{ru\
leset_id}"],updatePullRequestReviewProtection:["PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"],updateRelease:[
"PATCH /repos/{owner}/{repo}/releases/{release_id}"],updateReleaseAsset:["PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}"],updateRepoRuleset:[
"PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}"],updateStatusCheckPotection:["PATCH /repos/{owner}/{repo}/branches/{branch}/protection/req\
uired_status_checks",{},{renamed:["repos","updateStatusCheckProtection"]}],updateStatusCheckProtection:["PATCH /repos/{owner}/{repo}/branche\
s/{branch}/protection/required_status_checks"],updateWebhook:["PATCH /repos/{owner}/{repo}/hooks/{hook_id}"],updateWebhookConfigForRepo:["PA\
TCH /repos/{owner}/{repo}/hooks/{hook_id}/config"],uploadReleaseAsset:["POST /repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}",
{baseUrl:"https://uploads.github.com"}]},search:{code:["GET /search/code"],commits:["GET /search/commits"],issuesAndPullRequests:["GET /sear\
ch/issues"],labels:["GET /search/labels"],repos:["GET /search/repositories"],topics:["GET /search/topics"],users:["GET /search/users"]},secretScanning:{
createPushProtectionBypass:["POST /repos/{owner}/{repo}/secret-scanning/push-protection-bypasses"],getAlert:["GET /repos/{owner}/{repo}/secr\
et-scanning/alerts/{alert_number}"],getScanHistory:["GET /repos/{owner}/{repo}/secret-scanning/scan-history"],listAlertsForOrg:["GET /orgs/{\
org}/secret-scanning/alerts"],listAlertsForRepo:["GET /repos/{owner}/{repo}/secret-scanning/alerts"],listLocationsForAlert:["GET /repos/{own\
er}/{repo}/secret-scanning/alerts/{alert_number}/locations"],listOrgPatternConfigs:["GET /orgs/{org}/secret-scanning/pattern-configurations"],
updateAlert:["PATCH /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}"],updateOrgPatternConfigs:["PATCH /orgs/{org}/secret-scannin\
g/pattern-configurations"]},securityAdvisories:{createFork:["POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/forks"],createPrivateVulnerabilityReport:[
"POST /repos/{owner}/{repo}/security-advisories/reports"],createRepositoryAdvisory:["POST /repos/{owner}/{repo}/security-advisories"],createRepositoryAdvisoryCveRequest:[
"POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/cve"],getGlobalAdvisory:["GET /advisories/{ghsa_id}"],getRepositoryAdvisory:["GET \
/repos/{owner}/{repo}/security-advisories/{ghsa_id}"],listGlobalAdvisories:["GET /advisories"],listOrgRepositoryAdvisories:["GET /orgs/{org}\
/security-advisories"],listRepositoryAdvisories:["GET /repos/{owner}/{repo}/security-advisories"],updateRepositoryAdvisory:["PATCH /repos/{o\
wner}/{repo}/security-advisories/{ghsa_id}"]},teams:{addOrUpdateMembershipForUserInOrg:["PUT /orgs/{org}/teams/{team_slug}/memberships/{user\
name}"],addOrUpdateRepoPermissionsInOrg:["PUT /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"],checkPermissionsForRepoInOrg:["GET /orgs/\
{org}/teams/{team_slug}/repos/{owner}/{repo}"],create:["POST /orgs/{org}/teams"],createDiscussionCommentInOrg:["POST /orgs/{org}/teams/{team\
_slug}/discussions/{discussion_number}/comments"],createDiscussionInOrg:["POST /orgs/{org}/teams/{team_slug}/discussions"],deleteDiscussionCommentInOrg:[
"DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"],deleteDiscussionInOrg:["DELETE /orgs/{org}\
/teams/{team_slug}/discussions/{discussion_number}"],deleteInOrg:["DELETE /orgs/{org}/teams/{team_slug}"],getByName:["GET /orgs/{org}/teams/\
{team_slug}"],getDiscussionCommentInOrg:["GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"],getDiscussionInOrg:[
"GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"],getMembershipForUserInOrg:["GET /orgs/{org}/teams/{team_slug}/membershi\
ps/{username}"],list:["GET /orgs/{org}/teams"],listChildInOrg:["GET /orgs/{org}/teams/{team_slug}/teams"],listDiscussionCommentsInOrg:["GET \
/orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments"],listDiscussionsInOrg:["GET /orgs/{org}/teams/{team_slug}/discussion\
s"],listForAuthenticatedUser:["GET /user/teams"],listMembersInOrg:["GET /orgs/{org}/teams/{team_slug}/members"],listPendingInvitationsInOrg:[
"GET /orgs/{org}/teams/{team_slug}/invitations"],listReposInOrg:["GET /orgs/{org}/teams/{team_slug}/repos"],removeMembershipForUserInOrg:["D\
ELETE /orgs/{org}/teams/{team_slug}/memberships/{username}"],removeRepoInOrg:["DELETE /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"],updateDiscussionCommentInOrg:[
"PATCH /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"],updateDiscussionInOrg:["PATCH /orgs/{org}/t\
eams/{team_slug}/discussions/{discussion_number}"],updateInOrg:["PATCH /orgs/{org}/teams/{team_slug}"]},users:{addEmailForAuthenticated:["PO\
ST /user/emails",{},{renamed:["users","addEmailForAuthenticatedUser"]}],addEmailForAuthenticatedUser:["POST /user/emails"],addSocialAccountForAuthenticatedUser:[
"POST /user/social_accounts"],block:["PUT /user/blocks/{username}"],checkBlocked:["GET /user/blocks/{username}"],checkFollowingForUser:["GET\
 /users/{username}/following/{target_user}"],checkPersonIsFollowedByAuthenticated:["GET /user/following/{username}"],createGpgKeyForAuthenticated:[
"POST /user/gpg_keys",{},{renamed:["users","createGpgKeyForAuthenticatedUser"]}],createGpgKeyForAuthenticatedUser:["POST /user/gpg_keys"],createPublicSshKeyForAuthenticated:[
"POST /user/keys",{},{renamed:["users","createPublicSshKeyForAuthenticatedUser"]}],createPublicSshKeyForAuthenticatedUser:["POST /user/keys"],
createSshSigningKeyForAuthenticatedUser:["POST /user/ssh_signing_keys"],deleteAttestationsBulk:["POST /users/{username}/attestations/delete-\
request"],deleteAttestationsById:["DELETE /users/{username}/attestations/{attestation_id}"],deleteAttestationsBySubjectDigest:["DELETE /user\
s/{username}/attestations/digest/{subject_digest}"],deleteEmailForAuthenticated:["DELETE /user/emails",{},{renamed:["users","deleteEmailForA\
uthenticatedUser"]}],deleteEmailForAuthenticatedUser:["DELETE /user/emails"],deleteGpgKeyForAuthenticated:["DELETE /user/gpg_keys/{gpg_key_i\
d}",{},{renamed:["users","deleteGpgKeyForAuthenticatedUser"]}],deleteGpgKeyForAuthenticatedUser:["DELETE /user/gpg_keys/{gpg_key_id}"],deletePublicSshKeyForAuthenticated:[
"DELETE /user/keys/{key_id}",{},{renamed:["users","deletePublicSshKeyForAuthenticatedUser"]}],deletePublicSshKeyForAuthenticatedUser:["DELET\
E /user/keys/{key_id}"],deleteSocialAccountForAuthenticatedUser:["DELETE /user/social_accounts"],deleteSshSigningKeyForAuthenticatedUser:["D\
ELETE /user/ssh_signing_keys/{ssh_signing_key_id}"],follow:["PUT /user/following/{username}"],getAuthenticated:["GET /user"],getById:["GET /\
user/{account_id}"],getByUsername:["GET /users/{username}"],getContextForUser:["GET /users/{username}/hovercard"],getGpgKeyForAuthenticated:[
"GET /user/gpg_keys/{gpg_key_id}",{},{renamed:["users","getGpgKeyForAuthenticatedUser"]}],getGpgKeyForAuthenticatedUser:["GET /user/gpg_keys\
/{gpg_key_id}"],getPublicSshKeyForAuthenticated:["GET /user/keys/{key_id}",{},{renamed:["users","getPublicSshKeyForAuthenticatedUser"]}],getPublicSshKeyForAuthenticatedUser:[
"GET /user/keys/{key_id}"],getSshSigningKeyForAuthenticatedUser:["GET /user/ssh_signing_keys/{ssh_signing_key_id}"],list:["GET /users"],listAttestations:[
"GET /users/{username}/attestations/{subject_digest}"],listAttestationsBulk:["POST /users/{username}/attestations/bulk-list{?per_page,before\
,after}"],listBlockedByAuthenticated:["GET /user/blocks",{},{renamed:["users","listBlockedByAuthenticatedUser"]}],listBlockedByAuthenticatedUser:[
"GET /user/blocks"],listEmailsForAuthenticated:["GET /user/emails",{},{renamed:["users","listEmailsForAuthenticatedUser"]}],listEmailsForAuthenticatedUser:[
"GET /user/emails"],listFollowedByAuthenticated:["GET /user/following",{},{renamed:["users","listFollowedByAuthenticatedUser"]}],listFollowedByAuthenticatedUser:[
"GET /user/following"],listFollowersForAuthenticatedUser:["GET /user/followers"],listFollowersForUser:["GET /users/{username}/followers"],listFollowingForUser:[
"GET /users/{username}/following"],listGpgKeysForAuthenticated:["GET /user/gpg_keys",{},{renamed:["users","listGpgKeysForAuthenticatedUser"]}],
listGpgKeysForAuthenticatedUser:["GET /user/gpg_keys"],listGpgKeysForUser:["GET /users/{username}/gpg_keys"],listPublicEmailsForAuthenticated:[
"GET /user/public_emails",{},{renamed:["users","listPublicEmailsForAuthenticatedUser"]}],listPublicEmailsForAuthenticatedUser:["GET /user/pu\
blic_emails"],listPublicKeysForUser:["GET /users/{username}/keys"],listPublicSshKeysForAuthenticated:["GET /user/keys",{},{renamed:["users",
"listPublicSshKeysForAuthenticatedUser"]}],listPublicSshKeysForAuthenticatedUser:["GET /user/keys"],listSocialAccountsForAuthenticatedUser:[
"GET /user/social_accounts"],listSocialAccountsForUser:["GET /users/{username}/social_accounts"],listSshSigningKeysForAuthenticatedUser:["GE\
T /user/ssh_signing_keys"],listSshSigningKeysForUser:["GET /users/{username}/ssh_signing_keys"],setPrimaryEmailVisibilityForAuthenticated:["\
PATCH /user/email/visibility",{},{renamed:["users","setPrimaryEmailVisibilityForAuthenticatedUser"]}],setPrimaryEmailVisibilityForAuthenticatedUser:[
"PATCH /user/email/visibility"],unblock:["DELETE /user/blocks/{username}"],unfollow:["DELETE /user/following/{username}"],updateAuthenticated:[
"PATCH /user"]}},Tk=T$;var qi=new Map;for(let[t,e]of Object.entries(Tk))for(let[r,i]of Object.entries(e)){let[n,o,a]=i,[l,u]=n.split(/ /),c=Object.assign({method:l,
url:u},o);qi.has(t)||qi.set(t,new Map),qi.get(t).set(r,{scope:t,methodName:r,endpointDefaults:c,decorations:a})}var v$={has({scope:t},e){return qi.
get(t).has(e)},getOwnPropertyDescriptor(t,e){return{value:this.get(t,e),configurable:!0,writable:!0,enumerable:!0}},defineProperty(t,e,r){return Object.
defineProperty(t.cache,e,r),!0},deleteProperty(t,e){return delete t.cache[e],!0},ownKeys({scope:t}){return[...qi.get(t).keys()]},set(t,e,r){
return t.cache[e]=r},get({octokit:t,scope:e,cache:r},i){if(r[i])return r[i];let n=qi.get(e).get(i);if(!n)return;let{endpointDefaults:o,decorations:a}=n;
return a?r[i]=S$(t,e,i,o,a):r[i]=t.request.defaults(o),r[i]}};function qp(t){let e={};for(let r of qi.keys())e[r]=new Proxy({octokit:t,scope:r,
cache:{}},v$);return e}s(qp,"endpointsToMethods");function S$(t,e,r,i,n){let o=t.request.defaults(i);function a(...l){let u=o.endpoint.merge(
...l);if(n.mapToData)return u=Object.assign({},u,{data:u[n.mapToData],[n.mapToData]:void 0}),o(u);if(n.renamed){let[c,f]=n.renamed;t.log.warn(
`octokit.${e}.${r}() has been renamed to octokit.${c}.${f}()`)}if(n.deprecated&&t.log.warn(n.deprecated),n.renamedParameters){let c=o.endpoint.
merge(...l);for(let[f,h]of Object.entries(n.renamedParameters))f in c&&(t.log.warn(`"${f}" parameter is deprecated for "octokit.${e}.${r}()"\
. Use "${h}" instead`),h in c||(c[h]=c[f]),delete c[f]);return o(c)}return o(...l)}return s(a,"withDecorations"),Object.assign(a,o)}s(S$,"de\
corate");function Bp(t){return{rest:qp(t)}}s(Bp,"restEndpointMethods");Bp.VERSION=Mp;function A$(t){let e=qp(t);return{...e,rest:e}}s(A$,"legacyRestE\
ndpointMethods");A$.VERSION=Mp;var R$="0.0.0-development";function k$(t){if(!t.data)return{...t,data:[]};if(!(("total_count"in t.data||"total_commits"in t.data)&&!("url"in
t.data)))return t;let r=t.data.incomplete_results,i=t.data.repository_selection,n=t.data.total_count,o=t.data.total_commits;delete t.data.incomplete_results,
delete t.data.repository_selection,delete t.data.total_count,delete t.data.total_commits;let a=Object.keys(t.data)[0],l=t.data[a];return t.data=
l,typeof r<"u"&&(t.data.incomplete_results=r),typeof i<"u"&&(t.data.repository_selection=i),t.data.total_count=n,t.data.total_commits=o,t}s(
k$,"normalizePaginatedListResponse");function jp(t,e,r){let i=typeof e=="function"?e.endpoint(r):t.request.endpoint(e,r),n=typeof e=="functi\
on"?e:t.request,o=i.method,a=i.headers,l=i.url;return{[Symbol.asyncIterator]:()=>({async next(){if(!l)return{done:!0};try{let u=await n({method:o,
url:l,headers:a}),c=k$(u);if(l=((c.headers.link||"").match(/<([^<>]+)>;\s*rel="next"/)||[])[1],!l&&"total_commits"in c.data){let f=new URL(c.
url),h=f.searchParams,d=parseInt(h.get("page")||"1",10),m=parseInt(h.get("per_page")||"250",10);d*m<c.data.total_commits&&(h.set("page",String(
d+1)),l=f.toString())}return{value:c}}catch(u){if(u.status!==409)throw u;return l="",{value:{status:200,headers:{},data:[]}}}}})}}s(jp,"iter\
ator");function vk(t,e,r,i){return typeof r=="function"&&(i=r,r=void 0),Sk(t,[],jp(t,e,r)[Symbol.asyncIterator](),i)}s(vk,"paginate");function Sk(t,e,r,i){
return r.next().then(n=>{if(n.done)return e;let o=!1;function a(){o=!0}return s(a,"done"),e=e.concat(i?i(n.value,a):n.value.data),o?e:Sk(t,e,
r,i)})}s(Sk,"gather");var qK=Object.assign(vk,{iterator:jp});function Wp(t){return{paginate:Object.assign(vk.bind(null,t),{iterator:jp.bind(null,t)})}}s(Wp,"paginateRest");Wp.VERSION=R$;var HK=new Vn,$p=WR(),Bi={baseUrl:$p,request:{agent:BR($p),fetch:jR($p)}},Ak=Ru.plugin(Bp,Wp).defaults(Bi);function Rk(t,e){let r=Object.assign(
{},e||{}),i=qR(t,r);i&&(r.auth=i);let n=Op(r.userAgent);return n&&(r.userAgent=n),r}s(Rk,"getOctokitOptions");var ZK=new Vn;function ui(t,e,...r){let i=Ak.plugin(...r);return new i(Rk(t,e))}s(ui,"getOctokit");var kk={};var Yn=function(t,e,r,i){function n(o){return o instanceof r?o:new r(function(a){a(o)})}return s(n,"adopt"),new(r||(r=Promise))(function(o,a){
function l(f){try{c(i.next(f))}catch(h){a(h)}}s(l,"fulfilled");function u(f){try{c(i.throw(f))}catch(h){a(h)}}s(u,"rejected");function c(f){
f.done?o(f.value):n(f.value).then(l,u)}s(c,"step"),c((i=i.apply(t,e||[])).next())})},Dk=s(t=>{let e=new URL(t);return e.search="",e.toString()},
"scrubQueryParameters");function x$(t){return Yn(this,void 0,void 0,function*(){try{return yield Ok.access(t),!0}catch(e){if(e.code==="ENOEN\
T")return!1;throw e}})}s(x$,"exists");function Gk(t,e,r){return Yn(this,void 0,void 0,function*(){let i=0;for(;i<5;)try{return yield P$(t,e,
{skipDecompress:r})}catch(n){i++,oe(`Failed to download artifact after ${i} retries due to ${n.message}. Retrying in 5 seconds...`),yield new Promise(
o=>setTimeout(o,5e3))}throw new Error(`Artifact download failed after ${i} retries.`)})}s(Gk,"streamExtract");function P$(t,e){return Yn(this,
arguments,void 0,function*(r,i,n={}){let{timeout:o=30*1e3,skipDecompress:a=!1}=n,u=yield new aa(tr()).get(r);if(u.message.statusCode!==200)throw new Error(
`Unexpected HTTP response from blob storage: ${u.message.statusCode} ${u.message.statusMessage}`);let c=u.message.headers["content-type"]||"",
f=c.split(";",1)[0].trim().toLowerCase(),d=new URL(r).pathname.toLowerCase().endsWith(".zip"),m=f==="application/zip"||f==="application/x-zi\
p-compressed"||f==="application/zip-compressed"||d,T=u.message.headers["content-disposition"]||"",E="artifact",v=T.match(/filename\*?=['"]?(?:UTF-\d['"]*)?([^;\r\n"']*)['"]?/i);
v&&v[1]&&(E=ku.basename(decodeURIComponent(v[1].trim()))),oe(`Content-Type: ${c}, mimeType: ${f}, urlEndsWithZip: ${d}, isZip: ${m}, skipDec\
ompress: ${a}`),oe(`Content-Disposition: ${T}, fileName: ${E}`);let b;return new Promise((R,F)=>{let z=setTimeout(s(()=>{let B=new Error(`Bl\
ob storage chunk did not respond in ${o}ms`);u.message.destroy(B),F(B)},"timerFn"),o),X=s(B=>{oe(`response.message: Artifact download failed\
: ${B.message}`),clearTimeout(z),F(B)},"onError"),D=Pk.createHash("sha256").setEncoding("hex"),$=new Ik.PassThrough().on("data",()=>{z.refresh()}).
on("error",X);u.message.pipe($),$.pipe(D);let x=s(()=>{clearTimeout(z),D&&(D.end(),b=D.read(),ue(`SHA256 digest of downloaded artifact is ${b}`)),
R({sha256Digest:`sha256:${b}`})},"onClose");if(m&&!a)$.pipe(kk.Extract({path:i})).on("close",x).on("error",X);else{let B=ku.join(i,E),j=xk.createWriteStream(
B);ue(`Downloading raw file (non-zip) to: ${B}`),$.pipe(j).on("close",x).on("error",X)}})})}s(P$,"streamExtractExternal");function Fk(t,e,r,i,n){
return Yn(this,void 0,void 0,function*(){let o=yield Nk(n?.path),a=ui(i),l=!1;ue(`Downloading artifact '${t}' from '${e}/${r}'`);let{headers:u,
status:c}=yield a.rest.actions.downloadArtifact({owner:e,repo:r,artifact_id:t,archive_format:"zip",request:{redirect:"manual"}});if(c!==302)
throw new Error(`Unable to download artifact. Unexpected status: ${c}`);let{location:f}=u;if(!f)throw new Error("Unable to redirect to artif\
act download url");ue(`Redirecting to blob download url: ${Dk(f)}`);try{ue(`Starting download of artifact to: ${o}`);let h=yield Gk(f,o,n?.skipDecompress);
ue("Artifact download completed successfully."),n?.expectedHash&&n?.expectedHash!==h.sha256Digest&&(l=!0,oe(`Computed digest: ${h.sha256Digest}`),
oe(`Expected digest: ${n.expectedHash}`))}catch(h){throw new Error(`Unable to download and extract artifact: ${h.message}`)}return{downloadPath:o,
digestMismatch:l}})}s(Fk,"downloadArtifactPublic");function Ck(t,e){return Yn(this,void 0,void 0,function*(){let r=yield Nk(e?.path),i=ir(),
n=!1,{workflowRunBackendId:o,workflowJobRunBackendId:a}=rr(),l={workflowRunBackendId:o,workflowJobRunBackendId:a,idFilter:Xi.create({value:t.
toString()})},{artifacts:u}=yield i.ListArtifacts(l);if(u.length===0)throw new Tr(`No artifacts found for ID: ${t}
Are you trying to download from a different run? Try specifying a github-token with \`actions:read\` scope.`);u.length>1&&rt("Multiple artif\
acts found, defaulting to first.");let c={workflowRunBackendId:u[0].workflowRunBackendId,workflowJobRunBackendId:u[0].workflowJobRunBackendId,
name:u[0].name},{signedUrl:f}=yield i.GetSignedArtifactURL(c);ue(`Redirecting to blob download url: ${Dk(f)}`);try{ue(`Starting download of \
artifact to: ${r}`);let h=yield Gk(f,r,e?.skipDecompress);ue("Artifact download completed successfully."),e?.expectedHash&&e?.expectedHash!==
h.sha256Digest&&(n=!0,oe(`Computed digest: ${h.sha256Digest}`),oe(`Expected digest: ${e.expectedHash}`))}catch(h){throw new Error(`Unable to\
 download and extract artifact: ${h.message}`)}return{downloadPath:r,digestMismatch:n}})}s(Ck,"downloadArtifactInternal");function Nk(){return Yn(
this,arguments,void 0,function*(t=Dg()){return(yield x$(t))?oe(`Artifact destination folder already exists: ${t}`):(oe(`Artifact destination\
 folder does not exist, creating: ${t}`),yield Ok.mkdir(t,{recursive:!0})),t})}s(Nk,"resolveOrCreateDirectory");var I$=5,D$=[400,401,403,404,422];function Zn(t,e=I$,r=D$){var i;if(e<=0)return[{enabled:!1},t.request];let n={enabled:!0};r.length>0&&(n.doNotRetry=
r);let o=Object.assign(Object.assign({},t.request),{retries:e});return oe(`GitHub client configured with: (retries: ${o.retries}, retry-exem\
pt-status-code: ${(i=n.doNotRetry)!==null&&i!==void 0?i:"octokit default: [400, 401, 403, 404, 422]"})`),[n,o]}s(Zn,"getRetryOptions");var Lk="6.0.0";function ji(t){t.hook.wrap("request",(e,r)=>{t.log.debug("request",r);let i=Date.now(),n=t.request.endpoint.parse(r),o=n.url.replace(r.baseUrl,
"");return e(r).then(a=>{let l=a.headers["x-github-request-id"];return t.log.info(`${n.method} ${o} - ${a.status} with id ${l} in ${Date.now()-
i}ms`),a}).catch(a=>{let l=a.response?.headers["x-github-request-id"]||"UNKNOWN";throw t.log.error(`${n.method} ${o} - ${a.status} with id ${l}\
 in ${Date.now()-i}ms`),a})})}s(ji,"requestLog");ji.VERSION=Lk;var qk=Pe(Uk(),1);var G$="0.0.0-development";function F$(t){return t.request!==void 0}s(F$,"isRequestError");async function Mk(t,e,r,i){if(!F$(r)||!r?.request.
request)throw r;if(r.status>=400&&!t.doNotRetry.includes(r.status)){let n=i.request.retries!=null?i.request.retries:t.retries,o=Math.pow((i.
request.retryCount||0)+1,2);throw e.retry.retryRequest(r,n,o)}throw r}s(Mk,"errorRequest");async function C$(t,e,r,i){let n=new qk.default;return n.
on("failed",function(o,a){let l=~~o.request.request?.retries,u=~~o.request.request?.retryAfter;if(i.request.retryCount=a.retryCount+1,l>a.retryCount)
return u*t.retryAfterBaseValue}),n.schedule(N$.bind(null,t,e,r),i)}s(C$,"wrapRequest");async function N$(t,e,r,i){let n=await r(i);if(n.data&&
n.data.errors&&n.data.errors.length>0&&/Something went wrong while executing your query/.test(n.data.errors[0].message)){let o=new Lr(n.data.
errors[0].message,500,{request:i,response:n});return Mk(t,e,o,i)}return n}s(N$,"requestWithGraphqlErrorHandling");function Wi(t,e){let r=Object.
assign({enabled:!0,retryAfterBaseValue:1e3,doNotRetry:[400,401,403,404,410,422,451],retries:3},e.retry),i={retry:{retryRequest:s((n,o,a)=>(n.
request.request=Object.assign({},n.request.request,{retries:o,retryAfter:a}),n),"retryRequest")}};return r.enabled&&(t.hook.error("request",
Mk.bind(null,r,i)),t.hook.wrap("request",C$.bind(null,r,i))),i}s(Wi,"retry");Wi.VERSION=G$;var Bk=function(t,e,r,i){function n(o){return o instanceof r?o:new r(function(a){a(o)})}return s(n,"adopt"),new(r||(r=Promise))(function(o,a){
function l(f){try{c(i.next(f))}catch(h){a(h)}}s(l,"fulfilled");function u(f){try{c(i.throw(f))}catch(h){a(h)}}s(u,"rejected");function c(f){
f.done?o(f.value):n(f.value).then(l,u)}s(c,"step"),c((i=i.apply(t,e||[])).next())})};function Ou(t,e,r,i,n){return Bk(this,void 0,void 0,function*(){
var o;let[a,l]=Zn(Bi),u={log:void 0,userAgent:tr(),previews:void 0,retry:a,request:l},f=yield ui(n,u,Wi,ji).request("GET /repos/{owner}/{rep\
o}/actions/runs/{run_id}/artifacts{?name}",{owner:r,repo:i,run_id:e,name:t});if(f.status!==200)throw new Er(`Invalid response from GitHub AP\
I: ${f.status} (${(o=f?.headers)===null||o===void 0?void 0:o["x-github-request-id"]})`);if(f.data.artifacts.length===0)throw new Tr(`Artifac\
t not found for name: ${t}
        Please ensure that your artifact is not expired and the artifact was uploaded using a compatible version of toolkit/upload-artifact.\

        For more information, visit the GitHub Artifacts FAQ: https://github.com/actions/toolkit/blob/main/packages/artifact/docs/faq.md`);let h=f.
data.artifacts[0];return f.data.artifacts.length>1&&(h=f.data.artifacts.sort((d,m)=>m.id-d.id)[0],oe(`More than one artifact found for a sin\
gle name, returning newest (id: ${h.id})`)),{artifact:{name:h.name,id:h.id,size:h.size_in_bytes,createdAt:h.created_at?new Date(h.created_at):
void 0,digest:h.digest}}})}s(Ou,"getArtifactPublic");function jk(t){return Bk(this,void 0,void 0,function*(){var e;let r=ir(),{workflowRunBackendId:i,
workflowJobRunBackendId:n}=rr(),o={workflowRunBackendId:i,workflowJobRunBackendId:n,nameFilter:ct.create({value:t})},a=yield r.ListArtifacts(
o);if(a.artifacts.length===0)throw new Tr(`Artifact not found for name: ${t}
        Please ensure that your artifact is not expired and the artifact was uploaded using a compatible version of toolkit/upload-artifact.\

        For more information, visit the GitHub Artifacts FAQ: https://github.com/actions/toolkit/blob/main/packages/artifact/docs/faq.md`);let l=a.
artifacts[0];return a.artifacts.length>1&&(l=a.artifacts.sort((u,c)=>Number(c.databaseId)-Number(u.databaseId))[0],oe(`More than one artifac\
t found for a single name, returning newest (id: ${l.databaseId})`)),{artifact:{name:l.name,id:Number(l.databaseId),size:Number(l.size),createdAt:l.
createdAt?ut.toDate(l.createdAt):void 0,digest:(e=l.digest)===null||e===void 0?void 0:e.value}}})}s(jk,"getArtifactInternal");var Wk=function(t,e,r,i){function n(o){return o instanceof r?o:new r(function(a){a(o)})}return s(n,"adopt"),new(r||(r=Promise))(function(o,a){
function l(f){try{c(i.next(f))}catch(h){a(h)}}s(l,"fulfilled");function u(f){try{c(i.throw(f))}catch(h){a(h)}}s(u,"rejected");function c(f){
f.done?o(f.value):n(f.value).then(l,u)}s(c,"step"),c((i=i.apply(t,e||[])).next())})};function $k(t,e,r,i,n){return Wk(this,void 0,void 0,function*(){
var o;let[a,l]=Zn(Bi),u={log:void 0,userAgent:tr(),previews:void 0,retry:a,request:l},c=ui(n,u,Wi,ji),f=yield Ou(t,e,r,i,n),h=yield c.rest.actions.
deleteArtifact({owner:r,repo:i,artifact_id:f.artifact.id});if(h.status!==204)throw new Er(`Invalid response from GitHub API: ${h.status} (${(o=
h?.headers)===null||o===void 0?void 0:o["x-github-request-id"]})`);return{id:f.artifact.id}})}s($k,"deleteArtifactPublic");function zk(t){return Wk(
this,void 0,void 0,function*(){let e=ir(),{workflowRunBackendId:r,workflowJobRunBackendId:i}=rr(),n={workflowRunBackendId:r,workflowJobRunBackendId:i,
nameFilter:ct.create({value:t})},o=yield e.ListArtifacts(n);if(o.artifacts.length===0)throw new Tr(`Artifact not found for name: ${t}`);let a=o.
artifacts[0];o.artifacts.length>1&&(a=o.artifacts.sort((c,f)=>Number(f.databaseId)-Number(c.databaseId))[0],oe(`More than one artifact found\
 for a single name, returning newest (id: ${a.databaseId})`));let l={workflowRunBackendId:a.workflowRunBackendId,workflowJobRunBackendId:a.workflowJobRunBackendId,
name:a.name},u=yield e.DeleteArtifact(l);return ue(`Artifact '${t}' (ID: ${u.artifactId}) deleted`),{id:Number(u.artifactId)}})}s(zk,"delete\
ArtifactInternal");var Hk=function(t,e,r,i){function n(o){return o instanceof r?o:new r(function(a){a(o)})}return s(n,"adopt"),new(r||(r=Promise))(function(o,a){
function l(f){try{c(i.next(f))}catch(h){a(h)}}s(l,"fulfilled");function u(f){try{c(i.throw(f))}catch(h){a(h)}}s(u,"rejected");function c(f){
f.done?o(f.value):n(f.value).then(l,u)}s(c,"step"),c((i=i.apply(t,e||[])).next())})},xu=Cg(),Pu=100,L$=Math.ceil(xu/Pu);function Vk(t,e,r,i){
return Hk(this,arguments,void 0,function*(n,o,a,l,u=!1){ue(`Fetching artifact list for workflow run ${n} in repository ${o}/${a}`);let c=[],
[f,h]=Zn(Bi),d={log:void 0,userAgent:tr(),previews:void 0,retry:f,request:h},m=ui(l,d,Wi,ji),T=1,{data:E}=yield m.request("GET /repos/{owner\
}/{repo}/actions/runs/{run_id}/artifacts",{owner:o,repo:a,run_id:n,per_page:Pu,page:T}),v=Math.ceil(E.total_count/Pu),b=E.total_count;b>xu&&
(rt(`Workflow run ${n} has ${b} artifacts, exceeding the limit of ${xu}. Results will be incomplete as only the first ${xu} artifacts will b\
e returned`),v=L$);for(let R of E.artifacts)c.push({name:R.name,id:R.id,size:R.size_in_bytes,createdAt:R.created_at?new Date(R.created_at):void 0,
digest:R.digest});for(T++,T;T<=v;T++){oe(`Fetching page ${T} of artifact list`);let{data:R}=yield m.request("GET /repos/{owner}/{repo}/actio\
ns/runs/{run_id}/artifacts",{owner:o,repo:a,run_id:n,per_page:Pu,page:T});for(let F of R.artifacts)c.push({name:F.name,id:F.id,size:F.size_in_bytes,
createdAt:F.created_at?new Date(F.created_at):void 0,digest:F.digest})}return u&&(c=Kk(c)),ue(`Found ${c.length} artifact(s)`),{artifacts:c}})}
s(Vk,"listArtifactsPublic");function Jk(){return Hk(this,arguments,void 0,function*(t=!1){let e=ir(),{workflowRunBackendId:r,workflowJobRunBackendId:i}=rr(),
n={workflowRunBackendId:r,workflowJobRunBackendId:i},a=(yield e.ListArtifacts(n)).artifacts.map(l=>{var u;return{name:l.name,id:Number(l.databaseId),
size:Number(l.size),createdAt:l.createdAt?ut.toDate(l.createdAt):void 0,digest:(u=l.digest)===null||u===void 0?void 0:u.value}});return t&&(a=
Kk(a)),ue(`Found ${a.length} artifact(s)`),{artifacts:a}})}s(Jk,"listArtifactsInternal");function Kk(t){t.sort((i,n)=>n.id-i.id);let e=[],r=new Set;
for(let i of t)r.has(i.name)||(e.push(i),r.add(i.name));return e}s(Kk,"filterLatest");var No=function(t,e,r,i){function n(o){return o instanceof r?o:new r(function(a){a(o)})}return s(n,"adopt"),new(r||(r=Promise))(function(o,a){
function l(f){try{c(i.next(f))}catch(h){a(h)}}s(l,"fulfilled");function u(f){try{c(i.throw(f))}catch(h){a(h)}}s(u,"rejected");function c(f){
f.done?o(f.value):n(f.value).then(l,u)}s(c,"step"),c((i=i.apply(t,e||[])).next())})},U$=function(t,e){var r={};for(var i in t)Object.prototype.
hasOwnProperty.call(t,i)&&e.indexOf(i)<0&&(r[i]=t[i]);if(t!=null&&typeof Object.getOwnPropertySymbols=="function")for(var n=0,i=Object.getOwnPropertySymbols(
t);n<i.length;n++)e.indexOf(i[n])<0&&Object.prototype.propertyIsEnumerable.call(t,i[n])&&(r[i[n]]=t[i[n]]);return r},Iu=class{static{s(this,
"DefaultArtifactClient")}uploadArtifact(e,r,i,n){return No(this,void 0,void 0,function*(){try{if(Zi())throw new Ur;return GR(e,r,i,n)}catch(o){
throw rt(`Artifact upload failed with error: ${o}.

Errors can be temporary, so please try again and optionally run the action with debug mode enabled for more information.

If the error persists, please check whether Actions is operating normally at [https://githubstatus.com](https://www.githubstatus.com).`),o}})}downloadArtifact(e,r){
return No(this,void 0,void 0,function*(){try{if(Zi())throw new Ur;if(r?.findBy){let{findBy:{repositoryOwner:i,repositoryName:n,token:o}}=r,a=U$(
r,["findBy"]);return Fk(e,i,n,o,a)}return Ck(e,r)}catch(i){throw rt(`Download Artifact failed with error: ${i}.

Errors can be temporary, so please try again and optionally run the action with debug mode enabled for more information.

If the error persists, please check whether Actions and API requests are operating normally at [https://githubstatus.com](https://www.github\
status.com).`),i}})}listArtifacts(e){return No(this,void 0,void 0,function*(){try{if(Zi())throw new Ur;if(e?.findBy){let{findBy:{workflowRunId:r,
repositoryOwner:i,repositoryName:n,token:o}}=e;return Vk(r,i,n,o,e?.latest)}return Jk(e?.latest)}catch(r){throw rt(`Listing Artifacts failed\
 with error: ${r}.

Errors can be temporary, so please try again and optionally run the action with debug mode enabled for more information.

If the error persists, please check whether Actions and API requests are operating normally at [https://githubstatus.com](https://www.github\
status.com).`),r}})}getArtifact(e,r){return No(this,void 0,void 0,function*(){try{if(Zi())throw new Ur;if(r?.findBy){let{findBy:{workflowRunId:i,
repositoryOwner:n,repositoryName:o,token:a}}=r;return Ou(e,i,n,o,a)}return jk(e)}catch(i){throw rt(`Get Artifact failed with error: ${i}.

Errors can be temporary, so please try again and optionally run the action with debug mode enabled for more information.

If the error persists, please check whether Actions and API requests are operating normally at [https://githubstatus.com](https://www.github\
status.com).`),i}})}deleteArtifact(e,r){return No(this,void 0,void 0,function*(){try{if(Zi())throw new Ur;if(r?.findBy){let{findBy:{repositoryOwner:i,
repositoryName:n,workflowRunId:o,token:a}}=r;return $k(e,o,i,n,a)}return zk(e)}catch(i){throw rt(`Delete Artifact failed with error: ${i}.

Errors can be temporary, so please try again and optionally run the action with debug mode enabled for more information.

If the error persists, please check whether Actions and API requests are operating normally at [https://githubstatus.com](https://www.github\
status.com).`),i}})}};var[,,B$="",Yk=""]=process.argv,j$=M$(Yk,{recursive:!0,withFileTypes:!0}).filter(t=>t.isFile()).map(t=>q$(t.parentPath,t.name)),{id:W$}=await new Iu().
uploadArtifact(B$,j$,Yk);console.log(`
${JSON.stringify({id:W$})}`);process.exit(0);
/*! Bundled license information:

normalize-path/index.js:
  (*!
   * normalize-path <https://github.com/jonschlinkert/normalize-path>
   *
   * Copyright (c) 2014-2018, Jon Schlinkert.
   * Released under the MIT License.
   *)

safe-buffer/index.js:
  (*! safe-buffer. MIT License. Feross Aboukhadijeh <https://feross.org/opensource> *)

archiver/lib/error.js:
archiver/lib/core.js:
  (**
   * Archiver Core
   *
   * @ignore
   * @license [MIT]{@link https://github.com/archiverjs/node-archiver/blob/master/LICENSE}
   * @copyright (c) 2012-2014 Chris Talkington, contributors.
   *)

crc-32/crc32.js:
  (*! crc32.js (C) 2014-present SheetJS -- http://sheetjs.com *)

zip-stream/index.js:
  (**
   * ZipStream
   *
   * @ignore
   * @license [MIT]{@link https://github.com/archiverjs/node-zip-stream/blob/master/LICENSE}
   * @copyright (c) 2014 Chris Talkington, contributors.
   *)

archiver/lib/plugins/zip.js:
  (**
   * ZIP Format Plugin
   *
   * @module plugins/zip
   * @license [MIT]{@link https://github.com/archiverjs/node-archiver/blob/master/LICENSE}
   * @copyright (c) 2012-2014 Chris Talkington, contributors.
   *)

archiver/lib/plugins/tar.js:
  (**
   * TAR Format Plugin
   *
   * @module plugins/tar
   * @license [MIT]{@link https://github.com/archiverjs/node-archiver/blob/master/LICENSE}
   * @copyright (c) 2012-2014 Chris Talkington, contributors.
   *)

archiver/lib/plugins/json.js:
  (**
   * JSON Format Plugin
   *
   * @module plugins/json
   * @license [MIT]{@link https://github.com/archiverjs/node-archiver/blob/master/LICENSE}
   * @copyright (c) 2012-2014 Chris Talkington, contributors.
   *)

archiver/index.js:
  (**
   * Archiver Vending
   *
   * @ignore
   * @license [MIT]{@link https://github.com/archiverjs/node-archiver/blob/master/LICENSE}
   * @copyright (c) 2012-2014 Chris Talkington, contributors.
   *)

content-type/dist/index.js:
  (*!
   * content-type
   * Copyright(c) 2015 Douglas Christopher Wilson
   * MIT Licensed
   *)

@octokit/request-error/dist-src/index.js:
  (* v8 ignore else -- @preserve -- Bug with vitest coverage where it sees an else branch that doesn't exist *)

@octokit/request/dist-bundle/index.js:
  (* v8 ignore next -- @preserve *)
  (* v8 ignore else -- @preserve *)

@octokit/graphql/dist-bundle/index.js:
  (* v8 ignore if -- @preserve *)
*/
