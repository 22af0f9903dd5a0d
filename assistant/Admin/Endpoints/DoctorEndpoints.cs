using System.Runtime.InteropServices;
using VoiceMed.Assistant.Admin.Enrolment;

namespace VoiceMed.Assistant.Admin.Endpoints;

/// <summary>Doctors, their voiceprints, and the enrolment at the microphone.</summary>
internal static class DoctorEndpoints
{
    // 20 s of 16 kHz 16-bit sound: no phrase is longer.
    private const int MaxPhraseBytes = 20 * 16_000 * sizeof(short);

    public static void MapDoctors(this WebApplication app, IVoiceprintDesk voiceprints, IDoctorAccountDesk? accounts, TimeProvider time)
    {
        var enrolments = new EnrolmentDesk(voiceprints, time);
        app.MapGet("/api/doctors", voiceprints.List);
        app.MapDelete("/api/doctors/{doctor}", (string doctor, CancellationToken cancellation) =>
            LedgerProblem.GuardAsync(() => RemoveAsync(voiceprints, accounts, doctor, cancellation)));
        app.MapPut("/api/doctors/{doctor}/suspension", (string doctor, CancellationToken cancellation) =>
            LedgerProblem.GuardAsync(() => SuspendAsync(voiceprints, accounts, doctor, cancellation)));
        app.MapDelete("/api/doctors/{doctor}/suspension", (string doctor, CancellationToken cancellation) =>
            LedgerProblem.GuardAsync(() => ResumeAsync(voiceprints, accounts, doctor, cancellation)));
        app.MapPost("/api/enrolments", (string? language) => enrolments.Begin(language ?? "en") is var (id, prompts)
            ? Results.Ok(new { id, prompts })
            : Results.Problem("Too many enrolments are going on; finish one first.", statusCode: StatusCodes.Status409Conflict));
        app.MapPost("/api/enrolments/{id}/phrases", (string id, string language, int? prompt, HttpRequest request, CancellationToken cancellation) =>
            AddPhraseAsync(enrolments, (id, language, prompt), request, cancellation));
        app.MapPost("/api/enrolments/{id}/complete", (string id, string language, EnrolmentForm form, CancellationToken cancellation) =>
            LedgerProblem.GuardAsync(() => CompleteAsync(enrolments, voiceprints, accounts, (id, language, form), cancellation)));
        app.MapDelete("/api/enrolments/{id}", (string id) =>
        {
            enrolments.End(id);
            return Results.NoContent();
        });
    }

    private static async Task<IResult> AddPhraseAsync(
        EnrolmentDesk enrolments, (string Id, string Language, int? Prompt) sent, HttpRequest request, CancellationToken cancellation)
    {
        using var body = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellation).ConfigureAwait(false)) > 0;)
        {
            if (body.Length + read > MaxPhraseBytes)
            {
                return Results.Problem("The phrase is longer than 20 seconds.", statusCode: StatusCodes.Status413PayloadTooLarge);
            }

            body.Write(buffer, 0, read);
        }

        if (body.Length == 0 || body.Length % sizeof(short) != 0)
        {
            return Results.Problem("The phrase is not 16-bit sound.", statusCode: StatusCodes.Status400BadRequest);
        }

        var samples = MemoryMarshal.Cast<byte, short>(body.ToArray()).ToArray();
        return enrolments.Use(sent.Id, enrolment => enrolment.Add(samples, sent.Language, sent.Prompt)) is { } report ? Results.Ok(report) : Results.NotFound();
    }

    private static async Task<IResult> CompleteAsync(
        EnrolmentDesk enrolments, IVoiceprintDesk voiceprints, IDoctorAccountDesk? accounts,
        (string Id, string Language, EnrolmentForm Form) sent, CancellationToken cancellation)
    {
        var report = enrolments.Use(sent.Id, enrolment => enrolment.Complete(sent.Form, sent.Language));
        if (report is null)
        {
            return Results.NotFound();
        }

        if (!report.Enrolled)
        {
            return Results.Ok(report);
        }

        if (accounts is not null && await accounts.EnrolledAsync(sent.Form.Doctor, cancellation).ConfigureAwait(false) is { } why)
        {
            // A voice that opens a session in which every answer is a refusal helps nobody; what was recorded is kept all the same.
            voiceprints.Suspend(sent.Form.Doctor, suspended: true);
            return Results.Ok(report with { Enrolled = false, Problems = [why, Suspended(sent.Language)] });
        }

        enrolments.End(sent.Id);
        return Results.Ok(report);
    }

    private static string Suspended(string language) => language == "ru"
        ? "Голос записан и приостановлен. Когда препятствие исчезнет, верните его в списке врачей."
        : "The voice is stored and suspended. When nothing is in the way any more, resume it in the list of doctors.";

    private static async Task<IResult> SuspendAsync(
        IVoiceprintDesk voiceprints, IDoctorAccountDesk? accounts, string doctor, CancellationToken cancellation) =>
        await TakeOutOfUseAsync(voiceprints, accounts, doctor, cancellation).ConfigureAwait(false) ? Results.NoContent() : Results.NotFound();

    private static async Task<bool> TakeOutOfUseAsync(
        IVoiceprintDesk voiceprints, IDoctorAccountDesk? accounts, string doctor, CancellationToken cancellation)
    {
        var known = voiceprints.Suspend(doctor, suspended: true);
        if (known && accounts is not null)
        {
            await accounts.RemovedAsync(doctor, cancellation).ConfigureAwait(false);
        }

        return known;
    }

    private static async Task<IResult> ResumeAsync(
        IVoiceprintDesk voiceprints, IDoctorAccountDesk? accounts, string doctor, CancellationToken cancellation)
    {
        if (!voiceprints.Suspend(doctor, suspended: false))
        {
            return Results.NotFound();
        }

        if (accounts is not null && await accounts.EnrolledAsync(doctor, cancellation).ConfigureAwait(false) is { } why)
        {
            // As with an enrolment: a voice that the ledger never answers stays out of use.
            voiceprints.Suspend(doctor, suspended: true);
            return Results.Problem(why, statusCode: StatusCodes.Status409Conflict);
        }

        return Results.NoContent();
    }

    // Taken out of use first and forgotten last: while the ledger is away the voice opens nothing, and whoever removes the doctor again
    // still finds what to remove.
    private static async Task<IResult> RemoveAsync(
        IVoiceprintDesk voiceprints, IDoctorAccountDesk? accounts, string doctor, CancellationToken cancellation)
    {
        if (!await TakeOutOfUseAsync(voiceprints, accounts, doctor, cancellation).ConfigureAwait(false))
        {
            return Results.NotFound();
        }

        voiceprints.Remove(doctor);
        return Results.NoContent();
    }
}
