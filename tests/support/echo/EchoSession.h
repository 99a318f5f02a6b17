// Sends every message back to the one who sent it, as what it was.
#pragma once

#include "hub/Link.h"
#include "hub/Session.h"

#include <string_view>

namespace chinwag::test {

class EchoSession final : public hub::Session {
public:
    explicit EchoSession(hub::Link& link) : link_(link) {}

    void onText(std::string_view message) override;
    void onBinary(std::string_view message) override;
    hub::SessionFacts facts() const override { return {"echo", {}, {}}; }

private:
    hub::Link& link_;
};

} // namespace chinwag::test
