namespace PolicySdk.Conformance.Tests.Fuzzing.Mutation;

/// <summary>Changes a text.</summary>
/// <param name="text">The text of a file.</param>
/// <param name="random">What decides.</param>
/// <param name="seeds">Files to take parts from.</param>
internal delegate string Mutation(string text, Random random, Seeds seeds);
