using System.Collections.Frozen;
using System.ComponentModel;

namespace PolicySdk;

/// <content>What generated code says of its policy.</content>
public abstract partial class IpPolicy
{
    /// <summary>The index of the <c>block</c> list in <see cref="MatchIPv4"/> and <see cref="MatchIPv6"/>.</summary>
    protected const int BlockList = 0;

    /// <summary>The index of the <c>allow</c> list.</summary>
    protected const int AllowList = 1;

    /// <summary>The index of the union of <c>allow</c> and the lists of all clients, whatever the day and the environment.</summary>
    protected const int AnyoneList = 2;

    /// <summary>The index of the first client's list; the others follow.</summary>
    protected const int FirstClientList = 3;

    /// <summary>The answer of a matcher for an address that no entry covers, and of <see cref="FindClient"/> for an unknown client.</summary>
    protected const int None = -1;

    private FrozenDictionary<string, int>? _clientLists;

    /// <summary>The ids of the clients, in the order of their lists; asked for once.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract string[] CreateClientIds();

    /// <summary>The rows of <see cref="Entries"/> as text; see <c>IpPolicyEntryTable</c>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract ReadOnlySpan<char> EntryTable { get; }

    /// <summary>How many rows there are: asked for by the first decision, which has no use for their texts.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual int EntryCount => IpPolicyEntryTable.Count(EntryTable);

    /// <summary>Finds the entry of a list that covers an IPv4 address.</summary>
    /// <param name="list">The index of a list.</param>
    /// <param name="address">The address as a number, first octet highest.</param>
    /// <returns>An entry's index, <see cref="None"/>, or <see cref="Choice"/> where the day or the environment decides.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract int MatchIPv4(int list, uint address);

    /// <summary>Finds the entry of a list that covers an IPv6 address.</summary>
    /// <param name="list">The index of a list.</param>
    /// <param name="upper">The first eight bytes as a number.</param>
    /// <param name="lower">The last eight bytes as a number.</param>
    /// <returns>An entry's index, <see cref="None"/>, or <see cref="Choice"/> where the day or the environment decides.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract int MatchIPv6(int list, ulong upper, ulong lower);

    /// <summary>Finds the entry of <c>allow</c> that lets an IPv4 address in whatever the day and the environment: one question for most callers.</summary>
    /// <param name="address">The address as a number, first octet highest.</param>
    /// <returns>An entry's index; anything negative where more has to be asked.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual int FindListedIPv4(uint address) => MatchIPv4(BlockList, address) == None ? MatchIPv4(AllowList, address) : None;

    /// <summary>Finds the entry of <c>allow</c> that lets an IPv6 address in whatever the day and the environment.</summary>
    /// <param name="upper">The first eight bytes as a number.</param>
    /// <param name="lower">The last eight bytes as a number.</param>
    /// <returns>An entry's index; anything negative where more has to be asked.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected virtual int FindListedIPv6(ulong upper, ulong lower) => MatchIPv6(BlockList, upper, lower) == None ? MatchIPv6(AllowList, upper, lower) : None;

    /// <summary>Decides between entries of which each counts only on some days or in some environments.</summary>
    /// <param name="choice">The number that was given to <see cref="Choice"/>.</param>
    /// <param name="now">When and where.</param>
    /// <returns>The index of the entry that counts, or <see cref="Lapsed"/>.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract int Choose(int choice, in IpPolicyConditions now);

    /// <summary>Finds the list of a client.</summary>
    /// <returns>The list's index, at least <see cref="FirstClientList"/>, or <see cref="None"/>.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected abstract int FindClient(string clientId);

    /// <summary>Finds the list of a client among more than one method can tell apart.</summary>
    /// <returns>The list's index, at least <see cref="FirstClientList"/>, or <see cref="None"/>.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected int FindAmongMany(string clientId) =>
        (_clientLists ??= ClientIds.Select(static (id, index) => KeyValuePair.Create(id, index)).ToFrozenDictionary(StringComparer.Ordinal)).TryGetValue(clientId, out var index)
            ? FirstClientList + index
            : None;

    /// <summary>Marks a match that <see cref="Choose"/> has to decide.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static int Choice(int choice) => None - 1 - choice;

    /// <summary>Marks the answer of <see cref="Choose"/> when no entry counts, naming the one that would on another day.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected static int Lapsed(int entry) => None - 1 - entry;
}
