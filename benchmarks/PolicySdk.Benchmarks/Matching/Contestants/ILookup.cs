using System.Net;

namespace PolicySdk.Benchmarks.Matching.Contestants;

/// <summary>One way to ask whether an address is listed; a struct, so that the loop that measures is compiled for each.</summary>
internal interface ILookup
{
    bool Contains(IPAddress address);
}
