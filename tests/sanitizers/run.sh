#!/usr/bin/env bash
# Builds TARGET with PRESET and runs the tests that carry LABEL.
#   run.sh SOURCE_DIRECTORY PRESET TARGET LABEL
set -euo pipefail
cd "$1"
preset=$2
target=$3
label=$4

export LSAN_OPTIONS="suppressions=$PWD/tests/sanitizers/lsan.supp:print_suppressions=0"

# The server and the client library: the desktop programs would double the time that this takes.
cmake --preset "$preset" -DCHINWAG_BUILD_ADMIN=OFF -DCHINWAG_BUILD_CLIENT=OFF
cmake --build --preset "$preset" --target "$target"
# The page's own tests are not of C++.
exec ctest --preset "$preset" --parallel "$(nproc)" --no-tests=error --label-regex "^$label\$" --label-exclude '^web$'
