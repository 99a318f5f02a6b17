#include "hub/Channel.h"

#include <utility>

namespace chinwag::hub {

Channel::Channel(std::string name, std::size_t workers, HistoryRing::Limits history)
    : name_(std::move(name)), history_(history), subscriberCounts_(workers), perWorker_(workers) {}

std::uint64_t Channel::publish(std::shared_ptr<Publication> publication,
                               std::span<Mailbox* const> mailboxes) {
    const std::lock_guard lock(mutex_);
    publication->offset = ++offset_;
    PublicationRef published = std::move(publication);
    history_.append(published);
    for (WorkerIndex worker = 0; worker < mailboxes.size(); ++worker) {
        if (subscriberCounts_[worker] != 0)
            mailboxes[worker]->post({shared_from_this(), published});
    }
    return offset_;
}

std::uint64_t Channel::join(WorkerIndex worker) {
    const std::lock_guard lock(mutex_);
    ++subscriberCounts_[worker];
    ++total_;
    return offset_;
}

bool Channel::leave(WorkerIndex worker) {
    const std::lock_guard lock(mutex_);
    --subscriberCounts_[worker];
    return --total_ == 0;
}

bool Channel::historySince(std::uint64_t offset, std::vector<PublicationRef>& into) const {
    const std::lock_guard lock(mutex_);
    return history_.since(offset, into);
}

} // namespace chinwag::hub
