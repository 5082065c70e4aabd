#!/usr/bin/env bash
# Packs the tool as native code for this system, installs it from the packed files, holds its output against that of the managed tool on the policies of
# an example, and prints how long both take. No part of the main run: it takes a C compiler, and a minute.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rid=$(dotnet --info | sed -n 's/^ *RID: *//p' | head -1)
tool=generator/PolicySdk.Cli
cd "$root"
for target in "" "-r any" "-r $rid"; do
  # shellcheck disable=SC2086
  dotnet pack "$tool" -c Release -p:CompileAhead=true $target -o "$work/packages" -v q --nologo
done
dotnet build "$tool" -c Release -o "$work/managed" -v q --nologo
NUGET_PACKAGES="$work/cache" dotnet tool install PolicySdk.Cli --prerelease --tool-path "$work/tool" --add-source "$work/packages"
native="$work/tool/policysdk"
managed="dotnet $work/managed/policysdk.dll"

cd examples/VendorApi
count=0
while read -r arguments; do
  # shellcheck disable=SC2086
  expected=$($managed $arguments 2>&1) && status=0 || status=$?
  # shellcheck disable=SC2086
  actual=$($native $arguments 2>&1) && native_status=0 || native_status=$?
  # SARIF tells the version.
  if [ "$status" != "$native_status" ] || [ "$(sed '/"version"/d' <<< "$expected")" != "$(sed '/"version"/d' <<< "$actual")" ]; then
    echo "different: policysdk $arguments (exit codes $status, $native_status)"
    diff <(echo "$expected") <(echo "$actual") || true
    exit 1
  fi
  count=$((count + 1))
done << 'ARGUMENTS'
--help
add --help
lint
lint --format json
lint --format sarif
lint --format github
lint --fix --dry-run
fmt --check
explain 203.0.113.7
explain 2001:db8:40::1 --format json --on 2034-01-01
explain 203.0.113.0/24
add 203.0.113.99 --policy admin --note x --ticket OPS-1 --dry-run
add 10.0.0.1/8 --policy admin
remove 192.0.2.16/29 --policy admin --dry-run
block 192.0.2.17 --all-policies --note x --ticket SEC-1 --dry-run
renew 203.0.113.8 --policy data-api --client acme-prod --days 30 --dry-run
diff
diff policies policies --format json
diff policies policies --format markdown
report
report --format json
report --format csv
report --format html
nonsense
ARGUMENTS
echo "$count commands: same output, same exit codes"

measure() {
  local best=999999
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    local start=$(date +%s%N)
    "$@" > /dev/null
    local taken=$(( ($(date +%s%N) - start) / 1000000 ))
    best=$((taken < best ? taken : best))
  done
  echo "$best"
}
echo "explain, best of 10: native $(measure "$native" explain 203.0.113.7) ms, managed $(measure $managed explain 203.0.113.7) ms"
