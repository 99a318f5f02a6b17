// The client's memory in files: one for each person on each server, in a folder for nothing else. The files
// are written on a thread of their own.
#pragma once

#include "sdk/OfflineStore.h"

#include <QSet>
#include <QString>
#include <QThread>

#include <functional>
#include <memory>

namespace chinwag::offline {

class Database;

class SqliteStore : public sdk::OfflineStore {
    Q_OBJECT

public:
    /// `folder` is made when something is to be kept.
    explicit SqliteStore(QString folder, QObject* parent = nullptr);
    /// Waits until everything is written.
    ~SqliteStore() override;

    sdk::Kept open(const QUrl& server, const QString& person) override;
    void close() override;
    void setDevice(const QString& device) override;
    void keep(const QString& room, const QList<sdk::Publication>& messages,
              const sdk::Resume& resume) override;
    void forgetRoom(const QString& room) override;
    void put(const sdk::KeptOutgoing& message) override;
    void drop(const QString& clientId) override;
    void clearAll() override;

    /// Where that person's file is.
    QString fileFor(const QUrl& server, const QString& person) const;

private:
    // These run on the thread.
    QString openFile(sdk::Kept& kept);
    QString openOnce(sdk::Kept& kept);
    void setAside();

    void write(std::function<QString(Database&)> work);
    void tell(const QString& fault);

    const QString folder_;
    QString path_; ///< of the file that is open; empty when none is
    QSet<QString> told_;
    QThread thread_;
    std::unique_ptr<QObject> context_;   ///< lives on the thread
    std::unique_ptr<Database> database_; ///< for the thread alone
    bool isSetAside_ = false;            ///< for the thread, and while it waits for nothing
};

} // namespace chinwag::offline
