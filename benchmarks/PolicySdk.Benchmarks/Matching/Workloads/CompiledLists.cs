using System.Diagnostics;
using System.Net;
using System.Reflection;

namespace PolicySdk.Benchmarks.Matching.Workloads;

/// <summary>
/// Lists as policies of a project of their own, which the SDK of this repository compiles in a folder: a quarter of a million entries are
/// nothing to keep in a repository.
/// </summary>
internal sealed class CompiledLists(string folder)
{
    private readonly Lazy<Assembly> _assembly = new(() => Assembly.LoadFrom(Path.Combine(folder, "bin", "Release", "net10.0", "Lists.dll")));

    private static string RepositoryRoot => typeof(CompiledLists).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static data => data.Key == "RepositoryRoot").Value!;

    /// <summary>Writes the project and builds it.</summary>
    internal static CompiledLists Build(string folder, IReadOnlyCollection<AddressList> lists, string? clientsPolicy = null)
    {
        Directory.CreateDirectory(Path.Combine(folder, "policies"));
        File.WriteAllText(Path.Combine(folder, "Lists.csproj"), Project);
        File.WriteAllText(Path.Combine(folder, "Lists.cs"), "namespace Lists;\n\n" + string.Concat(lists.Select(Source)));
        foreach (var list in lists)
        {
            File.WriteAllText(PolicyFile(folder, list.Name), $"policy: {list.Name}\nallow:\n{string.Concat(list.Entries.Select(static prefix => $"  - {Scalar(prefix)}\n"))}");
        }

        if (clientsPolicy is not null)
        {
            File.WriteAllText(PolicyFile(folder, Goals.AllocationGoals.Clients), clientsPolicy);
        }

        Run(folder);
        return new(folder);
    }

    internal IpPolicy Policy(string name) => (IpPolicy)typeof(IpPolicy).GetMethod(nameof(IpPolicy.Of))!.MakeGenericMethod(Type(name)).Invoke(null, null)!;

    /// <summary>The policy's own matchers over numbers, without what is around them: writes the index of the entry for each address.</summary>
    internal Action<uint[], int[]> IPv4Matcher(string name) => Method<Action<uint[], int[]>>(name, "MatchAll");

    /// <inheritdoc cref="IPv4Matcher" />
    internal Action<UInt128[], int[]> IPv6Matcher(string name) => Method<Action<UInt128[], int[]>>(name, "MatchAll");

    /// <summary>Gets the policy's instance and decides; nothing of it has run before.</summary>
    internal Func<IPAddress, bool> FirstDecision(string name) => Method<Func<IPAddress, bool>>(name, "Decide");

    /// <summary>What the compiler was given for a policy's decisions; the texts of its entries are in another file.</summary>
    internal string GeneratedSource(string name) => File.ReadAllText(
        Directory.GetFiles(Path.Combine(folder, "obj", "generated"), $"IpPolicies.{TypeName(name)}.g.cs", SearchOption.AllDirectories).Single());

    private Type Type(string name) => _assembly.Value.GetType($"Lists.IpPolicies+{TypeName(name)}", throwOnError: true)!;

    private TDelegate Method<TDelegate>(string name, string method)
        where TDelegate : Delegate
    {
        var parameters = typeof(TDelegate).GetMethod("Invoke")!.GetParameters().Select(static parameter => parameter.ParameterType);
        return Type(name).GetMethod(method, [.. parameters])!.CreateDelegate<TDelegate>();
    }

    private static string PolicyFile(string folder, string name) => Path.Combine(folder, "policies", $"{name}.policy.yaml");

    // YAML reads what ends in a colon as a key.
    private static string Scalar(Prefix prefix) => prefix.ToString() is var text && text.EndsWith(':') ? $"'{text}'" : text;

    private static string TypeName(string name) => string.Concat(name.Split('-').Select(static word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static void Run(string folder)
    {
        using var build = Process.Start(new ProcessStartInfo("dotnet", ["build", folder, "-c", "Release", "-v", "quiet", "--nologo"]) { RedirectStandardOutput = true })!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0)
        {
            throw new InvalidOperationException($"The lists did not compile:\n{output}");
        }
    }

    private static string Source(AddressList list)
    {
        var match = list.Width == 32
            ? ("uint", "AllowIPv4(addresses[i])")
            : ("UInt128", "AllowIPv6((ulong)(addresses[i] >> 64), (ulong)addresses[i])");
        return $$"""
            partial class IpPolicies
            {
                partial class {{TypeName(list.Name)}}
                {
                    public static void MatchAll({{match.Item1}}[] addresses, int[] entries)
                    {
                        for (var i = 0; i < addresses.Length; i++)
                        {
                            entries[i] = {{match.Item2}};
                        }
                    }

                    public static bool Decide(System.Net.IPAddress caller) => PolicySdk.IpPolicy.Of<{{TypeName(list.Name)}}>().Evaluate(caller).IsAllowed;
                }
            }

            """;
    }

    // Random lists cross all the ranges that the rules warn of.
    private static string Project => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <RootNamespace>Lists</RootNamespace>
            <ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally>
            <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
            <CompilerGeneratedFilesOutputPath>obj/generated</CompilerGeneratedFilesOutputPath>
            <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
            <NoWarn>$(NoWarn);PSDK2012</NoWarn>
          </PropertyGroup>
          <Import Project="{RepositoryRoot}generator/PolicySdk.InRepository.props" />
          <Import Project="{RepositoryRoot}generator/PolicySdk.InRepository.targets" />
        </Project>
        """;
}
