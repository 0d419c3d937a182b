# Все предложения приложения по-русски. Те же сообщения есть в en.ftl.

## Вокруг каждой страницы
site-name = Справочник
skip-to-main = К основному содержанию
language = Язык
leave = Покинуть страницу
nav = Разделы
nav-answers = Что сообщено
nav-answer = Ответ
nav-timeline = Во времени
nav-map = Везде
nav-compare = Сравнить
nav-laws = Тексты законов
nav-brief = Печать
back = Назад
continue = Продолжить
wait = Одну минуту…
warning = Внимание
error = Ошибка
problem-title = Есть неточность
information = Это правовая информация, а не консультация.
yes = Да
no = Нет
or = или
none = Нет
change = Изменить
add = Добавить
skip = Пропустить

## Первый экран
start-title = Справочник
start-text = Как документ, составленный в одном месте, воспринимается в другом — по текстам, действующим там в нужный день.
start-interview = Начать
start-laws = Читать тексты
start-kept = Ничто из введённого не сохраняется и не отправляется. Когда вы закроете страницу, всё исчезнет.
start-exit = Чтобы сразу уйти, нажмите «Покинуть страницу», или три раза Shift, или три раза Esc.
start-help = Что это и чего оно не может

## Справка
help-title = Что это
help-what-title = На что отвечает
help-what = Считается ли брак, заключённый в одном месте, браком в другом, для чего и насколько это твёрдо. Ответ выводится из самого закона: факты на входе, нормы применены, показан каждый шаг, кто читает закон иначе и чего мы не знаем.
help-kept-title = Что сохраняется
help-kept = Ничего. Нет ни cookie, ни хранилища, ни адресов с вашими ответами, ни одного запроса в сеть: законы и программа внутри этой страницы.
help-cannot = Нельзя скрыть, что эту страницу или файл открывали, и то, что увидят через ваше плечо. Если за этим устройством следят, возьмите другое.
help-exit-title = Как сразу уйти
help-exit = «Покинуть страницу», три раза Shift или три раза Esc гасят страницу, стирают сообщённое и показывают вместо неё календарь. Кнопка «Назад» затем ведёт туда, где вы были до этой страницы.
help-words-title = Насколько твёрд ответ

## Вопросы
ask-purpose = Для чего брак должен иметь силу?
ask-forum = Где брак должен иметь силу?
ask-on = На какой день вы спрашиваете?
ask-celebration-on = В какой день была или будет свадьба?
hint-forum = Страна или её часть, ответ которой вам нужен. Введите её название или город.
hint-on = Закон меняется: что имело силу год назад, может не иметь её сегодня.
hint-date = Если не знаете дня или дня и месяца, оставьте их пустыми.
hint-place = Начните вводить; другие названия и крупные города тоже понятны.
hint-later = Например, штамп, запись в реестре, отказ, решение суда, переезд, смерть.
hint-plans = Отметьте, что вы думаете делать: в ответе будет сказано, чем это может там обернуться. Это можно пропустить.
why-we-ask = Почему мы спрашиваем
why-question-purpose = Многие законы дают браку силу для одного и не дают для другого: например, для вида на жительство, но не для наследования.
why-question-forum = Каждое место по собственному закону решает, имеет ли там силу брак, заключённый в другом месте.
why-question-on = Ответ даётся по закону и по тому, что суды и органы власти сказали к этому дню.
why-celebration-place = Почти каждый закон отправляется от закона места, где была свадьба.
why-celebration-on = Создала ли свадьба брак, определяют по закону её дня.
why-later = Решение суда, запись в реестре или переезд могут дать браку силу, лишить её или ничего не изменить. Ответ скажет, что именно.
why-plans = Только затем, чтобы сказать, чем это может для вас там обернуться. На то, имеет ли брак силу, это не влияет.
why-rules = Это читают такие нормы:
why-reading = Это читает одна из норм на пути к ответу.
dont-know = Не знаю
questions-left =
    { $count ->
        [one] Остался { $count } вопрос, который может изменить ответ
        [few] Осталось { $count } вопроса, которые могут изменить ответ
       *[other] Осталось { $count } вопросов, которые могут изменить ответ
    }
caption-first = Супруг А
caption-second = Супруг Б
caption-union = { $who }: прежний союз { $number }
spouse-first = А
spouse-second = Б
purpose-status = Состояние в браке как таковое
form-civil = Государственный орган или регистратор
form-religious = Священнослужитель или религиозная организация
form-customary = По обычаю, без участия органа
form-consular = Консульство или посольство
form-proxy = Одного из вас кто-то представлял
form-remote = По видео, кто-то был в другом месте
form-common_law = Церемонии не было: мы жили как супруги
present-all = Все были там, где проходила свадьба
present-not-all = Кто-то был в другом месте
count-0 = Нет
count-1 = Да, один раз
count-2 = Да, два раза
count-3 = Да, три раза или больше
no-nationality = Никакого: без гражданства
no-such-place = Такого места нет
nationality = Гражданство
nationality-more = Гражданство { $number }
place = Место
place-more = Место { $number }
place-part = Закон там не везде одинаков. Какая часть?
place-part-unknown = Не знаю или другая часть
add-another = Добавить ещё
on-today = На сегодня
on-another-day = На другой день
on-another-hint = В прошлом, чтобы увидеть, что имело силу тогда
permission-for = На что
permission-spouse = Кому
events-none = Нет, ничего
event-number = Событие { $number }
event-what = Что произошло
event-by = Чей орган или суд
event-on = Когда
event-add = Добавить событие
plan-audience = Кто сможет это увидеть?
date-day = День
date-month = Месяц
date-year = Год
places-found-label = Найденные места
places-found =
    { $count ->
        [0] Мест не найдено
        [one] Найдено { $count } место
        [few] Найдено { $count } места
       *[other] Найдено { $count } мест
    }
problem-choose_one = Выберите один из вариантов
problem-day_missing_year = Укажите хотя бы год
problem-day_not_real = Укажите настоящую дату, например 4 1 2018
problem-day_needs_all = Укажите день, месяц и год
problem-place_missing = Укажите место
problem-place_not_known = Выберите место из списка, который появляется при вводе
refused-title = Эти ответы не сочетаются

## Что сообщено
check-title = Проверьте сообщённое
section-question = Что вы спрашиваете
section-celebration = Свадьба
section-first = Супруг А
section-second = Супруг Б
section-between = Между вами
section-since = С тех пор и на будущее
section-presumed = Принято обычным
presumed-hint = Об этом вас не спрашивали: взято обычное значение. Измените то, что было иначе: ответ может стать другим.
not-told = Не сообщено
to-answer = Показать ответ
go-on-asking = Ответить ещё на вопросы

## Ответ
answer-title = Ответ
nothing-yet-title = Отвечать пока не на что
nothing-yet = Сначала скажите, о каком месте вы спрашиваете.
asked = { $place } · { $day } · цель: { $purpose }
register-legend = Для кого изложено
register-couple = Для нас
register-caseworker = Для сотрудника
register-lawyer = Для юриста
do-not-rely = Не полагайтесь на это в учреждении, пока не поговорите с юристом, который вас знает.
stale-before = Срок проверки использованного закона прошёл: { $laws }. Проверьте его, прежде чем полагаться на ответ.
stale-item = { $law } (проверить до { $day })
protect-head = Сначала защита
protect-young = Одному из супругов на день свадьбы не было 18 лет.
protect-consent = Один из супругов не давал свободного согласия.
protect-help = Никто не обязан состоять в браке, которого не выбирал. Помочь могут служба защиты детей, убежище или группа правовой помощи; супругу и семье об этом знать не обязательно.
valid-first = По закону места ({ $place }) брак действителен.
valid-elsewhere = Дальше речь только о месте «{ $place }»: где брак действителен, там он остаётся действительным.
answer-one = { $place }: брак { $outcome }.
answer-none = { $place }: единого ответа нет. { $each }.
says-letter = По тексту { $provision }: { $says }
says-letter-bare = По тексту закона: { $says }
says-courts = суды: { $says }
says-authorities = органы власти: { $says }
since = { $outcome } с { $day }
silent-searched = решений не известно (искали { $day })
silent-not-searched = не искали
planned = Свадьба ещё впереди: ответ дан на её день по закону, известному сегодня.
head-firm = Насколько это твёрдо
head-readings = Кто как читает закон
head-why = Почему
head-exposure = Чем может обернуться
head-change = Что изменило бы ответ
head-next = Что делать дальше
head-notes = Примечания
head-duties = Обязанности по договорам и решениям надгосударственных судов
head-receipt = Квитанция: все использованные законы
outcome-recognised = Признаётся
outcome-recognised_as_registered_partnership = Приравнивается к другому: зарегистрированное партнёрство
outcome-recognised_limited_purpose = Признаётся только для этой цели
outcome-recognised_limited_status = Признаётся только для некоторых целей
outcome-not_recognised = Не признаётся
outcome-open = Единого исхода нет
verdict-settled = Решено
verdict-untested = Не проверено
verdict-contested = Спорно
verdict-depends = Зависит от фактов
verdict-discretionary = Решает уполномоченный орган
verdict-undecided = Не решено самим законом
verdict-not_covered = Нет в нашей базе
verdict-silent = Молчание
verdict-why-settled = Текст закона и те, кто его применяет, сходятся.
verdict-why-untested = Говорит только текст закона; неизвестно, чтобы это подтвердил кто-либо из тех, кто его применяет.
verdict-why-contested = Этот закон читают по-разному; показаны каждое прочтение и те, кто его держится.
verdict-why-depends = Исход меняют факты, которых не хватает; они названы.
verdict-why-discretionary = Закон оставляет это органу, который ещё не решил; он назван.
verdict-why-undecided = Здесь в самом законе пробел или противоречие; показано, где именно.
verdict-why-not_covered = У нас нет нужного закона; сказано, какого. Это наш пробел, а не пробел закона.
also = Также: { $list }.
also-stale = срок проверки прошёл
divided = Равные по рангу разошлись.
rests-on-knowledge = Часть сработавших норм дана по памяти: источник не открывали. Какие, отмечено в выводе.
then-held = Как считалось тогда, по известному в тот день: { $verdict }, { $outcome }. Как считается теперь: ответ выше.
stance-letter = Текст закона
stance-courts = Суды
stance-authorities = Органы власти
reading-alone = Текст закона только в этом прочтении: { $outcome }.
held-nobody = никто из известных нам
held-by = { $body } ({ $rank }, { $form }), { $day }
held-until = до { $day }
held-not-counted = показано, на день вопроса не учтено
for-purposes = для целей: { $purposes }
all-purposes = все цели
on-knowledge = по памяти, источник не открывали
could-be = Возможно: { $outcomes }
by-provision = по { $provision }
treated-as = как { $name } ({ $law })
degree = { $degree }
undone-by = Кем может быть отменён: { $by }
mode-assert = Если сказать, что вы в браке
mode-deny = Если отрицать
mode-silence = Если молчать
exposure-none-in-mode = В просмотренном ничего не найдено.
exposure-nothing = Ничего не найдено в темах: { $covered }. Не смотрели: { $not }. Не найдено не значит безопасно.
exposure-coverage = Смотрели: { $covered }. Не смотрели: { $not }.
nothing-listed = ничего не указано
everything-else = всё остальное
exposure-administrative = административное право
exposure-penal = уголовное право
exposure-criminal = уголовное право
exposure-immigration = миграционное право
exposure-family = семейное право
exposure-status = статус
exposure-practice = практика без закона
firm-may_engage = может применяться
firm-engages = применяется
exposure-who = кого касается: { $who }
exposure-depends = зависит от: { $facts }
from-day = с { $day }
answer-this = Ответить
change-fact = { $text }
change-power = Решение органа: { $text }
change-gap = Пробел в законе, { $id }: { $text }
change-conflict = Противоречие в законе, { $id }: { $text }
change-law = Закон, которого у нас нет: { $text }
change-division = Расхождение равных по рангу: { $text }
change-flip = Вместе с текстом закона исход меняет прочтение: { $readings }
change-presumed = Не указано и принято обычным, а исход от этого зависит: { $fact } = { $value }.
change-purpose = Для цели «{ $purpose }», { $stance }: { $outcome }.
change-nothing = Ничего из известного базе, кроме изменения самого закона.
next-lawyer = Покажите этот ответ с источниками юристу или группе правовой помощи, знающим это место, прежде чем показывать документы учреждению.
next-facts = Узнайте названные выше факты и спросите снова.
next-power = Юрист скажет, кто и до какого срока может обратиться в этот орган и на что он смотрит.
next-missing = Попросите юриста этого места проверить закон, которого у нас нет.
next-settled = Храните свидетельство вместе с тем, на чём оно основано, и спросите снова, когда изменятся закон или планы.
next-divorce = Чтобы прекратить брак, который там не признаётся, нужен суд места, где он признаётся.
next-divorce-ask = Спросить о разводе: { $place }
next-protection = Кто получил или просит защиту, не обязан обращаться к органам государства, из которого бежал, и получать его бумаги: помочь должно государство убежища (Конвенция о беженцах, ст. 12 и 25).
next-protected = Вы сообщили, что один из вас получил или просит защиту. Не обращайтесь к органам государства, из которого вы бежали, и не просите у него бумаг. Где норма требует такую бумагу, замену выдаёт государство убежища (Конвенция о беженцах, ст. 12 и 25).
why-stance = { $stance }: каждый шаг
stance-same = Так же, как текст закона.
step-yes = ✓ да
step-no = ✗ нет
step-open = ? открыто
step-bar-yes = ✓ мешает
step-bar-no = ✗ не мешает
step-bar-open = ? открыто
step-bar = препятствие: { $bar }
step-kind-clause = норма
step-kind-exception = исключение
step-kind-reading = прочтение
step-kind-foreign = иностранное право
step-kind-table = таблица
step-kind-presumed = презумпция
step-kind-given = принято заданным
step-kind-act = официальный акт
step-kind-open = открыто
law-of = право: { $place }
as-at = на { $day }
read-text = Читать текст
step-facts = читает: { $facts }
duty-executed = Исполнено: { $text }.
duty-without = Без этого: { $outcome }.
receipt-engine = Программа { $engine } и вся база законов одним подписанным файлом:
receipt-key = База законов подписана ключом разработки: это доказывает целость файла, но не его автора.
receipt-law = проверено { $checked }, проверить до { $review }
checklist = Проверочный лист
checklist-result = Итог
checklist-condition = Условие
checklist-rule = Норма
checklist-facts = Какие факты читает
irac-issue = Вопрос
irac-issue-text = Имеет ли брак силу: { $place }, на { $day }, цель: { $purpose }.
irac-rule = Норма
irac-no-rule = Ни одна норма этого места не сработала.
irac-application = Применение
irac-conclusion = Вывод
irac-contrary = Противоположное прочтение

## Во времени
timeline-title = Во времени
timeline-text = Передвигайте день, чтобы увидеть, как меняется ответ и что его изменило.
timeline-slider = День
timeline-day = День вопроса
timeline-show-day = Показать этот день
timeline-lived = Как переживалось: каждый день по известному в тот день
timeline-known = По известному теперь
timeline-basis = С какой стороны смотреть
timeline-stretches = Все промежутки
timeline-from-until = { $from } — { $until }
timeline-from-on = с { $from } и далее
timeline-because = причина: { $cause }
timeline-empty = Ни об одном дне сказать нельзя: день свадьбы не известен.
timeline-ask = Взять этот день для ответа
timeline-position = { $day }: { $verdict }
cause-law = закон
cause-reading = прочтение
cause-act = акт
cause-celebration = свадьба

## Везде
map-title = Везде
map-text = Тот же случай во всех местах на один и тот же день.
map-list = Список
map-map = Карта
map-show = Показать как
map-purpose = Цель
map-day = День
map-change-day = Показать этот день
map-count =
    { $count ->
        [one] { $count } место
        [few] { $count } места
       *[other] { $count } мест
    }
map-danger = Опасность здесь не показана. Брак может признаваться и там, где говорить о нём небезопасно.
map-boundaries = Границы показывают, где применяется право, а не суверенитет. Малые места показаны точками. Контуры: Natural Earth.
map-find = Найти место в списке
map-label = Карта мира
map-in = Ближе
map-out = Дальше
map-whole = Весь мир
map-north = Вверх
map-south = Вниз
map-west = Влево
map-east = Вправо
map-open = Единого исхода нет
map-pick = Выберите место на карте или в списке, чтобы увидеть его ответ.
map-picked = Выбранное место
map-ask = Спросить: { $place }
map-exposure =
    { $count ->
        [one] чем может обернуться: найдено { $count } последствие
        [few] чем может обернуться: найдено { $count } последствия
       *[other] чем может обернуться: найдено { $count } последствий
    }
map-key = Обозначения
map-untested-key = тонкие линии: так говорит только текст закона

## Сравнить
compare-title = Сравнить
compare-text = Два места или два дня рядом.
compare-left = Первое
compare-right = Второе
compare-place = Место
compare-day = День
compare-same = Исход один и тот же, и одинаково твёрд.
compare-differs = Они расходятся.
compare-row-outcome = Исход
compare-row-firm = Насколько твёрдо
compare-row-exposure = Чем может обернуться
compare-row-change = От чего зависит
compare-row-rule = Решающая норма

## Тексты законов
laws-title = Тексты законов
laws-text = Все тексты, из которых отвечает эта страница: нашими словами, с датами, источниками, нормами и примерами.
laws-search = Искать в текстах
laws-search-hint = Слова, статья или место
laws-found =
    { $count ->
        [0] Ничего не найдено
        [one] Найден { $count } отрывок
        [few] Найдено { $count } отрывка
       *[other] Найдено { $count } отрывков
    }
laws-more = Показаны первые { $count }.
laws-places = Места
laws-place-none = Своих текстов нет: за это место говорят таблицы мира.
laws-of = Право: { $place }
laws-says = Что говорит там право на { $day }
laws-instruments = Акты
laws-all = Все места
laws-meta = { $number }, принят { $adopted }
laws-checked = Проверено { $checked }, проверить до { $review }
laws-stale = срок проверки прошёл
laws-sources = Источники
laws-opened = открыт { $day }
laws-rules = Нормы в том виде, в каком их исполняет программа
laws-examples = Примеры
laws-in-force = В силе с { $from }
laws-in-force-until = В силе с { $from } до { $until }
laws-contents = В этом тексте
laws-shared = Общие слова
topic-same_sex_marriage = Брак двоих одного пола
topic-registered_partnership = Зарегистрированное партнёрство
topic-foreign_same_sex_marriage = Брак двоих одного пола, заключённый в другом месте
topic-same_sex_acts = Отношения взрослых одного пола
topic-promotion_law = Запрет говорить об этом
topic-marriage_age = Брачный возраст
topic-first_cousins = Двоюродные
topic-uncle_niece = Дядя или тётя и племянница или племянник
topic-polygamy = Второй брак при первом
topic-proxy_form = Брак через представителя
topic-remote_form = Брак по видеосвязи
topic-religious_form = Религиозный обряд
topic-affinity = Свойство
topic-adoption = Родство по усыновлению
value-open = открыто
value-not_open = не открыто
value-closed_to_new = закрыто для новых пар
value-none = нет
value-full = считается браком
value-as_partnership = считается зарегистрированным партнёрством
value-limited = считается для некоторых целей
value-record_only = только запись в реестре
value-legal = не наказуемы
value-partly = наказуемы отчасти
value-criminal = наказуемы
value-yes = да
value-minors = среди несовершеннолетних
value-no = нет
value-allowed = возможно
value-conditional = возможно при условиях
value-prohibited = запрещено
value-not_allowed = невозможно
value-available = возможно
value-available_to_some = возможно для некоторых
value-void = брака не создаёт
value-voidable = в силе, пока суд его не аннулирует
value-no_civil_effect = без правовых последствий
value-civil_effect = брак по закону
value-civil_effect_if_registered = брак при регистрации
value-only_form = единственная форма
value-unknown = не известно
value-contested = спорно
value-by_tie = не для всех одинаково
value-not_counted = не считается
ages = женщины { $female }, мужчины { $male }
ages-with-consent = с разрешения: { $ages }

## Печать
brief-title = Печать
brief-text = Краткая справка для печати или PDF. Выберите, сколько вашей истории в ней будет; опущенного в файле нет вовсе.
brief-level = Для кого
brief-us = Для нас: всё сообщённое
brief-lawyer = Для нашего юриста: всё, что читает закон, без планов и того, чем они могут обернуться
brief-officer = Для должностного лица: вопрос, свадьба и закон, больше ничего о вас
brief-print = Напечатать или сохранить PDF
brief-preview = Печатается следующее:
brief-heading = Справка
brief-facts = Что сообщено
brief-sources = Источники
