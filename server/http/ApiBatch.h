// Many commands of the server API in one request.
#pragma once

#include "http/ApiMethods.h"

#include <rapidjson/document.h>

#include <functional>
#include <memory>
#include <string>

namespace chinwag::http {

/// Runs the `commands` of `request` one after the other, or with `parallel` all at once. `done` gets the
/// answer's body, with a reply for each command in its order. `methods` must outlive it.
void runBatch(const ApiMethods& methods, std::shared_ptr<const rapidjson::Document> request,
              std::function<void(const std::string&)> done);

} // namespace chinwag::http
