using VoiceMed.Nlu.Classification;
using VoiceMed.Nlu.Evaluation;
using Xunit;

namespace VoiceMed.Nlu.Tests.Classification;

public sealed class TextClassifierTests
{
    private static readonly LabelledText[] Texts =
    [
        .. Make("fruit", "red apple", "green apple pie", "sweet pear", "ripe pear juice", "apple and pear"),
        .. Make("tool", "steel hammer", "heavy hammer blow", "small screwdriver", "hammer and nails", "long screwdriver"),
        .. Make("animal", "brown dog", "dog and cat", "small cat", "the cat sleeps", "a barking dog"),
    ];

    [Theory]
    [InlineData("apple juice", "fruit")]
    [InlineData("screwdrivers", "tool")]
    [InlineData("two dogs", "animal")]
    public void Score_UnseenText_ItsClass(string text, string label)
    {
        var classifier = TextClassifier.Train(Texts, TextClassifierOptions.Quick);

        Assert.Equal(label, Best(classifier, text).Label);
    }

    [Fact]
    public void Score_Probabilities_SumToOne()
    {
        var classifier = TextClassifier.Train(Texts, TextClassifierOptions.Accurate);
        var probabilities = new float[3];

        classifier.Score(["hammer"], probabilities);

        Assert.Equal(1, probabilities.Sum(), 3);
        Assert.All(probabilities, p => Assert.InRange(p, 0, 1));
    }

    [Fact]
    public void Train_Twice_SameClassifier()
    {
        var first = Best(TextClassifier.Train(Texts, TextClassifierOptions.Quick), "green cat");
        var second = Best(TextClassifier.Train(Texts, TextClassifierOptions.Quick), "green cat");

        Assert.Equal(first, second);
    }

    [Fact]
    public void Train_NoLabel_Throws() =>
        Assert.Throws<ArgumentException>(() => TextClassifier.Train([new LabelledText(["a"], null)], TextClassifierOptions.Quick));

    [Fact]
    public void Train_SeparableData_MachineFitsIt()
    {
        SparseVector[] vectors = [new([0], [1]), new([1], [1]), new([0, 1], [0.8f, 0.6f])];

        var model = SupportVectorTrainer.Train(vectors, [0, 1, 0], classes: 2, features: 2, cost: 10, epochs: 50);

        var scores = new float[2];
        foreach (var (vector, label) in vectors.Zip([0, 1, 0]))
        {
            model.Score(vector, scores);
            Assert.True(scores[label] > 0 && scores[1 - label] < 0);
        }
    }

    [SkippableFact]
    public void Evaluate_Snips_AtLeastTheBar()
    {
        var folder = Path.Combine(Repository(), "..", "shared", "nlu-benchmarks", "snips");
        Skip.IfNot(Directory.Exists(folder), "the public benchmarks are not beside this repository");

        var report = BenchmarkEvaluator.Evaluate(
            LabelledFile.Read(Path.Combine(folder, "train.tsv")), LabelledFile.Read(Path.Combine(folder, "dev.tsv")), TextClassifierOptions.Accurate);

        Assert.True(report.InScopeAccuracy >= 0.985, $"{report.InScopeAccuracy:P2}");
    }

    private static string Repository()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "VoiceMed.sln")))
            at = at.Parent;
        return at?.FullName ?? ".";
    }

    private static IEnumerable<LabelledText> Make(string label, params string[] texts) => texts.Select(t => new LabelledText(t.Split(' '), label));

    private static (string Label, float Probability) Best(TextClassifier classifier, string text)
    {
        var probabilities = new float[classifier.Labels.Count];
        classifier.Score(text.Split(' '), probabilities);
        var best = Array.IndexOf(probabilities, probabilities.Max());
        return (classifier.Labels[best], probabilities[best]);
    }
}
