using PolicySdk.Analyzers.Endpoints;

namespace PolicySdk.Analyzers.Tests.Endpoints;

/// <summary>PSDK6002: an opt-out without a reason.</summary>
public sealed class Psdk6002Tests
{
    [Theory]
    [InlineData("\"\"")]
    [InlineData("\"  \"")]
    [InlineData("null!")]
    [InlineData("string.Empty")]
    [InlineData("\"TODO: say why\"")]
    [InlineData("\"todo\"")]
    public async Task No_reason_is_told_wherever_it_stands(string reason)
    {
        await RuleCheck.Statements<OptOutReasonAnalyzer>($"app.MapGet(\"/x\", () => 1).AllowAnyAddress({reason}); //!! PSDK6002 {reason}");
        await RuleCheck.Statements<OptOutReasonAnalyzer>($"app.MapGet(\"/x\", () => 1).WithMetadata(new AllowAnyAddressAttribute({reason})); //!! PSDK6002 {reason}");
        if (reason != "string.Empty")
        {
            await RuleCheck.Statements<OptOutReasonAnalyzer>($"app.MapGet(\"/x\", [AllowAnyAddress({reason})] () => 1); //!! PSDK6002 {reason}");
            await RuleCheck.Statements<OptOutReasonAnalyzer>("app.MapControllers();", $"[AllowAnyAddress({reason})] public class XController : ControllerBase; //!! PSDK6002 {reason}");
        }
    }

    [Theory]
    [InlineData("\"probed by the load balancer\"")]
    [InlineData("\"a list of what is to do\"")]
    [InlineData("app.Environment.ApplicationName")]
    public async Task A_reason_is_one_also_where_its_text_is_not_known(string reason) =>
        await RuleCheck.Statements<OptOutReasonAnalyzer>($"app.MapGet(\"/x\", () => 1).AllowAnyAddress({reason});");
}
