using VoiceMed.Ledger.Fhir.Elements;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Ledger.Fhir;

/// <summary>Tells the reader what a resource's identifiers and references mean in this ledger.</summary>
public interface IFhirReferences
{
    /// <summary>The ledger's identifier for the record a resource becomes: the same for the same resource delivered again.</summary>
    /// <exception cref="FhirFormatException">The resource has nothing a second delivery could be recognised by.</exception>
    string RecordId(FhirNode resource);

    /// <summary>The patient a Patient resource itself is about.</summary>
    /// <exception cref="FhirFormatException">Its identifiers name nobody, or two different patients.</exception>
    PatientId PatientOf(FhirNode resource);

    /// <summary>The patient a reference points to.</summary>
    /// <exception cref="FhirFormatException">It points to nobody that is known.</exception>
    PatientId Patient(FhirReference reference);

    /// <summary>The hospital a reference points to; for null, the hospital the source speaks for.</summary>
    /// <param name="reference">The reference, or null when the resource has none.</param>
    /// <param name="resource">The resource, for the error's path.</param>
    /// <exception cref="FhirFormatException">It points to no hospital that is known.</exception>
    HospitalId Hospital(FhirReference? reference, FhirNode resource);

    /// <summary>A hospital's name, or null when it is not known.</summary>
    BilingualText? HospitalName(HospitalId hospital);

    /// <summary>The bytes of a document that is not in the resource itself, or null when the address leads nowhere.</summary>
    ReadOnlyMemory<byte>? Content(string address);
}
