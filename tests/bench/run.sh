#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the release and measures it: tests/bench/run.sh [--quick | --full | --hour] [--only sync|store|fleet]... [--out FILE]
set -euo pipefail
cd "$(dirname "$0")/../.."
for tool in mbsync dovecot xvfb-run python3 cmake ninja; do
  PATH=$PATH:/usr/sbin command -v "$tool" >/dev/null || missing="${missing:-} $tool"
done
if [ -n "${missing:-}" ]; then
  echo "run.sh: not found:$missing (Debian: isync dovecot-imapd dovecot-lmtpd xvfb python3 cmake ninja-build)" >&2
  exit 3
fi
cmake --preset release -DINLET_BUILD_BENCH=ON >/dev/null
ninja -C build/release inlet inletctl inlet_bench inlet_window_bench
exec python3 tests/bench/bench.py --build build/release --out build/release/bench-results.jsonl "$@"
