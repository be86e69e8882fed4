"""Questions and their rules."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Enum, ForeignKey, Select, false, func, select
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, Session, mapped_column, object_session, relationship

from bot import return_paths
from bot.people import model as people
from bot.people import school_days
from bot.people.audiences import Audience, AudienceText
from bot.people.topics import Topic
from bot.return_paths import Thing
from bot.storage.database import locked
from bot.storage.tables import Table

KIND = "question"  # of the things to which ways back belong, and that are brought along
WRITE = "question.write"  # the form in which one is asked, and its drafts
# Names of cards: of those who have it, and of the asker.
REP, COMMITTEE, PASSED = "question.rep", "question.committee", "question.passed"
ANSWER, GIVEN_BACK = "question.answer", "question.given-back"
DETAIL, DELAY, WIDEN = "question.detail", "question.delay", "question.widen"
CARDS = (REP, COMMITTEE, PASSED, ANSWER, GIVEN_BACK, DETAIL, DELAY, WIDEN)
TEXT_MOST = 1200  # characters of a question, and of an answer: a card has room for both
MISSING_MOST = 500  # of what an answer left open
DAYS, DAYS_URGENT = 5, 2  # school days
SILENT = 10  # school days without a word, after which an answer counts as one
UNDO = timedelta(minutes=2)  # in which an answer can be taken back with a press
KEPT = timedelta(days=14)  # after closing, while it can be opened again
FORGET = timedelta(minutes=10)  # until it is looked whether the words of a question that was given back have arrived


class Status(StrEnum):
    WITH_REP = "with rep"  # the seat that speaks for the asker's group in their building looks at it first
    WITH_COMMITTEE = "with committee"
    ANSWERED = "answered"  # the asker has not said yet whether that answers it
    CLOSED = "closed"
    MERGED = "merged"  # with another that asks the same: it is answered with that
    GIVEN_BACK = "given back"  # not for this channel; its text is deleted once the asker has it


OPEN = (Status.WITH_REP, Status.WITH_COMMITTEE)


class Question(Table):
    __tablename__ = "questions"
    __table_args__ = ({"sqlite_autoincrement": True},)  # an old button never finds a newer question
    id: Mapped[int] = mapped_column(primary_key=True)
    topic_id: Mapped[int] = mapped_column(ForeignKey("topics.id"))
    text: Mapped[str]
    urgent: Mapped[bool]
    asker_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"), index=True)  # None: it carries no name
    account: Mapped[str | None]  # from which they asked, a `boundary.Account` as text: the answer goes there
    group_id: Mapped[int | None] = mapped_column(ForeignKey("groups.id"))  # its asker's, when they asked
    building_id: Mapped[int | None] = mapped_column(ForeignKey("buildings.id"))  # of one without a name; None: left out
    audience: Mapped[Audience] = mapped_column(AudienceText, server_default=sql("''"))  # whom its asker was shown
    status: Mapped[Status] = mapped_column(
        Enum(Status, native_enum=False, length=20, values_callable=lambda every: [one.value for one in every])
    )
    rep_id: Mapped[int | None] = mapped_column(ForeignKey("seats.id"), index=True)  # None: it went straight on
    committee_id: Mapped[int | None] = mapped_column(ForeignKey("committees.id"), index=True)  # None: not there yet
    reader_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # who acted for that seat then
    claimer_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))
    asked_at: Mapped[datetime]  # of one without a name only the day, as of `closed_at`
    due_at: Mapped[datetime]
    reminded: Mapped[int] = mapped_column(default=0, server_default="0")  # how often, since it came to rest
    closed_at: Mapped[datetime | None]
    by_itself: Mapped[bool] = mapped_column(default=False, server_default=false())  # closed, for its asker said nothing
    unreached: Mapped[bool] = mapped_column(default=False, server_default=false())  # its asker, with what was last said
    answered_at: Mapped[datetime | None]  # for the last time
    told: Mapped[int] = mapped_column(default=0, server_default="0")  # the last follower who was, until all are
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("questions.id"), index=True)
    findable: Mapped[bool] = mapped_column(default=False, server_default=false())  # others may find its words
    quote: Mapped[str] = mapped_column(default="", server_default=sql("''"))  # somebody else's, in it; not for all
    changed: Mapped[int | None]  # how many answers it had when its asker changed its words; None: they did not
    taken_back: Mapped[bool] = mapped_column(default=False, server_default=false())  # closed by its asker, unanswered
    missing: Mapped[str] = mapped_column(default="")  # what the asker says that the last answer left open
    wanted: Mapped[str | None]  # what those who have it ask back
    reply: Mapped[str | None]  # what the asker says to that
    delayed: Mapped[str | None]  # why it takes those who have it longer than they had
    left_behind: Mapped[int] = mapped_column(default=0, server_default="0")  # how often what was said was
    note: Mapped[str | None]  # to those who have it now, from those who had it before
    contact_id: Mapped[int | None] = mapped_column(ForeignKey("topics.id"))  # of one given back, what it is about
    topic: Mapped[Topic] = relationship(lazy="joined", innerjoin=True, foreign_keys=[topic_id])
    asker: Mapped[people.Member | None] = relationship(lazy="joined", foreign_keys=[asker_id])
    group: Mapped[people.Group | None] = relationship()
    building: Mapped[people.Building | None] = relationship()
    rep: Mapped[people.Seat | None] = relationship(lazy="joined", foreign_keys=[rep_id])
    committee: Mapped[people.Committee | None] = relationship(lazy="joined", foreign_keys=[committee_id])
    reader: Mapped[people.Member | None] = relationship(foreign_keys=[reader_id])
    claimer: Mapped[people.Member | None] = relationship(foreign_keys=[claimer_id])
    contact: Mapped[Topic | None] = relationship(foreign_keys=[contact_id])
    merged_into: Mapped[Question | None] = relationship(remote_side=[id], foreign_keys=[merged_into_id])
    answers: Mapped[list[Answer]] = relationship(
        order_by=lambda: Answer.id, lazy="selectin", cascade="all, delete-orphan", back_populates="question"
    )

    proposal: Mapped[Proposal | None] = relationship(
        lazy="selectin", cascade="all, delete-orphan", back_populates="question"
    )

    delays: Mapped[list[Delay]] = relationship(
        order_by=lambda: Delay.id, lazy="selectin", cascade="all, delete-orphan", back_populates="question"
    )

    @property
    def proposed(self) -> Proposal | None:
        """An answer that a second member of the committee must still approve."""
        stands = self.waits and self.proposal is not None and self.proposal.committee_id == self.committee_id
        return self.proposal if stands else None

    @property
    def waits(self) -> bool:
        """For an answer."""
        return self.status in OPEN

    def wait_again(self) -> None:
        """Where it rested before."""
        self.status = Status.WITH_COMMITTEE if self.committee else Status.WITH_REP

    def leave_behind(self) -> None:
        """What its asker and those who have it said to each other is not for those who have it next: but for the
        committee to which the first reader passes it, as its asker was told."""
        self.missing, self.wanted, self.reply, self.delayed = "", None, None, None
        self.left_behind += 1

    @property
    def said(self) -> bool:
        """Whether there is any of that."""
        return bool(self.missing or self.wanted or self.reply or self.delayed)

    @property
    def has_nobody_left(self) -> bool:
        """It was given back because the committee that had it is closed."""
        return self.status is Status.GIVEN_BACK and self.contact_id is None

    @property
    def district(self) -> people.District:
        return self.topic.district

    @property
    def thing(self) -> Thing:
        """To what the way back to an unnamed asker belongs."""
        return Thing(KIND, self.id)

    @property
    def anonymous(self) -> bool:
        return self.asker_id is None

    @property
    def can_be_found(self) -> bool:
        """By others of the district: the asker agreed, it waits for an answer that they will be told, and somebody has
        looked at these words first, for they may hold what is not for others to read."""
        looked_at = (self.rep_id is not None or self.claimer_id is not None) and self.changed is None
        return self.findable and self.status is Status.WITH_COMMITTEE and looked_at

    def is_asked_by(self, member: people.Member) -> bool:
        if self.asker_id is not None:
            return self.asker_id == member.id
        session = object_session(self)
        return session is not None and return_paths.leads_to(session, self.thing, member.id)


class Answer(Table):
    __tablename__ = "question_answers"
    __table_args__ = ({"sqlite_autoincrement": True},)
    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"), index=True)
    text: Mapped[str]
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    source_id: Mapped[int | None] = mapped_column(ForeignKey("carried.id"), index=True)  # None: written into a form
    changed: Mapped[bool] = mapped_column(default=False, server_default=false())  # after it was sent
    withdrawn: Mapped[bool] = mapped_column(default=False, server_default=false())  # its text is gone then
    sent_at: Mapped[datetime | None]  # None: before that was noted
    approver_id: Mapped[int | None] = mapped_column(ForeignKey("members.id"))  # None: it needed no approval
    question: Mapped[Question] = relationship(back_populates="answers")
    member: Mapped[people.Member] = relationship(lazy="joined", innerjoin=True, foreign_keys=[member_id])
    approver: Mapped[people.Member | None] = relationship(foreign_keys=[approver_id])

    def copy(self) -> Answer:
        """For another question that is answered with it."""
        told = Answer(text=self.text, member=self.member, approver=self.approver)
        told.source_id, told.sent_at = self.source_id, self.sent_at
        return told

    @property
    def sender_id(self) -> int:
        """Whose press sent it."""
        return self.approver_id or self.member_id

    def can_be_undone(self, now: datetime) -> bool:
        return self.sent_at is not None and now < self.sent_at + UNDO


class Proposal(Table):
    """An answer that the asker does not see yet. One of another committee than that which has the question counts for
    nothing while it is there."""

    __tablename__ = "question_proposals"
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"), primary_key=True)
    committee_id: Mapped[int | None] = mapped_column(ForeignKey("committees.id"))
    text: Mapped[str]
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    version: Mapped[int] = mapped_column(default=1)  # another with each change (`bot.approvals`)
    source_id: Mapped[int | None] = mapped_column(ForeignKey("carried.id"))
    question: Mapped[Question] = relationship(back_populates="proposal")
    committee: Mapped[people.Committee | None] = relationship()
    member: Mapped[people.Member] = relationship(lazy="joined", innerjoin=True)

    @property
    def proposer_id(self) -> int:
        return self.member_id


class Delay(Table):
    """A new date, which the asker is told with its reason."""

    __tablename__ = "question_delays"
    id: Mapped[int] = mapped_column(primary_key=True)
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"), index=True)
    due_at: Mapped[datetime]
    reason: Mapped[str]
    question: Mapped[Question] = relationship(back_populates="delays")


def to_change(session: Session, id: int) -> Question | None:
    """The question, which nobody else changes meanwhile."""
    return locked(session, Question, id)


def first_reader(session: Session, member: people.Member) -> people.Seat | None:
    """The seat that looks at their questions first; None where nobody but themselves could be told."""
    rep = people.rep_of(session, member)
    if rep is None or rep.acting is None or rep.acting_id == member.id:
        return None
    return rep if dm_of(session, rep.acting) else None


def dm_of(session: Session, member: people.Member, near: str = "") -> str | None:
    """The account at which they are told something, in the workspace or else on the platform of `near` (an account or
    place as text) if they are there; None: they have none in the district's workspaces."""
    theirs = select(people.Account.address).where(people.Account.member_id == member.id)
    tied = select(people.Connection.address).where(people.Connection.district_id == member.district_id)
    workspaces = set(session.scalars(tied))
    accounts = [one for one in session.scalars(theirs) if one.rpartition("/")[0] in workspaces]
    steps = [f"{near.partition('/')[0]}/", f"{near.partition(':')[0]}:"] if near else []
    return min(accounts, key=lambda one: ([not one.startswith(step) for step in steps], one), default=None)


def due_at(session: Session, district: people.District, now: datetime, *, urgent: bool) -> datetime:
    return school_days.due(session, district, now, DAYS_URGENT if urgent else DAYS)


# Others that ask the same ----------------------------------------------------------------------------------------


class Follower(Table):
    """Somebody who wonders about the same: they are told with the asker, and are counted, never named."""

    __tablename__ = "question_followers"
    question_id: Mapped[int] = mapped_column(ForeignKey("questions.id"), primary_key=True)
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"), primary_key=True, index=True)


def count_followers(session: Session, question: Question) -> int:
    found = select(func.count()).select_from(Follower).where(Follower.question_id == question.id)
    return session.scalar(found) or 0


def merged_into(question: Question) -> Select[Question]:
    """Those that are answered with it."""
    theirs = (Question.merged_into_id == question.id, Question.status == Status.MERGED)
    return select(Question).where(*theirs).order_by(Question.id)


def count_merged(session: Session, question: Question) -> int:
    return session.scalar(select(func.count()).select_from(merged_into(question).subquery())) or 0


def goes_to_others(session: Session, question: Question) -> bool:
    """Whether its answer does, too: to those who follow it, or may, and to all who wait for what was merged into it."""
    return question.findable or bool(count_followers(session, question) or count_merged(session, question))


def waiting_with(question: Question) -> Select[Question]:
    """Open ones that rest with the same people, or went on from them."""
    mine = Question.rep_id == question.rep_id
    if question.committee_id is not None:
        mine = Question.committee_id == question.committee_id
    return select(Question).where(mine, Question.status.in_(OPEN), Question.id != question.id)


def others_wait(session: Session, question: Question) -> bool:
    return session.scalar(waiting_with(question).with_only_columns(Question.id).limit(1)) is not None
