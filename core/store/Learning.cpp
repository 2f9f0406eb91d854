// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/Learning.h"

#include "store/Packing.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace inlet::store
{

namespace
{

constexpr qint64 kEnoughMails = 3; ///< of a category before its words count
constexpr qint64 kEnoughWords = 2; ///< mails a word must have been in
constexpr double kMostOfAWord = 1.5;
constexpr double kMostOfAll = 5.0;
constexpr double kWorthCounting = 0.5;
constexpr qsizetype kWordsThatCount = 8;
constexpr qsizetype kWordsTold = 3;

constexpr std::pair<triage::Intent, Category> kIntents[] = {
    {triage::Intent::None, Category::Unsorted},
    {triage::Intent::Interested, Category::Interested},
    {triage::Intent::MeetingRequest, Category::MeetingRequest},
    {triage::Intent::InformationRequest, Category::InformationRequest},
    {triage::Intent::NotNow, Category::NotNow},
    {triage::Intent::NotInterested, Category::NotInterested},
    {triage::Intent::WrongPerson, Category::WrongPerson},
    {triage::Intent::DoNotContact, Category::DoNotContact},
};

struct Weight {
    QString word;
    double points = 0;
};

/// Logarithm of odds of a word in a category against all other categories, smoothed by a half.
double logOdds(qint64 in, qint64 mailsIn, qint64 out, qint64 mailsOut)
{
    const double inside = (double(in) + 0.5) / (double(mailsIn) + 1.0);
    const double outside = (double(out) + 0.5) / (double(mailsOut) + 1.0);
    return std::clamp(std::log(inside / outside), -kMostOfAWord, kMostOfAWord);
}

triage::LearnedPoints summed(QList<Weight> weights)
{
    std::stable_sort(weights.begin(), weights.end(),
        [](const Weight &a, const Weight &b) { return std::abs(a.points) > std::abs(b.points); });
    triage::LearnedPoints learned;
    for (const Weight &weight : weights.mid(0, kWordsThatCount)) {
        learned.points += weight.points;
        if (weight.points > 0 && learned.words.size() < kWordsTold)
            learned.words.append(weight.word);
    }
    learned.points = std::clamp(learned.points, -kMostOfAll, kMostOfAll);
    return learned;
}

} // namespace

Category categoryOf(triage::Intent intent)
{
    for (const auto &[known, category] : kIntents) {
        if (known == intent)
            return category;
    }
    return Category::Unsorted;
}

triage::Intent intentOf(Category category)
{
    for (const auto &[intent, known] : kIntents) {
        if (known == category)
            return intent;
    }
    return triage::Intent::None;
}

void Learning::follow(ConversationId conversation)
{
    qint64 key = 0;
    QString newText;
    {
        Query q = m_context.db.query("SELECT m.message_key, x.packed FROM messages m JOIN contents x ON x.message = m.id "
                                     "WHERE m.conversation = ? AND m.list_class = 1 ORDER BY m.at DESC, m.id DESC LIMIT 1");
        q.bind(conversation);
        if (!q.next())
            return;
        key = q.number(0);
        newText = readableTexts(q.bytes(1)).newText;
    }
    Category category = Category::Unsorted;
    bool chosen = false;
    {
        Query q = m_context.db.query("SELECT category, category_source FROM conversations WHERE id = ?");
        q.bind(conversation);
        if (q.next()) {
            category = Category(q.integer(0));
            chosen = CategorySource(q.integer(1)) == CategorySource::Manual;
        }
    }
    forget(key);
    // "Unsorted" by hand teaches too: that such mail is none of the others.
    const bool teaches = category == Category::Unsorted || intentOf(category) != triage::Intent::None;
    if (chosen && teaches)
        teach(key, category, newText);
}

void Learning::forget(qint64 key)
{
    QStringList words;
    Category category = Category::Unsorted;
    {
        Query q = m_context.db.query("SELECT category, words FROM taught WHERE message_key = ?");
        q.bind(key);
        if (!q.next())
            return;
        category = Category(q.integer(0));
        words = q.text(1).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    }
    count(words, category, -1);
    m_context.db.change("DELETE FROM taught WHERE message_key = ?", key);
}

void Learning::teach(qint64 key, Category category, const QString &newText)
{
    const QStringList words = triage::learnableWords(newText);
    if (words.isEmpty())
        return;
    m_context.db.change("INSERT INTO taught (message_key, category, words) VALUES (?, ?, ?)", key, category,
        words.join(QLatin1Char('\n')));
    count(words, category, 1);
}

void Learning::count(const QStringList &words, Category category, int step)
{
    for (const QString &word : words) {
        m_context.db.change("INSERT INTO category_words (word, category, n) VALUES (?, ?, ?) "
                            "ON CONFLICT (word, category) DO UPDATE SET n = max(0, n + excluded.n)",
            word, category, step);
        if (step < 0)
            m_context.db.change("DELETE FROM category_words WHERE word = ? AND category = ? AND n <= 0", word, category);
    }
    m_context.db.change("INSERT INTO category_counts (category, n) VALUES (?, ?) "
                        "ON CONFLICT (category) DO UPDATE SET n = max(0, n + excluded.n)",
        category, step);
}

QHash<Category, qint64> Learning::totals()
{
    QHash<Category, qint64> out;
    Query q = m_context.db.query("SELECT category, n FROM category_counts WHERE n > 0");
    while (q.next())
        out.insert(Category(q.integer(0)), q.number(1));
    return out;
}

QHash<triage::Intent, triage::LearnedPoints> Learning::pointsFor(const QString &newText)
{
    const QHash<Category, qint64> mails = totals();
    qint64 all = 0;
    for (const qint64 n : mails)
        all += n;
    // With one category alone there is nothing to tell it from.
    if (mails.size() < 2)
        return {};
    QHash<Category, QList<Weight>> weights;
    const QStringList words = triage::learnableWords(newText);
    for (const QString &word : words) {
        QHash<Category, qint64> seen;
        qint64 total = 0;
        Query q = m_context.db.query("SELECT category, n FROM category_words WHERE word = ?");
        q.bind(word);
        while (q.next()) {
            seen.insert(Category(q.integer(0)), q.number(1));
            total += q.number(1);
        }
        if (total < kEnoughWords)
            continue;
        for (auto it = mails.cbegin(); it != mails.cend(); ++it) {
            const qint64 in = seen.value(it.key());
            const double points = logOdds(in, it.value(), total - in, all - it.value());
            if (it.value() >= kEnoughMails && std::abs(points) >= kWorthCounting)
                weights[it.key()].append({word, points});
        }
    }
    QHash<triage::Intent, triage::LearnedPoints> out;
    for (auto it = weights.cbegin(); it != weights.cend(); ++it) {
        if (intentOf(it.key()) != triage::Intent::None)
            out.insert(intentOf(it.key()), summed(it.value()));
    }
    return out;
}

} // namespace inlet::store
