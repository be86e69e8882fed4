poll-form-consent = Consent: agree, can live with it, concern, or block
poll-wrong-options-ready = For consent the answers are ready-made; please leave this empty, or pick another way to answer.
poll-card-consent = From { $seat }. Please say by { $when } whether you agree. A concern or a block comes with its reason. You can change your answer until then.
poll-ready-agree = Agree
poll-ready-live-with = Can live with it
poll-ready-concern = Concern
poll-ready-block = Block
poll-consent-adopted = Adopted by consent: nobody has a concern, and nobody blocks it.
poll-consent-concerns =
    { $count ->
        [one] Not adopted yet: one person has a concern to be worked through. Nobody blocks it.
       *[other] Not adopted yet: { $count } people have concerns to be worked through. Nobody blocks it.
    }
poll-consent-blocked =
    { $count ->
        [one] Blocked by one person.
       *[other] Blocked by { $count } people.
    }
poll-consent-nobody = Nobody answered, so nothing is adopted.
poll-reasons = The reasons, in no order and without names:
poll-reason = { $option }: { $text }
poll-read-all = Read them all
poll-words-title = Your reason
poll-words-submit = Send it
poll-words-reason = What is your reason?
poll-words-hint = Your answer counts once you send this. Shown at closing, without your name.
poll-words-hint-anonymous = Shown at closing if { $least } or more answer, without names. How you write may give you away.
poll-words-empty = Please write your reason; your answer counts once it is there.
poll-words-long = Your reason has { $count } characters; { $most } fit.
poll-words-more =
    { $count ->
        [one] One more doesn't fit here.
       *[other] { $count } more don't fit here.
    }
poll-words-page = { $first } to { $last } of { $count }
poll-words-none = Nobody wrote anything.
poll-words-next = Next ones
poll-words-back = The ones before
poll-who-sees-words = What you write is shown to everyone in these channels once it has closed, in no order and without names; how you write may give you away.
poll-who-sees-words-anonymous = What you write is sealed with your answer. If { $least } or more answered, it is shown to everyone in these channels at closing, in no order, and stays; I can't tell whose it was, but how you write may give you away. If fewer answered, it is deleted.

poll-form-open = In their own words
poll-wrong-options-open = Answers in people's own words need no list; please leave this empty, or pick another way to answer.
poll-ready-written = Answered in their own words
poll-card-open = From { $seat }. Please answer in your own words by { $when }. You can change it until then.
poll-card-open-late = Once it has closed, who asked looks through the answers; those that they approve appear here, in no order and without names.
poll-card-open-anonymous = Anonymous: no names are kept with the answers once it has closed, but how you write may give you away. If { $least } or more answered, who asked looks through them then; those that they approve appear here, in no order.
poll-open-answer = Answer
poll-open-title = Your answer
poll-open-label = Your answer
poll-open-hint = Who asked reads it after closing, without your name, and may show it to everyone here.
poll-open-empty = Please write your answer; nothing has been sent yet.
poll-open-in = Your answer is in. To change it, press “Answer” again; you can until { $when }.
poll-open-waits = Who asked is looking through the answers; those that they approve will appear here.
poll-open-none-shown = Who asked has looked through the answers and shows none here.
poll-open-answers = The answers, in no order and without names:
poll-open-look = Look through the answers
poll-open-home = Answers wait for you to look through them: { $question }
poll-open-home-published = You have published answers: { $question }
poll-open-hide = Hide number { $number }
poll-open-show = Show number { $number }
poll-open-hidden = Hidden
poll-open-publish = Publish what isn't hidden
poll-open-unpublished =
    { $count ->
        [one] Only you see this so far. One answer would be shown; hide what shouldn't be, then publish.
       *[other] Only you see this so far. { $count } answers would be shown; hide what shouldn't be, then publish.
    }
poll-open-published =
    { $count ->
        [0] Published: no answer is shown on the card.
        [one] Published: one answer is for everyone to read. What you hide disappears from the card.
       *[other] Published: { $count } answers are for everyone to read. What you hide disappears from the card.
    }
poll-who-sees-open = After closing, who asked sees what you wrote, without your name. Everyone in these channels sees what they approve, in no order; how you write may give you away.
poll-who-sees-open-first = Who asked sees what was written before everyone else does, and may leave some of it out.
