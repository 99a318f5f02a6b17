#include "hub/Clients.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

namespace chinwag::hub {

Clients::Entry::Entry(Clients& clients, WorkerIndex worker, CommandedClient& client, std::string id,
                      std::string user, bool isStaff)
    : clients_(clients),
      worker_(worker),
      id_(std::move(id)),
      user_(std::move(user)),
      since_(wallMilliseconds()),
      activeAt_(since_),
      isStaff_(isStaff) {
    clients_.perWorker_[worker_].emplace(id_, &client);
    const std::lock_guard lock(clients_.mutex_);
    ++clients_.count_;
    if (user_.empty())
        clients_.anonymous_.emplace(id_, this);
    else
        clients_.users_[user_].push_back(this);
}

Clients::Entry::~Entry() {
    clients_.perWorker_[worker_].erase(id_);
    const std::lock_guard lock(clients_.mutex_);
    --clients_.count_;
    if (user_.empty()) {
        clients_.anonymous_.erase(id_);
        return;
    }
    const auto seats = clients_.users_.find(user_);
    std::erase(seats->second, this);
    if (seats->second.empty())
        clients_.users_.erase(seats);
}

Clients::Clients(std::vector<Mailbox*> mailboxes)
    : mailboxes_(std::move(mailboxes)), perWorker_(mailboxes_.size()) {}

void Clients::eachOf(const ClientSelection& selection, const std::function<void(const Entry&)>& take) const {
    const auto& except = selection.exceptClients;
    const auto look = [&](const Entry* entry) {
        if ((selection.client.empty() || entry->id_ == selection.client) &&
            std::find(except.begin(), except.end(), entry->id_) == except.end())
            take(*entry);
    };
    if (selection.user.empty()) {
        if (const auto one = anonymous_.find(selection.client); one != anonymous_.end())
            look(one->second);
    } else if (const auto entries = users_.find(selection.user); entries != users_.end()) {
        std::for_each(entries->second.begin(), entries->second.end(), look);
    }
}

std::vector<Clients::Seat> Clients::select(const ClientSelection& selection) const {
    std::vector<Seat> selected;
    const std::lock_guard lock(mutex_);
    eachOf(selection, [&selected](const Entry& entry) { selected.push_back({entry.id_, entry.worker_}); });
    return selected;
}

std::optional<Clients::Activity> Clients::activityOf(const std::string& user,
                                                     const std::string& client) const {
    std::optional<Activity> found;
    const std::lock_guard lock(mutex_);
    eachOf({user, client}, [&found](const Entry& entry) {
        found = {entry.since_, entry.activeAt_.load(std::memory_order_relaxed),
                 entry.isStaff_.load(std::memory_order_relaxed)};
    });
    return found;
}

std::int64_t Clients::lastActiveOf(const ClientSelection& selection) const {
    std::int64_t latest = 0;
    eachOf(selection, [&latest](const Entry& entry) {
        latest = std::max(latest, entry.activeAt_.load(std::memory_order_relaxed));
    });
    return latest;
}

std::vector<Clients::LastActive> Clients::lastActive(const std::vector<protocol::ClientInfo>& people) const {
    std::vector<LastActive> out;
    std::unordered_set<std::string_view> users; // those of `people` that are in `out`
    const std::lock_guard lock(mutex_);
    for (const auto& one : people) {
        if (!one.user.empty() && !users.insert(one.user).second)
            continue;
        const auto client = one.user.empty() ? one.client : std::string();
        if (const auto active = lastActiveOf({one.user, client}); active != 0)
            out.push_back({one.user, client, active});
    }
    return out;
}

std::size_t Clients::tell(const ClientSelection& selection, const ClientCommand& command) {
    const auto selected = select(selection);
    for (const auto& seat : selected)
        run(seat.worker, seat.client, [command](CommandedClient& client) { client.obey(command); });
    return selected.size();
}

void Clients::run(WorkerIndex worker, std::string id, std::function<void(CommandedClient&)> action) {
    mailboxes_[worker]->postTask([this, worker, id = std::move(id), action = std::move(action)] {
        const auto client = perWorker_[worker].find(id);
        if (client != perWorker_[worker].end())
            action(*client->second);
    });
}

std::size_t Clients::clientCount() const {
    const std::lock_guard lock(mutex_);
    return count_;
}

std::size_t Clients::userCount() const {
    const std::lock_guard lock(mutex_);
    return users_.size();
}

} // namespace chinwag::hub
