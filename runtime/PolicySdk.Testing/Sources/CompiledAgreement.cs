using PolicySdk.Addresses;
using PolicySdk.Expectations;
using PolicySdk.Policies;

namespace PolicySdk.Testing.Sources;

/// <summary>Asks the compiled code of a policy at the borders of its sets: between two borders it can't change its mind.</summary>
internal static class CompiledAgreement
{
    private const int Questions = 5_000_000;

    /// <summary>Compares them for every client, on every day that changes anything, in every environment, until that many questions are asked.</summary>
    /// <exception cref="InvalidOperationException">The compiled code decides otherwise.</exception>
    internal static void Verify(TestedPolicy tested, IpPolicy compiled)
    {
        var left = Questions;
        foreach (var (client, day, environment) in Situations(tested))
        {
            var allowed = tested.Sets.Allowed(tested.Sets.CallersOf(client), new(day, environment, IsCertain: true));
            foreach (var range in allowed)
            {
                Compare(range.First, true);
                Compare(range.Last, true);
                CompareOutside(range.First.TryPrevious(out var before), before);
                CompareOutside(range.Last.TryNext(out var after), after);
                left -= 4;
            }

            if (left < 0)
            {
                return;
            }

            void CompareOutside(bool exists, IpAddressValue address)
            {
                if (exists)
                {
                    Compare(address, false);
                }
            }

            void Compare(IpAddressValue address, bool isAllowed)
            {
                if (!address.IsMapped && compiled.Allows(address, client, day, environment) != isAllowed)
                {
                    throw new InvalidOperationException(
                        $"The compiled policy '{compiled.Name}' {(isAllowed ? "refuses" : "allows")} {address}{(client is null ? "" : $" for the client '{client}'")} on {day} in {environment}, and its file says otherwise. This is a fault of PolicySdk: please report it.");
                }
            }
        }
    }

    private static IEnumerable<(string? Client, CalendarDate Day, string Environment)> Situations(TestedPolicy tested)
    {
        var days = tested.Sets.ChangingDays.Append(PolicyComparison.FirstDay).Distinct().Order().ToList();
        string?[] clients = [null, .. tested.Document.Clients.Select(static client => client.Id)];
        return from client in clients from day in days from environment in tested.Environments select (client, day, environment);
    }
}
