using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace PolicySdk.Tests.Orders;

/// <summary>A scheme by which callers are who they say they are.</summary>
internal sealed class HeaderAuthentication : IAuthenticationHandler
{
    internal const string Scheme = "header";
    internal const string Header = "X-Client";

    private HttpContext? _context;

    public Task InitializeAsync(AuthenticationScheme scheme, HttpContext context)
    {
        _context = context;
        return Task.CompletedTask;
    }

    public Task<AuthenticateResult> AuthenticateAsync()
    {
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, _context!.Request.Headers[Header].ToString())], Scheme);
        return Task.FromResult(AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme)));
    }

    public Task ChallengeAsync(AuthenticationProperties? properties) => AnswerAsync(StatusCodes.Status401Unauthorized);

    public Task ForbidAsync(AuthenticationProperties? properties) => AnswerAsync(StatusCodes.Status403Forbidden);

    private Task AnswerAsync(int status)
    {
        _context!.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
