"""The answer as plain data: the `match` line of the contract, and the suggestion that the page draws."""

from collections.abc import Iterable
from typing import Any

from domain.guidance import Guidance
from domain.matching import Finding
from domain.plans import LeftOut, Step
from domain.reasons import speaking
from domain.rules import RuleBook, Verdict


def contract_match(identifier: object, guidance: Guidance) -> dict[str, Any]:
    """Return one line of the command `match`."""
    plan = guidance.plan
    return {
        "id": identifier,
        "needs": [need.id for need in guidance.needs],
        "suggested": [
            {
                "service": step.service,
                "phase": step.phase,
                "needs": list(step.needs),
                "reasons": _reasons(step.finding),
                "first_step": step.first_step,
            }
            for step in plan.suggested
        ],
        "undecided": [{"service": found.service.id, "missing": list(found.missing)} for found in plan.undecided],
        "not_suggested": [{"service": left.service, "reasons": _said(left.reasons)} for left in plan.not_suggested],
        "next_question": list(guidance.turn.facts) if guidance.turn else None,
        "escalate": guidance.escalate,
        "rulebook": guidance.version,
        "in_use": list(plan.in_use),
        "gaps": [need.id for need in plan.gaps],
        "complete": guidance.complete,
    }


def suggestion_view(rulebook: RuleBook, guidance: Guidance) -> dict[str, Any]:
    """Return the suggestion with names and texts, as JSON."""
    plan = guidance.plan
    return {
        "version": guidance.version,
        "needs": [
            {"id": need.id, "label": need.label_fi, "description": need.description_fi, "urgency": need.urgency}
            for need in guidance.needs
        ],
        "suggested": [_step(guidance, step) for step in plan.suggested],
        "in_use": _named(rulebook, plan.in_use),
        "undecided": _undecided(rulebook, guidance),
        "not_suggested": [_left_out(left) for left in plan.not_suggested],
        "gaps": [{"id": need.id, "label": need.label_fi} for need in plan.gaps],
        "next_question": list(guidance.turn.facts) if guidance.turn else None,
        "complete": guidance.complete,
        "escalate": guidance.escalate,
    }


def _step(guidance: Guidance, step: Step) -> dict[str, Any]:
    rulebook, service = guidance.assessment.rulebook, step.finding.service
    labels = {need.id: need.label_fi for need in rulebook.needs}
    return {
        "service": service.id,
        "name": service.name_fi,
        "summary": service.summary_fi,
        "phase": step.phase,
        "needs": list(step.needs),
        "needs_labels": [labels[need] for need in step.needs],
        "reasons": _said(speaking(guidance.assessment.marks, step.finding, step.needs)),
        "decided_by": service.decided_by,
        "organiser": service.organiser,
        "first_step": step.first_step,
        "access": service.access_fi,
        "alongside": list(step.alongside),
        "after": list(step.after),
        "before": list(step.before),
        "url": service.official_url,
        "status": "fits" if step.finding.verdict == Verdict.YES else "check",
        "missing": _missing(rulebook, step.finding),
        "open_questions": list(service.open_questions_fi),
        "alternatives": _named(rulebook, step.alternatives),
        "leads_to": _named(rulebook, step.leads_to),
    }


def _undecided(rulebook: RuleBook, guidance: Guidance) -> list[dict[str, Any]]:
    """Return what waits for an answer, what touches the person's needs first."""
    active = {need.id for need in guidance.needs}
    found = [
        {
            "service": finding.service.id,
            "name": finding.service.name_fi,
            "missing": _missing(rulebook, finding),
            "needs": [response.need for response in finding.service.responds_to if response.need in active],
        }
        for finding in guidance.plan.undecided
    ]
    return sorted(found, key=lambda one: -len(one["needs"]))


def _left_out(left: LeftOut) -> dict[str, Any]:
    name = left.finding.service.name_fi
    return {"service": left.service, "name": name, "reasons": _said(left.reasons), "change": list(left.change)}


def _reasons(finding: Finding) -> list[dict[str, str]]:
    """Return the reasons; two lines with the same words are said once."""
    return _said(dict.fromkeys((reason.text, reason.verdict) for reason in finding.reasons))


def _said(reasons: Iterable[tuple[str, Verdict]]) -> list[dict[str, str]]:
    return [{"text": text, "verdict": verdict.name.lower()} for text, verdict in reasons]


def _named(rulebook: RuleBook, ids: Iterable[str]) -> list[dict[str, str]]:
    return [{"service": i, "name": rulebook.service(i).name_fi} for i in ids]


def _missing(rulebook: RuleBook, finding: Finding) -> list[dict[str, str]]:
    return [{"fact": i, "label": rulebook.fact(i).label_fi} for i in finding.missing]
