using PolicySdk.Analyzers.Endpoints;

namespace PolicySdk.Analyzers.Tests.Endpoints;

/// <summary>PSDK6003: a policy or an opt-out that never takes effect.</summary>
public sealed class Psdk6003Tests
{
    [Theory]
    [InlineData("app.MapGet(\"/x\", () => 1).RequireIpPolicy<IpPolicies.Office>().WithName(\"x\").AllowAnyAddress(\"a reason\"); //!! PSDK6003 RequireIpPolicy")]
    [InlineData("app.MapGet(\"/x\", () => 1).AllowAnyAddress(\"a reason\").RequireIpPolicy<IpPolicies.Office>(); //!! PSDK6003 AllowAnyAddress")]
    [InlineData("app.MapGet(\"/x\", [AllowAnyAddress(\"a reason\")] () => 1).RequireIpPolicy<IpPolicies.Office>(); //!! PSDK6003 AllowAnyAddress")]
    [InlineData("var g = app.MapGroup(\"/g\").AllowAnyAddress(\"a reason\"); //!! PSDK6003 AllowAnyAddress\ng.MapGet(\"/x\", () => 1).RequireIpPolicy<IpPolicies.Office>();")]
    [InlineData("var g = app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>(); //!! PSDK6003 RequireIpPolicy\ng.MapGet(\"/x\", [AllowAnyAddress(\"a reason\")] () => 1);")]
    public async Task Told_where_the_nearer_one_always_wins(string statements) => await RuleCheck.Statements<EndpointAnalyzer>(statements);

    [Theory]
    [InlineData("app.MapGet(\"/x\", () => 1).RequireIpPolicy<IpPolicies.Office>().RequireIpPolicy<IpPolicies.Admin>();")]
    [InlineData("var g = app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>();\ng.MapGet(\"/x\", () => 1).AllowAnyAddress(\"a reason\");\ng.MapGet(\"/y\", () => 1);")]
    [InlineData("var g = app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>();\ng.MapGet(\"/x\", () => 1).AllowAnyAddress(\"a reason\");\nvar h = g.MapGroup(\"/h\");\nh.MapGet(\"/y\", () => 1);")]
    [InlineData("var g = app.MapGroup(\"/g\").RequireIpPolicy<IpPolicies.Office>();")]
    public async Task Not_told_where_it_counts_for_somebody(string statements) => await RuleCheck.Statements<EndpointAnalyzer>(statements);

    [Theory]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>, AllowAnyAddress(\"a reason\")] public class XController : ControllerBase { [HttpGet(\"/x\")] public int Get() => 1; } //!! PSDK6003 AllowAnyAddress")]
    [InlineData("[AllowAnyAddress(\"a reason\"), RequireIpPolicy<IpPolicies.Office>] public class XController : ControllerBase { [HttpGet(\"/x\")] public int Get() => 1; } //!! PSDK6003 AllowAnyAddress")]
    [InlineData("public class XController : ControllerBase { [HttpGet(\"/x\"), RequireIpPolicy<IpPolicies.Office>, AllowAnyAddress(\"a reason\")] public int Get() => 1; } //!! PSDK6003 AllowAnyAddress")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>, AllowAnyAddress(\"a reason\")] public class XHub : Hub; //!! PSDK6003 AllowAnyAddress")]
    [InlineData("[AllowAnyAddress(\"a reason\")] public class XController : ControllerBase { [HttpGet(\"/x\"), RequireIpPolicy<IpPolicies.Office>] public int Get() => 1; } //!! PSDK6003 AllowAnyAddress")]
    [InlineData("[AllowAnyAddress(\"a reason\")] public class XController : ControllerBase { [HttpGet(\"/x\"), RequireIpPolicy<IpPolicies.Office>] public int Get() => 1; [HttpPut(\"/x\")] public int Put() => 1; }")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class XController : ControllerBase { [HttpGet(\"/x\"), RequireIpPolicy<IpPolicies.Admin>] public int Get() => 1; }")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class XController : XBase { [HttpGet(\"/x\"), RequireIpPolicy<IpPolicies.Admin>] public override int Get() => 1; } public abstract class XBase : ControllerBase { [AllowAnyAddress(\"a reason\")] public abstract int Get(); }")]
    [InlineData("[RequireIpPolicy<IpPolicies.Office>] public class XController : XBase { [HttpGet(\"/x\"), AllowAnyAddress(\"a reason\")] public override int Get() => 1; } public abstract class XBase : ControllerBase { [RequireIpPolicy<IpPolicies.Admin>] public abstract int Get(); } //!! PSDK6003 RequireIpPolicy")]
    public async Task Attributes_are_compared_on_one_member_and_between_controller_and_actions(string types) =>
        await RuleCheck.Statements<OverriddenAttributeAnalyzer>("app.MapControllers();", types);

    [Theory]
    [InlineData("app.MapGet(\"/x\", [RequireIpPolicy<IpPolicies.Office>, AllowAnyAddress(\"a reason\")] () => 1); //!! PSDK6003 RequireIpPolicy", "")]
    [InlineData("app.MapGet(\"/x\", [AllowAnyAddress(\"a reason\"), RequireIpPolicy<IpPolicies.Office>] () => 1); //!! PSDK6003 AllowAnyAddress", "")]
    [InlineData("app.MapGet(\"/x\", X.Get);", "static class X { [RequireIpPolicy<IpPolicies.Office>, AllowAnyAddress(\"a reason\")] public static int Get() => 1; } //!! PSDK6003 RequireIpPolicy")]
    [InlineData("app.MapGet(\"/x\", new X().Get);", "class X { [RequireIpPolicy<IpPolicies.Office>, AllowAnyAddress(\"a reason\")] public int Get() => 1; }")]
    [InlineData("app.MapGet(\"/x\", new X().Get);", "class X { [AllowAnyAddress(\"a reason\"), RequireIpPolicy<IpPolicies.Office>] public int Get() => 1; } //!! PSDK6003 AllowAnyAddress")]
    public async Task On_a_function_the_last_attribute_counts(string statements, string types) =>
        await RuleCheck.Statements<OverriddenAttributeAnalyzer>(statements, types);
}
