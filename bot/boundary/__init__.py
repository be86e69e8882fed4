"""All that crosses between the bot and a platform; adapters see nothing else of the bot.

An adapter turns what happened into an event and awaits `Handle`; what comes back is shown to that one person. Whatever
others are to see goes the other way, through `Platform`. Every string in here is plain text: adapters escape all of it,
so nothing that a member wrote can format, mention or break out.
"""

from __future__ import annotations

from bot.boundary.addresses import Account, Address
from bot.boundary.answers import (
    Answer,
    Choice,
    ChoiceField,
    Field,
    File,
    Form,
    Handle,
    Mend,
    Private,
    Suggestions,
    TextField,
)
from bot.boundary.events import (
    Act,
    Command,
    Deleted,
    Edited,
    Event,
    Gathered,
    Joined,
    Left,
    Missed,
    Opened,
    Press,
    Said,
    Shortcut,
    Submit,
    Typing,
)
from bot.boundary.messages import Bar, Button, Buttons, Heading, Loan, Message, Note, Part, Quote, Search, Text
from bot.boundary.platform import FateUnknown, Keyring, NoEvidence, NotNow, Offer, Pace, Platform, Refused, Secret
from bot.boundary.prose import Attachment, Block, Prose, Span

__all__ = [
    "Account",
    "Act",
    "Address",
    "Answer",
    "Attachment",
    "Bar",
    "Block",
    "Button",
    "Buttons",
    "Choice",
    "ChoiceField",
    "Command",
    "Deleted",
    "Edited",
    "Event",
    "FateUnknown",
    "Field",
    "File",
    "Form",
    "Gathered",
    "Handle",
    "Heading",
    "Joined",
    "Keyring",
    "Left",
    "Loan",
    "Mend",
    "Message",
    "Missed",
    "NoEvidence",
    "NotNow",
    "Note",
    "Offer",
    "Opened",
    "Pace",
    "Part",
    "Platform",
    "Press",
    "Private",
    "Prose",
    "Quote",
    "Refused",
    "Said",
    "Search",
    "Secret",
    "Shortcut",
    "Span",
    "Submit",
    "Suggestions",
    "Text",
    "TextField",
    "Typing",
]
