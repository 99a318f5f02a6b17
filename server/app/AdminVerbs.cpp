#include "app/AdminVerbs.h"

#include "app/AuditVerbs.h"
#include "app/DataDirectory.h"
#include "app/ExitCode.h"
#include "app/Output.h"
#include "app/PasswordPrompt.h"
#include "auth/OperatorFile.h"
#include "auth/Password.h"

#include <QDateTime>

#include <chrono>
#include <optional>
#include <string>
#include <utility>

namespace chinwag::app {

namespace {

using auth::Operators;

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString noSuchOperator(const std::string& name) {
    return QStringLiteral("there is no operator %1").arg(QString::fromStdString(name));
}

// Whom a role's name makes, or what is wrong with it. Empty is an admin.
std::variant<auth::Role, QString> roleOf(const std::string& name) {
    if (name.empty())
        return auth::Role::Admin;
    if (const auto role = auth::roleNamed(name))
        return *role;
    return QStringLiteral("there is no role %1; there are %2")
        .arg(QString::fromStdString(name), QString::fromStdString(auth::roleNames()));
}

struct NewPassword {
    std::string hash;
    std::string shown; ///< when it was made up
};

std::variant<NewPassword, QString> newPassword(bool generate) {
    NewPassword result;
    std::string password;
    if (generate) {
        password = result.shown = auth::generatePassword();
    } else {
        auto asked = askForPassword();
        if (auto* const reason = std::get_if<QString>(&asked))
            return std::move(*reason);
        password = std::get<std::string>(std::move(asked));
    }
    if (!auth::isValidPassword(password))
        return text(auth::passwordRule);
    auto hash = auth::hashPassword(password);
    if (!hash)
        return QStringLiteral("the password cannot be hashed: there is no memory for it");
    result.hash = std::move(*hash);
    return result;
}

// With a password at hand, `change` says what becomes of it.
template <typename Change>
int withNewPassword(const AdminCommand& command, auth::OperatorFile& file, const Change& change) {
    const auto made = newPassword(command.generate);
    if (const auto* const reason = std::get_if<QString>(&made))
        return failed(*reason);
    const auto& password = std::get<NewPassword>(made);
    const auto error = file.update([&](Operators& operators) { return change(operators, password.hash); });
    if (error)
        return failed(*error);
    return password.shown.empty() ? static_cast<int>(Success) : printed("password: " + password.shown + "\n");
}

int add(const AdminCommand& command, auth::OperatorFile& file) {
    if (!auth::isValidOperatorName(command.name))
        return failed(text(auth::operatorNameRule));
    const auto role = roleOf(command.role);
    if (const auto* const wrong = std::get_if<QString>(&role))
        return failed(*wrong);
    const auto existing = file.read();
    if (const auto* const error = std::get_if<QString>(&existing))
        return failed(*error);
    const auto taken =
        QStringLiteral("there is an operator %1 already; chinwagd admin passwd changes their password")
            .arg(QString::fromStdString(command.name));
    // Before anybody has typed a password twice for nothing.
    if (auth::findOperator(*std::get<auth::OperatorsRef>(existing), command.name) != nullptr)
        return failed(taken);
    return withNewPassword(command, file,
                           [&](Operators& operators, const std::string& hash) -> std::optional<QString> {
                               if (auth::findOperator(operators, command.name) != nullptr)
                                   return taken;
                               operators.push_back({command.name, hash, std::chrono::system_clock::now(),
                                                    std::get<auth::Role>(role)});
                               return std::nullopt;
                           });
}

int changePassword(const AdminCommand& command, auth::OperatorFile& file) {
    const auto existing = file.read();
    if (const auto* const error = std::get_if<QString>(&existing))
        return failed(*error);
    if (auth::findOperator(*std::get<auth::OperatorsRef>(existing), command.name) == nullptr)
        return failed(noSuchOperator(command.name));
    return withNewPassword(command, file,
                           [&](Operators& operators, const std::string& hash) -> std::optional<QString> {
                               auto* const found = auth::findOperator(operators, command.name);
                               if (found == nullptr)
                                   return noSuchOperator(command.name);
                               found->passwordHash = hash;
                               return std::nullopt;
                           });
}

// Changes one operator who must exist.
template <typename Change>
int changeOperator(const AdminCommand& command, auth::OperatorFile& file, const Change& change) {
    const auto error = file.update([&](Operators& operators) -> std::optional<QString> {
        auto* const found = auth::findOperator(operators, command.name);
        if (found == nullptr)
            return noSuchOperator(command.name);
        return change(*found);
    });
    return error ? failed(*error) : static_cast<int>(Success);
}

int changeRole(const AdminCommand& command, auth::OperatorFile& file) {
    const auto role = roleOf(command.role);
    if (const auto* const wrong = std::get_if<QString>(&role))
        return failed(*wrong);
    return changeOperator(command, file, [&](auth::Operator& one) -> std::optional<QString> {
        one.role = std::get<auth::Role>(role);
        return std::nullopt;
    });
}

int removeSecondFactor(const AdminCommand& command, auth::OperatorFile& file) {
    return changeOperator(command, file, [&](auth::Operator& one) -> std::optional<QString> {
        if (!one.secondFactor)
            return QStringLiteral("%1 has no second factor").arg(QString::fromStdString(command.name));
        one.secondFactor.reset();
        return std::nullopt;
    });
}

int remove(const AdminCommand& command, auth::OperatorFile& file) {
    const auto error = file.update([&](Operators& operators) -> std::optional<QString> {
        const auto taken = std::erase_if(
            operators, [&command](const auth::Operator& one) { return one.name == command.name; });
        return taken == 0 ? std::optional(noSuchOperator(command.name)) : std::nullopt;
    });
    return error ? failed(*error) : static_cast<int>(Success);
}

// Of an operator, for the record; empty when there is none.
std::string roleJson(auth::OperatorFile& file, const std::string& name) {
    const auto operators = file.read();
    const auto* const all = std::get_if<auth::OperatorsRef>(&operators);
    const auto* const one = all != nullptr ? auth::findOperator(**all, name) : nullptr;
    return one != nullptr ? R"({"role":")" + std::string(auth::name(one->role)) + R"("})" : std::string();
}

// `action` gets its name for the record.
int change(const AdminCommand& command, auth::OperatorFile& file, std::string& action) {
    switch (command.action) {
    case AdminCommand::Action::Add: action = "operator.add"; return add(command, file);
    case AdminCommand::Action::Passwd: action = "operator.password"; return changePassword(command, file);
    case AdminCommand::Action::Role: action = "operator.role"; return changeRole(command, file);
    case AdminCommand::Action::Totp:
        action = "operator.totp_remove";
        return removeSecondFactor(command, file);
    case AdminCommand::Action::Remove: action = "operator.remove"; return remove(command, file);
    case AdminCommand::Action::List: break;
    }
    return Failure;
}

int list(auth::OperatorFile& file) {
    const auto operators = file.read();
    if (const auto* const error = std::get_if<QString>(&operators))
        return failed(*error);
    std::string lines;
    for (const auto& one : *std::get<auth::OperatorsRef>(operators)) {
        const auto seconds =
            std::chrono::duration_cast<std::chrono::seconds>(one.createdAt.time_since_epoch());
        const auto created = QDateTime::fromSecsSinceEpoch(seconds.count()).toUTC();
        lines += one.name + '\t' + std::string(auth::name(one.role)) + "\tsince " +
                 created.toString(Qt::ISODate).toStdString() + (one.secondFactor ? "\ttotp" : "") + '\n';
    }
    return printed(lines);
}

} // namespace

int administer(const AdminCommand& command, const config::Settings& settings) {
    auth::OperatorFile file(dataDirectory(settings.server));
    if (command.action == AdminCommand::Action::List)
        return list(file);
    OperatorDeed deed{{}, command.name, roleJson(file, command.name), {}};
    const int status = change(command, file, deed.action);
    if (status == Success) {
        deed.after = roleJson(file, command.name);
        recordDeed(deed, settings);
    }
    return status;
}

} // namespace chinwag::app
