// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/values/Lead.h"

#include <QByteArray>
#include <QStringList>

#include <optional>

namespace inlet::engine
{

/// What a column of a list of leads means.
enum class LeadTarget { Ignore, Email, FirstName, LastName, FullName, Company, Title, Phone, Web, City, TimeZone, Campaign, Custom };
[[nodiscard]] QString nameOf(LeadTarget target); ///< "ignore", "email", "first-name", ... "custom"
[[nodiscard]] std::optional<LeadTarget> leadTargetFromName(const QString &name);

struct LeadColumn {
    QString header;
    QStringList samples; ///< of the first lines, without empty ones
    LeadTarget target = LeadTarget::Custom; ///< guessed; to be changed by whoever asks

    bool operator==(const LeadColumn &) const = default;
};

/// A list as it was read, before it is known what its columns mean.
struct LeadSheet {
    QByteArray text; ///< UTF-8
    char separator = ',';
    bool hasHeader = true;
    QList<LeadColumn> columns;
    QString problem; ///< words for the user where it is no list; empty: it is one

    bool operator==(const LeadSheet &) const = default;
    /// Each meaning but Custom and Ignore once, and the address among them. Empty, or words for the user.
    [[nodiscard]] QString mappingProblem() const;
};

/// A line that is left out, or that the rep should know of.
struct LeadProblem {
    enum class Kind { Unusable, Duplicate, Suppressed };
    int line = 0; ///< from 1
    Kind kind = Kind::Unusable;
    QString text; ///< words for the user

    bool operator==(const LeadProblem &) const = default;
};

/// Takes "Mara Petersen" or "Petersen, Mara" apart. Pure.
void takeFullName(const QString &name, store::Lead &lead);

/// What a list would bring.
struct LeadList {
    QList<store::Lead> leads; ///< each address once
    QList<int> lines; ///< of each lead
    QList<LeadProblem> problems; ///< the first 1,000, by line
    qint64 unusable = 0;
    qint64 duplicates = 0; ///< left out, because an earlier line has the address
    qint64 known = 0; ///< of the leads, those that are in the database already
    qint64 suppressed = 0; ///< of the leads, those who must not be written to; they are imported all the same

    bool operator==(const LeadList &) const = default;
    [[nodiscard]] qint64 fresh() const { return leads.size() - known; }
};

struct LeadProgress {
    qint64 done = 0; ///< of the leads
    qint64 total = 0;
    bool stopped = false; ///< before the end, on demand; what is done stays
    store::LeadCounts counts;

    bool operator==(const LeadProgress &) const = default;
};

} // namespace inlet::engine
