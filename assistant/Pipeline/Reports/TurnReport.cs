namespace VoiceMed.Assistant.Pipeline.Reports;

/// <summary>One turn from sound to answer, step by step: what the demo prints and <c>ask --json</c> writes.</summary>
public sealed record TurnReport
{
    /// <summary>The turn's identifier, the same as in the audit.</summary>
    public required string Turn { get; init; }

    /// <summary><c>ru</c> or <c>en</c>: the language of the turn.</summary>
    public required string Language { get; init; }

    /// <summary>What was heard.</summary>
    public required HeardReport Heard { get; init; }

    /// <summary>Who said it.</summary>
    public required WhoReport Who { get; init; }

    /// <summary>What was meant.</summary>
    public required MeantReport Meant { get; init; }

    /// <summary>What was decided.</summary>
    public required VerdictReport Verdict { get; init; }

    /// <summary>What the ledger was asked; null when it was not.</summary>
    public AskedReport? Asked { get; init; }

    /// <summary>What was answered.</summary>
    public required AnsweredReport Answered { get; init; }

    /// <summary>Where the time went.</summary>
    public required LatencyReport Latency { get; init; }
}
