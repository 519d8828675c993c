# Русский. Ключи и переменные те же, что в en.ftl; к ним добавлены фразы из bot/answering/phrases.py.

## Команды. Описания не длиннее 100 знаков.

command-ask = Спросите о статье своими словами; ответ придёт с её точными словами
option-ask-question = Ваш вопрос, или выберите из списка
option-ask-story = Одна статья, если их несколько
command-quote = Цитаты из статьи, слово в слово
command-quote-find = Найти цитаты по словам или по теме
option-quote-find-text = Несколько слов, или выберите цитату из списка
command-quote-by = Что кто говорит в статье
option-quote-by-speaker = Кто говорит в статье
command-quote-about = Цитаты на тему
option-quote-about-topic = Тема статьи
command-quote-random = Случайная цитата
command-sides = Что каждая сторона говорит о спорном вопросе, её собственными словами
option-sides-point = Спорный вопрос; оставьте пустым, чтобы выбрать
command-verify = Проверить, есть ли цитата в статье слово в слово
option-verify-text = Цитата, можно с указанием, чьи это слова
command-story = О чём статья, кто в ней говорит, откуда она
option-story-story = Одна из статей, если их несколько
command-topics = Всё, о чём можно спросить, по темам
command-help = Что я умею и как спрашивать
command-privacy = Что я читаю и что храню
command-health = Для модераторов: права, соединение и знания
command-knowledge = Для модераторов: забота о знаниях
command-knowledge-reload = Прочесть папку заново, увидеть изменения и применить их
command-knowledge-check = Увидеть, что изменила бы перезагрузка, ничего не применяя
command-knowledge-rollback = Вернуться к версии, которая была в работе раньше
option-knowledge-rollback-version = Версия; если не указана, предыдущая
command-knowledge-status = Что в работе и с каких пор, и как мои дела
command-knowledge-unanswered = О чём спрашивали напрасно и что с этим делать
command-knowledge-add = Написать новую запись
option-knowledge-add-story = Статья, если их несколько
option-knowledge-add-topic = Тема, к которой она относится
command-knowledge-edit = Изменить запись
option-knowledge-edit-entry = Запись, по вопросу или идентификатору
command-knowledge-story = Какую статью спрашивает сервер, если их несколько
option-knowledge-story-story = Статья или все; если не указать, скажу, какая сейчас
option-knowledge-story-server = Сервер; если не указать, этот

## Кнопки и меню. Подписи не длиннее 80 знаков.

button-context = В контексте
button-related = Похожее
button-share = Поделиться
button-shared = Опубликовано
button-wrong = Неверно?
button-delete = Удалить
button-previous = Назад
button-next = Дальше
button-another = Ещё одна
button-topics = Все темы
button-apply = Применить
button-discard = Отбросить
button-correct = Исправить
button-phrase = Добавить как формулировку
button-near = Нет в статье
button-dismiss = Убрать
button-back = Назад

## Ответы

version = версия { $version }
date-unknown = дата неизвестна
paragraph = абзац { $number }
quote-too-long = Эти слова стоят в абзаце { $paragraph }; для одного сообщения они слишком длинны.
quotes-more = { $count ->
    [one] К этому ответу относится ещё { $count } цитата; её покажет кнопка «В контексте».
    [few] К этому ответу относятся ещё { $count } цитаты; их покажет кнопка «В контексте».
   *[many] К этому ответу относятся ещё { $count } цитат; их покажет кнопка «В контексте».
}
quotes-more-plain = { $count ->
    [one] … и ещё { $count } цитата; смотрите /quote by.
    [few] … и ещё { $count } цитаты; смотрите /quote by.
   *[many] … и ещё { $count } цитат; смотрите /quote by.
}
offers-beside-near = Зато статья отвечает на это:
offers-pick-button = Нажмите кнопку или спросите другими словами.
offers-pick-number = Нажмите номер или спросите другими словами.
related-heading = Возможно, вам интересно и это:
related-none = Похожих вопросов я не знаю. Попробуйте /topics.
by-quote = прямая речь
by-reported = косвенная речь
by-narration = текст статьи
by-headline = заголовок
by-caption = подпись к фото
by-credit = автор фото
by-sources = строка источников
by-speaker-quote = { $who }, прямая речь
by-speaker-reported = { $who }, косвенная речь
by-speaker = приписывается: { $who }

## Вопросы

ask-me = Спросите меня о статье своими словами: упомяните меня с вопросом или используйте /ask.
unreadable-reply = Discord показывает мне ответ, только если он меня упоминает. Включите @ в ответе или упомяните меня с вопросом.
mentioned-role = Вы упомянули мою роль, и Discord не показывает мне, что вы написали. Упомяните меня по имени с вопросом.
message-without-text = В этом сообщении нет текста, который я могу прочесть.
message-is-mine = Это мой собственный ответ. Нажмите правой кнопкой на чей-нибудь вопрос.
story-unknown = Такой статьи я не знаю. Выберите из списка.
failed = У меня что-то пошло не так. Это записано; попробуйте ещё раз чуть позже.
changed-command = Эта команда изменилась. Discord замечает это не сразу; попробуйте чуть позже.
cooldown-person = По одному, пожалуйста: спросите меня снова { $when }.
cooldown-channel = В этом канале только что было много ответов. Продолжим { $when }; /ask ответит вам лично.

## Когда нажата кнопка

pressed-old = Эта кнопка из более старой версии знаний; вот что они говорят теперь.
pressed-unknown = Эта кнопка из другой версии бота. Пожалуйста, спросите ещё раз.
pressed-gone = Знания изменились, и этого в них больше нет. Пожалуйста, спросите ещё раз.
delete-denied = Удалить это может только тот, кто спросил, или тот, кто управляет здесь сообщениями.
delete-failed = Я уже не могу это удалить. Это может тот, кто управляет здесь сообщениями.
context-paragraph = Абзац { $number }
context-too-long = Этот абзац слишком длинный для одного сообщения.
context-none = В этом ответе нет слов статьи.

## Поделиться

shared-asked = Вопрос от { $who }: { $question }
shared-by = Поделился участник { $who }
share-again = Это уже опубликовано.
share-private = Этот сервер позволяет мне отвечать вам только лично, поэтому опубликовать здесь нельзя.
share-failed = Опубликовать не удалось. Попробуйте позже.
share-denied = Мне нельзя писать в этом канале. Это может изменить тот, кто управляет сервером.
share-missing = Мне нельзя писать в этом канале. Вы управляете сервером: дайте мне здесь права: { $permissions }.

## Неверно?

wrong-title = Что не так с этим ответом?
wrong-reason = Что неверно?
wrong-reason-wrong-question = Он не отвечает на мой вопрос
wrong-reason-wrong-answer = В статье сказано другое
wrong-reason-wrong-speaker = Это сказал кто-то другой
wrong-reason-unfair = Упущено что-то важное
wrong-reason-other = Другое
wrong-note = Как должно быть? (необязательно)
wrong-note-hint = Пожалуйста, без имён и других личных данных.
wrong-thanks = Спасибо. Это увидит тот, кто следит за ответами, без вашего имени.

## Цитаты

page-of = { $number } из { $count }
card-context = В контексте:
quote-about-heading = Тема: { $topic }
quote-find-heading = Цитаты по словам: { $words }
quote-random-heading = Случайная цитата
quote-none-found = Ни одна цитата статьи не подходит к «{ $words }». Попробуйте имя, другое слово или /quote by.
quote-none = Цитат в статьях нет.
speaker-unknown = Слов «{ $name }» в статье нет. Есть слова: { $names }.
speaker-none = В статье нет ничьих слов.
topic-unknown = На тему «{ $name }» цитат нет. Есть на темы: { $names }.
sides-heading = Спорные вопросы
sides-intro = Выберите вопрос, чтобы увидеть, что говорит каждая сторона, её собственными словами.
sides-placeholder = Выберите вопрос
sides-none = Ни в одной статье нет списка спорных вопросов.
sides-unknown = Такого спорного вопроса нет. Выберите из списка.
sides-silent = Слов этой стороны об этом в статье нет.
sides-too-long = Их слова слишком длинны для одного сообщения; /quote by покажет их по одному.

## Проверка цитаты

check-more = { $count ->
    [one] Есть ещё { $count } отличие.
    [few] Есть ещё { $count } отличия.
   *[many] Есть ещё { $count } отличий.
}
check-clamped = Текст длинный; проверена только его начальная часть, число знаков: { $count }.
check-mine = Это моё собственное сообщение: цитаты в нём — точные слова статьи, а кнопка «В контексте» покажет, где они стоят.
check-nothing = Здесь нет текста, который можно проверить.

## Статья

story-date = Дата
story-publisher = Издание
story-sources = Источники
story-speakers = Кто говорит
story-address = Читать
story-length = Объём
story-questions = Вопросы
story-quotes = Цитаты
story-paragraphs = { $count ->
    [one] { $count } абзац
    [few] { $count } абзаца
   *[many] { $count } абзацев
}
story-counts = статья отвечает: { $answered }, не отвечает: { $near }
story-quote-count = { $count ->
    [one] { $count } цитата, слово в слово
    [few] { $count } цитаты, слово в слово
   *[many] { $count } цитат, слово в слово
}
stories-heading = Статьи
stories-placeholder = Выберите статью
stories-more = Здесь первые 25; остальные ({ $count }) можно найти через /story.
topics-heading = Темы
topics-intro = Выберите тему, чтобы увидеть, о чём можно спросить.
topics-placeholder = Выберите тему
topics-none = Спрашивать пока не о чем.
topic-size = { $count ->
    [one] { $count } вопрос
    [few] { $count } вопроса
   *[many] { $count } вопросов
}
questions-intro = Выберите вопрос, чтобы увидеть ответ.
questions-placeholder = Выберите вопрос

## Помощь и личные данные

help-heading = Я отвечаю на вопросы о новостной статье ответами, которые написал человек, и точными словами статьи.
help-ask = Спрашивайте через /ask (ответ видите только вы; «Поделиться» покажет его всем), упомяните меня, ответьте на мой ответ или напишите мне лично. Уточнение вроде “when?” или “who said that?” опирается на предыдущий ответ. Пока я понимаю только английский. Если в статье этого нет, я так и скажу.
help-menus = Нажмите на сообщение правой кнопкой или удерживайте его и выберите «Приложения»: **{ $answer }** или **{ $check }**.
help-privacy = Что я читаю и храню: /privacy
privacy-heading = Что я читаю и что храню
privacy-reads = Я читаю то, что обращено ко мне: команды, упоминания, ответы мне, личные сообщения и сообщения, которые вы выбрали через их меню. Больше ничего.
privacy-open = Кроме этих каналов, где тот, кто меня запустил, хочет ответов на все вопросы: { $channels }. То, на что я там не отвечаю, я сразу забываю.
privacy-memory = Ваш последний вопрос и ответ на него остаются в памяти ({ $minutes } мин.), чтобы вы могли уточнить.
privacy-records = Вопрос, на который у меня нет ответа, хранится (дней: { $days }), чтобы на него когда-нибудь можно было ответить: сколько раз и когда задан, но не кем и не где. Адреса, номера, ссылки и упоминания сначала убираются.
privacy-records-off = Ничего из того, что вы спрашиваете, не записывается.
privacy-reports = Кнопка «Неверно?» отмечает запись, её версию и вашу причину, но не то, кто вы. Ваше примечание попадает только в журнал для поиска ошибок, если тот, кто меня запустил, его включил.
privacy-buttons = Кнопка «Удалить» под публичным ответом хранит, в самом Discord, идентификатор того, кто спросил, чтобы она для него работала.
privacy-nobody = Никакой другой сервис не видит ваш вопрос: я ищу в файлах и не сочиняю текстов.
privacy-delete = Кнопка «Удалить» под моим ответом убирает его.

## Права и состояние

moderators-only = Эта команда для модераторов этого бота.
moderators-none = Эта команда для модераторов этого бота, а их пока нет. Тот, кто запускает бота, задаёт HOME_GUILD и MODERATOR_ROLES или MODERATOR_USERS.
permission-view_channel = Просматривать канал
permission-send_messages = Отправлять сообщения
permission-send_messages_in_threads = Отправлять сообщения в ветках
permission-read_message_history = Читать историю сообщений
health-heading = Состояние
health-knowledge = Знания: версия { $version }, { $stories ->
    [one] { $stories } статья
    [few] { $stories } статьи
   *[many] { $stories } статей
}, { $entries ->
    [one] { $entries } запись
    [few] { $entries } записи
   *[many] { $entries } записей
}
health-connection = Соединение: запущен { $since }, задержка { $latency } мс, { $servers ->
    [one] { $servers } сервер
    [few] { $servers } сервера
   *[many] { $servers } серверов
}
health-content-unused = Intents: серверы, сообщения, личные сообщения; содержание сообщений не запрашивается
health-content-used = Intents: серверы, сообщения, личные сообщения и содержание сообщений: { $channels ->
    [one] { $channels } открытый канал
    [few] { $channels } открытых канала
   *[many] { $channels } открытых каналов
}
health-permissions-fine = Права: есть все, { $channels ->
    [one] { $channels } видимый мне канал
    [few] { $channels } видимых мне канала
   *[many] { $channels } видимых мне каналов
}
health-permissions-missing = Права, которых здесь не хватает:
health-channel = { $channel }: { $permissions }
health-more = … и ещё { $count }
health-hidden = { $count ->
    [one] От меня скрыт { $count } канал
    [few] От меня скрыты { $count } канала
   *[many] От меня скрыто { $count } каналов
}
health-refused = Где я недавно не смог ответить:
health-refusal = { $channel }, { $when }: { $permissions }
records-off = Записи об использовании: выключены, ничего не хранится
records-fine = Записи об использовании: хранятся, дней: { $days }
records-trouble = Записи об использовании: пока ничего не пишется, { $problem }. Ждёт: { $waiting }, потеряно: { $lost }. Продолжится само.
records-problem-locked = базу держит другая программа
records-problem-full = диск или база заполнены
records-problem-read-only = в базу нельзя писать
records-problem-damaged = база повреждена: уберите её файл, и будет создана новая
records-problem-unreachable = база недоступна

## Забота о знаниях

change-heading = Что изменилось бы: версия { $before } → { $after }
change-nothing = Ничего не изменилось бы: это уже в работе, версия { $version }.
change-unseen = Файлы отличаются, но ничем, что кто-нибудь увидел бы.
change-stories = Статьи:
change-entries = Записи: добавлено { $added }, убрано { $gone }, изменено { $changed }
change-quotes = Цитаты: новых { $added }, больше не показываются { $gone }
change-own = Вопросы из знаний, которые попали бы в другое место: { $count }
change-astray = Новые вопросы, которые не ведут к своей записи: { $count }
change-asked = Недавние вопросы, которые попали бы в другое место: { $count }
change-none-moved = Ни один из опробованных вопросов не попал бы в другое место.
change-left-out = Изменённые вопросы, которые я не опробовал, потому что их много: { $count }
change-attached = В приложенном файле перечислено всё.
change-part-questions = вопросы
change-part-answer = ответ
change-part-quotes = цитаты
change-part-follow-ups = вопросы вслед
change-part-in-story = говорит ли об этом статья
change-part-topic = тема
landing-unsure = несколько на выбор
landing-nothing = нет в статье
rollback-note = Папка остаётся как есть: следующая перезагрузка вернёт то, что в ней.
rollback-none = Более ранней версии нет: я храню последние с момента запуска.
rollback-unknown = Такой версии у меня нет. Есть: { $versions }
faults-heading = Ничего не изменилось, версия { $version } остаётся: { $count ->
    [one] есть { $count } ошибка.
    [few] есть { $count } ошибки.
   *[many] есть { $count } ошибок.
}
knowledge-busy = Знания уже читаются: это началось { $since }. Попробуйте ещё раз чуть позже.
proposal-gone = Этого предложения больше нет: его применили, отбросили или заменили, оно устарело, или меня перезапустили. /knowledge reload сделает новое.
proposal-outdated = С тех пор знания изменились, и ничего не применено. Вот что изменилось бы теперь:
proposal-outdated-faulty = С тех пор папка изменилась.
applied = Применено: версия { $version } в работе.
discarded = Отброшено: версия { $version } остаётся.
folder-unwritable = Ничего не изменилось: в папку знаний не удалось записать ({ $problem }).
folder-fixed = Папка знаний только для чтения, поэтому отсюда записи не изменить.
story-choose = Статей несколько: выберите одну в параметре «story».
story-all = Все статьи
server-unknown = На таком сервере меня нет.
server-asks = { $server } спрашивает одну статью: { $story }
server-asks-all = { $server } спрашивает все статьи.
server-asks-gone = Для { $server } выбрана статья { $story }, которой больше нет: спрашиваются все статьи.
server-story-forgotten = Записи об использовании выключены, поэтому при перезапуске я это забуду.
form-title-add = Новая запись
form-title-edit = Изменить запись
form-questions = Вопросы, по одному в строке
form-questions-hint = Первый показывается; остальные — как ещё могут спросить.
form-questions-hidden = Первый показывается. Ещё не поместились и остаются: { $count }
form-answer = Ответ
form-answer-hint = Кратко; назовите того, на чьих словах он основан.
form-quotes = Цитаты, по одной в строке
form-quotes-hint = Точные слова статьи. Оставьте пустым, если статья об этом не говорит.
form-speaker = Чьи слова в цитатах?
form-speaker-hint = Это относится ко всем цитатам выше.
form-speaker-kept = Как есть; новые цитаты — слова самой статьи
form-speaker-nobody = Ничьи: слова самой статьи
form-gone = У меня больше нет этой формы: она устарела, или меня перезапустили. То, что вы написали, приложено; откройте форму заново.
form-faulty = В таком виде это не годится. «Исправить» снова откроет форму с вашим текстом.
form-true-words = В статье такие слова:
edit-entry-gone = Этой записи больше нет. Ничего не изменилось.
edit-entry-changed = Кто-то изменил эту запись, пока она была у вас открыта. Ничего вашего не записано; откройте её снова через /knowledge edit.
edit-story-gone = Этой статьи больше нет. Ничего не изменилось.
edit-unusual-file = Файл записи написан так, что я не могу изменить её, не трогая остального. Измените его вручную.
edit-no-question = Записи нужен хотя бы один вопрос.
edit-no-answer = Записи нужен ответ.
edit-nothing-new = В записи эти вопросы уже есть.
edit-too-long = Цитаты этой записи не помещаются в форму. Измените её файл вручную.
preview-heading = Так это увидят читатели, { $entry }:
preview-verified = Каждая цитата дословно есть в статье: { $count }
preview-near = Цитаты нет: читателям будет сказано, что статья об этом не говорит.
preview-phrasings = К { $entry } вели бы и эти, кроме «{ $question }»:
unanswered-heading = Спрашивали напрасно: { $count }
unanswered-none = Нет вопросов без ответа, о которых ещё не позаботились.
unanswered-off = Вопросы без ответа не хранятся: RECORDS выключен.
unanswered-unreadable = Записи об использовании сейчас не прочесть; /knowledge status скажет почему.
unanswered-gone = Этого вопроса больше нет в списке: о нём позаботились.
unanswered-dismissed = Убрано: больше в списке не появится.
unanswered-placeholder = Выберите вопрос, чтобы заняться им
unanswered-times = { $count }×
unanswered-trend = за неделю { $now }, за предыдущую { $before }
unanswered-near = ближе всего:
unanswered-when = Впервые { $first }, в последний раз { $last }
unanswered-alike = Похожие вопросы:
unanswered-nearest = Что подошло ближе всего:
phrasing-heading = Какая запись отвечает на это?
phrasing-hint = Вопросы выше станут её формулировками, когда вы увидите, что это изменит, и примените.
phrasing-none = Близких записей нет. /knowledge add создаст новую.
phrasing-placeholder = Выберите запись
entry-near = { $entry } (нет в статье)
status-heading = Знания
status-version = Версия { $version }, { $since }, { $act }
act-start = при моём запуске
act-reload = перезагрузка: { $who }
act-rollback = возврат: { $who }
act-edit = правка: { $who }
act-signal = перезагрузка по сигналу
status-counts = Статьи: { $stories }, записи: { $entries }, формулировки: { $phrasings }, цитаты: { $quotes }
status-coverage = Предложения статьи, которые цитирует запись: { $covered } из { $sentences }
status-earlier = Версии для возврата: { $versions }
status-folder-writable = В папку можно писать: /knowledge add и /knowledge edit работают
status-folder-fixed = Папка только для чтения: отсюда её содержимое не изменить
status-up = Запущен { $since }, память { $memory } МиБ
status-latency = Задержка до Discord: { $latency } мс
status-speed = Последние ответы ({ $count }): половина за { $middle } мс, 95 % за { $slow } мс
status-wrong = Чаще всего названы неверными: { $entries }
status-encoder-on = Кодировщик предложений включён
status-encoder-off = Кодировщик предложений выключен

## Действия модераторов, для канала журнала

audit-reload = { $who } прочитал(а) папку заново: в ней версия { $version }.
audit-reload-faulty = { $who } прочитал(а) папку заново, в ней ошибки: { $count }
audit-check = { $who } проверил(а) папку: в ней версия { $version }.
audit-check-faulty = { $who } проверил(а) папку, в ней ошибки: { $count }
audit-rollback = { $who } посмотрел(а), что изменит возврат к версии { $version }.
audit-applied = { $who } ввёл(ввела) в работу версию { $version } вместо { $before }. { $summary }
audit-discarded = { $who } отбросил(а) версию { $version }.
audit-drafted = { $who } подготовил(а) изменение записи { $entry }.
audit-dismissed = { $who } убрал(а) вопрос «{ $question }».
audit-story = { $who } выбрал(а) для { $server } статью { $story }.
audit-story-all = { $who } разрешил(а) для { $server } все статьи.
audit-signal = По сигналу введена в работу версия { $version } вместо { $before }.
audit-signal-faulty = По сигналу прочитана папка с ошибками; версия { $version } остаётся. Ошибки: { $count }

## Фразы из bot/answering/phrases.py

phrase-nothing-asked = Вопроса я здесь не вижу. Спросите меня о статье своими словами, по-английски.
phrase-too-long = Это больше, чем я могу прочесть. Пожалуйста, спросите одним-двумя предложениями.
phrase-greeting = Здравствуйте! Спросите меня по-английски о статье, и я отвечу её точными словами.
phrase-goodbye = До свидания! Возвращайтесь, когда захотите узнать, что сказано в статье.
phrase-thanks = Пожалуйста. Спрашивайте ещё, если хотите узнать о статье больше.
phrase-ask-me = Спрашивайте по-английски о чём угодно из статьи: кто что сказал, когда, где, сколько. /topics покажет всё, на что она отвечает.
phrase-privacy = Я не храню ни имён, ни сообщений — только, на время, вопросы, на которые не смог ответить. Остальное скажет /privacy.
phrase-mistaken = Извините. Попробуйте другими словами; кнопка «Неверно?» под ответом покажет его человеку.
phrase-sorrow = Мне очень жаль. Я всего лишь бот, который может сказать, что написано в одной статье.
phrase-about-me = Я бот. Я отвечаю на вопросы о статье ответами, которые написал человек, и её точными словами, а если в статье этого нет, так и говорю.
phrase-chatter = Задайте мне вопрос о статье, и я найду её точные слова.
phrase-unkind = Жаль, если это не помогло. Я могу сказать только то, что сказано в статье; попробуйте другими словами.
phrase-other-task = Этого я не умею. Я только отвечаю на вопросы о статье, её точными словами.
phrase-other-language = Пока я понимаю только английский. Пожалуйста, спросите о статье по-английски.
phrase-not-about-story = Я ничего об этом в статье не нашёл. Попробуйте другими словами или загляните в /topics.
phrase-not-said = В статье этого нет. Ближайшее, что в ней сказано, отвечает на эти вопросы:
phrase-not-found = Я не нашёл в статье ответа на это. Зато она отвечает на такие вопросы:
phrase-nothing-near = В статье этого нет, и ничего близкого к этому в ней тоже нет.
phrase-close-call = Я не уверен, что понял вас. Может быть, вы имели в виду что-то из этого?
phrase-at-place = Там в статье написано:
phrase-no-such-place = Такого места в статье нет: она не так длинна.
phrase-word-for-word = Да, слово в слово:
phrase-goes-on = Дальше в статье:
phrase-before-that = Перед этим в статье:
phrase-nothing-further = Дальше ничего нет: на этом статья заканчивается.
phrase-nothing-before = До этого ничего нет: с этого статья начинается.
phrase-only-reported = Точных слов в статье нет. Она передаёт их так:
phrase-said-by = В статье: { $who }.
phrase-exact = Это точные слова статьи.
phrase-exact-reported = Это точные слова статьи. Они передают сказанное; это не цитата.
phrase-exact-word = Это слово в статье есть; но одно слово мало говорит о том, кто что сказал.
phrase-common-word = «{ $posted }» в статье есть, но это слово есть почти в любом тексте. Пришлите несколько слов цитаты подряд, и я их проверю.
phrase-theirs = Это слова: { $speaker }.
phrase-reported-of-them = В статье это передано со слов: { $speaker }.
phrase-not-theirs = Это слова другого человека: { $speaker }, а не { $named }.
phrase-not-reported-of-them = Статья передаёт это как сказанное другим: { $speaker }, а не { $named }.
phrase-nobodys = Это слова самой статьи, автор слов не { $named }: она никому их не приписывает.
phrase-partly-theirs = Не все эти слова сказал(а) { $named }.
phrase-not-at-all-theirs = Ни одного из этих слов не сказал(а) { $named }.
phrase-else-exact = Сами слова точные.
phrase-also-altered = И слова изменены.
phrase-altered = В статье это сказано другими словами.
phrase-turned = Отличается слово, которое меняет смысл:
phrase-stitched = Эти части стоят в разных местах статьи и не следуют там друг за другом.
phrase-reordered = В статье эти части стоят в другом порядке.
phrase-not-in-story = В статье этих слов нет.
phrase-no-words = Здесь нет слов, которые можно было бы проверить.
phrase-not-these-words = В статье нет этих слов: «{ $posted }»
phrase-added = Добавлено: «{ $posted }».
phrase-left-out = Пропущено: «{ $said }».
phrase-changed = Вместо «{ $posted }» в статье сказано «{ $said }».
phrase-unmarked = Кавычек здесь нет, поэтому сравнивалось всё; поставьте процитированные слова в кавычки, чтобы проверить только их.
phrase-elsewhere = Это не значит, что этого никто не говорил в другом месте; я знаю только эту статью.
phrase-nearest = Самое близкое, что есть в статье:
phrase-in-full = Предложение целиком:
