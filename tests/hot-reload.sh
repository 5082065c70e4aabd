#!/usr/bin/env bash
# Edits a policy under `dotnet watch` and looks at what the running application answers. Needs curl and a loopback network.
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
temp=$(mktemp -d)
app=$temp/app log=$temp/watch.log policy=$temp/app/policies/partner-api.policy.yaml
watcher=

finish() {
  local code=$?
  if [[ -n $watcher ]]; then
    kill -TERM -- "-$watcher" 2>/dev/null || true
    for ((i = 0; i < 50; i++)); do
      kill -0 -- "-$watcher" 2>/dev/null || break
      sleep 0.1
    done
    kill -KILL -- "-$watcher" 2>/dev/null || true
  fi
  if ((code != 0)); then
    echo "FAILED. What dotnet watch printed:"
    cat "$log" 2>/dev/null
  fi
  rm -rf "$temp"
}
trap finish EXIT

fail() {
  echo "not ok: $*"
  exit 1
}

# Waits until a command succeeds, for a number of tenths of a second.
within() {
  local tenths=$1
  shift
  for ((i = 0; i < tenths; i++)); do
    "$@" && return
    kill -0 "$watcher" 2>/dev/null || fail "dotnet watch has ended"
    sleep 0.1
  done
  return 1
}

ask() { curl --silent --noproxy '*' --max-time 5 "$@"; }
answers() { [[ $(ask --output /dev/null --write-out '%{http_code}' "$url/prices") == "$1" ]]; }
says() { grep -qE "$1" "$log"; }

# Writes the policy and waits for the answer that it asks for.
edit() {
  local what=$1 status=$2 list=$3 start=${EPOCHREALTIME/./}
  printf 'policy: partner-api\nallow:\n%s\n' "$list" >"$policy"
  within 300 answers "$status" || fail "$what: not $status within 30 s"
  echo "ok: $what: $status after $(((${EPOCHREALTIME/./} - start) / 1000)) ms"
}

others='  - 203.0.113.7'
caller='  - {ip: 127.0.0.1, only-in: Development}'

mkdir -p "$app/policies"
printf 'policy: partner-api\nallow:\n%s\n' "$others"$'\n'"$caller" >"$policy"
cat >"$app/app.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
  </PropertyGroup>
  <Import Project="$repository/generator/PolicySdk.InRepository.props" />
  <Import Project="$repository/generator/PolicySdk.InRepository.targets" />
</Project>
XML
cat >"$app/Program.cs" <<'CS'
var builder = WebApplication.CreateBuilder(args);
builder.Services.AddIpPolicies();
var app = builder.Build();
app.UseIpPolicies();
app.MapGet("/prices", () => "41.70").RequireIpPolicy<IpPolicies.PartnerApi>();
app.MapGet("/process", () => Environment.ProcessId).AllowAnyAddress("tells a restart from a reload");
app.Run();
CS

# Servers would outlive this script.
export MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0 UseSharedCompilation=false
export DOTNET_CLI_UI_LANGUAGE=en DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
export DOTNET_WATCH_SUPPRESS_LAUNCH_BROWSER=1 DOTNET_WATCH_SUPPRESS_EMOJIS=1
export ASPNETCORE_ENVIRONMENT=Development ASPNETCORE_URLS=http://127.0.0.1:0

# With job control the watcher leads a process group of its own, which is ended by its id.
set -m
dotnet watch --project "$app" --non-interactive run --no-launch-profile </dev/null >"$log" 2>&1 &
watcher=$!
set +m

within 1800 says 'Now listening on: ' || fail "the application did not start within 3 minutes"
url=$(sed -n 's/.*Now listening on: \(http[^ ]*\).*/\1/p' "$log" | head -n 1)
process=$(ask "$url/process")
within 50 answers 200 || fail "the caller is on the list, and is refused"

edit "the caller leaves the list" 401 "$others"
edit "the caller comes back" 200 "$others"$'\n'"$caller"
edit "an entry with an error: the old list decides" 200 "$others"$'\n  - 203.0.113.256'
within 300 says 'partner-api\.policy\.yaml\(4,[0-9]+\): error PSDK2001' || fail "the error is not shown at its file and line"
echo "ok: the error is shown at its file and line"
for ((i = 0; i < 20; i++)); do
  answers 200 || fail "the list with an error took effect"
  sleep 0.1
done
echo "ok: the old list still decides"
edit "the error is mended, without the caller" 401 "$others"

[[ $(ask "$url/process") == "$process" ]] || fail "the application was restarted"
echo "ok: one process answered it all"
