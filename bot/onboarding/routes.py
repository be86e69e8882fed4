"""Becoming somebody whom the bot knows: one's accounts on each platform."""

from __future__ import annotations

from bot.feature import Feature
from bot.onboarding import confirming, linking, unlinking
from bot.people import links
from bot.request import Anyone, Route

OWN = (Anyone("it is about their own accounts"),)


def feature(others: Feature) -> Feature:
    """`others` are told when two members turn out to be one person, and when they part again."""
    link = Route(linking.start, OWN)
    return Feature(
        commands={"link": link},
        presses={
            "link": link,
            "link.enter": Route(linking.ask_for_code, OWN),
            "link.yes": Route(linking.join(others.merges), OWN),
            "link.no": Route(linking.leave, OWN),
            "link.undo": Route(unlinking.ask_to_unlink, OWN, unlinking.find_own),
            "link.undo-now": Route(unlinking.unlink(others), OWN, unlinking.find_own),
            "link.confirm": Route(confirming.confirm(others.merges), OWN, confirming.find),
            "link.deny": Route(confirming.deny, OWN, confirming.find),
            "link.part": Route(confirming.part(others), OWN, confirming.find),
        },
        due={links.PARTED: unlinking.parted(others)},
        forms={linking.FORM: Route(linking.look_over, OWN)},
        starts=(linking.offer,),
    )
