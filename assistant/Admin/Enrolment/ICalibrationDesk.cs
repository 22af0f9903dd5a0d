namespace VoiceMed.Assistant.Admin.Enrolment;

/// <summary>Shows how well the speaker model keeps voices apart. Thread-safe.</summary>
public interface ICalibrationDesk
{
    /// <summary>The last measurement.</summary>
    CalibrationPicture Read();
}
