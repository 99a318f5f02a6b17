#include "support/ScriptedLink.h"

#include "sdk/CloseRule.h"

namespace chinwag::test {

bool ScriptedLink::publish(const sdk::Outgoing& message) {
    said_.append(message);
    return true;
}

void ScriptedLink::echo(qsizetype index) {
    sdk::Publication publication = said(destination_.nick, said_.at(index).text);
    publication.clientId = said_.at(index).clientId;
    publication.replyTo = said_.at(index).replyTo;
    publication.id = QStringLiteral("own-%1").arg(said_.at(index).id);
    Q_EMIT received(publication);
}

sdk::Publication ScriptedLink::said(const QString& nick, const QString& text, const QString& id) {
    sdk::Publication publication;
    publication.nick = nick;
    publication.text = text;
    publication.id = id;
    return publication;
}

sdk::Client::LinkMaker LinkScript::maker() {
    return [this] {
        auto link = std::make_unique<ScriptedLink>();
        link_ = link.get();
        ++made_;
        return link;
    };
}

sdk::Fault lost() {
    return sdk::judgeClose(1006, {});
}

sdk::Fault kicked() {
    return sdk::judgeClose(4500, QStringLiteral("spam"));
}

} // namespace chinwag::test
