question-start = Ask a question
question-no-topics = There's no other committee here that questions can go to yet. The person who looks after me in your district can add one.
question-no-contacts = Your district hasn't named anyone yet for what isn't for this channel. The person who looks after me can add that.

question-choose = Ask a committee
question-not-here = Please don't write about these here. Talk to the person named:
question-contact = { $topic }: { $name } ({ $seat })
question-contact-nobody = { $topic }: your school office
question-danger = If someone is in danger, call 911 now, then your school office.
question-choose-one = What is your question about?
question-choose-more = { $count ->
    [one] There's one more topic than fits here. Pick the closest: those who get it can pass it on.
   *[other] There are { $count } more topics than fit here. Pick the closest: those who get it can pass it on.
}

question-form-title = Your question
question-form-submit = Look it over
question-form-question = What would you like to know?
question-form-hint = Please leave out students' names. Nothing is sent yet.
question-form-anew = Others would read it who may not read the original, so please say it in your own words, without students' names. Nothing is sent yet.
question-form-soon = When do you need an answer?
question-form-calm = Within { $days } school days
question-form-urgent = Urgent: within { $days } school days

question-wrong-empty = Please write your question.
question-wrong-long = The question has { $count } characters; { $most } fit. Please shorten it.
question-wrong-topic = That topic isn't offered any more. Please choose another: type /ask.
question-wrong-answer = Please write an answer of up to { $most } characters.

question-preview-title = Nothing is sent yet
question-reads-rep = First { $seat } reads it: { $name }. They answer, pass it to the committee, or give it back to you.
question-reads-beside = If they can't, they may hand it to someone else with a role for { $group } at { $building }.
question-reads-no-rep = It goes straight to the committee.
question-reads-committee = The committee is { $committee }, in { $place }.
question-preview-named = It goes under your name, { $name }. If other people know more, I ask you before they get it.
question-send = Send it
question-cancelled = Nothing was sent, and the draft is gone.
question-sent = Sent. It is with { $who } now, who should answer by { $when }. I'll bring you the answer in a direct message.
question-sent-already = That question was sent. Type /somewhere to see where it is.

question-offer = Would you like to ask a committee this?
question-offer-yes = Ask a committee this

question-rep-title = A question for you to look at first
question-committee-title = A question for { $committee }
question-asked = From { $asker }. Topic: { $topic }.
question-missing = They had an answer, and still need to know:
question-due = Please answer by { $when }.
question-due-urgent = Urgent: please answer by { $when }.
question-rep-alone = No committee answers { $topic } any more: it is yours to answer.
question-rep-what-now = You can answer it yourself or pass it on. If it's about a contract, a grievance, an employee or someone's safety, give it back.
question-rep-passed = You passed it on. It is with { $committee } now.
question-committee-foot = Only what you write with “Answer”, or in this thread after “Answer:”, goes to the asker.
question-claimed = { $name } is on it.
question-answered-by = { $name } answered:
question-is-answered = Answered. The asker hasn't said yet whether that does it.
question-is-closed = The asker says that this answers it.
question-card-nobody-left = Nobody could answer this any more. It went back to the asker.
question-card-given-back = This wasn't for this channel. It went back to the asker.

question-reminder = A question waits with { $who }; it was to be answered by { $when }. You can answer it, pass it on, or ask someone to take it.
question-reminders = Reminders of questions that wait
question-see = See the question
question-stuck = I couldn't post or update it in { $place }. Once I'm let in there again, I can try once more.
question-again = Post it again
question-again-tried = I'm trying again. If it doesn't work, the question says so when you open it from /somewhere.

question-want = Ask for detail
question-want-label = What do you need to know?
question-want-hint = It goes to the asker, in a direct message.
question-want-sent = Sent. What they reply is shown on the question.
question-wanted = They were asked:
question-replied = They replied:
question-wrong-detail = Nothing was written, so nothing was sent.
question-detail-title = Before they answer your question, they would like to know something more: { $who }.
question-detail-replied = You replied:
question-reply = Reply
question-reply-again = Reply differently
question-reply-label = What would you like to reply?
question-reply-hint = Please leave out students' names.
question-said = Read by { $who }; by nobody to whom the question goes after them.
question-said-first = Read by { $who } and, if the question is passed to them, by { $committee }.
question-detail-over = Your question is with { $who } now. What you and those who had it before wrote to each other didn't go along.
question-reply-sent = Sent to { $who }.
question-home-wanted = Waits for a detail from the asker.

question-take = I'll take it
question-take-over = Take it over
question-answer = Answer
question-pass-to = Pass to { $committee }
question-pass = Not ours: pass on
question-give-back = Not for this channel

question-answer-form = Your answer
question-answer-submit = Send it
question-answer-label = What is the answer?
question-answer-hint = It goes to the asker, with your name.
question-answer-sent = Sent. The asker gets it in a direct message, with your name. You can take it back for two minutes.
question-answered-already = Somebody has answered it meanwhile, so nothing more was sent.
question-not-now = That question isn't open to this any more, so nothing was changed.
question-pass-form = Pass it on
question-pass-submit = Pass it on
question-pass-label = Who knows more about it?
question-passed = Passed on. It is with { $committee } now.
question-give-back-form = Not for this channel
question-give-back-submit = Give it back
question-give-back-label = What is it about?
question-given-back-done = Done. The words go back to their writer, with the name of somebody who can help. My copy is deleted once they have arrived.

question-answer-title = An answer to your question
question-answer-from = { $name } answered ({ $who }):
question-answer-asks = Does that answer it?
question-enough = That answers it
question-not-yet = Not yet
question-closed = Thank you. The question is closed.
question-is-closed-to-asker = You said that this answers it.
question-is-open-again = The question was opened again after this answer.
question-missing-title = Not yet
question-missing-submit = Send it
question-missing-label = What is still missing?
question-rests = It is with { $who }, who should answer by { $when }.

question-given-back-title = Not for this channel
question-given-back = Your question was read as one about this, so it goes no further: { $topic }. Read by { $reader }.
question-given-back-words = These are your words. I delete my copy once you have them:
question-given-back-else = If it's something else, copy your words and type /ask.
question-nobody-left-title = Nobody can answer this any more
question-nobody-left = { $committee } had your question and doesn't work any more. Nobody else answers its questions.
question-nobody-left-else = To ask it elsewhere, copy your words and press the button.
question-nobody-left-again = { $committee } doesn't work any more, so your question can't go back there. You can ask it elsewhere: type /ask.
question-have-it = I have my words
question-forgotten = My copy is deleted.

question-home-rep =
    { $count ->
        [one] One question waits for you to look at first.
       *[other] { $count } questions wait for you to look at first.
    }
question-home-committee =
    { $count ->
        [one] One question waits for a committee of yours.
       *[other] { $count } questions wait for committees of yours.
    }
question-home-mine =
    { $count ->
        [one] You asked one question that is still open.
       *[other] You asked { $count } questions that are still open.
    }
question-home-to-pass = Questions to look at first
question-home-to-answer = Questions for your committees
question-home-asked = Your questions
question-home-line = • “{ $begin }” { $state }
question-home-waits = With { $who }, due { $when }.
question-home-for =
    { $days ->
        [0] Asked less than a school day ago.
        [one] Asked one school day ago.
       *[other] Asked { $days } school days ago.
    }
question-home-answered = There is an answer: does it do?
question-home-nobody-left = Nobody can answer it any more: your words are in here.
question-home-given-back = Not for this channel: your words are in here.
question-open = See “{ $begin }”

command-ask-does = Ask a committee something
command-ask-hint = what you would like to know
