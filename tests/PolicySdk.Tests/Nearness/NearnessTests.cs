using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace PolicySdk.Tests.Nearness;

/// <summary>
/// What a class says is nearer than what it inherits; what a member says, or what it overrides, is nearer than the class; and all of that
/// is nearer than what is said where the class is mapped.
/// </summary>
public sealed class NearnessTests
{
    private const string Listed = "127.0.0.1";
    private const string Stranger = "127.0.0.77";

    /// <summary>A class of each kind, or a member, by its base and itself; and whether a stranger gets in.</summary>
    private static readonly (string Row, bool IsOpen)[] Rows =
    [
        ("Guarded", false),
        ("Open", true),
        ("Both", false),
        ("InheritsGuarded", false),
        ("InheritsOpen", true),
        ("OpenThenGuarded", false),
        ("GuardedThenOpen", true),
        ("OpenThenGuardedThenSilent", false),
        ("GuardedThenOpenThenSilent", true),
    ];

    private static readonly Dictionary<string, Kind> Kinds = new()
    {
        ["controllers"] = Controllers.Kind,
        ["actions of an open controller"] = Actions.OfOpenController,
        ["actions of a guarded controller"] = Actions.OfGuardedController,
        ["page models"] = Pages.OfModels,
        ["pages of open models"] = Pages.OfOpenModels,
        ["pages of guarded models"] = Pages.OfGuardedModels,
        ["components"] = Components.Kind,
        ["hubs"] = Hubs.Kind,
        ["connection handlers"] = Connections.Kind,
        ["connection handlers that negotiate"] = Connections.Negotiating,
    };

    public static TheoryData<string, Said, bool> Cases => [.. Kinds.Keys.SelectMany(static kind => new TheoryDataRow<string, Said, bool>[]
    {
        new(kind, Said.Nothing, false), new(kind, Said.Policy, false), new(kind, Said.Reason, false), new(kind, Said.Policy, true), new(kind, Said.Reason, true),
    })];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_nearest_wins(string of, Said said, bool onGroup)
    {
        var kind = Kinds[of];
        await using var app = await TestApp.StartAsync(app => Map(app, kind, said, onGroup), build: builder =>
        {
            builder.Services.AddAntiforgery(); // Components ask for it.
            kind.Add(builder);
        });

        var isSilentOpen = kind.IsOfOpenClass || (said == Said.Reason && !kind.IsOfGuardedClass);
        var isSilentGuarded = kind.IsOfGuardedClass || (said == Said.Policy && !kind.IsOfOpenClass);
        var expected = Rows.Select(row => (row.Row, row.IsOpen && !kind.Untold.Contains(row.Row) ? kind.Answer : 401, kind.Answer))
            .Append(("Silent", isSilentOpen ? kind.Answer : 401, isSilentOpen || isSilentGuarded ? kind.Answer : 401));
        Assert.Equal(expected, await Task.WhenAll(Rows.Select(static row => row.Row).Append("Silent").Select(async row =>
            (row, await AnswerAsync(app, kind, row, Stranger), await AnswerAsync(app, kind, row, Listed)))));
    }

    private static void Map(WebApplication app, Kind kind, Said said, bool onGroup)
    {
        app.UseAntiforgery();
        if (onGroup)
        {
            var group = app.MapGroup("");
            _ = kind.Map(group).ToList();
            Say(group, said);
        }
        else
        {
            foreach (var mapped in kind.Map(app))
            {
                Say(mapped, said);
            }
        }
    }

    private static void Say(IEndpointConventionBuilder builder, Said said) => _ = said switch
    {
        Said.Policy => builder.RequireIpPolicy<TestPolicies.Office>(),
        Said.Reason => builder.AllowAnyAddress("a prototype"),
        _ => builder,
    };

    private static async Task<int> AnswerAsync(TestApp app, Kind kind, string row, string from)
    {
        using var response = await app.SendAsync(new(kind.Method, string.Format(null, kind.Path, row)), from);
        return (int)response.StatusCode;
    }
}
