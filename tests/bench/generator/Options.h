#pragma once

#include "bench/generator/Dialect.h"
#include "bench/generator/Outcome.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <vector>

namespace chinwag::bench {

enum class Mode { Broadcast, Connect, Idle, Http, Publish, Storm };

/// When a sender of the closed loop may send again.
enum class Await {
    Own, ///< when its message has come back to itself
    All, ///< when its message has come to every client
};

struct Options {
    Mode mode = Mode::Broadcast;
    std::string url;
    std::string path;
    Dialect dialect = Dialect::Plain;
    std::size_t clients = 1'000;
    std::size_t concurrency = 100;
    std::size_t senders = 5;
    std::size_t rooms = 1;
    std::size_t window = 1;
    Await await = Await::Own;
    double rate = 0; ///< messages a second; zero: closed loop
    std::size_t size = 64;
    double warmup = 1;
    double seconds = 5;
    double timeout = 60;
    std::optional<pid_t> pid;
    bool verify = false;
    bool json = false;
    bool help = false;
};

/// Reads the words behind the program's name.
Result<Options> parseOptions(const std::vector<std::string_view>& words);

/// What `--help` shows.
std::string helpText();

} // namespace chinwag::bench
