#include "hub/Clients.h"

#include <algorithm>
#include <utility>

namespace chinwag::hub {

Clients::Entry::Entry(Clients& clients, WorkerIndex worker, CommandedClient& client, std::string id,
                      std::string user)
    : clients_(clients), worker_(worker), id_(std::move(id)), user_(std::move(user)) {
    clients_.perWorker_[worker_].emplace(id_, &client);
    const std::lock_guard lock(clients_.mutex_);
    ++clients_.count_;
    if (user_.empty())
        clients_.anonymous_.emplace(id_, worker_);
    else
        clients_.users_[user_].push_back({id_, worker_});
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
    std::erase_if(seats->second, [this](const Seat& seat) { return seat.client == id_; });
    if (seats->second.empty())
        clients_.users_.erase(seats);
}

Clients::Clients(std::vector<Mailbox*> mailboxes)
    : mailboxes_(std::move(mailboxes)), perWorker_(mailboxes_.size()) {}

std::vector<Clients::Seat> Clients::select(const ClientSelection& selection) const {
    const std::lock_guard lock(mutex_);
    const auto& except = selection.exceptClients;
    std::vector<Seat> selected;
    const auto take = [&](const Seat& seat) {
        if ((selection.client.empty() || seat.client == selection.client) &&
            std::find(except.begin(), except.end(), seat.client) == except.end())
            selected.push_back(seat);
    };
    if (selection.user.empty()) {
        if (const auto one = anonymous_.find(selection.client); one != anonymous_.end())
            take({one->first, one->second});
    } else if (const auto seats = users_.find(selection.user); seats != users_.end()) {
        std::for_each(seats->second.begin(), seats->second.end(), take);
    }
    return selected;
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
