// SPDX-License-Identifier: GPL-3.0-or-later
// Fuzzes: the delivery status of a bounce, in the frame that every mail server puts around it.
#include "mime/Mime.h"
#include "triage/Classifier.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerInitialize(int *, char ***)
{
    inlet::mime::initialize();
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const QByteArray status(reinterpret_cast<const char *>(data), qsizetype(size));
    const QByteArray message = "From: Mail Delivery System <MAILER-DAEMON@mx.test>\r\nTo: <me@sales.test>\r\n"
                               "Subject: Undelivered Mail Returned to Sender\r\nMIME-Version: 1.0\r\n"
                               "Content-Type: multipart/report; report-type=delivery-status; boundary=\"=b=\"\r\n\r\n"
                               "--=b=\r\nContent-Type: text/plain\r\n\r\nCould not be delivered.\r\n"
                               "--=b=\r\nContent-Type: message/delivery-status\r\n\r\n"
        + status
        + "\r\n--=b=\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <a@sales.test>\r\n"
          "To: <jo@prospect.test>\r\n\r\n--=b=--\r\n";
    (void)inlet::triage::classify(inlet::mime::parseMessage(message), {QStringLiteral("me@sales.test")});
    return 0;
}
