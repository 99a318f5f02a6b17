#include "store/SqlReader.h"

#include <vector>

namespace chinwag::store {

namespace {

using hub::StoreError;

} // namespace

SqlReader::SqlReader(StoreLocation location, std::size_t mostWaiting)
    : location_(std::move(location)), queue_(mostWaiting), thread_([this] { loop(); }) {}

SqlReader::~SqlReader() {
    stopping_ = true;
    queue_.close();
    thread_.join();
}

void SqlReader::put(Question question) {
    switch (queue_.push(question, 1)) {
    case GroupQueue<Question>::Push::Taken: return;
    case GroupQueue<Question>::Push::Full:
        question(nullptr, {StoreError::Kind::Busy, "too many questions wait"});
        return;
    case GroupQueue<Question>::Push::Closed:
        question(nullptr, {StoreError::Kind::Unavailable, "the server is stopping"});
        return;
    }
}

void SqlReader::loop() {
    SqlConnection connection(location_);
    std::vector<Question> one;
    while (queue_.take(one, 1)) {
        answer(connection, one.front());
        one.clear();
    }
}

void SqlReader::answer(SqlConnection& connection, const Question& question) {
    if (stopping()) {
        question(nullptr, {StoreError::Kind::Unavailable, "the server is stopping"});
        return;
    }
    if (connection.isOpen()) {
        if (question(&connection, {}))
            return;
        if (connection.error().kind != StoreError::Kind::Unavailable) {
            question(nullptr, connection.error());
            return;
        }
    }
    // Closed or broken: once more with a new one.
    if (const auto error = connection.open()) {
        question(nullptr, *error);
        return;
    }
    if (!question(&connection, {}))
        question(nullptr, connection.error());
}

} // namespace chinwag::store
