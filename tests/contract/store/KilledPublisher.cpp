// Publishes without end and says on standard output what was acknowledged, until it is killed. When its
// standard input ends it stops cleanly.
//   store-killed-publisher PATH EPOCH
#include "StoreSupport.h"

#include <QCoreApplication>

#include <atomic>
#include <cstdio>
#include <map>
#include <thread>

#include <unistd.h>

using namespace chinwag::test;

namespace {

constexpr int channels = 7;
constexpr int mostUnderWay = 300;

struct Place {
    std::string epoch;
    std::uint64_t top = 0;
};

// As a hub does: streams go on after a clean stop, and begin anew after any other.
std::map<std::string, Place> placesOf(Store& store, const std::string& newEpoch) {
    std::map<std::string, Place> out;
    for (int i = 0; i < channels; ++i)
        out["chat:" + std::to_string(i)] = {newEpoch, 0};
    for (const auto& position : store.takePositions()) {
        if (store.stoppedCleanly())
            out[position.channel] = {position.epoch, position.top};
    }
    return out;
}

void say(const std::string& line) {
    // One write a line: it is either in the pipe or it is not.
    if (::write(STDOUT_FILENO, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
        std::_Exit(3);
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    if (argc != 3)
        return 2;
    const auto store = openStore(QString::fromLocal8Bit(argv[1]));
    if (store == nullptr)
        return 1;
    say(store->stoppedCleanly() ? "clean\n" : "unclean\n");
    auto places = placesOf(*store, argv[2]);

    std::atomic<bool> stop{false};
    std::thread watcher([&stop] {
        char byte = 0;
        while (::read(STDIN_FILENO, &byte, 1) > 0) {
        }
        stop = true;
    });
    std::atomic<int> underWay{0};
    for (int i = 0; !stop; i = (i + 1) % channels) {
        while (underWay >= mostUnderWay && !stop)
            std::this_thread::yield();
        auto& [channel, place] = *std::next(places.begin(), i);
        const auto one = publication(channel, ++place.top, "hello", place.epoch);
        ++underWay;
        store->append(one, [one, &underWay](const std::optional<StoreError>& error) {
            --underWay;
            if (!error)
                say(one->channel + ' ' + one->epoch + ' ' + std::to_string(one->offset) + '\n');
        });
    }
    watcher.join();
    return 0;
}
