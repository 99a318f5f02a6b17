#include "http/ApiBatch.h"

#include "http/ApiParams.h"
#include "http/ReplyCollector.h"
#include "protocol/Json.h"

#include <utility>

namespace chinwag::http {

namespace {

using protocol::CentrifugeError;

/// Keeps itself until the last command is answered. Commands that are answered at once do not nest, so that
/// a long batch takes no deep stack.
class Batch : public std::enable_shared_from_this<Batch> {
public:
    Batch(const ApiMethods& methods, std::shared_ptr<const rapidjson::Document> request, bool isParallel,
          ReplyCollector::Complete complete)
        : methods_(methods),
          request_(std::move(request)),
          commands_((*request_)["commands"]),
          isParallel_(isParallel),
          replies_(commands_.Size(), std::move(complete)) {}

    void run() {
        isRunning_ = true;
        while (next_ < commands_.Size() && (isParallel_ || open_ == 0))
            start(next_++);
        isRunning_ = false;
    }

private:
    void start(rapidjson::SizeType place) {
        ++open_;
        const auto& command = commands_[place];
        if (!command.IsObject() || command.MemberCount() != 1)
            return take(place, {}, ApiError{CentrifugeError::BadRequest, "a command has one member"});
        const auto& member = *command.MemberBegin();
        std::string name(member.name.GetString(), member.name.GetStringLength());
        const auto method = methods_.find(name);
        if (method == methods_.end())
            return take(place, name, ApiError{CentrifugeError::MethodNotFound});
        method->second(member.value, [self = shared_from_this(), place, name](const ApiReply& reply) {
            self->take(place, name, reply);
        });
    }

    void take(rapidjson::SizeType place, const std::string& name, const ApiReply& reply) {
        --open_;
        replies_.take(place, toJson(reply, name));
        if (!isRunning_)
            run();
    }

    const ApiMethods& methods_;
    const std::shared_ptr<const rapidjson::Document> request_;
    const rapidjson::Value& commands_;
    const bool isParallel_;
    ReplyCollector replies_;
    rapidjson::SizeType next_ = 0;
    rapidjson::SizeType open_ = 0; // started and not answered
    bool isRunning_ = false;
};

} // namespace

void runBatch(const ApiMethods& methods, std::shared_ptr<const rapidjson::Document> request,
              std::function<void(const std::string&)> done) {
    ApiParams params(*request);
    const bool isParallel = params.flag("parallel");
    const auto* const commands = protocol::member(*request, "commands");
    if (commands == nullptr || !commands->IsArray() || commands->Empty())
        params.fail(CentrifugeError::BadRequest, "'commands' must be a list that is not empty");
    if (params.error())
        return done(toJson(ApiReply(*params.error())));
    std::make_shared<Batch>(
        methods, std::move(request), isParallel,
        [done = std::move(done)](const std::string& list) { done(R"({"replies":)" + list + '}'); })
        ->run();
}

} // namespace chinwag::http
