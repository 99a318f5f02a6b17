#include "views/RowDialog.h"

#include "views/Panel.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace chinwag::admin {

RowDialog::RowDialog(const QString& title, const QJsonObject& row, QWidget* parent) : QDialog(parent) {
    setWindowTitle(title);
    auto* const heading = new QLabel(title, this);
    makeHeading(heading, 1.25);
    auto* const text = new QPlainTextEdit(
        QString::fromUtf8(QJsonDocument(row).toJson(QJsonDocument::Indented)).trimmed(), this);
    text->setReadOnly(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setAccessibleName(tr("All fields of the row"));
    text->setTabChangesFocus(true);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    auto* const copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
            [text] { QApplication::clipboard()->setText(text->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 16);
    layout->setSpacing(10);
    layout->addWidget(heading);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    resize(560, 420);
}

} // namespace chinwag::admin
