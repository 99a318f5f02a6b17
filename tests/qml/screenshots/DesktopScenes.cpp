// The states that have to do with the desktop around the client, and with writing.
#include "models/Shell.h"
#include "screenshots/Scenes.h"
#include "sdk/OfflineStore.h"

#include <QTest>

namespace chinwag::test {

namespace {

constexpr QLatin1String robin("Robin");

// What an earlier run has left.
class KeptBefore : public sdk::OfflineStore {
public:
    using OfflineStore::OfflineStore;

    sdk::Kept open(const QUrl& /*server*/, const QString& /*person*/) override {
        const QString room = QStringLiteral("chat:hall-4");
        const QDateTime begin = QDateTime::currentDateTime().addSecs(-40 * 60);
        sdk::Kept kept;
        kept.device = QStringLiteral("here");
        sdk::KeptRoom hall{room, {}, {}};
        int minute = 0;
        for (const auto& [nick, text] :
             {std::pair(QStringLiteral("Priya"), QStringLiteral("Morning! The delivery for hall 4 is in.")),
              std::pair(QStringLiteral("Priya"), QStringLiteral("Twelve crates, none of them labelled.")),
              std::pair(QStringLiteral("Theo"),
                        QStringLiteral("I can be there in *ten minutes* and sort them.")),
              std::pair(QString(robin), QStringLiteral("I am on the train until nine."))}) {
            sdk::Publication message = ScriptedLink::said(nick, text, QStringLiteral("m%1").arg(minute));
            message.at = begin.addSecs(60 * ++minute);
            message.own = nick == robin;
            hall.messages.append(message);
        }
        kept.rooms.append(hall);
        sdk::KeptOutgoing waiting;
        waiting.item = {0,
                        room,
                        QStringLiteral("Could somebody print the labels meanwhile?"),
                        QStringLiteral("here-1"),
                        {}};
        waiting.writtenAt = begin.addSecs(10 * 60);
        kept.outbox.append(waiting);
        return kept;
    }
    void close() override {}
    void setDevice(const QString& /*device*/) override {}
    void keep(const QString&, const QList<sdk::Publication>&, const sdk::Resume&) override {}
    void forgetRoom(const QString& /*room*/) override {}
    void put(const sdk::KeptOutgoing& /*message*/) override {}
    void drop(const QString& /*clientId*/) override {}
    void clearAll() override {}
};

bool begin(Ui& ui, LinkScript& script) {
    ui.enter(QStringLiteral("chat.example.org"), robin, QStringLiteral("hall-4"));
    script.link()->accept();
    script.link()->showPeople({QStringLiteral("Marguerite-Charlotte"), QStringLiteral("Priya"), robin,
                               QStringLiteral("Theo"), QStringLiteral("صوفيا")});
    script.link()->hear(QStringLiteral("Priya"),
                        QStringLiteral("Exit C is behind the coffee bar, is that meant to be?"));
    script.link()->hear(QStringLiteral("Theo"), QStringLiteral("Then the bar moves, today."));
    return QTest::qWaitFor([&ui] { return ui.find(QStringLiteral("messageInput")) != nullptr; });
}

models::Shell& shellOf(const Ui& ui) {
    return *qvariant_cast<models::Shell*>(ui.window().property("shell"));
}

bool emojiPicker(Ui& ui, LinkScript& script) {
    for (const auto& emoji : {QStringLiteral("☕"), QStringLiteral("🎉"), QStringLiteral("👍")})
        ui.chat().preferences()->noteEmoji(emoji);
    if (!begin(ui, script) || !ui.click(QStringLiteral("emojiButton")))
        return false;
    ui.key(Qt::Key_PageDown);
    return true;
}

bool emojiSearch(Ui& ui, LinkScript& script) {
    if (!begin(ui, script) || !ui.click(QStringLiteral("emojiButton")))
        return false;
    ui.type(QStringLiteral("heart"));
    ui.key(Qt::Key_Right);
    return true;
}

bool completion(Ui& ui, LinkScript& script, const QString& typed) {
    if (!begin(ui, script))
        return false;
    ui.type(typed);
    return QTest::qWaitFor([&ui] { return ui.find(QStringLiteral("completionList")) != nullptr; });
}

bool settings(Ui& ui, LinkScript& script) {
    shellOf(ui).setTrayAvailable(true);
    shellOf(ui).setOfflineAvailable(true);
    ui.key(Qt::Key_Comma, Qt::ControlModifier);
    return begin(ui, script);
}

bool large(Ui& ui, LinkScript& script) {
    ui.chat().preferences()->setTextPercent(150);
    return begin(ui, script);
}

bool offlineStart(Ui& ui, LinkScript& script) {
    ui.chat().setOfflineStore(std::make_unique<KeptBefore>(&ui.chat()).release()); // which is its parent
    ui.enter(QStringLiteral("chat.example.org"), robin, QStringLiteral("hall-4"));
    script.link()->refuse(lost());
    return ui.chat().isInChat();
}

bool damagedFile(Ui& ui, LinkScript& script) {
    shellOf(ui).setOfflineFault(QStringLiteral(
        "What was kept of earlier conversations was damaged. It was set aside as "
        "~/.local/share/chinwag/chinwag/offline/5d41402abc4b2a76.sqlite.damaged, and a new file was begun."));
    return begin(ui, script);
}

// A second start of the program names somewhere else, or somebody else.
bool startAgain(Ui& ui, LinkScript& script, const char* address, const char* nick) {
    if (!begin(ui, script))
        return false;
    Q_EMIT shellOf(ui).startedAgain(QLatin1String(address), {}, QLatin1String(nick));
    return QTest::qWaitFor([&ui] { return ui.find(QStringLiteral("dialogGo")) != nullptr; });
}

} // namespace

std::vector<Scene> desktopScenes() {
    return {
        {QStringLiteral("emoji-picker"), emojiPicker},
        {QStringLiteral("emoji-search"), emojiSearch},
        {QStringLiteral("completion-people"),
         [](Ui& ui, LinkScript& script) { return completion(ui, script, QStringLiteral("Thanks, @")); }},
        {QStringLiteral("completion-emoji"),
         [](Ui& ui, LinkScript& script) { return completion(ui, script, QStringLiteral("Done :part")); }},
        {QStringLiteral("settings"), settings},
        {QStringLiteral("shortcuts"),
         [](Ui& ui, LinkScript& script) {
             ui.key(Qt::Key_F1);
             return begin(ui, script);
         }},
        {QStringLiteral("go-elsewhere"),
         [](Ui& ui, LinkScript& script) {
             return startAgain(ui, script, "chinwag://talk.example.net/lobby", "");
         }},
        {QStringLiteral("go-as-another"),
         [](Ui& ui, LinkScript& script) { return startAgain(ui, script, "", "Robin of the night shift"); }},
        {QStringLiteral("large"), large},
        {QStringLiteral("offline-start"), offlineStart},
        {QStringLiteral("offline-damaged"), damagedFile}};
}

} // namespace chinwag::test
