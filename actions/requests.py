"""What a person may ask for at any moment: the reason of a question, a human, the set, a new start, a service."""

from dataclasses import replace

from typing_extensions import override

from actions.ports import Dialogue
from actions.replies import Reply
from actions.turns import Answer, Moment, TurnAction, again, go_on, offering, show, stay
from domain.facts import Facts
from domain.glossary import glossary_entry
from domain.lookup import service_named
from domain.questions import services_behind

NAMED_AT_MOST = 3


class Why(TurnAction):
    """Why the pending question is asked: one sentence and the services that need it."""

    NAME = "action_why"

    @override
    def answer(self, moment: Moment) -> Answer:
        pending = moment.dialogue.pending
        asked = pending.asked or (pending.confirm[:1] if pending.confirm else ())
        echoed = moment.voice.echo(moment.taken, pending.asked)
        if not asked:
            return again(moment, [*echoed, moment.voice.say("why_open")])
        screen = moment.book.screen(pending.screen)
        why = (screen or moment.book.fact(asked[0])).help_fi or ""
        services = [moment.book.service(one).name_fi for one in services_behind(moment.book, asked)[:NAMED_AT_MOST]]
        if not services:
            return again(moment, [*echoed, moment.voice.say("why", why=why)])
        return again(moment, [*echoed, moment.voice.say("why_services", why=why, services=", ".join(services))])


class Human(TurnAction):
    """A human is one choice away; the question that was pending can wait."""

    NAME = "action_human"

    @override
    def answer(self, moment: Moment) -> Answer:
        return offer_human(moment)


def offer_human(moment: Moment) -> Answer:
    """Offer a human after telling back what was taken beside the plea."""
    echoed = moment.voice.echo(moment.taken, moment.dialogue.pending.asked)
    return offering(stay(moment, [*echoed, moment.voice.human()]), "human")


class ShowResult(TurnAction):
    """The set as far as it is known now."""

    NAME = "action_show_result"

    @override
    def answer(self, moment: Moment) -> Answer:
        guidance = moment.guidance()
        sentence = "result" if guidance.turn is None else "result_early"
        return show(moment, guidance, [], replace(moment.dialogue, misses=0), sentence)


class OfferRestart(TurnAction):
    """A new start takes the answers away, so it is confirmed first."""

    NAME = "action_offer_restart"

    @override
    def answer(self, moment: Moment) -> Answer:
        offered = moment.voice.say("restart_offer")
        return offering(stay(moment, [replace(offered, payload=moment.voice.offer("restart", "start"))]), "restart")


class Restart(TurnAction):
    """Forget the answers and begin again; the messages stay."""

    NAME = "action_restart"

    @override
    def answer(self, moment: Moment) -> Answer:
        return restart(moment)


def restart(moment: Moment) -> Answer:
    """Forget every answer and ask the first question."""
    forgotten = tuple(moment.case.facts.answers)
    emptied = Facts()
    taken = replace(moment.taken, learned=(), facts=emptied, to_confirm=None)
    blank = replace(moment, taken=taken, case=replace(moment.case, facts=emptied, dialogue=Dialogue()))
    return replace(go_on(blank, [moment.voice.say("restarted")]), forgotten=forgotten)


class DeleteData(TurnAction):
    """One told thing can be forgotten on the spot; where the whole is deleted is told."""

    NAME = "action_delete_data"

    @override
    def answer(self, moment: Moment) -> Answer:
        return offer_to_forget(moment)


def offer_to_forget(moment: Moment) -> Answer:
    """Offer to forget what was told last."""
    known = moment.taken.facts.known()
    last = [fact for fact in moment.dialogue.told if fact in known]
    last = last or [fact for fact in moment.dialogue.recent if fact in known][:1]
    return offering(stay(moment, [moment.voice.forgetting({fact: known[fact] for fact in last})]), "erase")


class AskService(TurnAction):
    """What a service is, who decides and how it begins, or what a word means, in the catalogue's words."""

    NAME = "action_ask_service"

    @override
    def answer(self, moment: Moment) -> Answer:
        echoed = moment.voice.echo(moment.taken, moment.dialogue.pending.asked)
        service = service_named(moment.book, moment.heard.text)
        if service is None:
            term = glossary_entry(moment.heard.text)
            said = Reply(term.text_fi) if term else moment.voice.say("ask_service_unknown")
            return again(moment, [*echoed, said])
        return again(moment, [*echoed, moment.voice.service(service)])
