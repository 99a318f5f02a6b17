#include "models/Draft.h"

#include <utility>

namespace chinwag::models {

void Draft::setText(const QString& text) {
    if (std::exchange(text_, text) != text)
        Q_EMIT textChanged();
}

void Draft::become(Purpose purpose, const QString& messageId, const QString& nick, const QString& quote) {
    purpose_ = purpose;
    messageId_ = messageId;
    nick_ = nick;
    quote_ = quote;
    Q_EMIT purposeChanged();
}

void Draft::reply(const QString& messageId, const QString& nick, const QString& quote) {
    cancel();
    become(Reply, messageId, nick, quote);
}

void Draft::edit(const QString& messageId, const QString& quote, const QString& text) {
    cancel();
    kept_ = text_;
    become(Edit, messageId, {}, quote);
    setText(text);
}

void Draft::cancel() {
    if (purpose_ == Message)
        return;
    const bool wasEdit = purpose_ == Edit;
    become(Message, {}, {}, {});
    if (wasEdit)
        setText(std::exchange(kept_, {}));
}

void Draft::finish() {
    if (purpose_ != Edit)
        setText({});
    cancel();
}

void Draft::reset(const QString& text) {
    kept_.clear();
    become(Message, {}, {}, {});
    setText(text);
}

} // namespace chinwag::models
