/*
 * tdx-boot probe: the init of the smallest guest that can say what it is.
 *
 * As process 1 (/init of an initramfs, /sbin/init of a disk) it mounts what it needs, loads the modules named in
 * /modules.list, prints the report on /dev/console, lets /sbin/tdx-boot-agent serve the host where there is one, and
 * powers off. As any other process it changes nothing: it prints the report on standard output and exits.
 *
 * Report (stable, part of the product's interface; docs and tests match on it):
 *   an empty line, because firmware may have left an unfinished one
 *   KTAP version 1
 *   # tdx-boot probe 1                    the format's version: grows when a fact changes its meaning
 *   1..6
 *   # <group>.<fact>: <value>             facts precede their group's result; other than printable ASCII is '?'
 *   ok|not ok <n> <group> [# SKIP why]    groups: kernel cpus memory modules devices confidential-computing
 *   # Totals: pass:P fail:F xfail:0 xpass:0 skip:S error:0
 *   # tdx-boot probe: done
 *
 * Facts of a Trust Domain: cc.attributes (with the names of known bits), cc.xfam and cc.measurement.<register> in hex.
 * Registers come from sysfs (Linux 6.16), else from a TDREPORT of /dev/tdx_guest (6.2); cc.measurement.source says so.
 * With tdx-boot.probe=ccel, cc.ccel.<offset> has 32 bytes a line; the lines left out at the end repeat the last one.
 * As any process but 1, TDX_BOOT_PROBE_ROOT is a directory in which to look for the files of the cc group; a plain
 * file as dev/tdx_guest there is taken for a TDREPORT.
 *
 * A missing piece is the fact 'absent'; 'not ok' is kept for what cannot work (no /proc, /sys, CPU or memory).
 *
 * Kernel command line, the last word wins:
 *   tdx-boot.probe=ccel      the report with the CC event log's bytes in it
 *   tdx-boot.probe=hold      the report, then waits for ever
 *   tdx-boot.probe=hostile   attacks on whatever shows the log, then the report
 *   tdx-boot.probe=panic | reboot | flood | silent | login   do that instead of the report
 */
#include <cpuid.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define MAX_MODULES 64
#define REGISTER_SIZE 48 /* SHA-384 */
#define CCEL_LINE 32
#define INIT_COMPRESSED_FILE 4 /* MODULE_INIT_COMPRESSED_FILE, Linux 5.17; absent from older headers */

static char cmdline[4096], module_list[8192], mode[16];
static struct { const char *name; int error; } modules[MAX_MODULES];
static int proc_error, module_count, group, passed, failed, skipped, print_ccel;
/* Where the files of the cc group are; empty for process 1. */
static const char *cc_root = "";

/* ---- output ---- */
static void put(const char *text, size_t length) {
  while (length > 0) {
    ssize_t n = write(STDOUT_FILENO, text, length);
    if (n < 0 && errno != EINTR && errno != EAGAIN)
      return;
    text += n > 0 ? n : 0;
    length -= n > 0 ? n : 0;
  }
}

static void puts_raw(const char *text) { put(text, strlen(text)); }

/* One write a line, drained before the next: printk shares the port and cuts into whatever is still queued. */
static void line(const char *format, ...) {
  char text[8192];
  va_list args;
  va_start(args, format);
  int length = vsnprintf(text, sizeof text - 1, format, args);
  va_end(args);
  if (length < 0 || length > (int)sizeof text - 2)
    length = sizeof text - 2;
  for (int i = 0; i < length; i++)
    if (text[i] < ' ' || text[i] > '~')
      text[i] = '?';
  text[length++] = '\n';
  put(text, length);
  tcdrain(STDOUT_FILENO);
}

static void result(int good, const char *name, const char *skip) {
  ++*(skip ? &skipped : good ? &passed : &failed);
  line("%s %d %s%s%s", good || skip ? "ok" : "not ok", ++group, name, skip ? " # SKIP " : "", skip ? skip : "");
}

/* ---- reading the system ---- */
static ssize_t read_file(const char *path, char *buffer, size_t size) {
  int fd = open(path, O_RDONLY | O_CLOEXEC);
  size_t used = 0;
  ssize_t n = 0;
  buffer[0] = 0;
  while (fd >= 0 && used < size - 1 && (n = read(fd, buffer + used, size - 1 - used)) > 0)
    used += n;
  close(fd);
  buffer[used] = 0;
  return fd < 0 || n < 0 ? -1 : (ssize_t)used;
}

/* The first line of a file, or `absent`. The result lives until the fourth call from now. */
static const char *first_line(const char *directory, const char *entry, const char *file) {
  static char ring[4][256];
  static int next;
  char path[512], *text = ring[next++ % 4];
  snprintf(path, sizeof path, "%s/%s/%s", directory, entry, file);
  if (read_file(path, text, sizeof ring[0]) < 0)
    return "absent";
  text[strcspn(text, "\n")] = 0;
  return text;
}

static const char *base_name(const char *path) {
  const char *slash = strrchr(path, '/');
  return slash ? slash + 1 : path;
}

static const char *driver_of(const char *directory, const char *entry, const char *link) {
  static char target[256];
  char path[512];
  snprintf(path, sizeof path, "%s/%s/%s", directory, entry, link);
  ssize_t n = readlink(path, target, sizeof target - 1);
  target[n < 0 ? 0 : n] = 0;
  return n < 0 ? "none" : base_name(target);
}

static void presence_fact(const char *name, const char *path) {
  struct stat st = { 0 };
  int there = stat(path, &st) == 0;
  if (there && S_ISREG(st.st_mode))
    line("# %s: %lld bytes", name, (long long)st.st_size);
  else
    line("# %s: %s", name, there ? "present" : "absent");
}

/* Calls `show` for every entry in name order: the kernel's own order changes from boot to boot. */
static int each_entry(const char *directory, void (*show)(const char *directory, const char *entry)) {
  struct dirent **entries;
  int shown = 0, count = scandir(directory, &entries, NULL, alphasort);
  /* The entries are never freed: the process prints one report and ends. */
  for (int i = 0; i < count; i++)
    if (entries[i]->d_name[0] != '.' && ++shown)
      show(directory, entries[i]->d_name);
  return shown;
}

/* ---- the report, one function per group ---- */
static void report_kernel(void) {
  struct utsname name;
  struct timespec up;
  uname(&name), clock_gettime(CLOCK_BOOTTIME, &up);
  line("# kernel.release: %s", name.release);
  line("# kernel.version: %s", name.version);
  line("# kernel.cmdline: %s", cmdline);
  const char *console = first_line("/sys/class", "tty/console", "active");
  line("# kernel.console: %s", console[0] ? console : "none");
  line("# kernel.tainted: %s", first_line("/proc", "sys/kernel", "tainted"));
  line("# kernel.uptime: %lld.%03ld s", (long long)up.tv_sec, up.tv_nsec / 1000000);
  line("# kernel.proc: %s", proc_error ? strerror(proc_error) : "mounted");
  result(!proc_error, "kernel", NULL);
}

static int report_cpus(void) {
  char text[8192] = "", model[256] = "unknown";
  int online = 0, tdx = 0;
  FILE *file = fopen("/proc/cpuinfo", "re");
  while (file && fgets(text, sizeof text - 1, file)) {
    char *value = strchr(text, ':');
    text[strcspn(text, "\n")] = 0;
    if (!strncmp(text, "processor\t", 10))
      online++;
    else if (!strncmp(text, "model name", 10) && value)
      snprintf(model, sizeof model, "%s", value + 2);
    else if (!strncmp(text, "flags", 5) && strstr(strcat(text, " "), " tdx_guest "))
      tdx = 1;
  }
  line("# cpu.online: %d", online);
  line("# cpu.model: %s", model);
  line("# cpu.tdx_guest: %s", tdx ? "yes" : "no");
  result(online > 0, "cpus", NULL);
  return tdx;
}

static void report_memory(void) {
  static const char *const rows[][2] = {
    { "MemTotal:", "total" }, { "MemAvailable:", "available" }, { "Unaccepted:", "unaccepted" },
  };
  char text[8192];
  read_file("/proc/meminfo", text, sizeof text);
  for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
    char *at = strstr(text, rows[i][0]);
    if (at)
      line("# memory.%s: %ld KiB", rows[i][1], atol(at + strlen(rows[i][0])));
  }
  result(strstr(text, rows[0][0]) != NULL, "memory", NULL);
}

static void report_modules(void) {
  for (int i = 0; i < module_count; i++)
    line("# module.%s: %s", modules[i].name, modules[i].error ? strerror(modules[i].error) : "loaded");
  result(1, "modules", module_count ? NULL : "no /modules.list");
}

static void show_block(const char *directory, const char *entry) {
  if (strncmp(entry, "loop", 4) && strncmp(entry, "ram", 3))
    line("# device.block.%s: %ld KiB", entry, atol(first_line(directory, entry, "size")) / 2);
}

static void show_net(const char *directory, const char *entry) {
  line("# device.net.%s: %s driver %s", entry, first_line(directory, entry, "address"),
       driver_of(directory, entry, "device/driver"));
}

static void show_pci(const char *directory, const char *entry) {
  line("# device.pci.%s: %s:%s class %s driver %s", entry,
       first_line(directory, entry, "vendor"), first_line(directory, entry, "device"),
       first_line(directory, entry, "class"), driver_of(directory, entry, "driver"));
}

static void show_virtio(const char *directory, const char *entry) {
  line("# device.virtio.%s: id %s driver %s", entry, first_line(directory, entry, "device"),
       driver_of(directory, entry, "driver"));
}

static void report_devices(void) {
  each_entry("/sys/class/block", show_block);
  each_entry("/sys/class/net", show_net);
  each_entry("/sys/bus/pci/devices", show_pci);
  each_entry("/sys/bus/virtio/devices", show_virtio);
  result(access("/sys/class", F_OK) == 0, "devices", NULL);
}

/* ---- Trust Domain facts ---- */
static const char *cc_path(const char *path) {
  static char whole[512];
  snprintf(whole, sizeof whole, "%s%s", cc_root, path);
  return whole;
}

static void hex_fact(const char *name, const unsigned char *bytes, size_t length) {
  char hex[2 * 64 + 1] = "";
  for (size_t i = 0; i < length && i < 64; i++)
    sprintf(hex + 2 * i, "%02x", bytes[i]);
  line("# %s: %s", name, hex);
}

/* sysfs names a register with its hash: rtmr0:sha384. */
static void show_measurement(const char *directory, const char *entry) {
  char path[768], name[320], value[REGISTER_SIZE + 1];
  snprintf(path, sizeof path, "%s/%s", directory, entry);
  snprintf(name, sizeof name, "cc.measurement.%.*s", (int)strcspn(entry, ":"), entry);
  if (read_file(path, value, sizeof value) == REGISTER_SIZE)
    hex_fact(name, (unsigned char *)value, REGISTER_SIZE);
  else
    line("# %s: unreadable", name);
}

/* TDINFO within a TDREPORT: Intel TDX Module ABI, TDREPORT_STRUCT. */
static const struct { const char *name; int offset; } registers[] = {
  { "mrtd", 528 }, { "mrconfigid", 576 }, { "mrowner", 624 }, { "mrownerconfig", 672 },
  { "rtmr0", 720 }, { "rtmr1", 768 }, { "rtmr2", 816 }, { "rtmr3", 864 },
};
static const struct { int bit; const char *name; } attribute_names[] = {
  { 0, "DEBUG" }, { 28, "SEPT_VE_DISABLE" }, { 29, "MIGRATABLE" }, { 30, "PKS" }, { 31, "KL" }, { 63, "PERFMON" },
};

/* include/uapi/linux/tdx-guest.h, Linux 6.2; not in the headers of the C library. */
struct tdx_report_req { unsigned char reportdata[64], tdreport[1024]; };
#define TDX_CMD_GET_REPORT0 _IOWR('T', 1, struct tdx_report_req)

static const unsigned char *read_report(void) {
  static struct tdx_report_req request;
  int fd = open(cc_path("/dev/tdx_guest"), O_RDWR | O_CLOEXEC);
  int error = fd < 0 || ioctl(fd, TDX_CMD_GET_REPORT0, &request) < 0 ? errno : 0;
  if (fd >= 0 && error == ENOTTY && cc_root[0])
    error = read(fd, request.tdreport, sizeof request.tdreport) == sizeof request.tdreport ? 0 : EIO;
  close(fd);
  line("# cc.tdreport: %s", error == ENOENT ? "absent" : error ? strerror(error) : "read");
  return error ? NULL : request.tdreport;
}

static void report_attributes(const unsigned char *report) {
  unsigned long long attributes, xfam;
  char names[128] = "";
  memcpy(&attributes, report + 512, sizeof attributes);
  memcpy(&xfam, report + 520, sizeof xfam);
  for (size_t i = 0; i < sizeof attribute_names / sizeof attribute_names[0]; i++)
    if (attributes >> attribute_names[i].bit & 1)
      strcat(strcat(names, " "), attribute_names[i].name);
  line("# cc.attributes: 0x%016llx%s", attributes, names);
  line("# cc.xfam: 0x%016llx", xfam);
}

static void report_measurements(void) {
  const unsigned char *report = read_report();
  char name[64];
  if (report)
    report_attributes(report);
  if (each_entry(cc_path("/sys/devices/virtual/misc/tdx_guest/measurements"), show_measurement)) {
    line("# cc.measurement.source: sysfs");
    return;
  }
  for (size_t i = 0; report && i < sizeof registers / sizeof registers[0]; i++) {
    snprintf(name, sizeof name, "cc.measurement.%s", registers[i].name);
    hex_fact(name, report + registers[i].offset, REGISTER_SIZE);
  }
  line("# cc.measurement.source: %s", report ? "tdreport" : "absent");
}

/* An event log is padded to the size that the firmware reserved: one line of the padding stands for all. */
static void report_ccel(void) {
  static char log[1 << 20];
  char name[32];
  ssize_t size = read_file(cc_path("/sys/firmware/acpi/tables/data/CCEL"), log, sizeof log), end = size;
  for (; end > 0 && log[end - 1] == log[size - 1]; end--)
    ;
  for (ssize_t at = 0; at < size && at < end + CCEL_LINE; at += CCEL_LINE) {
    snprintf(name, sizeof name, "cc.ccel.%06zx", at);
    hex_fact(name, (unsigned char *)log + at, size - at < CCEL_LINE ? size - at : CCEL_LINE);
  }
}

static void report_confidential_computing(int flag) {
  unsigned int a = 0, vendor[3] = { 0 };
  /* CPUID 0x21 says so where an old kernel has no cpuinfo flag (RHEL 9's 5.14). */
  int leaf = __get_cpuid_count(0x21, 0, &a, &vendor[0], &vendor[2], &vendor[1]) &&
       !memcmp(vendor, "IntelTDX    ", sizeof vendor);
  line("# cc.tdx_guest_flag: %s", flag ? "yes" : "no");
  line("# cc.cpuid_vendor: %s", leaf ? "IntelTDX" : "absent");
  presence_fact("cc.dev_tdx_guest", cc_path("/dev/tdx_guest"));
  presence_fact("cc.ccel_table", cc_path("/sys/firmware/acpi/tables/CCEL"));
  presence_fact("cc.ccel_log", cc_path("/sys/firmware/acpi/tables/data/CCEL"));
  presence_fact("cc.configfs_tsm", cc_path("/sys/kernel/config/tsm/report"));
  report_measurements();
  if (print_ccel)
    report_ccel();
  result(1, "confidential-computing", flag || leaf ? NULL : "not a confidential guest");
}

static void report(void) {
  puts_raw("\nKTAP version 1\n# tdx-boot probe 1\n1..6\n");
  report_kernel();
  int tdx = report_cpus();
  report_memory();
  report_modules();
  report_devices();
  report_confidential_computing(tdx);
  line("# Totals: pass:%d fail:%d xfail:0 xpass:0 skip:%d error:0", passed, failed, skipped);
  line("# tdx-boot probe: done");
}

/* ---- what only process 1 does ---- */
static int mount_at(const char *type, const char *path) {
  mkdir(path, 0755);
  return mount(type, path, type, 0, NULL) == 0 || errno == EBUSY ? 0 : errno;
}

static void load_modules(void) {
  read_file("/modules.list", module_list, sizeof module_list);
  for (char *path = strtok(module_list, "\n"); path && module_count < MAX_MODULES; path = strtok(NULL, "\n")) {
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    char *suffix = strstr(path, ".ko");
    int compressed = suffix && suffix[3];
    int bad = fd < 0 || syscall(SYS_finit_module, fd, "", compressed ? INIT_COMPRESSED_FILE : 0) < 0;
    modules[module_count].error = bad && errno != EEXIST ? errno : 0;
    modules[module_count++].name = base_name(path);
    if (suffix)
      *suffix = 0;
    close(fd);
  }
}

static void nap(void) { nanosleep(&(struct timespec){ .tv_nsec = 50 * 1000000 }, NULL); }

/* The value of the last `key` on the command line, up to a comma: the kernel too obeys the last console=. */
static void last_option(const char *key, char *value, size_t size) {
  value[0] = 0;
  for (char *at = cmdline; (at = strstr(at, key)); at += strlen(key))
    if (at == cmdline || at[-1] == ' ')
      snprintf(value, size, "%.*s", (int)strcspn(at + strlen(key), ", "), at + strlen(key));
}

/*
 * With a modular virtio_console, hvc0 and the /dev/console that leads to it appear after the module's load. Linux lists
 * hvc0 a moment before its driver knows the port (init_port_console in drivers/char/virtio_console.c): until then,
 * opening it fails with EINVAL.
 */
static void open_console(void) {
  char name[32], active[256];
  int fd = -1;
  last_option("console=", name, sizeof name);
  for (int tries = 0; tries < 60 && fd < 0; tries++) {
    int unknown = read_file("/sys/class/tty/console/active", active, sizeof active) < 0;
    if (unknown || strstr(active, name))
      fd = open("/dev/console", O_RDWR | O_NOCTTY);
    if (unknown || !name[0])
      break;
    if (fd < 0)
      nap();
  }
  if (fd < 0)
    fd = open("/dev/console", O_RDWR | O_NOCTTY);
  if (fd < 0) /* no console= of the command line exists here: a report on the UART still beats silence */
    fd = open("/dev/ttyS0", O_RDWR | O_NOCTTY);
  for (int target = 0; fd >= 0 && target < 3; target++)
    dup2(fd, target);
}

static char root_disk[64], root_device[64];

static void match_root(const char *directory, const char *entry) {
  if (!strcmp(first_line(directory, entry, "serial"), root_disk))
    snprintf(root_device, sizeof root_device, "/dev/%.32s", entry);
}

/* The disk whose serial number /root.disk names becomes the root, as switch_root(8) does it. */
static int mount_root(void) {
  static const char *const moved[][2] = { { "/proc", "/root/proc" }, { "/sys", "/root/sys" }, { "/dev", "/root/dev" } };
  for (int tries = 0; tries < 60 && !root_device[0]; tries++) {
    each_entry("/sys/class/block", match_root);
    if (!root_device[0])
      nap();
  }
  mkdir("/root", 0755);
  if (mount(root_device, "/root", "ext4", 0, NULL) < 0)
    return errno;
  for (size_t i = 0; i < sizeof moved / sizeof moved[0]; i++)
    mkdir(moved[i][1], 0755), mount(moved[i][0], moved[i][1], NULL, MS_MOVE, NULL);
  return chdir("/root") < 0 || mount(".", "/", NULL, MS_MOVE, NULL) < 0 || chroot(".") < 0 || chdir("/") < 0 ? errno : 0;
}

static void power_off(void);

/* A root with an init of its own goes on with that: init= of the command line, else /init. */
static void enter_root(void) {
  char init[256];
  if (read_file("/root.disk", root_disk, sizeof root_disk) < 0)
    return;
  root_disk[strcspn(root_disk, "\n")] = 0;
  int error = mount_root();
  last_option("init=", init, sizeof init);
  if (!error && (init[0] || !access("/init", X_OK))) {
    execl(init[0] ? init : "/init", init[0] ? init : "/init", NULL);
    error = errno;
  }
  if (!error)
    return;
  line("tdx-boot probe: the root disk cannot be entered (this needs virtio_blk and ext4): %s", strerror(error));
  power_off();
}

static void wait_for_ever(void) { while (1) pause(); }

static void leave(int how) {
  tcdrain(STDOUT_FILENO);
  sync();
  reboot(how);
  reboot(RB_HALT_SYSTEM);
  wait_for_ever();
}

static void power_off(void) { leave(RB_POWER_OFF); }
static void restart(void) { leave(RB_AUTOBOOT); }

static void crash(void) {
  int fd = open("/proc/sysrq-trigger", O_WRONLY);
  if (fd < 0 || write(fd, "c", 1) != 1)
    _exit(1); /* a kernel without sysrq panics all the same when process 1 exits */
}

static void flood(void) {
  char text[96];
  for (unsigned long n = 0;; n++)
    put(text, snprintf(text, sizeof text, "tdx-boot flood %010lu 0123456789abcdefghijklmnopqrstuvwxyz\n", n));
}

static void hostile(void) {
  static const char attacks[] =
    "::error::pwned\n" "\r::add-mask::x\n" "##[error]pwned\n" "::stop-commands::tok\n" "\x1b]0;title\x07\n"
    "\x1b[2J\x1b[31mred\n" "invalid \xff\xfe\xc3\x28 utf-8\n" "nul \0\0 nul\n" "</pre><script>\n" "```\n";
  static char longest[200001];
  memset(longest, 'A', sizeof longest - 1);
  longest[sizeof longest - 1] = '\n';
  put(attacks, sizeof attacks - 1);
  put(longest, sizeof longest);
}

static int read_line(char *text, size_t size) {
  ssize_t n;
  /* A virtio console without a peer reads as end of file: the peer may still come. */
  while ((n = read(STDIN_FILENO, text, size - 1)) <= 0)
    nap();
  text[n] = 0;
  text[strcspn(text, "\r\n")] = 0;
  return text[0] != 0;
}

static void login(void) {
  char text[1024];
  do
    puts_raw("\ntdx-boot login: ");
  while (!read_line(text, sizeof text));
  while (puts_raw("/ # "), !read_line(text, sizeof text) || strcmp(text, "poweroff"))
    if (!strncmp(text, "echo ", 5))
      line("%s", text + 5);
    else if (text[0])
      line("sh: %s: not found", text);
  power_off();
}

/* What a test suite expects of a running system, as far as the kernel has it. */
static void prepare_system(void) {
  static const char *const mounts[][2] = {
    { "devpts", "/dev/pts" }, { "tmpfs", "/dev/shm" }, { "debugfs", "/sys/kernel/debug" },
    { "tracefs", "/sys/kernel/tracing" }, { "securityfs", "/sys/kernel/security" }, { "bpf", "/sys/fs/bpf" },
    { "cgroup2", "/sys/fs/cgroup" },
  };
  static const char *const links[][2] = {
    { "/proc/self/fd", "/dev/fd" }, { "/proc/self/fd/0", "/dev/stdin" },
    { "/proc/self/fd/1", "/dev/stdout" }, { "/proc/self/fd/2", "/dev/stderr" },
  };
  struct ifreq loopback = { .ifr_name = "lo", .ifr_flags = IFF_UP | IFF_RUNNING };
  int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  for (size_t i = 0; i < sizeof mounts / sizeof mounts[0]; i++)
    mount_at(mounts[i][0], mounts[i][1]);
  mkdir("/tmp", 0777), chmod("/tmp", 01777), mkdir("/root", 0700);
  ioctl(fd, SIOCSIFFLAGS, &loopback);
  close(fd);
  /* For the process substitution of bash, and for kselftest's runner.sh, which appends to /dev/stdout. */
  for (size_t i = 0; i < sizeof links / sizeof links[0]; i++)
    symlink(links[i][0], links[i][1]);
}

/* Commands of the host, until it closes the agent's port. */
static void serve(void) {
  static const char agent[] = "/sbin/tdx-boot-agent";
  if (access(agent, X_OK))
    return;
  prepare_system();
  int pid = fork();
  if (pid == 0) {
    execl(agent, agent, NULL);
    _exit(127);
  }
  while (pid > 0 && wait(NULL) != pid)
    ;
}

static void hold(void) { report(), wait_for_ever(); }
static void ccel(void) { print_ccel = 1; }

static const struct { const char *name; void (*run)(void); } modes[] = {
  { "ccel", ccel }, { "hold", hold }, { "hostile", hostile }, { "panic", crash }, { "reboot", restart },
  { "flood", flood }, { "silent", wait_for_ever }, { "login", login },
};

int main(void) {
  int is_init = getpid() == 1;
  if (is_init) {
    proc_error = mount_at("proc", "/proc");
    mount_at("sysfs", "/sys");
    if (mount_at("devtmpfs", "/dev")) /* CONFIG_DEVTMPFS=n */
      mknod("/dev/console", S_IFCHR | 0600, 5 << 8 | 1);
    load_modules();
    mount_at("configfs", "/sys/kernel/config");
  }
  read_file("/proc/cmdline", cmdline, sizeof cmdline);
  cmdline[strcspn(cmdline, "\n")] = 0;
  if (!is_init) {
    const char *root = getenv("TDX_BOOT_PROBE_ROOT");
    cc_root = root ? root : "";
    print_ccel = root != NULL;
    return report(), failed > 0;
  }
  open_console();
  enter_root();
  last_option("tdx-boot.probe=", mode, sizeof mode);
  for (size_t i = 0; i < sizeof modes / sizeof modes[0]; i++)
    if (!strcmp(mode, modes[i].name))
      modes[i].run();
  report();
  serve();
  power_off();
}
