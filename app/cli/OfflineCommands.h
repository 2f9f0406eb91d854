// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/Arguments.h"
#include "cli/Output.h"

namespace inlet::cli
{

// Commands over files; they need no profile and no network.

/// A row a file: kind, evidence, bounce and auto-reply facts.
Exit classifyFiles(const Arguments &arguments, const Output &output);
/// A row a file (.eml, .txt, .html): the author's new words.
Exit trimFiles(const Arguments &arguments, const Output &output);
/// A row a conversation of an mbox file (RFC 4155, "From " lines quoted or not).
Exit threadMailbox(const Arguments &arguments, const Output &output);

} // namespace inlet::cli
