// What staff sees and does.
#include "screenshots/Scenes.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

namespace chinwag::test {

namespace {

void logInAsStaff(Ui& ui, LinkScript& script) {
    script.setStaff(true);
    logIn(ui, "{\"sub\":\"robin\"}");
}

// Somebody, as staff sees them.
bool profile(Ui& ui, LinkScript& script) {
    logInAsStaff(ui, script);
    if (!talk(ui, script))
        return false;
    script.link()->showPeople(QList<sdk::Person>{
        {QStringLiteral("Marguerite-Charlotte"), QStringLiteral("mc"), QStringLiteral("c1")},
        {QStringLiteral("Priya"), QStringLiteral("priya"), QStringLiteral("c2")},
        {QStringLiteral("Robin"), QStringLiteral("robin"), QStringLiteral("c3")},
        {QString(), QString(), QStringLiteral("c4")}});
    auto message = ScriptedLink::said(QStringLiteral("Priya"), QStringLiteral("The exits are fine now."),
                                      QStringLiteral("m1"));
    message.user = QStringLiteral("priya");
    script.link()->hear(message);
    if (!ui.click(QStringLiteral("peopleButton")) ||
        !QTest::qWaitFor([&] { return ui.find(QStringLiteral("peopleList")) != nullptr; }))
        return false;
    ui.find(QStringLiteral("peopleList"))->forceActiveFocus();
    ui.key(Qt::Key_Down);
    ui.key(Qt::Key_Return);
    if (script.link()->calls().isEmpty())
        return false;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    script.link()->calls().last().answer(
        {{QStringLiteral("since"), now - 3 * 60 * 60'000}, {QStringLiteral("active"), now - 12 * 60'000}},
        {});
    return true;
}

bool sanction(Ui& ui, LinkScript& script) {
    return profile(ui, script) &&
           QTest::qWaitFor([&] { return ui.find(QStringLiteral("muteButton")) != nullptr; }) &&
           ui.click(QStringLiteral("muteButton"));
}

// Who may not write or be here, as staff sees them.
bool sanctions(Ui& ui, LinkScript& script) {
    logInAsStaff(ui, script);
    if (!talk(ui, script) || !ui.click(QStringLiteral("menuButton")) ||
        !QTest::qWaitFor([&] { return ui.find(QStringLiteral("sanctionsItem")) != nullptr; }) ||
        !ui.click(QStringLiteral("sanctionsItem")) ||
        !QTest::qWaitFor([&] { return !script.link()->calls().isEmpty(); }))
        return false;
    const auto until = [](int hours) {
        return QDateTime::currentDateTime().addSecs(60 * 60 * hours).toMSecsSinceEpoch();
    };
    const auto held = [](const char* id, const char* kind, const char* user, const char* reason, qint64 end) {
        QJsonObject one{{QStringLiteral("id"), QLatin1String(id)},
                        {QStringLiteral("kind"), QLatin1String(kind)},
                        {QStringLiteral("user"), QLatin1String(user)},
                        {QStringLiteral("reason"), QLatin1String(reason)}};
        if (end > 0)
            one.insert(QStringLiteral("until"), end);
        return one;
    };
    script.link()->calls().last().answer(
        {{QStringLiteral("sanctions"),
          QJsonArray{
              held("1", "mute", "jonas", "Let the others finish", until(1)),
              held("2", "ban", "", "advertising", until(24 * 7)),
              held("3", "ban", "bargain-phones-official", "the same advertisement in every room", 0)}}},
        {});
    return true;
}

// A room that is closed for the night, as everybody sees it.
bool locked(Ui& ui, LinkScript& script) {
    if (!talk(ui, script))
        return false;
    script.link()->rule({true, 0});
    return true;
}

bool slowMode(Ui& ui, LinkScript& script) {
    logInAsStaff(ui, script);
    if (!talk(ui, script))
        return false;
    script.link()->rule({false, 30});
    return ui.click(QStringLiteral("menuButton")) &&
           QTest::qWaitFor([&] { return ui.find(QStringLiteral("slowModeItem")) != nullptr; }) &&
           ui.click(QStringLiteral("slowModeItem"));
}

} // namespace

std::vector<Scene> staffScenes() {
    return {{QStringLiteral("profile"), profile},
            {QStringLiteral("sanction"), sanction},
            {QStringLiteral("sanctions"), sanctions},
            {QStringLiteral("locked"), locked},
            {QStringLiteral("slow-mode"), slowMode}};
}

} // namespace chinwag::test
