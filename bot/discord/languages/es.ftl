# Español. Las claves y variables son las de en.ftl; se añaden las frases de bot/answering/phrases.py.

## Comandos. Las descripciones tienen como máximo 100 caracteres.

command-ask = Pregunta a la noticia con tus palabras; la respuesta viene con sus palabras exactas
option-ask-question = Tu pregunta, o elige una de la lista
option-ask-story = Una sola noticia a la que preguntar, si hay varias
command-quote = Las citas de la noticia, palabra por palabra
command-quote-find = Buscar citas por sus palabras o por su tema
option-quote-find-text = Unas palabras, o elige una cita de la lista
command-quote-by = Lo que dice alguien en la noticia
option-quote-by-speaker = Quién habla en la noticia
command-quote-about = Citas sobre un tema
option-quote-about-topic = Un tema de la noticia
command-quote-random = Una cita al azar
command-sides = Lo que dice cada parte sobre un punto en disputa, con sus propias palabras
option-sides-point = Un punto en disputa; déjalo vacío para elegir
command-verify = Comprobar si una cita está en la noticia, palabra por palabra
option-verify-text = La cita, con su autor si quieres
command-story = De qué trata la noticia, quién habla, de dónde viene
option-story-story = Una de las noticias, si hay varias
command-topics = Todo lo que puedes preguntar, por temas
command-help = Qué sé hacer y cómo preguntar
command-privacy = Qué leo y qué guardo
command-health = Para moderadores: permisos, conexión y conocimiento
command-knowledge = Para moderadores: cuidar del conocimiento
command-knowledge-reload = Leer de nuevo la carpeta, ver qué cambiaría y aplicarlo
command-knowledge-check = Ver qué cambiaría una recarga, sin aplicar nada
command-knowledge-rollback = Volver a una versión que se usaba antes
option-knowledge-rollback-version = La versión; si falta, la anterior
command-knowledge-status = Qué se usa desde cuándo y cómo me va
command-knowledge-unanswered = Lo que se preguntó en vano y qué hacer con ello
command-knowledge-add = Escribir una entrada nueva
option-knowledge-add-story = La noticia, si hay varias
option-knowledge-add-topic = El tema en el que va
command-knowledge-edit = Cambiar una entrada
option-knowledge-edit-entry = La entrada, por su pregunta o identificador
command-knowledge-story = A qué noticia pregunta un servidor, si hay varias
option-knowledge-story-story = La noticia, o todas; si falta, digo cuál es
option-knowledge-story-server = El servidor; si falta, este

## Botones y menús. Las etiquetas tienen como máximo 80 caracteres.

button-context = En contexto
button-related = Relacionado
button-share = Compartir
button-shared = Compartido
button-wrong = ¿Un error?
button-delete = Eliminar
button-previous = Anterior
button-next = Siguiente
button-another = Otra
button-topics = Todos los temas
button-apply = Aplicar
button-discard = Descartar
button-correct = Corregir
button-phrase = Añadir como formulación
button-near = No está en la noticia
button-dismiss = Ignorar
button-back = Volver

## Respuestas

version = versión { $version }
date-unknown = fecha desconocida
paragraph = párrafo { $number }
quote-too-long = Las palabras están en el párrafo { $paragraph }; son demasiado largas para un mensaje.
quotes-more = { $count ->
    [one] Una cita más pertenece a esta respuesta; «En contexto» la muestra.
   *[other] { $count } citas más pertenecen a esta respuesta; «En contexto» las muestra.
}
quotes-more-plain = { $count ->
    [one] … y una cita más; /quote by la tiene.
   *[other] … y { $count } citas más; /quote by las tiene.
}
offers-beside-near = La noticia sí responde a:
offers-pick-button = Pulsa un botón, o pregunta con otras palabras.
offers-pick-number = Pulsa un número, o pregunta con otras palabras.
related-heading = Quizá también quieras preguntar:
related-none = No conozco ninguna pregunta relacionada. Prueba con /topics.
by-quote = cita literal
by-reported = referido
by-narration = el artículo
by-headline = titular
by-caption = pie de foto
by-credit = crédito de la foto
by-sources = línea de fuentes
by-speaker-quote = { $who }, cita literal
by-speaker-reported = estilo indirecto: { $who }
by-speaker = atribuido a { $who }

## Preguntar

ask-me = Pregúntame lo que quieras sobre la noticia, con tus palabras: mencióname con tu pregunta, o usa /ask.
unreadable-reply = Discord solo me muestra una respuesta si me notifica. Activa la @ de la respuesta, o mencióname con tu pregunta.
mentioned-role = Has mencionado mi rol, y Discord no me muestra lo que has escrito. Mencióname por mi nombre con tu pregunta.
message-without-text = En ese mensaje no hay texto que yo pueda leer.
message-is-mine = Esa es mi propia respuesta. Haz clic derecho en la pregunta de alguien.
story-unknown = No conozco esa noticia. Elige una de la lista.
failed = Algo ha salido mal por mi parte. Ha quedado anotado; inténtalo de nuevo en un momento.
changed-command = Este comando ha cambiado. Discord tarda un momento en notarlo; inténtalo después.
cooldown-person = De una en una, por favor: vuelve a preguntarme { $when }.
cooldown-channel = Este canal ha recibido muchas respuestas. Sigue { $when }; /ask te responde en privado.

## Al pulsar un botón

pressed-old = Este botón es de una versión anterior del conocimiento; esto es lo que dice ahora.
pressed-unknown = Este botón es de otra versión del bot. Pregunta de nuevo, por favor.
pressed-gone = El conocimiento ha cambiado y esto ya no está. Pregunta de nuevo, por favor.
delete-denied = Solo puede eliminarlo quien preguntó o quien gestiona los mensajes aquí.
delete-failed = Ya no puedo eliminarlo. Quien gestiona los mensajes aquí sí puede.
context-paragraph = Párrafo { $number }
context-too-long = Este párrafo es demasiado largo para un mensaje.
context-none = Esta respuesta no muestra palabras del artículo.

## Compartir

shared-asked = { $who } preguntó: { $question }
shared-by = Compartido por { $who }
share-again = Esto ya está compartido.
share-private = Este servidor solo me deja responderte en privado, así que no puedo compartirlo aquí.
share-failed = No he podido publicarlo aquí. Inténtalo más tarde, por favor.
share-denied = No tengo permiso para escribir en este canal. Quien gestiona el servidor puede cambiarlo.
share-missing = No tengo permiso para escribir en este canal. Como gestionas el servidor: dame aquí { $permissions }.

## ¿Un error?

wrong-title = ¿Qué tiene de malo esta respuesta?
wrong-reason = ¿Qué está mal?
wrong-reason-wrong-question = No responde a mi pregunta
wrong-reason-wrong-answer = La noticia dice otra cosa
wrong-reason-wrong-speaker = Lo dijo otra persona
wrong-reason-unfair = Falta algo importante
wrong-reason-other = Otra cosa
wrong-note = ¿Qué debería decir? (opcional)
wrong-note-hint = Sin nombres ni otros datos personales, por favor.
wrong-thanks = Gracias. Lo verá quien cuida de las respuestas, sin tu nombre.

## Citas

page-of = { $number } de { $count }
card-context = En contexto:
quote-about-heading = Tema: { $topic }
quote-find-heading = Citas para: { $words }
quote-random-heading = Una cita al azar
quote-none-found = Ninguna cita de la noticia encaja con «{ $words }». Prueba con un nombre, otra palabra o /quote by.
quote-none = Las noticias no contienen citas.
speaker-unknown = La noticia no recoge palabras de «{ $name }». Sí recoge palabras de: { $names }.
speaker-none = La noticia no recoge palabras de nadie.
topic-unknown = No hay citas sobre «{ $name }». Las hay sobre: { $names }.
sides-heading = Puntos en disputa
sides-intro = Elige un punto para ver qué dice cada parte, con sus propias palabras.
sides-placeholder = Elige un punto
sides-none = Ninguna noticia recoge puntos en disputa.
sides-unknown = No existe ese punto en disputa. Elige uno.
sides-silent = La noticia no recoge palabras suyas sobre esto.
sides-too-long = Sus palabras son demasiado largas para un mensaje; /quote by las muestra una a una.

## Comprobar una cita

check-more = { $count ->
    [one] Hay una diferencia más.
   *[other] Hay { $count } diferencias más.
}
check-clamped = El texto es largo; solo he mirado sus primeros { $count } caracteres.
check-mine = Es mi propio mensaje: sus citas son las palabras exactas de la noticia, y «En contexto» muestra dónde están.
check-nothing = No hay texto que yo pueda comprobar.

## La noticia

story-date = Fecha
story-publisher = Editor
story-sources = Fuentes
story-speakers = Quién habla
story-address = Léela
story-length = Extensión
story-questions = Preguntas
story-quotes = Citas
story-paragraphs = { $count ->
    [one] un párrafo
   *[other] { $count } párrafos
}
story-counts = { $answered } que responde, { $near } que no
story-quote-count = { $count ->
    [one] una, palabra por palabra
   *[other] { $count }, palabra por palabra
}
stories-heading = Noticias
stories-placeholder = Elige una noticia
stories-more = Aquí están las primeras 25; otras { $count } se encuentran con /story.
topics-heading = Temas
topics-intro = Elige un tema para ver qué puedes preguntar.
topics-placeholder = Elige un tema
topics-none = Todavía no hay nada que preguntar.
topic-size = { $count ->
    [one] una pregunta
   *[other] { $count } preguntas
}
questions-intro = Elige una pregunta para ver su respuesta.
questions-placeholder = Elige una pregunta

## Ayuda y privacidad

help-heading = Respondo preguntas sobre una noticia con respuestas que escribió una persona y las palabras exactas de la noticia.
help-ask = Pregunta con /ask (solo tú ves la respuesta; «Compartir» la muestra a todos), mencióname, responde a una de mis respuestas o escríbeme en privado. Una pregunta como “when?” o “who said that?” se apoya en la respuesta anterior. Por ahora solo entiendo inglés. Cuando la noticia no lo dice, lo digo.
help-menus = Haz clic derecho o mantén pulsado un mensaje y elige Aplicaciones: **{ $answer }** o **{ $check }**.
help-privacy = Qué leo y guardo: /privacy
privacy-heading = Qué leo y qué guardo
privacy-reads = Leo lo que se dirige a mí: comandos, menciones, respuestas a mis mensajes, mensajes directos y los mensajes que eliges desde su menú. Nada más.
privacy-open = Salvo aquí, donde quien me gestiona quiere que se responda a cada pregunta: { $channels }. Lo que no respondo allí lo olvido al momento.
privacy-memory = Tu última pregunta y su respuesta quedan { $minutes } minutos en memoria, para que puedas seguir preguntando.
privacy-records = Una pregunta que no puedo responder se guarda { $days } días, para poder responderla algún día: cuántas veces y cuándo, nunca quién ni dónde. Antes se quitan correos, números, enlaces y menciones.
privacy-records-off = Nada de lo que preguntas se escribe.
privacy-reports = Con «¿Un error?» se anotan la entrada, su versión y tu motivo, nunca quién eres. Tu nota solo se escribe en un registro para buscar fallos, si quien me gestiona lo ha activado.
privacy-buttons = El botón Eliminar bajo una respuesta pública contiene, en el propio Discord, el identificador de quien preguntó, para que le funcione.
privacy-nobody = Ningún otro servicio ve tu pregunta: busco en archivos y no escribo textos.
privacy-delete = «Eliminar» bajo una de mis respuestas la quita.

## Permisos y estado

moderators-only = Este comando es para los moderadores de este bot.
moderators-none = Este comando es para los moderadores de este bot, y no hay ninguno. Quien gestiona el bot define HOME_GUILD y MODERATOR_ROLES o MODERATOR_USERS.
permission-view_channel = Ver canal
permission-send_messages = Enviar mensajes
permission-send_messages_in_threads = Enviar mensajes en hilos
permission-read_message_history = Leer el historial de mensajes
health-heading = Estado
health-knowledge = Conocimiento: versión { $version }, { $stories ->
    [one] una noticia
   *[other] { $stories } noticias
}, { $entries ->
    [one] una entrada
   *[other] { $entries } entradas
}
health-connection = Conexión: iniciado { $since }, latencia { $latency } ms, { $servers ->
    [one] un servidor
   *[other] { $servers } servidores
}
health-content-unused = Intents: servidores, mensajes, mensajes directos; no se pide el contenido de los mensajes
health-content-used = Intents: servidores, mensajes, mensajes directos, y contenido de los mensajes para { $channels ->
    [one] un canal abierto
   *[other] { $channels } canales abiertos
}
health-permissions-fine = Permisos: están todos en { $channels ->
    [one] el único canal
   *[other] los { $channels } canales
} que veo aquí
health-permissions-missing = Permisos que faltan aquí:
health-channel = { $channel }: { $permissions }
health-more = { $count ->
    [one] … y uno más
   *[other] … y { $count } más
}
health-hidden = { $count ->
    [one] Un canal de aquí está oculto para mí
   *[other] { $count } canales de aquí están ocultos para mí
}
health-refused = Dónde no he podido responder hace poco:
health-refusal = { $channel }, { $when }: { $permissions }
records-off = Registros: desactivados, no se guarda nada
records-fine = Registros: se guardan { $days } días
records-trouble = Registros: por ahora no se escribe nada, { $problem }. En espera: { $waiting }, perdidos: { $lost }. Seguirá por sí solo.
records-problem-locked = porque otro programa retiene la base de datos
records-problem-full = porque el disco o la base de datos está lleno
records-problem-read-only = porque no se puede escribir en la base de datos
records-problem-damaged = porque la base de datos está dañada: aparta su archivo y se creará otra
records-problem-unreachable = porque no se puede acceder a la base de datos

## Cuidar del conocimiento

change-heading = Qué cambiaría: versión { $before } → { $after }
change-nothing = No cambiaría nada: es lo que ya se usa, versión { $version }.
change-unseen = Los archivos difieren, pero en nada que alguien vería.
change-stories = Noticias:
change-entries = Entradas: { $added } añadidas, { $gone } quitadas, { $changed } cambiadas
change-quotes = Citas: { $added } nuevas, { $gone } que ya no se muestran
change-own = Preguntas del conocimiento que acabarían en otro sitio: { $count }
change-astray = Preguntas nuevas que no llegan a su propia entrada: { $count }
change-asked = Preguntas hechas hace poco que acabarían en otro sitio: { $count }
change-none-moved = Ninguna pregunta que he probado acabaría en otro sitio.
change-left-out = Preguntas cambiadas que no he probado porque son muchas: { $count }
change-attached = El archivo adjunto lo contiene todo.
change-part-questions = preguntas
change-part-answer = respuesta
change-part-quotes = citas
change-part-follow-ups = preguntas de seguimiento
change-part-in-story = si la noticia lo dice
change-part-topic = tema
landing-unsure = varias a elegir
landing-nothing = no está en la noticia
rollback-note = La carpeta queda como está: la próxima recarga trae de vuelta lo que contiene.
rollback-none = No hay ninguna versión anterior: guardo las últimas desde que me iniciaron.
rollback-unknown = No guardo esa versión. Guardo: { $versions }
faults-heading = Nada ha cambiado, la versión { $version } sigue: { $count ->
    [one] hay un fallo.
   *[other] hay { $count } fallos.
}
knowledge-busy = El conocimiento ya se está leyendo: empezó { $since }. Inténtalo de nuevo en un momento.
proposal-gone = Esta propuesta ya no existe: se aplicó, se descartó o se sustituyó, es demasiado antigua o me reiniciaron. /knowledge reload hace una nueva.
proposal-outdated = El conocimiento ha cambiado desde entonces y no se ha aplicado nada. Esto cambiaría ahora:
proposal-outdated-faulty = La carpeta ha cambiado desde entonces.
applied = Aplicado: la versión { $version } está en uso.
discarded = Descartado: la versión { $version } sigue.
folder-unwritable = Nada ha cambiado: no se pudo escribir en la carpeta del conocimiento ({ $problem }).
folder-fixed = La carpeta del conocimiento es de solo lectura, así que desde aquí no se pueden cambiar entradas.
story-choose = Hay varias noticias: elige una con la opción «story».
story-all = Todas las noticias
server-unknown = No estoy en ese servidor.
server-asks = { $server } pregunta a una sola noticia: { $story }
server-asks-all = { $server } pregunta a todas las noticias.
server-asks-gone = { $server } tiene puesta la noticia { $story }, que ya no existe: pregunta a todas.
server-story-forgotten = Los registros están desactivados: lo olvidaré al reiniciarme.
form-title-add = Una entrada nueva
form-title-edit = Cambiar una entrada
form-questions = Preguntas, una por línea
form-questions-hint = La primera se muestra; las demás son otras formas de preguntar.
form-questions-hidden = La primera se muestra. Otras que no caben aquí y se quedan: { $count }
form-answer = Respuesta
form-answer-hint = Breve; nombra a quien dijo las palabras.
form-quotes = Citas, una por línea
form-quotes-hint = Las palabras exactas del artículo. Vacío si la noticia no lo dice.
form-speaker = ¿De quién son las citas?
form-speaker-hint = Vale para todas las citas de arriba.
form-speaker-kept = Como está; las citas nuevas son del artículo
form-speaker-nobody = De nadie: palabras del propio artículo
form-gone = Ya no tengo este formulario: es demasiado antiguo o me reiniciaron. Lo que escribiste va adjunto; abre el formulario de nuevo.
form-faulty = Así no se puede usar. «Corregir» abre el formulario con lo que escribiste.
form-true-words = La noticia tiene estas palabras:
edit-entry-gone = Esta entrada ya no existe. Nada ha cambiado.
edit-entry-changed = Alguien ha cambiado esta entrada desde que la abriste. No se ha escrito nada tuyo; ábrela de nuevo con /knowledge edit.
edit-story-gone = Esta noticia ya no existe. Nada ha cambiado.
edit-unusual-file = El archivo de la entrada está escrito de un modo que no puedo cambiar sin tocar lo demás. Edítalo a mano.
edit-no-question = Una entrada necesita al menos una pregunta.
edit-no-answer = Una entrada necesita una respuesta.
edit-nothing-new = La entrada ya tiene estas preguntas.
edit-too-long = Las citas de esta entrada no caben en un formulario. Edita su archivo a mano.
preview-heading = Así lo verán los lectores, { $entry }:
preview-verified = Todas las citas están en el artículo, palabra por palabra: { $count }
preview-near = Sin cita: a los lectores se les dice que la noticia no lo cuenta.
preview-phrasings = Estas llevarían también a { $entry }, además de «{ $question }»:
unanswered-heading = Preguntado en vano: { $count }
unanswered-none = No se ha preguntado nada en vano que no se haya atendido.
unanswered-off = Lo que se pregunta en vano no se guarda: RECORDS está desactivado.
unanswered-unreadable = Ahora no se pueden leer los registros; /knowledge status dice por qué.
unanswered-gone = Esta pregunta ya no está en la lista: alguien la ha atendido.
unanswered-dismissed = Ignorada: no volverá a aparecer.
unanswered-placeholder = Elige una pregunta para atenderla
unanswered-times = { $count }×
unanswered-trend = esta semana { $now }, la anterior { $before }
unanswered-near = lo más cercano:
unanswered-when = Primera vez { $first }, última { $last }
unanswered-alike = Preguntado de forma parecida:
unanswered-nearest = Lo que más se acercó:
phrasing-heading = ¿Qué entrada responde a esto?
phrasing-hint = Las preguntas de arriba pasan a ser formulaciones suyas cuando hayas visto qué cambia y lo apliques.
phrasing-none = Ninguna entrada se acerca. /knowledge add escribe una nueva.
phrasing-placeholder = Elige una entrada
entry-near = { $entry } (no está en la noticia)
status-heading = Conocimiento
status-version = Versión { $version }, { $since }, { $act }
act-start = al iniciarme
act-reload = recargada por { $who }
act-rollback = recuperada por { $who }
act-edit = editada por { $who }
act-signal = recargada por una señal
status-counts = Noticias: { $stories }, entradas: { $entries }, formulaciones: { $phrasings }, citas: { $quotes }
status-coverage = Frases del artículo que cita una entrada: { $covered } de { $sentences }
status-earlier = Versiones a las que volver: { $versions }
status-folder-writable = Se puede escribir en la carpeta: /knowledge add y /knowledge edit funcionan
status-folder-fixed = La carpeta es de solo lectura: su contenido no se puede cambiar desde aquí
status-up = Iniciado { $since }, memoria { $memory } MiB
status-latency = Latencia hasta Discord: { $latency } ms
status-speed = Últimas respuestas ({ $count }): la mitad en { $middle } ms, el 95 % en { $slow } ms
status-wrong = Las que más se señalaron como erróneas: { $entries }
status-encoder-on = El codificador de frases está activo
status-encoder-off = El codificador de frases está inactivo

## Lo que hacen los moderadores, para el canal de auditoría

audit-reload = { $who } leyó de nuevo la carpeta: contiene la versión { $version }.
audit-reload-faulty = { $who } leyó de nuevo la carpeta y tiene fallos: { $count }
audit-check = { $who } comprobó la carpeta: contiene la versión { $version }.
audit-check-faulty = { $who } comprobó la carpeta y tiene fallos: { $count }
audit-rollback = { $who } miró qué cambiaría al volver a la versión { $version }.
audit-applied = { $who } puso en uso la versión { $version } en lugar de { $before }. { $summary }
audit-discarded = { $who } descartó la versión { $version }.
audit-drafted = { $who } preparó un cambio de la entrada { $entry }.
audit-dismissed = { $who } ignoró la pregunta «{ $question }».
audit-story = { $who } puso { $story } como noticia de { $server }.
audit-story-all = { $who } hizo que { $server } pregunte a todas las noticias.
audit-signal = Una señal puso en uso la versión { $version } en lugar de { $before }.
audit-signal-faulty = Una señal de recarga encontró la carpeta con fallos; la versión { $version } sigue. Fallos: { $count }

## Frases de bot/answering/phrases.py

phrase-nothing-asked = No veo ahí ninguna pregunta. Pregúntame algo sobre la noticia, con tus palabras, en inglés.
phrase-too-long = Eso es más de lo que puedo leer. Pregúntalo en una o dos frases, por favor.
phrase-greeting = ¡Hola! Pregúntame en inglés lo que quieras sobre la noticia, y te responderé con sus palabras exactas.
phrase-goodbye = ¡Adiós! Vuelve cuando quieras saber lo que dice la noticia.
phrase-thanks = De nada. Sigue preguntando si quieres saber más sobre la noticia.
phrase-ask-me = Pregunta en inglés lo que quieras saber sobre la noticia: quién dijo qué, cuándo, dónde, cuántos. /topics muestra todo lo que responde.
phrase-privacy = No guardo nombres ni mensajes, solo por un tiempo las preguntas que no supe responder. /privacy dice el resto.
phrase-mistaken = Lo siento. Prueba con otras palabras; con ¿Un error? bajo una respuesta, una persona la revisará.
phrase-sorrow = Lo siento mucho. Solo soy un bot que puede decir lo que cuenta una noticia.
phrase-about-me = Soy un bot. Respondo preguntas sobre la noticia con respuestas que escribió una persona y con sus palabras exactas, y cuando la noticia no lo dice, lo digo.
phrase-chatter = Hazme una pregunta sobre la noticia, y buscaré sus palabras exactas.
phrase-unkind = Siento que eso no haya ayudado. Solo puedo decir lo que dice la noticia; prueba con otras palabras.
phrase-other-task = Eso no puedo hacerlo. Solo respondo preguntas sobre la noticia, con sus palabras exactas.
phrase-other-language = Por ahora solo entiendo inglés. Pregúntame en inglés sobre la noticia, por favor.
phrase-not-about-story = No he encontrado nada de eso en la noticia. Prueba con otras palabras o mira /topics.
phrase-not-said = La noticia no lo dice. Lo más cercano que sí dice responde a estas preguntas:
phrase-not-found = No he encontrado respuesta a eso en la noticia. Sí responde a estas preguntas:
phrase-nothing-near = La noticia no lo dice, ni tiene nada parecido.
phrase-close-call = No estoy seguro de lo que quieres decir. ¿Es una de estas?
phrase-at-place = Ahí dice el artículo:
phrase-no-such-place = El artículo no tiene ese lugar; no es tan largo.
phrase-word-for-word = Sí, palabra por palabra:
phrase-goes-on = La noticia sigue así:
phrase-before-that = Antes de eso, la noticia dice:
phrase-nothing-further = No hay nada más: ahí termina la noticia.
phrase-nothing-before = No hay nada antes: así empieza la noticia.
phrase-only-reported = La noticia no da las palabras exactas. Las recoge así:
phrase-said-by = En la noticia: { $who }.
phrase-exact = Son las palabras exactas de la noticia.
phrase-exact-reported = Son las palabras exactas de la noticia. Cuentan lo que se dijo; no son una cita.
phrase-exact-word = La noticia tiene esta palabra; una sola palabra dice poco sobre quién dijo qué.
phrase-common-word = La noticia tiene «{ $posted }», pero casi cualquier texto también. Dame unas cuantas palabras seguidas de la cita y las compruebo.
phrase-theirs = Son palabras de { $speaker }.
phrase-reported-of-them = El artículo lo atribuye a { $speaker }.
phrase-not-theirs = Son palabras de { $speaker }, no de { $named }.
phrase-not-reported-of-them = La noticia se lo atribuye a { $speaker }, sin citarlo, y no a { $named }.
phrase-nobodys = Son palabras de la propia noticia, no de { $named }: no se las atribuye a nadie.
phrase-partly-theirs = No todas estas palabras son de { $named }.
phrase-not-at-all-theirs = Ninguna de estas palabras es de { $named }.
phrase-else-exact = Las palabras en sí son exactas.
phrase-also-altered = Y las palabras están cambiadas.
phrase-altered = La noticia lo dice con otras palabras.
phrase-turned = Hay una diferencia que cambia el sentido:
phrase-stitched = Los fragmentos son de distintos lugares de la noticia; allí no van seguidos.
phrase-reordered = En la noticia, estos fragmentos están en otro orden.
phrase-not-in-story = La noticia no contiene estas palabras.
phrase-no-words = No hay ninguna palabra que comprobar.
phrase-not-these-words = La noticia no contiene estas palabras: «{ $posted }»
phrase-added = Se ha añadido «{ $posted }».
phrase-left-out = Falta «{ $said }».
phrase-changed = En la noticia, «{ $posted }» es «{ $said }».
phrase-unmarked = No hay comillas, así que lo he comparado todo; pon entre comillas las palabras citadas para comprobar solo esas.
phrase-elsewhere = Eso no significa que nadie las haya dicho en otro lugar; yo solo conozco esta noticia.
phrase-nearest = Lo más parecido que dice la noticia:
phrase-in-full = La frase entera:
