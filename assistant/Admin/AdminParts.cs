using VoiceMed.Assistant.Admin.Enrolment;
using VoiceMed.Assistant.Screen;
using VoiceMed.Auth.Journal;
using VoiceMed.LedgerClient;
using VoiceMed.Nlu.Packs;

namespace VoiceMed.Assistant.Admin;

/// <summary>What the admin's page looks after. A part that this installation does not have is null, and its section says so.</summary>
public sealed record AdminParts
{
    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>The open sessions.</summary>
    public required LiveScreens Screens { get; init; }

    /// <summary>The clinical ledger: audit and emergency reviews.</summary>
    public IClinicalLedger? Ledger { get; init; }

    /// <summary>What the gates noted about sessions: decisions, and screens that stopped listening.</summary>
    public SessionJournal? Journal { get; init; }

    /// <summary>The doctors' voiceprints.</summary>
    public IVoiceprintDesk? Voiceprints { get; init; }

    /// <summary>The doctors' accounts in the ledger.</summary>
    public IDoctorAccountDesk? Accounts { get; init; }

    /// <summary>How well the speaker model keeps voices apart, as last measured.</summary>
    public ICalibrationDesk? Calibration { get; init; }

    /// <summary>The intent packs.</summary>
    public PackStore? Packs { get; init; }

    /// <summary>The recognition models.</summary>
    public IModelDesk? Models { get; init; }
}
