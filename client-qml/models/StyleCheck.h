// A check that Qt Quick Controls makes for those who change controls of a desktop's own style.
#pragma once

namespace chinwag::models {

/// Leaves it out. The style used here, Basic, lets every part of a control be replaced, and Qt 6.8.2 now and
/// then crashes while it asks a control for that (QQmlPropertyCache::toMetaObjectBuilder, below QQuickPopup).
/// To be called on the main thread before the first control is made.
void leaveOutStyleCheck();

} // namespace chinwag::models
