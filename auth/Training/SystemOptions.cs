using VoiceMed.Auth.Features;

namespace VoiceMed.Auth.Training;

/// <summary>One system to train.</summary>
/// <param name="Name">Short name, also of its file.</param>
/// <param name="Weight">Share in the fused score, above 0.</param>
/// <param name="Cepstra">What it looks at.</param>
public sealed record SystemOptions(string Name, double Weight, CepstralOptions Cepstra);
