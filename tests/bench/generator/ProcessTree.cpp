#include "bench/generator/ProcessTree.h"

#include <charconv>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <system_error>
#include <unistd.h>

namespace chinwag::bench {

namespace {

struct ProcessStat {
    pid_t parent = 0;
    unsigned long long ticks = 0;
};

std::optional<ProcessStat> readStat(pid_t pid) {
    std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    // The name, the second field, may hold blanks and parentheses; what follows it does not.
    const std::size_t name = text.rfind(')');
    if (name == std::string::npos)
        return {};
    std::istringstream fields(text.substr(name + 1));
    std::string skipped;
    ProcessStat stat;
    fields >> skipped >> stat.parent;
    for (int field = 5; field < 14; ++field)
        fields >> skipped;
    unsigned long long user = 0;
    unsigned long long system = 0;
    fields >> user >> system;
    if (!fields)
        return {};
    stat.ticks = user + system;
    return stat;
}

std::multimap<pid_t, pid_t> childrenByParent() {
    std::multimap<pid_t, pid_t> children;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator("/proc", error)) {
        const std::string name = entry.path().filename();
        pid_t pid = 0;
        const auto [end, fault] = std::from_chars(name.data(), name.data() + name.size(), pid);
        if (fault != std::errc() || end != name.data() + name.size())
            continue;
        if (const auto stat = readStat(pid))
            children.emplace(stat->parent, pid);
    }
    return children;
}

double toSeconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

Failure gone(pid_t pid) {
    return Failure{"process " + std::to_string(pid) + " (--pid) is not there"};
}

} // namespace

std::vector<pid_t> ProcessTree::members() const {
    const auto children = childrenByParent();
    std::vector<pid_t> found{root_};
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto [first, last] = children.equal_range(found[i]);
        for (auto child = first; child != last; ++child)
            found.push_back(child->second);
    }
    return found;
}

Result<double> ProcessTree::cpuSeconds() const {
    if (!readStat(root_))
        return gone(root_);
    unsigned long long ticks = 0;
    for (const pid_t pid : members())
        if (const auto stat = readStat(pid))
            ticks += stat->ticks;
    return static_cast<double>(ticks) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

Result<ProcessTree::Memory> ProcessTree::memory() const {
    Memory total;
    for (const pid_t pid : members()) {
        std::ifstream file("/proc/" + std::to_string(pid) + "/smaps_rollup");
        if (!file && pid == root_)
            return Failure{"cannot read smaps_rollup of process " + std::to_string(pid) + " (--pid)"};
        for (std::string line; std::getline(file, line);) {
            std::istringstream fields(line);
            std::string key;
            double kib = 0;
            if (!(fields >> key >> kib))
                continue;
            if (key == "Pss:")
                total.pssKib += kib;
            else if (key == "Private_Clean:" || key == "Private_Dirty:")
                total.privateKib += kib;
        }
    }
    return total;
}

double ownCpuSeconds() {
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return toSeconds(usage.ru_utime) + toSeconds(usage.ru_stime);
}

} // namespace chinwag::bench
