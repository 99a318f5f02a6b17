// Tells a person of what is said while they look elsewhere, as they want to be
// told; and takes back what they have seen by then.
#pragma once

#include "desktop/Notifier.h"
#include "models/ChatController.h"

#include <QElapsedTimer>

namespace chinwag::desktop {

class Attention : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    Attention(models::ChatController& chat, Notifier& notifier, QObject* parent = nullptr);

Q_SIGNALS:
    /// A notification was followed, and its room is shown. `token` is as in
    /// Notifier::activated().
    void wanted(const QString& token);

private:
    void onHeard(const models::Room& room, const QString& nick, const QString& text, bool personal);
    bool isWanted(const models::Room& room, bool personal) const;
    bool maySound();
    void withdrawSeen();

    models::ChatController& chat_;
    Notifier& notifier_;
    QElapsedTimer sounded_;
};

} // namespace chinwag::desktop
