question-undo = Deshacer: retirarla
question-undone = Retirada. Quien preguntó ve que se retiró, y la pregunta espera otra vez una respuesta.
question-undone-proposed = Retirada. Quien preguntó ve que se retiró, y la respuesta espera otra vez la aprobación.
question-undone-closed = Retirada. Quien preguntó ve que se retiró. Había cerrado la pregunta, y todavía puede abrirla otra vez.
question-undone-words = Decía:
question-undo-late = Ya pasaron los dos minutos, así que no se puede retirar. Si quien preguntó indica que le falta algo, usted puede contestar otra vez.
