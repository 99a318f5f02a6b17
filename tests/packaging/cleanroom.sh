# Clean systems of this machine's Debian release to install packages into; for deb.sh, which sources it.
# The caller's are: cache, suite, debs, fail().
# shellcheck shell=bash disable=SC2154

declare -A roots=()

leave_roots() {
    local left
    for left in "${roots[@]}"; do
        umount -R "$left"/{proc,dev,var/cache/apt/archives} 2>/dev/null || true
        rm -rf --one-file-system "$left"
    done
}

make_base() {
    mkdir -p "$cache/archives/partial"
    base=$cache/$suite.tar
    if [ ! -f "$base" ]; then
        mmdebstrap --quiet --variant=minbase --include=systemd,systemd-sysv "$suite" "$cache/new.tar"
        mv "$cache/new.tar" "$base"
    fi
}

# One for each package: what one package brings must not help another.
make_root() {
    root=$(mktemp -d "$cache/root.XXXXXX")
    roots[$1]=$root
    tar -xf "$base" -C "$root" --numeric-owner
    cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    # What the packages depend on is downloaded once.
    mount --bind "$cache/archives" "$root/var/cache/apt/archives"
    rm -f "$root/etc/apt/apt.conf.d/docker-clean"
    enter_root "$1"
}

# Arrays, so that they can be the argument of exec and leave no shell between a signal and the program.
enter_root() {
    root=${roots[$1]}
    inside=(chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C.UTF-8 DEBIAN_FRONTEND=noninteractive)
    apt_inside=("${inside[@]}" apt-get -q -y -o Dpkg::Use-Pty=0 -o Acquire::Retries=3
        -o APT::Keep-Downloaded-Packages=true)
}

# Without what the package only recommends. The files are those that must be there afterwards.
install_package() {
    local package=$1 file
    shift
    cp "${debs[$package]}" "$root/tmp/"
    "${apt_inside[@]}" update
    "${apt_inside[@]}" install --no-install-recommends "/tmp/$(basename "${debs[$package]}")"
    for file in "usr/share/doc/$package/"{copyright,changelog.gz} "$@"; do
        [ -f "$root/$file" ] || fail "/$file is missing"
    done
}

purge_package() {
    local package=$1 left
    "${apt_inside[@]}" purge "$package"
    rm "$root/tmp/$(basename "${debs[$package]}")"
    left=$(cd "$root" && find . -xdev -iname '*chinwag*')
    [ -z "$left" ] || fail "purge left: $left"
}
