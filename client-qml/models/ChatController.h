// The chat as the user interface sees it: the connection, the rooms that one is in, and the one that is
// shown.
#pragma once

#include "models/ConnectForm.h"
#include "models/DirectoryModel.h"
#include "models/IgnoreList.h"
#include "models/PeopleActivity.h"
#include "models/Preferences.h"
#include "models/Profile.h"
#include "models/Room.h"
#include "models/RoomList.h"
#include "models/RoomsModel.h"
#include "models/SanctionsModel.h"
#include "models/TokenMemory.h"
#include "sdk/Client.h"

#include <QObject>
#include <QTimer>
#include <QtQmlIntegration>

#include <memory>

namespace chinwag::models {

class ChatController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The program has one")
    Q_PROPERTY(bool inChat READ isInChat NOTIFY stateChanged)
    Q_PROPERTY(Link link READ link NOTIFY stateChanged)
    Q_PROPERTY(QString serverName READ serverName NOTIFY stateChanged)
    Q_PROPERTY(QString nick READ nick NOTIFY stateChanged)
    Q_PROPERTY(bool nickFixed READ isNickFixed NOTIFY stateChanged)
    Q_PROPERTY(QString user READ user NOTIFY stateChanged)
    Q_PROPERTY(bool staff READ isStaff NOTIFY stateChanged)
    Q_PROPERTY(QString fault READ fault NOTIFY stateChanged)
    Q_PROPERTY(bool kicked READ isKicked NOTIFY stateChanged)
    Q_PROPERTY(int secondsToRetry READ secondsToRetry NOTIFY secondsToRetryChanged)
    Q_PROPERTY(int maxMessageLength READ maxMessageLength CONSTANT)
    Q_PROPERTY(chinwag::models::Room* room READ room NOTIFY roomChanged)
    Q_PROPERTY(chinwag::models::RoomList* rooms READ rooms CONSTANT)
    Q_PROPERTY(int unread READ unread NOTIFY totalsChanged)
    Q_PROPERTY(int mentions READ mentions NOTIFY totalsChanged)
    Q_PROPERTY(bool watching READ isWatching WRITE setWatching NOTIFY watchingChanged)
    Q_PROPERTY(chinwag::models::DirectoryModel* directory READ directory CONSTANT)
    Q_PROPERTY(chinwag::models::SanctionsModel* sanctions READ sanctions CONSTANT)
    Q_PROPERTY(chinwag::models::Profile* profile READ profile CONSTANT)
    Q_PROPERTY(chinwag::models::PeopleActivity* activity READ activity CONSTANT)
    Q_PROPERTY(chinwag::models::ConnectForm* form READ form CONSTANT)
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
    ~ChatController() override;

    bool isInChat() const { return inChat_; }
    Link link() const;
    QString serverName() const;
    QString nick() const;
    /// The token says it, so that there is no other one to have.
    bool isNickFixed() const;
    /// Who the token says we are; empty for somebody anonymous.
    const QString& user() const { return client_.user(); }
    /// The server says that we look after rooms.
    bool isStaff() const { return client_.isStaff(); }
    /// Why there is no connection; empty when there is one.
    QString fault() const { return client_.fault().text; }
    bool isKicked() const { return client_.fault().kind == sdk::Fault::Kind::Kicked; }
    int secondsToRetry() const { return secondsToRetry_; }
    bool hasUnsent() const { return client_.hasUnsent(); }
    static int maxMessageLength();
    /// The one that is shown; never nothing, but one without a channel where one is in none.
    Room* room() const { return room_; }
    RoomList* rooms() { return &list_; }
    int unread() const { return rooms_.unread(); }
    int mentions() const { return rooms_.mentions(); }
    /// Somebody looks at the end of the timeline of the room that is shown.
    bool isWatching() const { return watching_; }
    void setWatching(bool watching);
    DirectoryModel* directory() { return &directory_; }
    /// Of the room that they were asked for last.
    SanctionsModel* sanctions() { return &sanctions_; }
    /// The one of the people who was looked at last.
    Profile* profile() { return &profile_; }
    PeopleActivity* activity() { return &activity_; }
    ConnectForm* form() { return &form_; }
    Preferences* preferences() { return preferences_.get(); }

    /// What is kept between two runs of the program; nothing without one. It outlives this.
    void setOfflineStore(sdk::OfflineStore* store) { client_.setOfflineStore(store); }

    /// Where log-in tokens are kept between two runs of the program; nowhere without one. It outlives this.
    void setTokenStore(TokenStore* store) { tokens_.setStore(store); }
    /// One was in a chat when the program ended, and has what it takes to be back there as the same one.
    bool canReturn() const { return preferences_->wasInside() && !tokens_.hasLostToken(); }

    /// Goes where the form leads, with the token that is kept for it; on a mistake the form says what it is.
    Q_INVOKABLE void enter();
    /// Back to the form.
    Q_INVOKABLE void leave();
    Q_INVOKABLE void retryNow();

    /// Into one more room of this server, or to it when one is in it; what is wrong with its name, or
    /// nothing.
    Q_INVOKABLE QString join(const QString& name);
    /// Out of a room. What was written there and not sent is forgotten.
    Q_INVOKABLE void part(const QString& channel);
    /// To the room that one has with another user, which is made where there was none.
    Q_INVOKABLE void talkTo(const QString& user);
    /// Asks a room that has not let us in once more.
    Q_INVOKABLE void knock(const QString& channel);
    /// Shows another one of the rooms that one is in.
    Q_INVOKABLE void show(const QString& channel);
    /// Shows the one that is so many rows further down the list; around at its ends.
    Q_INVOKABLE void step(int by);
    /// Shows the next one down the list where something is new: to oneself before others.
    Q_INVOKABLE void stepToUnread();

    /// In characters, of which a server accepts maxMessageLength.
    Q_INVOKABLE int messageLength(const QString& text) const;
    Q_INVOKABLE static void copy(const QString& text);
    /// Hands a web address to the desktop; anything else is ignored.
    Q_INVOKABLE void openAddress(const QString& address);

Q_SIGNALS:
    void stateChanged();
    void secondsToRetryChanged();
    void roomChanged();
    void totalsChanged();
    void watchingChanged();
    /// Somebody has said something that nobody saw; `personal`: to us.
    void heard(chinwag::models::Room* room, const QString& nick, const QString& text, bool personal);

private:
    void enterNow();
    void go(const ConnectForm::Aim& aim);
    void setRoom(Room* room);
    void onStateChanged();
    void onRemoved(const Room* room);
    QString nextUnread(bool personal) const;
    void tick();

    std::unique_ptr<Preferences> preferences_;
    ConnectForm form_;
    TokenMemory tokens_;
    sdk::Client client_;
    IgnoreList ignored_;
    RoomsModel rooms_;
    RoomList list_;
    Room nowhere_; ///< shown while one is in no room
    DirectoryModel directory_;
    SanctionsModel sanctions_;
    Profile profile_;
    PeopleActivity activity_;
    Room* room_;
    QTimer countdown_;
    int secondsToRetry_ = 0;
    bool inChat_ = false;
    bool watching_ = false;
};

} // namespace chinwag::models
