#include "StoreSupport.h"

#include <atomic>

namespace chinwag::test {

std::shared_ptr<StoredPublication> publication(const std::string& channel, std::uint64_t offset,
                                               const std::string& text, const std::string& epoch) {
    auto one = std::make_shared<StoredPublication>();
    one->channel = channel;
    one->epoch = epoch;
    one->offset = offset;
    one->time = 1'700'000'000'000 + static_cast<hub::StoreTime>(offset);
    one->data = R"({"text":")" + text + R"("})";
    one->id = epoch + "-" + std::to_string(offset);
    one->user = "alice";
    one->text = text;
    return one;
}

std::optional<StoreError> append(Store& store, std::shared_ptr<const StoredPublication> one) {
    const auto result = answerOf<StoreNothing>([&](const StoreDone<StoreNothing>& done) {
        store.append(std::move(one), [done](std::optional<StoreError> error) {
            done(error ? StoreResult<StoreNothing>(*std::move(error)) : StoreNothing{});
        });
    });
    const auto* const error = std::get_if<StoreError>(&result);
    return error != nullptr ? std::optional(*error) : std::nullopt;
}

int appendMany(Store& store, const std::string& channel, int count, const std::string& epoch) {
    struct Tally {
        std::atomic<int> answered{0};
        std::atomic<int> kept{0};
    };
    const auto tally = std::make_shared<Tally>();
    for (int i = 1; i <= count; ++i) {
        store.append(publication(channel, static_cast<std::uint64_t>(i), "hello", epoch),
                     [tally](const std::optional<StoreError>& error) {
                         if (!error)
                             ++tally->kept;
                         ++tally->answered;
                     });
    }
    if (!QTest::qWaitFor([&] { return tally->answered == count; }, patienceMilliseconds * 3))
        qFatal("the store does not answer");
    return tally->kept;
}

Messages page(Store& store, const std::string& channel, std::uint64_t before, std::size_t limit) {
    return valueOf<Messages>([&](auto done) { store.page({channel, before, limit}, std::move(done)); });
}

hub::History history(Store& store, hub::HistoryQuery query) {
    return valueOf<hub::History>([&](auto done) { store.history(std::move(query), std::move(done)); });
}

Messages search(Store& store, const std::string& channel, const std::string& text, std::uint64_t before,
                std::size_t limit) {
    return valueOf<Messages>([&](auto done) {
        store.search({channel, text, before, limit}, std::move(done));
    });
}

QByteArray offsets(const Messages& messages) {
    QByteArray out;
    for (const StoredMessage& message : messages)
        out += (out.isEmpty() ? "" : " ") + QByteArray::number(qulonglong{message.publication.offset});
    return out;
}

std::unique_ptr<store::SqlStore> openStore(const QString& url, store::SqlLimits limits) {
    const auto location = store::StoreLocation::parse(url);
    if (const auto* const wrong = std::get_if<QString>(&location)) {
        QTest::qFail(qPrintable(*wrong), __FILE__, __LINE__);
        return nullptr;
    }
    auto opened = store::SqlStore::open(std::get<store::StoreLocation>(location), limits);
    if (const auto* const error = std::get_if<StoreError>(&opened)) {
        QTest::qFail(error->text.c_str(), __FILE__, __LINE__);
        return nullptr;
    }
    return std::get<std::unique_ptr<store::SqlStore>>(std::move(opened));
}

std::string whyNotOpened(const QString& url) {
    const auto opened =
        store::SqlStore::open(std::get<store::StoreLocation>(store::StoreLocation::parse(url)));
    const auto* const error = std::get_if<StoreError>(&opened);
    return error != nullptr ? error->text : std::string();
}

} // namespace chinwag::test
