question-note-label = A note for whoever has it next
question-note-hint = Only those it goes to see this; whoever asked doesn't.
question-note-hint-unnamed = Only those it goes to see this. Please don't write who you think asked.
question-noted = Whoever passed it on added:
question-note-long = A note can have up to { $most } characters, so the question wasn't passed on. What you wrote:
