using VoiceMed.Assistant.Bedside;
using VoiceMed.Assistant.Tests.Harness;
using Xunit;

namespace VoiceMed.Assistant.Tests.Bedside;

public class WakeGateTests
{
    private readonly ManualClock _clock = new();

    [Theory]
    [InlineData("ассистент покажи документы", true)]
    [InlineData("эй ассистент покажи документы", true)]
    [InlineData("покажи документы", false)]
    [InlineData("он сказал что ассистент сломан", false)]
    [InlineData("", false)]
    public void Admits_Closed_OnlyWithTheWakeWordFirst(string text, bool admitted) =>
        Assert.Equal(admitted, Gate().Admits(text));

    [Fact]
    public void Admits_WithinFollowUp_NeedsNoWakeWord()
    {
        var gate = Gate();
        gate.Open();
        _clock.Advance(TimeSpan.FromSeconds(7));

        Assert.True(gate.Admits("открой второй"));
    }

    [Fact]
    public void Admits_AfterFollowUp_NeedsTheWakeWordAgain()
    {
        var gate = Gate();
        gate.Open();
        _clock.Advance(TimeSpan.FromSeconds(8));

        Assert.False(gate.Admits("открой второй"));
    }

    private WakeGate Gate() => new(["ассистент", "assistant"], TimeSpan.FromSeconds(8), _clock);
}
