// Measures how many acknowledged appends a second a store takes: a closed loop in which so many publications
// are always under way, over many channels.
//   chinwag-store-bench URL [--seconds N] [--channels N] [--outstanding N] [--text 0|1]
#include "store/SqlStore.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDateTime>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include <sys/resource.h>

using chinwag::hub::StoredPublication;
using chinwag::hub::StoreError;
using chinwag::store::SqlStore;
using chinwag::store::StoreLocation;
using Clock = std::chrono::steady_clock;

namespace {

struct Load {
    int channels = 1000;
    int outstanding = 1000;
    bool text = true;
};

// The store's own thread publishes the next one when one is acknowledged, so that the measuring costs little.
class Publisher {
public:
    Publisher(SqlStore& store, Load load)
        : store_(store), load_(load), offsets_(static_cast<std::size_t>(load.channels)) {}

    void begin() {
        for (int i = 0; i < load_.outstanding; ++i)
            publish();
    }
    void end() {
        stop_ = true;
        while (underWay_ > 0)
            std::this_thread::yield();
    }
    std::uint64_t acknowledged() const { return acknowledged_; }
    std::uint64_t failed() const { return failed_; }

private:
    void publish() {
        // Held while appending: offsets of a channel arrive in order, as they do from a hub.
        const std::lock_guard lock(mutex_);
        ++underWay_;
        const std::uint64_t n = ++count_;
        const std::size_t channel = n % offsets_.size();
        auto one = std::make_shared<StoredPublication>();
        one->channel = "chat:room-" + std::to_string(channel);
        one->epoch = "bench";
        one->offset = ++offsets_[channel];
        one->time = QDateTime::currentMSecsSinceEpoch();
        one->id = "01J" + std::to_string(1'000'000'000 + n);
        one->user = "user-" + std::to_string(n % 500);
        const std::string words = "Has anybody seen report number " + std::to_string(n) + " lately, please?";
        one->data =
            R"({"id":")" + one->id + R"(","nick":"Alice","text":")" + words + R"(","type":"message"})";
        if (load_.text)
            one->text = words;
        store_.append(std::move(one), [this](const std::optional<StoreError>& error) {
            ++(error ? failed_ : acknowledged_);
            if (!stop_)
                publish();
            --underWay_;
        });
    }

    SqlStore& store_;
    const Load load_;
    std::mutex mutex_; // guards the next two
    std::vector<std::uint64_t> offsets_;
    std::uint64_t count_ = 0;
    std::atomic<bool> stop_{false};
    std::atomic<int> underWay_{0};
    std::atomic<std::uint64_t> acknowledged_{0};
    std::atomic<std::uint64_t> failed_{0};
};

double cpuSeconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

int measure(SqlStore& store, Load load, int seconds) {
    Publisher publisher(store, load);
    const auto begin = Clock::now();
    const double cpu = cpuSeconds();
    const auto before = store.facts();
    publisher.begin();
    std::this_thread::sleep_for(std::chrono::seconds(seconds));
    const std::uint64_t count = publisher.acknowledged();
    const std::chrono::duration<double> took = Clock::now() - begin;
    const double used = cpuSeconds() - cpu;
    const auto after = store.facts();
    publisher.end();
    const auto appends = static_cast<double>(count);
    const auto commits = static_cast<double>(after.commits - before.commits);
    std::printf("%d channels, %d under way, %s: %.0f acknowledged/s, %.0f commits/s, %.0f a commit, "
                "%.1f us of CPU each, %llu failed\n",
                load.channels, load.outstanding, load.text ? "searchable" : "not searchable",
                appends / took.count(), commits / took.count(), appends / commits, used / appends * 1e6,
                static_cast<unsigned long long>(publisher.failed()));
    return publisher.failed() == 0 ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(QStringLiteral("url"), QStringLiteral("An empty store."));
    const QCommandLineOption seconds(QStringLiteral("seconds"), {}, QStringLiteral("N"), QStringLiteral("5"));
    const QCommandLineOption channels(QStringLiteral("channels"), {}, QStringLiteral("N"),
                                      QStringLiteral("1000"));
    const QCommandLineOption outstanding(QStringLiteral("outstanding"), {}, QStringLiteral("N"),
                                         QStringLiteral("1000"));
    const QCommandLineOption text(QStringLiteral("text"), {}, QStringLiteral("0|1"), QStringLiteral("1"));
    parser.addOptions({seconds, channels, outstanding, text});
    parser.process(app);
    const QStringList urls = parser.positionalArguments();
    if (urls.size() != 1)
        parser.showHelp(2);
    const auto location = StoreLocation::parse(urls.first());
    if (const auto* const wrong = std::get_if<QString>(&location)) {
        qCritical("%s", qPrintable(*wrong));
        return 2;
    }
    const auto opened = SqlStore::open(std::get<StoreLocation>(location));
    if (const auto* const error = std::get_if<StoreError>(&opened)) {
        qCritical("%s", error->text.c_str());
        return 1;
    }
    const Load load{parser.value(channels).toInt(), parser.value(outstanding).toInt(),
                    parser.value(text) != u"0"};
    return measure(*std::get<std::unique_ptr<SqlStore>>(opened), load, parser.value(seconds).toInt());
}
