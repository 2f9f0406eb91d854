#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# start.sh KIND --dir DIR [--users N] [--quiet]: one private Cyrus or Courier on free loopback ports,
# all of it below DIR. Root is not needed; started by root it runs as nobody (or $TESTBED_USER).
#
#   cyrus      folders beside INBOX, separator "/" (the default of Cyrus 3)
#   cyrus-old  folders below INBOX, separator "." (the default of Cyrus 2, still common)
#   courier    folders below INBOX, separator "."; no CONDSTORE, MOVE or SPECIAL-USE
#
# Prints the path of DIR/env (shell variables) when everything answers; ../support/servers/stop.sh ends it.
# Exit: 0 ready, 2 usage, 3 not fetched (fetch.sh), 4 did not come up.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
servers=$here/../support/servers
root=$(cd "$here/../.." && pwd)/build/interop/root
kind=${1:-}; shift || true
dir= users=5
while [ $# -gt 0 ]; do
  case $1 in
    --dir) dir=$2; shift 2 ;;
    --users) users=$2; shift 2 ;;
    --quiet) shift ;;
    *) echo "start.sh: unknown option $1" >&2; exit 2 ;;
  esac
done
die() { echo "start.sh: $2" >&2; exit "$1"; }
case $kind in cyrus | cyrus-old | courier) ;; *) die 2 "cyrus, cyrus-old or courier?" ;; esac
[ -n "$dir" ] || die 2 "--dir is missing"
[ -e "$root/.complete" ] || die 3 "the servers are not here: run tests/interop/fetch.sh"
mkdir -p "$dir"; dir=$(cd "$dir" && pwd -P)
[ ${#dir} -le 60 ] || die 2 "--dir is too long for unix sockets: $dir"

if [ "$(id -u)" = 0 ]; then run_user=${TESTBED_USER:-nobody}; else run_user=$(id -un); fi
become() { # replaces the subshell; the servers keep no lock of ours
  exec 8>&- 9>&- </dev/null
  cd /
  if [ "$(id -u)" = 0 ]; then
    exec setpriv --reuid "$run_user" --regid "$(id -g "$run_user")" --clear-groups -- "$@"
  else
    exec "$@"
  fi
}
# A session of its own: Cyrus ends its whole process group, which without root would be the test's.
launch() { # NAME COMMAND...: its output goes to log/NAME
  local name=$1; shift
  (become setsid "$@") >>"$dir/log/$name.log" 2>&1 &
  echo $! > "$dir/pids/$name"
}
# Below a home directory nobody could run them.
if [ "$(id -u)" = 0 ] && ! (become test -x "$root/usr/bin/imapd" -a -r "$here/mailhost.py"); then
  mkdir -p "$dir/host"
  cp -a "$root" "$dir/host/"
  cp "$here/mailhost.py" "$here/redirect.c" "$dir/host/"
  root=$dir/host/root here=$dir/host
fi
libraries=usr/lib/$(dpkg-architecture -qDEB_HOST_MULTIARCH)
export LD_LIBRARY_PATH=$root/$libraries:$root/usr/lib SASL_PATH=$root/$libraries/sasl2:/$libraries/sasl2

exec 8>"$dir/.lock"; flock -w 60 8 || die 4 "another start.sh or stop.sh holds $dir"
chmod 755 "$dir"
mkdir -p "$dir"/{certs,log,pids,mail,run,state}
"$servers/make-cert.sh" "$dir/certs"
auth=$dir/run/auth

start_cyrus() {
  local alternative=yes slash=yes imapd="$root/usr/lib/cyrus/bin/imapd -C $dir/imapd.conf"
  [ "$kind" = cyrus ] || { alternative=no; slash=no; }
  mkdir -p "$dir"/state/{db,log,msg,proc,ptclient,socket,user,quota,sieve}
  cat > "$dir/imapd.conf" <<CONF
configdirectory: $dir/state
partition-default: $dir/mail
defaultpartition: default
admins: cyrus
altnamespace: $alternative
unixhierarchysep: $slash
virtdomains: userid
defaultdomain: sales.test
sasl_pwcheck_method: saslauthd
sasl_saslauthd_path: $auth
sasl_mech_list: PLAIN
tls_server_cert: $dir/certs/server.pem
tls_server_key: $dir/certs/server.key
tls_client_ca_file: $dir/certs/ca.pem
duplicate_db_path: $dir/run/deliver.db
statuscache_db_path: $dir/run/statuscache.db
tls_sessions_db_path: $dir/run/tls_sessions.db
proc_path: $dir/run/proc
mboxname_lockpath: $dir/run/lock
idlesocket: $dir/run/idle
lmtpsocket: $dir/run/lmtp
notifysocket: $dir/run/notify
autocreate_users: anyone
autocreate_quota: 0
autocreate_post: yes
autocreate_inbox_folders: Sent|Drafts|Junk|Trash|Archive
specialuse_protect: \Drafts
xlist-sent: Sent
xlist-drafts: Drafts
xlist-junk: Junk
xlist-trash: Trash
xlist-archive: Archive
CONF
  cat > "$dir/cyrus.conf" <<CONF
START {
  recover cmd="$root/usr/lib/cyrus/bin/ctl_cyrusdb -C $dir/imapd.conf -r"
  idled cmd="$root/usr/lib/cyrus/bin/idled -C $dir/imapd.conf"
}
SERVICES {
  imap cmd="$imapd" listen="127.0.0.1:$imap" prefork=0
  imaps cmd="$imapd -s" listen="127.0.0.1:$imaps" prefork=1
  lmtp cmd="$root/usr/lib/cyrus/bin/lmtpd -a -C $dir/imapd.conf" listen="127.0.0.1:$lmtp" prefork=0
}
EVENTS {
}
CONF
  own
  launch passwords /usr/bin/python3 "$here/mailhost.py" saslauthd "$auth"
  # Cyrus becomes the user that CYRUS_USER names; who is that user already has nothing to do.
  launch server env CYRUS_USER="$run_user" "$root/usr/lib/cyrus/bin/master" -D -C "$dir/imapd.conf" \
    -M "$dir/cyrus.conf" -p "$dir/run/master.pid"
}

start_courier() {
  local number home folder
  cc -shared -fPIC -O2 -o "$dir/run/redirect.so" "$here/redirect.c"
  cat "$dir/certs/server.key" "$dir/certs/server.pem" > "$dir/certs/courier.pem"
  for number in $(seq 1 "$users"); do
    home=$dir/mail/$(printf 'user%03d@sales.test' "$number")
    [ ! -d "$home" ] || continue
    mkdir -p "$home"
    "$root/usr/bin/maildirmake.courier" "$home/Maildir"
    for folder in Sent Drafts Junk Trash Archive; do
      "$root/usr/bin/maildirmake.courier" -f $folder "$home/Maildir"
    done
  done
  own
  launch passwords /usr/bin/python3 "$here/mailhost.py" courier "$auth" "$lmtp" "$dir/mail"
  # Courier hears of changes through gamin; a name of its own keeps it apart from other instances.
  local watcher; watcher=interop-$(basename "$dir")
  launch watcher env INTEROP_DIR="$dir/" "$root/usr/libexec/gam_server" --notimeout "$watcher"
  # The values are those of Debian's /etc/courier/imapd, with IMAP_ENHANCEDIDLE as its comment advises.
  local capability="IMAP4rev1 UIDPLUS CHILDREN NAMESPACE THREAD=ORDEREDSUBJECT THREAD=REFERENCES SORT QUOTA IDLE"
  launch server env LD_PRELOAD="$dir/run/redirect.so" INTEROP_AUTH_SOCKET="$auth" GAM_CLIENT_ID="$watcher" \
    IMAP_TLS=1 \
    IMAP_CAPABILITY="$capability" IMAP_CAPABILITY_TLS="$capability AUTH=PLAIN" IMAP_KEYWORDS=1 IMAP_ACL=1 \
    IMAP_CHECK_ALL_FOLDERS=0 IMAP_OBSOLETE_CLIENT=0 IMAP_UMASK=022 IMAP_USELOCKS=1 IMAP_ENHANCEDIDLE=1 \
    IMAP_IDLE_TIMEOUT=60 IMAP_MAILBOX_SANITY_CHECK=1 IMAP_TRASHFOLDERNAME=Trash IMAP_MOVE_EXPUNGE_TO_TRASH=0 \
    TLS_CERTFILE="$dir/certs/courier.pem" TLS_TRUSTCERTS="$dir/certs/ca.pem" TLS_VERIFYPEER=NONE \
    "$root/usr/sbin/couriertcpd" -address=127.0.0.1 -maxprocs=200 -maxperip=200 -nodnslookup -noidentlookup \
    "$imaps" "$root/usr/bin/couriertls" -server -tcpd "$root/usr/lib/courier/courier/imaplogin" \
    "$root/usr/bin/imapd" Maildir
}
own() { [ "$(id -u)" != 0 ] || chown -R "$run_user:" "$dir"; }

# As in ../support/servers/start.sh: one at a time chooses its ports.
exec 9>"${TMPDIR:-/tmp}/.mailtestbed-$(id -u).lock"; flock -w 120 9 || die 4 "port lock busy"
ready=0
for _ in 1 2 3; do
  read -r imap imaps lmtp <<<"$(python3 "$servers/net.py" pick 20000 29999 3)"
  rm -f "$dir/pids/"*
  "start_${kind%-old}"
  for _ in $(seq 200); do [ ! -S "$auth" ] || break; sleep 0.05; done
  if [ -S "$auth" ] && python3 "$servers/net.py" wait 15 "$imaps=" "$lmtp=220"; then ready=1; break; fi
  "$servers/stop.sh" --dir "$dir" --locked >/dev/null 2>&1 || true
done
flock -u 9
if [ $ready = 0 ]; then tail -n 5 "$dir"/log/* >&2; die 4 "did not come up"; fi

{
  echo "IMAPS_PORT=$imaps"
  echo "LMTP_PORT=$lmtp"
  echo "CA_FILE=$dir/certs/ca.pem"
  [ "$kind" = cyrus ] || echo "FOLDER_PREFIX=INBOX."
} > "$dir/env.tmp"
mv "$dir/env.tmp" "$dir/env"
echo "$dir/env"
