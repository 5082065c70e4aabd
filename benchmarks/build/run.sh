#!/usr/bin/env bash
# What a policy adds to `dotnet build` of an empty project: one web project for each number of entries, rebuilt in turns, with the package as a user
# gets it. Prints medians, the ratio of paired rounds to the project without entries, and the compiler's peak memory.
# About ten minutes; ROUNDS=2 SIZES="10000" is a short try. COMPILER_SERVER=1 leaves the compiler running between builds, as an editor does;
# without it each build starts one, as a build server does.
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
rounds=${ROUNDS:-15}
read -ra sizes <<<"0 ${SIZES:-1000 10000 100000 256000}"
[[ ${COMPILER_SERVER:-} == 1 ]] && server=true || server=false

dotnet pack "$repository/runtime/PolicySdk/PolicySdk.csproj" -c Release -v quiet --nologo --output "$temp/feed" --artifacts-path "$temp/artifacts" >&2
version=$(basename "$temp"/feed/PolicySdk.*.nupkg .nupkg)
version=${version#PolicySdk.}
cat >"$temp/nuget.config" <<XML
<configuration>
  <packageSources>
    <clear />
    <add key="PolicySdk" value="$temp/feed" />
  </packageSources>
</configuration>
XML
for file in Directory.Build.props Directory.Build.targets Directory.Packages.props; do echo '<Project />' >"$temp/$file"; done

# Stands in for the compiler and notes the most memory that it ever had.
compiler=$(find "$(dirname "$(dotnet --list-sdks | tail -1 | sed -E 's/^([^ ]+) \[(.*)\]$/\2\/\1\/x/')")/Roslyn/bincore" -name csc.dll)
cat >"$temp/csc" <<SH
#!/usr/bin/env bash
dotnet exec "$compiler" "\$@" &
while peak=\$(awk '/^VmHWM/ { print \$2 }' /proc/\$!/status 2>/dev/null) && [[ \$peak ]]; do
  echo "\$peak" >"\$PEAK_FILE"
  sleep 0.01
done
wait \$!
SH
chmod +x "$temp/csc"

# The addresses are spread over IPv4 by a multiplier that meets each only once.
project() {
  local folder=$temp/entries$1
  mkdir -p "$folder/policies"
  cat >"$folder/app.csproj" <<XML
<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <UseAppHost>false</UseAppHost>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="PolicySdk" Version="$version" />
  </ItemGroup>
</Project>
XML
  echo 'WebApplication.CreateBuilder(args).Build().Run();' >"$folder/Program.cs"
  (($1 == 0)) || awk -v count="$1" 'BEGIN {
    print "policy: partners\nallow:"
    for (i = 1; i <= count; i++) { block = (i * 7919) % 14680064 + 65536; printf "  - %d.%d.%d.%d\n", int(block / 65536), int(block / 256) % 256, block % 256, i % 254 + 1 }
  }' >"$folder/policies/partners.policy.yaml"
  NUGET_PACKAGES=$temp/packages dotnet restore "$folder" -v quiet >&2
}

build() {
  local folder=$temp/entries$1
  shift
  NUGET_PACKAGES=$temp/packages dotnet build "$folder" --no-restore -t:Rebuild -v quiet --nologo -nodeReuse:false "$@" >"$temp/output" 2>&1 || { cat "$temp/output" >&2 && exit 1; }
}

for size in "${sizes[@]}"; do project "$size"; done
for size in "${sizes[@]}"; do
  export PEAK_FILE=$temp/peak$size
  build "$size" -p:UseSharedCompilation=false -p:CscToolPath="$temp" -p:CscToolExe=csc
  build "$size" -p:UseSharedCompilation=$server
done
for ((round = 0; round < rounds; round++)); do
  # Each begins a round in its turn.
  for i in "${!sizes[@]}"; do
    size=${sizes[(round + i) % ${#sizes[@]}]}
    begin=$(date +%s%N)
    build "$size" -p:UseSharedCompilation=$server
    echo "$round $size $((($(date +%s%N) - begin) / 1000000))" >>"$temp/times"
  done
done

goal() {
  case $1 in
    10000) echo '≤ 1.08' ;;
    100000) echo '≤ 1.25' ;;
  esac
}

median() { sort -n | awk '{ value[NR] = $1 } END { printf "%.3f", (value[int((NR + 1) / 2)] + value[int(NR / 2) + 1]) / 2 }'; }

echo "| entries | build, s | ratio | goal | compiler's memory, MB | more | goal |"
echo "|---:|---:|---:|---:|---:|---:|---:|"
for size in "${sizes[@]}"; do
  seconds=$(awk -v size="$size" '$2 == size { print $3 / 1000 }' "$temp/times" | median)
  ratio=$(awk -v size="$size" '$2 == 0 { empty[$1] = $3 } $2 == size { own[$1] = $3 } END { for (round in own) print own[round] / empty[round] }' "$temp/times" | median)
  peak=$(<"$temp/peak$size")
  echo "| $size | $seconds | $ratio | $(goal "$size") | $((peak / 1024)) | $(((peak - $(<"$temp/peak0")) / 1024)) | $([[ $(goal "$size") ]] && echo '≤ 60' || true) |"
done
