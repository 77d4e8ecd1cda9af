/*
 * Stands between a program and the disk (LD_PRELOAD), for files under $BDX_DISK_PREFIX only:
 *
 *   - records each change of a file or folder into $BDX_DISK_LOG, in order, so that disk-model.ts can
 *     let the power fail at any point of it;
 *   - lets chosen calls fail, and the disk be full, as the program asks by opening a path that no
 *     disk has:  /bdx-disk/fail/CALL/NTH/ERRNO/TIMES   /bdx-disk/room/BYTES   /bdx-disk/reset
 *
 * Record, little endian: u8 kind, u32 path bytes, u32 data bytes, u64 file, u64 number, path, data.
 *   O open (number: 1 created, 2 truncated)   W write (number: offset)   T truncate (number: length)
 *   S sync of a file   D sync of a folder   U unlink   R rename (data: new path)   M mkdir
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST_FDS 4096
#define CONTROL "/bdx-disk/"

static const char *prefix;
static size_t prefix_length;
static int log_fd = -1;
static char *paths[MOST_FDS];
static unsigned char is_folder[MOST_FDS];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* What should fail. */
static char fail_call[16];
static long fail_nth, fail_times, seen_calls;
static int fail_errno;
/* Bytes that may still be added to files; negative: as many as the real disk takes. */
static long long room = -1;

#define REAL(type, name, ...)                                                                      \
  static type (*real)(__VA_ARGS__);                                                                \
  if (!real) real = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

__attribute__((constructor)) static void begin(void) {
  prefix = getenv("BDX_DISK_PREFIX");
  prefix_length = prefix ? strlen(prefix) : 0;
  const char *log = getenv("BDX_DISK_LOG");
  if (prefix && log)
    log_fd = (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
}

static int is_ours(const char *path) {
  return prefix && path && strncmp(path, prefix, prefix_length) == 0;
}
static const char *path_of(int fd) { return fd >= 0 && fd < MOST_FDS ? paths[fd] : NULL; }

static void put(const void *bytes, size_t length) {
  const char *at = bytes;
  while (length > 0) {
    long done = syscall(SYS_write, log_fd, at, length);
    if (done <= 0) return;
    at += done;
    length -= (size_t)done;
  }
}

static void record(char kind, const char *path, uint64_t file, uint64_t number, const void *data,
                   size_t length) {
  if (log_fd < 0) return;
  uint32_t path_bytes = (uint32_t)strlen(path), data_bytes = (uint32_t)length;
  pthread_mutex_lock(&lock);
  put(&kind, 1);
  put(&path_bytes, 4);
  put(&data_bytes, 4);
  put(&file, 8);
  put(&number, 8);
  put(path, path_bytes);
  if (length > 0) put(data, length);
  pthread_mutex_unlock(&lock);
}

static uint64_t file_of(int fd) {
  struct stat s;
  return fstat(fd, &s) == 0 ? (uint64_t)s.st_ino : 0;
}

/* True when this call is the one that has to fail. */
static int must_fail(const char *call) {
  if (fail_times == 0 || strcmp(call, fail_call) != 0) return 0;
  seen_calls++;
  if (seen_calls < fail_nth) return 0;
  if (fail_times > 0) fail_times--;
  errno = fail_errno;
  return 1;
}

static int control(const char *path) {
  if (!path || strncmp(path, CONTROL, strlen(CONTROL)) != 0) return 0;
  const char *rest = path + strlen(CONTROL);
  if (strcmp(rest, "reset") == 0) {
    fail_times = 0;
    room = -1;
  } else if (sscanf(rest, "room/%lld", &room) != 1) {
    sscanf(rest, "fail/%15[a-z]/%ld/%d/%ld", fail_call, &fail_nth, &fail_errno, &fail_times);
    seen_calls = 0;
  }
  errno = ENOENT;
  return 1;
}

static int opened(int fd, const char *path, int flags, int existed) {
  if (fd < 0 || fd >= MOST_FDS) return fd;
  free(paths[fd]);
  paths[fd] = NULL;
  if (!is_ours(path)) return fd;
  struct stat s;
  if (fstat(fd, &s) != 0) return fd;
  paths[fd] = strdup(path);
  is_folder[fd] = S_ISDIR(s.st_mode) ? 1 : 0;
  if (!is_folder[fd]) {
    uint64_t how = (existed ? 0 : 1) | ((flags & O_TRUNC) ? 2 : 0);
    record('O', path, (uint64_t)s.st_ino, how, NULL, 0);
  }
  return fd;
}

static int exists(const char *path) {
  struct stat s;
  return stat(path, &s) == 0;
}

#define OPEN(name)                                                                                 \
  int name(const char *path, int flags, ...) {                                                     \
    mode_t mode = 0;                                                                               \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                           \
      va_list more;                                                                                \
      va_start(more, flags);                                                                       \
      mode = va_arg(more, mode_t);                                                                 \
      va_end(more);                                                                                \
    }                                                                                              \
    if (control(path)) return -1;                                                                  \
    REAL(int, #name, const char *, int, ...);                                                      \
    if (is_ours(path) && must_fail("open")) return -1;                                             \
    int existed = is_ours(path) && exists(path);                                                   \
    return opened(real(path, flags, mode), path, flags, existed);                                  \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                               \
  int name(int folder, const char *path, int flags, ...) {                                         \
    mode_t mode = 0;                                                                               \
    if (flags & (O_CREAT | O_TMPFILE)) {                                                           \
      va_list more;                                                                                \
      va_start(more, flags);                                                                       \
      mode = va_arg(more, mode_t);                                                                 \
      va_end(more);                                                                                \
    }                                                                                              \
    if (control(path)) return -1;                                                                  \
    REAL(int, #name, int, const char *, int, ...);                                                 \
    if (is_ours(path) && must_fail("open")) return -1;                                             \
    int existed = is_ours(path) && exists(path);                                                   \
    return opened(real(folder, path, flags, mode), path, flags, existed);                          \
  }
OPENAT(openat)
OPENAT(openat64)

int close(int fd) {
  REAL(int, "close", int);
  if (path_of(fd)) {
    free(paths[fd]);
    paths[fd] = NULL;
  }
  return real(fd);
}

/* Bytes by which a write makes a file longer; -1 when the disk has no room for them. */
static int has_room(int fd, off64_t offset, size_t length) {
  if (room < 0) return 1;
  struct stat s;
  if (fstat(fd, &s) != 0) return 1;
  long long grows = (long long)offset + (long long)length - (long long)s.st_size;
  if (grows <= 0) return 1;
  if (grows > room) {
    errno = ENOSPC;
    return 0;
  }
  room -= grows;
  return 1;
}

#define PWRITE(name, offset_type)                                                                  \
  ssize_t name(int fd, const void *bytes, size_t length, offset_type offset) {                     \
    REAL(ssize_t, #name, int, const void *, size_t, offset_type);                                  \
    if (path_of(fd) && (must_fail("write") || !has_room(fd, offset, length))) return -1;           \
    ssize_t done = real(fd, bytes, length, offset);                                                \
    if (done > 0 && path_of(fd))                                                                   \
      record('W', paths[fd], file_of(fd), (uint64_t)offset, bytes, (size_t)done);                  \
    return done;                                                                                   \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int fd, const void *bytes, size_t length) {
  REAL(ssize_t, "write", int, const void *, size_t);
  if (!path_of(fd)) return real(fd, bytes, length);
  struct stat s;
  off_t offset = lseek(fd, 0, SEEK_CUR);
  if ((fcntl(fd, F_GETFL) & O_APPEND) && fstat(fd, &s) == 0) offset = s.st_size;
  if (must_fail("write") || !has_room(fd, offset, length)) return -1;
  ssize_t done = real(fd, bytes, length);
  if (done > 0) record('W', paths[fd], file_of(fd), (uint64_t)offset, bytes, (size_t)done);
  return done;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL(ssize_t, "writev", int, const struct iovec *, int);
  if (!path_of(fd) || count == 0) return real(fd, parts, count);
  return write(fd, parts[0].iov_base, parts[0].iov_len);
}

/* Copies inside of the kernel would pass us by: let callers fall back to reading and writing. */
ssize_t sendfile(int out, int in, off_t *offset, size_t length) {
  REAL(ssize_t, "sendfile", int, int, off_t *, size_t);
  if (path_of(out)) {
    errno = EINVAL;
    return -1;
  }
  return real(out, in, offset, length);
}
ssize_t sendfile64(int out, int in, off64_t *offset, size_t length) {
  return sendfile(out, in, (off_t *)offset, length);
}
ssize_t copy_file_range(int in, off64_t *in_at, int out, off64_t *out_at, size_t length,
                        unsigned flags) {
  (void)in, (void)in_at, (void)out, (void)out_at, (void)length, (void)flags;
  errno = ENOSYS;
  return -1;
}
long syscall(long number, ...) {
  va_list more;
  va_start(more, number);
  long a = va_arg(more, long), b = va_arg(more, long), c = va_arg(more, long);
  long d = va_arg(more, long), e = va_arg(more, long), f = va_arg(more, long);
  va_end(more);
  if (number == SYS_copy_file_range) {
    errno = ENOSYS;
    return -1;
  }
  REAL(long, "syscall", long, long, long, long, long, long, long);
  return real(number, a, b, c, d, e, f);
}

#define FTRUNCATE(name, length_type)                                                               \
  int name(int fd, length_type length) {                                                           \
    REAL(int, #name, int, length_type);                                                            \
    if (path_of(fd) && must_fail("truncate")) return -1;                                           \
    int result = real(fd, length);                                                                 \
    if (result == 0 && path_of(fd)) record('T', paths[fd], file_of(fd), (uint64_t)length, NULL, 0); \
    return result;                                                                                 \
  }
FTRUNCATE(ftruncate, off_t)
FTRUNCATE(ftruncate64, off64_t)

#define SYNC(name)                                                                                 \
  int name(int fd) {                                                                               \
    REAL(int, #name, int);                                                                         \
    if (path_of(fd) && must_fail("sync")) return -1;                                               \
    int result = real(fd);                                                                         \
    if (result == 0 && path_of(fd))                                                                \
      record(is_folder[fd] ? 'D' : 'S', paths[fd], file_of(fd), 0, NULL, 0);                       \
    return result;                                                                                 \
  }
SYNC(fsync)
SYNC(fdatasync)

/* What a removed file gives back to a full disk. */
static void give_back(const char *path) {
  struct stat s;
  if (room >= 0 && is_ours(path) && stat(path, &s) == 0 && S_ISREG(s.st_mode)) room += s.st_size;
}

int unlink(const char *path) {
  REAL(int, "unlink", const char *);
  if (is_ours(path) && must_fail("unlink")) return -1;
  give_back(path);
  int result = real(path);
  if (result == 0 && is_ours(path)) record('U', path, 0, 0, NULL, 0);
  return result;
}

/* The C++ library removes files by these. */
int remove(const char *path) {
  REAL(int, "remove", const char *);
  if (is_ours(path) && must_fail("unlink")) return -1;
  give_back(path);
  int result = real(path);
  if (result == 0 && is_ours(path)) record('U', path, 0, 0, NULL, 0);
  return result;
}
int unlinkat(int folder, const char *path, int flags) {
  REAL(int, "unlinkat", int, const char *, int);
  if (is_ours(path) && must_fail("unlink")) return -1;
  int result = real(folder, path, flags);
  if (result == 0 && is_ours(path)) record('U', path, 0, 0, NULL, 0);
  return result;
}

int rename(const char *from, const char *to) {
  REAL(int, "rename", const char *, const char *);
  if (is_ours(from) && must_fail("rename")) return -1;
  int result = real(from, to);
  if (result == 0 && is_ours(from)) record('R', from, 0, 0, to, strlen(to));
  return result;
}

int mkdir(const char *path, mode_t mode) {
  REAL(int, "mkdir", const char *, mode_t);
  int result = real(path, mode);
  if (result == 0 && is_ours(path)) record('M', path, 0, 0, NULL, 0);
  return result;
}
