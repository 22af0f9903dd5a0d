using FsCheck;
using FsCheck.Fluent;
using VoiceMed.Nlu.Language;
using VoiceMed.Nlu.Packs;
using VoiceMed.Nlu.Tests.TestData;
using Xunit;

namespace VoiceMed.Nlu.Tests.Fuzzing;

public sealed class TemplateProperties
{
    private static readonly string[] Vocabulary = ["альфа", "бета", "гамма", "дельта", "омега"];

    [Fact]
    public void Sample_OfAnyTemplate_MatchesThatTemplate()
    {
        var template = TemplateGenerator(3);
        Check.QuickThrowOnFailure(Prop.ForAll(template.ToArbitrary(), text =>
        {
            using var pack = new PackFolder(
                "intents:\n  any.thing: { summary: Any. }",
                $"intents:\n  any.thing: {{ sentences: [\"начало {text}\"] }}");
            using var store = PackStore.Load(pack.Path, new PackOptions());
            return !store.Errors.Any() && store.Current.Sample("any.thing", "ru", 5, 1)
                .All(s => store.Current.Parse(s, "ru") is { IsUnderstood: true } r && r.Intents[0].Source == VoiceMed.Nlu.Parsing.MatchSource.Template);
        }));
    }

    [Fact]
    public void Normalize_Twice_SameAsOnce() =>
        Check.QuickThrowOnFailure(Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
            TextNormalizer.Normalize(TextNormalizer.Normalize(text.Get)) == TextNormalizer.Normalize(text.Get)));

    private static Gen<string> TemplateGenerator(int depth)
    {
        var word = Gen.Elements(Vocabulary);
        if (depth == 0)
            return word;
        var inner = TemplateGenerator(depth - 1);
        return Gen.OneOf(
            word,
            word.Select(w => "~" + w),
            (from a in inner from b in inner select $"{a} {b}"),
            inner.Select(a => $"[{a}]"),
            (from a in inner from b in inner select $"({a}|{b})"),
            (from a in inner from b in inner select $"({a}; {b})"));
    }
}
