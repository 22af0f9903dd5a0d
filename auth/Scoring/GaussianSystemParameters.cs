using VoiceMed.Auth.Features;

namespace VoiceMed.Auth.Scoring;

/// <summary>Everything one <see cref="GaussianSpeakerScorer"/> was trained to.</summary>
/// <param name="Name">Short name: what the stream looks at.</param>
/// <param name="Weight">Share in the fused score.</param>
/// <param name="Relevance">Relevance factor of the adaptation, in frames.</param>
/// <param name="Cepstra">How the features are computed.</param>
/// <param name="Normalisation">How they are normalised.</param>
/// <param name="Mixture">The background model.</param>
/// <param name="Cohort">The background voices.</param>
public sealed record GaussianSystemParameters(
    string Name,
    double Weight,
    float Relevance,
    CepstralOptions Cepstra,
    FeatureNormalisation Normalisation,
    GaussianMixture Mixture,
    Cohort Cohort);
