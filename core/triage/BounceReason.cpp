// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/BounceReason_p.h"

#include "triage/CodeScan_p.h"
#include "triage/Phrases_p.h"
#include "triage/Refusal.h"

#include <array>
#include <vector>

namespace inlet::triage
{

namespace
{

constexpr qsizetype kMaxJudged = 4000; ///< letters of one diagnostic text

struct Rule {
    BounceType type;
    const char *reason;
    std::vector<const char *> words;
};

// The words of servers, lower-case. Order matters: who is refused is asked before why, and a full
// mailbox before an unknown one ("user unknown or over quota" is retried rather than given up).
const std::array kRules = {
    Rule{BounceType::Block, "the server refuses the sender's address",
        {"sender address rejected", "sender denied", "sender rejected", "sender unknown", "bad sender",
            "invalid sender", "sender domain", "sender verify failed", "sender not verified",
            "sender address verification", "unable to verify sender", "domain of sender",
            "sender's domain", "mail from domain", "backscatter", "from: header", "sender is blocked",
            "cannot verify sender", "sender not allowed", "sender address not"}},
    Rule{BounceType::Block, "our server or domain is not trusted",
        {"spf", "dkim", "dmarc", "rdns", "reverse dns", "ptr record", "no ptr", "dns ptr", "ptr resource", "reverse hostname",
            "reverse host", "cannot find your hostname", "cannot resolve your address", "helo", "unauthenticated",
            "authentication required", "authentication-checks", "your hostname", "fcrdns", "client host rejected", "my name was rejected", "sender ip", "sending ip",
            "not rfc compliant", "connection from your", "ask your postmaster"}},
    Rule{BounceType::Block, "our mailbox may send no more for now",
        {"sending limit exceeded", "sending quota exceeded", "submission quota exceeded", "limit for sending", "sending limits",
            "exceeded the sending", "exceeded its sending", "emails per hour", "messages per hour",
            "max defers and failures", "hourly limit", "hourly sending", "sending rate", "daily limit", "daily sending", "message submission rate", "daily user sending", "outgoing message limit"}},
    Rule{BounceType::Hard, "their sending service remembers that this address bounced", {"suppression list"}},
    Rule{BounceType::Soft, "the name of their server could not be looked up",
        {"host not found, try again", "temporary lookup failure", "transient dns", "temporary dns",
            "dns temporarily", "name service error for domain",
            "hop count", "mail loop", "routing loop", "too many hops"}},
    Rule{BounceType::Block, "the group or list takes no mail from us",
        {"permission to post", "not a member", "not allowed to post", "groups.google.com/support", "members only",
            "only members", "moderat", "recipient preferences", "restricted to", "only accepts mail from",
            "not authorized to send to", "not allowed to send to"}},
    Rule{BounceType::Hard, "there is no such mailbox",
        {"recipient address rejected: access denied"}},
    Rule{BounceType::Soft, "the mailbox is full",
        {"mailbox full", "mailbox is full", "mailbox was full", "over quota", "overquota",
            "over the quota", "quota exceeded", "exceeded quota", "exceeded its quota",
            "exceeded their quota", "exceed quota", "exceeds quota", "quota has been exceeded",
            "quota violation", "over the maximum allowed", "mailbox size limit exceeded", "out of storage",
            "exceeded storage allocation", "exceeded the storage", "mailbox exceeds", "mailbox has exceeded", "mail box full",
            "mailbox quota", "user's mailbox is over", "account is full", "not enough storage space",
            "storage quota", "boite du destinataire pleine", "is over quota", "has exceeded the limit",
            "maildir over", "mailfolder is full", "too much mail data", "disk quota",
            "disc quota", "quota limit", "box is full", "inbox is full", "insufficient disk space for user",
            "recipient's mailbox is full", "user over", "over disk", "mailboxfull", "storequota", "quotaexceeded",
            "mailbox space", "no space left for user", "volle mailbox", "postfach voll"}},
    Rule{BounceType::Block, "the message is too large",
        {"message size exceeds", "message too large", "message is too large", "message too big",
            "message is too big", "size limit", "exceeds maximum size", "line limit exceeded", "maximum message size",
            "exceeds size", "exceeds the maximum", "message length exceeds", "too long message",
            "message exceeded max", "larger than the current system", "maximum size exceeded",
            "exceeds fixed maximum", "max message size"}},
    Rule{BounceType::Soft, "the mailbox is disabled",
        {"account disabled", "account is disabled", "account has been disabled", "mailbox disabled",
            "mailbox is disabled", "disabled recipient", "recipient disabled", "user is disabled", "disabled mailbox", "account inactive",
            "account is inactive", "mailbox is inactive", "inactive user", "user is inactive",
            "account suspended", "account is suspended", "mailbox suspended", "user suspended",
            "user is suspended", "suspended account", "is suspended", "has been suspended",
            "account that you tried to reach is disabled", "account is locked", "mailbox locked",
            "has been deactivated", "is deactivated", "mailbox is blocked", "mailbox disabled for",
            "account expired", "has been discontinued", "is not active", "account closed due to inactivity",
            "currently disabled", "mailbox currently suspended", "account on hold", "temporarily disabled",
            "temporarily locked", "account frozen", "mailbox is frozen", "domain is disabled",
            "discontinued or", "recipient suspend", "is no longer active", "account deactivated",
            "mailbox has been blocked", "mailbox blocked", "out of service", "not longer active"}},
    Rule{BounceType::Hard, "the address has moved",
        {"has moved", "no forwarding address", "address has changed", "has been replaced by",
            "address changed", "recipient has moved"}},
    Rule{BounceType::Hard, "the domain does not accept mail",
        {"does not accept mail", "doesn't accept mail", "null mx", "nullmx", "domain accepts no mail",
            "not accept any mail", "host/domain does not accept", "no valid recipients domain",
            "does not receive mail"}},
    Rule{BounceType::Hard, "there is no such domain",
        {"host unknown", "unknown host", "domain not found", "no such domain", "unknown domain",
            "domain does not exist", "domain doesn't exist", "host not found", "name or service not known",
            "name server: host not found", "unrouteable mail domain", "unroutable mail domain",
            "couldn't find any host", "could not find any host", "no mail hosts for domain",
            "unrouteable domain", "invalid domain", "non-existent domain", "nonexistent domain", "nxdomain",
            "dns lookup failure", "domain is not known", "bad destination host", "no such host", "non-existent hosts",
            "illegal host/domain", "recipient domain not", "domain must resolve", "domain couldn't be found",
            "unknown recipient domain", "domain name not found", "no mx record", "bad host", "unknown mail domain",
            "mail domain mentioned in email address is unknown", "domain wasn't found", "domain is not reachable"}},
    Rule{BounceType::Hard, "there is no such mailbox",
        {"user unknown", "unknown user", "no such user", "no such recipient", "no such mailbox",
            "no such address", "no such account", "no such person", "no such local user", "no such email",
            "does not exist", "doesn't exist", "not exist", "doesnt exist", "unknown recipient", "recipient unknown",
            "unknown address", "address unknown", "unknown account", "unknown local", "unknown mailbox",
            "unknown or illegal", "invalid recipient", "invalid mailbox", "invalid address", "invalid user",
            "invalid email", "recipient not found", "recipientnotfound", "address not found",
            "user not found", "mailbox not found", "account not found", "mailbox unavailable or access denied",
            "wasn't found", "couldn't be found", "could not be found", "was not found", "cannot be found", "not found at",
            "no mailbox", "not a valid", "is not valid", "recipient no longer", "no longer available",
            "no longer in use", "no longer valid", "not a known user", "not known here", "not listed in",
            "not our customer", "unrouteable address", "unroutable address", "undeliverable address",
            "address error", "bad address", "bad destination", "user doesn't have", "doesn't have a",
            "user does not have", "this user doesn't", "isn't here", "has no mailbox", "nobody by that name",
            "not local mailbox", "recipient is not local", "not in our", "unknown to this system",
            "can't create user output", "recipient does not", "user not known", "name is not recognized",
            "this address no longer", "no account by that name", "local user not", "mailbox does not", "illegal user",
            "adresse inconnue", "utilisateur inconnu", "address invalid", "recipient invalid", "invalid final delivery",
            "non-existent user", "nonexistent user", "non existent", "nonexistent", "unknown email address", "recipient_unknown",
            "there is no one at this address", "deleted mailbox", "mailbox has been deleted", "account has been deleted",
            "email name is not found", "bad local part", "badly formatted recipient", "unable to find recipient",
            "unknown alias", "no aliases", "delivery to the following recipient failed permanently",
            "no user", "recipient(s) are invalid", "user (", "no valid recipient", "check if address is correct",
            "check the address", "check the recipient", "check that the address", "check for typos"}},
    Rule{BounceType::Block, "the server refuses to pass mail on",
        {"relaying denied", "relay denied", "relay access denied", "relaying not allowed", "not permitted to relay",
            "relay not permitted", "we do not relay", "relaying is prohibited", "unable to relay",
            "relaying mail", "insecure mail relay", "no relaying", "relay not allowed", "relaying prohibited"}},
    Rule{BounceType::Block, "it was taken for spam or is blocked by policy",
        {"spam", "blacklist", "black list", "blocklist", "block list", "blocked", "dnsbl", "rbl",
            "is listed", "listed at", "listed by", "listed on", "reputation", "policy", "unsolicited", "junk",
            "virus", "malware", "phish", "prohibited", "banned", "suspicious", "abuse", "spamhaus", "barracuda",
            "spamcop", "sorbs", "not authorized", "not authorised", "unauthorized", "not accepted", "access denied",
            "not permitted", "restricted", "administrative prohibition", "administratively denied",
            "content rejected", "content denied", "message content", "mail content", "rejected by filter", "content filter", "message filtered",
            "denied by", "message rejected", "message refused", "mail refused", "mail rejected",
            "refused by", "rejected due", "poor", "bad header", "header error", "too many hops from",
            "not rfc", "bare lf", "rfc 5322", "rfc 2822", "from field", "message-id", "loop detected by policy",
            "security", "encryption", "refused to accept", "does not like recipient", "forbidden"}},
    Rule{BounceType::Soft, "the server could not be reached in time",
        {"timed out", "timeout", "time out", "time-out", "connection refused", "connection reset",
            "connection dropped", "network is unreachable", "no route to host", "expired", "too old",
            "in the queue too long", "in queue too long", "could not connect", "unable to connect", "lost connection",
            "retry", "retries", "not been able to", "host is unreachable", "conversation with", "mail loop",
            "too many hops", "hop count", "loops back to myself", "delivery time", "looping", "maximum hop", "routing loop",
            "unreachable", "no answer"}},
    Rule{BounceType::Soft, "the server had a temporary problem",
        {"greylist", "graylist", "try again", "temporar", "rate limit", "too many", "too fast", "too quickly",
            "throttl", "resources", "insufficient system", "system full", "disk full", "service unavailable", "busy",
            "local error", "internal error", "configuration error", "system error", "server error", "i/o error",
            "can't open", "permission denied", "command died", "exit code", "i/o", "deferred", "overload"}},
};

struct CodeRule {
    const char *prefix;
    BounceType type;
    const char *reason;
};

// The longest prefix that fits wins.
constexpr std::array kCodes = {
    CodeRule{"5.1.", BounceType::Hard, "there is no such mailbox"},
    CodeRule{"5.1.2", BounceType::Hard, "there is no such domain"},
    CodeRule{"5.1.7", BounceType::Block, "the server refuses the sender's address"},
    CodeRule{"5.1.8", BounceType::Block, "the server refuses the sender's address"},
    CodeRule{"5.1.9", BounceType::Soft, "the server could not be reached in time"},
    CodeRule{"5.2.1", BounceType::Soft, "the mailbox is disabled"},
    CodeRule{"5.2.2", BounceType::Soft, "the mailbox is full"},
    CodeRule{"4.2.2", BounceType::Soft, "the mailbox is full"},
    CodeRule{"5.2.3", BounceType::Block, "the message is too large"},
    CodeRule{"5.2.4", BounceType::Soft, "the server had a temporary problem"},
    CodeRule{"5.3.4", BounceType::Block, "the message is too large"},
    CodeRule{"5.4.4", BounceType::Hard, "there is no such domain"},
    CodeRule{"5.4.310", BounceType::Hard, "there is no such domain"},
    CodeRule{"5.4.1", BounceType::Hard, "there is no such mailbox"},
    CodeRule{"5.3.", BounceType::Soft, "the server had a temporary problem"},
    CodeRule{"5.4.", BounceType::Soft, "the server could not be reached in time"},
    CodeRule{"5.4.12", BounceType::Soft, "mail runs in a loop"},
    CodeRule{"5.4.14", BounceType::Soft, "mail runs in a loop"},
    CodeRule{"5.0.350", BounceType::Soft, "the server had a temporary problem"},
    CodeRule{"5.5.", BounceType::Block, "the servers did not understand each other"},
    CodeRule{"5.6.", BounceType::Block, "the content was refused"},
    CodeRule{"5.7.", BounceType::Block, "it was taken for spam or is blocked by policy"},
    CodeRule{"5.7.124", BounceType::Block, "they take no mail from outside"},
    CodeRule{"5.7.12", BounceType::Block, "they take no mail from outside"},
    CodeRule{"5.7.13", BounceType::Block, "they take no mail from outside"},
    CodeRule{"4.4.", BounceType::Soft, "the server could not be reached in time"},
    CodeRule{"4.7.", BounceType::Soft, "the server asks us to wait"},
    CodeRule{"4.", BounceType::Soft, "the server had a temporary problem"},
};

BounceJudgement judgeByWords(const QString &folded)
{
    for (const Rule &rule : kRules) {
        for (const char *word : rule.words) {
            if (folded.contains(QLatin1String(word)))
                return {rule.type, QString::fromLatin1(rule.reason)};
        }
    }
    return {};
}

BounceJudgement judgeByCode(const QByteArray &status)
{
    const CodeRule *best = nullptr;
    for (const CodeRule &rule : kCodes) {
        if (!status.startsWith(rule.prefix))
            continue;
        // "5.4.1" is not the start of "5.4.14".
        const qsizetype length = qsizetype(qstrlen(rule.prefix));
        const bool whole = rule.prefix[length - 1] == '.' || status.size() == length;
        if (whole && (!best || length > qsizetype(qstrlen(best->prefix))))
            best = &rule;
    }
    return best ? BounceJudgement{best->type, QString::fromLatin1(best->reason)} : BounceJudgement{};
}

/// The words of systems that speak other languages than English (resources/phrases/bounce.json).
BounceJudgement judgeByPhrases(const QString &diagnostic)
{
    struct GroupReason {
        const char *group;
        BounceType type;
        const char *reason;
    };
    constexpr std::array kGroups = {GroupReason{"reasonFull", BounceType::Soft, "the mailbox is full"},
        GroupReason{"reasonNoDomain", BounceType::Hard, "there is no such domain"},
        GroupReason{"reasonUnknown", BounceType::Hard, "there is no such mailbox"},
        GroupReason{"reasonTooLarge", BounceType::Block, "the message is too large"},
        GroupReason{"reasonRefused", BounceType::Block, "it was taken for spam or is blocked by policy"}};
    const QString folded = mime::PhraseTable::fold(diagnostic);
    for (const GroupReason &entry : kGroups) {
        if (bouncePhrases().find(QLatin1String(entry.group), folded))
            return {entry.type, QString::fromLatin1(entry.reason)};
    }
    return {};
}

} // namespace

bool isVague(const QByteArray &status)
{
    return status.isEmpty() || status.endsWith(".0.0");
}

QByteArray enhancedCodeIn(const QString &text)
{
    const Span code = findEnhancedCode(text);
    return text.mid(code.at, code.length).toLatin1();
}

int replyCodeIn(const QString &text)
{
    const Span code = findReplyCode(text);
    return text.mid(code.at, code.length).toInt();
}

BounceJudgement judgeBounce(const QByteArray &status, const QString &diagnostic)
{
    const QString folded = diagnostic.left(kMaxJudged).toLower().simplified();
    QByteArray code = status;
    if (isVague(code)) {
        if (const QByteArray better = enhancedCodeIn(diagnostic); !better.isEmpty() && !isVague(better))
            code = better;
    }
    BounceJudgement words = judgeByWords(folded);
    if (words.type == BounceType::None)
        words = judgeByPhrases(diagnostic.left(kMaxJudged));
    const BounceJudgement byCode = judgeByCode(code);
    // What is refused at MAIL FROM is the sender (RFC 5321 section 4.1.1.2).
    const bool aboutSender = code == "5.1.7" || code == "5.1.8" || folded.contains(QLatin1String("after mail from"));
    if (aboutSender && words.type == BounceType::Hard)
        words = {BounceType::Block, QStringLiteral("the server refuses the sender's address")};
    if (words.type != BounceType::None) {
        // Four hundred and something is never final, whatever the words say: nobody is written off
        // because a name server was down.
        const bool temporary = code.startsWith("4.") || (code.isEmpty() && replyCodeIn(diagnostic) / 100 == 4);
        if (temporary && words.type != BounceType::Soft)
            return {BounceType::Soft, words.reason};
        return words;
    }
    if (byCode.type != BounceType::None)
        return byCode;
    if (const int reply = replyCodeIn(diagnostic); reply / 100 == 4 || code.startsWith('4'))
        return {BounceType::Soft, QStringLiteral("the server had a temporary problem")};
    else if (reply >= 500 && reply <= 504)
        return {BounceType::Block, QStringLiteral("the servers did not understand each other")};
    else if (reply == 550 || reply == 551 || reply == 553)
        return {BounceType::Hard, QStringLiteral("there is no such mailbox")};
    else if (reply == 552)
        return {BounceType::Soft, QStringLiteral("the mailbox is full")};
    return {BounceType::Soft, QStringLiteral("the server gave no clear reason")};
}

BounceJudgement BounceReasons::judge(const QByteArray &status, const QString &diagnostic)
{
    const QString words = diagnostic.left(kMaxJudged);
    const auto key = qMakePair(status, words);
    if (const auto known = m_known.constFind(key); known != m_known.constEnd())
        return *known;
    if (m_letters + words.size() > kMaxJudgedLetters)
        return judgeBounce(status, QString::number(replyCodeIn(words)));
    m_letters += words.size();
    const BounceJudgement judgement = judgeBounce(status, words);
    m_known.insert(key, judgement);
    return judgement;
}

BouncedRecipient judgeRefusal(const QString &recipient, const QString &reply)
{
    const QByteArray status = enhancedCodeIn(reply);
    const BounceJudgement judgement = judgeBounce(status, reply);
    return {recipient, judgement.type, status, judgement.reason, reply.left(1000)};
}

} // namespace inlet::triage
