using NodaTime;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.LedgerClient.Fabric.Clinical;

/// <summary>A record as the chaincode gives it: the transaction that wrote it and the JSON it wrote.</summary>
internal sealed record StoredRecord(string Transaction, string Body);

/// <summary>Records of one kind.</summary>
internal sealed record Page(string Rule, IReadOnlyList<StoredRecord> Items, int Total, int Withheld, string? WithheldRule);

/// <summary>Where an entry was written, or had been.</summary>
internal sealed record WrittenEntry(string Transaction, bool Duplicate);

/// <summary>The audit entry of a decision.</summary>
internal sealed record AuditEntry(string Id, string Transaction, bool Duplicate);

/// <summary>What the chaincode decided, audited already.</summary>
internal sealed record Ruling(bool Granted, string Code, string Rule, AuditEntry Audit, LedgerRecord? Emergency);

/// <summary>A hospital with the organisation it writes through.</summary>
internal sealed record AdmittedHospital(
    HospitalId Id, BilingualText Name, int? Number, IReadOnlyList<BilingualText>? Aliases, IReadOnlyList<string>? Departments, string Msp);

/// <summary>What stands on a package or device, as the chaincode takes it.</summary>
internal sealed record PackageLabel(
    string Text, string? Gtin = null, string? Serial = null, string? Batch = null, LocalDate? Expiry = null, string? Fault = null);

/// <summary>What a package or device is worth.</summary>
internal sealed record JudgedResource(string Code, string Status, BilingualText? Name, IReadOnlyDictionary<string, string>? Details);

/// <summary>A record, or nothing.</summary>
internal sealed record FoundRecord(StoredRecord? Delivered = null);
