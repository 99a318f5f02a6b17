#include "views/ServerPage.h"

#include "models/Format.h"
#include "models/TableSpec.h"
#include "views/Icon.h"
#include "views/ModerationDesk.h"
#include "views/Panel.h"

#include <QDateTime>
#include <QGridLayout>
#include <QJsonArray>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace chinwag::admin {

namespace {

constexpr std::chrono::seconds renewal{5};

struct Fact {
    const char* field;
    QString title;
    QString (*text)(const QJsonValue&);
};

QString bytes(const QJsonValue& value) {
    return Format::bytes(value.toDouble());
}

QString duration(const QJsonValue& value) {
    return Format::duration(value.toDouble());
}

// "writable", "none", or why it cannot be written to.
QString storeText(const QJsonValue& value) {
    const QString word = value.toString();
    return word == QLatin1String("writable") ? ServerPage::tr("In order")
           : word == QLatin1String("none")   ? ServerPage::tr("Nothing is kept")
                                             : word;
}

QString lockdownName(int level) {
    switch (level) {
    case 0: return ServerPage::tr("Everybody may come in.");
    case 1: return ServerPage::tr("Nobody without a name may come in.");
    case 2: return ServerPage::tr("Nobody new may come in.");
    default: return ServerPage::tr("Staff only.");
    }
}

QString reloadedText(const QJsonArray& restartKeys) {
    QStringList keys;
    for (const auto& key : restartKeys)
        keys << key.toString();
    return keys.isEmpty() ? ServerPage::tr("The configuration was read again.")
                          : ServerPage::tr("The configuration was read again. What takes a restart: %1")
                                .arg(keys.join(QStringLiteral(", ")));
}

} // namespace

ServerPage::ServerPage(RestClient& client, ModerationDesk& desk, QWidget* parent)
    : QWidget(parent), client_(client), desk_(desk), trouble_(new QLabel) {
    auto* const content = new QWidget;
    auto* const layout = new QVBoxLayout(content);
    layout->setContentsMargins(20, 14, 20, 16);
    layout->setSpacing(12);
    auto* const heading = new QLabel(tr("Server"));
    makeHeading(heading, 1.45);
    layout->addWidget(heading);
    trouble_->setWordWrap(true);
    trouble_->setTextFormat(Qt::PlainText);
    trouble_->hide();
    layout->addWidget(trouble_);
    layout->addWidget(buildFacts());
    lockdownPanel_ = makePanel(tr("Lockdown"), lockdownText_, tr("Change…"), lockdown_);
    layout->addWidget(lockdownPanel_);
    layout->addWidget(makePanel(tr("Reload"), reloadText_, tr("Reload"), reload_));
    layout->addWidget(makePanel(tr("Drain"), drainText_, tr("Drain…"), drain_));
    layout->addStretch(1);
    reloadText_->setText(
        tr("Reads certificates, keys of tokens and what else may change while it runs again, as "
           "SIGHUP does."));
    drainText_->setText(
        tr("Takes nobody in any more, sends everybody away in waves, and ends. Who looks after the "
           "server has to start it again."));
    connect(lockdown_, &QPushButton::clicked, this, [this] { desk_.lockDown(lockdownNow_); });
    connect(reload_, &QPushButton::clicked, this, &ServerPage::reload);
    connect(drain_, &QPushButton::clicked, this, &ServerPage::drain);

    auto* const scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(content);
    scroll->setAccessibleName(tr("Server"));
    auto* const outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    refresh_.setInterval(renewal);
    connect(&refresh_, &QTimer::timeout, this, &ServerPage::refresh);
    clear();
}

QWidget* ServerPage::buildFacts() {
    auto* const panel = new Panel(Panel::Look::Surface);
    facts_ = new QGridLayout(panel);
    facts_->setContentsMargins(16, 12, 16, 12);
    facts_->setHorizontalSpacing(24);
    facts_->setVerticalSpacing(6);
    facts_->setColumnStretch(1, 1);
    facts_->setColumnStretch(3, 1);
    return panel;
}

Panel* ServerPage::makePanel(const QString& title, QLabel*& text, const QString& action,
                             QPushButton*& button) {
    auto* const panel = new Panel(Panel::Look::Surface);
    auto* const heading = new QLabel(title);
    makeHeading(heading, 1.1);
    text = new QLabel;
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    button = new QPushButton(action);
    button->setAccessibleName(title + QStringLiteral(": ") + action);
    auto* const row = new QHBoxLayout(panel);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(16);
    auto* const texts = new QVBoxLayout;
    texts->setSpacing(4);
    texts->addWidget(heading);
    texts->addWidget(text);
    row->addLayout(texts, 1);
    row->addWidget(button, 0, Qt::AlignVCenter);
    return panel;
}

void ServerPage::setActive(bool active) {
    if (active == active_)
        return;
    active_ = active;
    if (!active_)
        return refresh_.stop();
    refresh_.start();
    refresh();
}

void ServerPage::setPermissions(const QStringList& permissions) {
    const bool mayConfigure = permissions.contains(QStringLiteral("configure"));
    for (QPushButton* const button : {lockdown_, reload_, drain_})
        button->setVisible(mayConfigure);
}

void ServerPage::refresh() {
    if (!active_)
        return;
    pendingNode_ = client_.get(QStringLiteral("/nodes"), {}, this, [this](const ApiResult& result) {
        trouble_->setVisible(result.error.has_value());
        if (result.error)
            trouble_->setText(result.error->message());
        else
            showNode(result.body.value(QLatin1String("nodes")).toArray().first().toObject());
    });
    pendingLockdown_ = client_.get(QStringLiteral("/lockdown"), {}, this, [this](const ApiResult& result) {
        if (!result.error)
            showLockdown(result.body);
    });
}

void ServerPage::clear() {
    nodeName_.clear();
    showNode({});
    showLockdown({});
}

void ServerPage::showNode(const QJsonObject& node) {
    static const Fact facts[] = {{"name", tr("Name"), fieldText},
                                 {"version", tr("Version"), fieldText},
                                 {"uptime_seconds", tr("Up for"), duration},
                                 {"workers", tr("Workers"), fieldText},
                                 {"connections", tr("Connections"), fieldText},
                                 {"resident_bytes", tr("Memory"), bytes},
                                 {"open_descriptors", tr("Descriptors in use"), fieldText},
                                 {"store", tr("Store"), storeText},
                                 {"ready", tr("Takes people in"), fieldText}};
    nodeName_ = node.value(QLatin1String("name")).toString();
    int place = 0;
    for (const Fact& fact : facts) {
        const int row = place / 2;
        const int column = place % 2 * 2;
        if (facts_->itemAtPosition(row, column) == nullptr) {
            auto* const title = new QLabel(fact.title);
            makeMuted(title);
            facts_->addWidget(title, row, column);
            auto* const made = new QLabel;
            made->setTextFormat(Qt::PlainText);
            made->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
            made->setAccessibleName(fact.title);
            facts_->addWidget(made, row, column + 1);
        }
        auto* const value = qobject_cast<QLabel*>(facts_->itemAtPosition(row, column + 1)->widget());
        const QJsonValue is = node.value(QLatin1String(fact.field));
        value->setText(is.isUndefined() ? QStringLiteral("–") : fact.text(is));
        ++place;
    }
    drain_->setEnabled(!nodeName_.isEmpty());
    reload_->setEnabled(!nodeName_.isEmpty());
}

void ServerPage::showLockdown(const QJsonObject& lockdown) {
    lockdownNow_ = lockdown;
    lockdown_->setEnabled(!lockdown.isEmpty());
    const int level = lockdown.value(QLatin1String("level")).toInt();
    QString text = lockdown.isEmpty() ? QStringLiteral("–") : lockdownName(level);
    const QDateTime until =
        QDateTime::fromString(lockdown.value(QLatin1String("until")).toString(), Qt::ISODateWithMs);
    if (level != 0)
        text +=
            u' ' + (until.isValid() ? tr("Until %1.").arg(Format::moment(until)) : tr("Until it is ended."));
    const QString reason = lockdown.value(QLatin1String("reason")).toString();
    if (level != 0 && !reason.isEmpty())
        text += u'\n' + tr("Who is turned away is told: %1").arg(reason);
    lockdownText_->setText(text);
    lockdownPanel_->setLook(level == 0 ? Panel::Look::Surface : Panel::Look::Warning);
}

void ServerPage::reload() {
    reload_->setEnabled(false);
    client_.post(QStringLiteral("/server/reload"), {}, this, [this](const ApiResult& result) {
        reload_->setEnabled(true);
        if (result.error)
            Q_EMIT failed(tr("It was not reloaded: %1").arg(result.error->message()));
        else
            Q_EMIT told(reloadedText(result.body.value(QLatin1String("restart_keys")).toArray()));
    });
}

void ServerPage::drain() {
    ActionForm form;
    form.title = tr("Drain");
    form.heading = tr("Drain and end %1?").arg(nodeName_);
    form.explanation =
        tr("Everybody is sent away and may come back when the server has been started again. Enter "
           "the name of the server, %1, to confirm.")
            .arg(nodeName_);
    form.verb = tr("&Drain");
    form.path = QStringLiteral("/server/drain");
    ActionField confirm;
    confirm.name = QStringLiteral("confirm");
    confirm.label = tr("&Name:");
    confirm.isRequired = true;
    form.fields = {confirm};
    auto* const dialog = new ActionDialog(client_, form, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ActionDialog::acted, this, [this] { Q_EMIT told(tr("The server is draining.")); });
    dialog->open();
}

} // namespace chinwag::admin
