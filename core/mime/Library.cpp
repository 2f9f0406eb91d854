// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Mime.h"

#include <vmime/platform.hpp>
#include <vmime/platforms/posix/posixHandler.hpp>

#include <mutex>

namespace inlet::mime
{

namespace
{

/// The stock handler asks DNS for this machine's name and writes it into mail.
class QuietHandler : public vmime::platforms::posix::posixHandler
{
public:
    const vmime::string getHostName() const override { return "localhost"; }
};

} // namespace

void initialize()
{
    static std::once_flag once; // guards the library's global handler
    std::call_once(once, [] { vmime::platform::setHandler<QuietHandler>(); });
}

} // namespace inlet::mime
