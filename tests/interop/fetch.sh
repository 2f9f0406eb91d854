#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# fetch.sh [DIR]: Cyrus and Courier for tests, unpacked below DIR (default: build/interop). Nothing is
# installed: cyrus-imapd and dovecot-imapd conflict as packages, not as programs. Needs the network
# once and no root. Exit: 0 there, 3 the packages could not be had.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dir=${1:-$(cd "$here/../.." && pwd)/build/interop}
mkdir -p "$dir"; dir=$(cd "$dir" && pwd -P)
exec 8>"$dir/.lock"; flock 8
# A change of this script fetches again.
mark=$(sha256sum < "$0")
if [ -e "$dir/root/.complete" ] && [ "$(cat "$dir/root/.complete")" = "$mark" ]; then exit 0; fi

servers=(cyrus-common cyrus-imapd courier-authlib courier-base courier-imap gamin)
apt_options=()

# The servers and, of what they depend on, the libraries that this machine lacks.
wanted() {
  local queue=("${servers[@]}") seen=" " package library
  while [ ${#queue[@]} -gt 0 ]; do
    package=${queue[0]}; queue=("${queue[@]:1}")
    case $seen in *" $package "*) continue ;; esac
    seen+="$package "
    echo "$package"
    for library in $(apt-cache "${apt_options[@]}" depends --no-recommends --no-suggests "$package" |
        awk '/^ [ |](Pre)?Depends: / { if (!other && $2 ~ /^lib/) print $2; other = /^ \|/ }'); do
      case $library in *-perl | libc6 | *-dev) continue ;; esac
      [ "$(dpkg-query -W -f '${db:Status-Status}' "$library" 2>/dev/null || true)" = installed ] || queue+=("$library")
    done
  done
}
download() {
  local packages
  packages=$(wanted) && (cd "$dir/debs" && apt-get "${apt_options[@]}" -qq download $packages) >"$dir/apt.log" 2>&1
}

rm -rf "$dir/debs" "$dir/root"; mkdir -p "$dir/debs" "$dir/root"
if ! download; then
  # The machine's lists are missing or old: lists of our own, which need no root.
  mkdir -p "$dir/apt/lists/partial" "$dir/apt/cache/archives/partial"
  apt_options=(-o "Dir::State::lists=$dir/apt/lists" -o "Dir::Cache=$dir/apt/cache")
  rm -f "$dir/debs/"*
  if ! apt-get "${apt_options[@]}" -qq update >"$dir/apt.log" 2>&1 || ! download; then
    cat "$dir/apt.log" >&2
    echo "Could not download ${servers[*]}. Check the network and the package sources, then start again." >&2
    exit 3
  fi
fi
for deb in "$dir/debs/"*.deb; do dpkg-deb -x "$deb" "$dir/root"; done

library_path=$dir/root/usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH):$dir/root/usr/lib
missing=$(for program in "$dir"/root/usr/lib/cyrus/bin/{master,imapd,lmtpd,idled,ctl_cyrusdb} \
    "$dir"/root/usr/bin/{imapd,couriertls} "$dir"/root/usr/sbin/couriertcpd "$dir"/root/usr/lib{/courier/courier/imaplogin,exec/gam_server}; do
  LD_LIBRARY_PATH=$library_path ldd "$program" | grep 'not found' || true
done)
if [ -n "$missing" ]; then
  echo "The unpacked servers lack libraries:" "$missing" >&2
  exit 3
fi
echo "$mark" > "$dir/root/.complete"
