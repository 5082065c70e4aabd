using PolicySdk.Yaml;

namespace PolicySdk.Validation;

/// <summary>
/// PSDK4003: a client id that is probably the credential itself. Ids are committed, compiled and logged. Judged by the prefixes that
/// issuers give their tokens, and by runs of letters and digits as random as only keys are; a GUID names, and is no secret.
/// </summary>
internal static class SecretClientIdRule
{
    private const int ShownCharacters = 4;
    private const int RandomLength = 20;

    private static readonly (string Prefix, int Length, string Issuer)[] Prefixes =
    [
        ("ghp_", 20, "a GitHub token"), ("gho_", 20, "a GitHub token"), ("ghu_", 20, "a GitHub token"), ("ghs_", 20, "a GitHub token"), ("ghr_", 20, "a GitHub token"),
        ("github_pat_", 20, "a GitHub token"), ("glpat-", 15, "a GitLab token"), ("gldt-", 15, "a GitLab token"),
        ("sk_live_", 12, "a Stripe key"), ("sk_test_", 12, "a Stripe key"), ("rk_live_", 12, "a Stripe key"), ("whsec_", 12, "a webhook secret"),
        ("sk-ant-", 12, "an API key"), ("sk-proj-", 12, "an API key"), ("sk-", 24, "an API key"),
        ("xoxb-", 12, "a Slack token"), ("xoxp-", 12, "a Slack token"), ("xoxa-", 12, "a Slack token"), ("xapp-", 12, "a Slack token"),
        ("AKIA", 20, "an AWS key"), ("ASIA", 20, "an AWS key"), ("AIza", 30, "a Google key"), ("ya29.", 20, "a Google token"), ("GOCSPX-", 20, "a Google secret"),
        ("npm_", 20, "an npm token"), ("pypi-", 20, "a PyPI token"), ("dop_v1_", 20, "a DigitalOcean token"), ("hvs.", 20, "a Vault token"),
        ("SG.", 20, "a SendGrid key"), ("shpat_", 20, "a Shopify token"), ("eyJ", 20, "a JSON web token"), ("oy2", 40, "a NuGet key"),
    ];

    internal static void Check(YamlScalar id, ProblemList problems)
    {
        if (Describe(id.Text) is { } what)
        {
            problems.Add(
                RuleIds.SecretClientId,
                id.Range,
                $"The client id '{id.Text.Substring(0, Math.Min(ShownCharacters, id.Text.Length))}…' looks like {what}. Policy files and logs are no place for secrets: name the client, and revoke what was committed.");
        }
    }

    private static string? Describe(string id)
    {
        foreach (var (prefix, length, issuer) in Prefixes)
        {
            if (id.Length >= length && id.StartsWith(prefix, StringComparison.Ordinal))
            {
                return issuer;
            }
        }

        return Guid.TryParseExact(id, "D", out _) || !id.Split('-', '_', '.').Any(IsRandom) ? null : "a random key";
    }

    // Words keep to one kind of character for a while; random text changes it all the time.
    private static bool IsRandom(string run)
    {
        var changes = 0;
        for (var i = 1; i < run.Length; i++)
        {
            changes += KindOf(run[i]) != KindOf(run[i - 1]) ? 1 : 0;
        }

        return run.Length >= RandomLength && run.Any(char.IsDigit) && changes * 4 >= run.Length;
    }

    private static int KindOf(char c) => c is >= '0' and <= '9' ? 0 : c is >= 'a' and <= 'z' ? 1 : 2;
}
