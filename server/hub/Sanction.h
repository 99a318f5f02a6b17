// What operators impose on somebody: a ban or a mute, as a value.
#pragma once

#include "hub/Store.h"
#include "protocol/Address.h"
#include "protocol/Network.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace chinwag::hub {

/// Who does something in a channel, as rules see them. The texts outlive the call that it is given to.
struct Subject {
    std::string_view user; ///< whom the token names; empty for somebody anonymous
    protocol::Address address;
    std::string_view device; ///< what the client calls its device; empty when it has not said
    bool isStaff = false;    ///< by its token: locks, slow mode and lockdown do not hold for it
};

/// Whom a sanction is for.
struct SanctionTarget {
    enum class Kind : std::uint8_t {
        User = 0,    ///< whom a token names
        Address = 1, ///< one address
        Cidr = 2,    ///< a network
        Device = 3,  ///< what a client says of itself, and can say otherwise
    };
    Kind kind = Kind::User;
    std::string value; ///< an address or network in the form that Network::toString() gives it

    /// Null when there is no such kind.
    static std::optional<Kind> kindCalled(std::string_view name);
    /// The target, its value in its one form; or what is wrong with it.
    static std::variant<SanctionTarget, std::string> make(Kind kind, std::string_view value);

    bool includes(const Subject& subject) const;
    friend bool operator==(const SanctionTarget&, const SanctionTarget&) = default;
};

/// The word for it in the operator API: user, address, cidr or device.
std::string_view name(SanctionTarget::Kind kind);

/// Whether a client may call its device this: 8 to 128 letters, digits, '-', '_', '.' or ':'.
bool isValidDevice(std::string_view device);
inline constexpr std::string_view deviceRule = "a device is 8 to 128 letters, digits, '-', '_', '.' or ':'";

struct Sanction {
    enum class Kind : std::uint8_t {
        Ban = 0,  ///< may not be here
        Mute = 1, ///< may read and not write
    };
    struct Lift {
        StoreTime at = 0;
        std::string by;
    };

    std::uint64_t id = 0; ///< the store's to give; grows
    Kind kind = Kind::Ban;
    SanctionTarget target;
    std::string channel; ///< the only one that it holds in; empty: it holds everywhere
    StoreTime createdAt = 0;
    std::optional<StoreTime> until; ///< absent: for ever
    std::string reason;             ///< for everybody, those it is imposed on first of all
    std::string note;               ///< for operators
    std::string by;                 ///< the operator
    std::optional<Lift> lifted;

    bool isActive(StoreTime now) const { return !lifted && (!until || now < *until); }
};

/// The word for it in the operator API: ban or mute.
std::string_view name(Sanction::Kind kind);

} // namespace chinwag::hub
