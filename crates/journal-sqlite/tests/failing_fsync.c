// Fails the next fsync or fdatasync of a file whose name ends with FAIL_FSYNC_OF, with EIO, once, when the file named by FAIL_FSYNC exists.
// So does a disk: the kernel reports such an error once, and the fsync after it succeeds although the data are gone.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_meant(int file) {
    char link[64], name[4096];
    const char *end = getenv("FAIL_FSYNC_OF");
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, name, sizeof name);
    ssize_t end_length = end == NULL ? -1 : (ssize_t)strlen(end);
    return end_length >= 0 && length >= end_length && memcmp(name + length - end_length, end, end_length) == 0;
}

static int fails(int file) {
    const char *command = getenv("FAIL_FSYNC");
    if (command != NULL && is_meant(file) && unlink(command) == 0) {
        errno = EIO;
        return 1;
    }
    return 0;
}

int fsync(int file) {
    return fails(file) ? -1 : ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(file);
}

int fdatasync(int file) {
    return fails(file) ? -1 : ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(file);
}
