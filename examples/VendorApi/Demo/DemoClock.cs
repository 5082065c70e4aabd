namespace VendorApi.Demo;

/// <summary>The clock of the application in the demo, which the demo sets.</summary>
internal sealed class DemoClock : TimeProvider
{
    internal DateOnly Day { get; set; }

    public override DateTimeOffset GetUtcNow() => new(Day, new TimeOnly(12, 0), TimeSpan.Zero);
}
