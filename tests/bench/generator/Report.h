#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace chinwag::bench {

/// What a run found, in the order it was added: for people a table, for scripts one line of JSON.
class Report {
public:
    void addText(std::string key, std::string label, std::string text);
    void addCount(std::string key, std::string label, std::uint64_t count);
    void addNumber(std::string key, std::string label, double value, int decimals, std::string unit);

    std::string asTable() const;
    std::string asJson() const;

private:
    struct Row {
        std::string key;
        std::string label;
        std::string shown;
        std::string json;
        std::string unit;
    };
    std::vector<Row> rows_;
};

} // namespace chinwag::bench
