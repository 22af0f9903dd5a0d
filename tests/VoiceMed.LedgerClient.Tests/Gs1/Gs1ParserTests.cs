using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using VoiceMed.LedgerClient.Gs1;

namespace VoiceMed.LedgerClient.Tests.Gs1;

public sealed class Gs1ParserTests
{
    private static readonly LocalDate Today = new(2026, 11, 21);

    [Theory]
    [InlineData("(01)04600702083415(17)271231(10)A-12/3(21)SN001", "SN001", "A-12/3")]
    [InlineData("]d2\u001d010460070208341517271231" + "10A-12/3\u001d21SN001", "SN001", "A-12/3")]
    [InlineData("010460070208341521SN001\u001d10A-12/3\u001d17271231", "SN001", "A-12/3")]
    [InlineData("https://id.gs1.org/01/04600702083415/10/A-12%2F3/21/SN001?17=271231&lang=ru", "SN001", "A-12/3")]
    [InlineData("http://example.org/some/path/01/4600702083415/10/A-12%2F3/21/SN001?17=271231", "SN001", "A-12/3")]
    public void Parse_TheSamePackageInEachNotation_IsTheSameCode(string text, string serial, string batch)
    {
        var code = Gs1Parser.Parse(text, Today);
        Assert.Equal(("04600702083415", serial, batch, new LocalDate(2027, 12, 31)), (code.Gtin, code.Serial, code.Batch, code.Expiry));
    }

    [Fact]
    public void Parse_RussianMedicineWithCryptoTail_KeepsGtinAndSerial()
    {
        var code = Gs1Parser.Parse(
            "]d201046007020834152110A4B7C9D2E1F\u001d91EE06\u001d92k8f+yT0n3Zq5Xc1Vb7Lm9Pw2Rd4Sg6Hj8Ka0Uo1Iy3Ee5Tt7=", Today);
        Assert.Equal(("04600702083415", "10A4B7C9D2E1F"), (code.Gtin, code.Serial));
        Assert.Equal(["01", "21", "91", "92"], code.Elements.Select(e => e.Identifier));
    }

    [Theory]
    [InlineData("4600702083415")]
    [InlineData("46 00702 083415")]
    [InlineData("04600702083415")]
    public void Parse_BareGtin_IsNormalisedTo14Digits(string text) => Assert.Equal("04600702083415", Gs1Parser.Parse(text, Today).Gtin);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("(01)04600702083416", "check digit")]
    [InlineData("0104600702083416", "check digit")]
    [InlineData("(01)0460070208341", "13 characters instead of 14")]
    [InlineData("(17)261332", "no date")]
    [InlineData("(17)260230", "no date")]
    [InlineData("(06)1", "no GS1 application identifier")]
    [InlineData("06123456", "at character 1")]
    [InlineData("(10)ЛОТ", "a character it may not")]
    [InlineData("(21)1(21)2", "twice")]
    [InlineData("(21)", "0 characters")]
    [InlineData("()", "brackets")]
    [InlineData("https://example.org/hello", "Digital Link")]
    [InlineData("https://example.org/01/04600702083415/10", "Digital Link")]
    public void Parse_WhatIsNoGs1Code_SaysWhy(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<Gs1FormatException>(() => Gs1Parser.Parse(text, Today)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("991231", 1999)]
    [InlineData("761231", 2076)]
    [InlineData("771231", 1977)]
    [InlineData("000101", 2000)]
    public void Parse_TwoDigitYear_IsPlacedByTheFiftyYearRule(string date, int year) =>
        Assert.Equal(year, Gs1Parser.Parse("(17)" + date, Today).Expiry!.Value.Year);

    [Fact]
    public void Parse_DayZero_MeansTheLastDayForExpiryAndTheFirstForProduction()
    {
        var code = Gs1Parser.Parse("(17)280200(11)260200", Today);
        Assert.Equal((new LocalDate(2028, 2, 29), new LocalDate(2026, 2, 1)), (code.Expiry, code.Produced));
    }

    [Fact]
    public void Normalize_AnyOneDigitChanged_IsRejected()
    {
        var gen = Gen.ListOf(Gen.Choose(0, 9), 13).Select(d => string.Concat(d));
        Prop.ForAll(gen.ToArbitrary(), Gen.Choose(0, 13).ToArbitrary(), Gen.Choose(1, 9).ToArbitrary(), (digits, at, by) =>
        {
            var gtin = digits + Gtin.CheckDigit(digits);
            var changed = gtin.ToCharArray();
            changed[at] = (char)('0' + ((changed[at] - '0' + by) % 10));
            return Gtin.Normalize(gtin) == gtin && Gtin.Normalize(new string(changed)) is null;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Parse_ElementsInAnyOrderAndNotation_AreReadBack()
    {
        const string characters = "ABCabc019-._/%'";
        var text = Gen.NonEmptyListOf(Gen.Elements(characters.ToCharArray())).Select(c => new string(c.Take(20).ToArray()));
        var gen = text.SelectMany(_ => text, (serial, batch) => (serial, batch)).SelectMany(_ => Gen.Shuffle(new[] { "01", "10", "17", "21", "30" }), (v, order) => (v.serial, v.batch, order));
        Prop.ForAll(gen.ToArbitrary(), Gen.Elements(true, false).ToArbitrary(), (made, bracketed) =>
        {
            string Value(string ai) => ai switch { "01" => "04600702083415", "10" => made.batch, "17" => "271231", "21" => made.serial, _ => "12" };
            var code = bracketed
                ? string.Concat(made.order.Select(ai => $"({ai}){Value(ai)}"))
                : string.Concat(made.order.Select(ai => ai + Value(ai) + (ai is "10" or "21" or "30" ? "\u001d" : string.Empty)));
            var read = Gs1Parser.Parse(code, Today);
            return read.Elements.SequenceEqual(made.order.Select(ai => new Gs1Element(ai, Value(ai))));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));
    }

    [Fact]
    public void Parse_AnyText_GivesACodeOrOneKindOfError()
    {
        Prop.ForAll<string>(text =>
        {
            try
            {
                return Gs1Parser.Parse(text ?? string.Empty, Today) is not null;
            }
            catch (Gs1FormatException)
            {
                return true;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }
}
