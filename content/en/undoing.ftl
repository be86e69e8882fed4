question-undo = Undo: take it back
question-undone = Taken back. Whoever asked sees that it was, and the question waits for an answer again.
question-undone-proposed = Taken back. Whoever asked sees that it was, and the answer waits for approval again.
question-undone-closed = Taken back. Whoever asked sees that it was. They had closed the question, and can still open it again.
question-undone-words = It said:
question-undo-late = The two minutes are over, so it can't be taken back. Whoever asked can press “Not yet”; then you can answer again.
