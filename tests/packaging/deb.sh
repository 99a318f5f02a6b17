#!/usr/bin/env bash
# Builds the Debian packages, installs each into a clean system of this machine's Debian release, starts its program
# there, and removes it again. Needs root and mmdebstrap: exits with 77 where it has them not.
#   deb.sh SOURCE_DIRECTORY
set -euo pipefail

source_dir=$1
cache=$source_dir/build/packaging
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=/dev/null
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")
packages=(chinwag-server chinwag-admin chinwag)
declare -A debs=()

step() { echo "--- $*"; }
fail() {
    echo "FAILED: $*" >&2
    exit 1
}

# shellcheck source-path=SCRIPTDIR source=cleanroom.sh
. "$here/cleanroom.sh"
# shellcheck source-path=SCRIPTDIR source=desktop.sh
. "$here/desktop.sh"

require() {
    if [ "$(id -u)" != 0 ]; then
        echo "skipped: a clean system can only be made as root"
        exit 77
    fi
    if ! command -v mmdebstrap >/dev/null; then
        echo "skipped: mmdebstrap is not installed"
        exit 77
    fi
    if ! unshare --mount --pid --fork true; then
        echo "skipped: this container may not make name spaces"
        exit 77
    fi
}

# Mounts and processes of the test live in name spaces that end with it, however it ends.
enter_namespaces() {
    if [ -z "${CHINWAG_TEST_CONTAINED:-}" ]; then
        CHINWAG_TEST_CONTAINED=1 exec unshare --mount --pid --fork --kill-child "$0" "$@"
    fi
    mount -t proc proc /proc
}

build_packages() {
    cd "$source_dir"
    # Somebody may have configured this directory for one program only.
    local options=(-DCHINWAG_BUILD_ADMIN=ON -DCHINWAG_BUILD_CLIENT=ON) package
    [ -f build/release/build.ninja ] || options+=(-DCHINWAG_BUILD_TESTS=OFF)
    cmake --preset release "${options[@]}"
    rm -rf build/release/packages
    cmake --build --preset release --target chinwag-deb
    for package in "${packages[@]}"; do
        debs[$package]=$(echo "$source_dir/build/release/packages/${package}"_*.deb)
        [ -f "${debs[$package]}" ] || fail "there is no package $package"
    done
}

check_unit() {
    "${inside[@]}" getent passwd chinwag >/dev/null || fail "there is no user chinwag"
    "${inside[@]}" systemctl is-enabled chinwagd.service || fail "the service is not enabled"
    "${inside[@]}" systemd-analyze verify --man=no chinwagd.service \
        /usr/share/doc/chinwag-server/examples/chinwagd.socket
    # Tenths: an exposure of at most 2.0 on systemd's scale to 10.
    "${inside[@]}" systemd-analyze security --offline=yes --threshold=20 chinwagd.service | tail -n 1
}

answer_of() {
    exec 3<>"/dev/tcp/127.0.0.1/${url##*:}"
    printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$1" >&3
    cat <&3
    exec 3>&-
}

status_of() {
    answer_of "$1" | sed -n '1{s/^HTTP\/1\.1 \([0-9]*\) .*/\1/p;}'
}

# It goes on running, for the client to find it.
start_server() {
    local line
    as_chinwag=("${inside[@]}" setpriv --reuid=chinwag --regid=chinwag --clear-groups --no-new-privs)
    # What systemd does for the service.
    "${inside[@]}" install -d -o chinwag -g chinwag -m 0750 /var/lib/chinwag
    as_chinwag+=(env STATE_DIRECTORY=/var/lib/chinwag)
    "${as_chinwag[@]}" chinwagd check-config --config /etc/chinwag/chinwag.toml
    coproc SERVER { exec "${as_chinwag[@]}" chinwagd --config /etc/chinwag/chinwag.toml --listen 127.0.0.1:0; }
    server=$SERVER_PID
    read -r -t 60 line <&"${SERVER[0]}" || fail "the server did not say where it listens"
    url=${line#listening on }
    [[ "$url" =~ ^http://127\.0\.0\.1:[0-9]+$ ]] || fail "not a line that says where it listens: $line"
    "${as_chinwag[@]}" chinwagd healthcheck "$url" || fail "healthcheck says that it is not well"
    [ "$(status_of /healthz)" = 200 ] || fail "/healthz is not 200"
    [ "$(status_of /)" = 200 ] || fail "the page is not 200"
}

stop_server() {
    kill -TERM "$server"
    wait "$server" || fail "SIGTERM ended the server with $?"
}

remove_server() {
    echo "# kept" >>"$root/etc/chinwag/chinwag.toml"
    "${apt_inside[@]}" remove chinwag-server
    [ ! -e "$root/usr/bin/chinwagd" ] || fail "remove left the program"
    grep -q '^# kept' "$root/etc/chinwag/chinwag.toml" || fail "remove took the configuration"
    purge_package chinwag-server
}

require
enter_namespaces "$@"
step "build the packages"
build_packages
step "lintian"
lintian --fail-on error,warning "${debs[@]}"
step "a clean $suite for chinwag-server"
trap leave_roots EXIT
make_base
make_root chinwag-server
install_package chinwag-server usr/share/man/man1/chinwagd.1.gz usr/share/man/man5/chinwag.toml.5.gz \
    usr/share/doc/chinwag-server/examples/{chinwagd.socket,nginx/chinwag.conf,grafana/chinwag.json} \
    usr/share/doc/chinwag-server/examples/prometheus/{prometheus.yml,chinwag.rules.yml}
check_unit
start_server
for package in chinwag-admin chinwag; do
    step "a clean $suite for $package"
    make_root "$package"
    install_desktop_package "$package"
    check_version "$package"
done
step "the console"
enter_root chinwag-admin
check_admin
step "the client"
enter_root chinwag
check_client
step "remove and purge"
stop_server
enter_root chinwag-server
remove_server
for package in chinwag-admin chinwag; do
    enter_root "$package"
    rm -rf "${root:?}$home"
    purge_package "$package"
done
step "done"
