#include "models/Typists.h"

#include <chrono>
#include <utility>

namespace chinwag::models {

namespace {

// They say so again every few seconds while they write.
constexpr std::chrono::seconds shownFor{6};

} // namespace

Typists::Typists(QObject* parent) : QObject(parent) {
    ends_.setSingleShot(true);
    connect(&ends_, &QTimer::timeout, this, &Typists::show);
}

void Typists::add(const QString& nick) {
    typists_.insert(nick, QDeadlineTimer(shownFor));
    show();
}

void Typists::remove(const QString& nick) {
    if (typists_.remove(nick) > 0)
        show();
}

void Typists::clear() {
    typists_.clear();
    show();
}

void Typists::show() {
    typists_.removeIf(
        [](std::pair<const QString&, QDeadlineTimer&> typist) { return typist.second.hasExpired(); });
    QString sentence;
    const QStringList nicks = typists_.keys();
    if (nicks.size() == 1)
        sentence = tr("%1 is writing…").arg(nicks.first());
    else if (nicks.size() == 2)
        sentence = tr("%1 and %2 are writing…").arg(nicks.first(), nicks.last());
    else if (nicks.size() > 2)
        sentence = tr("Several people are writing…");
    if (!nicks.isEmpty())
        ends_.start(std::chrono::seconds(1));
    if (std::exchange(sentence_, sentence) != sentence)
        Q_EMIT changed();
}

} // namespace chinwag::models
