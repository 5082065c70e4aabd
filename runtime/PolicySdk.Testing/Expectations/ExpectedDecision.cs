namespace PolicySdk.Testing;

/// <summary>A row of a table of decisions.</summary>
/// <param name="Addresses">An address, a prefix, <c>first-last</c>, or the name of a network; all of it is decided alike.</param>
/// <param name="IsAllowed">Whether it is allowed; otherwise it is refused.</param>
/// <param name="Client">The client that calls; null is as claimed so far, and without such a claim: what is allowed is for every caller, what is refused for every client.</param>
/// <param name="On">The day (UTC); null is as claimed so far, and without such a claim every day.</param>
/// <param name="In">The host environment; null is as claimed so far, and without such a claim <c>Production</c>.</param>
public sealed record ExpectedDecision(string Addresses, bool IsAllowed, string? Client = null, DateOnly? On = null, string? In = null);
