question-note-label = Una nota para quien la tenga después
question-note-hint = La ven solo quienes reciben la pregunta; quien preguntó, no.
question-note-hint-unnamed = La ven solo quienes la reciben. Por favor, no escriba quién cree que preguntó.
question-noted = Quien la pasó escribió además:
question-note-long = En una nota caben hasta { $most } caracteres, así que la pregunta no se pasó. Esto escribió usted:
