#include "support/ScriptedLink.h"

#include "sdk/CloseRule.h"

namespace chinwag::test {

bool ScriptedLink::publish(quint64 id, const QString& text) {
    said_.append({id, text});
    return true;
}

void ScriptedLink::echo(qsizetype index) {
    Q_EMIT received({destination_.nick, said_.at(index).text, said_.at(index).id});
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
