#!/usr/bin/env bash
# sandbox.sh APPDIR [ARGUMENT...]: opens Inlet on a private Dovecot and Postfix with sample mailboxes
# and prospects that answer, in a profile of its own; ends and removes all of it afterwards.
# Nothing leaves this machine: every address is invented and every server listens on loopback only.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
app=$1
shift

dir=$(mktemp -d "${TMPDIR:-/tmp}/inlet-sb.XXXXXX")
servers=$root/tests/support/servers
prospect=
cleanup() {
    [ -z "$prospect" ] || kill "$prospect" 2>/dev/null || true
    "$servers/stop.sh" --dir "$dir/mail" --purge >/dev/null 2>&1 || true
    rm -rf "$dir"
}
trap cleanup EXIT
trap 'exit 130' INT TERM HUP

echo "Starting the private mail servers..." >&2
chmod 755 "$dir"
mkdir "$dir/mail"
python3 "$root/packaging/sandbox/fill.py" "$dir/mail"
env=$("$servers/start.sh" --dir "$dir/mail" --people "$root/packaging/sandbox/people.json" --quiet)
value() { sed -n "s/^$1=//p" "$env"; }
imap=127.0.0.1:$(value IMAPS_PORT):tls
smtp=127.0.0.1:$(value SUBMISSION_PORT):starttls
ca=$(value CA_FILE)

python3 "$root/packaging/sandbox/prospect.py" "$env" >"$dir/prospect.log" 2>&1 &
prospect=$!

# The sandbox's passwords are invented; a sealed file keeps them apart from the real keyring.
INLET_VAULT_PASSPHRASE=$(head -c 24 /dev/urandom | base64)
export INLET_VAULT_PASSPHRASE
profile=("--data-dir" "$dir/profile" "--vault" "file" "--ca-file" "$ca")
python3 - "$root/packaging/sandbox/people.json" "$imap" "$smtp" >"$dir/fleet.csv" <<'PY'
import csv, json, sys
people, imap, smtp = sys.argv[1:]
rows = csv.writer(sys.stdout)
rows.writerow(["email", "name", "password", "imap", "smtp", "history"])
for person in json.load(open(people, encoding="utf-8")):
    if "catch_all" not in person:
        rows.writerow([person["email"], person["name"], person["password"], imap, smtp, "90d"])
PY
chmod 600 "$dir/fleet.csv"
if ! "$app/inletctl" "${profile[@]}" account add --csv "$dir/fleet.csv" >"$dir/add.log" 2>&1; then
    cat "$dir/add.log" >&2
    echo "The sandbox's mailboxes could not be connected." >&2
    exit 1
fi
rm -f "$dir/fleet.csv"
"$app/inlet" "${profile[@]}" --sandbox "$@"
