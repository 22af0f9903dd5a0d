using VoiceMed.Assistant.Admin.Enrolment;
using VoiceMed.Assistant.Authorising;
using VoiceMed.LedgerClient.Errors;
using VoiceMed.LedgerClient.Identifiers;
using VoiceMed.LedgerClient.Records;

namespace VoiceMed.Assistant.Hosting;

/// <summary>The doctors' accounts as the admin's page changes them. Thread-safe.</summary>
/// <param name="host">The composed program.</param>
internal sealed class DoctorAccountDesk(AssistantHost host) : IDoctorAccountDesk
{
    /// <inheritdoc/>
    public async ValueTask<string?> EnrolledAsync(string doctor, CancellationToken cancellation)
    {
        if (host.Accounts is not { } accounts || host.Doctors.Find(doctor) is not { } identity)
        {
            return null;
        }

        try
        {
            await accounts.EnsureAsync(identity, cancellation).ConfigureAwait(false);
            return null;
        }
        catch (LedgerException e)
        {
            return e.Message;
        }
    }

    /// <inheritdoc/>
    public async ValueTask RemovedAsync(string doctor, CancellationToken cancellation)
    {
        if (host.Accounts is { } accounts && !host.Doctors.HasWayWithoutVoice(doctor))
        {
            var identity = host.Doctors.Find(doctor)
                ?? new DoctorIdentity(new DoctorId(doctor), new BilingualText(doctor, doctor), "doctor", null);
            await accounts.EndAsync(identity, forEver: false, cancellation).ConfigureAwait(false);
        }
    }
}
