// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mime/PhraseTable.h"

namespace inlet::triage
{

// The tables of resources/phrases that more than one file asks; read on first use. Thread: any.
const mime::PhraseTable &bouncePhrases();
const mime::PhraseTable &autoReplyPhrases();

} // namespace inlet::triage
