using System.Globalization;

namespace VoiceMed.Auth.Reports;

/// <summary>The report's words in one language.</summary>
internal sealed class ReportWords(bool russian)
{
    public string Title => russian ? "Проверка голосов: как хорошо различаются врачи" : "Speaker verification: how well doctors are told apart";

    public string Calibrated => russian ? "Калибровка:" : "Calibrated on:";

    public string Histogram => russian ? "Оценки своих и чужих" : "Scores of doctors and of others";

    public string Det => russian ? "Кривая ошибок (DET)" : "Detection error trade-off (DET)";

    public string Target => russian ? "свой голос" : "own voice";

    public string Other => russian ? "чужой голос" : "another voice";

    public string Ratio => russian ? "натуральный логарифм отношения правдоподобия" : "log-likelihood ratio (natural)";

    public string Share => russian ? "доля" : "share";

    public string FalseAcceptance => russian ? "принят чужой" : "false acceptance";

    public string FalseRejection => russian ? "отвергнут свой" : "false rejection";

    public string Conditions => russian ? "По условиям записи" : "By condition";

    public string Condition => russian ? "условие" : "condition";

    public string Doctors => russian ? "Порог для каждого врача" : "A threshold for each doctor";

    public string Doctor => russian ? "врач" : "doctor";

    public string Threshold => russian ? "порог" : "threshold";

    public string Advice => russian ? "что сделать" : "what to do";

    public string Footnote => russian
        ? "Числа верны для этих записей и этих микрофонов. Ноль ошибок на 60 проверках означает лишь «меньше 5 %» с уверенностью 95 %."
        : "The numbers hold for these recordings and these microphones. No error in 60 trials only means \"below 5 %\" with 95 % confidence.";

    public string Trials(int count) => russian
        ? string.Create(CultureInfo.InvariantCulture, $"{count} {Plural(count)}.")
        : string.Create(CultureInfo.InvariantCulture, $"{count} trials.");

    public string AdviceFor(DoctorAdvice advice) => advice switch
    {
        DoctorAdvice.Watch => russian ? "Иногда не узнаётся: проверить через месяц." : "Sometimes not recognised: look again in a month.",
        DoctorAdvice.EnrolAgain => russian ? "Часто не узнаётся: записать заново на прикроватном микрофоне." : "Often not recognised: enrol again with the bedside microphone.",
        DoctorAdvice.Confusable => russian ? "Похож на других: чаще спрашивать второй фактор." : "Others pass for this voice: ask for a second factor more often.",
        _ => "—",
    };

    private static string Plural(int count) => (count % 100, count % 10) switch
    {
        ( >= 11 and <= 14, _) => "проверок",
        (_, 1) => "проверка",
        (_, >= 2 and <= 4) => "проверки",
        _ => "проверок",
    };
}
