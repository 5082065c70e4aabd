#!/usr/bin/env bash
# What the analyzers cost on an application of 2,000 endpoints, beside those of ASP.NET Core in the same build.
# Prints the seconds that the compiler reports for each of the two assemblies, for three builds.
set -euo pipefail
repository=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT

mkdir -p "$temp/app/policies" "$temp/app/Endpoints"
printf 'policy: partner-api\nallow: [192.0.2.17]\n' >"$temp/app/policies/partner-api.policy.yaml"
cat >"$temp/app/app.csproj" <<XML
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

# Half of the endpoints in extension methods, ten to a file, whose builder the caller hands over; half flat, by group and by endpoint.
{
  echo 'var builder = WebApplication.CreateBuilder(args);'
  echo 'builder.Services.AddIpPolicies();'
  echo 'var app = builder.Build();'
  echo 'app.UseIpPolicies();'
  echo 'var api = app.MapGroup("/api").RequireIpPolicy<IpPolicies.PartnerApi>();'
  for i in $(seq 100); do echo "api.Map$i();"; done
  for i in $(seq 500); do echo "api.MapGet(\"/group$i/{id}\", (int id) => id + $i);"; done
  for i in $(seq 500); do echo "app.MapPost(\"/flat$i\", (string text) => text.Length + $i).RequireIpPolicy<IpPolicies.PartnerApi>();"; done
  echo 'app.Run();'
} >"$temp/app/Program.cs"
for i in $(seq 100); do
  {
    echo "internal static class Endpoints$i"
    echo '{'
    echo "    internal static void Map$i(this IEndpointRouteBuilder routes)"
    echo '    {'
    echo "        var group = routes.MapGroup(\"/m$i\").WithTags(\"m$i\");"
    for j in $(seq 10); do echo "        group.MapGet(\"/e$j/{id}\", Get$j).WithName(\"m$i-e$j\");"; done
    echo '    }'
    for j in $(seq 10); do echo "    private static IResult Get$j(int id, CancellationToken cancellation) => Results.Ok(id * $j);"; done
    echo '}'
  } >"$temp/app/Endpoints/Endpoints$i.cs"
done

dotnet build "$temp/app" -v quiet >/dev/null
for run in 1 2 3; do
  touch "$temp/app/Program.cs"
  dotnet build "$temp/app" --no-restore -v detailed -p:ReportAnalyzer=true |
    awk -v run=$run '$3 ~ /^(PolicySdk.Analyzers|Microsoft.AspNetCore.App.Analyzers),$/ { printf "run %s: %6s s  %s\n", run, $1, substr($3, 1, length($3) - 1) }'
done
