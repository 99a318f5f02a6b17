#include "hub/AuditEntry.h"

#include "protocol/HttpMessage.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>

namespace chinwag::hub {

namespace {

void clean(std::string& text) {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    std::erase(text, '\0');
    while (text.starts_with(byteOrderMark))
        text.erase(0, byteOrderMark.size());
}

std::string canonical(const AuditEntry& entry) {
    std::string text = "[\"chinwag-audit-1\"," + std::to_string(entry.seq) + ',' + std::to_string(entry.time);
    for (const std::string* const one : {&entry.actor, &entry.action, &entry.target, &entry.reason,
                                         &entry.before, &entry.after, &entry.previous})
        text += ',' + protocol::jsonString(*one);
    return text += ']';
}

} // namespace

std::string auditHash(const AuditEntry& entry) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto text = canonical(entry);
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    std::string out;
    // Without memory for it there is no hash, and an empty one fits no entry.
    if (::EVP_Digest(text.data(), text.size(), digest.data(), &size, ::EVP_sha256(), nullptr) != 1)
        return out;
    for (unsigned i = 0; i < size; ++i) {
        out += digits[digest[i] >> 4U];
        out += digits[digest[i] & 0xFU];
    }
    return out;
}

AuditEntry chained(AuditEntry entry, std::uint64_t seq, std::string_view hash) {
    for (std::string* const text :
         {&entry.actor, &entry.action, &entry.target, &entry.reason, &entry.before, &entry.after})
        clean(*text);
    entry.seq = seq + 1;
    entry.previous = hash.empty() ? firstAuditLink : hash;
    entry.hash = auditHash(entry);
    return entry;
}

std::string AuditWalk::take(const AuditEntry& entry) {
    if (entry.seq != seq_ + 1)
        return "entry " + std::to_string(seq_ + 1) + " is missing";
    if (entry.previous != hash_)
        return "entry " + std::to_string(entry.seq) + " does not follow from the one before it";
    if (entry.hash.empty() || entry.hash != auditHash(entry))
        return "entry " + std::to_string(entry.seq) + " is not as it was recorded";
    seq_ = entry.seq;
    hash_ = entry.hash;
    return {};
}

} // namespace chinwag::hub
