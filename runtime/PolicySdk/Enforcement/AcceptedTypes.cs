using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PolicySdk.Enforcement;

/// <summary>What a caller accepts (RFC 9110 12.5.1).</summary>
internal static class AcceptedTypes
{
    /// <summary>What a browser says has a third of that. A refusal must not cost more the longer the header is.</summary>
    private const int MaximumLength = 512;

    /// <summary>The type that the caller likes best; of equals the first. Null where it accepts none, or says what can't be read or is too long.</summary>
    internal static MediaTypeHeaderValue? Best(HttpRequest request, IReadOnlyList<MediaTypeHeaderValue> offered)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return offered[0];
        }

        return request.Headers.Accept.Sum(static line => line?.Length ?? 0) <= MaximumLength && MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
            ? offered.Select(type => (Type: type, Quality: QualityOf(type, accepted)))
                .Where(static one => one.Quality > 0).OrderByDescending(static one => one.Quality).FirstOrDefault().Type
            : null;
    }

    // The most precise range that covers a type decides.
    private static double QualityOf(MediaTypeHeaderValue type, IList<MediaTypeHeaderValue> accepted) => accepted
        .Where(type.IsSubsetOf)
        .OrderBy(static range => range.MatchesAllTypes).ThenBy(static range => range.MatchesAllSubTypes)
        .Select(static range => range.Quality ?? 1)
        .FirstOrDefault();
}
