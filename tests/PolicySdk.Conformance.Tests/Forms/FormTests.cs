using System.Net;
using PolicySdk.TestSupport;

namespace PolicySdk.Conformance.Tests.Forms;

/// <summary>Each form that the emitter can choose is compiled, answers as the reference does, and allocates nothing.</summary>
public sealed class FormTests : IClassFixture<FormTests.Compiled>
{
    private static readonly IPAddress[] Callers = [IPAddress.Parse("10.0.0.2"), IPAddress.Parse("10.0.0.3"), IPAddress.Parse("::ffff:10.0.0.2"), IPAddress.Parse("2001:db8:1::1"), IPAddress.Parse("2001:db8:1::2")];

    private readonly Compiled _compiled;

    public FormTests(Compiled compiled) => _compiled = compiled;

    public static TheoryData<string> Forms => [.. FormPolicies.ByName.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Answers_as_the_reference(string form)
    {
        var subject = _compiled.Subjects.Single(subject => subject.Document.Name == form);
        var isLarge = subject.Reference.Rows.Count > 1000;

        Assert.Contains(FormPolicies.ByName[form].Mark, _compiled.Run.Source($"IpPolicies.{subject.Document.Identifier}.g.cs"), StringComparison.Ordinal);
        if (isLarge)
        {
            AssertEachRow(subject);
        }
        else
        {
            Assert.True(Comparison.AssertSame(subject, conditionsOfAddress: 1) > 10);
        }
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Allocates_nothing(string form) =>
        NoAllocation.Assert(_compiled.Subjects.Single(subject => subject.Document.Name == form).Policy!, Callers);

    // Asking all clients of a long policy for all addresses would be a square.
    private static void AssertEachRow(Subject subject)
    {
        var now = new IpPolicyConditions(DateTimeOffset.UnixEpoch, "Production");
        for (var i = 0; i < subject.Reference.Rows.Count; i++)
        {
            var row = subject.Reference.Rows[i];
            var address = Comparison.ToIPAddress(row.Addresses.First);

            Assert.Same(subject.Policy!.Entries[i], subject.Policy.Evaluate(address, row.Client, now).Entry);
            if (row.Client is not null)
            {
                AssertOwnList(subject.Policy, address, row.Client, now);
            }
        }
    }

    private static void AssertOwnList(IpPolicy policy, IPAddress address, string client, IpPolicyConditions now)
    {
        LazyConditions known = new(now);

        Assert.Equal(IpPolicyReason.NotListed, policy.Evaluate(address, client == "client-0" ? "client-1" : "client-0", now).Reason);
        Assert.Equal(IpPolicyReason.UnknownClient, policy.Evaluate(address, "client-", now).Reason);
        Assert.Equal(IpPolicyReason.Undecided, policy.EvaluateEarly(address, ref known).Reason);
    }

    /// <summary>All forms in one assembly.</summary>
    public sealed class Compiled
    {
        public Compiled()
        {
            Run = GeneratorHarness.Run([.. FormPolicies.Files]);
            Subjects = Subject.Of(Run, FormPolicies.Files);
        }

        internal GeneratorHarness Run { get; }

        internal IReadOnlyList<Subject> Subjects { get; }
    }
}
