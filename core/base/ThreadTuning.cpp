// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ThreadTuning.h"

#ifdef __linux__
#include <pthread.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace inlet
{

void tuneThisThread([[maybe_unused]] const char *name, [[maybe_unused]] Niceness niceness)
{
#ifdef __linux__
    pthread_setname_np(pthread_self(), name);
    // On Linux a thread has a priority of its own, whatever POSIX says about processes.
    const auto thread = id_t(::syscall(SYS_gettid));
    errno = 0;
    const int present = ::getpriority(PRIO_PROCESS, thread);
    if (errno == 0 && present < int(niceness))
        ::setpriority(PRIO_PROCESS, thread, int(niceness));
#endif
}

} // namespace inlet
