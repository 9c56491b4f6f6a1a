import{createRequire}from"node:module";import{dirname as dirname2,join as join2}from"node:path";import{fileURLToPath}from"node:url";import vm from"node:vm";import{dirname}from"node:path";var UNNAMED=new Map([["Unknown system error -116","ESTALE"],["Unknown system error -117","EUCLEAN"],["Unknown system error -122","EDQUOT"]]);
function nameOfError(code){return UNNAMED.get(code)??code}var TdxBootError=class extends Error{code;hint;where;lasting;constructor(code,message,facts={}){super(message,facts.cause===void 0?void 0:{cause:facts.
cause}),this.name="TdxBootError",this.code=code,this.hint=facts.hint,this.where=facts.where,this.lasting=facts.lasting??!1}};var HostError=class extends TdxBootError{};function codeOf(error){return typeof error=="object"&&error!==null&&"code"in error&&typeof error.code=="string"?nameOfError(error.code):void 0}var fs=process.getBuiltinModule("node:fs");function makeDirectories(path,mode=511){try{make(path,mode)}catch(error){if(codeOf(error)!=="ENOE\
NT"||dirname(path)===path)throw error;makeDirectories(dirname(path),mode),make(path,mode)}}function make(path,mode){try{fs.mkdirSync(path,{mode})}catch(error){
if(codeOf(error)!=="EEXIST"||!fs.statSync(path).isDirectory())throw error}}import{homedir,userInfo}from"node:os";import{isAbsolute,join}from"node:path";function placeOf(thing,env=process.env){if(thing==="temporary")return firstAbsolute([env.RUNNER_TEMP,env.TMPDIR,env.TMP,env.TEMP])??"/tmp";let cache=firstAbsolute(
[env.XDG_CACHE_HOME])??join(homeOf(env),".cache");return join(cache,"tdx-boot",thing==="store"?"firmware":"compiled")}function homeOf({HOME,
SUDO_UID}){let home=isHomeOf(SUDO_UID,HOME)?attempt(()=>userInfo().homedir):firstAbsolute([HOME,attempt(homedir),attempt(()=>userInfo().homedir)]);
if(home!==void 0)return home;throw new HostError("no-home",`there is no home directory for tdx-boot's cache: HOME is "${HOME??""}"`,{hint:"S\
et XDG_CACHE_HOME or HOME to an absolute path.",lasting:!0})}function isHomeOf(user,home){return user===void 0||home===void 0||user===String(
process.geteuid?.())?!1:attempt(()=>String(process.getBuiltinModule("node:fs").statSync(home).uid))===user}function firstAbsolute(paths){return paths.
find(path=>path!==void 0&&isAbsolute(path))}function attempt(question){try{return question()}catch{return}}var fs2=process.getBuiltinModule("node:fs"),SCRIPT="../shared/programs.js",LEARNING_STARTS=3,MOST_FILES=60,TRAILER_BYTES=8,LATE=["crypto","c\
hild_process","fs/promises","http","net","readline","stream/promises","v8","zlib"];function start(name,entry){process.on("exit",notStarted);
let path=fileURLToPath(new URL(SCRIPT,entry)),file=cacheFile(path,name),known=file===void 0?void 0:readCode(file),script=new vm.Script(fs2.readFileSync(
path,"latin1"),{filename:path,cachedData:known?.code,importModuleDynamically:vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER}),starts=script.cachedDataRejected===
!0?void 0:known?.starts;file!==void 0&&(starts??0)<LEARNING_STARTS&&learn(script,file,starts,name);let module={exports:{}};script.runInThisContext()(
module.exports,requireLate(createRequire(path)),module,path,dirname2(path));let program=module.exports[name];if(program===void 0)throw new Error(
`${path} has no program ${name}`);return process.off("exit",notStarted),program()}function notStarted(){process.exitCode=125}function cacheFile(path,name){
try{let{size,mtimeMs,ctimeMs}=fs2.statSync(path),made=[path,size,mtimeMs,ctimeMs,process.version,process.arch].join(" "),[,,argument=""]=process.
argv,command=name==="cli"&&/^[a-z-]{1,20}$/.test(argument)?`-${argument}`:"",file=`${name}${command}-${checksum(Buffer.from(made),1).toString(
16)}`;return join2(placeOf("compiled-code"),file)}catch{return}}function readCode(file){let fd;try{fd=fs2.openSync(file,"r");let{uid,mode}=fs2.
fstatSync(fd);if(uid!==process.getuid?.()||(mode&18)!==0)return;let bytes=fs2.readFileSync(fd),code=bytes.subarray(0,-TRAILER_BYTES);return bytes.
readUInt32LE(code.length)!==checksum(code)?void 0:{code,starts:bytes.readUInt32LE(code.length+4)}}catch{return}finally{fd!==void 0&&fs2.closeSync(
fd)}}function learn(script,file,starts,name){let v8=process.getBuiltinModule("node:v8");v8.setFlagsFromString("--no-flush-bytecode"),process.
on("exit",exitCode=>{let didAll=exitCode===0||name==="cli"&&exitCode===1;starts!==void 0&&!didAll||(v8.setFlagsFromString("--flush-bytecode"),
v8.setFlagsFromString("--no-enable-experimental-regexp-engine-on-excessive-backtracks"),v8.setFlagsFromString("--regexp-backtracks-before-fa\
llback=50000"),attempt2(()=>writeCode(file,script.createCachedData(),didAll?(starts??0)+1:0)))})}function writeCode(file,code,starts){let trailer=Buffer.
alloc(TRAILER_BYTES);trailer.writeUInt32LE(checksum(code)),trailer.writeUInt32LE(starts,4);let part=`${file}.${process.pid}`;try{makeDirectories(
dirname2(file),448),fs2.writeFileSync(part,Buffer.concat([code,trailer]),{flag:"wx",mode:384}),fs2.renameSync(part,file),removeOld(dirname2(
file))}finally{fs2.rmSync(part,{force:!0})}}function checksum(bytes,step=256){let sum=bytes.length;for(let at=0;at<bytes.length;at+=step)sum=
Math.imul(sum,31)+(bytes[at]??0)|0;return sum>>>0}function requireLate(require2){return name=>{if(!name.startsWith("node:")||!LATE.includes(
name.slice(5)))return require2(name);let loaded,load=()=>(loaded??=Object(require2(name)),loaded??{});return new Proxy({},{get:(_,key)=>Reflect.
get(load(),key),has:(_,key)=>Reflect.has(load(),key),ownKeys:()=>Reflect.ownKeys(load()),getOwnPropertyDescriptor:(_,key)=>({value:Reflect.get(
load(),key),configurable:!0})})}}function removeOld(directory){let old=fs2.readdirSync(directory,{withFileTypes:!0}).filter(entry=>entry.isFile()).
map(({name})=>join2(directory,name)).map(path=>({path,written:fs2.statSync(path).mtimeMs})).sort((a,b)=>b.written-a.written).slice(MOST_FILES);
for(let{path}of old)fs2.rmSync(path,{force:!0})}function attempt2(body){try{body()}catch{}}await start("action",import.meta.url);
