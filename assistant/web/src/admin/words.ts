import type { Language } from "../shared/protocol";

const RU = {
  title: "Администрирование", signOut: "Выйти", refresh: "Обновить", language: "English", theme: "Тема", error: "Не получилось", none: "Пусто", yes: "да", no: "нет", notHere: "Этого в установке нет.",
  "signIn.title": "Вход администратора", "signIn.key": "Ключ администратора", "signIn.code": "Код из приложения", "signIn.send": "Войти", "signIn.help": "Ключ и QR-код выдаёт команда «voicemed admin credentials».",
  "section.health": "Состояние", "section.screens": "Сеансы", "section.alerts": "Тревоги", "section.doctors": "Врачи", "section.enrolment": "Запись голоса", "section.calibration": "Калибровка", "section.audit": "Журнал доступа", "section.emergencies": "Экстренный доступ", "section.models": "Модели", "section.intents": "Намерения",
  "health.version": "Версия", "health.started": "Работает с", "health.memory": "Память", "health.threads": "Потоков", "health.screens": "Открытых сеансов", "health.ledger": "Журнал записей", "health.packErrors": "Ошибок в пакетах намерений",
  "screens.terminal": "Экран", "screens.bed": "Койка", "screens.since": "С", "screens.state": "Состояние", "screens.speaker": "Кто говорит", "screens.connected": "На связи", "screens.end": "Завершить",
  "alerts.hint": "Экраны, которые за последние семь дней перестали отвечать после неудачных попыток.", "alerts.when": "Когда", "alerts.what": "Что произошло", "alerts.explain": "Объяснить",
  "doctors.doctor": "Врач", "doctors.role": "Роль", "doctors.ward": "Отделение", "doctors.consent": "Согласие от", "doctors.enrolled": "Голос записан", "doctors.model": "Модель", "doctors.usable": "Годен", "doctors.adaptations": "Подстроек", "doctors.suspend": "Приостановить голос", "doctors.resume": "Вернуть голос", "doctors.suspended": "Приостановлен", "doctors.remove": "Удалить голос", "doctors.removeSure": "Удалить голос навсегда?",
  "enrol.form": "Кто записывается", "enrol.id": "Идентификатор (латиницей)", "enrol.name": "Имя и фамилия", "enrol.role": "Роль", "enrol.ward": "Отделение", "enrol.consent": "Дата письменного согласия", "enrol.begin": "Начать запись", "enrol.phrase": "Фраза", "enrol.of": "из",
  "enrol.record": "Записать", "enrol.stop": "Готово", "enrol.again": "Ещё раз", "enrol.level": "Громкость", "enrol.snr": "Сигнал/шум", "enrol.good": "Хорошо", "enrol.finish": "Сохранить голос", "enrol.done": "Голос сохранён. Врача можно узнать у койки.", "enrol.read": "Прочитайте вслух",
  "enrol.microphone": "Микрофон недоступен. Разрешите его в браузере.", "enrol.voiced": "речи, с",
  "calibration.histogram": "Оценки: тот же голос и чужие", "calibration.same": "тот же голос", "calibration.other": "чужие", "calibration.llr": "логарифм отношения правдоподобия", "calibration.det": "Ошибки: ложный пропуск и ложный отказ", "calibration.fa": "ложный пропуск, %", "calibration.fr": "ложный отказ, %",
  "audit.patient": "Пациент (идентификатор)", "audit.doctor": "Врач", "audit.outcome": "Исход", "audit.any": "любой", "audit.granted": "показано", "audit.refused": "отказано", "audit.from": "С", "audit.until": "По", "audit.search": "Найти", "audit.time": "Когда", "audit.operation": "Что", "audit.reason": "Основание", "audit.trust": "Доверие", "audit.terminal": "Экран", "audit.hint": "Знак «-» вместо пациента показывает обращения ни о ком.",
  "emergency.patient": "Пациент", "emergency.doctor": "Врач", "emergency.reason": "Причина", "emergency.when": "Когда", "emergency.outcome": "Разбор", "emergency.justified": "Обоснованно", "emergency.unjustified": "Не обоснованно", "emergency.open": "ждёт разбора",
  "models.id": "Модель", "models.language": "Язык", "models.size": "Размер", "models.licence": "Лицензия", "models.state": "Состояние", "models.installed": "установлена", "models.install": "Установить", "models.absent": "не установлена",
  "intents.id": "Намерение", "intents.sensitivity": "Доступ", "intents.reload": "Перечитать пакеты", "intents.messages": "Сообщения", "intents.added": "Добавлено", "intents.removed": "Убрано", "intents.changed": "Изменено", "intents.aside": "Отложено из-за ошибок", "intents.same": "Ничего не изменилось.",
} as const;

export type Word = keyof typeof RU;

const EN: Record<Word, string> = {
  title: "Administration", signOut: "Sign out", refresh: "Refresh", language: "Русский", theme: "Theme", error: "That did not work", none: "Nothing here", yes: "yes", no: "no", notHere: "This installation does not have it.",
  "signIn.title": "Administrator sign-in", "signIn.key": "Administrator key", "signIn.code": "Code from the app", "signIn.send": "Sign in", "signIn.help": "The key and the QR code come from the command “voicemed admin credentials”.",
  "section.health": "Health", "section.screens": "Sessions", "section.alerts": "Alerts", "section.doctors": "Doctors", "section.enrolment": "Enrolment", "section.calibration": "Calibration", "section.audit": "Audit", "section.emergencies": "Emergency access", "section.models": "Models", "section.intents": "Intents",
  "health.version": "Version", "health.started": "Running since", "health.memory": "Memory", "health.threads": "Threads", "health.screens": "Open sessions", "health.ledger": "Ledger", "health.packErrors": "Errors in intent packs",
  "screens.terminal": "Screen", "screens.bed": "Bed", "screens.since": "Since", "screens.state": "State", "screens.speaker": "Speaker", "screens.connected": "Connected", "screens.end": "End",
  "alerts.hint": "Screens that stopped answering after failures in the last seven days.", "alerts.when": "When", "alerts.what": "What happened", "alerts.explain": "Explain",
  "doctors.doctor": "Doctor", "doctors.role": "Role", "doctors.ward": "Ward", "doctors.consent": "Consent of", "doctors.enrolled": "Voice enrolled", "doctors.model": "Model", "doctors.usable": "Usable", "doctors.adaptations": "Adaptations", "doctors.suspend": "Suspend the voice", "doctors.resume": "Resume the voice", "doctors.suspended": "Suspended", "doctors.remove": "Remove the voice", "doctors.removeSure": "Remove the voice for good?",
  "enrol.form": "Who is enrolled", "enrol.id": "Identifier (Latin letters)", "enrol.name": "Full name", "enrol.role": "Role", "enrol.ward": "Ward", "enrol.consent": "Date of the written consent", "enrol.begin": "Begin", "enrol.phrase": "Phrase", "enrol.of": "of",
  "enrol.record": "Record", "enrol.stop": "Done", "enrol.again": "Once more", "enrol.level": "Level", "enrol.snr": "Signal to noise", "enrol.good": "Good", "enrol.finish": "Save the voice", "enrol.done": "The voice is saved. The doctor can be recognised at the bedside.", "enrol.read": "Read aloud",
  "enrol.microphone": "The microphone is not available. Allow it in the browser.", "enrol.voiced": "seconds of voice",
  "calibration.histogram": "Scores: the same voice and others", "calibration.same": "the same voice", "calibration.other": "others", "calibration.llr": "log-likelihood ratio", "calibration.det": "Errors: false acceptance and false rejection", "calibration.fa": "false acceptance, %", "calibration.fr": "false rejection, %",
  "audit.patient": "Patient (identifier)", "audit.doctor": "Doctor", "audit.outcome": "Outcome", "audit.any": "any", "audit.granted": "shown", "audit.refused": "refused", "audit.from": "From", "audit.until": "Until", "audit.search": "Search", "audit.time": "When", "audit.operation": "What", "audit.reason": "Rule", "audit.trust": "Trust", "audit.terminal": "Screen", "audit.hint": "A “-” instead of a patient shows accesses about nobody.",
  "emergency.patient": "Patient", "emergency.doctor": "Doctor", "emergency.reason": "Reason", "emergency.when": "When", "emergency.outcome": "Review", "emergency.justified": "Justified", "emergency.unjustified": "Not justified", "emergency.open": "to be reviewed",
  "models.id": "Model", "models.language": "Language", "models.size": "Size", "models.licence": "Licence", "models.state": "State", "models.installed": "installed", "models.install": "Install", "models.absent": "not installed",
  "intents.id": "Intent", "intents.sensitivity": "Sensitivity", "intents.reload": "Read the packs again", "intents.messages": "Messages", "intents.added": "Added", "intents.removed": "Removed", "intents.changed": "Changed", "intents.aside": "Set aside for errors", "intents.same": "Nothing has changed.",
};

/** A word of the admin's page. */
export function word(key: Word, language: Language): string {
  return (language === "ru" ? RU : EN)[key];
}
