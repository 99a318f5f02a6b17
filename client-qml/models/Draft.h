// What is being written, and what it will be: a message, the answer to one, or another text for one.
#pragma once

#include <QObject>
#include <QString>
#include <QtQmlIntegration>

namespace chinwag::models {

class Draft : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A chat has one")
    Q_PROPERTY(Purpose purpose READ purpose NOTIFY purposeChanged)
    Q_PROPERTY(QString nick READ nick NOTIFY purposeChanged)
    Q_PROPERTY(QString quote READ quote NOTIFY purposeChanged)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged)

public:
    enum Purpose { Message, Reply, Edit };
    Q_ENUM(Purpose)

    using QObject::QObject;

    Purpose purpose() const { return purpose_; }
    /// Who has said what is answered, and its first words.
    const QString& nick() const { return nick_; }
    const QString& quote() const { return quote_; }
    const QString& text() const { return text_; }
    /// The server's id of the message that is answered or changed.
    const QString& messageId() const { return messageId_; }

    void setText(const QString& text);
    /// What has been written so far becomes an answer.
    void reply(const QString& messageId, const QString& nick, const QString& quote);
    /// What has been written so far waits until the change is made or given up.
    void edit(const QString& messageId, const QString& quote, const QString& text);
    /// Gives the answer or the change up; what was written for a message stays.
    Q_INVOKABLE void cancel();
    /// It was sent: what comes next is a message.
    void finish();
    /// Another room's, or none.
    void reset(const QString& text = {});

Q_SIGNALS:
    void purposeChanged();
    void textChanged();

private:
    void become(Purpose purpose, const QString& messageId, const QString& nick, const QString& quote);

    Purpose purpose_ = Message;
    QString messageId_;
    QString nick_;
    QString quote_;
    QString text_;
    QString kept_; ///< what was being written before a change began
};

} // namespace chinwag::models
