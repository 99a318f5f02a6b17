#include "config/FileReader.h"

#include <array>
#include <cerrno>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>

namespace chinwag::config {

namespace {

/// Closes the descriptor on every way out.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0)
            close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

private:
    int fd_;
};

FileError systemError(int code) {
    return {"cannot be read: " + std::generic_category().message(code)};
}

} // namespace

std::variant<std::string, FileError> readFile(const std::string& path, std::size_t longest) {
    const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0)
        return systemError(errno);
    std::string content;
    std::array<char, 16 * 1024> buffer{};
    while (true) {
        const auto count = read(file.get(), buffer.data(), buffer.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return systemError(errno);
        if (count == 0)
            return content;
        content.append(buffer.data(), static_cast<std::size_t>(count));
        if (content.size() > longest)
            return FileError{"is longer than " + std::to_string(longest) + " bytes"};
    }
}

} // namespace chinwag::config
