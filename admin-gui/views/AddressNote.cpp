#include "views/AddressNote.h"

#include "api/RestClient.h"
#include "views/Tones.h"

#include <QEvent>
#include <QLineEdit>

namespace chinwag::admin {

AddressNote::AddressNote(const QLineEdit& address, QWidget* parent) : QLabel(parent), address_(address) {
    setObjectName(QStringLiteral("addressNote"));
    setWordWrap(true);
    setContentsMargins(0, 0, 0, 8); // it belongs to what is above
    setTextFormat(Qt::PlainText);
    setText(tr("Not encrypted: your password can be read on the way. https:// keeps it secret."));
    paintText();
    hide();
    connect(&address_, &QLineEdit::textChanged, this, [this](const QString& text) {
        setVisible(RestClient::isExposed(RestClient::parseAddress(text)));
    });
}

void AddressNote::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        paintText();
}

void AddressNote::paintText() {
    const QColor warning = Tones::of(parentWidget()->palette()).warn;
    if (palette().color(QPalette::WindowText) == warning)
        return;
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, warning);
    setPalette(colors);
}

} // namespace chinwag::admin
