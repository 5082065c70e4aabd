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
        var isLarge = subject.Document.Clients.Count > 0;

        Assert.Contains(FormPolicies.ByName[form].Mark, _compiled.Run.Source($"IpPolicies.{subject.Document.Identifier}.g.cs"), StringComparison.Ordinal);
        Assert.True(isLarge ? AssertOwnLists(subject) : Comparison.AssertSame(subject, conditionsOfAddress: 1) > 10);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Allocates_nothing(string form) =>
        NoAllocation.Assert(_compiled.Subjects.Single(subject => subject.Document.Name == form).Policy!, Callers);

    // Each client has one list; asking all clients for all addresses would be a square.
    private static bool AssertOwnLists(Subject subject)
    {
        var now = new IpPolicyConditions(DateTimeOffset.UnixEpoch, "Production");
        LazyConditions known = new(now);
        for (var i = 0; i < subject.Reference.Rows.Count; i++)
        {
            var row = subject.Reference.Rows[i];
            var address = Comparison.ToIPAddress(row.Addresses.First);
            var other = row.Client == "client-0" ? "client-1" : "client-0";

            Assert.Same(subject.Policy!.Entries[i], subject.Policy.Evaluate(address, row.Client, now).Entry);
            Assert.Equal(IpPolicyReason.NotListed, subject.Policy.Evaluate(address, other, now).Reason);
            Assert.Equal(IpPolicyReason.UnknownClient, subject.Policy.Evaluate(address, "client-", now).Reason);
            Assert.Equal(IpPolicyReason.Undecided, subject.Policy.EvaluateEarly(address, ref known).Reason);
        }

        return subject.Reference.Rows.Count > 1000;
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
