# Deutsch. Die Schlüssel und Variablen sind die von en.ftl; dazu kommen die Sätze aus bot/answering/phrases.py.

## Befehle. Beschreibungen haben höchstens 100 Zeichen.

command-ask = Frag die Geschichte in deinen Worten; die Antwort kommt mit ihrem genauen Wortlaut
option-ask-question = Deine Frage, oder wähle eine aus der Liste
option-ask-story = Eine Geschichte, die du fragst, wenn es mehrere gibt
command-quote = Die Zitate der Geschichte, Wort für Wort
command-quote-find = Zitate nach ihren Worten oder ihrem Thema finden
option-quote-find-text = Ein paar Worte, oder wähle ein Zitat aus der Liste
command-quote-by = Was jemand in der Geschichte sagt
option-quote-by-speaker = Wer in der Geschichte spricht
command-quote-about = Zitate zu einem Thema
option-quote-about-topic = Ein Thema der Geschichte
command-quote-random = Ein zufälliges Zitat
command-sides = Was jede Seite zu einem Streitpunkt sagt, in ihren eigenen Worten
option-sides-point = Ein Streitpunkt; lass ihn weg, um einen auszuwählen
command-verify = Prüfen, ob ein Zitat Wort für Wort in der Geschichte steht
option-verify-text = Das Zitat, gern mit dem Namen dessen, der es gesagt haben soll
command-story = Worum es geht, wer spricht, woher die Geschichte stammt
option-story-story = Eine der Geschichten, falls es mehrere gibt
command-topics = Alles, was du fragen kannst, nach Themen
command-help = Was ich kann und wie du fragst
command-privacy = Was ich lese und was ich behalte
command-health = Für Moderatoren: Berechtigungen, Verbindung und Wissensstand
command-knowledge = Für Moderatoren: sich um das Wissen kümmern
command-knowledge-reload = Den Ordner neu lesen, sehen, was sich ändern würde, und es übernehmen
command-knowledge-check = Sehen, was ein Neuladen ändern würde, und nichts übernehmen
command-knowledge-rollback = Zu einer Version zurückgehen, die vorher in Gebrauch war
option-knowledge-rollback-version = Die Version; ohne Angabe die vorige
command-knowledge-status = Was seit wann in Gebrauch ist und wie es mir geht
command-knowledge-unanswered = Was vergeblich gefragt wurde, und was sich tun lässt
command-knowledge-add = Einen neuen Eintrag schreiben
option-knowledge-add-story = Die Geschichte, wenn es mehrere gibt
option-knowledge-add-topic = Das Thema, unter dem er steht
command-knowledge-edit = Einen Eintrag ändern
option-knowledge-edit-entry = Der Eintrag, mit seiner Frage oder Kennung
command-knowledge-story = Welche Geschichte ein Server fragt, wo es mehrere gibt
option-knowledge-story-story = Die Geschichte oder alle; ohne Angabe sage ich, welche es ist
option-knowledge-story-server = Der Server; ohne Angabe dieser

## Knöpfe und Menüs. Beschriftungen haben höchstens 80 Zeichen.

button-context = Im Zusammenhang
button-related = Verwandtes
button-share = Teilen
button-shared = Geteilt
button-wrong = Falsch?
button-delete = Löschen
button-previous = Zurück
button-next = Weiter
button-another = Noch eins
button-topics = Alle Themen
button-apply = Übernehmen
button-discard = Verwerfen
button-correct = Berichtigen
button-phrase = Als Formulierung aufnehmen
button-near = Nicht in der Geschichte
button-dismiss = Abtun
button-back = Zurück

## Antworten

version = Version { $version }
date-unknown = Datum unbekannt
paragraph = Absatz { $number }
quote-too-long = Der Wortlaut steht in Absatz { $paragraph }; für eine Nachricht ist er zu lang.
quotes-more = { $count ->
    [one] Ein weiteres Zitat gehört zu dieser Antwort; „Im Zusammenhang“ zeigt es.
   *[other] { $count } weitere Zitate gehören zu dieser Antwort; „Im Zusammenhang“ zeigt sie.
}
quotes-more-plain = { $count ->
    [one] … und ein weiteres Zitat; /quote by hat es.
   *[other] … und { $count } weitere Zitate; /quote by hat sie.
}
offers-beside-near = Beantwortet wird hingegen:
offers-pick-button = Drück einen Knopf, oder frag mit anderen Worten.
offers-pick-number = Drück eine Nummer, oder frag mit anderen Worten.
related-heading = Vielleicht interessiert dich auch:
related-none = Ich kenne keine verwandte Frage. Versuch es mit /topics.
by-quote = wörtlich
by-reported = indirekt wiedergegeben
by-narration = der Artikel
by-headline = Überschrift
by-caption = Bildunterschrift
by-credit = Bildnachweis
by-sources = Quellenangabe
by-speaker-quote = { $who }, wörtlich
by-speaker-reported = indirekte Rede: { $who }
by-speaker = zugeschrieben: { $who }

## Fragen

ask-me = Frag mich in deinen Worten nach der Geschichte: Erwähne mich mit deiner Frage, oder nimm /ask.
unreadable-reply = Discord zeigt mir eine Antwort nur, wenn sie mich anpingt. Schalte das @ der Antwort ein, oder erwähne mich mit deiner Frage.
mentioned-role = Du hast meine Rolle erwähnt, und Discord zeigt mir nicht, was du geschrieben hast. Erwähne mich selbst mit deiner Frage.
message-without-text = In dieser Nachricht steht kein Text, den ich lesen könnte.
message-is-mine = Das ist meine eigene Antwort. Nimm den Rechtsklick auf die Frage von jemandem.
story-unknown = So eine Geschichte kenne ich nicht. Wähle eine aus der Liste.
failed = Bei mir ist etwas schiefgegangen. Es ist vermerkt; bitte versuch es gleich noch einmal.
changed-command = Dieser Befehl hat sich geändert. Discord braucht einen Moment, um das zu bemerken; versuch es dann noch einmal.
cooldown-person = Eins nach dem anderen, bitte: Frag mich { $when } wieder.
cooldown-channel = Hier kamen gerade sehr viele Antworten. { $when } geht es weiter; /ask antwortet dir privat.

## Wenn ein Knopf gedrückt wird

pressed-old = Dieser Knopf stammt aus einem älteren Wissensstand; das hier gilt jetzt.
pressed-unknown = Dieser Knopf stammt aus einer anderen Version des Bots. Bitte frag noch einmal.
pressed-gone = Der Wissensstand hat sich geändert, und das gibt es darin nicht mehr. Bitte frag noch einmal.
delete-denied = Das kann nur löschen, wer gefragt hat oder hier Nachrichten verwaltet.
delete-failed = Ich kann das nicht mehr löschen. Wer hier Nachrichten verwaltet, kann es.
context-paragraph = Absatz { $number }
context-too-long = Dieser Absatz ist zu lang für eine Nachricht.
context-none = Diese Antwort zeigt keine Worte des Artikels.

## Teilen

shared-asked = { $who } hat gefragt: { $question }
shared-by = Geteilt von { $who }
share-again = Das ist schon geteilt.
share-private = Dieser Server lässt mich dir nur privat antworten, deshalb kann ich es hier nicht teilen.
share-failed = Ich konnte es hier nicht schreiben. Bitte versuch es später noch einmal.
share-denied = Ich darf in diesem Kanal nicht schreiben. Wer den Server verwaltet, kann das ändern.
share-missing = Ich darf in diesem Kanal nicht schreiben. Da du den Server verwaltest: Gib mir hier { $permissions }.

## Falsch?

wrong-title = Was stimmt an dieser Antwort nicht?
wrong-reason = Was ist falsch?
wrong-reason-wrong-question = Sie beantwortet meine Frage nicht
wrong-reason-wrong-answer = Die Geschichte sagt etwas anderes
wrong-reason-wrong-speaker = Das hat jemand anderes gesagt
wrong-reason-unfair = Etwas Wichtiges fehlt
wrong-reason-other = Etwas anderes
wrong-note = Was sollte da stehen? (freiwillig)
wrong-note-hint = Bitte keine Namen oder andere persönliche Angaben.
wrong-thanks = Danke. Wer sich um die Antworten kümmert, sieht es, ohne deinen Namen.

## Zitate

page-of = { $number } von { $count }
card-context = Im Zusammenhang:
quote-about-heading = Thema: { $topic }
quote-find-heading = Zitate zu: { $words }
quote-random-heading = Ein zufälliges Zitat
quote-none-found = Kein Zitat der Geschichte passt zu „{ $words }“. Versuch einen Namen, ein anderes Wort oder /quote by.
quote-none = In den Geschichten stehen keine Zitate.
speaker-unknown = Von „{ $name }“ stehen keine Worte in der Geschichte. Worte gibt es von: { $names }.
speaker-none = Die Geschichte gibt niemandes Worte wieder.
topic-unknown = Zu „{ $name }“ gibt es keine Zitate. Welche gibt es zu: { $names }.
sides-heading = Streitpunkte
sides-intro = Wähle einen Punkt, um zu sehen, was jede Seite dazu sagt, in ihren eigenen Worten.
sides-placeholder = Wähle einen Punkt
sides-none = In keiner Geschichte sind Streitpunkte verzeichnet.
sides-unknown = Diesen Streitpunkt gibt es nicht. Wähle einen aus.
sides-silent = Dazu stehen keine Worte von ihnen in der Geschichte.
sides-too-long = Ihre Worte sind zu lang für eine Nachricht; /quote by zeigt sie einzeln.

## Ein Zitat prüfen

check-more = { $count ->
    [one] Eine weitere Stelle weicht ab.
   *[other] { $count } weitere Stellen weichen ab.
}
check-clamped = Der Text ist lang; ich habe nur die ersten { $count } Zeichen angesehen.
check-mine = Das ist meine eigene Nachricht: Ihre Zitate sind der genaue Wortlaut der Geschichte, und „Im Zusammenhang“ zeigt, wo sie stehen.
check-nothing = Da ist kein Text, den ich prüfen könnte.

## Die Geschichte

story-date = Datum
story-publisher = Herausgeber
story-sources = Quellen
story-speakers = Wer spricht
story-address = Lesen
story-length = Umfang
story-questions = Fragen
story-quotes = Zitate
story-paragraphs = { $count ->
    [one] ein Absatz
   *[other] { $count } Absätze
}
story-counts = { $answered }, die sie beantwortet, { $near }, die sie nicht beantwortet
story-quote-count = { $count ->
    [one] eines, Wort für Wort
   *[other] { $count }, Wort für Wort
}
stories-heading = Geschichten
stories-placeholder = Wähle eine Geschichte
stories-more = Die ersten 25 stehen hier; { $count } weitere findest du mit /story.
topics-heading = Themen
topics-intro = Wähle ein Thema, um zu sehen, was du fragen kannst.
topics-placeholder = Wähle ein Thema
topics-none = Noch gibt es nichts zu fragen.
topic-size = { $count ->
    [one] eine Frage
   *[other] { $count } Fragen
}
questions-intro = Wähle eine Frage, um die Antwort zu sehen.
questions-placeholder = Wähle eine Frage

## Hilfe und Datenschutz

help-heading = Ich beantworte Fragen zu einer Nachrichtengeschichte mit Antworten, die ein Mensch geschrieben hat, und ihrem genauen Wortlaut.
help-ask = Frag mit /ask (nur du siehst die Antwort; „Teilen“ zeigt sie allen), erwähne mich, antworte auf eine meiner Antworten, oder schreib mir direkt. Eine Nachfrage wie “when?” oder “who said that?” bezieht sich auf die Antwort davor. Ich verstehe bisher nur Englisch. Wenn die Geschichte etwas nicht sagt, sage ich das.
help-menus = Mit Rechtsklick oder langem Druck auf eine Nachricht, unter Apps: **{ $answer }** oder **{ $check }**.
help-privacy = Was ich lese und behalte: /privacy
privacy-heading = Was ich lese und was ich behalte
privacy-reads = Ich lese, was an mich gerichtet ist: Befehle, Erwähnungen, Antworten an mich, Direktnachrichten, und Nachrichten, die du über ihr Menü auswählst. Sonst nichts.
privacy-open = Außer hier, wo mein Betreiber jede Frage beantworten lässt: { $channels }. Was ich dort nicht beantworte, vergesse ich sofort.
privacy-memory = Deine letzte Frage und ihre Antwort bleiben { $minutes } Minuten im Arbeitsspeicher, damit du nachfragen kannst.
privacy-records = Eine Frage, die ich nicht beantworten kann, wird { $days } Tage aufbewahrt, damit es eines Tages geht: mit wie oft und wann, nie von wem oder wo. Mailadressen, Nummern, Links und Erwähnungen darin werden vorher entfernt.
privacy-records-off = Nichts, was du fragst, wird aufgeschrieben.
privacy-reports = Bei „Falsch?“ werden der Eintrag, seine Version und dein Grund vermerkt, nie, wer du bist. Deine Anmerkung landet nur in einem Protokoll zur Fehlersuche, falls mein Betreiber das eingeschaltet hat.
privacy-buttons = Der Löschen-Knopf unter einer öffentlichen Antwort enthält, in Discord selbst, die ID dessen, der gefragt hat, damit er für diese Person geht.
privacy-nobody = Kein anderer Dienst sieht deine Frage: Ich schlage in Dateien nach und schreibe keine Texte.
privacy-delete = „Löschen“ unter einer meiner Antworten entfernt sie.

## Berechtigungen und Zustand

moderators-only = Dieser Befehl ist für die Moderatoren dieses Bots.
moderators-none = Dieser Befehl ist für die Moderatoren dieses Bots, und es sind keine eingetragen. Wer den Bot betreibt, setzt HOME_GUILD und MODERATOR_ROLES oder MODERATOR_USERS.
permission-view_channel = Kanal ansehen
permission-send_messages = Nachrichten senden
permission-send_messages_in_threads = Nachrichten in Threads senden
permission-read_message_history = Nachrichtenverlauf anzeigen
health-heading = Zustand
health-knowledge = Wissen: Version { $version }, { $stories ->
    [one] eine Geschichte
   *[other] { $stories } Geschichten
}, { $entries ->
    [one] ein Eintrag
   *[other] { $entries } Einträge
}
health-connection = Verbindung: gestartet { $since }, Verzögerung { $latency } ms, { $servers ->
    [one] ein Server
   *[other] { $servers } Server
}
health-content-unused = Intents: Server, Nachrichten, Direktnachrichten; Nachrichteninhalte sind nicht angefordert
health-content-used = Intents: Server, Nachrichten, Direktnachrichten und Nachrichteninhalte für { $channels ->
    [one] einen offenen Kanal
   *[other] { $channels } offene Kanäle
}
health-permissions-fine = Berechtigungen: alle vorhanden, { $channels ->
    [one] in dem einen Kanal
   *[other] in allen { $channels } Kanälen
}, die ich hier sehe
health-permissions-missing = Berechtigungen, die hier fehlen:
health-channel = { $channel }: { $permissions }
health-more = { $count ->
    [one] … und einer mehr
   *[other] … und { $count } mehr
}
health-hidden = { $count ->
    [one] Ein Kanal hier ist für mich unsichtbar
   *[other] { $count } Kanäle hier sind für mich unsichtbar
}
health-refused = Wo ich zuletzt nicht antworten konnte:
health-refusal = { $channel }, { $when }: { $permissions }
records-off = Aufzeichnungen: aus, nichts wird aufbewahrt
records-fine = Aufzeichnungen: { $days } Tage aufbewahrt
records-trouble = Aufzeichnungen: Zurzeit wird nichts geschrieben, { $problem }. Wartend: { $waiting }, verloren: { $lost }. Es geht von selbst weiter.
records-problem-locked = denn ein anderes Programm hält die Datenbank
records-problem-full = denn die Platte oder die Datenbank ist voll
records-problem-read-only = denn in die Datenbank kann nicht geschrieben werden
records-problem-damaged = denn die Datenbank ist beschädigt: Verschieb ihre Datei, dann wird eine neue angelegt
records-problem-unreachable = denn die Datenbank ist nicht erreichbar

## Sich um das Wissen kümmern

change-heading = Was sich ändern würde: Version { $before } → { $after }
change-nothing = Nichts würde sich ändern: Das ist schon in Gebrauch, Version { $version }.
change-unseen = Die Dateien unterscheiden sich, aber in nichts, was jemand sehen würde.
change-stories = Geschichten:
change-entries = Einträge: { $added } neu, { $gone } entfernt, { $changed } geändert
change-quotes = Zitate: { $added } neu, { $gone } nicht mehr gezeigt
change-own = Fragen des Wissens, die anderswo landen würden: { $count }
change-astray = Neue Fragen, die ihren eigenen Eintrag nicht erreichen: { $count }
change-asked = Zuletzt gestellte Fragen, die anderswo landen würden: { $count }
change-none-moved = Keine Frage, die ich ausprobiert habe, würde anderswo landen.
change-left-out = Geänderte Fragen, die ich nicht ausprobiert habe, weil es viele sind: { $count }
change-attached = Die angehängte Datei führt alles auf.
change-part-questions = Fragen
change-part-answer = Antwort
change-part-quotes = Zitate
change-part-follow-ups = Anschlussfragen
change-part-in-story = ob die Geschichte es sagt
change-part-topic = Thema
landing-unsure = mehrere zur Wahl
landing-nothing = nicht in der Geschichte
rollback-note = Der Ordner bleibt, wie er ist: Das nächste Neuladen bringt zurück, was darin steht.
rollback-none = Es gibt keine frühere Version: Ich behalte die letzten seit meinem Start.
rollback-unknown = So eine Version habe ich nicht. Ich habe: { $versions }
faults-heading = Nichts hat sich geändert, Version { $version } gilt weiter: { $count ->
    [one] Es gibt einen Fehler.
   *[other] Es gibt { $count } Fehler.
}
knowledge-busy = Das Wissen wird schon gelesen: Das begann { $since }. Bitte versuch es gleich noch einmal.
proposal-gone = Dieser Vorschlag ist weg: Er wurde übernommen, verworfen oder ersetzt, ist zu alt, oder ich wurde neu gestartet. /knowledge reload macht einen neuen.
proposal-outdated = Das Wissen hat sich geändert, seit das gezeigt wurde; nichts wurde übernommen. Das würde sich jetzt ändern:
proposal-outdated-faulty = Der Ordner hat sich geändert, seit das gezeigt wurde.
applied = Übernommen: Version { $version } ist in Gebrauch.
discarded = Verworfen: Version { $version } gilt weiter.
folder-unwritable = Nichts hat sich geändert: In den Wissensordner konnte nicht geschrieben werden ({ $problem }).
folder-fixed = Der Wissensordner ist schreibgeschützt, darum lassen sich Einträge von hier aus nicht ändern.
story-choose = Es gibt mehrere Geschichten: Wähl eine mit der Option „story“.
story-all = Alle Geschichten
server-unknown = In so einem Server bin ich nicht.
server-asks = { $server } fragt eine Geschichte: { $story }
server-asks-all = { $server } fragt alle Geschichten.
server-asks-gone = { $server } ist auf die Geschichte { $story } eingestellt, die es nicht mehr gibt: Er fragt alle Geschichten.
server-story-forgotten = Die Aufzeichnungen sind aus, darum vergesse ich das bei einem Neustart.
form-title-add = Ein neuer Eintrag
form-title-edit = Einen Eintrag ändern
form-questions = Fragen, eine je Zeile
form-questions-hint = Die erste wird gezeigt; die anderen sind, wie man sonst fragt.
form-questions-hidden = Die erste wird gezeigt. Weitere, die hier keinen Platz haben und bleiben: { $count }
form-answer = Antwort
form-answer-hint = Kurz; nenn, auf wessen Worten sie beruht.
form-quotes = Zitate, eines je Zeile
form-quotes-hint = Die genauen Worte des Artikels. Leer, wenn die Geschichte es nicht sagt.
form-speaker = Wessen Worte sind die Zitate?
form-speaker-hint = Das gilt für alle Zitate oben.
form-speaker-kept = Wie bisher; neue Zitate sind Worte des Artikels
form-speaker-nobody = Niemandes: Worte des Artikels selbst
form-gone = Dieses Formular habe ich nicht mehr: Es ist zu alt, oder ich wurde neu gestartet. Was du getippt hast, hängt an; bitte öffne das Formular noch einmal.
form-faulty = So lässt sich das nicht verwenden. „Berichtigen“ öffnet das Formular mit dem, was du geschrieben hast.
form-true-words = Die Geschichte hat diese Worte:
edit-entry-gone = Diesen Eintrag gibt es nicht mehr. Nichts hat sich geändert.
edit-entry-changed = Jemand hat diesen Eintrag geändert, seit du ihn geöffnet hast. Von dir wurde nichts geschrieben; bitte öffne ihn noch einmal mit /knowledge edit.
edit-story-gone = Diese Geschichte gibt es nicht mehr. Nichts hat sich geändert.
edit-unusual-file = Die Datei des Eintrags ist so geschrieben, dass ich sie nicht ändern kann, ohne den Rest anzufassen. Bitte ändere sie von Hand.
edit-no-question = Ein Eintrag braucht mindestens eine Frage.
edit-no-answer = Ein Eintrag braucht eine Antwort.
edit-nothing-new = Der Eintrag hat diese Fragen schon.
edit-too-long = Die Zitate dieses Eintrags passen in kein Formular. Bitte ändere seine Datei von Hand.
preview-heading = So werden es Leser sehen, { $entry }:
preview-verified = Jedes Zitat steht Wort für Wort im Artikel: { $count }
preview-near = Ohne Zitat: Lesern wird gesagt, dass die Geschichte es nicht sagt.
preview-phrasings = Auch diese würden zu { $entry } führen, neben „{ $question }“:
unanswered-heading = Vergeblich gefragt: { $count }
unanswered-none = Nichts wurde vergeblich gefragt, worum sich nicht schon jemand gekümmert hat.
unanswered-off = Was vergeblich gefragt wird, wird nicht aufbewahrt: RECORDS ist aus.
unanswered-unreadable = Die Aufzeichnungen lassen sich gerade nicht lesen; /knowledge status sagt, warum.
unanswered-gone = Diese Frage steht nicht mehr in der Liste: Jemand hat sich darum gekümmert.
unanswered-dismissed = Abgetan: Sie wird nicht mehr aufgeführt.
unanswered-placeholder = Wähl eine Frage, um dich darum zu kümmern
unanswered-times = { $count }×
unanswered-trend = diese Woche { $now }, in der davor { $before }
unanswered-near = am nächsten:
unanswered-when = Zuerst { $first }, zuletzt { $last }
unanswered-alike = Ähnlich gefragt:
unanswered-nearest = Was am nächsten kam:
phrasing-heading = Welcher Eintrag beantwortet das?
phrasing-hint = Die Fragen oben werden zu Formulierungen davon, sobald du gesehen hast, was das ändert, und es übernimmst.
phrasing-none = Kein Eintrag kommt dem nahe. /knowledge add schreibt einen neuen.
phrasing-placeholder = Wähl einen Eintrag
entry-near = { $entry } (nicht in der Geschichte)
status-heading = Wissen
status-version = Version { $version }, { $since }, { $act }
act-start = mit meinem Start
act-reload = neu geladen von { $who }
act-rollback = zurückgeholt von { $who }
act-edit = bearbeitet von { $who }
act-signal = neu geladen durch ein Signal
status-counts = Geschichten: { $stories }, Einträge: { $entries }, Formulierungen: { $phrasings }, Zitate: { $quotes }
status-coverage = Sätze des Artikels, die ein Eintrag zitiert: { $covered } von { $sentences }
status-earlier = Versionen zum Zurückgehen: { $versions }
status-folder-writable = In den Ordner kann geschrieben werden: /knowledge add und /knowledge edit gehen
status-folder-fixed = Der Ordner ist schreibgeschützt: Sein Inhalt lässt sich von hier aus nicht ändern
status-up = Gestartet { $since }, Speicher { $memory } MiB
status-latency = Verzögerung zu Discord: { $latency } ms
status-speed = Die letzten Antworten ({ $count }): die Hälfte in { $middle } ms, 95 % in { $slow } ms
status-wrong = Am häufigsten falsch genannt: { $entries }
status-encoder-on = Der Satzencoder ist an
status-encoder-off = Der Satzencoder ist aus

## Was Moderatoren tun, für den Protokollkanal

audit-reload = { $who } hat den Ordner neu gelesen: Er enthält Version { $version }.
audit-reload-faulty = { $who } hat den Ordner neu gelesen; er ist fehlerhaft. Fehler: { $count }
audit-check = { $who } hat den Ordner geprüft: Er enthält Version { $version }.
audit-check-faulty = { $who } hat den Ordner geprüft; er ist fehlerhaft. Fehler: { $count }
audit-rollback = { $who } hat sich angesehen, was eine Rückkehr zu Version { $version } ändert.
audit-applied = { $who } hat Version { $version } in Gebrauch genommen, statt { $before }. { $summary }
audit-discarded = { $who } hat Version { $version } verworfen.
audit-drafted = { $who } hat eine Änderung des Eintrags { $entry } entworfen.
audit-dismissed = { $who } hat die Frage „{ $question }“ abgetan.
audit-story = { $who } hat die Geschichte von { $server } auf { $story } gesetzt.
audit-story-all = { $who } lässt { $server } alle Geschichten fragen.
audit-signal = Ein Signal hat Version { $version } in Gebrauch genommen, statt { $before }.
audit-signal-faulty = Ein Signal zum Neuladen traf auf einen fehlerhaften Ordner; Version { $version } gilt weiter. Fehler: { $count }

## Sätze aus bot/answering/phrases.py

phrase-nothing-asked = Darin sehe ich keine Frage. Frag mich in deinen Worten etwas zur Geschichte, auf Englisch.
phrase-too-long = Das ist mehr, als ich aufnehmen kann. Frag bitte in ein oder zwei Sätzen.
phrase-greeting = Hallo! Frag mich auf Englisch, was du über die Geschichte wissen willst, und ich antworte mit ihrem genauen Wortlaut.
phrase-goodbye = Auf Wiedersehen! Komm wieder, wenn du wissen willst, was in der Geschichte steht.
phrase-thanks = Gern geschehen. Frag ruhig weiter, wenn du mehr über die Geschichte wissen willst.
phrase-ask-me = Frag auf Englisch, was du über die Geschichte wissen willst: wer was gesagt hat, wann, wo, wie viele. /topics zeigt alles, was sie beantwortet.
phrase-privacy = Ich behalte keine Namen und keine Nachrichten, nur eine Zeit lang die Fragen, die ich nicht beantworten konnte. /privacy sagt das Übrige.
phrase-mistaken = Das tut mir leid. Versuch es mit anderen Worten; mit Falsch? unter einer Antwort sieht ein Mensch sie sich an.
phrase-sorrow = Das tut mir sehr leid. Ich bin nur ein Bot, der sagen kann, was in einer Geschichte steht.
phrase-about-me = Ich bin ein Bot. Ich beantworte Fragen zur Geschichte mit Antworten, die ein Mensch geschrieben hat, und ihrem genauen Wortlaut; und wenn die Geschichte etwas nicht sagt, sage ich das.
phrase-chatter = Stell mir eine Frage zur Geschichte, und ich suche ihren genauen Wortlaut heraus.
phrase-unkind = Tut mir leid, wenn das nicht geholfen hat. Ich kann nur sagen, was die Geschichte sagt; frag gern mit anderen Worten.
phrase-other-task = Das kann ich nicht. Ich beantworte nur Fragen zur Geschichte, mit ihrem genauen Wortlaut.
phrase-other-language = Ich verstehe bisher nur Englisch. Frag mich bitte auf Englisch nach der Geschichte.
phrase-not-about-story = Dazu habe ich in der Geschichte nichts gefunden. Versuch es mit anderen Worten, oder sieh unter /topics nach.
phrase-not-said = Das sagt die Geschichte nicht. Was ihr am nächsten kommt, beantwortet diese Fragen:
phrase-not-found = Darauf habe ich in der Geschichte keine Antwort gefunden. Sie beantwortet aber diese Fragen:
phrase-nothing-near = Das steht nicht in der Geschichte, und auch nichts, was dem nahekommt.
phrase-close-call = Ich bin nicht sicher, was du meinst. Meinst du eine dieser Fragen?
phrase-at-place = Dort steht im Artikel:
phrase-no-such-place = Eine solche Stelle hat der Artikel nicht; so lang ist er nicht.
phrase-word-for-word = Ja, Wort für Wort:
phrase-goes-on = Der Artikel geht so weiter:
phrase-before-that = Davor steht im Artikel:
phrase-nothing-further = Weiter geht es nicht: Hier endet der Artikel.
phrase-nothing-before = Davor steht nichts: So beginnt der Artikel.
phrase-only-reported = Der Wortlaut steht nicht in der Geschichte. Sie gibt ihn so wieder:
phrase-said-by = In der Geschichte: { $who }.
phrase-exact = Das ist der genaue Wortlaut der Geschichte.
phrase-exact-reported = Das ist der genaue Wortlaut der Geschichte. Sie gibt damit wieder, was gesagt wurde; ein Zitat ist es nicht.
phrase-exact-word = Dieses Wort steht in der Geschichte; ein einzelnes Wort sagt aber wenig darüber, wer was gesagt hat.
phrase-common-word = „{ $posted }“ steht in der Geschichte, aber auch in fast jedem anderen Text. Gib mir ein paar zusammenhängende Worte des Zitats, und ich prüfe sie.
phrase-theirs = Das sind Worte von { $speaker }.
phrase-reported-of-them = Der Artikel berichtet das von { $speaker }.
phrase-not-theirs = Das sind Worte von { $speaker }, nicht von { $named }.
phrase-not-reported-of-them = Die Geschichte gibt das als Äußerung von { $speaker } wieder, nicht von { $named }.
phrase-nobodys = Das sind die eigenen Worte der Geschichte, nicht die von { $named }: Sie schreibt sie niemandem zu.
phrase-partly-theirs = Nicht alle diese Worte sind von { $named }.
phrase-not-at-all-theirs = Keines dieser Worte ist von { $named }.
phrase-else-exact = Der Wortlaut selbst stimmt.
phrase-also-altered = Und der Wortlaut ist verändert.
phrase-altered = In der Geschichte steht das mit anderen Worten.
phrase-turned = Ein Wort weicht ab, das den Sinn verändert:
phrase-stitched = Die Teile stammen aus verschiedenen Stellen der Geschichte; dort folgen sie nicht aufeinander.
phrase-reordered = In der Geschichte stehen diese Teile in anderer Reihenfolge.
phrase-not-in-story = Diese Worte stehen nicht in der Geschichte.
phrase-no-words = Es stehen keine Worte darin, die sich prüfen ließen.
phrase-not-these-words = Diese Worte stehen nicht in der Geschichte: „{ $posted }“
phrase-added = „{ $posted }“ wurde hinzugefügt.
phrase-left-out = „{ $said }“ wurde weggelassen.
phrase-changed = Statt „{ $posted }“ heißt es in der Geschichte „{ $said }“.
phrase-unmarked = Es stehen keine Anführungszeichen darin, deshalb habe ich alles verglichen; setze die zitierten Worte in Anführungszeichen, um nur sie zu prüfen.
phrase-elsewhere = Das heißt nicht, dass es niemand anderswo gesagt hat; ich kenne nur diese Geschichte.
phrase-nearest = Am nächsten kommt dem in der Geschichte:
phrase-in-full = Der ganze Satz:
