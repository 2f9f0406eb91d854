#!/usr/bin/env bash
# setup.sh LIST...: installs what the package lists beside this file name and the machine lacks.
# Asks nothing, needs no network when nothing is missing. Exit 3: a package could not be installed.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)

wanted=()
for list in "$@"; do
    while read -r package; do
        case $package in '' | '#'*) continue ;; esac
        wanted+=("$package")
    done < "$here/$list-packages.txt"
done

missing=()
for package in "${wanted[@]}"; do
    status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$status" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

echo "Installing: ${missing[*]}" >&2
as_root=()
if [ "$(id -u)" != 0 ]; then
    if ! command -v sudo >/dev/null || ! sudo -n true 2>/dev/null; then
        cat >&2 <<TXT
These packages are missing and this user may not install them without being asked:
    ${missing[*]}
Run this once, then start again:
    sudo apt-get install --no-install-recommends ${missing[*]}
TXT
        exit 3
    fi
    as_root=(sudo -n)
fi
# A mail server that is installed for a private instance must not start a public one.
policy=/usr/sbin/policy-rc.d
made_policy=0
if [ ! -e $policy ]; then
    printf '#!/bin/sh\nexit 101\n' | "${as_root[@]}" tee $policy >/dev/null
    "${as_root[@]}" chmod 755 $policy
    made_policy=1
fi
cleanup() { [ $made_policy = 0 ] || "${as_root[@]}" rm -f $policy; }
trap cleanup EXIT

apt() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 \
        -qq "$@" </dev/null >/dev/null
}
apt update || echo "No package lists from the network; trying with what is here." >&2
if ! apt install -y --no-install-recommends "${missing[@]}"; then
    echo "Could not install: ${missing[*]}. Check the network and the package sources, then start again." >&2
    exit 3
fi
