#include "protocol/ClientInfo.h"

#include "protocol/Json.h"

namespace chinwag::protocol {

std::string nickInfo(std::string_view nick) {
    std::string out;
    {
        JsonObjectWriter object(out);
        object.text("nick", nick);
    }
    return out;
}

std::string toJson(const ClientInfo& info) {
    std::string out;
    {
        JsonObjectWriter object(out);
        // The protocol leaves empty values out, but for these two every SDK reads.
        object.text("user", info.user);
        object.text("client", info.client);
        if (!info.connInfo.empty())
            object.json("conn_info", info.connInfo);
        if (!info.chanInfo.empty())
            object.json("chan_info", info.chanInfo);
    }
    return out;
}

} // namespace chinwag::protocol
