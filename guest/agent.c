/*
 * tdx-boot agent: runs commands and reads files in a guest, for the `run:` steps and `collect:` of a scenario.
 *
 *   tdx-boot-agent               waits 30 s for the port, then serves tdx-boot until the host closes the port
 *   tdx-boot-agent --version     prints the version of the protocol
 *
 * The port is the virtio-serial port named org.tdx-boot.agent, or, where the VMM has none (Cloud Hypervisor), a connection to
 * port 29796 of the host over vsock: so no kernel message can get between its bytes.
 * The probe guest starts the agent when its initramfs has one as /sbin/tdx-boot-agent; in a disk image
 * guest/tdx-boot-agent.service does. docs/run.md tells how.
 *
 * Protocol 1. Both sides send frames: three 32-bit little-endian numbers (kind, number, length), then `length` bytes.
 * A frame's number is that of the command, or 0. Texts end with NUL.
 *
 *   from the host
 *     RUN      working directory, environment (NAME=VALUE, ...), an empty text, then the arguments
 *     COLLECT  u64 bytes and u64 files at most, then patterns of glob(7)
 *     MOUNT    "ro" or "rw", the tag of a share, where it is mounted (/ makes it the root of all that follows), and its
 *              file system: 9p or virtiofs
 *     PUT_DIR, PUT_LINK, PUT_FILE
 *              u32 mode and a path, then the target of a link; a file is followed by PUT_DATA and PUT_END
 *   to the host
 *     READY    the version of the protocol, once, first
 *     STARTED  the command runs
 *     OUTPUT   bytes of its standard output and standard error, which are one pipe
 *     ENDED    u32 how (0 exit, 1 signal, 2 not started, 3 no such working directory), u32 exit code, signal or errno
 *     FILE     a path, then DATA and FILE_END (u32 errno; EFBIG where the limit has cut the file)
 *     LEFT_OUT u32 errno (EFBIG: more bytes than allowed, EMFILE: more files, ENOENT: nothing matches), then the path
 *     COLLECTED
 *     DONE     u32 errno: answers each of MOUNT, PUT_DIR, PUT_LINK and PUT_END
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <linux/vm_sockets.h>

#define PORT "org.tdx-boot.agent"
#define VSOCK_PORT 29796
#define VERSION "1"
#define PORT_WAIT_S 30
/* sysexits.h: EX_UNAVAILABLE. The service file knows it. */
#define NO_HOST 69
#define MAX_REQUEST (1 << 20)
#define CHUNK 65536
/* Commands whose output is read: the last one, and processes that earlier ones left in the background. */
#define MAX_JOBS 16
#define MAX_DEPTH 32

enum { RUN = 1, COLLECT, MOUNT, PUT_DIR, PUT_LINK, PUT_FILE, PUT_DATA, PUT_END };
enum { READY = 16, STARTED, OUTPUT, ENDED, FILE_BEGIN, DATA, FILE_END, LEFT_OUT, COLLECTED, DONE };
enum { EXIT, SIGNAL, NOT_STARTED, NO_DIRECTORY };

struct frame { uint32_t kind, number, length; };
struct job { uint32_t number; int pid, output; };

static int port;
static struct job jobs[MAX_JOBS];
static int job_count;
static char request[MAX_REQUEST + 1], chunk[CHUNK];

/* ---- the port ---- */
/* In seconds. */
static time_t uptime(void) {
  struct timespec now = { 0 };
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec;
}

static void nap(void) { nanosleep(&(struct timespec){ .tv_nsec = 20 * 1000000 }, NULL); }

/* Without udev the port has no name in /dev: sysfs tells which device it is. */
static int open_port(void) {
  DIR *ports = opendir("/sys/class/virtio-ports");
  struct dirent *entry;
  int found = -1;
  while (ports && found < 0 && (entry = readdir(ports))) {
    char path[300], name[sizeof PORT + 1] = "";
    snprintf(path, sizeof path, "/sys/class/virtio-ports/%s/name", entry->d_name);
    FILE *file = fopen(path, "re");
    if (file && fgets(name, sizeof name, file) && !strncmp(name, PORT, sizeof PORT - 1)) {
      snprintf(path, sizeof path, "/dev/%s", entry->d_name);
      found = open(path, O_RDWR | O_CLOEXEC);
    }
    if (file)
      fclose(file);
  }
  if (ports)
    closedir(ports);
  return found;
}

/* Where nobody listens, the host refuses the connection at once. A guest without vsock is not made to load its driver. */
static int open_vsock(void) {
  if (access("/dev/vsock", F_OK))
    return -1;
  struct sockaddr_vm host = { .svm_family = AF_VSOCK, .svm_cid = VMADDR_CID_HOST, .svm_port = VSOCK_PORT };
  int found = socket(AF_VSOCK, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (found < 0 || connect(found, (struct sockaddr *)&host, sizeof host) == 0)
    return found;
  close(found);
  return -1;
}

static int open_host(void) {
  int found = open_port();
  return found < 0 ? open_vsock() : found;
}

static void write_all(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    ssize_t n = write(port, at, length);
    if (n < 0 && errno != EINTR)
      exit(1);
    at += n > 0 ? n : 0;
    length -= n > 0 ? n : 0;
  }
}

/* One write for a short frame: each write of the port wakes the VMM. */
static void send_frame(uint32_t kind, uint32_t number, const void *bytes, size_t length) {
  static struct { struct frame head; char bytes[CHUNK]; } out;
  out.head = (struct frame){ kind, number, length };
  memcpy(out.bytes, bytes, length);
  write_all(&out, sizeof out.head + length);
}

static void send_numbers(uint32_t kind, uint32_t number, uint32_t first, uint32_t second) {
  uint32_t both[] = { first, second };
  send_frame(kind, number, both, sizeof both);
}

/* A port whose host is not there yet reads as end of file. @returns 0 when the host has closed it */
static int read_all(void *bytes, size_t length) {
  char *at = bytes;
  while (length > 0) {
    ssize_t n = read(port, at, length);
    if (n == 0 || (n < 0 && errno != EINTR))
      return 0;
    at += n > 0 ? n : 0;
    length -= n > 0 ? n : 0;
  }
  return 1;
}

/* ---- commands ---- */
static void exec_command(char *directory, char *end, int output, int failure) {
  char *argv[4096];
  int argc = 0;
  sigset_t none;
  char *at = directory + strlen(directory) + 1;
  for (; at < end && *at; at += strlen(at) + 1)
    putenv(at);
  for (at++; at < end && argc < 4095; at += strlen(at) + 1)
    argv[argc++] = at;
  argv[argc] = NULL;
  setsid();
  umask(022);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
  dup2(output, STDOUT_FILENO);
  dup2(output, STDERR_FILENO);
  uint32_t why[2] = { NO_DIRECTORY, 0 };
  if (chdir(*directory ? directory : "/") == 0) {
    why[0] = NOT_STARTED;
    if (argc > 0)
      execvp(argv[0], argv);
    else
      errno = EINVAL;
  }
  why[1] = errno;
  ssize_t told = write(failure, why, sizeof why);
  _exit(told == sizeof why ? 127 : 126);
}

static void start_command(uint32_t number, uint32_t length) {
  int output[2], failure[2];
  uint32_t why[2];
  if (pipe2(output, O_CLOEXEC) < 0 || pipe2(failure, O_CLOEXEC) < 0) {
    send_numbers(ENDED, number, NOT_STARTED, errno);
    return;
  }
  int pid = fork();
  if (pid == 0)
    exec_command(request, request + length, output[1], failure[1]);
  close(output[1]);
  close(failure[1]);
  /* Ends when the command has replaced the child, or says why that failed. */
  int failed = pid < 0 || read(failure[0], why, sizeof why) == sizeof why;
  close(failure[0]);
  if (failed) {
    close(output[0]);
    send_numbers(ENDED, number, pid < 0 ? NOT_STARTED : why[0], pid < 0 ? (uint32_t)errno : why[1]);
    return;
  }
  if (job_count == MAX_JOBS) {
    close(jobs[0].output);
    jobs[0] = jobs[--job_count];
  }
  jobs[job_count++] = (struct job){ number, pid, output[0] };
  send_frame(STARTED, number, "", 0);
}

/* @returns 0 when no process has the pipe open for writing any more */
static int pass_output(struct job *job, size_t most) {
  ssize_t n = read(job->output, chunk, most < CHUNK ? most : CHUNK);
  if (n > 0)
    send_frame(OUTPUT, job->number, chunk, n);
  return n > 0 || (n < 0 && (errno == EINTR || errno == EAGAIN));
}

/* A process in the background may keep the pipe open: what is in it when the command ends comes before its end. */
static void end_command(struct job *job, int status) {
  int left = 0;
  if (job->output >= 0 && ioctl(job->output, FIONREAD, &left) < 0)
    left = 0;
  for (; left > 0 && pass_output(job, left); left -= CHUNK)
    ;
  job->pid = 0;
  if (WIFSIGNALED(status))
    send_numbers(ENDED, job->number, SIGNAL, WTERMSIG(status));
  else
    send_numbers(ENDED, job->number, EXIT, WEXITSTATUS(status));
}

static void reap(void) {
  int status, pid;
  while ((pid = waitpid(-1, &status, WNOHANG)) > 0)
    for (int i = job_count - 1; i >= 0; i--)
      if (jobs[i].pid == pid)
        end_command(&jobs[i], status);
}

/* ---- files ---- */
static uint64_t bytes_left, files_left;

static void leave_out(const char *path, uint32_t why) {
  char text[sizeof why + 4096];
  memcpy(text, &why, sizeof why);
  int length = snprintf(text + sizeof why, sizeof text - sizeof why, "%s", path);
  if (length > (int)(sizeof text - sizeof why) - 1)
    length = sizeof text - sizeof why - 1;
  send_frame(LEFT_OUT, 0, text, sizeof why + length + 1);
}

static void send_file(const char *path, off_t size) {
  if (files_left == 0 || (uint64_t)size > bytes_left) {
    leave_out(path, files_left == 0 ? EMFILE : EFBIG);
    return;
  }
  int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0) {
    leave_out(path, errno);
    return;
  }
  files_left--;
  send_frame(FILE_BEGIN, 0, path, strlen(path) + 1);
  ssize_t n;
  uint32_t error = 0;
  while ((n = read(fd, chunk, bytes_left < CHUNK ? bytes_left : CHUNK)) > 0) {
    send_frame(DATA, 0, chunk, n);
    bytes_left -= n;
  }
  /* A file of /proc says that it is empty, so that only reading it shows that it is too long. */
  if (n < 0)
    error = errno;
  else if (bytes_left == 0 && read(fd, chunk, 1) > 0)
    error = EFBIG;
  close(fd);
  send_frame(FILE_END, 0, &error, sizeof error);
}

/* A named link is followed; links within a directory are not, so that a walk ends. */
static void collect_path(const char *path, int depth) {
  struct stat found;
  if ((depth == 0 ? stat(path, &found) : lstat(path, &found)) < 0) {
    leave_out(path, errno);
    return;
  }
  if (S_ISREG(found.st_mode)) {
    send_file(path, found.st_size);
    return;
  }
  struct dirent **entries;
  int count = S_ISDIR(found.st_mode) && depth < MAX_DEPTH ? scandir(path, &entries, NULL, alphasort) : -1;
  if (count < 0 && (depth == 0 || S_ISDIR(found.st_mode)))
    leave_out(path, S_ISDIR(found.st_mode) ? (depth < MAX_DEPTH ? (uint32_t)errno : ELOOP) : EINVAL);
  for (int i = 0; i < count; i++) {
    const char *name = entries[i]->d_name;
    char below[4096];
    int length = snprintf(below, sizeof below, "%s/%s", path, name);
    if (strcmp(name, ".") && strcmp(name, "..")) {
      if (length < (int)sizeof below)
        collect_path(below, depth + 1);
      else
        leave_out(path, ENAMETOOLONG);
    }
    free(entries[i]);
  }
  if (count >= 0)
    free(entries);
}

static void collect(uint32_t length) {
  if (length >= 16) {
    memcpy(&bytes_left, request, 8);
    memcpy(&files_left, request + 8, 8);
  }
  for (char *at = request + 16; at < request + length; at += strlen(at) + 1) {
    glob_t found;
    if (glob(at, 0, NULL, &found) != 0) {
      leave_out(at, ENOENT);
      continue;
    }
    for (size_t i = 0; i < found.gl_pathc; i++)
      collect_path(found.gl_pathv[i], 0);
    globfree(&found);
  }
  send_frame(COLLECTED, 0, "", 0);
}

/* ---- what the scenario puts into the guest before the first command ---- */
static void done(int error) {
  uint32_t number = error;
  send_frame(DONE, 0, &number, sizeof number);
}

/* Makes the directories above `path`; where `all` is set, that directory, too. */
static void make_directories(const char *path, int all) {
  char part[4096];
  snprintf(part, sizeof part, "%s", path);
  for (char *at = part + 1; (at = strchr(at, '/')); *at++ = '/') {
    *at = 0;
    mkdir(part, 0755);
  }
  if (all)
    mkdir(part, 0755);
}

struct share { const char *tag, *path, *type; int writes; };

static int mount_at(const char *path, struct share share) {
  const char *options = strcmp(share.type, "9p") ? NULL
                        : share.writes           ? "trans=virtio,version=9p2000.L,msize=262144"
                                                 : "trans=virtio,version=9p2000.L,msize=262144,cache=loose";
  make_directories(path, 1);
  return mount(share.tag, path, share.type, share.writes ? 0 : MS_RDONLY, options) < 0 ? errno : 0;
}

#define HOST "/.tdx-boot/host"
#define OVER "/.tdx-boot/over"
#define ROOT "/.tdx-boot/root"

/* The share as root: with a layer in memory over it, so that commands may write, and nothing reaches the host. */
static int mount_root(struct share share) {
  static const char *const kept[] = { "dev", "proc", "sys" };
  const char *root = share.writes ? HOST : ROOT;
  int error = mount_at(HOST, share);
  if (error)
    return error;
  if (!share.writes) {
    make_directories(OVER, 1), make_directories(ROOT, 1);
    if (mount("tmpfs", OVER, "tmpfs", 0, NULL) < 0)
      return errno;
    mkdir(OVER "/upper", 0755), mkdir(OVER "/work", 0755);
    if (mount("overlay", ROOT, "overlay", 0, "lowerdir=" HOST ",upperdir=" OVER "/upper,workdir=" OVER "/work") < 0)
      return errno;
  }
  for (size_t i = 0; i < sizeof kept / sizeof kept[0]; i++) {
    char from[16], to[64];
    snprintf(from, sizeof from, "/%s", kept[i]);
    snprintf(to, sizeof to, "%s/%s", root, kept[i]);
    mkdir(to, 0755);
    if (mount(from, to, NULL, MS_BIND | MS_REC, NULL) < 0)
      return errno;
  }
  return chroot(root) < 0 || chdir("/") < 0 ? errno : 0;
}

static int put_file = -1, put_error;

/* @param text the path, then what the kind has besides */
static int put_entry(uint32_t kind, uint32_t mode, const char *text) {
  make_directories(text, 0);
  if (kind == PUT_DIR)
    return mkdir(text, mode) < 0 && errno != EEXIST ? errno : chmod(text, mode) < 0 ? errno : 0;
  unlink(text);
  if (kind == PUT_LINK)
    return symlink(text + strlen(text) + 1, text) < 0 ? errno : 0;
  put_file = open(text, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  return put_file < 0 || fchmod(put_file, mode) < 0 ? errno : 0;
}

static void put(uint32_t kind, uint32_t length) {
  uint32_t mode;
  if (kind == PUT_DATA) {
    for (uint32_t at = 0; at < length && !put_error;) {
      ssize_t n = write(put_file, request + at, length - at);
      put_error = n < 0 ? errno : 0;
      at += n > 0 ? n : 0;
    }
  } else if (kind == PUT_END) {
    close(put_file);
    done(put_error);
  } else {
    memcpy(&mode, request, sizeof mode);
    put_error = put_entry(kind, mode, request + sizeof mode);
    if (kind != PUT_FILE)
      done(put_error);
  }
}

static void mount_share(void) {
  struct share share = { .tag = request + 3, .writes = !strcmp(request, "rw") };
  share.path = share.tag + strlen(share.tag) + 1;
  share.type = share.path + strlen(share.path) + 1;
  done(strcmp(share.path, "/") ? mount_at(share.path, share) : mount_root(share));
}

/* ---- the loop ---- */
/* @returns 0 when the host is gone */
static int answer(void) {
  struct frame head;
  if (!read_all(&head, sizeof head) || head.length > MAX_REQUEST || !read_all(request, head.length))
    return 0;
  request[head.length] = 0;
  if (head.kind == RUN)
    start_command(head.number, head.length);
  else if (head.kind == COLLECT)
    collect(head.length);
  else if (head.kind == MOUNT)
    mount_share();
  else if (head.kind <= PUT_END)
    put(head.kind, head.length);
  return 1;
}

static void serve(int signals) {
  while (1) {
    struct pollfd polled[2 + MAX_JOBS] = { { port, POLLIN, 0 }, { signals, POLLIN, 0 } };
    for (int i = 0; i < job_count; i++)
      polled[2 + i] = (struct pollfd){ jobs[i].output, POLLIN, 0 };
    int count = job_count;
    if (poll(polled, 2 + count, -1) < 0)
      continue;
    for (int i = 0; i < count; i++)
      if (polled[2 + i].revents && !pass_output(&jobs[i], CHUNK)) {
        close(jobs[i].output);
        jobs[i].output = -1; /* which poll() leaves out */
      }
    if (polled[1].revents) {
      struct signalfd_siginfo info;
      if (read(signals, &info, sizeof info) > 0)
        reap();
    }
    for (int i = job_count - 1; i >= 0; i--)
      if (jobs[i].output < 0 && jobs[i].pid == 0)
        jobs[i] = jobs[--job_count];
    if (polled[0].revents & POLLIN && !answer())
      return;
    if (polled[0].revents & (POLLHUP | POLLERR) && !(polled[0].revents & POLLIN))
      return;
  }
}

int main(int argc, char **argv) {
  if (argc > 1 && !strcmp(argv[1], "--version"))
    return puts("tdx-boot agent, protocol " VERSION) < 0;
  /* A host that drops what goes over vsock keeps each try waiting for seconds, so the time counts and not the tries. */
  for (time_t end = uptime() + PORT_WAIT_S; (port = open_host()) < 0; nap())
    if (uptime() >= end)
      return fputs("tdx-boot-agent: no tdx-boot waits for it: no virtio-serial port " PORT ", and nobody on vsock\n", stderr),
             NO_HOST;
  setenv("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", 0);
  setenv("HOME", "/root", 0);
  setenv("TERM", "dumb", 0);
  sigset_t children;
  sigemptyset(&children);
  sigaddset(&children, SIGCHLD);
  sigprocmask(SIG_BLOCK, &children, NULL);
  /* A write waits until the host is there. */
  send_frame(READY, 0, VERSION, sizeof VERSION);
  serve(signalfd(-1, &children, SFD_CLOEXEC | SFD_NONBLOCK));
  return 0;
}
