// The looks that a writer may give to a message: a small part of Markdown, and links.
#pragma once

#include <QString>

namespace chinwag::models {

/// HTML for Qt's rich text where `text` has links or markup, else empty. Every character of `text` is
/// escaped; the only tags are p, br, b, i, code and a, the last one with web addresses alone. Bold is **so**,
/// italic *so* or _so_, code `so`, a block of code stands between lines of ```, and a quotation has "> " in
/// front of each line.
QString formatted(const QString& text);

} // namespace chinwag::models
