#pragma once

#include "bench/generator/Centrifuge.h"
#include "bench/generator/Meter.h"
#include "bench/generator/Options.h"
#include "bench/generator/Report.h"
#include "bench/generator/Swarm.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace chinwag::bench {

/// A room in which one client talks all the time and the others listen; these are cut off all at once, and
/// come back all at once, each for what it has missed. Every listener must see every offset once, in order.
class StormRun {
public:
    StormRun(const Options& options, const Endpoint& endpoint);

    Result<Report> run();

private:
    class Talker : public DeliverySink {
    public:
        Talker(const Options& options, const Endpoint& endpoint);
        Check open(Nanoseconds timeout) { return swarm_.open(1, 1, timeout); }
        /// Says what is due, and takes in what has come.
        Check turn();
        Check settle(Instant deadline);
        std::uint64_t top() const { return top_; }
        void begin() { nextDue_ = Clock::now(); }

    private:
        void delivered(std::size_t connection, std::string_view line) override;

        Swarm swarm_;
        const std::string text_;
        const Nanoseconds interval_;
        Instant nextDue_;
        std::uint64_t said_ = 0;
        std::uint64_t acknowledged_ = 0;
        std::uint64_t top_ = 0; // the offset that came last
        Check fault_;
    };

    class Listeners : public DeliverySink {
    public:
        Listeners(const Options& options, const Endpoint& endpoint);
        Swarm& swarm() { return swarm_; }
        void cut();
        bool haveAll(std::uint64_t top) const;
        std::uint64_t joinedAgain() const { return joinedAgain_; }
        std::uint64_t recovered() const { return recovered_; }
        const Check& fault() const { return fault_; }

    private:
        void delivered(std::size_t connection, std::string_view line) override;
        void joined(std::size_t connection, std::string_view line) override;
        void take(std::size_t client, std::uint64_t offset);
        std::string greetingOf(std::size_t client) const;

        std::vector<StreamPlace> places_; // by client
        Swarm swarm_;
        bool wasCut_ = false;
        std::uint64_t joinedAgain_ = 0;
        std::uint64_t recovered_ = 0; // publications in replies to subscribe
        Check fault_;
    };

    Check talkFor(Nanoseconds duration);
    Check comeBack();
    Check catchUp();

    const Options options_;
    const Meter meter_;
    Talker talker_;
    Listeners listeners_;
};

} // namespace chinwag::bench
