using System.CommandLine;
using VoiceMed.Ledger.Audit;
using VoiceMed.Ledger.Storage;
using VoiceMed.LedgerClient.Fabric.Clinical;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.CommandLine.Ledger;

/// <summary>Which accesses an audit command is about.</summary>
internal sealed class AuditSelection
{
    private readonly Option<string?> _patient = new("--patient") { Description = "Only this patient.", HelpName = "ID" };
    private readonly Option<string?> _doctor = new("--doctor") { Description = "Only this doctor.", HelpName = "ID" };
    private readonly Option<bool> _refused = new("--refused") { Description = "Only what was refused." };
    private readonly Option<int?> _count = new("--count") { Description = "At most so many, the newest. Default: all." };

    private readonly Option<string> _admin = EmergencyCommand.Admin();

    public void AddTo(Command command)
    {
        command.Add(_admin);
        command.Add(_patient);
        command.Add(_doctor);
        command.Add(_refused);
        command.Add(_count);
    }

    /// <summary>The accesses of a Fabric channel, newest first; there the look is an entry of the admin's account.</summary>
    public ValueTask<IReadOnlyList<AccessRecord>> ReadAsync(ParseResult parsed, FabricLedger ledger, CancellationToken cancellation) => ledger.GetAccessesAsync(
        parsed.GetValue(_patient) is { } patient ? new PatientId(patient) : null,
        parsed.GetValue(_doctor) is { } doctor ? new DoctorId(doctor) : null,
        parsed.GetValue(_refused), parsed.GetValue(_count), EmergencyCommand.Access(parsed.GetValue(_admin)!), cancellation);

    /// <summary>The accesses, newest first.</summary>
    public IReadOnlyList<AccessRecord> Read(ParseResult parsed, LedgerStore store) => AuditReader.Read(
        store, parsed.GetValue(_patient), parsed.GetValue(_doctor), parsed.GetValue(_refused), parsed.GetValue(_count));
}
