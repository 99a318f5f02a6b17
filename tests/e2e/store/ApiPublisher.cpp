#include "store/ApiPublisher.h"

#include <utility>

namespace chinwag::test {

ApiPublisher::ApiPublisher(HttpProbe http, std::string key, std::string channel, int most)
    : http_(std::move(http)), key_(std::move(key)), channel_(std::move(channel)), thread_([this, most] {
          for (int number = 1; !stopping_ && (most == 0 || number <= most) && publish(number); ++number)
              acknowledged_ = number;
      }) {}

ApiPublisher::~ApiPublisher() {
    stop();
}

void ApiPublisher::stop() {
    stopping_ = true;
    if (thread_.joinable())
        thread_.join();
}

bool ApiPublisher::publish(int number) {
    const std::string body =
        R"({"channel":")" + channel_ + R"(","data":{"text":")" + std::to_string(number) + R"("}})";
    const auto sent = http_.send(
        request("POST", "/api/publish",
                "X-API-Key: " + key_ + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n") +
        body);
    const auto answer = sent ? http_.read() : Answer{Answer::Kind::Reset, 0, {}, {}};
    return answer.status == 200 && answer.body.find("\"offset\"") != std::string::npos;
}

} // namespace chinwag::test
