import type { Language } from "./protocol";

const RU = {
  "state.connecting": "Подключение", "state.asleep": "Ждёт слово «ассистент»", "state.listening": "Слушает", "state.thinking": "Ищет ответ",
  "state.speaking": "Говорит", "state.locked": "Экран закрыт",
  "speaker.label": "Говорит", "speaker.nobody": "Врач не определён", "speaker.none": "ждёт голос врача", "speaker.building": "голос уточняется",
  "speaker.trusted": "голос подтверждён", "speaker.lost": "голос не узнан", "speaker.stranger": "Голос не узнан",
  "patient.none": "Пациент не выбран", "patient.noneHint": "Скажите «пациент» и фамилию или покажите браслет", "patient.born": "род.", "patient.bed": "койка",
  "patient.confirmed": "подтверждён", "patient.unconfirmed": "не подтверждён", "patient.label": "Пациент",
  "link.lost": "Нет связи с сервером. Экран восстановится сам.", "link.refused": "Этот экран не зарегистрирован. Обратитесь к администратору.",
  "link.replaced": "Сеанс открыт в другом окне.", "link.takeOver": "Вернуть сюда",
  "microphone.blocked": "Микрофон запрещён в браузере. Разрешите его или пользуйтесь клавиатурой.", "microphone.missing": "Микрофон не найден. Подключите его или пользуйтесь клавиатурой.",
  "microphone.needsTouch": "Коснитесь, чтобы включить микрофон", "microphone.off": "Микрофон выключен", "microphone.start": "Включить микрофон",
  "hints.title": "Можно сказать", "hints.empty": "ассистент, что ты умеешь",
  "tool.query": "Написать", "tool.pin": "PIN-код", "tool.scan": "Камера", "tool.private": "Без звука", "tool.privateOn": "Звук выключен", "tool.louder": "Громче", "tool.quieter": "Тише",
  "tool.theme": "Тема", "tool.language": "English", "tool.lock": "Закрыть экран", "tool.end": "Завершить", "tool.stop": "Замолчать", "tool.bar": "Действия",
  "query.title": "Вопрос без голоса", "query.placeholder": "например: последние посещения", "query.send": "Спросить", "query.label": "Вопрос",
  "pin.title": "Вход по PIN-коду", "pin.doctor": "Кто вы", "pin.doctorPlaceholder": "например, smirnova", "pin.pin": "PIN-код", "pin.send": "Войти", "pin.clear": "Стереть", "pin.delete": "Удалить цифру",
  "scan.title": "Камера", "scan.badge": "Пропуск врача", "scan.wristband": "Браслет пациента", "scan.resource": "Упаковка", "scan.aim": "Держите код перед камерой", "scan.kind": "Что показываете",
  "scan.noCamera": "Камера недоступна. Введите код.", "scan.code": "Код", "scan.send": "Проверить",
  "dialog.close": "Закрыть", "answer.yes": "Да", "answer.no": "Нет",
  "challenge.say": "Скажите цифры", "challenge.left": "осталось, с", "challenge.pin": "PIN-код", "challenge.badge": "Пропуск",
  "blank.title": "Данные скрыты", "refused.title": "Отказано", "notUnderstood.title": "Не понял", "error.title": "Не получилось",
  "heard": "Услышано", "welcome.title": "Готов к вопросу", "welcome.text": "Скажите «ассистент» и вопрос.",
  "proof.verified": "Данные проверены", "proof.failed": "Данные не проверены", "proof.title": "Доказательство", "proof.scheme": "Способ", "proof.rule": "Основание доступа", "proof.detail": "Что проверено",
  "card.empty": "Записей нет", "card.of": "из", "card.restricted": "Ограниченный доступ", "card.very-restricted": "Строго ограниченный доступ", "card.patient": "Пациент",
  "vitals.latest": "последнее", "lab.high": "выше нормы", "lab.low": "ниже нормы", "lab.normal": "норма", "lab.range": "норма",
  "medication.until": "до", "medication.since": "с", "medication.ongoing": "принимает", "medication.ended": "закончено",
  "allergy.high": "опасно для жизни", "allergy.low": "низкий риск", "allergy.unable-to-assess": "риск не оценён", "allergy.none": "Аллергии не выявлены (так записано)", "allergy.unrecorded": "Сведений об аллергии нет. Это не значит, что аллергии нет.",
  "diagnosis.active": "активный", "diagnosis.past": "в прошлом",
  "access.granted": "показано", "access.refused": "отказано", "access.nobody": "Неизвестный голос", "access.emergency": "экстренно",
  "consent.permitted": "разрешено", "consent.forbidden": "запрещено", "consent.expired": "не действует", "consent.until": "до", "consent.open": "бессрочно",
  "resource.genuine": "Подлинное", "resource.expired": "Срок годности истёк", "resource.recalled": "Отозвано производителем", "resource.unknown": "Неизвестно: не применять", "resource.already-used": "Уже использовано", "resource.code": "Код",
  "stock.available": "в наличии", "stock.low": "ниже неснижаемого остатка",
  "document.failed": "Этот вид документа здесь показать нельзя.", "document.page": "страница", "document.ecg": "25 мм/с, 10 мм/мВ",
  "kind.discharge_summary": "Выписка", "kind.lab_report": "Анализы", "kind.imaging": "Снимок", "kind.ecg": "ЭКГ", "kind.prescription": "Рецепт", "kind.referral": "Направление", "kind.operation_report": "Протокол операции", "kind.consultation": "Консультация",
  "vital.pulse": "Пульс", "vital.blood_pressure": "Давление", "vital.temperature": "Температура", "vital.saturation": "Сатурация", "vital.glucose": "Глюкоза", "vital.respiration": "Частота дыхания", "vital.weight": "Вес",
  "department.cardiology": "кардиология", "department.surgery": "хирургия", "department.therapy": "терапия", "department.neurology": "неврология", "department.oncology": "онкология", "department.traumatology": "травматология", "department.pediatrics": "педиатрия", "department.gynecology": "гинекология", "department.urology": "урология", "department.ophthalmology": "офтальмология", "department.intensive_care": "реанимация", "department.emergency": "приёмное отделение",
} as const;

export type Phrase = keyof typeof RU;

const EN: Record<Phrase, string> = {
  "state.connecting": "Connecting", "state.asleep": "Waiting for “assistant”", "state.listening": "Listening", "state.thinking": "Finding the answer",
  "state.speaking": "Speaking", "state.locked": "Screen locked",
  "speaker.label": "Speaking", "speaker.nobody": "No doctor recognised", "speaker.none": "waiting for a doctor's voice", "speaker.building": "checking the voice",
  "speaker.trusted": "voice confirmed", "speaker.lost": "voice not recognised", "speaker.stranger": "Voice not recognised",
  "patient.none": "No patient selected", "patient.noneHint": "Say “patient” and a surname, or show the wristband", "patient.born": "born", "patient.bed": "bed",
  "patient.confirmed": "confirmed", "patient.unconfirmed": "not confirmed", "patient.label": "Patient",
  "link.lost": "The server cannot be reached. The screen will recover by itself.", "link.refused": "This screen is not registered. Please tell the administrator.",
  "link.replaced": "The session is open in another window.", "link.takeOver": "Bring it here",
  "microphone.blocked": "The browser blocks the microphone. Allow it, or use the keyboard.", "microphone.missing": "No microphone found. Connect one, or use the keyboard.",
  "microphone.needsTouch": "Touch to switch the microphone on", "microphone.off": "The microphone is off", "microphone.start": "Switch the microphone on",
  "hints.title": "You can say", "hints.empty": "assistant, what can you do",
  "tool.query": "Type", "tool.pin": "PIN", "tool.scan": "Camera", "tool.private": "Silent", "tool.privateOn": "Sound is off", "tool.louder": "Louder", "tool.quieter": "Quieter",
  "tool.theme": "Theme", "tool.language": "Русский", "tool.lock": "Lock the screen", "tool.end": "End session", "tool.stop": "Stop speaking", "tool.bar": "Actions",
  "query.title": "Ask without speaking", "query.placeholder": "for example: last visits", "query.send": "Ask", "query.label": "Question",
  "pin.title": "Sign in with a PIN", "pin.doctor": "Who you are", "pin.doctorPlaceholder": "for example, carter", "pin.pin": "PIN", "pin.send": "Sign in", "pin.clear": "Clear", "pin.delete": "Delete a digit",
  "scan.title": "Camera", "scan.badge": "Doctor's badge", "scan.wristband": "Patient's wristband", "scan.resource": "Package", "scan.aim": "Hold the code before the camera", "scan.kind": "What you are showing",
  "scan.noCamera": "The camera is not available. Type the code.", "scan.code": "Code", "scan.send": "Check",
  "dialog.close": "Close", "answer.yes": "Yes", "answer.no": "No",
  "challenge.say": "Say the digits", "challenge.left": "seconds left", "challenge.pin": "PIN", "challenge.badge": "Badge",
  "blank.title": "Data hidden", "refused.title": "Refused", "notUnderstood.title": "Not understood", "error.title": "That did not work",
  "heard": "Heard", "welcome.title": "Ready", "welcome.text": "Say “assistant” and your question.",
  "proof.verified": "Data verified", "proof.failed": "Data not verified", "proof.title": "Proof", "proof.scheme": "Scheme", "proof.rule": "Access permitted by", "proof.detail": "What was checked",
  "card.empty": "No records", "card.of": "of", "card.restricted": "Restricted", "card.very-restricted": "Very restricted", "card.patient": "Patient",
  "vitals.latest": "latest", "lab.high": "high", "lab.low": "low", "lab.normal": "normal", "lab.range": "reference",
  "medication.until": "until", "medication.since": "since", "medication.ongoing": "taking", "medication.ended": "ended",
  "allergy.high": "life-threatening", "allergy.low": "low risk", "allergy.unable-to-assess": "risk not assessed", "allergy.none": "No known allergies (as recorded)", "allergy.unrecorded": "Nothing is recorded about allergies. That does not mean there are none.",
  "diagnosis.active": "active", "diagnosis.past": "past",
  "access.granted": "shown", "access.refused": "refused", "access.nobody": "Unknown voice", "access.emergency": "emergency",
  "consent.permitted": "permitted", "consent.forbidden": "forbidden", "consent.expired": "not in force", "consent.until": "until", "consent.open": "open-ended",
  "resource.genuine": "Genuine", "resource.expired": "Expired", "resource.recalled": "Recalled by the maker", "resource.unknown": "Unknown: do not use", "resource.already-used": "Already used", "resource.code": "Code",
  "stock.available": "available", "stock.low": "below the minimum",
  "document.failed": "This kind of document cannot be shown here.", "document.page": "page", "document.ecg": "25 mm/s, 10 mm/mV",
  "kind.discharge_summary": "Discharge summary", "kind.lab_report": "Lab report", "kind.imaging": "Imaging", "kind.ecg": "ECG", "kind.prescription": "Prescription", "kind.referral": "Referral", "kind.operation_report": "Operation report", "kind.consultation": "Consultation",
  "vital.pulse": "Pulse", "vital.blood_pressure": "Blood pressure", "vital.temperature": "Temperature", "vital.saturation": "Saturation", "vital.glucose": "Glucose", "vital.respiration": "Respiration", "vital.weight": "Weight",
  "department.cardiology": "cardiology", "department.surgery": "surgery", "department.therapy": "general medicine", "department.neurology": "neurology", "department.oncology": "oncology", "department.traumatology": "traumatology", "department.pediatrics": "paediatrics", "department.gynecology": "gynaecology", "department.urology": "urology", "department.ophthalmology": "ophthalmology", "department.intensive_care": "intensive care", "department.emergency": "emergency",
};

/** A phrase of the page in the given language. */
export function text(phrase: Phrase, language: Language): string {
  return (language === "ru" ? RU : EN)[phrase];
}

/** A canonical name of the protocol (`cardiology`, `ecg`, `pulse`) in words; the name itself when it is new to this page. */
export function name(group: "kind" | "vital" | "department" | "resource", canonical: string, language: Language): string {
  const phrase = `${group}.${canonical}`;
  return phrase in RU ? text(phrase as Phrase, language) : canonical.replaceAll("_", " ");
}
