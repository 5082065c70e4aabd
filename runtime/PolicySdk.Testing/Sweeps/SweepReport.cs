namespace PolicySdk.Testing;

/// <summary>What every endpoint answered a caller.</summary>
/// <param name="Caller">Who called.</param>
/// <param name="Answers">An answer for each request.</param>
/// <param name="NotCalled">The endpoints that could not be called, and why.</param>
public sealed record SweepReport(TestCaller Caller, IReadOnlyList<SweepAnswer> Answers, IReadOnlyList<string> NotCalled)
{
    /// <summary>The report for people, a line for each endpoint.</summary>
    public override string ToString() => Describe($"From {Caller.Address}{Client}:", Answers);

    /// <summary>Fails for answers that are not as expected, and for endpoints that could not be called.</summary>
    internal void ThrowUnless(string expected, Func<SweepAnswer, bool> isExpected)
    {
        var wrong = Answers.Where(answer => !isExpected(answer)).ToList();
        if (wrong.Count + NotCalled.Count > 0)
        {
            throw new PolicyTestException(Describe($"From {Caller.Address}{Client}, {expected}. But of {Answers.Count + NotCalled.Count} requests:", wrong));
        }

        if (Answers.Count == 0)
        {
            throw new PolicyTestException("There is no endpoint to call, so the sweep says nothing.");
        }
    }

    private string Client => Caller.Client is { } client ? $" for the client '{client}'" : "";

    private string Describe(string heading, IEnumerable<SweepAnswer> answers) =>
        string.Join("\n  ", [heading, .. answers.Select(static answer => answer.ToString()), .. NotCalled.Select(static one => $"not called: {one}")]);
}
