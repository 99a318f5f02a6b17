#include "app/Output.h"

#include "app/ExitCode.h"

#include <cstdio>

namespace chinwag::app {

int printed(const std::string& text) {
    const bool complete = std::fputs(text.c_str(), stdout) != EOF && std::fflush(stdout) == 0;
    return complete ? Success : Failure;
}

int failed(const QString& reason) {
    static_cast<void>(std::fprintf(stderr, "chinwagd: %s\n", qUtf8Printable(reason)));
    return Failure;
}

} // namespace chinwag::app
