bridge-said = { $name } in { $place }:
bridge-deleted = { $name } deleted a message in { $place }.
bridge-edited = (edited)
bridge-cut = The message is longer. The rest is in { $place }.
bridge-file-stays = { $name } sent along { $file } ({ $size }). I couldn't bring it here; it is in { $place }.
bridge-stays = I don't carry what you write here to this committee's other channel: I can't tell that it is meant for you, too. People in this channel see it.

question-mark = Answer
question-mark-held = I haven't sent this answer yet: it looks as if it named a student. Change your reply here, or send it with “Answer” as it is.
question-changed = Changed after it was sent.
question-change-sent = The asker sees what your answer says now.
question-change-needs-approval = Your committee approves answers before they are sent, so the asker still sees the one that was approved. If something must change, please ask for it in this thread. You had written:
question-withdrawn = This answer was taken back.
bridge-file = { $name } sent along { $file } ({ $size }).
