"""The benchmarks run and print what they say; no figure of time is asserted."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.stories import load_library
from tests.bench import (
    discord_latency,
    encoder_study,
    faults,
    few_phrasings,
    hostile,
    intents,
    leave_one_out,
    load,
    new_stories,
    reload_load,
    seldom,
    soak,
    speed,
    story_study,
)
from tests.bench.crowd import BusyDiscord, settle_people
from tests.bench.folders import generated, write_knowledge
from tests.bench.reports import read_reports
from tests.bench.typos import misspell, seeded
from tests.knowledge_folder import ENTRIES, write_story
from tests.local_discord import Message
from tests.local_discord.messages import replied_to

DATA = Path(__file__).parents[1] / "data"
INTENTS = {
    "balance": ["what is my balance", "how much money do i have", "tell me my account balance", "show the balance"],
    "weather": ["will it rain today", "what is the weather like", "is it sunny outside", "weather for tomorrow"],
    "alarm?": ["wake me at seven", "set an alarm for six", "set my alarm", "i need an alarm at nine"],
}


@pytest.fixture
def output(capsys: pytest.CaptureFixture[str]) -> Callable[..., Any]:
    """Run a benchmark and return what it printed, read as JSON."""

    def run(main: Callable[[list[str]], int], *arguments: object) -> Any:
        assert main([*map(str, arguments), "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def clinc(tmp_path: Path) -> Path:
    """The shape of CLINC150, in small."""
    pairs = [[text, intent] for intent, texts in INTENTS.items() for text in texts]
    file = tmp_path / "clinc.json"
    outside = [["who wrote that opera", "oos"]]
    file.write_text(json.dumps({"train": pairs[::2], "test": pairs[1::2], "oos_test": outside}), encoding="utf-8")
    return file


@pytest.fixture
def banking(tmp_path: Path) -> Path:
    """The shape of BANKING77, in small."""
    for part, which in (("train", slice(0, None, 2)), ("test", slice(1, None, 2))):
        rows = [f'"{text}",{intent}' for intent, texts in INTENTS.items() for text in texts[which]]
        (tmp_path / f"{part}.csv").write_text("\n".join(["text,category", *rows]) + "\n", encoding="utf-8")
    return tmp_path / "train.csv"


@pytest.mark.parametrize(
    "how", [("--folds", "2"), ("--exact", "3"), ("--folds", "2", "--lexical")], ids=["folds", "exact", "lexical"]
)
def test_leave_one_out(tmp_path: Path, output: Callable[..., Any], how: tuple[str, str]) -> None:
    """Every phrasing is asked once in folds, and a sample one at a time."""
    knowledge = write_knowledge(tmp_path, *generated(10, 40, seed=1))
    (figures,) = output(leave_one_out.main, "--knowledge", knowledge, *how).values()
    assert 0 <= figures["right entry first"] <= figures["right entry first among its kind"] <= 1


def test_a_phrasing_that_is_asked_is_not_learnt(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Two entries that share no word, each phrasing its own word: with itself left out, nothing is left to know."""
    phrasings = {"one": ["alpha", "gamma"], "two": ["delta", "omega"]}
    assert leave_one_out.main(["--knowledge", str(write_knowledge(tmp_path, phrasings)), "--folds", "2"]) == 0
    assert "0 of 4" in capsys.readouterr().out.split("same words")[1]


def test_follow_ups_are_left_out_and_asked(tmp_path: Path, output: Callable[..., Any]) -> None:
    """Each once, after the entry that it comes after; by itself it is no phrasing, so that it is not answered."""
    follow_ups = "  follow_ups: {opening-day: [and the zebra?, and its hooves?], cost: [with stripes?]}\n"
    write_story(tmp_path / "bridge", entries=ENTRIES.replace("  answer: The", f"{follow_ups}  answer: The"))
    (figures,) = output(leave_one_out.main, "--knowledge", tmp_path, "--folds", "2").values()
    assert figures["follow-ups, answerable: answered right"] is None
    assert figures["follow-ups, near: held back"] == 1.0


def test_intents(clinc: Path, banking: Path, output: Callable[..., Any]) -> None:
    """Both kinds of file are read; only CLINC150 has questions outside."""
    with_outside, without = output(intents.main, clinc, banking, "--wratio", "2").values()
    assert with_outside["accuracy"] == without["accuracy"] > 0.3
    assert 0 <= with_outside["AUROC"] <= 1
    assert without["AUROC"] is None
    assert with_outside["questions"] == 7


def test_intents_misspelt_with_few_phrasings(clinc: Path, output: Callable[..., Any]) -> None:
    """The same seed is the same draw and the same typos."""
    arguments = (clinc, "--phrasings", "1", "--typos", "--wratio", "1")
    first, second = (output(intents.main, *arguments) for _ in range(2))
    (title,) = first
    assert title.endswith("1 phrasings an intent, typos")
    assert first[title]["accuracy"] == second[title]["accuracy"]


def test_speed(output: Callable[..., Any]) -> None:
    """Generated knowledge is asked here, and started twice."""
    few = ("--questions", "20", "--wratio", "2", "--starts", "3")
    found = output(speed.main, "--entries", "12", "--phrasings", "50", *few)
    assert found["knowledge"]["phrasings"] == 50
    assert found["a question, answered"]["questions"] == 20
    assert found["start with a cache"]["first answer after s"] > 0


def test_discord_latency(tmp_path: Path, output: Callable[..., Any]) -> None:
    """A few people talk for a moment to a bot of its own, and everything that they wait for is measured."""
    knowledge = write_knowledge(tmp_path, *generated(10, 40, seed=1))
    found = output(discord_latency.main, "--knowledge", knowledge, "--people", "4", "--seconds", "1.5")
    assert found["first response"]["count"] > 0
    assert found["autocomplete"]["p99 ms"] > 0
    assert found["event loop"]["longest turn, ms"] > 0


def test_few_phrasings(clinc: Path, banking: Path, output: Callable[..., Any]) -> None:
    """Samples are drawn from both kinds of data, and the weights can be fitted."""
    found = output(few_phrasings.main, clinc, banking, "--samples", "6", "--fit")
    assert found["1 phrasings an entry"]["inside: right entry first"] is not None
    assert "bias" in found["fitted to these samples"]


def test_the_study_is_a_table(clinc: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A row for each number of phrasings, and one with typos, each with both engines."""
    assert encoder_study.main([str(clinc), "--phrasings", "1", "all", "--typos-at", "1"]) == 0
    head, _, *rows = capsys.readouterr().out.splitlines()
    assert [row.split(" | ")[1] for row in rows] == ["1", "all", "1, typos"]
    assert {row.count("|") for row in rows} == {head.count("|")}


def test_the_study_of_a_story(tmp_path: Path, output: Callable[..., Any]) -> None:
    """Both engines are asked, and an answer is judged by the sentences it shows."""
    sentences = "S1\tGreater than 90% of the strikes that we\u2019ve seen them take"
    (tmp_path / "sentences.tsv").write_text(sentences + "\n", encoding="utf-8")
    lines = [
        {"question": "so r the russains acutally bombing isis or nah", "kind": "answerable", "gold": [["S1"]]},
        {"question": "what did the strikes cost", "kind": "near", "gold": []},
        {"question": "how do I boil an egg", "kind": "far", "gold": []},
    ]
    (tmp_path / "asked.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    found = output(story_study.main, tmp_path / "asked.jsonl", tmp_path / "sentences.tsv")
    for engine in ("words", "words and meanings"):
        figures = [found[engine][name] for name in ("right", "near answered", "far answered")]
        assert figures == [1.0, 0.0, 0.0]


@pytest.mark.parametrize("name", ["swimming-hall", "seat-recall"])
@pytest.mark.parametrize("phrasings", [[], ["--phrasings", "2"]])
def test_a_new_story_is_asked(output: Callable[..., Any], name: str, phrasings: list[str]) -> None:
    """Five phrasings an entry, or two, and questions of somebody who saw none of them: nothing far is answered."""
    bed = DATA / name
    files = bed / "questions.jsonl", bed / "sentences.tsv", "--knowledge", bed / "story"
    found = output(story_study.main, *files, *phrasings)
    for engine in ("words", "words and meanings"):
        assert found[engine]["far answered"] == 0
        assert found[engine]["right"] > found[engine]["near answered"]
        assert found[engine]["right or offered"] > 0.5


def test_a_sentence_that_is_not_in_the_article(tmp_path: Path) -> None:
    """It is named."""
    (tmp_path / "sentences.tsv").write_text("S2\tNobody said so.\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="sentence S2 is not in the article"):
        story_study.main([str(tmp_path / "asked.jsonl"), str(tmp_path / "sentences.tsv")])


def test_reload_load(tmp_path: Path, output: Callable[..., Any]) -> None:
    """A few reloads, two faulty, while two people ask: every answer is of one version, none lost, none wrong."""
    knowledge = write_knowledge(tmp_path, *generated(10, 40, seed=1))
    found = output(reload_load.main, "--knowledge", knowledge, "--reloads", "6", "--people", "2", "--pause", "0.02")
    assert (found["reloads"]["applied"], found["reloads"]["faulty"]) == (4, 2)
    assert found["answers"]["first wrong"] is None
    assert (found["answers"]["lost"], found["answers"]["wrong"]) == (0, 0)
    assert found["answers"]["answered"] > 0
    assert found["event loop"]["ticks"] > 0


def test_faults(output: Callable[..., Any]) -> None:
    """Two scripts are played, and nothing is lost or doubled."""
    found = output(faults.main, "--only", "op 9, session")
    assert [each["name"] for each in found["faults"]] == ["op 9, session resumable", "op 9, session gone"]
    assert (found["all"]["lost"], found["all"]["doubled"]) == (0, 0)
    assert found["all"]["answered"] == found["all"]["delivered"] > 0


def test_load(tmp_path: Path, output: Callable[..., Any]) -> None:
    """A few people ask both bots the same for a moment, and nothing is lost."""
    knowledge = write_knowledge(tmp_path, *generated(10, 40, seed=1))
    few = ("--people", "6", "--servers", "3", "--seconds", "2", "--every", "1")
    found = output(load.main, "--knowledge", knowledge, *few)
    ours, constant = found["Verbatim"], found["a bot that replies with a constant"]
    assert ours["asked"] == constant["asked"] > 0
    assert (ours["lost"], constant["lost"]) == (0, 0)
    assert ours["own share ms, p99"] > 0
    assert found["together"]["flat out, of the constant bot's"] > 0


def test_soak(output: Callable[..., Any]) -> None:
    """A little of everything: nothing is lost, and no task is left."""
    few = ("--questions", "60", "--reloads", "3", "--presses", "6", "--people", "4")
    found = output(soak.main, "--entries", "10", "--phrasings", "40", *few)
    assert (found["done"]["questions"], found["done"]["reloads"]) == (60, 3)
    assert found["done"]["presses"] >= 6
    assert (found["done"]["first lost"], found["done"]["first wrong"]) == (None, None)
    assert found["left behind"]["tasks"] == 0
    assert found["memory"]["at the end MiB"] > 0


def test_hostile(output: Callable[..., Any]) -> None:
    """A few folders and texts: none is neither refused nor loaded, and none fails."""
    found = output(hostile.main, "--folders", "40", "--texts", "10", "--seed", "3")
    assert (found["folders"]["neither"], found["folders"]["read elsewhere or run"]) == (0, 0)
    assert found["texts"]["first that failed"] is None


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Reports that never tell what it cost, one story with its questions, and nothing else."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(8):
        lines = [f"# Report {number}", "1 The bridge is shut, Ann Hill said.", "2 It opens on Monday."]
        lines += ["+1 who said so", "+2 when does it open", "- how much did it cost", "-2 what does it cost", ""]
        (folder / f"r{number}.txt").write_text("\n".join(lines), encoding="utf-8")
    shutil.copytree(DATA / "swimming-hall", tmp_path / "swimming-hall")
    return tmp_path


def test_seldom(reports: Path, output: Callable[..., Any]) -> None:
    """What each source's reports tell is told apart by what the others teach."""
    (found,) = output(seldom.main, "--data", reports).values()
    assert {found[f"r{number}"] for number in range(8)} == {100.0}


def test_new_stories(reports: Path, output: Callable[..., Any]) -> None:
    """The figures of each story and of all, and the weights for little knowledge."""
    found = output(new_stories.main, "--data", reports, "--phrasings", 1, "--lexical", "--each", "--fit")
    one, every, weights = found.values()
    assert one == every
    assert 0 < one["right"] < 1
    assert weights["lead"] > 0


@pytest.mark.parametrize("file", sorted(DATA.glob("*/questions.jsonl")), ids=lambda file: file.parent.name)
def test_each_story_to_measure_with_is_whole(file: Path) -> None:
    """Its knowledge loads, its sentences stand in its article, and its questions name these alone."""
    library = load_library(file.parent / "story")
    asked = list(story_study.read_questions(file, story_study.sentences_of(file.with_name("sentences.tsv"), library)))
    assert all(bool(each.gold) == (each.kind == "answerable") for each in asked)
    assert {each.kind for each in asked} == {"answerable", "near", "far"}


def test_each_report_has_what_it_tells_and_what_it_does_not() -> None:
    """Hundreds of questions of each, about every collection of reports."""
    by_source = Counter((each.source, each.told) for each in seldom.read(DATA))
    assert len(by_source) == 2 * (len(list(DATA.glob("reports/*.txt"))) + len(list(DATA.glob("*/questions.jsonl"))))
    assert min(by_source.values()) >= 40


@pytest.mark.parametrize(("part", "least"), [("reports", 16_000), ("disputed", 20_000)])
def test_what_a_report_tells_is_told_by_sentences_of_it(part: str, least: int) -> None:
    """Their numbers run from 1; a question that a report does not answer has none."""
    reports = list(read_reports(DATA, part))
    asked = [each for report in reports for each in report.questions]
    assert len(asked) > least
    assert min(len(report.questions) for report in reports) >= 12
    assert all(bool(each.answered_by) == each.told for each in asked)
    assert all(at < len(report.sentences) for report in reports for each in report.questions for at in each.answered_by)


def test_generated_knowledge_repeats() -> None:
    """The same seed is the same knowledge, spread evenly."""
    found, near = generated(10, 43, seed=3)
    assert (found, near) == generated(10, 43, seed=3)
    assert (sum(map(len, found.values())), len(near)) == (43, 2)


def test_a_slip_changes_a_word_by_one_letter() -> None:
    """Words keep their number, and their length to within one."""
    draw = seeded(5)
    for question in (text for texts in INTENTS.values() for text in texts):
        slips = zip(question.split(), misspell(question, draw).split(), strict=True)
        assert all(abs(len(typed) - len(meant)) <= 1 for meant, typed in slips)


async def test_a_question_is_kept_until_it_is_answered() -> None:
    """Its channel forgets what others wrote meanwhile: an answer must still find what it replies to."""
    local = BusyDiscord()
    (person,) = settle_people(local, 1, 1)

    def said(text: str, reply_to: Message | None = None) -> Message:
        return person.actor._compose(person.channel, text, mention_bot=False, reply_to=reply_to)

    question = said("when does it open?")
    answer = local.answer_to(question.id)
    for message in (question, *(said("something else") for _ in range(50))):
        local.post(message)
    local.forget()
    reference = {"message_reference": {"message_id": question.id, "fail_if_not_exists": False}}
    found = replied_to(local.world, person.channel, reference)
    assert found is question
    reply = said("on Sunday", reply_to=found)
    reply.author = local.bot
    local.post(reply)
    assert answer.done()
    for _ in range(50):
        local.post(said("something else"))
    local.forget()
    assert question.id not in person.channel.messages
