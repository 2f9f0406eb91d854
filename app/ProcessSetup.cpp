// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProcessSetup.h"

#include <QtGlobal>

#include <csignal>

#include <sys/prctl.h>

namespace inlet::app
{

void prepareProcess()
{
    // No core dump and no debugger of the same user reads passwords out of this process.
    prctl(PR_SET_DUMPABLE, 0);
    // A limit on the size of files is an error of the write that meets it, as a full disk is; not the end.
    std::signal(SIGXFSZ, SIG_IGN);
    // A name look-up cannot be cancelled (resolv.conf(5), RES_OPTIONS): with dead name servers the
    // default of 2 x 5 s for each would hold up the end of the program.
    if (!qEnvironmentVariableIsSet("RES_OPTIONS"))
        qputenv("RES_OPTIONS", "timeout:2 attempts:1");
}

} // namespace inlet::app
