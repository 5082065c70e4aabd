#!/usr/bin/env bash
# Takes pictures of the HTML report in a headless browser, to be looked at: as wide as a desk, as a phone, and as printed. No part of the test run.
# Usage: tests/PolicySdk.Cli.Tests/picture-report.sh [FOLDER OF POLICIES] [FOLDER OF PICTURES]. Needs chromium.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
policies=${1:-$root/policies}
pictures=${2:-$(mktemp -d)}
mkdir -p "$pictures"
dotnet run --project "$root/generator/PolicySdk.Cli" -- report --folder "$policies" --format html --output "$pictures/report.html"
browser() {
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars "$@" "file://$pictures/report.html" 2>/dev/null
}
browser --window-size=1400,1600 --screenshot="$pictures/desk.png"
browser --window-size=500,1400 --screenshot="$pictures/phone.png"
browser --print-to-pdf="$pictures/print.pdf" --no-pdf-header-footer
echo "$pictures"
