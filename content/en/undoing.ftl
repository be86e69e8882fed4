question-undo = Undo: take it back
question-undone = Taken back. The asker sees that it was, and the question waits for an answer again.
question-undone-proposed = Taken back. The asker sees that it was, and the answer waits for approval again.
question-undone-closed = Taken back. The asker sees that it was. They had closed the question, and can still open it again.
question-undone-words = It said:
question-undo-late = The two minutes are over, so it can't be taken back. The asker can press “Not yet”; then you can answer again.
