#include "bench/generator/Options.h"

#include "bench/generator/Message.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <iomanip>
#include <set>
#include <sstream>
#include <system_error>

namespace chinwag::bench {

namespace {

constexpr unsigned inBroadcast = 1U << static_cast<unsigned>(Mode::Broadcast);
constexpr unsigned inConnect = 1U << static_cast<unsigned>(Mode::Connect);
constexpr unsigned inIdle = 1U << static_cast<unsigned>(Mode::Idle);
constexpr unsigned inHttp = 1U << static_cast<unsigned>(Mode::Http);
constexpr unsigned inPublish = 1U << static_cast<unsigned>(Mode::Publish);
constexpr unsigned inStorm = 1U << static_cast<unsigned>(Mode::Storm);
constexpr unsigned inChats = inBroadcast | inConnect | inIdle;
constexpr unsigned inSwarms = inChats | inPublish | inStorm;
constexpr unsigned inAll = inSwarms | inHttp;

struct ModeName {
    Mode mode;
    std::string_view name;
    std::string_view help;
};

constexpr std::array<ModeName, 6> modeNames = {{
    {Mode::Broadcast, "broadcast", "clients in one room; a few of them talk, everybody listens"},
    {Mode::Connect, "connect", "opens connections as fast as it can"},
    {Mode::Idle, "idle", "opens connections and leaves them alone: memory and processor time"},
    {Mode::Http, "http", "GET on connections that are kept alive, closed loop"},
    {Mode::Publish, "publish",
     "clients publish, each to a channel of its own, and wait for the acknowledgements"},
    {Mode::Storm, "storm",
     "subscribers lose their connections, and all come back at once for what they missed"},
}};

template <typename Number>
bool readNumber(std::string_view text, Number& number, Number least, Number most) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !(value >= least && value <= most))
        return false;
    number = value;
    return true;
}

bool readDialect(std::string_view text, Options& options) {
    const auto dialect = dialectFromName(text);
    options.dialect = dialect.value_or(options.dialect);
    return dialect.has_value() && *dialect != Dialect::Centrifuge;
}

bool readAwait(std::string_view text, Options& options) {
    options.await = text == "all" ? Await::All : Await::Own;
    return text == "all" || text == "own";
}

bool readPid(std::string_view text, Options& options) {
    return readNumber<pid_t>(text, options.pid.emplace(), 1, 1 << 22);
}

bool readPath(std::string_view text, Options& options) {
    options.path = text;
    return text.starts_with('/') && text.find_first_of(" \r\n") == std::string_view::npos;
}

struct Flag {
    std::string_view name;
    unsigned modes;
    std::string_view argument; ///< empty: the flag takes none
    std::string_view help;
    bool (*read)(std::string_view text, Options& options);
};

constexpr std::size_t many = 1'000'000;
constexpr double anHour = 3'600;

// clang-format off
const std::array<Flag, 17> flags = {{
    {"--clients", inAll, "N", "connections (1000)",
     [](std::string_view t, Options& o) { return readNumber<std::size_t>(t, o.clients, 1, many); }},
    {"--concurrency", inSwarms, "N", "connections being opened at a time (100)",
     [](std::string_view t, Options& o) { return readNumber<std::size_t>(t, o.concurrency, 1, many); }},
    {"--path", inAll, "PATH", "path and query (/ws/chat; http: /; publish and storm: /connection/websocket)", readPath},
    {"--dialect", inChats, "NAME", "plain or socketio (plain)", readDialect},
    {"--rooms", inBroadcast, "N", "rooms, of the same number of clients each; one talks in each (1)",
     [](std::string_view t, Options& o) { return readNumber<std::size_t>(t, o.rooms, 1, mostSenders); }},
    {"--senders", inBroadcast, "N", "how many of the clients talk (5)",
     [](std::string_view t, Options& o) { return readNumber<std::size_t>(t, o.senders, 1, mostSenders); }},
    {"--window", inBroadcast | inPublish, "N", "closed loop: messages under way per sender (1)",
     [](std::string_view t, Options& o) { return readNumber<std::size_t>(t, o.window, 1, many); }},
    {"--await", inBroadcast, "WHO", "closed loop: a message is done when its sender has it (own) or all have (all) (own)",
     readAwait},
    {"--rate", inBroadcast | inStorm, "N", "open loop instead: messages a second, of all senders together; storm: (20)",
     [](std::string_view t, Options& o) { return readNumber<double>(t, o.rate, 0.01, 1e7); }},
    {"--size", inBroadcast | inPublish | inStorm, "BYTES", "of a message (64)",
     [](std::string_view t, Options& o) { return readNumber<std::size_t>(t, o.size, smallestMessage, 65'000); }},
    {"--warmup", inBroadcast | inHttp | inPublish, "S", "seconds before the measurement (1)",
     [](std::string_view t, Options& o) { return readNumber<double>(t, o.warmup, 0, anHour); }},
    {"--seconds", inBroadcast | inIdle | inHttp | inPublish, "S", "seconds of measurement (5)",
     [](std::string_view t, Options& o) { return readNumber<double>(t, o.seconds, 0.01, anHour); }},
    {"--timeout", inSwarms, "S", "seconds for opening all, for settling, and for the last deliveries (60)",
     [](std::string_view t, Options& o) { return readNumber<double>(t, o.timeout, 0.01, anHour); }},
    {"--pid", inAll, "PID", "the server's process; it and its descendants are measured", readPid},
    {"--verify", inBroadcast, "", "every client must get every message, unchanged, in the same order",
     [](std::string_view, Options& o) { return o.verify = true; }},
    {"--json", inAll, "", "one line of JSON instead of a table",
     [](std::string_view, Options& o) { return o.json = true; }},
    {"--help", inAll, "", "this text",
     [](std::string_view, Options& o) { return o.help = true; }},
}};
// clang-format on

Check takeFlag(const std::vector<std::string_view>& words, std::size_t& at, Options& options,
               std::set<std::string_view>& given) {
    const std::string name(words[at]);
    const auto* flag =
        std::find_if(flags.begin(), flags.end(), [&](const Flag& f) { return f.name == name; });
    if (flag == flags.end())
        return Failure{"unknown option " + name};
    if ((flag->modes & (1U << static_cast<unsigned>(options.mode))) == 0)
        return Failure{name + " means nothing in this mode"};
    std::string_view argument;
    if (!flag->argument.empty()) {
        if (++at >= words.size())
            return Failure{name + " needs " + std::string(flag->argument)};
        argument = words[at];
    }
    if (!flag->read(argument, options))
        return Failure{name + " cannot be \"" + std::string(argument) + "\": " + std::string(flag->help)};
    given.insert(flag->name);
    return {};
}

Check checkTogether(Options& options, const std::set<std::string_view>& given) {
    if (given.contains("--rate") && (given.contains("--window") || given.contains("--await")))
        return Failure{"--rate is the open loop; --window and --await are the closed one's"};
    if (options.mode == Mode::Idle && !options.pid)
        return Failure{"idle measures the server's process and needs --pid"};
    if (options.clients % options.rooms != 0)
        return Failure{"--clients has to be a multiple of --rooms"};
    if (options.rooms > 1 && given.contains("--senders"))
        return Failure{"in each of several rooms one talks, so that --senders means nothing with --rooms"};
    options.senders = options.rooms > 1 ? options.rooms : std::min(options.senders, options.clients);
    if (options.mode == Mode::Publish || options.mode == Mode::Storm)
        options.dialect = Dialect::Centrifuge;
    if (options.mode == Mode::Storm && options.rate == 0)
        options.rate = 20;
    if (options.path.empty())
        options.path = options.mode == Mode::Http ? "/" : std::string(defaultPath(options.dialect));
    return {};
}

Check takeMode(std::string_view word, Options& options) {
    for (const ModeName& mode : modeNames) {
        if (mode.name == word) {
            options.mode = mode.mode;
            return {};
        }
    }
    return Failure{"unknown mode \"" + std::string(word) + "\"; see --help"};
}

} // namespace

Result<Options> parseOptions(const std::vector<std::string_view>& words) {
    Options options;
    if (words.size() == 1 && (words[0] == "--help" || words[0] == "-h")) {
        options.help = true;
        return options;
    }
    if (words.size() < 2)
        return Failure{"a mode and an address are needed; see --help"};
    if (auto failed = takeMode(words[0], options))
        return *failed;
    options.url = words[1];
    std::set<std::string_view> given;
    for (std::size_t at = 2; at < words.size(); ++at)
        if (auto failed = takeFlag(words, at, options, given))
            return *failed;
    if (auto failed = checkTogether(options, given))
        return *failed;
    return options;
}

std::string helpText() {
    std::ostringstream text;
    text << "Usage: chinwag-bench MODE http://HOST:PORT [options]\n\nModes\n" << std::left;
    for (const ModeName& mode : modeNames)
        text << "  " << std::setw(20) << mode.name << mode.help << '\n';
    text << "\nOptions, with their defaults in parentheses\n";
    for (const Flag& flag : flags) {
        const std::string left = std::string(flag.name) + ' ' + std::string(flag.argument);
        text << "  " << std::setw(20) << left << flag.help;
        if (flag.modes != inAll) {
            text << "; only";
            for (const ModeName& mode : modeNames)
                if ((flag.modes & (1U << static_cast<unsigned>(mode.mode))) != 0)
                    text << ' ' << mode.name;
        }
        text << '\n';
    }
    return text.str();
}

} // namespace chinwag::bench
