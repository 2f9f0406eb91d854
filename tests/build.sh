#!/usr/bin/env bash
# build.sh PRESET: installs what the tests need and the machine lacks, and builds the preset.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
"$root/packaging/setup.sh" build runtime sandbox test
cmake -S "$root" --preset "$1"
cmake --build "$root/build/$1"
