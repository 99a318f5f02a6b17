// Workers ask while operators change the rules: a ban that holds is seen by all, and nobody sees half a rule.
#include "Check.h"
#include "hub/Moderation.h"

#include <atomic>
#include <cstddef>
#include <string>
#include <thread>
#include <variant>
#include <vector>

using namespace chinwag::hub;
using chinwag::test::check;

namespace {

constexpr std::size_t askers = 3;
constexpr std::size_t changes = 2'000;

Sanction banOf(std::uint64_t id, const std::string& user) {
    Sanction ban;
    ban.id = id;
    ban.target = {SanctionTarget::Kind::User, user};
    ban.reason = user;
    return ban;
}

void ask(Moderation& moderation, const std::atomic<bool>& isOver) {
    const std::string mallory = "mallory";
    const std::string oscar = "oscar";
    while (!isOver.load()) {
        if (const auto refused = moderation.refuseEntry({mallory, {}, {}, false}))
            check(refused->reason == mallory, "a ban is told with its own reason");
        check(moderation.refuseStay({oscar, {}, {}, false}).has_value(),
              "the lasting ban holds all the time");
        moderation.refuseSpeech({oscar, {}, {}, false}, "chat:a");
        moderation.takeTurn({oscar, {}, {}, false}, "chat:a");
        moderation.dropOld();
    }
}

} // namespace

int main() {
    Moderation moderation;
    moderation.apply(banOf(1, "oscar"));
    std::atomic<bool> isOver{false};
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < askers; ++i)
        threads.emplace_back([&] { ask(moderation, isOver); });
    threads.emplace_back([&] {
        for (std::size_t i = 0; i < changes; ++i)
            moderation.apply(RoomRules{"chat:a", i % 2 == 0, static_cast<std::uint32_t>(i % 3)});
    });
    for (std::size_t i = 0; i < changes; ++i) {
        auto ban = banOf(2, "mallory");
        moderation.apply(ban);
        check(moderation.refuseEntry({"mallory", {}, {}, false}).has_value(),
              "a ban holds once it is applied");
        ban.lifted = Sanction::Lift{1, "alice"};
        moderation.apply(ban);
        check(!moderation.refuseEntry({"mallory", {}, {}, false}), "a lifted ban does not");
    }
    isOver.store(true);
    for (auto& thread : threads)
        thread.join();
    return 0;
}
