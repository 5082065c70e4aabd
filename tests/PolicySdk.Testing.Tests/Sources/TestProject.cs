using PolicySdk.Expectations;
using PolicySdk.Policies;
using PolicySdk.Testing.Sources;

namespace PolicySdk.Testing.Tests.Sources;

/// <summary>Policies that are written in a test.</summary>
internal static class TestProject
{
    /// <summary>The policy of the first text; the others are networks and policies beside it.</summary>
    internal static TestedPolicy Read(string policy, params (string Path, string Text)[] others)
    {
        PolicyInput[] inputs = [new("policies/tested.policy.yaml", policy), .. others.Select(static other => new PolicyInput(other.Path, other.Text))];
        var project = new TestedProject(ProjectFiles.Of(inputs.Select(PolicyFileReader.Read)));
        Assert.Empty(project.Errors);
        return project.Find("tested")!;
    }

    internal static PolicyExpectations Expect(string policy, params (string Path, string Text)[] others) =>
        new(Read(policy, others), client: null, day: null, Expectation.DefaultEnvironment);
}
