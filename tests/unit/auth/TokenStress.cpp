// Workers verify while the keys are exchanged and tokens are revoked.
#include "Check.h"
#include "auth/TokenSigner.h"
#include "auth/TokenVerifier.h"

#include <atomic>
#include <string>
#include <thread>
#include <variant>
#include <vector>

using namespace chinwag;
using auth::TokenKey;
using test::check;

namespace {

constexpr int rounds = 2'000;
constexpr auth::TokenVerifier::Time now{std::chrono::seconds(1'700'000'000)};

auth::TokenRules rules(const std::string& secret) {
    return {true, auth::TokenKeys({std::get<TokenKey>(TokenKey::fromSecret(secret))}), {}, {}, {}};
}

} // namespace

int main() {
    const std::string first(40, '1');
    const std::string second(40, '2');
    auth::TokenClaims claims;
    claims.user = "anna";
    claims.id = "one";
    const auto ofFirst = auth::signToken(first, claims, {}, {});
    claims.id = "two";
    const auto ofSecond = auth::signToken(second, claims, {}, {});
    auth::TokenVerifier verifier(rules(first));

    std::atomic<bool> done{false};
    constexpr int threads = 3;
    std::vector<std::thread> workers;
    workers.reserve(threads);
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&] {
            while (!done) {
                check(verifier.isRequired() && verifier.hasKeys(), "there is always a whole set of rules");
                const auto verified = verifier.verify(ofFirst, now);
                if (const auto* const right = std::get_if<auth::TokenClaims>(&verified))
                    check(right->id == "one", "a token says what it says");
                static_cast<void>(verifier.verify(ofSecond, now));
            }
        });
    }
    for (int round = 0; round < rounds; ++round) {
        verifier.setRules(rules(round % 2 == 0 ? second : first));
        verifier.revocations().revokeToken("token " + std::to_string(round), now + std::chrono::hours(1),
                                           now);
    }
    verifier.revocations().revokeToken("one", now + std::chrono::hours(1), now);
    done = true;
    for (auto& worker : workers)
        worker.join();
    check(std::holds_alternative<auth::TokenError>(verifier.verify(ofFirst, now)), "it is revoked for all");
    return 0;
}
