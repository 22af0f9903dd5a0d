using System.Runtime.InteropServices;
using VoiceMed.Assistant.Admin.Enrolment;

namespace VoiceMed.Assistant.Admin.Endpoints;

/// <summary>Doctors, their voiceprints, and the enrolment at the microphone.</summary>
internal static class DoctorEndpoints
{
    // 20 s of 16 kHz 16-bit sound: no phrase is longer.
    private const int MaxPhraseBytes = 20 * 16_000 * sizeof(short);

    public static void MapDoctors(this WebApplication app, IVoiceprintDesk voiceprints, TimeProvider time)
    {
        var enrolments = new EnrolmentDesk(voiceprints, time);
        app.MapGet("/api/doctors", voiceprints.List);
        app.MapDelete("/api/doctors/{doctor}", (string doctor) => voiceprints.Remove(doctor) ? Results.NoContent() : Results.NotFound());
        app.MapPost("/api/enrolments", () => enrolments.Begin() is { } id
            ? Results.Ok(new { id })
            : Results.Problem("Too many enrolments are going on; finish one first.", statusCode: StatusCodes.Status409Conflict));
        app.MapPost("/api/enrolments/{id}/phrases", (string id, string language, HttpRequest request, CancellationToken cancellation) =>
            AddPhraseAsync(enrolments, id, language, request, cancellation));
        app.MapPost("/api/enrolments/{id}/complete", (string id, string language, EnrolmentForm form) => Complete(enrolments, id, language, form));
        app.MapDelete("/api/enrolments/{id}", (string id) =>
        {
            enrolments.End(id);
            return Results.NoContent();
        });
    }

    private static async Task<IResult> AddPhraseAsync(EnrolmentDesk enrolments, string id, string language, HttpRequest request, CancellationToken cancellation)
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
        return enrolments.Use(id, enrolment => enrolment.Add(samples, language)) is { } report ? Results.Ok(report) : Results.NotFound();
    }

    private static IResult Complete(EnrolmentDesk enrolments, string id, string language, EnrolmentForm form)
    {
        var report = enrolments.Use(id, enrolment => enrolment.Complete(form, language));
        if (report is { Enrolled: true })
        {
            enrolments.End(id);
        }

        return report is null ? Results.NotFound() : Results.Ok(report);
    }
}
