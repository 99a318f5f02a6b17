#!/usr/bin/env bash
# What the console costs a server while somebody watches: the closed loop of 1,000 clients with and without
# chinwag-admin, logged in, with the connections on its screen, in turn and against the same server. Prints the
# median of the ratios, and, steadier on a busy machine, what watching costs a server that has nothing else to do.
# Needs build/release with tests and console.
#   watched.sh [PAIRS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

readonly pairs=${1:-9}
readonly bin=build/release/bin
readonly password='correct horse battery'
scratch=$(mktemp -d)
server_pid=
watcher_pid=

end() {
    # shellcheck disable=SC2086 # None or one each.
    kill $watcher_pid $server_pid 2>/dev/null || true
    rm -rf "$scratch"
}
trap end EXIT

start_server() {
    local line
    $bin/chinwagd admin add alice --data-dir "$scratch/data" <<<"$password" >/dev/null
    mkfifo "$scratch/server.out"
    $bin/chinwagd --listen 127.0.0.1:0 --workers 1 --data-dir "$scratch/data" >"$scratch/server.out" \
        2>"$scratch/server.err" &
    server_pid=$!
    exec 3<"$scratch/server.out"
    read -r -t 20 line <&3
    url=${line#listening on }
}

start_watching() {
    local line
    rm -f "$scratch/watch.out"
    mkfifo "$scratch/watch.out"
    QT_QPA_PLATFORM=offscreen nice $bin/chinwag-admin-watch "$url" alice "$password" >"$scratch/watch.out" &
    watcher_pid=$!
    exec 4<"$scratch/watch.out"
    read -r -t 60 line <&4
    [ "$line" = watching ]
}

stop_watching() {
    kill "$watcher_pid"
    wait "$watcher_pid" || true
    watcher_pid=
    exec 4<&-
}

measure() {
    $bin/chinwag-bench broadcast "$url" --clients 1000 --seconds 4 --pid "$server_pid" --json
}

start_server
for ((pair = 1; pair <= pairs; ++pair)); do
    # Which comes first changes, so that what drifts hits both.
    if ((pair % 2)); then
        alone=$(measure)
        start_watching
        watched=$(measure)
        stop_watching
    else
        start_watching
        watched=$(measure)
        stop_watching
        alone=$(measure)
    fi
    printf '{"alone":%s,"watched":%s}\n' "$alone" "$watched" >>"$scratch/pairs"
done
node tests/bench/watched.mjs "$scratch/pairs"
start_watching
for clients in 1000 15000; do
    cost=$($bin/chinwag-bench idle "$url" --clients $clients --seconds 10 --pid "$server_pid" --json)
    echo "watching $clients connections: $(grep -oE '"idle_cpu_percent":[0-9.]+' <<<"$cost" | cut -d : -f 2) % of a core"
done
stop_watching
echo "load: $(cut -d ' ' -f 1-3 /proc/loadavg)"
