using Grpc.Core;
using PolicySdk;
using SignalRAndGrpc;
using SignalRAndGrpc.Calls;

namespace Examples.Tests.SignalRAndGrpc;

/// <summary>Services and methods by what they and their bases say.</summary>
internal static class GrpcServices
{
    [RequireIpPolicy<IpPolicies.Subscribers>]
    internal abstract class GuardedBase : Prices.PricesBase;

    [AllowAnyAddress("a prototype")]
    internal abstract class OpenBase : Prices.PricesBase;

    internal sealed class Silent : Prices.PricesBase;

    [RequireIpPolicy<IpPolicies.Subscribers>]
    internal sealed class Guarded : Prices.PricesBase;

    [AllowAnyAddress("documentation")]
    internal sealed class Open : Prices.PricesBase;

    [RequireIpPolicy<IpPolicies.Subscribers>]
    [AllowAnyAddress("documentation")]
    internal sealed class Both : Prices.PricesBase;

    internal sealed class InheritsGuarded : GuardedBase;

    internal sealed class InheritsOpen : OpenBase;

    [RequireIpPolicy<IpPolicies.Subscribers>]
    internal class OpenThenGuarded : OpenBase;

    [AllowAnyAddress("documentation")]
    internal class GuardedThenOpen : GuardedBase;

    internal sealed class OpenThenGuardedThenSilent : OpenThenGuarded;

    internal sealed class GuardedThenOpenThenSilent : GuardedThenOpen;

    [AllowAnyAddress("a prototype")]
    internal class OfOpen : Prices.PricesBase
    {
        [RequireIpPolicy<IpPolicies.Subscribers>]
        public override Task<Quote> Get(Instrument request, ServerCallContext context) => Task.FromResult(new Quote());

        [AllowAnyAddress("documentation")]
        public override Task<Symbols> ListSymbols(Nothing request, ServerCallContext context) => Task.FromResult(new Symbols());

        [RequireIpPolicy<IpPolicies.Subscribers>]
        [AllowAnyAddress("documentation")]
        public override Task Watch(Instrument request, IServerStreamWriter<Quote> responseStream, ServerCallContext context) => Task.CompletedTask;
    }

    [RequireIpPolicy<IpPolicies.Subscribers>]
    internal class OfGuarded : Prices.PricesBase
    {
        [AllowAnyAddress("documentation")]
        public override Task<Quote> Get(Instrument request, ServerCallContext context) => Task.FromResult(new Quote());

        [RequireIpPolicy<IpPolicies.Subscribers>]
        public override Task<Symbols> ListSymbols(Nothing request, ServerCallContext context) => Task.FromResult(new Symbols());

        public override Task Watch(Instrument request, IServerStreamWriter<Quote> responseStream, ServerCallContext context) => Task.CompletedTask;
    }

    internal sealed class DerivedOfOpen : OfOpen
    {
        [AllowAnyAddress("shown to everybody")]
        public override Task<Quote> Get(Instrument request, ServerCallContext context) => Task.FromResult(new Quote());

        [RequireIpPolicy<IpPolicies.Subscribers>]
        public override Task<Symbols> ListSymbols(Nothing request, ServerCallContext context) => Task.FromResult(new Symbols());
    }

    internal class DerivedOfGuarded : OfGuarded
    {
        [RequireIpPolicy<IpPolicies.Subscribers>]
        public override Task<Quote> Get(Instrument request, ServerCallContext context) => Task.FromResult(new Quote());

        [AllowAnyAddress("shown to everybody")]
        public override Task<Symbols> ListSymbols(Nothing request, ServerCallContext context) => Task.FromResult(new Symbols());
    }

    internal sealed class LastOfGuarded : DerivedOfGuarded
    {
        public override Task<Quote> Get(Instrument request, ServerCallContext context) => Task.FromResult(new Quote());

        public override Task<Symbols> ListSymbols(Nothing request, ServerCallContext context) => Task.FromResult(new Symbols());
    }

    internal interface IQuotes
    {
        Quote Get(string symbol);
    }

    /// <summary>Which of its methods answers is not told by its name, so the policy holds.</summary>
    [AllowAnyAddress("a prototype")]
    internal sealed class Overloaded : Prices.PricesBase, IQuotes
    {
        [RequireIpPolicy<IpPolicies.Subscribers>]
        public override Task<Quote> Get(Instrument request, ServerCallContext context) => Task.FromResult(new Quote());

        [AllowAnyAddress("a prototype")]
        public Quote Get(string symbol) => new() { Symbol = symbol };
    }
}
