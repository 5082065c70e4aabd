#!/usr/bin/env bash
# The benchmarks of decisions with prefixes that are in use, those of all autonomous systems: `bash benchmarks/asn.sh goals --quick`. They are fetched from
# npm each time (@ip-location-db/asn, CC BY 4.0, 19 MB) and kept nowhere.
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT

command -v npm >/dev/null || { echo "There is no npm, which the lists are fetched by." >&2 && exit 1; }
(cd "$temp" && npm pack --silent @ip-location-db/asn >/dev/null && tar --extract --gzip --file ./*.tgz) || { echo "The lists can't be had: npm does not get @ip-location-db/asn." >&2 && exit 1; }
ASN_FOLDER=$temp/package dotnet run -c Release --project "$repository/benchmarks/PolicySdk.Benchmarks" -- "$@"
