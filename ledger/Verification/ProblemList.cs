namespace VoiceMed.Ledger.Verification;

/// <summary>Collects problems; what comes after the hundredth is not worth reading. Not thread-safe.</summary>
internal sealed class ProblemList
{
    private const int Most = 100;

    private readonly List<VerificationProblem> _problems = [];

    public IReadOnlyList<VerificationProblem> All => _problems;

    public void Add(string where, string what)
    {
        if (_problems.Count < Most)
        {
            _problems.Add(new VerificationProblem(where, what));
        }
    }
}
