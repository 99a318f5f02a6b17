#!/usr/bin/env bash
# The manual pages describe every key and option that the program has, and none that it has not.
#   manual.sh CHINWAGD MANUAL_DIRECTORY
set -euo pipefail

chinwagd=$1
manual=$2
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# Lines "section.key", from the printed configuration (keys may be commented out) and from the manual.
"$chinwagd" print-config |
    sed -nE 's/^#? ?(\[[a-z_]+\]|[a-z_]+ *=).*/\1/p' |
    sed -E 's/ *=$//' |
    awk '/^\[/ { section = substr($0, 2, length($0) - 2); next } { print section "." $0 }' |
    sort -u >"$scratch/program.keys"
sed -nE 's/^\.Ss Section (\[.*\])/\1/p; s/^\.It Ic //p' "$manual/chinwag.toml.5" |
    awk '/^\[/ { section = substr($0, 2, length($0) - 2); next } { print section "." $0 }' |
    sort -u >"$scratch/manual.keys"

"$chinwagd" --help | grep -oE -- '--[a-z][a-z-]+' | sort -u >"$scratch/program.options"
sed -nE 's/^\.It Fl (. , Fl )?-([a-z-]+).*/--\2/p' "$manual/chinwagd.1" | sort -u >"$scratch/manual.options"

status=0
for kind in keys options; do
    if [ ! -s "$scratch/program.$kind" ]; then
        echo "the program shows no $kind" >&2
        status=1
    fi
    if ! diff --label "the manual's $kind" --label "the program's $kind" -u \
        "$scratch/manual.$kind" "$scratch/program.$kind"; then
        status=1
    fi
done
exit $status
