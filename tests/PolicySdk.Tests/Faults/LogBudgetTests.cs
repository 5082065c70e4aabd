using Microsoft.Extensions.Time.Testing;
using PolicySdk.Diagnostics;

namespace PolicySdk.Tests.Faults;

/// <summary>A log that waits does not collect requests.</summary>
public sealed class LogBudgetTests
{
    [Fact]
    public void So_many_are_in_the_log_at_once_and_the_others_are_told_of()
    {
        const int Surplus = 3;
        var time = new FakeTimeProvider();
        var budget = new LogBudget(time);

        for (var i = 0; i < LogBudget.AtOnce; i++)
        {
            Assert.True(budget.TryBegin(out _));
        }

        time.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < Surplus; i++)
        {
            Assert.False(budget.TryBegin(out _));
        }

        budget.End();
        Assert.True(budget.TryBegin(out var leftOut));
        Assert.Equal(Surplus, leftOut);
        Assert.False(budget.TryBegin(out _));
    }
}
