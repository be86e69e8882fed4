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
