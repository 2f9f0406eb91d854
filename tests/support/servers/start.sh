#!/bin/bash
# Starts one private mail system: Dovecot (IMAP, IMAPS, LMTP, SASL) and Postfix
# (submission, submissions, MX) as one unprivileged user, on free loopback ports.
#
#   start.sh [--dir DIR] [--users N] [--messages M] [--seed S] [--ports LO-HI]
#            [--rate N] [--people FILE] [--imap-only] [--quiet]
#
# --people FILE: JSON list of {"email","password","name"} instead of the numbered users;
#                "catch_all": [DOMAIN...] gives an entry all other mail of these domains.
#
# Prints the path of DIR/env (shell variables) when everything answers.
# Exit: 0 ready (or already running), 2 usage, 3 a package is missing, 4 did not come up.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dir= users=20 messages=0 seed=1 people= lo=20000 hi=29999 rate=5 smtp=1 quiet=0
while [ $# -gt 0 ]; do
  case $1 in
    --dir) dir=$2; shift 2 ;;
    --users) users=$2; shift 2 ;;
    --messages) messages=$2; shift 2 ;;
    --seed) seed=$2; shift 2 ;;
    --people) people=$2; shift 2 ;;
    --ports) lo=${2%-*}; hi=${2#*-}; shift 2 ;;
    --rate) rate=$2; shift 2 ;;
    --imap-only) smtp=0; shift ;;
    --quiet) quiet=1; shift ;;
    -h|--help) sed -n '2,13p' "$0"; exit 0 ;;
    *) echo "start.sh: unknown option $1" >&2; exit 2 ;;
  esac
done
say() { [ "$quiet" = 1 ] || echo "$*" >&2; }
die() { echo "start.sh: $2" >&2; exit "$1"; }
case $users in ''|*[!0-9]*) die 2 "--users wants a number" ;; esac
{ [ "$users" -ge 1 ] && [ "$users" -le 500 ]; } || die 2 "--users: 1 to 500"

PATH=$PATH:/usr/sbin:/sbin
for tool in dovecot openssl python3 setpriv flock; do
  command -v "$tool" >/dev/null || die 3 "$tool not found (see README.md for the packages)"
done
[ -x /usr/lib/dovecot/imap ] || die 3 "dovecot-imapd is missing"
[ -x /usr/lib/dovecot/lmtp ] || die 3 "dovecot-lmtpd is missing"
if [ "$smtp" = 1 ]; then
  [ -x /usr/lib/postfix/sbin/master ] || die 3 "postfix is missing"
  command -v cc >/dev/null || die 3 "a C compiler (cc) is missing: it builds rootless.so"
fi

[ -n "$dir" ] || dir=$(mktemp -d "${TMPDIR:-/tmp}/mailtestbed.XXXXXX")
mkdir -p "$dir"; dir=$(cd "$dir" && pwd -P)
[ ${#dir} -le 60 ] || die 2 "--dir is too long for unix sockets (over 60 characters): $dir"
alive() { # PIDFILE: that process is this instance's, and no zombie
  [ -s "$1" ] && tr '\0' ' ' 2>/dev/null <"/proc/$(cat "$1")/cmdline" | grep -qF "$dir/"
}

exec 8>"$dir/.lock"; flock -w 60 8 || die 4 "another start.sh or stop.sh holds $dir"
if alive "$dir/pids/dovecot" && { [ "$smtp" = 0 ] || alive "$dir/pids/postfix"; }; then
  say "already running"; echo "$dir/env"; exit 0
fi
[ ! -e "$dir/env" ] || "$here/stop.sh" --dir "$dir" --locked >/dev/null 2>&1 || true
rm -f "$dir/env"

# Everything runs as one ordinary user: the caller, or nobody where the caller is root.
if [ "$(id -u)" = 0 ]; then
  run_user=${TESTBED_USER:-nobody}
else
  run_user=$(id -un)
fi
run_uid=$(id -u "$run_user") run_gid=$(id -g "$run_user") run_group=$(id -gn "$run_user")
[ "$run_uid" != 0 ] || die 2 "TESTBED_USER must not be root"
become() { # replaces the (sub)shell; closes the locks, which a daemon must not keep
  exec 8>&- 9>&- </dev/null
  if [ "$(id -u)" = 0 ]; then
    exec setpriv --reuid "$run_uid" --regid "$run_gid" --clear-groups -- "$@"
  else
    exec "$@"
  fi
}

chmod 755 "$dir"
mkdir -p "$dir"/{certs,log,pids,mail,dovecot/run,dovecot/state,dovecot/keys/default/HS256,postfix/etc,postfix/data}
mkdir -p "$dir"/postfix/queue/{active,bounce,corrupt,defer,deferred,flush,hold,incoming,maildrop,pid,private,public,saved,trace}
"$here/make-cert.sh" "$dir/certs"
if [ "$smtp" = 1 ] && [ ! -s "$dir/postfix/rootless.so" ]; then
  cc -shared -fPIC -O2 -o "$dir/postfix/rootless.so" "$here/rootless.c"
fi

# --- accounts ---------------------------------------------------------------
python3 "$here/seed.py" accounts --dir "$dir" --users "$users" ${people:+--people "$people"}
domains=$(cat "$dir/domains")
# Key for the JWT access tokens: Dovecot looks for <prefix>/<azp or default>/<alg>/<kid>.
[ -s "$dir/dovecot/jwt.key" ] || printf 'testbed-secret-%s-0123456789abcdef' "$seed" > "$dir/dovecot/jwt.key"
base64 -w0 < "$dir/dovecot/jwt.key" > "$dir/dovecot/keys/default/HS256/default"

# --- messages ---------------------------------------------------------------
if [ "$messages" -gt 0 ] && [ ! -e "$dir/truth.jsonl" ]; then
  python3 "$here/seed.py" messages --dir "$dir" --messages "$messages" --seed "$seed"
fi
[ "$(id -u)" != 0 ] || chown -R "$run_uid:$run_gid" "$dir"/{certs,log,mail,dovecot,postfix,pids}

render() { # TEMPLATE TARGET
  sed -e "s|@STATE@|$dir|g" -e "s|@CERTS@|$dir/certs|g" -e "s|@USER@|$run_user|g" \
      -e "s|@GROUP@|$run_group|g" -e "s|@UID@|$run_uid|g" -e "s|@GID@|$run_gid|g" \
      -e "s|@IMAP_PORT@|$imap|g" -e "s|@IMAPS_PORT@|$imaps|g" -e "s|@LMTP_PORT@|$lmtp|g" \
      -e "s|@MX_PORT@|$mx|g" -e "s|@RATE_PORT@|$ratep|g" -e "s|@STRICT_PORT@|$strict|g" \
      -e "s|@RATE_LIMIT@|$rate|g" -e "s|@DOMAINS@|$domains|g" "$here/templates/$1" > "$2"
}

submission_lines() { # one pair of listeners for each loopback address and its certificate
  local addr cert common pair
  for pair in 127.0.0.1=server 127.0.0.11=expired 127.0.0.12=wronghost 127.0.0.13=selfsigned \
              127.0.0.14=otherca 127.0.0.15=notyet; do
    addr=${pair%=*} cert=${pair#*=}
    common="-o smtpd_sasl_auth_enable=yes -o smtpd_tls_chain_files=$dir/certs/$cert.key,$dir/certs/$cert.pem"
    common="$common -o smtpd_relay_restrictions=permit_sasl_authenticated,reject"
    common="$common -o smtpd_client_restrictions=permit_sasl_authenticated,reject"
    common="$common -o smtpd_sender_restrictions=reject_sender_login_mismatch"
    echo "$addr:$sub  inet n - n - - smtpd -o syslog_name=postfix/submission -o smtpd_tls_auth_only=yes -o smtpd_tls_security_level=encrypt $common"
    echo "$addr:$subs inet n - n - - smtpd -o syslog_name=postfix/submissions -o smtpd_tls_wrappermode=yes $common"
  done
}

kill_all() { "$here/stop.sh" --dir "$dir" --locked >/dev/null 2>&1 || true; }

# One start at a time per user picks its ports, so parallel runs do not collide; a port
# taken by somebody else between the choice and the bind costs one more attempt.
exec 9>"${TMPDIR:-/tmp}/.mailtestbed-$(id -u).lock"; flock -w 120 9 || die 4 "port lock busy"
for attempt in 1 2 3 4 5; do
  picked=$(python3 "$here/net.py" pick "$lo" "$hi" 8) || die 4 "no eight free ports between $lo and $hi"
  read -r imap imaps lmtp sub subs mx ratep strict <<<"$picked"
  render dovecot.conf.in "$dir/dovecot/dovecot.conf"
  render oauth2.conf.ext.in "$dir/dovecot/oauth2.conf.ext"
  if [ "$smtp" = 1 ]; then
    render main.cf.in "$dir/postfix/etc/main.cf"
    render master.cf.in "$dir/postfix/etc/master.cf.tmp"
    submission_lines > "$dir/postfix/etc/sub.tmp"
    sed -e "/@BIND_SUB@/{r $dir/postfix/etc/sub.tmp" -e 'd}' "$dir/postfix/etc/master.cf.tmp" > "$dir/postfix/etc/master.cf"
    rm -f "$dir/postfix/etc/"*.tmp
    for f in rcpt transport header_checks eod; do render $f.regexp.in "$dir/postfix/etc/$f.regexp"; done
    cp "$here/templates/bounce.cf.in" "$dir/postfix/etc/bounce.cf"
    for x in 1 2 3 4 5 6 7; do for y in $(seq 0 30); do
      echo "/^bounce-5-$x-$y[@+]/ error:5.$x.$y Testbed permanent failure"
      echo "/^defer-4-$x-$y[@+]/ retry:4.$x.$y Testbed temporary failure"
    done; done >> "$dir/postfix/etc/transport.regexp"
    : > "$dir/postfix/etc/dynamicmaps.cf"
    chmod 644 "$dir"/postfix/etc/*
    # Postfix waits a second before it trusts a table that has just been written.
    touch -d '1 minute ago' "$dir"/postfix/etc/*
  fi
  ok=1
  rm -f "$dir/pids/"*
  (cd / && become dovecot -F -c "$dir/dovecot/dovecot.conf") >>"$dir/log/dovecot.out" 2>&1 &
  echo $! > "$dir/pids/dovecot"
  if [ "$smtp" = 1 ]; then
    rm -f "$dir/postfix/queue/pid/"*
    (cd / && become env MAIL_CONFIG="$dir/postfix/etc" LD_PRELOAD="$dir/postfix/rootless.so" \
      setsid /usr/lib/postfix/sbin/master -c "$dir/postfix/etc" -d) >>"$dir/log/postfix.out" 2>&1 &
    echo $! > "$dir/pids/postfix"
  fi
  expect=("$imap=* OK" "$imaps=" "$lmtp=220")
  [ "$smtp" = 0 ] || expect+=("$mx=220" "$sub=220" "$subs=")
  python3 "$here/net.py" wait 15 "${expect[@]}" || ok=0
  alive "$dir/pids/dovecot" || ok=0
  [ "$smtp" = 0 ] || alive "$dir/pids/postfix" || ok=0
  [ "$ok" = 1 ] && break
  say "attempt $attempt failed; see $dir/log"
  kill_all
done
flock -u 9
if [ "$ok" != 1 ]; then tail -n 5 "$dir"/log/* >&2 || true; die 4 "did not come up"; fi

{
  echo "TESTBED_DIR=$dir"
  echo "TESTBED_HOST=127.0.0.1"
  echo "IMAP_PORT=$imap"
  echo "IMAPS_PORT=$imaps"
  echo "LMTP_PORT=$lmtp"
  if [ "$smtp" = 1 ]; then
    echo "SUBMISSION_PORT=$sub"
    echo "SUBMISSIONS_PORT=$subs"
    echo "MX_PORT=$mx"
    echo "RATE_LIMITED_PORT=$ratep"
    echo "STRICT_PORT=$strict"
  fi
  echo "CA_FILE=$dir/certs/ca.pem"
  echo "ACCOUNTS=$dir/accounts.json"
  [ ! -e "$dir/truth.jsonl" ] || echo "TRUTH=$dir/truth.jsonl"
} > "$dir/env.tmp"
mv "$dir/env.tmp" "$dir/env"
echo "$dir/env"
