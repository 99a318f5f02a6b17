#include "support/Translated.h"

#include "views/ElidedLabel.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QTableView>

#include <algorithm>

namespace chinwag::test {

namespace {

template <typename Widget, typename Act>
void eachVisible(QWidget& root, Act act) {
    const auto all = root.findChildren<Widget*>();
    for (Widget* const widget : all) {
        if (widget->isVisible())
            act(*widget);
    }
}

QStringList contested(const QStringList& texts) {
    QStringList taken;
    QStringList twice;
    for (const QString& text : texts) {
        const QString letter = QKeySequence::mnemonic(text).toString();
        if (letter.isEmpty())
            continue;
        if (taken.contains(letter))
            twice << letter + QStringLiteral(": ") + text;
        taken << letter;
    }
    return twice;
}

QString needs(const QString& text, int has, int wants) {
    return QStringLiteral("“%1” has %2, needs %3").arg(text).arg(has).arg(wants);
}

void squeezedColumns(QTableView& table, QStringList& squeezed) {
    const QHeaderView& header = *table.horizontalHeader();
    for (int i = 0; i < header.count(); ++i) {
        const QString title = table.model()->headerData(i, Qt::Horizontal).toString();
        if (!header.isSectionHidden(i) && header.sectionSize(i) < header.sectionSizeHint(i))
            squeezed << needs(title, header.sectionSize(i), header.sectionSizeHint(i));
    }
}

} // namespace

QStringList textsIn(QWidget& root) {
    QStringList texts;
    eachVisible<QLabel>(root, [&](QLabel& label) { texts << label.text(); });
    eachVisible<QAbstractButton>(
        root, [&](QAbstractButton& button) { texts << button.text() << button.toolTip(); });
    eachVisible<QLineEdit>(
        root, [&](QLineEdit& edit) { texts << edit.placeholderText() << edit.accessibleName(); });
    eachVisible<QComboBox>(root, [&](QComboBox& box) {
        for (int i = 0; i < box.count(); ++i)
            texts << box.itemText(i);
    });
    eachVisible<QListWidget>(root, [&](QListWidget& list) {
        for (int i = 0; i < list.count(); ++i)
            texts << list.item(i)->text();
    });
    eachVisible<QTableView>(root, [&](QTableView& table) {
        for (int i = 0; i < table.model()->columnCount(); ++i)
            texts << table.model()->headerData(i, Qt::Horizontal).toString();
    });
    texts.removeAll(QString());
    return texts;
}

QStringList squeezedIn(QWidget& root) {
    QStringList squeezed;
    const auto judge = [&](const QWidget& widget, const QString& text, int wanted) {
        if (widget.width() < wanted)
            squeezed << needs(text, widget.width(), wanted);
    };
    eachVisible<QAbstractButton>(root, [&](QAbstractButton& button) {
        const bool isSymbol = qobject_cast<QLineEdit*>(button.parentWidget()) != nullptr;
        if (!isSymbol && !button.text().isEmpty())
            judge(button, button.text(), button.sizeHint().width());
    });
    eachVisible<QComboBox>(root,
                           [&](QComboBox& box) { judge(box, box.currentText(), box.sizeHint().width()); });
    eachVisible<QLabel>(root, [&](QLabel& label) {
        if (!label.wordWrap() && qobject_cast<admin::ElidedLabel*>(&label) == nullptr)
            judge(label, label.text(), label.sizeHint().width());
    });
    eachVisible<QListWidget>(root, [&](QListWidget& list) {
        for (int i = 0; i < list.count(); ++i)
            judge(*list.viewport(), list.item(i)->text(),
                  list.fontMetrics().horizontalAdvance(list.item(i)->text()));
    });
    eachVisible<QTableView>(root, [&](QTableView& table) { squeezedColumns(table, squeezed); });
    return squeezed;
}

QStringList contestedLetters(QWidget& dialog) {
    QStringList texts;
    eachVisible<QLabel>(dialog, [&](QLabel& label) {
        if (label.buddy() != nullptr)
            texts << label.text();
    });
    eachVisible<QAbstractButton>(dialog, [&](QAbstractButton& button) { texts << button.text(); });
    return contested(texts);
}

QStringList contestedLetters(const QMenu& menu) {
    QStringList texts;
    const auto actions = menu.actions();
    for (const QAction* const action : actions)
        texts << action->text();
    return contested(texts);
}

} // namespace chinwag::test
