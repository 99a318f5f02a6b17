#include "ClientUiCase.h"

#include <QTest>

namespace chinwag::test {

using models::TimelineModel;

// The visible items below `item` that `wanted` picks.
void collect(QQuickItem* item, const std::function<bool(QQuickItem*)>& wanted, QList<QQuickItem*>& out) {
    if (!item->isVisible())
        return;
    if (wanted(item))
        out.append(item);
    for (QQuickItem* child : item->childItems())
        collect(child, wanted, out);
}

void ClientUiCase::init() {
    guard_ = std::make_unique<MessageGuard>();
    script_ = std::make_unique<LinkScript>();
    const sdk::Backoff::Span hour{std::chrono::hours(1), std::chrono::hours(1), std::chrono::hours(1)};
    ui_ = std::make_unique<Ui>(script_->maker(), sdk::Backoff(hour, [] { return 0.5; }));
}

void ClientUiCase::cleanup() {
    ui_.reset();
    const QStringList complaints = MessageGuard::take();
    QVERIFY2(complaints.isEmpty(), qPrintable(complaints.join(u'\n')));
    guard_.reset();
}

bool ClientUiCase::join(QSize size) {
    if (!ui_->show(size))
        return false;
    ui_->enter(QStringLiteral("localhost"), QStringLiteral("Robin"), QStringLiteral("hall-4"));
    script_->link()->accept();
    return eventually(
        [this] { return isFocused(QStringLiteral("messageInput")) && ui_->chat().isWatching(); });
}

// Says it and waits until the link has it.
bool ClientUiCase::say(const QString& text) {
    ui_->type(text);
    ui_->key(Qt::Key_Return);
    return eventually(
        [&] { return !script_->link()->said().isEmpty() && script_->link()->said().last().text == text; });
}

// True when the item of that name, or something in it, has the focus.
bool ClientUiCase::isFocused(const QString& name) const {
    for (const QQuickItem* item = ui_->window().activeFocusItem(); item; item = item->parentItem()) {
        if (item->objectName() == name)
            return true;
    }
    return false;
}

QString ClientUiCase::focusName() const {
    for (const QQuickItem* item = ui_->window().activeFocusItem(); item; item = item->parentItem()) {
        if (!item->objectName().isEmpty())
            return item->objectName();
    }
    return {};
}

QVariant ClientUiCase::newest(int role) const {
    const TimelineModel& timeline = *ui_->room().timeline();
    return timeline.data(timeline.index(0), role);
}

void ClientUiCase::hearMany(int count) {
    for (int i = 0; i < count; ++i)
        script_->link()->hear(QStringLiteral("Ada"), QStringLiteral("line %1").arg(i));
}

QString ClientUiCase::property(const char* item, const char* name) const {
    const QQuickItem* const found = ui_->find(QString::fromLatin1(item));
    return found ? found->property(name).toString() : QStringLiteral("no such item");
}

} // namespace chinwag::test
