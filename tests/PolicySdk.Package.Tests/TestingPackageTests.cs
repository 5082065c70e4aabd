using System.IO.Compression;

namespace PolicySdk.Package.Tests;

/// <summary>The package of the test harness, and what it tells of changes to an application that was built with it.</summary>
public sealed class TestingPackageTests(PackedPackage package, PackedTesting testing) : IClassFixture<PackedTesting>
{
    private const string Built = "checks/bin/Debug/net10.0/Checks.dll";

    private const string Policy = """
        policy: partner-api
        allow:
          - {ip: 198.51.100.0/29, expires: 2098-12-31}
        clients:
          acme-prod:
            allow:
              - 203.0.113.7
              - 203.0.113.9

        """;

    private const string Application = """
        using Shop;
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddIpPolicies();
        var app = builder.Build();
        app.UseIpPolicies();
        app.MapGet("/prices", () => "ok").RequireIpPolicy<IpPolicies.PartnerApi>();
        // more
        app.Run();
        """;

    private const string Checks = """
        using Microsoft.AspNetCore.Mvc.Testing;
        using PolicySdk.Testing;
        using Shop;

        internal static class Checks
        {
            private static async Task Main(string[] arguments)
            {
                await using var factory = new WebApplicationFactory<Program>().WithTestCallers();
                await SayAsync("sweep", () => factory.SweepFrom("198.51.100.8").ExpectRefusedAsync());
                await SayAsync("inventory", () => Task.Run(() => ExposureInventory.Verify(factory, accept: arguments is ["accept"])));
                await SayAsync("client", () => Task.Run(() => Expect.Policy<IpPolicies.PartnerApi>().For("acme-prod").Allows("203.0.113.7")));
                await SayAsync("expiry", () => Task.Run(() => Expect.Policy<IpPolicies.PartnerApi>().On(new DateOnly(2099, 1, 1)).Denies("198.51.100.0/29")));
            }

            private static async Task SayAsync(string check, Func<Task> run)
            {
                try
                {
                    await run();
                    Console.WriteLine($"[{check}] holds");
                }
                catch (Exception exception)
                {
                    Console.WriteLine($"[{check}] {exception.GetType().Name} {exception.Message}");
                }
            }
        }
        """;

    [Fact]
    public async Task The_package_brings_the_language_of_policies_and_finds_the_projects()
    {
        await using var archive = await ZipFile.OpenReadAsync(testing.File, TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                "buildTransitive/PolicySdk.Testing.targets",
                "lib/net10.0/PolicySdk.Core.dll",
                "lib/net10.0/PolicySdk.Testing.dll",
                "lib/net10.0/PolicySdk.Testing.xml",
                "lib/net10.0/PolicySdk.YamlDotNet.dll",
            ],
            archive.Entries.Select(static entry => entry.FullName)
                .Where(static name => name.StartsWith("lib/", StringComparison.Ordinal) || name.StartsWith("build", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_change_of_an_application_fails_for_its_own_reason()
    {
        using var shop = new Consumer(package);
        shop.WriteProject(properties: "<DefaultItemExcludes>$(DefaultItemExcludes);checks/**</DefaultItemExcludes>");
        shop.Write("checks/Checks.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
                <RestoreAdditionalProjectSources>{testing.Feed}</RestoreAdditionalProjectSources>
              </PropertyGroup>
              <ItemGroup>
                <ProjectReference Include="../Shop.csproj" />
                <PackageReference Include="PolicySdk.Testing" Version="{package.Version}" />
              </ItemGroup>
            </Project>
            """);
        shop.Write("checks/Checks.cs", Checks);
        shop.Write("Program.cs", Application);
        shop.Write("policies/partner-api.policy.yaml", Policy);

        Assert.Contains("exposure.lock is not there", await CheckAsync(shop), StringComparison.Ordinal);
        await shop.RunTestsAsync(Built, "accept");
        Assert.Equal(["[client] holds", "[expiry] holds", "[inventory] holds", "[sweep] holds"], (await shop.RunTestsAsync(Built)).Split('\n').Where(static line => line.EndsWith(" holds", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

        shop.Write("Program.cs", Application.Replace("// more", """
            app.MapGet("/forgotten", () => "ok");
            app.MapGet("/opened", () => "ok").AllowAnyAddress("left from debugging");
            """, StringComparison.Ordinal));
        var endpoints = await CheckAsync(shop);
        Assert.Contains("GET /opened: let through (200)", endpoints, StringComparison.Ordinal);
        Assert.Contains("+ GET /forgotten | http | REFUSED: it has neither a policy nor a reason to be open", endpoints, StringComparison.Ordinal);
        Assert.Contains("+ GET /opened | http | OPEN to any address: left from debugging", endpoints, StringComparison.Ordinal);

        shop.Write("Program.cs", Application);
        shop.Write("policies/partner-api.policy.yaml", Policy
            .Replace("{ip: 198.51.100.0/29, expires: 2098-12-31}", "198.51.100.0/28", StringComparison.Ordinal)
            .Replace("      - 203.0.113.7\n", "", StringComparison.Ordinal));
        var entries = await CheckAsync(shop);
        Assert.Contains("GET /prices: let through (200)", entries, StringComparison.Ordinal);
        Assert.Contains("- partner-api | acme-prod | 10 v4, 0 v6\n+ partner-api | acme-prod | 17 v4, 0 v6", entries, StringComparison.Ordinal);
        Assert.Contains("Claimed: 203.0.113.7 is allowed for the client 'acme-prod'. But no entry covers", entries, StringComparison.Ordinal);
        Assert.Contains("Claimed: 198.51.100.0/29 is denied for every caller on 2099-01-01. But 198.51.100.0 is let in by 198.51.100.0/28 (policies/partner-api.policy.yaml:3)", entries, StringComparison.Ordinal);

        shop.Write("Program.cs", Application.Replace("builder.Services.AddIpPolicies();", "", StringComparison.Ordinal).Replace("app.UseIpPolicies();", "", StringComparison.Ordinal));
        Assert.Contains("AddIpPolicies", await CheckAsync(shop), StringComparison.Ordinal);
    }

    private static async Task<string> CheckAsync(Consumer shop)
    {
        (await shop.BuildAsync("checks/Checks.csproj")).Succeeded();
        return await shop.RunTestsAsync(Built);
    }
}
