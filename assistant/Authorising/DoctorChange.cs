namespace VoiceMed.Assistant.Authorising;

/// <summary>What became of who may open a session.</summary>
public enum DoctorChange
{
    /// <summary>Nothing; a template may have followed its voice.</summary>
    None,

    /// <summary>Somebody may do so now, or by a new voiceprint.</summary>
    More,

    /// <summary>Somebody may do less than before: a voice has gone, or the doctors' file says something else of somebody.</summary>
    Less,
}
