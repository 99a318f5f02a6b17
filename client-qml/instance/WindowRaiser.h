// How a window comes before a person's eyes, and goes.
#pragma once

#include <QString>

class QWindow;

namespace chinwag::instance {

/// Shows it, as large as it was, in front of the others as far as the desktop
/// allows. `token` is the desktop's permission for that (XDG activation), or
/// empty.
void bringToFront(QWindow& window, const QString& token = {});
/// The token that this process was started with; the environment then has it no
/// more.
QString takeStartToken();

} // namespace chinwag::instance
