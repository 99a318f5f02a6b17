#include "app/NickKeeper.h"

#include <QtCore/QLoggingCategory>

#include <utility>
#include <variant>

namespace chinwag::app {

namespace {

Q_LOGGING_CATEGORY(lcNicks, "chinwag.nicks")

} // namespace

NickKeeper::NickKeeper(hub::ReservedNicks& nicks, const QString& dataDirectory,
                       std::vector<std::string> configured)
    : nicks_(nicks), file_(dataDirectory), configured_(std::move(configured)) {
    refresh();
    tell();
}

void NickKeeper::setConfigured(std::vector<std::string> configured) {
    configured_ = std::move(configured);
    tell();
}

void NickKeeper::refresh() {
    auto read = file_.read();
    if (const auto* const error = std::get_if<QString>(&read)) {
        if (*error != complaint_)
            qCWarning(lcNicks, "the names of operators are not reserved: %ls", qUtf16Printable(*error));
        complaint_ = *error;
        return;
    }
    complaint_.clear();
    auto operators = std::get<auth::OperatorsRef>(std::move(read));
    if (operators == operators_)
        return;
    operators_ = std::move(operators);
    tell();
}

void NickKeeper::tell() {
    auto names = configured_;
    if (operators_) {
        for (const auto& one : *operators_)
            names.push_back(one.name);
    }
    nicks_.set(names);
}

} // namespace chinwag::app
