using VoiceMed.Assistant.Admin.Enrolment;
using VoiceMed.Assistant.Tests.Harness;
using Xunit;

namespace VoiceMed.Assistant.Tests.Admin;

public sealed class VoiceprintDeskTests(EnrolledWard enrolled) : IClassFixture<EnrolledWard>, IDisposable
{
    private readonly Ward _ward = new(enrolled);

    public void Dispose() => _ward.Dispose();

    [Fact]
    public void Suspend_ThenResume_RunningSessionsAreToldAndTheDoctorStaysListed()
    {
        var told = 0;
        var desk = new VoiceprintDesk(Ward.Model, _ward.Store, TimeProvider.System, () => told++);

        Assert.True(desk.Suspend("smirnova", suspended: true));
        var meanwhile = desk.List().Single(doctor => doctor.Doctor == "smirnova");
        Assert.True(desk.Suspend("smirnova", suspended: false));

        Assert.False(desk.Suspend("nobody", suspended: true));
        Assert.NotNull(meanwhile.SuspendedAt);
        Assert.Null(desk.List().Single(doctor => doctor.Doctor == "smirnova").SuspendedAt);
        Assert.Equal(2, told);
    }
}
