// What the tests of stores share: publications to keep, and answers to wait for.
#pragma once

#include "hub/Store.h"
#include "store/SqlStore.h"
#include "support/Patience.h"

#include <QByteArray>
#include <QString>
#include <QTest>

#include <cstdint>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace chinwag::test {

using hub::Store;
using hub::StoredMessage;
using hub::StoreDone;
using hub::StoredPublication;
using hub::StoreError;
using hub::StoreNothing;
using hub::StoreResult;
using Kind = StoreError::Kind;
using State = StoredMessage::State;
using Messages = std::vector<StoredMessage>;

/// Calls, and waits for the answer. None within the test's patience ends the program: nothing could go on.
template <typename T>
StoreResult<T> answerOf(const std::function<void(StoreDone<T>)>& call) {
    auto promise = std::make_shared<std::promise<StoreResult<T>>>();
    auto future = promise->get_future();
    call([promise](StoreResult<T> result) { promise->set_value(std::move(result)); });
    if (future.wait_for(patience * 3) != std::future_status::ready)
        qFatal("the store does not answer");
    return future.get();
}

/// The value of an answer; an error fails the test and gives an empty value.
template <typename T>
T valueOf(const std::function<void(StoreDone<T>)>& call) {
    auto result = answerOf<T>(call);
    if (const auto* const error = std::get_if<StoreError>(&result)) {
        QTest::qFail(error->text.c_str(), __FILE__, __LINE__);
        return {};
    }
    return std::get<T>(std::move(result));
}

/// The kind of error that an answer is; absent when it is none.
template <typename T>
std::optional<Kind> errorOf(const std::function<void(StoreDone<T>)>& call) {
    const auto result = answerOf<T>(call);
    const auto* const error = std::get_if<StoreError>(&result);
    return error != nullptr ? std::optional(error->kind) : std::nullopt;
}

/// `text` is in its data and is what it is found by.
std::shared_ptr<StoredPublication> publication(const std::string& channel, std::uint64_t offset,
                                               const std::string& text = "hello",
                                               const std::string& epoch = "e1");

/// Appends and waits; the error, if there was one.
std::optional<StoreError> append(Store& store, std::shared_ptr<const StoredPublication> one);
/// Appends with offsets 1 to `count` and waits for all. How many were acknowledged.
int appendMany(Store& store, const std::string& channel, int count, const std::string& epoch = "e1");

Messages page(Store& store, const std::string& channel, std::uint64_t before = 0, std::size_t limit = 50);
hub::History history(Store& store, hub::HistoryQuery query);
Messages search(Store& store, const std::string& channel, const std::string& text, std::uint64_t before = 0,
                std::size_t limit = 50);

/// "1 2 3", so that a comparison that fails can be read.
QByteArray offsets(const Messages& messages);

/// Opens, or fails the test and answers nullptr.
std::unique_ptr<store::SqlStore> openStore(const QString& url, store::SqlLimits limits = {});
/// Why it cannot be opened; empty when it can.
std::string whyNotOpened(const QString& url);

} // namespace chinwag::test
