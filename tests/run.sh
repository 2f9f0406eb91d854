#!/usr/bin/env bash
# Sets up, builds and runs every test: unit, integration against a private Dovecot and Postfix, the
# real window under Xvfb, lint. Further arguments go to ctest, e.g. -R unit.mime or -L gui.
# INLET_PRESET=asan does the same with the sanitizers. No answer from a terminal is needed.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
preset=${INLET_PRESET:-dev}

"$root/tests/build.sh" "$preset"

# A display, a window manager, a session bus and a runtime directory of our own.
work=$(mktemp -d /tmp/inlet-tests.XXXXXX)
pids=()
cleanup() {
    [ ${#pids[@]} = 0 ] || kill "${pids[@]}" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
export XDG_RUNTIME_DIR=$work/run XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data XDG_CACHE_HOME=$work/cache
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"

exec 4>"$work/display"
Xvfb -displayfd 4 -screen 0 1600x1000x24 -nolisten tcp >"$work/xvfb.log" 2>&1 &
pids+=($!)
until [ -s "$work/display" ]; do
    kill -0 "${pids[0]}" 2>/dev/null || { cat "$work/xvfb.log" >&2; exit 1; }
    read -rt 0.1 <> <(:) || true
done
DISPLAY=:$(cat "$work/display")
export DISPLAY
openbox >"$work/openbox.log" 2>&1 &
pids+=($!)
until xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q window; do
    kill -0 "${pids[1]}" 2>/dev/null || { cat "$work/openbox.log" >&2; exit 1; }
    read -rt 0.1 <> <(:) || true
done

export QT_QPA_PLATFORM=xcb QT_LOGGING_RULES="${QT_LOGGING_RULES:-qt.qpa.*=false}"
export LSAN_OPTIONS=suppressions=$root/tests/support/lsan.supp:print_suppressions=0
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
export INLET_TEST_ARTIFACTS=$root/build/$preset/artifacts
mkdir -p "$INLET_TEST_ARTIFACTS"
# cmake/InletTestSchedule.cmake tells what a test takes of these.
units=${INLET_TEST_UNITS:-$((5 * $(nproc)))}
dbus-run-session -- ctest --test-dir "$root/build/$preset" --output-on-failure -j "$units" "$@"
