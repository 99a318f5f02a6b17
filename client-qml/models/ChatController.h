// The chat as the user interface sees it: one place to say things to, and properties to show.
#pragma once

#include "models/ConnectForm.h"
#include "models/Draft.h"
#include "models/Preferences.h"
#include "models/TimelineModel.h"
#include "sdk/Client.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QHash>
#include <QMap>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <QtQmlIntegration>

namespace chinwag::models {

class ChatController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program has one")
    Q_PROPERTY(bool inChat READ isInChat NOTIFY stateChanged)
    Q_PROPERTY(Link link READ link NOTIFY stateChanged)
    Q_PROPERTY(QString serverName READ serverName NOTIFY stateChanged)
    Q_PROPERTY(QString nick READ nick NOTIFY stateChanged)
    Q_PROPERTY(QString room READ room NOTIFY stateChanged)
    Q_PROPERTY(QString fault READ fault NOTIFY stateChanged)
    Q_PROPERTY(bool kicked READ isKicked NOTIFY stateChanged)
    Q_PROPERTY(int secondsToRetry READ secondsToRetry NOTIFY secondsToRetryChanged)
    Q_PROPERTY(bool unsent READ hasUnsent NOTIFY unsentChanged)
    Q_PROPERTY(QString typing READ typing NOTIFY typingChanged)
    Q_PROPERTY(QStringList people READ people NOTIFY peopleChanged)
    Q_PROPERTY(bool hasOlder READ hasOlder NOTIFY olderChanged)
    Q_PROPERTY(int maxMessageLength READ maxMessageLength CONSTANT)
    Q_PROPERTY(chinwag::models::ConnectForm* form READ form CONSTANT)
    Q_PROPERTY(chinwag::models::Draft* draft READ draft CONSTANT)
    Q_PROPERTY(chinwag::models::TimelineModel* timeline READ timeline CONSTANT)
    Q_PROPERTY(chinwag::models::Preferences* preferences READ preferences CONSTANT)

public:
    enum Link {
        Offline,    ///< ended, and not tried again by itself
        Connecting, ///< an attempt is being made
        Online,
        Waiting, ///< for the next attempt
    };
    Q_ENUM(Link)

    ChatController(sdk::Client::LinkMaker makeLink, std::unique_ptr<Preferences> preferences,
                   sdk::Backoff backoff = sdk::Backoff(), QObject* parent = nullptr);

    bool isInChat() const { return inChat_; }
    Link link() const;
    QString serverName() const;
    QString nick() const { return client_.destination().nick; }
    QString room() const { return client_.destination().room; }
    /// Why there is no connection; empty when there is one.
    QString fault() const { return client_.fault().text; }
    bool isKicked() const { return client_.fault().kind == sdk::Fault::Kind::Kicked; }
    int secondsToRetry() const { return secondsToRetry_; }
    bool hasUnsent() const { return client_.hasUnsent(); }
    /// Who is writing, as a sentence; empty when nobody is.
    const QString& typing() const { return typing_; }
    /// Who is in the room, by name; empty ones have none.
    const QStringList& people() const { return people_; }
    /// The room's past goes back further than the timeline.
    bool hasOlder() const { return hasOlder_; }
    static int maxMessageLength();
    ConnectForm* form() { return &form_; }
    Draft* draft() { return &draft_; }
    TimelineModel* timeline() { return &timeline_; }
    Preferences* preferences() { return preferences_.get(); }

    /// Goes where the form leads; on a mistake the form says what it is.
    Q_INVOKABLE void enter();
    /// Back to the form.
    Q_INVOKABLE void leave();
    /// Goes to another room of this server; what is wrong with its name, or nothing.
    Q_INVOKABLE QString changeRoom(const QString& room);
    Q_INVOKABLE void retryNow();

    /// Sends it as what the draft is: a message, an answer or a change. False when there is nothing to say or
    /// too much of it, or when a change cannot be made without a connection.
    Q_INVOKABLE bool say(const QString& text);
    /// What is written next answers that message of the timeline; nothing happens when it cannot be answered.
    Q_INVOKABLE void reply(const QString& messageId);
    /// The draft becomes another text for it; false when it is not here, or not ours to change.
    Q_INVOKABLE bool edit(const QString& messageId);
    /// The same for the last message that is ours.
    Q_INVOKABLE bool editNewest();
    /// Takes it back.
    Q_INVOKABLE void redact(const QString& messageId);
    /// Shows it to the operators; `reason` has 1 to 500 characters.
    Q_INVOKABLE void report(const QString& messageId, const QString& reason);
    /// The person is writing something.
    Q_INVOKABLE void write();
    /// More of the past, in front of the timeline.
    Q_INVOKABLE void askOlder();
    Q_INVOKABLE void resend(quint64 id);
    Q_INVOKABLE void discard(quint64 id);
    /// In characters, of which a server accepts maxMessageLength.
    Q_INVOKABLE int messageLength(const QString& text) const;

    Q_INVOKABLE static void copy(const QString& text);
    /// Hands a web address to the desktop; anything else is ignored.
    Q_INVOKABLE static void openAddress(const QString& address);

Q_SIGNALS:
    void stateChanged();
    void secondsToRetryChanged();
    void unsentChanged();
    void typingChanged();
    void peopleChanged();
    void olderChanged();

private:
    void go(const sdk::Destination& destination);
    void onStateChanged();
    void onOnline();
    void onReceived(const sdk::Publication& publication);
    void onPage(const sdk::Page& page);
    void onRefused(quint64 id, const QString& reason);
    void onAnswered(const sdk::MessageRequest& request, const QString& refusal);
    void ask(const sdk::MessageRequest& request);
    bool edit(int row);
    QVariant fact(int row, TimelineModel::Role role) const;
    void onTyping(const QString& nick);
    void onPeople(const QStringList& people);
    void setHasOlder(bool has);
    void forgetRoom();
    void showTyping();
    void tellGap();
    void tick();

    std::unique_ptr<Preferences> preferences_;
    ConnectForm form_;
    Draft draft_;
    QHash<QString, QString> drafts_; ///< what was being written in rooms of this server, by room
    TimelineModel timeline_;
    sdk::Client client_;
    QTimer countdown_;
    QTimer typingEnds_;
    QMap<QString, QDeadlineTimer> typists_; ///< and until when each is shown
    QString typing_;
    QStringList people_;
    QDateTime lostAt_; ///< null while nothing was missed
    int secondsToRetry_ = 0;
    bool hasOlder_ = false;
    bool asking_ = false; ///< for more of the past
    bool inChat_ = false;
};

} // namespace chinwag::models
