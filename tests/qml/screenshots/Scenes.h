// The states in which the client is worth looking at.
#pragma once

#include "support/ScriptedLink.h"
#include "support/Ui.h"

#include <QString>

#include <functional>
#include <vector>

namespace chinwag::test {

struct Scene {
    QString name;
    std::function<bool(Ui&, LinkScript&)> arrange; ///< false when it does not come about
};

std::vector<Scene> scenes();
std::vector<Scene> desktopScenes();
std::vector<Scene> staffScenes();

/// The next one to enter has a token that says so; nobody verifies it here.
void logIn(Ui& ui, const QByteArray& claims);
/// Enters a room in which something is said; false when that does not come about.
bool talk(Ui& ui, LinkScript& script);

} // namespace chinwag::test
