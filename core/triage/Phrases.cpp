// SPDX-License-Identifier: GPL-3.0-or-later
#include "triage/Phrases_p.h"

namespace inlet::triage
{

const mime::PhraseTable &bouncePhrases()
{
    static const mime::PhraseTable table(QStringLiteral(":/inlet/phrases/bounce.json"));
    return table;
}

const mime::PhraseTable &autoReplyPhrases()
{
    static const mime::PhraseTable table(QStringLiteral(":/inlet/phrases/autoreply.json"));
    return table;
}

} // namespace inlet::triage
