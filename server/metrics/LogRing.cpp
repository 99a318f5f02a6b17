#include "metrics/LogRing.h"

#include <algorithm>
#include <array>
#include <utility>

namespace chinwag::metrics {

namespace {

constexpr std::array<std::string_view, 4> severityNames{"debug", "info", "warning", "error"};
constexpr std::string_view ellipsis = "\xe2\x80\xa6";

std::size_t cost(const LogEntry& entry) {
    return sizeof(LogEntry) + entry.category.capacity() + entry.message.capacity();
}

bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

void cut(std::string& message) {
    if (message.size() <= LogRing::maxMessage)
        return;
    auto end = LogRing::maxMessage - ellipsis.size();
    while (end > 0 && isContinuation(message[end]))
        --end;
    message.resize(end);
    message += ellipsis;
    message.shrink_to_fit();
}

char lowered(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool contains(std::string_view text, std::string_view wanted) {
    return std::search(text.begin(), text.end(), wanted.begin(), wanted.end(),
                       [](char a, char b) { return lowered(a) == lowered(b); }) != text.end();
}

bool matches(const LogEntry& entry, const LogQuery& query) {
    return entry.severity >= query.least && (query.text.empty() || contains(entry.message, query.text) ||
                                             contains(entry.category, query.text));
}

} // namespace

std::string_view name(LogSeverity severity) {
    return severityNames[static_cast<std::size_t>(severity)];
}

void LogRing::add(LogEntry entry) {
    cut(entry.message);
    const std::lock_guard lock(mutex_);
    entry.seq = ++lastSeq_;
    bytes_ += cost(entry);
    entries_.push_back(std::move(entry));
    // The newest stays: it is far smaller than the whole may be, unless its category is absurd.
    while (entries_.size() > 1 && (entries_.size() > maxEntries || bytes_ > maxBytes)) {
        bytes_ -= cost(entries_.front());
        entries_.pop_front();
    }
}

LogPage LogRing::find(const LogQuery& query) const {
    LogPage page;
    const std::lock_guard lock(mutex_);
    for (auto entry = entries_.rbegin(); entry != entries_.rend() && entry->seq > query.after; ++entry) {
        if ((query.before != 0 && entry->seq >= query.before) || !matches(*entry, query))
            continue;
        // There is one more than the page holds: so there is another page.
        if (page.entries.size() == query.limit) {
            page.next = page.entries.empty() ? 0 : page.entries.back().seq;
            break;
        }
        page.entries.push_back(*entry);
    }
    return page;
}

} // namespace chinwag::metrics
