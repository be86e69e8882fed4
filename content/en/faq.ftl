faq-publish = Publish to the FAQ
faq-not-now = That can't be put into the FAQ now.
faq-waits = It is proposed for the FAQ already and waits to be approved.
faq-stands = It is in the FAQ already.
faq-taken-back = The answer was taken back, so this can't go into the FAQ. Once the question has an answer that stands, press “Publish to the FAQ” again.

faq-form-title = For the FAQ
faq-form-submit = Look it over
faq-form-hint = As its readers shall see it, without names.
faq-form-anew = Please put it in other words than it was asked in, without names.
faq-form-question-en = The question, in English
faq-form-answer-en = The answer, in English
faq-form-question-es = The question, in Spanish
faq-form-answer-es = The answer, in Spanish

faq-wrong-half = Please write both the question and the answer in this language, or neither.
faq-wrong-long = A question has up to { $question } characters, an answer up to { $answer }.
faq-wrong-same-words = This was asked without a name. Please put it in other words, also in the answer.
faq-wrong-quoted = This has somebody else's words, said where not everybody could read them. Please put it in other words, also in the answer.
faq-wrong-empty = Please write the question and the answer in at least one language.

faq-preview-title = Nothing is published yet
faq-preview-next = A second person must approve it first. { $committee } sees it now; once approved, { $readers } can find it. It doesn't say who asked.
faq-names = It has names of people in the district: { $names }. Please take them out, unless they belong there.
faq-propose = Ask for approval
faq-cancelled = Nothing was proposed, and the draft is gone.
faq-proposed = { $committee } has it now.

faq-card-title = To approve for the FAQ
faq-card-from = { $name } proposes this. Once approved, { $readers } can find it.
faq-card-who = { $name } approves it.
faq-card-anyone = Anybody on the committee but the person who proposed it can approve it.
faq-card-published = In the FAQ
faq-is-for-others = The channel where this was shown is now for more people than may read it before it is approved, so its words aren't shown there any more. The committee can open it here.
faq-look = See it
faq-card-withdrawn = This isn't in the FAQ.
faq-approve = Approve
faq-change = Change it
faq-decline = Not this one
faq-withdraw = Take it out
faq-published = Approved. Now { $readers } can find it.
faq-readers-all = everybody in the district
faq-readers-group = people of { $group }, and nobody else,
faq-changed = It was changed or taken out meanwhile. Please look at it again before you approve it.
faq-withdrawn = It isn't in the FAQ.
faq-deserted = { $committee } doesn't work any more, so this is yours to look after: as a caretaker you can take it out.
faq-still-stands = The FAQ still has what was approved of it: anybody on its committee can take that out.
faq-home = Answers to approve
faq-home-waiting =
    { $count ->
        [one] One answer waits for your approval before it is in the FAQ.
       *[other] { $count } answers wait for your approval before they are in the FAQ.
    }

faq-use = Answer from the FAQ
faq-use-form = Answer from the FAQ
faq-use-which = Which one answers it?
faq-use-hint = It goes to the asker as it is there, with your name.
faq-none-fits = Nothing in the FAQ fits this question.

faq-title = From the FAQ
faq-approved = { $committee } approved this on { $when }.
faq-offered = This may be answered already:
faq-search = Look in the FAQ
faq-enough = That answers it
faq-ask-anyway = Ask anyway
faq-glad = Good. Nothing was sent.
faq-consent = Once answered, it may be put into the district's FAQ in words without your name, if the committee approves.

may-not-approve-own = A second person must approve what you proposed.
may-only-its-chair = { $name } leads { $committee } and approves this.
