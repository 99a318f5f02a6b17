// What tells a person something while they look elsewhere, as the chat uses it.
#pragma once

#include "notify/Notifier.h"

namespace chinwag::desktop {

using notify::Notification;
using notify::Notifier;

} // namespace chinwag::desktop
