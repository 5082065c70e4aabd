namespace PolicySdk.Tests.Faults;

/// <summary>Policies that allow 127.0.0.1 to everybody and 127.0.0.2 to acme, and fail in one place for requests that are to break.</summary>
internal static class BrokenPolicies
{
    internal abstract class Healthy : TestPolicy
    {
        public override string Name => "healthy";

        protected override ReadOnlySpan<char> EntryTable =>
            "127.0.0.1\tAllow\t\t\t\t\t\t\t\t\tpolicies/healthy.policy.yaml\t4\n"
            + "127.0.0.2\tClient\tacme\t\t\t\t\t\t\t\t\t7";

        protected override string[] CreateClientIds() => ["acme"];

        protected override int FindClient(string clientId) => clientId == "acme" ? FirstClientList : None;

        protected override int MatchIPv4(int list, uint address) => (list, address) switch
        {
            (AllowList or AnyoneList, 0x7F000001) => 0,
            (FirstClientList or AnyoneList, 0x7F000002) => 1,
            _ => None,
        };
    }

    /// <summary>Without clients, so that nobody is asked who calls.</summary>
    internal abstract class WithoutClients : Healthy
    {
        protected override string[] CreateClientIds() => [];
    }

    internal sealed class Throwing : WithoutClients
    {
        protected override int MatchIPv4(int list, uint address) => Broken.Or(base.MatchIPv4(list, address));
    }

    internal sealed class OutOfStack : WithoutClients
    {
        protected override int MatchIPv4(int list, uint address) => Broken.Now ? throw new InsufficientExecutionStackException(Broken.Secret) : base.MatchIPv4(list, address);
    }

    internal sealed class NotCreated : WithoutClients
    {
        public NotCreated() => Broken.Throw();
    }

    internal sealed class WithoutName : WithoutClients
    {
        public override string Name => Broken.Or("without-name");
    }

    internal sealed class WithoutRevision : WithoutClients
    {
        public override string Revision => Broken.Or("0123");
    }

    internal sealed class WithoutValidity : WithoutClients
    {
        public override bool IsValid => Broken.Or(true);
    }

    internal sealed class Invalid : WithoutClients
    {
        public override bool IsValid => !Broken.Now;
    }

    internal sealed class UncertainReport : WithoutClients
    {
        public override DateOnly? ReportUntil => Broken.Or((DateOnly?)TestPolicies.LastDay);

        protected override int MatchIPv4(int list, uint address) => Broken.Now ? None : base.MatchIPv4(list, address);
    }

    internal sealed class TornEntries : WithoutClients
    {
        protected override ReadOnlySpan<char> EntryTable => Broken.Now ? "\tAllow" : base.EntryTable;
    }

    internal sealed class ClientsThrow : Healthy
    {
        protected override string[] CreateClientIds() => Broken.Or(base.CreateClientIds());
    }

    internal sealed class ClientsAreNull : Healthy
    {
        protected override string[] CreateClientIds() => Broken.Now ? null! : base.CreateClientIds();
    }

    internal sealed class FindThrows : Healthy
    {
        protected override int FindClient(string clientId) => Broken.Or(base.FindClient(clientId));
    }

    internal sealed class FindsTheBlockList : Healthy
    {
        protected override int FindClient(string clientId) => Broken.Now ? BlockList : base.FindClient(clientId);
    }

    internal sealed class FindsAnyone : Healthy
    {
        protected override int FindClient(string clientId) => Broken.Now ? AnyoneList : base.FindClient(clientId);
    }

    internal sealed class FindsNoList : Healthy
    {
        protected override int FindClient(string clientId) => Broken.Now ? int.MaxValue : base.FindClient(clientId);
    }

    internal sealed class FindsBelowNone : Healthy
    {
        protected override int FindClient(string clientId) => Broken.Now ? int.MinValue : base.FindClient(clientId);
    }

    internal sealed class MatchesNoEntry : WithoutClients
    {
        protected override int MatchIPv4(int list, uint address) => base.MatchIPv4(list, address) is >= 0 and var entry ? (Broken.Now ? 2 : entry) : None;
    }

    internal sealed class MatchesNoChoice : WithoutClients
    {
        protected override int MatchIPv4(int list, uint address) => list != BlockList && Broken.Now ? int.MinValue : base.MatchIPv4(list, address);
    }

    /// <summary>Leaves the choice between entries to what the derived class says.</summary>
    internal abstract class Choosing : WithoutClients
    {
        protected override int MatchIPv4(int list, uint address) => list == AllowList && base.MatchIPv4(list, address) == 0 ? Choice(0) : base.MatchIPv4(list, address);

        protected sealed override int Choose(int choice, in IpPolicyConditions now) => Broken.Now ? ChooseBroken() : 0;

        private protected abstract int ChooseBroken();
    }

    internal sealed class ChoiceThrows : Choosing
    {
        private protected override int ChooseBroken() => throw Broken.Exception;
    }

    internal sealed class ChoosesNoEntry : Choosing
    {
        private protected override int ChooseBroken() => int.MaxValue;
    }

    internal sealed class ChoosesLowest : Choosing
    {
        private protected override int ChooseBroken() => int.MinValue;
    }

    internal sealed class Early : WithoutClients
    {
        protected override int MatchIPv4(int list, uint address) => list == BlockList ? Broken.Or(None) : base.MatchIPv4(list, address);
    }
}
