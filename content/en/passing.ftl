question-note-label = A note for the next readers
question-note-hint = Only the next readers see this; the asker doesn't.
question-note-hint-unnamed = Only the next readers see this. Please don't guess at the asker.
question-note-said = What you and the asker wrote to each other goes along.
question-noted = Added when it was passed on:
question-note-long = A note can have up to { $most } characters, so the question wasn't passed on. What you wrote:

# More readers, only with the asker's yes
widening-title = May others read your question?
widening-wants = { $name } would like to pass it to { $committee }, who may know more.
widening-newcomers = { $committee } has it, with people there now whom I didn't tell you about.
widening-nobody = Nobody can read it where it is now. { $committee } could answer it.
widening-committee = The committee is { $committee }.
widening-administrators =
    { $count ->
        [one] One administrator is among its new readers.
       *[other] { $count } administrators are among its new readers.
    }
widening-yes = Yes, pass it on
widening-no = No, keep it where it is
widening-quoted = It has somebody else's words, said where not everybody could read them. Please say it in your own words first; then you can say yes.
widening-alone = Your question alone goes along, not what you and those who have it wrote to each other.
widening-else = Until you say yes, nobody new reads it.
widening-kept = It stays where it is, with { $who }.
widening-over = This is settled. It is with { $who }.
widening-asked = The asker of this question was never told that { $committee } would read it, so I have asked them. It goes there once they say yes.
widening-gone = The asker of this question was never told that { $committee } would read it, and I can't reach them any more to ask. It stays here: you can answer it, or ask { $committee } in your own words.
widening-waits = The asker was asked whether { $committee } may read it. It goes there once they say yes.
widening-waits-newcomers = The asker was asked whether those who are new in { $committee } may read it.
widening-refused-newcomers = The asker would rather that those who are new in { $committee } didn't read it. You can answer it or give it back.
widening-refused = The asker would rather that { $committee } didn't read it. You can answer it yourselves or give it back.
widening-home = May { $committee } read it, too?
