// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace inlet::mime
{

bool isBlank(const QString &line);

/// "-- " and what people and programs make of it (RFC 3676 section 4.3).
bool isDelimiter(const QString &line);

/// Only dashes, three to ten: a delimiter where a signature stands below, else a line of the text.
bool isDashes(const QString &line);

/// "Sent from my telephone", in many languages.
bool isSentFrom(const QString &line);

/// Telephone, address of mail or page.
bool hasContactData(const QString &line);

/// Telephone, address and page may stand in one line between bars: how many.
qsizetype contactDataIn(const QString &line);

/// "Kind regards,", in many languages.
bool isValediction(const QString &line);

/// "Greg", "Cara Freeland", "-Abhishek Kona", "Christian and Steve": words that start with capitals.
bool isName(const QString &line);

/// "Kim Ode | Client Ltd | Head of Buying".
bool isNameInBar(const QString &line);

/// The line people draw around a signature in the East and elsewhere.
bool isDrawnRule(const QString &line);

/// "- SSO"; "-Jo" is a name.
bool isListItem(const QString &line);

/// The full stop of "Kontor Inc." and "Muster S.L." ends none.
bool endsSentence(const QString &line);

/// What lawyers, mailing lists and registers write and people who answer do not.
bool hasLegalWord(const QString &folded);

} // namespace inlet::mime
