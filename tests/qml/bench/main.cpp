// Measures the client without a server and without a graphics card, and reports: it judges nothing.
//   QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software chinwag-client-bench start | scroll [MESSAGES]
#include "bench/ScrollBench.h"
#include "bench/StartBench.h"
#include "models/EmojiFont.h"

#include <QGuiApplication>
#include <QQuickWindow>

#include <cstdio>

namespace {

constexpr int defaultMessages = 100'000;

} // namespace

int main(int argc, char* argv[]) {
    const QGuiApplication application(argc, argv);
    chinwag::models::preferColourEmoji();
    const QStringList arguments = QCoreApplication::arguments();
    const QString what = arguments.value(1);
    const int messages = arguments.size() > 2 ? arguments.at(2).toInt() : defaultMessages;
    if ((what != QLatin1String("start") && what != QLatin1String("scroll")) || messages <= 0) {
        static_cast<void>(std::fputs("usage: chinwag-client-bench start | scroll [MESSAGES]\n", stderr));
        return 2;
    }
    const bool good = what == QLatin1String("start") ? chinwag::bench::measureStart()
                                                     : chinwag::bench::measureScrolling(messages);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
