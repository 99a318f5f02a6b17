#include "net/Reactor.h"

#include "net/Connection.h"

#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <random>
#include <utility>

namespace chinwag::net {

namespace {

// One read takes at most this much of one peer, so that a fast sender does not keep the others waiting.
constexpr std::size_t receiveBufferSize = 64 * 1024;

thread_local Reactor* turning = nullptr; // the one whose turn it is on this thread

} // namespace

void Reactor::WakeHandler::onReady(std::uint32_t) {
    std::uint64_t count = 0;
    // Fails only when there is nothing to take, which is as good.
    [[maybe_unused]] const auto taken = ::read(descriptor_, &count, sizeof count);
}

Reactor::Reactor(hub::WorkerIndex index, std::shared_ptr<const NetSettings> settings)
    : index_(index),
      settings_(std::move(settings)),
      wakeDescriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
      timerDescriptor_(::timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK)),
      onWake_(wakeDescriptor_),
      onTimer_(timerDescriptor_),
      now_(std::chrono::steady_clock::now()),
      wheel_(now_),
      armedFor_(SteadyTime::max()),
      receiveBuffer_(receiveBufferSize),
      fanout_(index) {
    if (!isUsable() || !poller_.add(wakeDescriptor_, EPOLLIN, onWake_))
        return;
    if (!poller_.add(timerDescriptor_, EPOLLIN, onTimer_))
        poller_.remove(wakeDescriptor_);
}

Reactor::~Reactor() {
    clear();
    if (wakeDescriptor_ >= 0)
        ::close(wakeDescriptor_);
    if (timerDescriptor_ >= 0)
        ::close(timerDescriptor_);
}

bool Reactor::isUsable() const {
    return poller_.descriptor() >= 0 && wakeDescriptor_ >= 0 && timerDescriptor_ >= 0;
}

void Reactor::turn() {
    turning = this;
    std::size_t ready = 0;
    do {
        now_ = std::chrono::steady_clock::now();
        ready = poller_.dispatch();
        // What was said while others' messages were read goes out with them, in one write a recipient.
        if (postedToSelf_ && ready != Poller::batchSize)
            ready = poller_.dispatch();
        // Read again: the timer may have fired, and been consumed, since.
        now_ = std::chrono::steady_clock::now();
        if (now_ >= armedFor_) {
            armedFor_ = SteadyTime::max();
            timerStale_ = true;
            wheel_.advance(now_);
        }
        settle();
    } while (ready == Poller::batchSize);
    armTimer();
    turning = nullptr;
}

void Reactor::clear() {
    turning = this; // peers and sessions reach back into the reactor while they go
    dirty_.clear();
    for (auto ending = std::exchange(peers_, {}); !ending.empty();)
        ending.pop_back();
    destroyEnded();
    wakeOthers();
    turning = nullptr;
}

// Again as long as ending one thing has given another something to do.
void Reactor::settle() {
    do {
        wakeOthers();
        // Before a task may close connections: what was published before that is still for them.
        deliver();
        runTasks();
        wakeOthers();
        flushDirty();
        destroyEnded();
        wakeOthers();
    } while (postedToSelf_ || !dirty_.empty() || !retired_.empty() || !buried_.empty());
}

void Reactor::destroyEnded() {
    if (!retired_.empty())
        std::exchange(retired_, {}).clear();
    if (!buried_.empty())
        std::exchange(buried_, {}).clear();
}

void Reactor::runTasks() {
    tasks_.drain(dueTasks_);
    for (const auto& task : dueTasks_)
        task();
    dueTasks_.clear();
}

void Reactor::deliver() {
    postedToSelf_ = false;
    inbox_.drain(deliveries_);
    if (deliveries_.empty())
        return;
    const auto begun = std::chrono::steady_clock::now();
    metrics_.deliveries.add(fanout_.deliver(deliveries_));
    flushDirty();
    metrics_.fanout.record(std::chrono::steady_clock::now() - begun);
}

void Reactor::flushDirty() {
    // A flush that fails buries its connection, it does not destroy it.
    // NOLINTNEXTLINE(modernize-loop-convert): it may make others dirty, which moves the vector
    for (std::size_t i = 0; i < dirty_.size(); ++i)
        dirty_[i]->flush();
    dirty_.clear();
}

void Reactor::post(hub::Delivery delivery) {
    const bool first = inbox_.push(std::move(delivery));
    if (turning == this)
        postedToSelf_ = true;
    else if (first && turning != nullptr)
        turning->toWake_.push_back(this);
    else if (first)
        wake();
}

// Not at the first post of a turn: all that a turn has published is then delivered there in one go.
void Reactor::wakeOthers() {
    for (auto* const other : toWake_)
        other->wake();
    toWake_.clear();
}

void Reactor::postTask(std::function<void()> task) {
    if (tasks_.push(std::move(task)))
        wake();
}

void Reactor::wake() {
    const std::uint64_t one = 1;
    // Fails only when the counter is full, and then it is ready anyway.
    [[maybe_unused]] const auto written = ::write(wakeDescriptor_, &one, sizeof one);
}

void Reactor::wakeOutsideTurn() {
    if (turning != this)
        wake();
}

SteadyTime Reactor::now() const {
    return turning == this ? now_ : std::chrono::steady_clock::now();
}

void Reactor::schedule(Deadline& deadline, std::chrono::milliseconds delay) {
    wheel_.schedule(deadline, now(), delay);
    timerStale_ = timerStale_ || now() + delay < armedFor_;
    if (turning != this)
        armTimer();
}

void Reactor::armTimer() {
    if (!timerStale_)
        return;
    timerStale_ = false;
    const SteadyTime now = std::chrono::steady_clock::now();
    const auto wait = wheel_.untilNext(now);
    armedFor_ = wait ? now + *wait : SteadyTime::max();
    itimerspec when{};
    if (wait) {
        // Zero would switch it off.
        const auto nanoseconds = std::max<std::int64_t>(1, std::chrono::nanoseconds(*wait).count());
        when.it_value.tv_sec = nanoseconds / 1'000'000'000;
        when.it_value.tv_nsec = nanoseconds % 1'000'000'000;
    }
    ::timerfd_settime(timerDescriptor_, 0, &when, nullptr);
}

void Reactor::markDirty(Connection& connection) {
    dirty_.push_back(&connection);
    wakeOutsideTurn();
}

void Reactor::adopt(std::unique_ptr<Peer> peer) {
    peer->position_ = peers_.size();
    peers_.push_back(std::move(peer));
}

void Reactor::bury(Peer& peer) {
    const std::size_t position = peer.position_;
    buried_.push_back(std::move(peers_[position]));
    if (position + 1 != peers_.size()) {
        peers_[position] = std::move(peers_.back());
        peers_[position]->position_ = position;
    }
    peers_.pop_back();
    wakeOutsideTurn();
}

void Reactor::shutDownSome(std::size_t count) {
    static thread_local std::minstd_rand random{std::random_device{}()};
    const std::size_t total = peers_.size();
    const std::size_t start = total == 0 ? 0 : random() % total;
    std::vector<Peer*> chosen;
    for (std::size_t i = 0; i < total && chosen.size() < count; ++i) {
        Peer& peer = *peers_[(start + i) % total];
        if (!std::exchange(peer.told_, true))
            chosen.push_back(&peer);
    }
    for (auto* const peer : chosen) // which may end at once and so change peers_
        peer->shutDown();
}

void Reactor::retire(std::unique_ptr<hub::Session> session) {
    retired_.push_back(std::move(session));
    wakeOutsideTurn();
}

} // namespace chinwag::net
