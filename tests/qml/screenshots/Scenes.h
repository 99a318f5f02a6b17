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

} // namespace chinwag::test
