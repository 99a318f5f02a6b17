#include "app/RetentionKeeper.h"

#include <QtCore/QLoggingCategory>

#include <chrono>
#include <utility>
#include <variant>

namespace chinwag::app {

namespace {

Q_LOGGING_CATEGORY(lcRetention, "chinwag.retention", QtInfoMsg)

constexpr std::chrono::minutes lookEvery{1};

} // namespace

RetentionKeeper::RetentionKeeper(hub::Store& store, std::function<hub::RetentionRule()> currentRule)
    : store_(store), currentRule_(std::move(currentRule)) {
    next_.setSingleShot(true);
    next_.setInterval(lookEvery);
    connect(&next_, &QTimer::timeout, this, &RetentionKeeper::pass);
}

void RetentionKeeper::pass() {
    auto rule = currentRule_();
    if (!rule) {
        next_.start();
        return;
    }
    store_.trimAll(std::move(rule), [this](const hub::StoreResult<std::uint64_t>& result) {
        QMetaObject::invokeMethod(
            this, [this, result] { report(result); }, Qt::QueuedConnection);
    });
}

void RetentionKeeper::report(const hub::StoreResult<std::uint64_t>& result) {
    if (const auto* const error = std::get_if<hub::StoreError>(&result))
        qCWarning(lcRetention, "not all that is too old could be deleted: %s", error->text.c_str());
    else if (const auto count = std::get<std::uint64_t>(result); count != 0)
        qCInfo(lcRetention, "deleted %llu messages that are not to be kept longer",
               static_cast<unsigned long long>(count));
    next_.start();
}

} // namespace chinwag::app
