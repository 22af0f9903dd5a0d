using VoiceMed.Auth.Trust;

namespace VoiceMed.Auth.Policy;

/// <summary>What somebody asks for, and what is known about who asks. Immutable.</summary>
/// <param name="Sensitivity">Sensitivity of the intent or of the result, whichever is higher.</param>
/// <param name="Role">The doctor's role; <see langword="null"/> when nobody was recognised.</param>
/// <param name="Trust">The state of trust after the utterance was taken in.</param>
/// <param name="BySpeech">Whether the command was spoken; a typed or touched one rests on PIN or badge instead of the voice.</param>
/// <param name="LockedOut">Whether the screen waits after failures.</param>
public sealed record AccessRequest(
    Sensitivity Sensitivity, string? Role, TrustSnapshot Trust, bool BySpeech = true, bool LockedOut = false);
