# The desktop programs in a system that has nothing but their packages; for deb.sh, which sources it.
# The caller's are: inside, root, debs, url, answer_of(), fail(), and what cleanroom.sh has.
# shellcheck shell=bash disable=SC2154

readonly home=/tmp/home
readonly patience=60 # seconds

install_desktop_package() {
    local package=$1 metainfo=example.chinwag.Chinwag
    [ "$package" = chinwag ] || metainfo=example.chinwag.Admin
    install_package "$package" "usr/share/man/man1/$package.1.gz" "usr/share/applications/$package.desktop" \
        "usr/share/metainfo/$metainfo.metainfo.xml" "usr/share/icons/hicolor/scalable/apps/$package.svg"
    install -d -m 0700 -o nobody -g nogroup "$root$home"
}

# As somebody without rights, on a screen that nobody sees, drawn without a graphics card.
desktop_program() {
    as_somebody=("${inside[@]}" HOME="$home" XDG_RUNTIME_DIR="$home" QT_QPA_PLATFORM=offscreen
        QT_QUICK_BACKEND=software
        setpriv --reuid=nobody --regid=nogroup --clear-groups --no-new-privs env)
}

check_version() {
    local said
    desktop_program
    said=$("${as_somebody[@]}" "$1" --version 2>&1)
    [ "$said" = "$1 $(dpkg-deb --field "${debs[$1]}" Version)" ] || fail "$1 --version says: $said"
}

# What a program complains of, a missing module or picture, makes the test fail, though it goes on without it.
end_of_program() {
    local pid=$1 complaints=$2
    kill -0 "$pid" 2>/dev/null || fail "it has ended"
    [ -z "$complaints" ] || fail "it complains: $complaints"
    kill -TERM "$pid"
    wait "$pid" || true
}

# It has come up when Qt tells that its first dialog is on the screen.
check_admin() {
    local line complaints='' pid shown='' told
    desktop_program
    exec {told}< <(exec "${as_somebody[@]}" QT_LOGGING_RULES=qt.widgets.painting=true chinwag-admin "$url" 2>&1)
    pid=$!
    while [ -z "$shown" ]; do
        read -r -t $patience line <&"$told" || fail "no dialog is shown: $complaints"
        case $line in
        "qt.widgets.painting: Flushing "*"::ConnectDialog("*) shown=yes ;;
        "qt.widgets.painting: "*) ;;
        *) complaints+=$line$'\n' ;;
        esac
    done
    end_of_program "$pid" "$complaints"
    exec {told}<&-
}

# It has come up when it is in the room: it goes there only once its interface is loaded.
check_client() {
    local complaints=$root$home/complaints pid deadline=$((SECONDS + patience))
    desktop_program
    "${as_somebody[@]}" chinwag "$url" --nick Deb --room lobby 2>"$complaints" &
    pid=$!
    until [[ "$(answer_of /stats)" == *'"websocket":1}'* ]]; do
        kill -0 "$pid" 2>/dev/null || fail "it has ended: $(cat "$complaints")"
        ((SECONDS < deadline)) || fail "it does not come into the room: $(cat "$complaints")"
        sleep 0.2
    done
    end_of_program "$pid" "$(cat "$complaints")"
}
