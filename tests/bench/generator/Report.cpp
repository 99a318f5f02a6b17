#include "bench/generator/Report.h"

#include <algorithm>
#include <cstddef>
#include <iomanip>
#include <sstream>
#include <utility>

namespace chinwag::bench {

namespace {

std::string jsonString(const std::string& text) {
    constexpr char firstPrintable = 0x20;
    std::string out = "\"";
    for (const char character : text) {
        if (character == '"' || character == '\\')
            out += '\\';
        out += static_cast<unsigned char>(character) < firstPrintable ? ' ' : character;
    }
    return out + '"';
}

std::string fixed(double value, int decimals) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(decimals) << value;
    return text.str();
}

// 1234567.8 becomes 1,234,567.8.
std::string grouped(const std::string& number) {
    constexpr std::size_t groupSize = 3;
    const std::size_t point = std::min(number.find('.'), number.size());
    const std::size_t first = number.starts_with('-') ? 1 : 0;
    std::string out;
    for (std::size_t at = 0; at < number.size(); ++at) {
        if (at > first && at < point && (point - at) % groupSize == 0)
            out += ',';
        out += number[at];
    }
    return out;
}

} // namespace

void Report::addText(std::string key, std::string label, std::string text) {
    std::string json = jsonString(text);
    rows_.push_back({std::move(key), std::move(label), std::move(text), std::move(json), {}});
}

void Report::addCount(std::string key, std::string label, std::uint64_t count) {
    std::string digits = std::to_string(count);
    rows_.push_back({std::move(key), std::move(label), grouped(digits), digits, {}});
}

void Report::addNumber(std::string key, std::string label, double value, int decimals, std::string unit) {
    std::string digits = fixed(value, decimals);
    rows_.push_back({std::move(key), std::move(label), grouped(digits), digits, std::move(unit)});
}

std::string Report::asTable() const {
    std::size_t labelWidth = 0;
    std::size_t shownWidth = 0;
    for (const Row& row : rows_) {
        labelWidth = std::max(labelWidth, row.label.size());
        shownWidth = std::max(shownWidth, row.shown.size());
    }
    std::ostringstream table;
    for (const Row& row : rows_) {
        table << std::left << std::setw(static_cast<int>(labelWidth)) << row.label << "  " << std::right
              << std::setw(static_cast<int>(shownWidth)) << row.shown;
        if (!row.unit.empty())
            table << ' ' << row.unit;
        table << '\n';
    }
    return table.str();
}

std::string Report::asJson() const {
    std::string json = "{";
    for (const Row& row : rows_) {
        if (json.size() > 1)
            json += ',';
        json += jsonString(row.key) + ':' + row.json;
    }
    return json + "}\n";
}

} // namespace chinwag::bench
