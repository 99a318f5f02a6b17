#!/usr/bin/env bash
# Builds the server's .deb, installs it into a clean system of this machine's Debian release, starts it there,
# and removes it again. Needs root and mmdebstrap: exits with 77 where it has them not.
#   deb.sh SOURCE_DIRECTORY
set -euo pipefail

source_dir=$1
cache=$source_dir/build/packaging
# shellcheck source=/dev/null
suite=$(. /etc/os-release && echo "$VERSION_CODENAME")

step() { echo "--- $*"; }
fail() {
    echo "FAILED: $*" >&2
    exit 1
}

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

build_package() {
    cd "$source_dir"
    local options=()
    [ -f build/release/build.ninja ] || options=(-DCHINWAG_BUILD_TESTS=OFF -DCHINWAG_BUILD_ADMIN=OFF -DCHINWAG_BUILD_CLIENT=OFF)
    cmake --preset release "${options[@]}"
    rm -rf build/release/packages
    cmake --build --preset release --target chinwag-deb
    deb=$(echo build/release/packages/chinwag-server_*.deb)
    [ -f "$deb" ] || fail "no package in build/release/packages"
}

leave_root() {
    umount -R "$root"/{proc,dev,var/cache/apt/archives} 2>/dev/null || true
    rm -rf --one-file-system "$root"
}

make_root() {
    mkdir -p "$cache/archives/partial"
    local base=$cache/$suite.tar
    if [ ! -f "$base" ]; then
        mmdebstrap --quiet --variant=minbase --include=systemd,systemd-sysv "$suite" "$cache/new.tar"
        mv "$cache/new.tar" "$base"
    fi
    root=$(mktemp -d "$cache/root.XXXXXX")
    trap leave_root EXIT
    tar -xf "$base" -C "$root" --numeric-owner
    cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    # What the package depends on is downloaded once.
    mount --bind "$cache/archives" "$root/var/cache/apt/archives"
    rm -f "$root/etc/apt/apt.conf.d/docker-clean"
}

# Arrays, so that they can be the argument of exec and leave no shell between a signal and the server.
enter_root() {
    inside=(chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive)
    apt_inside=("${inside[@]}" apt-get -q -y -o Dpkg::Use-Pty=0 -o Acquire::Retries=3 -o APT::Keep-Downloaded-Packages=true)
    as_chinwag=("${inside[@]}" setpriv --reuid=chinwag --regid=chinwag --clear-groups --no-new-privs)
}

install_package() {
    cp "$deb" "$root/tmp/"
    "${apt_inside[@]}" update
    "${apt_inside[@]}" install --no-install-recommends "/tmp/$(basename "$deb")"
    "${inside[@]}" getent passwd chinwag >/dev/null || fail "there is no user chinwag"
    "${inside[@]}" systemctl is-enabled chinwagd.service || fail "the service is not enabled"
    local file
    for file in usr/share/man/man1/chinwagd.1.gz usr/share/man/man5/chinwag.toml.5.gz \
        usr/share/doc/chinwag-server/{copyright,changelog.gz,examples/chinwagd.socket}; do
        [ -f "$root/$file" ] || fail "/$file is missing"
    done
}

check_unit() {
    "${inside[@]}" systemd-analyze verify --man=no chinwagd.service \
        /usr/share/doc/chinwag-server/examples/chinwagd.socket
    # Tenths: an exposure of at most 2.0 on systemd's scale to 10.
    "${inside[@]}" systemd-analyze security --offline=yes --threshold=20 chinwagd.service | tail -n 1
}

answer_of() {
    local port=$1 path=$2
    exec 3<>"/dev/tcp/127.0.0.1/$port"
    printf 'GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n' "$path" >&3
    head -n 1 <&3
    exec 3>&-
}

check_server() {
    local line url server
    "${as_chinwag[@]}" chinwagd check-config --config /etc/chinwag/chinwag.toml
    coproc SERVER { exec "${as_chinwag[@]}" chinwagd --config /etc/chinwag/chinwag.toml --listen 127.0.0.1:0; }
    server=$SERVER_PID
    read -r -t 60 line <&"${SERVER[0]}" || fail "the server did not say where it listens"
    url=${line#listening on }
    [[ "$url" =~ ^http://127\.0\.0\.1:[0-9]+$ ]] || fail "not a line that says where it listens: $line"
    "${as_chinwag[@]}" chinwagd healthcheck "$url" || fail "healthcheck says that it is not well"
    [[ "$(answer_of "${url##*:}" /healthz)" == "HTTP/1.1 200 "* ]] || fail "/healthz is not 200"
    [[ "$(answer_of "${url##*:}" /)" == "HTTP/1.1 200 "* ]] || fail "the page is not 200"
    kill -TERM "$server"
    wait "$server" || fail "SIGTERM ended the server with $?"
}

check_removal() {
    echo "# kept" >>"$root/etc/chinwag/chinwag.toml"
    "${apt_inside[@]}" remove chinwag-server
    [ ! -e "$root/usr/bin/chinwagd" ] || fail "remove left the program"
    grep -q '^# kept' "$root/etc/chinwag/chinwag.toml" || fail "remove took the configuration"
    "${apt_inside[@]}" purge chinwag-server
    rm "$root/tmp/$(basename "$deb")"
    local left
    left=$(cd "$root" && find . -xdev -iname '*chinwag*')
    [ -z "$left" ] || fail "purge left: $left"
}

require
enter_namespaces "$@"
step "build the package"
build_package
step "lintian"
lintian --fail-on error,warning "$deb"
step "make a clean $suite"
make_root
enter_root
step "install"
install_package
step "the unit"
check_unit
step "the server"
check_server
step "remove and purge"
check_removal
step "done"
