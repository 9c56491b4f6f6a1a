import{randomUUID}from"node:crypto";import{accessSync,constants as constants3,existsSync,mkdirSync,renameSync,rmSync as rmSync2,writeFileSync}from"node:fs";
import{join as join3}from"node:path";import{dirname}from"node:path";var REASONS={ENOENT:"no such file or directory",ENOTDIR:"no such file or directory, because a part of its path is a file",EACCES:"may not be\
 used by this user (EACCES)",EPERM:"may not be used by this user (EPERM)",EISDIR:"is a directory",EEXIST:"exists already",ENOTEMPTY:"is not \
empty",ELOOP:"is a symbolic link that leads to itself",EROFS:"is on a read-only file system",ENOSPC:"no space is left (ENOSPC)",EDQUOT:"the \
quota of the disk is used up (EDQUOT)",ESTALE:"the server of its file system has lost it (ESTALE)",EUCLEAN:"its file system is damaged (EUCL\
EAN)",EPIPE:"its reader is gone (EPIPE)"},UNNAMED=new Map([["Unknown system error -116","ESTALE"],["Unknown system error -117","EUCLEAN"],["\
Unknown system error -122","EDQUOT"]]);function nameOfError(code){return UNNAMED.get(code)??code}function asSystemError(error2){if(typeof error2!=
"object"||error2===null||!("code"in error2)||!("syscall"in error2)||typeof error2.code!="string"||typeof error2.syscall!="string")return;let{
message,path}=error2,named={code:nameOfError(error2.code),syscall:error2.syscall,message};return path===void 0?named:{...named,path}}function systemWords(error2,named){
let{path}=error2,known=isNotInPath(error2)?"not in PATH":REASONS[error2.code]??othersOf(error2),reason=error2.code==="ENOENT"&&path?.includes(
"\uFFFD")===!0?`${known}: of a name that is no UTF-8, give the file another one`:known;return path===void 0||path===named?reason:`${path}: ${reason}`}
function isNotInPath({code,syscall,path}){return code==="ENOENT"&&syscall.startsWith("spawn")&&path?.includes("/")!==!0}function othersOf({code,
syscall,message}){let[,words]=/^E[A-Z0-9]+: ([^,]+), /.exec(message)??[],[,unnamed]=/^, Unknown error: ([^']+) '/.exec(message)??[];return unnamed!==
void 0?unnamed.toLowerCase():words===void 0?`${syscall} failed (${code})`:`${words} (${code})`}var TdxBootError=class extends Error{code;hint;where;lasting;constructor(code,message,facts={}){super(message,facts.cause===void 0?void 0:{cause:facts.
cause}),this.name="TdxBootError",this.code=code,this.hint=facts.hint,this.where=facts.where,this.lasting=facts.lasting??!1}},UsageError=class extends TdxBootError{},
HostError=class extends TdxBootError{};function messageOf(error2,named){let call=asSystemError(error2);if(call!==void 0)return systemWords(call,named);let hasMessage=typeof error2==
"object"&&error2!==null&&"message"in error2;return String(hasMessage?error2.message:error2)}function codeOf(error2){return typeof error2=="o\
bject"&&error2!==null&&"code"in error2&&typeof error2.code=="string"?nameOfError(error2.code):void 0}function isFull(error2){return["ENOSPC",
"EDQUOT"].includes(codeOf(error2)??"")}var fs=process.getBuiltinModule("node:fs");function makeDirectories(path,mode=511){try{make(path,mode)}catch(error2){if(codeOf(error2)!=="EN\
OENT"||dirname(path)===path)throw error2;makeDirectories(dirname(path),mode),make(path,mode)}}function make(path,mode){try{fs.mkdirSync(path,
{mode})}catch(error2){if(codeOf(error2)!=="EEXIST"||!fs.statSync(path).isDirectory())throw error2}}function lookAt(path){try{return fs.statSync(
path)}catch{return}}function textAt(path){try{return fs.readFileSync(path,"utf8")}catch{return""}}function namesIn(directory){try{return fs.
readdirSync(directory)}catch{return[]}}import{spawn}from"node:child_process";import{once}from"node:events";import{closeSync,fstatSync as fstatSync2,rmSync,statSync}from"node:fs";import{
dirname as dirname2}from"node:path";var BASIC=["PATH","HOME","LANG","LC_ALL","TMPDIR","RUNNER_TRACKING_ID"],USER=["USER","LOGNAME","LC_CTYPE","LC_MESSAGES","TZ","LD_LIBRARY_PAT\
H"],PROXIES=["http_proxy","https_proxy","ftp_proxy","all_proxy","no_proxy"],NETWORK=[...PROXIES,...PROXIES.map(name=>name.toUpperCase()),"SS\
L_CERT_FILE","SSL_CERT_DIR","CURL_CA_BUNDLE","REQUESTS_CA_BUNDLE","GIT_SSL_CAINFO","GIT_SSL_CAPATH","CARGO_HTTP_CAINFO","NODE_EXTRA_CA_CERTS"],
GIT_SERVERS=/^GIT_(CONFIG|SSH|ASKPASS|HTTP|SSL|PROXY|CURL|TRACE|EXEC_PATH|ALLOW_PROTOCOL)/,GITHUB_SERVICES=["ACTIONS_CACHE_MODE","ACTIONS_CA\
CHE_SERVICE_V2","ACTIONS_CACHE_URL","ACTIONS_RESULTS_URL","ACTIONS_RUNTIME_TOKEN","ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS","ACTIONS_ORCHESTRATIO\
N_ID","GITHUB_SERVER_URL","NODE_OPTIONS","RUNNER_DEBUG","SEGMENT_DOWNLOAD_TIMEOUT_MINS"];var POLICIES={vmm:{names:[...BASIC,"LD_LIBRARY_PATH"]},build:{names:["PATH","HOME","TMPDIR","RUNNER_TRACKING_ID","RUSTUP_HOME",...NETWORK]},
git:{names:[...BASIC,...USER,...NETWORK,"XDG_CONFIG_HOME","SSH_AUTH_SOCK","SSH_AGENT_PID","SSH_ASKPASS","KRB5CCNAME"],pattern:GIT_SERVERS},tool:{
names:[...BASIC,...USER]},install:{names:[...BASIC,...USER,...NETWORK,"RUSTUP_HOME","CARGO_HOME","RUSTUP_DIST_SERVER","RUSTUP_UPDATE_ROOT","\
APT_CONFIG"]},"github-client":{names:[...BASIC,...USER,...NETWORK,...GITHUB_SERVICES]}};function environmentFor(kind,own={}){let{names,pattern}=POLICIES[kind],
kept=Object.entries(process.env).filter(pair=>pair[1]!==void 0&&(names.includes(pair[0])||pattern?.test(pair[0])===!0));return{...Object.fromEntries(
kept),...own}}import{constants,fchmodSync,fstatSync,openSync}from"node:fs";var PLAINLY=constants.O_RDONLY|constants.O_NOFOLLOW|constants.O_NONBLOCK;function openShared(path){
let fd;try{fd=withoutUmask(()=>openSync(path,PLAINLY|constants.O_CREAT,292))}catch(error2){try{fd=openSync(path,PLAINLY)}catch{throw error2}}
let{mode,uid}=fstatSync(fd);return uid===process.geteuid?.()&&(mode&292)!==292&&fchmodSync(fd,292),fd}function withoutUmask(make2){let umask=process.
umask(0);try{return make2()}finally{process.umask(umask)}}async function withLock(path,options,body){let held=await takeLock(path,options);try{return await body()}finally{held.release()}}async function tryLock(path){
return lock(path,0)}async function takeLock(path,{signal,waitMs,onWait}){let free=await lock(path,0,signal);if(free!==void 0)return free;onWait?.();
let held=await lock(path,performance.now()+waitMs,signal);if(held!==void 0)return held;let pids=holders(path),who=pids.length===0?"another p\
rocess":`process ${pids.join(", ")}`;throw new HostError("lock-timeout",`${path} is still locked by ${who} after ${waitMs/1e3} s`,{hint:pids.
length===0?`See who holds it: fuser ${path}`:`See what it does: ps -fp ${pids.join(",")}`})}async function lock(path,deadline,signal){for(;;){
signal?.throwIfAborted();let fd=open(path),keep=!1;try{let seconds=(deadline-performance.now())/1e3,wait=seconds>0?["--timeout",seconds.toFixed(
3)]:["--nonblock"],locked=await flock(fd,wait,signal);if(keep=locked&&isCurrent(path,fd),keep)return{fd,release:()=>release(path,fd)};if(!locked&&
signal?.aborted!==!0)return}finally{keep||closeSync(fd)}}}function open(path){try{return makeDirectories(dirname2(path)),openShared(path)}catch(cause){
throw new HostError("lock-unavailable",`cannot open the lock file ${path}: ${messageOf(cause,path)}`,{hint:`${dirname2(path)} has to be writ\
able and must have space left. If ${path} exists, it has to be a file that this user can read.`,cause})}}var BUSY=1;async function flock(fd,wait,signal){
let args=["--pdeathsig","KILL","--","flock","--exclusive",...wait,"3"],child=spawn("setpriv",args,{stdio:["ignore","ignore","pipe",fd],env:environmentFor(
"tool")}),said="";child.stderr?.on("data",bytes=>{said+=bytes});let kill2=()=>{child.kill("SIGKILL")};signal?.addEventListener("abort",kill2);
try{let[code,killedBy]=await once(child,"close");if(code===0)return!0;if(code===BUSY||signal?.aborted===!0)return!1;throw new Error(said.trim()||
`flock: ${killedBy??`exit code ${code}`}`)}catch(error2){throw new HostError("lock-unavailable",`cannot lock files: ${messageOf(error2)}`,{hint:"\
Locks need setpriv and flock (sudo apt-get install util-linux), and a file system that supports flock(2).",cause:error2})}finally{signal?.removeEventListener(
"abort",kill2)}}function holders(path){let lock2=new RegExp(`FLOCK.*:${statSync(path,{throwIfNoEntry:!1})?.ino} `);return namesIn("/proc").filter(
name=>/^\d/.test(name)).filter(pid=>{let directory=`/proc/${pid}/fdinfo`;return namesIn(directory).some(fd=>lock2.test(textAt(`${directory}/${fd}`)))})}
function isCurrent(path,fd){return statSync(path,{throwIfNoEntry:!1})?.ino===fstatSync2(fd).ino}function release(path,fd){try{rmSync(path,{force:!0})}catch{}finally{
closeSync(fd)}}import{homedir,userInfo}from"node:os";import{isAbsolute,join}from"node:path";function placeOf(thing,env=process.env){if(thing==="temporary")return firstAbsolute([env.RUNNER_TEMP,env.TMPDIR,env.TMP,env.TEMP])??"/tmp";let cache=firstAbsolute(
[env.XDG_CACHE_HOME])??join(homeOf(env),".cache");return join(cache,"tdx-boot",thing==="store"?"firmware":"compiled")}function homeOf({HOME,
SUDO_UID}){let home=isHomeOf(SUDO_UID,HOME)?attempt(()=>userInfo().homedir):firstAbsolute([HOME,attempt(homedir),attempt(()=>userInfo().homedir)]);
if(home!==void 0)return home;throw new HostError("no-home",`there is no home directory for tdx-boot's cache: HOME is "${HOME??""}"`,{hint:"S\
et XDG_CACHE_HOME or HOME to an absolute path.",lasting:!0})}function isHomeOf(user,home){return user===void 0||home===void 0||user===String(
process.geteuid?.())?!1:attempt(()=>String(process.getBuiltinModule("node:fs").statSync(home).uid))===user}function firstAbsolute(paths){return paths.
find(path=>path!==void 0&&isAbsolute(path))}function attempt(question){try{return question()}catch{return}}import{closeSync as closeSync2,fsyncSync,lstatSync,openSync as openSync2,utimesSync}from"node:fs";function identity(path){try{let{ino,ctimeNs}=lstatSync(path,{bigint:!0});return`${ino} ${ctimeNs}`}catch{return}}function modified(file){return lstatSync(
file,{throwIfNoEntry:!1})?.mtime??new Date(0)}function age(file){return Math.max(0,Date.now()-modified(file).getTime())}function touch(file){
try{utimesSync(file,new Date,new Date)}catch{}}function sync(path){let fd=openSync2(path,"r");try{fsyncSync(fd)}finally{closeSync2(fd)}}function storeError(error2,root){
let failed=error2 instanceof HostError&&error2.code==="lock-unavailable"?error2.cause:error2;if(isFull(failed))return new HostError("disk-fu\
ll",`no space left for builds in ${root}`,{hint:"A build needs about 1 GB while it runs. Free some space, or name another store.",cause:error2});
let code=codeOf(failed);return code==="EACCES"||code==="EPERM"||code==="EROFS"?unwritable(messageOf(error2,root),root,error2):error2}function unwritable(problem,root,cause){
return new HostError("store-unwritable",`cannot write to the store ${root}: ${problem}`,{hint:"Make it writable for this user, or name anoth\
er store (XDG_CACHE_HOME).",cause})}import{createHash as createHash2}from"node:crypto";import{chmodSync,lstatSync as lstatSync2,readFileSync}from"node:fs";var GUEST_STREAMS=["console","serial","debugcon"],STREAMS=[...GUEST_STREAMS,"td-module","vmm"],LOG_ORIGINS=["mixed","host","build",...STREAMS];var FIRMWARES=["tdvf","td-shim","td-shim-executable","td-shim-example"];var RECIPE_NAMES=[...FIRMWARES,"cloud-hypervisor"];function isFirmware(name){return FIRMWARES.some(firmware=>firmware===name)}var BUILDS=["release","debug"];var GUEST=new Set(GUEST_STREAMS);function guidAt(bytes,offset){let pairs=Array.from(bytes.subarray(offset,offset+16),byte=>byte.toString(16).padStart(2,"0")),group=(start,end)=>pairs.
slice(start,end).join(""),swapped=(start,end)=>pairs.slice(start,end).reverse().join("");return[swapped(0,4),swapped(4,6),swapped(6,8),group(
8,10),group(10,16)].join("-")}function hex(value){return`0x${value.toString(16)}`}function hexRange(start,end){return`${hex(start)}-${hex(end)}`}var MetadataError=class extends UsageError{constructor(code,message){super(code,message,{hint:HINTS[code]}),this.name="MetadataError"}},WHOLE_IMAGE="\
Give the whole image (OVMF.fd of IntelTdxX64, OVMF.inteltdx.fd, final.bin of td-shim)",IMAGE_UNIT=65536,HINTS={"not-firmware":`${WHOLE_IMAGE}\
, not a *_VARS file, a kernel, or an archive of it.`,truncated:`${WHOLE_IMAGE} and compare its size and checksum with where it came from.`,"\
bad-guid-table":"The image is damaged or was edited: build or download it again and compare checksums.","no-tdx-metadata":`This firmware was\
 built without TDX. ${WHOLE_IMAGE}.`,"bad-descriptor":"The image is damaged or was edited: build or download it again and compare checksums.",
"bad-version":"Only version 1 of the TDX metadata is defined: use firmware built for it."},FOOTER_GUID="96b582de-1fb2-45f7-baea-a366c55a082d",
OFFSET_ENTRY_GUID="e47a6535-984a-4798-865e-4685a7bf8ec2",METADATA_GUID="e9eaf9f3-168e-44d5-a8eb-7f4d8738f6ae",GUID_BYTES=16,ENTRY_TAIL_BYTES=GUID_BYTES+
2,RESET_VECTOR_BYTES=32,OFFSET_ENTRY_BYTES=ENTRY_TAIL_BYTES+4,DESCRIPTOR_BYTES=16,SECTION_BYTES=32,MOST_SECTIONS=1024,SIGNATURE=1180058708,NAMES=[
"BFV","CFV","TD_HOB","TempMem","PermMem","Payload","PayloadParam","TdInfo","TdParams"];function parseMetadata(image){if(image.length<RESET_VECTOR_BYTES+
ENTRY_TAIL_BYTES){let why=`the last ${RESET_VECTOR_BYTES+ENTRY_TAIL_BYTES} bytes of an image lead to its TDX metadata`;throw new MetadataError(
"truncated",`too short for firmware (size ${image.length}): ${why}`)}let view=new DataView(image.buffer,image.byteOffset,image.byteLength),{
offset,found}=findDescriptor(image,view),{version,length,count}=readDescriptor(view,offset);return{descriptorOffset:offset,found,guidBefore:hasGuidBefore(
image,offset),version,length,sections:Array.from({length:count},(_,index)=>readSection(view,offset,index))}}function findDescriptor(image,view){let size=image.length,tableEnd=size-RESET_VECTOR_BYTES,hasTable=guidAt(image,tableEnd-GUID_BYTES)===FOOTER_GUID,
entry=hasTable?findOffsetEntry(image,view,tableEnd):void 0;if(entry!==void 0)return{offset:descriptorBeforeEnd(view,entry),found:"guid-table"};
let pointer=view.getUint32(tableEnd,!0);if(pointer+DESCRIPTOR_BYTES<=size&&(view.getUint32(pointer,!0)===SIGNATURE||hasGuidBefore(image,pointer)))
return{offset:pointer,found:"legacy-pointer"};let tried=`the legacy pointer there (${hex(pointer)}) leads to no TDX metadata`;if(hasTable){let message2=`\
the GUID table that ends at ${hex(tableEnd)} has no TDX entry, and ${tried}`;throw new MetadataError("no-tdx-metadata",message2)}let message=`\
not a firmware image, or a damaged one: ${size%IMAGE_UNIT===0?"":`${size} bytes are no multiple of 64 KiB, `}no GUID table ends at ${hex(tableEnd)}\
, and ${tried}`;throw new MetadataError("not-firmware",message)}function findOffsetEntry(image,view,tableEnd){let totalAt=tableEnd-ENTRY_TAIL_BYTES,
total=view.getUint16(totalAt,!0);if(total<ENTRY_TAIL_BYTES||total>tableEnd){let why=`but it holds its own ${ENTRY_TAIL_BYTES} and at most ${tableEnd}`;
throw new MetadataError("bad-guid-table",`the GUID table claims ${total} bytes ${at(totalAt)}, ${why}`)}let tableStart=tableEnd-total,end=totalAt;
for(;end-ENTRY_TAIL_BYTES>=tableStart;){let lengthAt=end-ENTRY_TAIL_BYTES,length=view.getUint16(lengthAt,!0),guid=guidAt(image,end-GUID_BYTES);
if(length<ENTRY_TAIL_BYTES||length>end-tableStart){let what=`entry ${guid} of the GUID table claims ${length} bytes ${at(lengthAt)}`,room=`b\
etween ${ENTRY_TAIL_BYTES} and ${end-tableStart} fit`;throw new MetadataError("bad-guid-table",`${what}; ${room}`)}if(guid===OFFSET_ENTRY_GUID){
if(length===OFFSET_ENTRY_BYTES)return end-length;let what=`the TDX entry of the GUID table has ${length} bytes ${at(lengthAt)}`;throw new MetadataError(
"bad-guid-table",`${what} instead of ${OFFSET_ENTRY_BYTES}`)}end-=length}}function descriptorBeforeEnd(view,entry){let size=view.byteLength,
distance=view.getUint32(entry,!0),what=`the GUID table ${at(entry)} puts the TDX metadata ${hex(distance)} bytes before the end`;if(distance>
size)throw new MetadataError("truncated",`${what}, but the image has only ${hex(size)} bytes`);if(distance<DESCRIPTOR_BYTES)throw new MetadataError(
"bad-descriptor",`${what}, where its ${DESCRIPTOR_BYTES} bytes do not fit`);return size-distance}function readDescriptor(view,offset){let signature=view.
getUint32(offset,!0),length=view.getUint32(offset+4,!0),version=view.getUint32(offset+8,!0),count=view.getUint32(offset+12,!0);if(signature!==
SIGNATURE){let message=`the TDX metadata ${at(offset)} begins with ${hex(signature)} instead of 'TDVF'`;throw new MetadataError("bad-descrip\
tor",message)}if(version!==1){let message=`the TDX metadata ${at(offset)} has version ${version} instead of 1`;throw new MetadataError("bad-\
version",message)}if(count>MOST_SECTIONS){let message=`the TDX metadata ${at(offset)} has ${count} sections; at most ${MOST_SECTIONS} are re\
ad`;throw new MetadataError("bad-descriptor",message)}let expected=DESCRIPTOR_BYTES+SECTION_BYTES*count;if(count===0||length!==expected){let message=`\
the TDX metadata ${at(offset)} has ${count} sections in ${length} bytes`,why=count===0?"at least one is needed":`they take ${expected}`;throw new MetadataError(
"bad-descriptor",`${message}; ${why}`)}if(offset+length>view.byteLength){let message=`the TDX metadata ${at(offset)} has ${hex(length)} byte\
s`,room=`the image ends after ${hex(view.byteLength-offset)}`;throw new MetadataError("bad-descriptor",`${message}; ${room}`)}return{version,
length,count}}function readSection(view,descriptorOffset,index){let offset=descriptorOffset+DESCRIPTOR_BYTES+SECTION_BYTES*index,type=view.getUint32(
offset+24,!0),attributes=view.getUint32(offset+28,!0);return{index,type,name:NAMES[type]??`type ${type}`,dataOffset:view.getUint32(offset,!0),
rawSize:view.getUint32(offset+4,!0),address:view.getBigUint64(offset+8,!0),memorySize:view.getBigUint64(offset+16,!0),attributes,extend:(attributes&
1)!==0,augment:(attributes&2)!==0}}function hasGuidBefore(image,offset){return offset>=GUID_BYTES&&guidAt(image,offset-GUID_BYTES)===METADATA_GUID}
function at(offset){return`at offset ${hex(offset)}`}import{createHash}from"node:crypto";var RECORD_TYPES=["TdInfo","TdParams"];var DataError=class extends UsageError{constructor(code,message,{hint}){super(code,message,{hint}),this.name="DataError"}};var QEMU={augmented:!0,fill:"image",measured:"bit-0"},LAUNCH_METHOD={...QEMU,order:"interleaved"};var MRTD_VARIANTS=[{reader:"qemu",method:LAUNCH_METHOD,programs:"QEMU 10.1 and later with Linux 6.16 and later; Intel QEMU 7.x and 8.1",source:"\
QEMU target/i386/kvm/tdx.c tdx_init_fw_mem_region; Linux arch/x86/kvm/vmx/tdx.c tdx_gmem_post_populate"},{reader:"qemu",method:{...QEMU,order:"\
two-pass"},programs:"QEMU 8.2 of Intel (upstream-v5) and of Canonical noble (8.2.2+tdx)",source:"intel-staging/qemu-tdx issue 1; td-shim iss\
ues 683 and 740; virtee/tdx-measure issue 18"},{reader:"cloud-hypervisor",method:{order:"interleaved",augmented:!0,fill:"zero",measured:"onl\
y-1"},programs:"Cloud Hypervisor",source:"Cloud Hypervisor ae44c297 vmm/src/vm.rs init_tdx_memory, populate_tdx_sections"},{reader:"specific\
ation",method:{order:"interleaved",augmented:!1,fill:"zero",measured:"bit-0"},programs:"the specification; td-shim-tools, Google Compute Eng\
ine",source:"td-shim doc/tdshim_spec.md; google/gce-tcb-verifier 74582c07 tdx/mrtd.go"}];var PAGE=4096,CHUNK=256,BUFFER=128,ADDRESS_AT=16,ADDED_BYTES=BigInt(BUFFER),MEASURED_BYTES=BigInt(BUFFER+PAGE+PAGE/CHUNK*BUFFER),MOST_HASHED=0x4000000n,
DAMAGED={hint:"The image is damaged, or no VMM starts it: tdx-boot firmware inspect says what is wrong."};function computeMrtd(image,{sections},rules){
let added=sections.filter(section=>isAdded(section,rules));requireSound(added,image,rules);let hash=new PageHash;for(let section of added){let measured=isMeasured(
section,rules),content=contentOf(section,image,rules),pages=Number(section.memorySize/BigInt(PAGE)),addressOf=page=>section.address+BigInt(page*
PAGE);for(let page=0;page<pages;page++)hash.add(addressOf(page)),measured&&rules.order==="interleaved"&&hash.extend(addressOf(page),content,
page);if(!(!measured||rules.order==="interleaved"))for(let page=0;page<pages;page++)hash.extend(addressOf(page),content,page)}return hash.digest()}var PageHash=class{#hash=createHash("sha384");#add=record("MEM.PAGE.ADD",BUFFER);#extend=record("MR.EXTEND",PAGE+PAGE/CHUNK*BUFFER);add(address){
this.#add.view.setBigUint64(ADDRESS_AT,address,!0),this.#hash.update(this.#add.bytes)}extend(address,content,page){let{bytes,view}=this.#extend,
start=page*PAGE;for(let chunk=0;chunk<PAGE/CHUNK;chunk++){let at2=chunk*(BUFFER+CHUNK),from=start+chunk*CHUNK;view.setBigUint64(at2+ADDRESS_AT,
address+BigInt(chunk*CHUNK),!0);let data=content.subarray(from,from+CHUNK);bytes.set(data,at2+BUFFER),data.length<CHUNK&&bytes.fill(0,at2+BUFFER+
data.length,at2+BUFFER+CHUNK)}this.#hash.update(bytes)}digest(){return this.#hash.digest("hex")}};function isAdded({name,memorySize,augment},{
augmented}){return memorySize>0n&&!RECORD_TYPES.includes(name)&&(augmented||!augment)}function isMeasured({attributes,extend},{measured}){return measured===
"bit-0"?extend:attributes===1}function requireSound(sections,image,rules){let hashed=0n;for(let section of sections){let{index,name,address,
memorySize,dataOffset,rawSize}=section,what=`section ${index} (${name})`,bad=problem=>{throw new DataError("bad-section",`${what}: ${problem}`,
DAMAGED)};if((address%BigInt(PAGE)!==0n||memorySize%BigInt(PAGE)!==0n)&&bad(`${hexRange(address,address+memorySize)} is not made of whole 4 \
KiB pages`),address+memorySize>=1n<<64n&&bad(`${hexRange(address,address+memorySize)} goes beyond 64 bits`),BigInt(rawSize)>memorySize&&bad(
`raw size ${hex(rawSize)} exceeds memory size ${hex(memorySize)}`),dataOffset+rawSize>image.length){let data=hexRange(dataOffset,dataOffset+
rawSize);bad(`data ${data} ends beyond the image (${hex(image.length)})`)}hashed+=memorySize/BigInt(PAGE)*(isMeasured(section,rules)?MEASURED_BYTES:
ADDED_BYTES),hashed>MOST_HASHED&&bad(`${hexRange(address,address+memorySize)} is more than anybody adds to a TD`)}return hashed}function contentOf({
dataOffset,rawSize,memorySize},image,{fill}){let length=fill==="image"&&rawSize>0?Number(memorySize):rawSize;return image.subarray(dataOffset,
dataOffset+length)}function record(operation,size){let bytes=new Uint8Array(size);for(let at2=0;at2<size;at2+=BUFFER+CHUNK)bytes.set(Buffer.
from(operation,"latin1"),at2);return{bytes,view:new DataView(bytes.buffer)}}function measureImage(image){return computeMrtd(image,parseMetadata(image),LAUNCH_METHOD)}var DamagedImageError=class extends Error{};function checkImage(image,{size,sha256}){let stat=lstatSync2(image,{throwIfNoEntry:!1});if(stat===
void 0)throw new DamagedImageError("its image is missing");if(!stat.isFile())throw new DamagedImageError("its image is not a regular file");
if(stat.size!==size)throw new DamagedImageError(`its image has ${stat.size} bytes instead of ${size}`);let found=createHash2("sha256").update(
readFileSync(image)).digest("hex");if(found!==sha256)throw new DamagedImageError(`the SHA-256 of its image is ${found} instead of ${sha256}`)}
function restoreMode(image,{inputs}){!isFirmware(inputs.recipe)&&(lstatSync2(image).mode&73)===0&&chmodSync(image,493)}function checkMrtd(image,{
mrtd}){if(mrtd===void 0)return;let found="none";try{found=measureImage(readFileSync(image))}catch(error2){if(!(error2 instanceof UsageError))
throw error2}if(found!==mrtd)throw new DamagedImageError(`its MRTD is ${found} instead of ${mrtd}`)}import{createHash as createHash3}from"node:crypto";import{join as join2}from"node:path";import{closeSync as closeSync3,fstatSync as fstatSync4}from"node:fs";function given(values){let known={};for(let key in values){let value=values[key];value!==void 0&&(known[key]=value)}return known}import{constants as constants2,fstatSync as fstatSync3,openSync as openSync3,readSync}from"node:fs";var WRITER_MS=2e3,POLL_MS=5;function openToRead(path){return openSync3(path,constants2.O_RDONLY|constants2.O_NONBLOCK|constants2.O_NOCTTY)}function readFirst(fd,buffer){
let pipe=fstatSync3(fd).isFIFO(),deadline;for(;;){let bytes=readChunk(fd,buffer);if(bytes.length>0||!pipe)return bytes;if(deadline??=performance.
now()+WRITER_MS,performance.now()>=deadline)throw new Error(`this is a pipe, and nobody wrote into it for ${WRITER_MS/1e3} s`);pause()}}function readChunk(fd,buffer){
for(;;)try{return buffer.subarray(0,readSync(fd,buffer))}catch(error2){if(codeOf(error2)!=="EAGAIN")throw error2;pause()}}function pause(){Atomics.
wait(new Int32Array(new SharedArrayBuffer(4)),0,0,POLL_MS)}var CHUNK2=1024*1024;function readBounded(file,bounds){try{let descriptor=openToRead(file);try{return readAll(descriptor,file,bounds,readFirst)}finally{
closeSync3(descriptor)}}catch(error2){if(error2 instanceof UsageError)throw error2;let facts={where:file,cause:error2};throw new UsageError(
"no-file",`cannot read ${bounds.what}: ${messageOf(error2,file)}`,facts)}}function readAll(descriptor,name,bounds,first=readChunk){let stat=fstatSync4(descriptor);if(isDevice(stat)){let message=`cannot read ${bounds.
what}: this is a device`;throw new UsageError("no-file",message,{where:name,hint:"Name a file or a pipe."})}if(stat.size>bounds.most)throw tooLarge(
name,bounds,`${stat.size} bytes`);let chunks=[],length=0;for(;;){let chunk=Buffer.allocUnsafe(chunks.length===0?Math.max(stat.size+1,65536):
CHUNK2),read=(chunks.length===0?first:readChunk)(descriptor,chunk).length;if(read===0)return chunks.length===1?chunks[0]??chunk:Buffer.concat(
chunks);if(length+=read,length>bounds.most)throw tooLarge(name,bounds,"more than that");chunks.push(chunk.subarray(0,read))}}function isDevice(stat){
return stat.isBlockDevice()||stat.isCharacterDevice()}function tooLarge(where,{what,most},has){return new UsageError("too-large",`${what}: ${has}\
; at most ${most} bytes are read`,{where,hint:"Is it the right file?"})}var MANIFEST="manifest.json",BOUNDS={what:"the manifest",most:1024*1024};function buildKey({toolchain,...inputs}){let tools=Object.entries(toolchain).
sort(([a],[b])=>a<b?-1:1),{recipe,build,source,recipeDigest,defines,arch:arch2}=inputs,prefix=`${recipe}-${build}-${digest([source,recipeDigest,
defines,arch2])}`;return{prefix,key:`${prefix}-${digest(tools)}`}}function digest(value){return createHash3("sha256").update(JSON.stringify(
value)).digest("hex").slice(0,16)}function readManifest(directory,key){return parseManifest(readBounded(join2(directory,MANIFEST),BOUNDS).toString(
"utf8"),key)}function parseManifest(text,key){try{let value=JSON.parse(text),{inputs}=value;return value.version===1&&RECIPE_NAMES.includes(inputs.recipe)&&
BUILDS.includes(inputs.build)&&[inputs.source,inputs.recipeDigest,inputs.arch].every(isString)&&inputs.defines.every(isString)&&Object.values(
inputs.toolchain).every(isString)&&value.key===key&&buildKey(inputs).key===key&&/^[\w-][\w.-]*$/.test(value.image)&&Number.isSafeInteger(value.
size)&&/^[0-9a-f]{64}$/.test(value.sha256)&&(value.mrtd===void 0||/^[0-9a-f]{96}$/.test(value.mrtd))&&areFacts(value.source)&&new Date(value.
builtAt).toISOString()===value.builtAt&&Number.isFinite(value.buildSeconds)?value:void 0}catch{return}}function areFacts({from,commit,tree,submodules}){
return isString(from)&&[commit,tree,...submodules.map(submodule=>submodule.commit)].every(isOptionalString)&&submodules.every(({path})=>isString(
path))}function isString(value){return typeof value=="string"}function isOptionalString(value){return value===void 0||isString(value)}var IN_USE_MS=60*6e4,DEFAULT_LIMIT=256*1024*1024;function defaultRoot(){return placeOf("store")}var Store=class{root;#limit;#listener;constructor(root,options){
this.root=root,this.#limit=options.limit??DEFAULT_LIMIT,this.#listener=options.listener}find(key){let entry=this.#read(key);return entry!==void 0&&
touch(entry.manifestFile),entry}findAny(prefix){let newest=this.#keys().filter(key=>key.startsWith(`${prefix}-`)).flatMap(key=>this.#read(key)??
[]).sort((a,b)=>b.manifest.builtAt.localeCompare(a.manifest.builtAt))[0];return newest!==void 0&&touch(newest.manifestFile),newest}list(){return this.#keys().
flatMap(key=>this.#read(key)??[]).map(entry=>({entry,used:modified(entry.manifestFile)})).sort((a,b)=>b.used.getTime()-a.used.getTime())}lockPath(name){
return join3(this.#writable("locks"),name)}imagePath(key,name){return join3(this.root,"entries",key,name)}logPath(key){return join3(this.root,
"logs",`${key}.log`)}async withStaging(body){let directory=join3(this.#writable("tmp"),randomUUID());await this.sweep();try{return await withLock(
`${directory}.lock`,{waitMs:1e4},async()=>{try{return mkdirSync(directory),await body(directory)}finally{rmSync2(directory,{recursive:!0,force:!0})}})}catch(error2){
throw storeError(error2,this.root)}}async sweep(){let staged=new Set(namesIn(join3(this.root,"tmp")).map(name=>name.replace(/\.lock$/,"")));
for(let name of staged)await this.#sweepOne(join3("tmp",`${name}.lock`),join3("tmp",name));for(let name of namesIn(join3(this.root,"locks")))
await this.#sweepOne(join3("locks",name))}add(directory,manifest){checkImage(join3(directory,manifest.image),manifest),checkMrtd(join3(directory,
manifest.image),manifest);try{writeFileSync(join3(directory,MANIFEST),`${JSON.stringify(manifest,null,2)}
`),restoreMode(join3(directory,manifest.image),manifest);for(let name of[manifest.image,MANIFEST,"."])sync(join3(directory,name));let entries=this.#writable(
"entries"),{key}=manifest,entry=this.find(key)??this.#move(directory,manifest)??this.find(key);if(entry===void 0)throw unwritable(`cannot re\
place ${join3(entries,key)}`,this.root);return sync(entries),this.prune({spare:IN_USE_MS}),entry}catch(error2){throw storeError(error2,this.
root)}}prune({limit=this.#limit,spare=0}){let oldestFirst=this.list().reverse(),total=oldestFirst.reduce((sum,{entry})=>sum+entry.manifest.size,
0),removed=[];for(let{entry}of oldestFirst)total<=limit||age(entry.manifestFile)<spare||!this.#discard(entry.directory)||(total-=entry.manifest.
size,rmSync2(this.logPath(entry.manifest.key),{force:!0}),removed.push(entry));return this.#pruneLogs(),removed}get sources(){return join3(this.
root,"sources")}forgetSources(){rmSync2(this.sources,{recursive:!0,force:!0})}#keys(){return namesIn(join3(this.root,"entries"))}#read(key){
let directory=join3(this.root,"entries",key),seen=identity(directory);if(seen!==void 0)try{let manifest=readManifest(directory,key);if(manifest===
void 0)throw new DamagedImageError("its manifest is damaged");return checkImage(join3(directory,manifest.image),manifest),restoreMode(join3(
directory,manifest.image),manifest),this.#entry(manifest)}catch(error2){if(identity(directory)!==seen)return this.#read(key);this.#notice(`n\
ot used: ${directory}: ${messageOf(error2,directory)}`),this.#discard(directory);return}}#entry(manifest){let directory=join3(this.root,"ent\
ries",manifest.key),log=this.logPath(manifest.key);return{directory,image:join3(directory,manifest.image),manifestFile:join3(directory,MANIFEST),
manifest,...existsSync(log)?{log}:{}}}#move(directory,manifest){let entry=this.#entry(manifest);try{return renameSync(directory,entry.directory),
entry}catch(error2){if(codeOf(error2)==="ENOTEMPTY"||codeOf(error2)==="EEXIST")return;throw error2}}#discard(directory){return this.#gone(directory,
()=>{let trash=join3(this.#writable("tmp"),randomUUID());return renameSync(directory,trash),this.#remove(trash)})}#remove(path){return this.#gone(
path,()=>(rmSync2(path,{recursive:!0,force:!0}),!0))}#gone(path,remove){try{return remove()}catch(error2){return identity(path)===void 0?!0:
(this.#notice(`cannot remove ${path}: ${messageOf(error2,path)}`),!1)}}async#sweepOne(lock2,guarded){try{let held=await tryLock(join3(this.root,
lock2));if(held===void 0)return;try{guarded!==void 0&&this.#remove(join3(this.root,guarded))}finally{held.release()}}catch(error2){this.#notice(
messageOf(error2))}}#pruneLogs(){for(let name of namesIn(join3(this.root,"logs"))){let log=join3(this.root,"logs",name),image=join3(this.root,
"entries",name.replace(/\.log$/,""));identity(image)===void 0&&age(log)>IN_USE_MS&&this.#remove(log)}}#writable(name){let directory=join3(this.
root,name);try{return makeDirectories(directory),accessSync(directory,constants3.W_OK),directory}catch(error2){let named=storeError(error2,this.
root);throw named instanceof HostError?named:unwritable(messageOf(error2,this.root),this.root,error2)}}#notice(text){this.#listener({type:"n\
otice",text})}};import{readFileSync as readFileSync2,readlinkSync}from"node:fs";function killGroup(pid){signalGroup(pid,"SIGKILL")}function signalGroup(pid,signal){try{process.kill(-pid,signal)}catch(error2){if(codeOf(error2)!==
"ESRCH")throw error2}}var MOST_LOOKS=100,LOOKS_AT_EMPTY=5;function killThoseIn(directory){if(!/\/tdx-boot-[^/]/.test(directory))return;let killed=new Set;
for(let look=1;look<=MOST_LOOKS;look++){let{found,isAnyEmpty}=lookFor(directory),others=found.filter(pid=>!killed.has(pid));for(let pid of others)
killed.add(pid),kill(pid);if(others.length===0&&!(isAnyEmpty&&look<LOOKS_AT_EMPTY))return}}function kill(pid){try{process.kill(pid,"SIGKILL")}catch{}}
function lookFor(directory){let own=[`\0TMPDIR=${directory}\0`,`\0TMPDIR=${directory}/`],found=[],isAnyEmpty=!1;for(let name of namesIn("/pr\
oc"))if(!(!/^\d+$/.test(name)||Number(name)===process.pid))try{let variables=`\0${readFileSync2(`/proc/${name}/environ`,"latin1")}`;own.some(
text=>variables.includes(text))?found.push(Number(name)):variables==="\0"&&(isAnyEmpty||=readlinkSync(`/proc/${name}/exe`)!=="")}catch{}return{
found,isAnyEmpty}}import{lstatSync as lstatSync3,mkdtempSync,rmSync as rmSync3,statSync as statSync2}from"node:fs";var left=new Map;function removeWorkDir(directory){try{removeAll(directory)}catch(error2){left.set(directory,messageOf(error2,directory))}}function takeLeftovers(){
let still=[...left].filter(([directory])=>lookAt(directory)!==void 0);return left.clear(),still.map(([directory,reason])=>`the work director\
y ${directory} cannot be removed: ${reason}
  The next run tries again.`)}function removeAll(directory){rmSync3(directory,{recursive:!0,force:!0})}function asRecord(value){return typeof value=="object"&&value!==null?{...value}:void 0}import*as os from"os";function toCommandValue(input){return input==null?"":typeof input=="string"||input instanceof String?input:JSON.stringify(input)}function toCommandProperties(annotationProperties){
return Object.keys(annotationProperties).length?{title:annotationProperties.title,file:annotationProperties.file,line:annotationProperties.startLine,
endLine:annotationProperties.endLine,col:annotationProperties.startColumn,endColumn:annotationProperties.endColumn}:{}}function issueCommand(command,properties,message){let cmd=new Command(command,properties,message);process.stdout.write(cmd.toString()+os.EOL)}var CMD_STRING="::",Command=class{constructor(command,properties,message){command||(command="missing.command"),this.command=command,this.properties=
properties,this.message=message}toString(){let cmdStr=CMD_STRING+this.command;if(this.properties&&Object.keys(this.properties).length>0){cmdStr+=
" ";let first=!0;for(let key in this.properties)if(this.properties.hasOwnProperty(key)){let val=this.properties[key];val&&(first?first=!1:cmdStr+=
",",cmdStr+=`${key}=${escapeProperty(val)}`)}}return cmdStr+=`${CMD_STRING}${escapeData(this.message)}`,cmdStr}};function escapeData(s){return toCommandValue(
s).replace(/%/g,"%25").replace(/\r/g,"%0D").replace(/\n/g,"%0A")}function escapeProperty(s){return toCommandValue(s).replace(/%/g,"%25").replace(
/\r/g,"%0D").replace(/\n/g,"%0A").replace(/:/g,"%3A").replace(/,/g,"%2C")}import{EOL as EOL2}from"os";import{constants as constants4,promises}from"fs";var __awaiter=function(thisArg,_arguments,P,generator){function adopt(value){
return value instanceof P?value:new P(function(resolve){resolve(value)})}return new(P||(P=Promise))(function(resolve,reject){function fulfilled(value){
try{step(generator.next(value))}catch(e){reject(e)}}function rejected(value){try{step(generator.throw(value))}catch(e){reject(e)}}function step(result){
result.done?resolve(result.value):adopt(result.value).then(fulfilled,rejected)}step((generator=generator.apply(thisArg,_arguments||[])).next())})},
{access,appendFile,writeFile}=promises,SUMMARY_ENV_VAR="GITHUB_STEP_SUMMARY";var Summary=class{constructor(){this._buffer=""}filePath(){return __awaiter(this,void 0,void 0,function*(){if(this._filePath)return this._filePath;
let pathFromEnv=process.env[SUMMARY_ENV_VAR];if(!pathFromEnv)throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. C\
heck if your runtime environment supports job summaries.`);try{yield access(pathFromEnv,constants4.R_OK|constants4.W_OK)}catch{throw new Error(
`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`)}return this._filePath=pathFromEnv,
this._filePath})}wrap(tag,content,attrs={}){let htmlAttrs=Object.entries(attrs).map(([key,value])=>` ${key}="${value}"`).join("");return content?
`<${tag}${htmlAttrs}>${content}</${tag}>`:`<${tag}${htmlAttrs}>`}write(options){return __awaiter(this,void 0,void 0,function*(){let overwrite=!!options?.
overwrite,filePath=yield this.filePath();return yield(overwrite?writeFile:appendFile)(filePath,this._buffer,{encoding:"utf8"}),this.emptyBuffer()})}clear(){
return __awaiter(this,void 0,void 0,function*(){return this.emptyBuffer().write({overwrite:!0})})}stringify(){return this._buffer}isEmptyBuffer(){
return this._buffer.length===0}emptyBuffer(){return this._buffer="",this}addRaw(text,addEOL=!1){return this._buffer+=text,addEOL?this.addEOL():
this}addEOL(){return this.addRaw(EOL2)}addCodeBlock(code,lang){let attrs=Object.assign({},lang&&{lang}),element=this.wrap("pre",this.wrap("c\
ode",code),attrs);return this.addRaw(element).addEOL()}addList(items,ordered=!1){let tag=ordered?"ol":"ul",listItems=items.map(item=>this.wrap(
"li",item)).join(""),element=this.wrap(tag,listItems);return this.addRaw(element).addEOL()}addTable(rows){let tableBody=rows.map(row=>{let cells=row.
map(cell=>{if(typeof cell=="string")return this.wrap("td",cell);let{header,data,colspan,rowspan}=cell,tag=header?"th":"td",attrs=Object.assign(
Object.assign({},colspan&&{colspan}),rowspan&&{rowspan});return this.wrap(tag,data,attrs)}).join("");return this.wrap("tr",cells)}).join(""),
element=this.wrap("table",tableBody);return this.addRaw(element).addEOL()}addDetails(label,content){let element=this.wrap("details",this.wrap(
"summary",label)+content);return this.addRaw(element).addEOL()}addImage(src,alt,options){let{width,height}=options||{},attrs=Object.assign(Object.
assign({},width&&{width}),height&&{height}),element=this.wrap("img",null,Object.assign({src,alt},attrs));return this.addRaw(element).addEOL()}addHeading(text,level){
let tag=`h${level}`,allowedTag=["h1","h2","h3","h4","h5","h6"].includes(tag)?tag:"h1",element=this.wrap(allowedTag,text);return this.addRaw(
element).addEOL()}addSeparator(){let element=this.wrap("hr",null);return this.addRaw(element).addEOL()}addBreak(){let element=this.wrap("br",
null);return this.addRaw(element).addEOL()}addQuote(text,cite){let attrs=Object.assign({},cite&&{cite}),element=this.wrap("blockquote",text,
attrs);return this.addRaw(element).addEOL()}addLink(text,href){let element=this.wrap("a",text,{href});return this.addRaw(element).addEOL()}},
_summary=new Summary;import os2 from"os";var platform=os2.platform(),arch=os2.arch();var ExitCode;(function(ExitCode2){ExitCode2[ExitCode2.Success=0]="Success",ExitCode2[ExitCode2.Failure=1]="Failure"})(ExitCode||(ExitCode={}));function error(message,properties={}){issueCommand("error",toCommandProperties(properties),message instanceof Error?message.toString():message)}
function warning(message,properties={}){issueCommand("warning",toCommandProperties(properties),message instanceof Error?message.toString():message)}
function notice(message,properties={}){issueCommand("notice",toCommandProperties(properties),message instanceof Error?message.toString():message)}function getState(name){return process.env[`STATE_${name}`]||""}var INVISIBLE=/(?!\t)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu,PLAIN=/^[\t\x20-\x7e]*$/,COMMAND=/##(?=[\w.-]*\[)/g;
function forLine(text){let shown=(PLAIN.test(text)?text:text.replace(INVISIBLE,spell)).replace(COMMAND,"# #");return/^\s*::/.test(shown)?`| ${shown}`:
shown}var SEQUENCES=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\|(?=\n))|[ -/]+[0-~]|[0-Z\\`-~])/;var CONSOLE=new RegExp(`${SEQUENCES.source}|${INVISIBLE.source}`,"gu");function spell(character){return`\\u{${character.codePointAt(0)?.toString(16)}}`}function wholeLines(lines,limit,rest){let all=lines.join(`
`);if(all.length<=limit)return all;let left2=limit-rest.length;return[...lines.filter(line=>{let fits=line.length<left2;return fits&&(left2-=
line.length+1),fits}),rest].join(`
`)}var ISSUES={error,warning,notice},LONGEST_MESSAGE=4096;function annotate(level,lines,{title,where={}}={}){let{file,line,column}=where.line===
0?{}:where,text=wholeLines((typeof lines=="string"?lines.split(`
`):lines).map(forLine),LONGEST_MESSAGE,"and more: see the summary of the job");ISSUES[level](text,{...given({title:title&&forLine(title),file,
startLine:line,startColumn:column})})}function annotateLeftovers(){for(let leftover of takeLeftovers())annotate("warning",leftover)}var WORK_DIR="workDir",MACHINES="machines";async function post(){for(let machine of parseMachines(getState(MACHINES)).filter(isRunning))annotate("warning",`the VMM (process ${machine.
pid}) was still running and has been killed`),killGroup(machine.pid);let directory=getState(WORK_DIR);directory!==""&&(killThoseIn(directory),
removeWorkDir(directory),annotateLeftovers()),await new Store(defaultRoot(),{listener:()=>{}}).sweep()}function parseMachines(text){let list=text===
""?[]:JSON.parse(text);return(Array.isArray(list)?list:[]).flatMap(value=>{let{pid,args}=asRecord(value)??{};return typeof pid=="number"&&Array.
isArray(args)?[{pid,args:args.map(String)}]:[]})}function isRunning({pid,args}){return textAt(`/proc/${pid}/cmdline`).endsWith(`${args.join(
"\0")}\0`)}await post();
