// SPDX-License-Identifier: GPL-3.0-or-later
#include "mime/Charset_p.h"
#include "mime/EncodedWords_p.h"
#include "mime/HeaderScanner_p.h"
#include "mime/PartTree_p.h"

#include <vmime/contentDispositionField.hpp>
#include <vmime/contentTypeField.hpp>
#include <vmime/header.hpp>
#include <vmime/parsingContext.hpp>

#include <exception>

namespace inlet::mime
{

namespace
{

constexpr qsizetype kMaxFieldForLibrary = 8 * 1024;

QByteArray firstToken(const QByteArray &value)
{
    QByteArray token = value;
    for (const char stop : {';', '(', ' ', '\t'}) {
        if (const auto at = token.indexOf(stop); at >= 0)
            token.truncate(at);
    }
    return token.trimmed().toLower();
}

QByteArray parameterOctets(const vmime::parameterizedHeaderField &field, const char *name)
{
    const auto parameter = field.findParameter(name);
    return parameter ? QByteArray::fromStdString(parameter->getValue().getBuffer()).trimmed()
                     : QByteArray();
}

/// A file name: RFC 2231 is undone by the library, which leaves the charset; RFC 2047 in a
/// parameter is forbidden and common.
QString parameterText(const vmime::parameterizedHeaderField &field, const char *name)
{
    const auto parameter = field.findParameter(name);
    if (!parameter)
        return {};
    const vmime::word &value = parameter->getValue();
    const QByteArray octets = QByteArray::fromStdString(value.getBuffer());
    if (octets.contains("=?"))
        return decodeWords(octets).trimmed();
    return decodeCharset(octets, QByteArray::fromStdString(value.getCharset().getName())).trimmed();
}

/// One line that the library may parse: bounded and free of line ends.
std::string lineFor(const char *name, const QByteArray &value)
{
    QByteArray clean = value.left(kMaxFieldForLibrary);
    clean.removeIf([](char c) { return c == '\0' || c == '\r' || c == '\n'; });
    return std::string(name) + ": " + clean.toStdString() + "\r\n";
}

void readType(const QByteArray &value, PartHeader *out)
{
    const QByteArray type = firstToken(value);
    // "text" alone and "text/" are seen; RFC 2045 section 5.2 makes them plain text.
    if (type.count('/') == 1 && !type.startsWith('/') && !type.endsWith('/'))
        out->type = type;
    else if (!type.isEmpty())
        out->type = "text/plain";
}

void readParameters(const QByteArray &type, const QByteArray &disposition, PartHeader *out)
{
    vmime::parsingContext context;
    context.setInternationalizedEmailSupport(true);
    vmime::header header;
    header.parse(context, lineFor("Content-Type", type) + lineFor("Content-Disposition", disposition) + "\r\n");
    const auto contentType = vmime::dynamicCast<vmime::contentTypeField>(
        header.findField(vmime::fields::CONTENT_TYPE));
    const auto contentDisposition = vmime::dynamicCast<vmime::contentDispositionField>(
        header.findField(vmime::fields::CONTENT_DISPOSITION));
    if (contentDisposition)
        out->fileName = parameterText(*contentDisposition, "filename");
    if (!contentType)
        return;
    out->charset = parameterOctets(*contentType, "charset");
    out->boundary = parameterOctets(*contentType, "boundary").left(1000);
    out->reportType = parameterOctets(*contentType, "report-type").toLower();
    out->startId = parameterOctets(*contentType, "start").replace('<', "").replace('>', "");
    out->flowed = parameterOctets(*contentType, "format").toLower() == "flowed";
    out->delSp = parameterOctets(*contentType, "delsp").toLower() == "yes";
    if (out->fileName.isEmpty())
        out->fileName = parameterText(*contentType, "name");
}

} // namespace

PartHeader readPartHeader(const QList<HeaderField> &fields, const QByteArray &defaultType)
{
    PartHeader out;
    out.type = defaultType;
    const QByteArray type = fieldValue(fields, "Content-Type");
    const QByteArray disposition = fieldValue(fields, "Content-Disposition");
    readType(type, &out);
    out.disposition = firstToken(disposition);
    if (const QByteArray encoding = firstToken(fieldValue(fields, "Content-Transfer-Encoding"));
        !encoding.isEmpty())
        out.encoding = encoding;
    out.contentId = fieldValue(fields, "Content-ID").trimmed();
    out.contentId.replace('<', "").replace('>', "");
    if (type.contains(';') || disposition.contains(';')) {
        try {
            readParameters(type, disposition, &out);
        } catch (const std::exception &) {
            // The type itself is known; a part without parameters is still shown.
        }
    }
    return out;
}

} // namespace inlet::mime
