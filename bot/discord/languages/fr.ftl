# Français. Les clés et les variables sont celles de en.ftl ; s'y ajoutent les phrases de bot/answering/phrases.py.

## Commandes. Les descriptions ont au plus 100 caractères.

command-ask = Interrogez l’article avec vos mots ; la réponse vient avec ses termes exacts
option-ask-question = Votre question, ou choisissez-en une dans la liste
option-ask-story = Un seul article à interroger, s’il y en a plusieurs
command-quote = Les citations de l’article, mot pour mot
command-quote-find = Trouver des citations par leurs mots ou leur sujet
option-quote-find-text = Quelques mots, ou choisissez une citation dans la liste
command-quote-by = Ce que quelqu’un dit dans l’article
option-quote-by-speaker = Une personne citée dans l’article
command-quote-about = Les citations sur un thème
option-quote-about-topic = Un thème de l’article
command-quote-random = Une citation au hasard
command-sides = Ce que chaque camp dit d’un point disputé, dans ses propres termes
option-sides-point = Un point disputé ; laissez vide pour choisir
command-verify = Vérifier si une citation figure mot pour mot dans l’article
option-verify-text = La citation, avec son auteur si vous voulez
command-story = De quoi parle l’article, qui s’exprime, d’où il vient
option-story-story = Un des articles, s’il y en a plusieurs
command-topics = Tout ce que vous pouvez demander, par thème
command-help = Ce que je sais faire et comment demander
command-privacy = Ce que je lis et ce que je garde
command-health = Pour les modérateurs : permissions, connexion et connaissances
command-knowledge = Pour les modérateurs : s’occuper des connaissances
command-knowledge-reload = Relire le dossier, voir ce qui changerait, et l’appliquer
command-knowledge-check = Voir ce qu’un rechargement changerait, sans rien appliquer
command-knowledge-rollback = Revenir à une version qui a servi auparavant
option-knowledge-rollback-version = La version ; sans elle, la précédente
command-knowledge-status = Ce qui sert depuis quand, et comment je me porte
command-knowledge-unanswered = Ce qui a été demandé en vain, et qu’en faire
command-knowledge-add = Écrire une nouvelle entrée
option-knowledge-add-story = L’article, s’il y en a plusieurs
option-knowledge-add-topic = Le thème où la classer
command-knowledge-edit = Modifier une entrée
option-knowledge-edit-entry = L’entrée, par sa question ou son identifiant
command-knowledge-story = Quel article un serveur interroge, s’il y en a plusieurs
option-knowledge-story-story = L’article, ou tous ; sans lui, je dis lequel c’est
option-knowledge-story-server = Le serveur ; sans lui, celui-ci

## Boutons et menus. Les libellés ont au plus 80 caractères.

button-context = En contexte
button-related = Voir aussi
button-share = Partager
button-shared = Partagé
button-wrong = Une erreur ?
button-delete = Supprimer
button-previous = Précédent
button-next = Suivant
button-another = Une autre
button-topics = Tous les thèmes
button-apply = Appliquer
button-discard = Abandonner
button-correct = Corriger
button-phrase = Ajouter comme formulation
button-near = Pas dans l’article
button-dismiss = Écarter
button-back = Retour

## Réponses

version = version { $version }
date-unknown = date inconnue
paragraph = paragraphe { $number }
quote-too-long = Ces mots se trouvent au paragraphe { $paragraph } ; ils sont trop longs pour un message.
quotes-more = { $count ->
    [one] Une autre citation appartient à cette réponse ; « En contexte » la montre.
   *[other] { $count } autres citations appartiennent à cette réponse ; « En contexte » les montre.
}
quotes-more-plain = { $count ->
    [one] … et une autre citation ; /quote by la montre.
   *[other] … et { $count } autres citations ; /quote by les montre.
}
offers-beside-near = L’article répond en revanche à :
offers-pick-button = Appuyez sur un bouton, ou demandez autrement.
offers-pick-number = Appuyez sur un numéro, ou demandez autrement.
related-heading = Vous pourriez aussi demander :
related-none = Je ne connais pas de question voisine. Essayez /topics.
by-quote = cité
by-reported = rapporté
by-narration = l’article
by-headline = titre
by-caption = légende de la photo
by-credit = crédit photo
by-sources = mention des sources
by-speaker-quote = { $who }, cité mot pour mot
by-speaker-reported = propos rapportés : { $who }
by-speaker = attribué à { $who }

## Demander

ask-me = Demandez-moi ce que vous voulez sur l’article, avec vos mots : mentionnez-moi avec votre question, ou utilisez /ask.
unreadable-reply = Discord ne me montre une réponse que si elle me notifie. Activez le @ de la réponse, ou mentionnez-moi avec votre question.
mentioned-role = Vous avez mentionné mon rôle, et Discord ne me montre pas ce que vous avez écrit. Mentionnez-moi par mon nom avec votre question.
message-without-text = Il n’y a pas de texte que je puisse lire dans ce message.
message-is-mine = C’est ma propre réponse. Faites un clic droit sur la question de quelqu’un.
story-unknown = Je ne connais pas cet article. Choisissez-en un dans la liste.
failed = Quelque chose s’est mal passé de mon côté. C’est noté ; réessayez dans un instant.
changed-command = Cette commande a changé. Discord met un moment à s’en apercevoir ; réessayez ensuite.
cooldown-person = Une chose à la fois, s’il vous plaît : redemandez-moi { $when }.
cooldown-channel = Ce salon vient de recevoir beaucoup de réponses. On reprend { $when } ; /ask vous répond en privé.

## Quand on appuie sur un bouton

pressed-old = Ce bouton vient d’une version antérieure des connaissances ; voici ce qu’elles disent maintenant.
pressed-unknown = Ce bouton vient d’une autre version du bot. Posez votre question à nouveau.
pressed-gone = Les connaissances ont changé et ceci n’y figure plus. Posez votre question à nouveau.
delete-denied = Seule la personne qui a demandé, ou qui gère les messages ici, peut supprimer ceci.
delete-failed = Je ne peux plus supprimer ceci. Qui gère les messages ici le peut.
context-paragraph = Paragraphe { $number }
context-too-long = Ce paragraphe est trop long pour un message.
context-none = Cette réponse ne montre aucun mot de l’article.

## Partager

shared-asked = { $who } a demandé : { $question }
shared-by = Partagé par { $who }
share-again = C’est déjà partagé.
share-private = Ce serveur ne me laisse vous répondre qu’en privé, je ne peux donc pas le partager ici.
share-failed = Je n’ai pas pu le publier ici. Réessayez plus tard.
share-denied = Je n’ai pas le droit d’écrire dans ce salon. Qui gère le serveur peut y remédier.
share-missing = Je n’ai pas le droit d’écrire dans ce salon. Comme vous gérez le serveur : donnez-moi ici { $permissions }.

## Une erreur ?

wrong-title = Qu’est-ce qui ne va pas dans la réponse ?
wrong-reason = Qu’est-ce qui est faux ?
wrong-reason-wrong-question = Elle ne répond pas à ma question
wrong-reason-wrong-answer = L’article dit autre chose
wrong-reason-wrong-speaker = Quelqu’un d’autre l’a dit
wrong-reason-unfair = Il manque quelque chose d’important
wrong-reason-other = Autre chose
wrong-note = Que devrait-elle dire ? (facultatif)
wrong-note-hint = Pas de noms ni d’autres données personnelles, s’il vous plaît.
wrong-thanks = Merci. Qui s’occupe des réponses le verra, sans votre nom.

## Citations

page-of = { $number } sur { $count }
card-context = En contexte :
quote-about-heading = Thème : { $topic }
quote-find-heading = Citations pour : { $words }
quote-random-heading = Une citation au hasard
quote-none-found = Aucune citation de l’article ne correspond à « { $words } ». Essayez un nom, un autre mot, ou /quote by.
quote-none = Les articles ne contiennent aucune citation.
speaker-unknown = L’article ne contient aucun propos de « { $name } ». Il en contient de : { $names }.
speaker-none = L’article ne rapporte les propos de personne.
topic-unknown = Il n’y a pas de citation sur « { $name } ». Il y en a sur : { $names }.
sides-heading = Points disputés
sides-intro = Choisissez un point pour voir ce que chaque camp en dit, dans ses propres termes.
sides-placeholder = Choisissez un point
sides-none = Aucun article ne recense de points disputés.
sides-unknown = Ce point disputé n’existe pas. Choisissez-en un.
sides-silent = L’article ne contient aucun propos de ce camp sur ce point.
sides-too-long = Leurs propos sont trop longs pour un message ; /quote by les montre un par un.

## Vérifier une citation

check-more = { $count ->
    [one] Un autre passage diffère.
   *[other] { $count } autres passages diffèrent.
}
check-clamped = Le texte est long ; je n’en ai regardé que les { $count } premiers caractères.
check-mine = C’est mon propre message : ses citations sont les termes exacts de l’article, et « En contexte » montre où elles se trouvent.
check-nothing = Il n’y a pas de texte que je puisse vérifier.

## L’article

story-date = Date
story-publisher = Éditeur
story-sources = Sources
story-speakers = Qui s’exprime
story-address = Le lire
story-length = Longueur
story-questions = Questions
story-quotes = Citations
story-paragraphs = { $count ->
    [one] un paragraphe
   *[other] { $count } paragraphes
}
story-counts = { $answered } auxquelles il répond, { $near } auxquelles il ne répond pas
story-quote-count = { $count ->
    [one] une, mot pour mot
   *[other] { $count }, mot pour mot
}
stories-heading = Articles
stories-placeholder = Choisissez un article
stories-more = Voici les 25 premiers ; { $count } autres sont accessibles avec /story.
topics-heading = Thèmes
topics-intro = Choisissez un thème pour voir ce que vous pouvez demander.
topics-placeholder = Choisissez un thème
topics-none = Il n’y a encore rien à demander.
topic-size = { $count ->
    [one] une question
   *[other] { $count } questions
}
questions-intro = Choisissez une question pour voir sa réponse.
questions-placeholder = Choisissez une question

## Aide et confidentialité

help-heading = Je réponds aux questions sur un article de presse avec des réponses écrites par une personne et les termes exacts de l’article.
help-ask = Demandez avec /ask (vous seul voyez la réponse ; « Partager » la montre à tous), mentionnez-moi, répondez à l’une de mes réponses, ou écrivez-moi en privé. Une relance comme “when?” ou “who said that?” s’appuie sur la réponse précédente. Je ne comprends que l’anglais pour l’instant. Quand l’article ne le dit pas, je le dis.
help-menus = Clic droit ou appui long sur un message, puis Applications : **{ $answer }** ou **{ $check }**.
help-privacy = Ce que je lis et garde : /privacy
privacy-heading = Ce que je lis et ce que je garde
privacy-reads = Je lis ce qui m’est adressé : commandes, mentions, réponses à mes messages, messages privés, et les messages que vous choisissez par leur menu. Rien d’autre.
privacy-open = Sauf ici, où mon exploitant fait répondre à chaque question : { $channels }. Ce à quoi je n’y réponds pas, je l’oublie aussitôt.
privacy-memory = Votre dernière question et sa réponse restent { $minutes } minutes en mémoire, pour que vous puissiez relancer.
privacy-records = Une question sans réponse est gardée { $days } jours, pour qu’on puisse y répondre un jour : combien de fois et quand, jamais par qui ni où. Adresses, numéros, liens et mentions en sont retirés d’abord.
privacy-records-off = Rien de ce que vous demandez n’est écrit.
privacy-reports = Avec « Une erreur ? », l’entrée, sa version et votre raison sont notées, jamais qui vous êtes. Votre remarque n’est écrite que dans un journal de recherche d’erreurs, si mon exploitant l’a activé.
privacy-buttons = Le bouton Supprimer sous une réponse publique contient, dans Discord même, l’identifiant de la personne qui a demandé, pour qu’il marche pour elle.
privacy-nobody = Aucun autre service ne voit votre question : je consulte des fichiers et je n’écris aucun texte.
privacy-delete = « Supprimer » sous une de mes réponses la retire.

## Permissions et état

moderators-only = Cette commande est réservée aux modérateurs de ce bot.
moderators-none = Cette commande est réservée aux modérateurs de ce bot, et il n’y en a aucun. Qui exploite le bot règle HOME_GUILD et MODERATOR_ROLES ou MODERATOR_USERS.
permission-view_channel = Voir le salon
permission-send_messages = Envoyer des messages
permission-send_messages_in_threads = Envoyer des messages dans les fils
permission-read_message_history = Voir les anciens messages
health-heading = État
health-knowledge = Connaissances : version { $version }, { $stories ->
    [one] un article
   *[other] { $stories } articles
}, { $entries ->
    [one] une entrée
   *[other] { $entries } entrées
}
health-connection = Connexion : démarré { $since }, latence { $latency } ms, { $servers ->
    [one] un serveur
   *[other] { $servers } serveurs
}
health-content-unused = Intents : serveurs, messages, messages privés ; le contenu des messages n’est pas demandé
health-content-used = Intents : serveurs, messages, messages privés, et contenu des messages pour { $channels ->
    [one] un salon ouvert
   *[other] { $channels } salons ouverts
}
health-permissions-fine = Permissions : toutes présentes dans { $channels ->
    [one] le seul salon
   *[other] les { $channels } salons
} que je vois ici
health-permissions-missing = Permissions qui manquent ici :
health-channel = { $channel } : { $permissions }
health-more = { $count ->
    [one] … et un de plus
   *[other] … et { $count } de plus
}
health-hidden = { $count ->
    [one] Un salon m’est caché ici
   *[other] { $count } salons me sont cachés ici
}
health-refused = Où je n’ai pas pu répondre récemment :
health-refusal = { $channel }, { $when } : { $permissions }
records-off = Relevés : désactivés, rien n’est gardé
records-fine = Relevés : gardés { $days } jours
records-trouble = Relevés : rien n’est écrit pour l’instant, { $problem }. En attente : { $waiting }, perdus : { $lost }. Cela reprendra tout seul.
records-problem-locked = car un autre programme tient la base
records-problem-full = car le disque ou la base est plein
records-problem-read-only = car la base n’est pas modifiable
records-problem-damaged = car la base est abîmée : déplacez son fichier, et une nouvelle sera créée
records-problem-unreachable = car la base est injoignable

## S’occuper des connaissances

change-heading = Ce qui changerait : version { $before } → { $after }
change-nothing = Rien ne changerait : c’est déjà ce qui sert, version { $version }.
change-unseen = Les fichiers diffèrent, mais en rien que l’on verrait.
change-stories = Articles :
change-entries = Entrées : { $added } ajoutées, { $gone } retirées, { $changed } modifiées
change-quotes = Citations : { $added } nouvelles, { $gone } qui ne sont plus montrées
change-own = Questions des connaissances qui aboutiraient ailleurs : { $count }
change-astray = Nouvelles questions qui n’atteignent pas leur propre entrée : { $count }
change-asked = Questions posées récemment qui aboutiraient ailleurs : { $count }
change-none-moved = Aucune question essayée n’aboutirait ailleurs.
change-left-out = Questions modifiées que je n’ai pas essayées, car elles sont nombreuses : { $count }
change-attached = Le fichier joint contient tout.
change-part-questions = questions
change-part-answer = réponse
change-part-quotes = citations
change-part-follow-ups = questions de suite
change-part-in-story = si l’article le dit
change-part-topic = thème
landing-unsure = plusieurs au choix
landing-nothing = pas dans l’article
rollback-note = Le dossier reste tel quel : le prochain rechargement rétablira ce qu’il contient.
rollback-none = Il n’y a pas de version antérieure : je garde les dernières depuis mon démarrage.
rollback-unknown = Je n’ai pas cette version. J’ai : { $versions }
faults-heading = Rien n’a changé, la version { $version } reste : { $count ->
    [one] il y a une faute.
   *[other] il y a { $count } fautes.
}
knowledge-busy = Les connaissances sont déjà en cours de lecture, depuis { $since }. Réessayez dans un instant.
proposal-gone = Cette proposition n’existe plus : elle a été appliquée, abandonnée ou remplacée, elle est trop ancienne, ou j’ai redémarré. /knowledge reload en fait une nouvelle.
proposal-outdated = Les connaissances ont changé depuis, et rien n’a été appliqué. Voici ce qui changerait maintenant :
proposal-outdated-faulty = Le dossier a changé depuis.
applied = Appliqué : la version { $version } sert maintenant.
discarded = Abandonné : la version { $version } reste.
folder-unwritable = Rien n’a changé : le dossier des connaissances n’a pas pu être écrit ({ $problem }).
folder-fixed = Le dossier des connaissances est en lecture seule : on ne peut pas changer les entrées d’ici.
story-choose = Il y a plusieurs articles : choisissez-en un avec l’option « story ».
story-all = Tous les articles
server-unknown = Je ne suis pas dans ce serveur.
server-asks = { $server } interroge un seul article : { $story }
server-asks-all = { $server } interroge tous les articles.
server-asks-gone = { $server } est réglé sur l’article { $story }, qui n’existe plus : il interroge tous les articles.
server-story-forgotten = Les relevés sont désactivés : je l’oublierai au redémarrage.
form-title-add = Une nouvelle entrée
form-title-edit = Modifier une entrée
form-questions = Questions, une par ligne
form-questions-hint = La première est montrée ; les autres sont d’autres façons de demander.
form-questions-hidden = La première est montrée. D’autres, sans place ici, restent : { $count }
form-answer = Réponse
form-answer-hint = Courte ; nommez la personne dont viennent les mots.
form-quotes = Citations, une par ligne
form-quotes-hint = Les mots exacts de l’article. Laissez vide si l’article ne le dit pas.
form-speaker = De qui sont les mots cités ?
form-speaker-hint = Cela vaut pour toutes les citations ci-dessus.
form-speaker-kept = Tel quel ; les nouvelles citations sont de l’article
form-speaker-nobody = De personne : les mots de l’article
form-gone = Je n’ai plus ce formulaire : il est trop ancien, ou j’ai redémarré. Ce que vous aviez tapé est joint ; rouvrez le formulaire.
form-faulty = Cela ne peut pas servir tel quel. « Corriger » rouvre le formulaire avec votre texte.
form-true-words = L’article a ces mots :
edit-entry-gone = Cette entrée n’existe plus. Rien n’a changé.
edit-entry-changed = Quelqu’un a modifié cette entrée depuis que vous l’avez ouverte. Rien de vous n’a été écrit ; rouvrez-la avec /knowledge edit.
edit-story-gone = Cet article n’existe plus. Rien n’a changé.
edit-unusual-file = Le fichier de l’entrée est écrit d’une façon que je ne peux changer sans toucher au reste. Modifiez-le à la main.
edit-no-question = Il faut au moins une question.
edit-no-answer = Il faut une réponse.
edit-nothing-new = L’entrée a déjà ces questions.
edit-too-long = Les citations de cette entrée n’ont pas la place dans un formulaire. Modifiez son fichier à la main.
preview-heading = Ce que les lecteurs verront, { $entry } :
preview-verified = Chaque citation figure mot pour mot dans l’article : { $count }
preview-near = Sans citation : les lecteurs apprennent que l’article ne le dit pas.
preview-phrasings = Celles-ci mèneraient aussi à { $entry }, outre « { $question } » :
unanswered-heading = Demandé en vain : { $count }
unanswered-none = Rien n’a été demandé en vain dont on ne se soit occupé.
unanswered-off = Ce qui est demandé en vain n’est pas gardé : RECORDS est désactivé.
unanswered-unreadable = Les relevés sont illisibles pour l’instant ; /knowledge status dit pourquoi.
unanswered-gone = Cette question n’est plus dans la liste : quelqu’un s’en est occupé.
unanswered-dismissed = Écartée : elle ne sera plus listée.
unanswered-placeholder = Choisissez une question à traiter
unanswered-times = { $count }×
unanswered-trend = cette semaine { $now }, la précédente { $before }
unanswered-near = au plus près :
unanswered-when = D’abord { $first }, en dernier { $last }
unanswered-alike = Demandé de façon semblable :
unanswered-nearest = Ce qui s’en approchait le plus :
phrasing-heading = Quelle entrée y répond ?
phrasing-hint = Les questions ci-dessus en deviennent des formulations, une fois que vous avez vu ce que cela change et l’avez appliqué.
phrasing-none = Aucune entrée n’en est proche. /knowledge add en écrit une nouvelle.
phrasing-placeholder = Choisissez une entrée
entry-near = { $entry } (pas dans l’article)
status-heading = Connaissances
status-version = Version { $version }, { $since }, { $act }
act-start = à mon démarrage
act-reload = rechargée par { $who }
act-rollback = rétablie par { $who }
act-edit = modifiée par { $who }
act-signal = rechargée par un signal
status-counts = Articles : { $stories }, entrées : { $entries }, formulations : { $phrasings }, citations : { $quotes }
status-coverage = Phrases de l’article qu’une entrée cite : { $covered } sur { $sentences }
status-earlier = Versions où revenir : { $versions }
status-folder-writable = Le dossier est modifiable : /knowledge add et /knowledge edit marchent
status-folder-fixed = Le dossier est en lecture seule : son contenu ne peut pas être changé d’ici
status-up = Démarré { $since }, mémoire { $memory } Mio
status-latency = Latence vers Discord : { $latency } ms
status-speed = Dernières réponses ({ $count }) : la moitié en { $middle } ms, 95 % en { $slow } ms
status-wrong = Le plus souvent jugées fausses : { $entries }
status-encoder-on = L’encodeur de phrases est actif
status-encoder-off = L’encodeur de phrases est inactif

## Ce que font les modérateurs, pour le salon d’audit

audit-reload = { $who } a relu le dossier : il contient la version { $version }.
audit-reload-faulty = { $who } a relu le dossier, qui est fautif. Fautes : { $count }
audit-check = { $who } a vérifié le dossier : il contient la version { $version }.
audit-check-faulty = { $who } a vérifié le dossier, qui est fautif. Fautes : { $count }
audit-rollback = { $who } a regardé ce que changerait un retour à la version { $version }.
audit-applied = { $who } a mis en service la version { $version }, à la place de { $before }. { $summary }
audit-discarded = { $who } a abandonné la version { $version }.
audit-drafted = { $who } a préparé une modification de l’entrée { $entry }.
audit-dismissed = { $who } a écarté la question « { $question } ».
audit-story = { $who } a réglé l’article de { $server } sur { $story }.
audit-story-all = { $who } laisse { $server } interroger tous les articles.
audit-signal = Un signal a mis en service la version { $version }, à la place de { $before }.
audit-signal-faulty = Un signal de rechargement a trouvé le dossier fautif ; la version { $version } reste. Fautes : { $count }

## Phrases de bot/answering/phrases.py

phrase-nothing-asked = Je n’y vois pas de question. Demandez-moi quelque chose sur l’article, avec vos mots, en anglais.
phrase-too-long = C’est plus que je ne peux lire. Demandez-le en une ou deux phrases, s’il vous plaît.
phrase-greeting = Bonjour ! Demandez-moi en anglais ce que vous voulez savoir sur l’article, et je répondrai avec ses termes exacts.
phrase-goodbye = Au revoir ! Revenez quand vous voudrez savoir ce que dit l’article.
phrase-thanks = Je vous en prie. N’hésitez pas si vous voulez en savoir plus sur l’article.
phrase-ask-me = Demandez en anglais ce que vous voulez savoir sur l’article : qui a dit quoi, quand, où, combien. /topics montre tout ce à quoi il répond.
phrase-privacy = Je ne garde ni noms ni messages, seulement, pour un temps, les questions auxquelles je n’ai pas su répondre. /privacy dit le reste.
phrase-mistaken = Je suis désolé. Essayez avec d’autres mots ; avec « Une erreur ? » sous une réponse, une personne l’examinera.
phrase-sorrow = J’en suis désolé. Je ne suis qu’un bot qui peut dire ce que contient un article.
phrase-about-me = Je suis un bot. Je réponds aux questions sur l’article avec des réponses écrites par une personne et ses termes exacts, et quand l’article ne le dit pas, je le dis.
phrase-chatter = Posez-moi une question sur l’article, et je chercherai ses termes exacts.
phrase-unkind = Désolé si cela n’a pas aidé. Je ne peux dire que ce que dit l’article ; essayez avec d’autres mots.
phrase-other-task = Je ne sais pas faire cela. Je réponds seulement aux questions sur l’article, avec ses termes exacts.
phrase-other-language = Je ne comprends que l’anglais pour l’instant. Interrogez-moi en anglais sur l’article, s’il vous plaît.
phrase-not-about-story = Je n’ai rien trouvé là-dessus dans l’article. Essayez avec d’autres mots, ou voyez /topics.
phrase-not-said = L’article ne le dit pas. Ce qu’il dit de plus proche répond à ces questions :
phrase-not-found = Je n’ai pas trouvé de réponse à cela dans l’article. Il répond en revanche à ces questions :
phrase-nothing-near = L’article ne le dit pas, et rien n’y est proche de cela.
phrase-close-call = Je ne suis pas sûr de comprendre. Vouliez-vous demander l’une de ces questions ?
phrase-at-place = À cet endroit, l’article dit :
phrase-no-such-place = L’article n’a pas de tel endroit ; il n’est pas si long.
phrase-word-for-word = Oui, mot pour mot :
phrase-goes-on = L’article poursuit :
phrase-before-that = Juste avant, l’article dit :
phrase-nothing-further = Il n’y a rien ensuite : l’article s’arrête là.
phrase-nothing-before = Il n’y a rien avant : c’est ainsi que l’article commence.
phrase-only-reported = L’article ne donne pas les paroles exactes. Il les rapporte ainsi :
phrase-said-by = Dans l’article : { $who }.
phrase-exact = Ce sont les termes exacts de l’article.
phrase-exact-reported = Ce sont les termes exacts de l’article. Ils rapportent des propos ; ce n’est pas une citation.
phrase-exact-word = L’article contient ce mot ; un mot seul dit peu de choses sur qui a dit quoi.
phrase-common-word = L’article contient « { $posted } », mais presque tous les textes aussi. Donnez-moi quelques mots de la citation qui se suivent, et je les vérifierai.
phrase-theirs = Ces mots sont de { $speaker }.
phrase-reported-of-them = L’article rapporte cela de { $speaker }.
phrase-not-theirs = Ces mots sont de { $speaker }, pas de { $named }.
phrase-not-reported-of-them = L’article prête ces propos à { $speaker }, sans les citer, et non à { $named }.
phrase-nobodys = Ces mots sont ceux de l’article, pas de { $named } : il ne les attribue à personne.
phrase-partly-theirs = Ces mots ne sont pas tous de { $named }.
phrase-not-at-all-theirs = Aucun de ces mots n’est de { $named }.
phrase-else-exact = Les mots eux-mêmes sont exacts.
phrase-also-altered = Et les mots sont changés.
phrase-altered = L’article le dit avec d’autres mots.
phrase-turned = Une différence change le sens :
phrase-stitched = Les morceaux viennent de différents endroits de l’article ; ils ne s’y suivent pas.
phrase-reordered = Dans l’article, ces morceaux sont dans un autre ordre.
phrase-not-in-story = L’article ne contient pas ces mots.
phrase-no-words = Il n’y a aucun mot à vérifier.
phrase-not-these-words = L’article ne contient pas ces mots : « { $posted } »
phrase-added = « { $posted } » a été ajouté.
phrase-left-out = « { $said } » a été omis.
phrase-changed = « { $posted } » est « { $said } » dans l’article.
phrase-unmarked = Il n’y a pas de guillemets, j’ai donc tout comparé ; mettez les mots cités entre guillemets pour ne vérifier qu’eux.
phrase-elsewhere = Cela ne veut pas dire que personne ne les a dits ailleurs ; je ne connais que cet article.
phrase-nearest = Ce que l’article dit de plus proche :
phrase-in-full = La phrase entière :
