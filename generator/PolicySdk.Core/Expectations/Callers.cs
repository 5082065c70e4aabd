namespace PolicySdk.Expectations;

/// <summary>Whom a claim speaks of.</summary>
/// <param name="Client">The index of a client, or null.</param>
/// <param name="IsAnyone">Whether it speaks of whichever client there is; without it and without a client, of callers that have only <c>allow</c>.</param>
internal readonly record struct Callers(int? Client, bool IsAnyone);
