#include "bench/StartBench.h"

#include "bench/Figures.h"
#include "demo/DemoLink.h"
#include "support/Ui.h"
#include "support/Wait.h"

#include <QTest>

namespace chinwag::bench {

namespace {

constexpr int restMs = 1'000; // what is done once, after the first frame

QString ms(double value) {
    return QStringLiteral("%1 ms").arg(value, 0, 'f', 0);
}

} // namespace

bool measureStart() {
    report(QStringLiteral("start of main()"), ms(msSinceStart()));
    test::Ui ui([] { return std::make_unique<demo::DemoLink>(); });
    if (!ui.show({960, 720}))
        return false;
    // What show() waits for comes after the first frame.
    report(QStringLiteral("first frame, the form"), ms(msSinceStart()));
    ui.enter(QStringLiteral("chat.example.org"), QStringLiteral("Robin"), QStringLiteral("hall-4"));
    const bool inChat = test::eventually(
        [&ui] { return ui.chat().isInChat() && ui.find(QStringLiteral("messageInput")) != nullptr; });
    if (!inChat || !ui.layOut())
        return false;
    report(QStringLiteral("first picture of a chat"), ms(msSinceStart()));
    QTest::qWait(restMs);
    report(QStringLiteral("memory, resident"), QStringLiteral("%1 MiB").arg(residentMiB(), 0, 'f', 0));
    report(QStringLiteral("memory, its own"), QStringLiteral("%1 MiB").arg(privateMiB(), 0, 'f', 0));
    return true;
}

} // namespace chinwag::bench
