#include "hub/Publication.h"

#include "hub/RandomId.h"
#include "protocol/CentrifugeReply.h"
#include "protocol/WebSocketFrame.h"

namespace chinwag::hub {

namespace {

std::string centrifugeText(const Publication& publication, std::string_view channel) {
    switch (publication.kind) {
    case Publication::Kind::Join: return protocol::joinPush(channel, publication.info);
    case Publication::Kind::Leave: return protocol::leavePush(channel, publication.info);
    case Publication::Kind::Message:
    case Publication::Kind::Check:
    case Publication::Kind::Anew: break;
    }
    const auto data = dataOf(publication);
    const auto info = infoOf(publication);
    return protocol::publicationPush(channel,
                                     {data, info, publication.tags, publication.offset, publication.time});
}

} // namespace

std::size_t Publication::bytes() const {
    std::size_t sum = data.size() + plain.size() + tags.size();
    for (const auto& frame : frames)
        sum += frame.size();
    return sum;
}

std::string dataOf(const Publication& publication) {
    if (!publication.data.empty())
        return publication.data;
    return protocol::toJson(chatMessageOf(publication));
}

std::string infoOf(const Publication& publication) {
    return publication.info.client.empty() ? std::string() : protocol::toJson(publication.info);
}

std::string messageIdOf(const Publication& publication) {
    return publication.plain.empty() ? publication.chat.id : messageId(publication.time, publication.id);
}

protocol::ChatMessage chatMessageOf(const Publication& publication) {
    auto message = protocol::fromPlain(publication.plain, publication.nick);
    message.id = messageId(publication.time, publication.id);
    return message;
}

void encode(Publication& publication, Dialect dialect, std::string_view channel) {
    auto& frame = publication.frames[static_cast<std::size_t>(dialect)];
    if (!frame.empty())
        return;
    if (dialect == Dialect::Centrifuge) {
        frame = protocol::makeFrame(protocol::Opcode::Text, centrifugeText(publication, channel));
        return;
    }
    if (publication.kind != Publication::Kind::Message)
        return;
    if (publication.data.empty())
        frame = protocol::makeFrame(protocol::Opcode::Text, publication.plain);
    else if (const auto line = protocol::toPlain(publication.data))
        frame = protocol::makeFrame(protocol::Opcode::Text, *line);
}

} // namespace chinwag::hub
