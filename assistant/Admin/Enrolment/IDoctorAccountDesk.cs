namespace VoiceMed.Assistant.Admin.Enrolment;

/// <summary>What enrolling, suspending and removing a doctor means to the doctor's account in the ledger. Thread-safe.</summary>
public interface IDoctorAccountDesk
{
    /// <summary>Gives a doctor whose voiceprint was just stored or resumed an account that may act.</summary>
    /// <returns>Null, or why there can be none, in one sentence.</returns>
    ValueTask<string?> EnrolledAsync(string doctor, CancellationToken cancellation);

    /// <summary>Suspends the account of a doctor whose voiceprint was removed or suspended and who can open no session otherwise.</summary>
    ValueTask RemovedAsync(string doctor, CancellationToken cancellation);
}
