// SPDX-License-Identifier: GPL-3.0-or-later
/* Courier's path of the socket that knows the passwords is compiled in. Preloaded, this sends a
 * connection to any .../authdaemon/socket to $INTEROP_AUTH_SOCKET instead.
 *
 * Build:  cc -shared -fPIC -O2 -o redirect.so redirect.c
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>

int connect(int fd, const struct sockaddr *address, socklen_t length)
{
    static int (*next)(int, const struct sockaddr *, socklen_t);
    const char *own = getenv("INTEROP_AUTH_SOCKET");
    struct sockaddr_un other;
    if (!next)
        next = dlsym(RTLD_NEXT, "connect");
    if (own && address->sa_family == AF_UNIX
        && strstr(((const struct sockaddr_un *)address)->sun_path, "/authdaemon/socket")) {
        memset(&other, 0, sizeof other);
        other.sun_family = AF_UNIX;
        snprintf(other.sun_path, sizeof other.sun_path, "%s", own);
        return next(fd, (const struct sockaddr *)&other, sizeof other);
    }
    return next(fd, address, length);
}
