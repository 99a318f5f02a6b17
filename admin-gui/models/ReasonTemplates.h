// What this operator gives as a reason again and again.
#pragma once

#include <QStringList>

class QSettings;

namespace chinwag::admin {

/// Kept in the settings; until somebody has changed them, the usual ones in the language of the program.
class ReasonTemplates {
public:
    /// `settings` must outlive this.
    explicit ReasonTemplates(QSettings& settings) : settings_(settings) {}

    QStringList all() const;
    /// Blank lines and repetitions are left out; without any, the usual ones come back.
    void setAll(const QStringList& reasons);
    static QStringList usual();

private:
    QSettings& settings_;
};

} // namespace chinwag::admin
