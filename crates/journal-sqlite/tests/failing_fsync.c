// Fails the next fsync or fdatasync with EIO, once, when the file named by FAIL_FSYNC exists, as a disk does: the kernel reports such an
// error once, and the fsync after it succeeds although the data are gone.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

static int fails(void) {
    const char *command = getenv("FAIL_FSYNC");
    if (command != NULL && unlink(command) == 0) {
        errno = EIO;
        return 1;
    }
    return 0;
}

int fsync(int file) {
    return fails() ? -1 : ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(file);
}

int fdatasync(int file) {
    return fails() ? -1 : ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(file);
}
