#!/usr/bin/env bash
# Sets up, builds and opens Inlet.
#   packaging/run.sh                        your mailboxes
#   packaging/run.sh --sandbox              a private mail server with sample mailboxes
#   packaging/run.sh [--sandbox] --screenshot FILE
#                                           renders the window to a PNG and ends
# Everything else is handed to the program; see inlet --help.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)

sandbox=0 screenshot=0
arguments=()
for argument in "$@"; do
    case $argument in
        --sandbox) sandbox=1 ;;
        -h | --help) sed -n '/^#   /,/^# Everything/s/^# \{0,1\}//p' "$0"; exit 0 ;;
        --screenshot | --screenshot=*) screenshot=1 arguments+=("$argument") ;;
        *) arguments+=("$argument") ;;
    esac
done

if [ $screenshot = 0 ] && [ -z "${DISPLAY:-}" ] && [ -z "${WAYLAND_DISPLAY:-}" ]; then
    cat >&2 <<TXT
There is no display to open a window on (neither DISPLAY nor WAYLAND_DISPLAY is set).
Start this from a desktop session, or with a virtual one:
    xvfb-run -a packaging/run.sh
A picture of the window works without a display:
    packaging/run.sh --sandbox --screenshot inlet.png
TXT
    exit 2
fi

lists=(build runtime)
[ $sandbox = 0 ] || lists+=(sandbox)
"$root/packaging/setup.sh" "${lists[@]}"

build=$root/build/release
log=$root/build/release-build.log
mkdir -p "$root/build"
echo "Building Inlet (the first time takes a few minutes)..." >&2
if ! { cmake -S "$root" --preset release && cmake --build "$build" --target inlet inletctl; } >"$log" 2>&1; then
    tail -n 30 "$log" >&2
    echo "The build failed; the whole log is $log" >&2
    exit 1
fi

if [ $sandbox = 1 ]; then
    exec "$root/packaging/sandbox.sh" "$build/app" "${arguments[@]}"
fi
exec "$build/app/inlet" "${arguments[@]}"
