#include "hub/MessageChange.h"
#include "Bytes.h"
#include "RecordingLink.h"
#include "UsualNamespaces.h"
#include "hub/Fanout.h"
#include "hub/Subscription.h"

#include <QTest>

#include <optional>
#include <string>

using namespace chinwag::hub;
using namespace chinwag::test;

namespace {

const Author alice{"alice", "a"};

SubscriptionRequest of(const std::string& user, const std::string& client) {
    SubscriptionRequest request;
    request.dialect = Dialect::Centrifuge;
    request.info = {client, user};
    return request;
}

// What is remembered, with what is of no interest left out.
QByteArray told(Channel& channel) {
    QByteArray out;
    for (const auto& one : channel.history({{}, 100, false}).publications)
        out += QByteArray::number(qulonglong{one->offset}) + QByteArray::fromStdString(dataOf(*one)) + '\n';
    return out;
}

} // namespace

/// Edits, redactions and signals in a hub that keeps nothing on disk.
class MessageChangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        hub_.emplace(std::vector<Mailbox*>{&mailbox_}, usualNamespaces());
        link_.frames.clear();
        mailbox_.deliveries.clear();
        here_.emplace(*hub_, "chat:a", 0U, link_, of("alice", "a"));
        Message message{R"({"id":"m1","nick":"Alice","text":"secret"})"};
        message.chat = {"m1", {}, "secret"};
        message.info = {"a", "alice"};
        hub_->publish(channel(), std::move(message), {});
    }
    void cleanup() {
        here_.reset();
        hub_.reset();
    }

    void allThatIsToldOfAnEditedMessageIsItsLatestText() {
        QVERIFY(!edit("m1", alice, "public"));
        QVERIFY(!edit("m1", {"alice", "elsewhere"}, "open"));
        auto text = told(channel());
        QVERIFY2(!text.contains("secret") && !text.contains("public"), text.constData());
        QCOMPARE(text.count("open"), 3);
        QVERIFY2(text.contains(R"(2{"type":"edit","id":"m1","text":"open")"), text.constData());
    }

    void ofARedactedOneNothingIsLeft() {
        QVERIFY(!edit("m1", alice, "still secret"));
        QVERIFY(!redact("m1", alice));
        QCOMPARE(told(channel()), QByteArray("1{\"type\":\"redact\",\"id\":\"m1\"}\n"
                                             "2{\"type\":\"redact\",\"id\":\"m1\"}\n"
                                             "3{\"type\":\"redact\",\"id\":\"m1\"}\n"));
        QCOMPARE(edit("m1", alice, "again"), ChangeError::NoSuchMessage);
        QCOMPARE(redact("m1", alice), ChangeError::NoSuchMessage);
    }

    void onlyTheAuthorMay() {
        const auto before = told(channel());
        for (const Author& other : {Author{"bob", "b"}, Author{"", "a"}, Author{"bob", "a"}}) {
            QCOMPARE(edit("m1", other, "x"), ChangeError::NotTheAuthor);
            QCOMPARE(redact("m1", other), ChangeError::NotTheAuthor);
        }
        QCOMPARE(edit("m2", alice, "x"), ChangeError::NoSuchMessage);
        QCOMPARE(told(channel()), before);
    }

    // It has said so itself, but there is nobody whom it can be proved to.
    void whatTheSeedsClientsSaidIsNobodysToChange() {
        hub_->publishPlain(channel(), "Alice: hi");
        const auto said = channel().history({{}, 1, true}).publications.at(0);
        QCOMPARE(edit(messageIdOf(*said), alice, "x"), ChangeError::NotTheAuthor);
        QCOMPARE(edit(messageIdOf(*said), {"", "a"}, "x"), ChangeError::NotTheAuthor);
    }

    void bytesAreCountedForWhatIsThere() {
        HistoryRing ring({10, 100});
        for (std::uint64_t offset = 1; offset <= 2; ++offset) {
            auto one = std::make_shared<Publication>();
            one->offset = offset;
            one->data.assign(30, 'x');
            ring.append(std::move(one));
        }
        auto shorter = std::make_shared<Publication>();
        shorter->offset = 1;
        shorter->data = "12345";
        ring.replace(0, shorter);
        QCOMPARE(ring.bytes(), std::size_t{35});
        QCOMPARE(ring.at(0)->data, std::string("12345"));
    }

    void aSignalIsToldToTheOthersAndForgotten() {
        RecordingLink other;
        const Subscription there(*hub_, "chat:a", 0, other, of("bob", "b"));
        Fanout fanout(0);
        fanout.deliver(mailbox_.deliveries);
        const auto before = told(channel());
        link_.frames.clear();
        other.frames.clear();
        hub_->signal(channel(), R"({"type":"typing"})", {"a", "alice"});
        hub_->publish(channel(), Message{"{}"}, {});
        QCOMPARE(fanout.deliver(mailbox_.deliveries), std::uint64_t{3});
        QCOMPARE(link_.messages().size(), std::size_t{1});
        QCOMPARE(other.messages().size(), std::size_t{2});
        QVERIFY(other.messages()[0].find("typing") != std::string::npos);
        QCOMPARE(told(channel()), before + "2{}\n");
    }

    void tooManySignalsAreToldToNobody() {
        mailbox_.deliveries.clear();
        for (std::uint32_t i = 0; i < 10 * Channel::maxSignalsPerSecond; ++i)
            hub_->signal(channel(), "{}", {"b", "bob"});
        const auto told = mailbox_.deliveries.size();
        // Seconds may have passed meanwhile, but not ten.
        QVERIFY(told >= Channel::maxSignalsPerSecond && told < 10 * Channel::maxSignalsPerSecond);
    }

private:
    Channel& channel() { return here_->channel(); }
    // Nothing is stored here, so the answer is there at once.
    std::optional<ChangeError> edit(const std::string& id, const Author& author, const std::string& text) {
        std::optional<std::optional<ChangeError>> answer;
        editMessage(*hub_, channel(), id, author, text, [&](auto error) { answer = error; });
        return answer.value();
    }
    std::optional<ChangeError> redact(const std::string& id, const Author& author) {
        std::optional<std::optional<ChangeError>> answer;
        redactMessage(*hub_, channel(), id, author, [&](auto error) { answer = error; });
        return answer.value();
    }

    RecordingMailbox mailbox_;
    RecordingLink link_;
    std::optional<Hub> hub_;
    std::optional<Subscription> here_;
};

QTEST_APPLESS_MAIN(MessageChangeTest)
#include "MessageChangeTest.moc"
