namespace VoiceMed.Assistant.Hosting;

/// <summary>One bedside terminal: the token its page presents, and the bed it hangs at.</summary>
public sealed class TerminalConfig
{
    /// <summary>The terminal's name, for the audit.</summary>
    public required string Name { get; init; }

    /// <summary>The secret the page presents; at least 16 characters.</summary>
    public required string Token { get; init; }

    /// <summary>The hospital the terminal stands in, as the ledger names it.</summary>
    public string? Hospital { get; init; }

    /// <summary>The bed; it preselects a patient and never identifies one.</summary>
    public string? Bed { get; init; }

    /// <summary>The FHIRcast hub through which the hospital's system sets the patient; null for none.</summary>
    public FhircastConfig? Fhircast { get; init; }
}
