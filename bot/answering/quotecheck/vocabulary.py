"""The English that tells who is named as the speaker of a quote."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SPEECH_VERBS = _set(
    "said says say saying sez claimed claims claim claiming stated states told tells insisted insists argued "
    "argues declared declares added adds announced announces wrote writes noted notes warned warns admitted "
    "admits reported reports replied replies responded responds explained explains tweeted tweets remarked "
    "remarks commented comments confirmed confirms denied denies quipped answered answers promised promises "
    "stressed stresses conceded concedes acknowledged suggested suggests complained complains repeated repeats "
    "testified recalled concluded concludes maintained maintains alleged alleges asserted asserts vowed vows "
    "urged urges mentioned mentions put puts thinks believes called quoted",
)
# People post in the languages that the bot speaks, and leave quotes in the article's.
SPEECH_VERBS_ELSEWHERE = _set(
    "sagte sagt sagten gesagt meinte meint erklärte erklärt behauptete behauptet schrieb antwortete betonte "
    "dit déclare déclaré affirme affirmé écrit répond répondu dijo dicho afirmó afirma declaró declarado escribió "
    "respondió сказал сказала сказали заявил заявила заявили говорит написал написала ответил ответила",
)
HELPERS_ELSEWHERE = _set(
    "hat haben a ont ha han",
)
# 'Der Sprecher sagte': an office in another language, of which nobody here knows whose it is.
NAMELESS_ELSEWHERE = _set(
    "der die das ein eine le la les l un une el los las una er sie es ich wir man il elle ils elles je on él ella "
    "ellos yo он она они я",
)
# Words between a speaker and the verb.
HELPERS = _set(
    "has have had did does do is was were are be been being will would might may also just really actually "
    "literally once then later even already still again clearly bluntly famously reportedly repeatedly recently "
    "apparently supposedly allegedly originally definitely never ever only simply basically as quoted cited on "
    "record to heard seriously honestly straight up himself herself themselves",
)
PRONOUNS = _set(
    "i you he she it we they him her them us me who whom whoever what which that this these those one ones nobody "
    "noone anybody anyone somebody someone everybody everyone people folks guy guys man dude they're he's she's "
    "self myself my your his its our their there here all both none no some any many most other others another "
    "y'all u ppl",
)
# What can stand before a colon, after a dash or in brackets without being anybody's name.
LABELS = _set(
    "quote quotes quoted quoting unquote caption captions headline headlines title kicker subtitle source sources "
    "article articles story stories text paragraph para paragraphs piece report reports paper post news photo "
    "photograph picture image pic excerpt extract snippet passage line lines sentence bit part section words "
    "wording word context note notes nb edit update updates breaking reminder ps fyi tldr tl dr question answer q "
    "a example eg ie verbatim fact facts claim claims statement statements summary translation translated lol "
    "lmao lmfao rofl wow omg wtf smh imo imho tbh ngl fr bruh bro yikes oof damn dang haha hahaha ha hah hmm hm "
    "huh ok okay yes no yeah yep nope true false really seriously right wrong sure exactly indeed same agreed "
    "thanks thank please pls plz look listen remember imagine meanwhile today yesterday tomorrow now later here "
    "there again also anyway so well oh ah and but or because thoughts discuss opinion opinions discussion "
    "amazing insane crazy wild unreal classic brilliant bold rich savage funny sad nice great good bad best worst "
    "favourite favorite love hate hot take highlight key point points important interesting emphasis mine sic "
    "link via from read check see found find this that what how why when where who which is was deep cool epic "
    "legendary iconic chilling powerful beautiful nonsense bullshit bs cope copium lies lie liar liars propaganda "
    "fake sarcasm irony ironic hello hi hey guys everyone quotation citation page end start intro ending narrator "
    "narration voiceover author reporter journalist writer editor editors website site newspaper magazine poem "
    "lyrics meme mood first second third last next another one two three four five six seven eight nine ten full "
    "exact original actual verify correct confirmed proof evidence receipts pinned daily random ty thx tyvm gg "
    "rip based cringe ew yay nah meh hence therefore thus like hmmm mhm aha ugh sigh phew whoa woah spoiler "
    "warning alert attention announcement asking",
)
# What may follow a name that leads to a quote or comes after it.
FOLLOWERS = _set(
    "at in on during after before yesterday today tonight again also too earlier was is were are be has had just then "
    "now when while as to via talking speaking responding replying regarding re concerning explaining here this last "
    "back from with lol lmao fr tbh smh though btw everyone everybody ladies folks himself herself",
)
CONTRASTS = _set(
    "but while whereas yet meanwhile although though so because if and then now or unlike except even",
)
# Words that carry no meaning of their own.
LIGHT_WORDS = _set(
    "a about after all also am an and any are as at be been before being but by can could did do does down for "
    "from had has have he her him his how i if in into is it its ive just me more most my no not of off on one or "
    "other our out over own per s she so some such than that thats the their them then there these they theyre "
    "theyve this those to must should shall may might too up us very was we were weve what when where which while "
    "who why will with would you your dont doesnt % &",
)
# What somebody's possessive makes their own words: 'Kirby's line'.
SPOKEN_THINGS = _set(
    "words word quote quotes statement statements line lines take answer reply response remark remarks comment "
    "comments claim claims speech point argument version position view explanation excuse defence defense own "
    "exact actual latest famous",
)
NEGATIONS = _set(
    "not never didnt doesnt dont wasnt isnt hasnt havent hadnt couldnt wouldnt cant wont no",
)
COPULAS = _set(
    "is was are be has had",
)
ARTICLES = _set(
    "the a an that this our your some",
)
PARTICLES = _set(
    "of the for and al el de del der den van von bin ibn da di la le dos du ki st",
)
HONORIFICS = _set(
    "mr mrs ms miss dr sir dame lord lady prof professor madam hon rev sen rep gov gen adm col lt capt sgt maj",
)
TITLES = HONORIFICS | _set(
    "president presidents vice deputy prime minister ministers ministry pm fm foreign defence defense interior "
    "finance secretary secretaries chief chiefs head boss leader leaders spokesman spokeswoman spokesperson spox "
    "spokesmen ambassador envoy general admiral colonel captain lieutenant commander king queen prince princess "
    "emperor pope chancellor senator congressman congresswoman representative governor mayor chairman chairwoman "
    "chair director ceo cto cfo founder officer judge justice attorney lawyer coach manager professor aide "
    "adviser advisor diplomat rear senior former acting ex assistant under state press official officials comrade "
    "analyst expert bishop imam rabbi",
)
ORGANISATIONS = _set(
    "government govt regime department dept ministry embassy army navy force forces police council committee "
    "commission agency parliament congress senate administration office union party company bank university court "
    "group association league",
)
# What an organisation's name may carry without becoming another's.
BYSTANDERS = _set(
    "official officials representative rep team statement press office account himself herself itself release "
    "briefing today yesterday officially",
)
COUNTERPARTS = {
    "spokesperson": "spokesman",
    "spokeswoman": "spokesman",
    "spox": "spokesman",
    "spokesmen": "spokesman",
    "dept": "department",
    "govt": "government",
    "gov": "government",
    "defense": "defence",
    "fm": "minister",
    "chairwoman": "chairman",
    "chairperson": "chairman",
    "congresswoman": "congressman",
}
