#include "views/ReasonsDialog.h"

#include "models/ReasonTemplates.h"
#include "views/Panel.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace chinwag::admin {

ReasonsDialog::ReasonsDialog(ReasonTemplates& reasons, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("Reasons"));
    auto* const heading = new QLabel(tr("Reasons to choose from"), this);
    makeHeading(heading, 1.25);
    auto* const note = new QLabel(
        tr("One on each line. They are offered wherever a reason is asked for, and can be changed there."),
        this);
    note->setWordWrap(true);
    makeMuted(note);
    auto* const edit = new QPlainTextEdit(reasons.all().join(u'\n'), this);
    edit->setAccessibleName(tr("Reasons, one on each line"));
    edit->setTabChangesFocus(true);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    auto* const usual = buttons->addButton(tr("The usual ones"), QDialogButtonBox::ResetRole);
    connect(usual, &QPushButton::clicked, this,
            [edit] { edit->setPlainText(ReasonTemplates::usual().join(u'\n')); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this, &reasons, edit] {
        reasons.setAll(edit->toPlainText().split(u'\n'));
        accept();
    });
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 16);
    layout->setSpacing(12);
    layout->addWidget(heading);
    layout->addWidget(note);
    layout->addWidget(edit, 1);
    layout->addWidget(buttons);
    resize(440, 340);
    edit->setFocus();
}

} // namespace chinwag::admin
