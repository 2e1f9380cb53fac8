"""A copy of everything that is stored about a conversation, for the person."""

from typing import Any

from sqlalchemy import select

from api.chat.panel import understood
from api.chat.views import message_view
from api.clock import now
from api.db import conversations, learning, messages, plans
from api.db.models.conversation import Feedback, Suggestion, SuggestionChoice
from api.product import Product


async def export(product: Product, conversation_id: str) -> dict[str, Any]:
    """Return messages, facts, sets that were shown, choices, feedback, the card and what was agreed."""
    async with product.database.read() as db:
        row = await conversations.find(db, conversation_id)
        said = await messages.after(db, conversation_id, 0)
        shown = await db.scalars(
            select(Suggestion).where(Suggestion.conversation == conversation_id).order_by(Suggestion.seq)
        )
        sets = [{"after": s.seq, "rulebook": s.rulebook_version, "content": s.content} for s in shown]
        chosen = await db.scalars(select(SuggestionChoice).where(SuggestionChoice.conversation == conversation_id))
        choices = [{"service": c.service, "choice": c.choice, "reason": c.reason} for c in chosen]
        told = await db.scalars(select(Feedback).where(Feedback.conversation == conversation_id))
        feedback = [{"rating": f.rating, "text": f.text} for f in told]
        plan = await plans.find(db, conversation_id)
        ended = await plans.closings(db, conversation_id)
        development = await learning.agreed(db, conversation_id)
    return {
        "conversation": conversation_id,
        "exported_at": now().isoformat(),
        "created": row.created.isoformat(),
        "state": row.state,
        "language": row.language,
        "handoff": {"reason": row.handoff_reason, "share": row.share, "contact": row.contact},
        "messages": [message_view(one) for one in said],
        "facts": await understood(product, conversation_id),
        "suggestions": sets,
        "choices": choices,
        "feedback": feedback,
        "suuntakortti": plans.content_of(plans.card_of(plan)) if plan else None,
        "talks": [{"ended": c.at.isoformat(), "outcome": c.outcome, "agreed": c.agreed} for c in ended],
        "may_be_used_for_development": development,
        "joined_with_other_talks": row.person is not None,
    }
