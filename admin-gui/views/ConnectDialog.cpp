#include "views/ConnectDialog.h"

#include "api/Credentials.h"
#include "api/LocalServer.h"
#include "api/SavedServers.h"
#include "api/ServerLink.h"
#include "views/AddressNote.h"
#include "views/CertificatePanel.h"
#include "views/FaultPanel.h"
#include "views/Icon.h"
#include "views/Panel.h"
#include "views/PasswordEdit.h"
#include "views/ServerList.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace chinwag::admin {

namespace {

constexpr auto defaultAddress = "http://localhost:8000";

QLabel* labelFor(const QString& text, QWidget* buddy) {
    auto* const label = new QLabel(text);
    label->setBuddy(buddy);
    return label;
}

} // namespace

ConnectDialog::ConnectDialog(ServerLink& link, SavedServers& servers, Credentials& credentials,
                             LocalServer& local, QWidget* parent)
    : QDialog(parent), link_(link), servers_(servers), credentials_(credentials), local_(local) {
    setWindowTitle(tr("Connect to a server"));
    second_.setInterval(std::chrono::seconds(1));
    connect(&second_, &QTimer::timeout, this, &ConnectDialog::countDown);

    auto* const row = new QHBoxLayout;
    row->setSpacing(22);
    row->addWidget(buildSaved());
    row->addWidget(buildForm(), 1);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(22, 20, 22, 16);
    layout->setSpacing(14);
    layout->addLayout(row, 1);
    layout->addLayout(buildButtons());
    setMinimumSize(700, 400);

    connect(&link_, &ServerLink::stateChanged, this, &ConnectDialog::linkChanged);
    connect(&credentials_, &Credentials::availableChanged, this,
            [this] { remember_->setVisible(credentials_.isAvailable()); });
    connect(&local_, &LocalServer::started, this, [this] {
        if (waitingForLocal_)
            connectTo(local_.endpoint());
    });
    connect(&local_, &LocalServer::failed, this, [this](const QString& reason, const QString& output) {
        waitingForLocal_ = false;
        setBusy(false, QString());
        showMessage(output.isEmpty() ? reason : QString(reason + QStringLiteral("\n\n") + output));
    });
    fillSaved();
    if (saved_->count() > 0)
        saved_->setCurrentRow(0);
    else
        setAddress(QLatin1String(defaultAddress));
    updateButtons();
}

QWidget* ConnectDialog::buildSaved() {
    auto* const side = new QWidget(this);
    auto* const heading = new QLabel(tr("Servers"), side);
    makeHeading(heading, 1.1);
    saved_ = new ServerList(side);
    forget_ = new QPushButton(tr("Forget"), side);
    forget_->setToolTip(tr("Takes the chosen server off this list, with its password"));
    forget_->setAutoDefault(false);
    startLocal_ = new QPushButton(tr("Start a &local server"), side);
    startLocal_->setToolTip(tr("Starts a server on this machine, for as long as this program runs"));
    startLocal_->setIcon(symbolIcon(QStringLiteral("local"), this));
    startLocal_->setAutoDefault(false);
    auto* const layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(heading);
    layout->addWidget(saved_, 1);
    layout->addWidget(forget_);
    layout->addWidget(startLocal_);
    side->setFixedWidth(220);
    connect(saved_, &QListWidget::currentRowChanged, this, &ConnectDialog::choose);
    connect(saved_, &QListWidget::itemActivated, this, &ConnectDialog::submit);
    connect(forget_, &QPushButton::clicked, this, &ConnectDialog::forget);
    connect(startLocal_, &QPushButton::clicked, this, &ConnectDialog::startLocal);
    return side;
}

QWidget* ConnectDialog::buildForm() {
    form_ = new QWidget(this);
    address_ = new QLineEdit(form_);
    address_->setObjectName(QStringLiteral("address"));
    address_->setPlaceholderText(tr("https://chat.example.org"));
    name_ = new QLineEdit(form_);
    name_->setObjectName(QStringLiteral("name"));
    password_ = new PasswordEdit(form_);
    password_->setObjectName(QStringLiteral("password"));
    code_ = new QLineEdit(form_);
    code_->setObjectName(QStringLiteral("code"));
    code_->setPlaceholderText(tr("of the authenticator, or a recovery code"));
    code_->setInputMethodHints(Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    codeTitle_ = labelFor(tr("Co&de"), code_);
    remember_ = new QCheckBox(tr("&Remember the password in the keychain"), form_);
    remember_->setVisible(credentials_.isAvailable());

    fault_ = new FaultPanel(form_);
    certificate_ = new CertificatePanel(form_);
    certificate_->hide();
    connect(certificate_, &CertificatePanel::accepted, this, [this](const QByteArray& pin, bool keep) {
        keepPin_ = keep;
        attempted_.pin = pin;
        connectTo(attempted_);
    });

    auto* const layout = new QVBoxLayout(form_);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(5);
    auto* const heading = new QLabel(tr("Connect to a server"), form_);
    makeHeading(heading, 1.1);
    layout->addWidget(heading);
    layout->addSpacing(6);
    const auto add = [layout](const QString& text, QWidget* field) {
        layout->addWidget(labelFor(text, field));
        layout->addWidget(field);
        layout->addSpacing(6);
    };
    add(tr("&Address"), address_);
    layout->addWidget(new AddressNote(*address_, form_));
    add(tr("&Operator name"), name_);
    add(tr("&Password"), password_);
    layout->addWidget(codeTitle_);
    layout->addWidget(code_);
    showCode(false);
    layout->addWidget(remember_);
    layout->addSpacing(4);
    layout->addWidget(fault_);
    layout->addWidget(certificate_);
    layout->addStretch(1);
    for (QLineEdit* const field : {address_, name_, password_, code_})
        connect(field, &QLineEdit::textChanged, this, &ConnectDialog::updateButtons);
    // Whether there is a second factor is for that operator's server to say.
    for (QLineEdit* const field : {address_, name_})
        connect(field, &QLineEdit::textChanged, this, [this] { showCode(false); });
    return form_;
}

QLayout* ConnectDialog::buildButtons() {
    progress_ = new QLabel(this);
    makeMuted(progress_);
    connect_ = new QPushButton(tr("&Connect"), this);
    connect_->setDefault(true);
    cancel_ = new QPushButton(tr("Cancel"), this);
    cancel_->setAutoDefault(false);
    connect(connect_, &QPushButton::clicked, this, &ConnectDialog::submit);
    connect(cancel_, &QPushButton::clicked, this, &ConnectDialog::reject);
    auto* const row = new QHBoxLayout;
    row->addWidget(progress_, 1);
    row->addWidget(cancel_);
    row->addWidget(connect_);
    return row;
}

void ConnectDialog::fillSaved() {
    saved_->clear();
    for (const Endpoint& endpoint : servers_.all()) {
        const QString who = endpoint.url.scheme() == QLatin1String("https")
                                ? tr("%1, encrypted").arg(endpoint.operatorName)
                                : tr("%1, not encrypted").arg(endpoint.operatorName);
        auto* const item = new QListWidgetItem(endpoint.url.authority() + u'\n' + who, saved_);
        item->setIcon(symbolIcon(QStringLiteral("server"), this));
        item->setToolTip(endpoint.url.toString());
        item->setSizeHint(QSize(0, fontMetrics().height() * 2 + 14));
    }
    forget_->setEnabled(saved_->currentRow() >= 0);
}

void ConnectDialog::choose(int row) {
    forget_->setEnabled(row >= 0);
    if (row < 0 || row >= servers_.all().size())
        return;
    const Endpoint endpoint = servers_.all().at(row);
    hideMessages();
    address_->setText(endpoint.url.toString());
    name_->setText(endpoint.operatorName);
    password_->clear();
    attempted_ = endpoint;
    if (!credentials_.isAvailable())
        return;
    credentials_.read(endpoint, this, [this, row](const QString& password) {
        if (saved_->currentRow() != row || password.isEmpty() || !password_->text().isEmpty())
            return;
        password_->setText(password);
        remember_->setChecked(true);
    });
}

void ConnectDialog::forget() {
    const int row = saved_->currentRow();
    if (row < 0)
        return;
    credentials_.remove(servers_.all().at(row));
    servers_.remove(row);
    fillSaved();
}

void ConnectDialog::setAddress(const QString& address) {
    saved_->setCurrentRow(-1);
    address_->setText(address);
    name_->clear();
    password_->clear();
    name_->setFocus();
}

void ConnectDialog::setOperator(const QString& name) {
    name_->setText(name);
}

void ConnectDialog::setPassword(const QString& password) {
    password_->setText(password);
}

void ConnectDialog::submit() {
    hideMessages();
    Endpoint endpoint;
    endpoint.url = RestClient::parseAddress(address_->text());
    endpoint.operatorName = name_->text().trimmed();
    endpoint.password = password_->text();
    endpoint.code = code_->text().trimmed();
    if (!endpoint.url.isValid()) {
        showMessage(
            tr("This is not an address. Write for example chat.example.org or https://chat.example.org."));
        address_->setFocus();
        return;
    }
    if (!connect_->isEnabled())
        return;
    for (const Endpoint& known : servers_.all()) {
        if (known.url == endpoint.url && !known.pin.isEmpty())
            endpoint.pin = known.pin;
    }
    keepPin_ = true;
    connectTo(endpoint);
}

void ConnectDialog::connectTo(const Endpoint& endpoint) {
    hideMessages();
    attempted_ = endpoint;
    waiting_ = true;
    setBusy(true, tr("Connecting to %1…").arg(endpoint.label()));
    link_.connectTo(endpoint);
}

void ConnectDialog::startLocal() {
    hideMessages();
    waitingForLocal_ = true;
    setBusy(true, tr("Starting a server on this machine…"));
    if (local_.state() == LocalServer::State::Running)
        connectTo(local_.endpoint());
    else
        local_.start();
}

void ConnectDialog::linkChanged() {
    if (!waiting_)
        return;
    if (link_.state() == ServerLink::State::Online) {
        waiting_ = false;
        setBusy(false, QString());
        if (!waitingForLocal_) {
            Endpoint kept = attempted_;
            if (!keepPin_)
                kept.pin.clear();
            servers_.use(kept);
            if (remember_->isChecked() && credentials_.isAvailable())
                credentials_.write(attempted_);
            else
                credentials_.remove(attempted_);
        }
        waitingForLocal_ = false;
        accept();
    } else if (link_.state() == ServerLink::State::Refused) {
        waiting_ = false;
        waitingForLocal_ = false;
        setBusy(false, QString());
        showError(link_.error());
    }
}

void ConnectDialog::showError(const ApiError& error) {
    if (error.certificate) {
        certificate_->setFault(*error.certificate);
        certificate_->show();
        return grow();
    }
    if (error.retryAfter && *error.retryAfter > 0) {
        secondsToWait_ = *error.retryAfter;
        waitReason_ = error.message();
        second_.start();
        return countDown();
    }
    showMessage(error.message());
    if (error.wantsCode()) {
        showCode(true);
        code_->setFocus();
        code_->selectAll();
        grow();
    } else if (error.status == 401) {
        password_->setFocus();
        password_->selectAll();
    }
}

void ConnectDialog::showCode(bool visible) {
    codeTitle_->setVisible(visible);
    code_->setVisible(visible);
    if (!visible)
        code_->clear();
    updateButtons();
}

void ConnectDialog::countDown() {
    if (secondsToWait_ <= 0) {
        second_.stop();
        hideMessages();
    } else {
        showMessage(waitReason_ + u'\n' + tr("You can try again in %1 s.").arg(secondsToWait_));
        --secondsToWait_;
    }
    updateButtons();
}

void ConnectDialog::showMessage(const QString& text) {
    fault_->say(text);
    grow();
}

void ConnectDialog::grow() {
    // Labels that wrap do not tell a window on the screen that they need more of it.
    for (QLayout* const inner : {fault_->layout(), certificate_->layout(), form_->layout()})
        inner->activate();
    layout()->invalidate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void ConnectDialog::hideMessages() {
    fault_->hide();
    certificate_->hide();
}

void ConnectDialog::setBusy(bool busy, const QString& what) {
    form_->setEnabled(!busy);
    saved_->setEnabled(!busy);
    startLocal_->setEnabled(!busy);
    forget_->setEnabled(!busy && saved_->currentRow() >= 0);
    progress_->setText(what);
    updateButtons();
}

void ConnectDialog::updateButtons() {
    // Widgets that are not made yet are not filled in either.
    if (connect_ == nullptr)
        return;
    const bool complete = !address_->text().trimmed().isEmpty() && !name_->text().trimmed().isEmpty() &&
                          !password_->text().isEmpty() &&
                          (code_->isHidden() || !code_->text().trimmed().isEmpty());
    connect_->setEnabled(form_->isEnabled() && complete && !second_.isActive());
}

void ConnectDialog::reject() {
    if (!waiting_ && !waitingForLocal_)
        return QDialog::reject();
    const bool wasLocal = waitingForLocal_;
    waiting_ = false;
    waitingForLocal_ = false;
    if (wasLocal)
        local_.stop();
    link_.disconnectFromServer();
    setBusy(false, QString());
}

} // namespace chinwag::admin
